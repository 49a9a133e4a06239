"""warren-bench in a folder of its own: what tests of the whole program have in common.

A test file ends with program.main() and is called as: python3 FILE PROGRAM
"""

import json
import os
import subprocess
import sys
import tempfile
import unittest

PROGRAM = None
LEVEL = """%% A test
:name=Test
:num_rabbits=2
:num_to_save=1
:rabbit_delay=2
:solution.1=5;until:WON
          
 Q      O 
##########
"""
PATIENCE_S = 60


class Bench(unittest.TestCase):
    """One folder for each test, with a level of three lines in it."""

    def setUp(self):
        self.scratch = tempfile.TemporaryDirectory()
        self.addCleanup(self.scratch.cleanup)
        self.level = self.path("tiny.rel")
        self.out = self.path("out")
        with open(self.level, "w", encoding="ascii") as file:
            file.write(LEVEL)
        self.environment = dict(os.environ, WARREN_DATA=os.path.abspath("assets"), SDL_VIDEODRIVER="dummy",
                                XDG_STATE_HOME=self.path("state"))

    def path(self, name):
        return os.path.join(self.scratch.name, name)

    def run_words(self, arguments):
        return [PROGRAM, "run", "--level", self.level, "--size", "96x64", "--driver", "software", "--out",
                self.out, *arguments]

    def start(self, words, **more):
        return subprocess.Popen(words, env=self.environment, stdin=subprocess.DEVNULL, text=True,
                                **{"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **more})

    def call(self, *words, **more):
        """Status, stdout, stderr."""
        child = self.start([PROGRAM, *words], **more)
        out, err = child.communicate(timeout=PATIENCE_S)
        return child.returncode, out, err

    def measure(self, *arguments, **more):
        return self.call(*self.run_words(arguments)[1:], **more)

    def summary(self):
        with open(os.path.join(self.out, "summary.json"), encoding="utf-8") as file:
            return json.load(file)

    def lines(self, name):
        with open(os.path.join(self.out, name), encoding="utf-8") as file:
            return file.read().splitlines()

    def expect_one_error(self, err):
        errors = [line for line in err.splitlines() if "error: " in line]
        self.assertEqual(len(errors), 1, err)
        return errors[0]

    def expect_readable(self, comparisons):
        """All files agree about so many comparisons, and everybody who reads them can."""
        self.assertEqual(len(self.summary()["comparisons"]), comparisons)
        self.assertEqual(len(self.lines("verdicts.log")), comparisons)
        status, out, err = self.call("report", self.out + "/summary.json", "--out", self.path("again"))
        self.assertEqual((status, len(out.splitlines())), (0, comparisons), err)
        with open(self.path("again/report.html"), encoding="utf-8") as file:
            self.assertIn("</html>", file.read())
        return self.call("judge", self.out + "/frames.csv")


def main():
    """Runs the tests of the file that calls it."""
    global PROGRAM
    PROGRAM = os.path.abspath(sys.argv.pop(1))
    unittest.main(verbosity=2)
