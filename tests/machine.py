"""game/prepare on machines that lack something, with a package manager and a CMake that only take notes."""

import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

PREPARE = pathlib.Path(__file__).resolve().parent.parent / "game" / "prepare"


class Machine(unittest.TestCase):
    def setUp(self):
        self.root = pathlib.Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.root)
        (self.root / "game").mkdir()
        (self.root / "bin").mkdir()
        shutil.copy(PREPARE, self.root / "game")
        self.program("apt-get", 'echo "apt-get $*" >>"$NOTES"')
        self.program("cmake", 'echo "cmake $*" >>"$NOTES"')
        self.program("sudo", '"$@"')

    def program(self, name, text):
        path = self.root / "bin" / name
        path.write_text(f"#!/bin/sh\n{text}\n", encoding="utf-8")
        path.chmod(0o755)

    def prepare(self, *packages):
        """Runs it for these rows, all of them of the part that is asked for: status, last line and notes."""
        rows = "".join(f"build {row} other other other other\n" for row in packages)
        (self.root / "game" / "packages").write_text(rows, encoding="utf-8")
        notes = self.root / "notes"
        notes.write_text("", encoding="utf-8")
        done = subprocess.run(["sh", self.root / "game" / "prepare", "release", "build"], capture_output=True, text=True,
                              env={**os.environ, "PATH": f"{self.root}/bin:{os.environ['PATH']}", "NOTES": str(notes)})
        return done.returncode, done.stderr.strip().split("\n")[-1], notes.read_text(encoding="utf-8")

    def test_what_is_there_is_not_installed(self):
        self.program("tool", "echo tool version 3.25.1")
        status, _, notes = self.prepare("command:sh shell", "command:tool>=3.25 tool", "command:tool>=2.99 tool")
        self.assertEqual(status, 0)
        self.assertEqual(notes, "cmake --preset release\ncmake --build --preset release\n")

    def test_what_is_missing_is_installed_or_named(self):
        status, line, notes = self.prepare("command:no-such-tool no-such-package")
        self.assertEqual(status, 3)
        self.assertIn("no-such-package", line)
        self.assertIn("install", notes)
        self.assertNotIn("cmake", notes)

    def test_what_is_too_old_is_named(self):
        for version in ("3.24.9", "2.30", "no number"):
            self.program("tool", f"echo tool version {version}")
            status, line, notes = self.prepare("command:tool>=3.25 old-package")
            self.assertEqual(status, 3, version)
            self.assertIn("old-package", line)
            self.assertNotIn("cmake", notes)
        for version in ("3.25.1", "3.100", "4.0"):
            self.program("tool", f"echo tool version {version}")
            self.assertEqual(self.prepare("command:tool>=3.25 new-package")[0], 0, version)

    def test_a_library_that_is_too_old_is_named(self):
        self.program("pkg-config", '[ "$*" = "--exists sdl2 >= 2.26" ]')
        self.assertEqual(self.prepare("library:sdl2>=2.26 new-package")[0], 0)
        status, line, _ = self.prepare("library:sdl2>=2.27 old-package")
        self.assertEqual(status, 3)
        self.assertIn("old-package", line)

    def test_a_probe_that_nobody_knows_ends_it(self):
        status, line, notes = self.prepare("comand:sh shell")
        self.assertEqual(status, 3)
        self.assertIn("unknown probe comand:sh", line)
        self.assertEqual(notes, "")


if __name__ == "__main__":
    sys.exit(unittest.main())
