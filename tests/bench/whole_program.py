"""warren-bench as its users meet it: how runs end, what they leave behind, and every word and status there is.

python3 whole_program.py PROGRAM
"""

import json
import os
import resource
import shutil
import signal
import subprocess
import time
import unittest

import program
from program import PATIENCE_S, Bench

# Four comparisons that none of them is ever decided: the margin is out of reach.
LONG = ["--hint", "scale-quality=nearest,linear", "--zoom", "32,64", "--margin", "0.0000001"]


class Endings(Bench):
    def wait_for_verdicts(self, child, count):
        end = time.monotonic() + PATIENCE_S
        while time.monotonic() < end and child.poll() is None:
            try:
                if len(self.lines("verdicts.log")) >= count:
                    return
            except OSError:
                pass
            time.sleep(0.05)
        self.fail("no verdict came")

    def interrupt(self, number):
        child = self.start(self.run_words([*LONG, "--budget", "0.7"]))
        self.wait_for_verdicts(child, 1)
        child.send_signal(number)
        out, err = child.communicate(timeout=PATIENCE_S)
        summary = self.summary()
        self.assertEqual(child.returncode, 3, err)
        self.assertTrue(summary["interrupted"])
        self.assertIn("interrupted by signal %d after " % number, err)
        done = len(summary["comparisons"])
        self.assertTrue(1 <= done < 4, done)
        self.assertEqual(len(out.splitlines()), done)
        self.assertEqual(self.expect_readable(done)[0], 0)

    def test_ctrl_c_leaves_what_was_measured(self):
        self.interrupt(signal.SIGINT)

    def test_kill_leaves_what_was_measured(self):
        self.interrupt(signal.SIGTERM)

    def test_kill_9_leaves_what_was_done_before(self):
        child = self.start(self.run_words([*LONG, "--budget", "0.7"]))
        self.wait_for_verdicts(child, 2)
        child.kill()
        child.communicate(timeout=PATIENCE_S)
        done = len(self.summary()["comparisons"])
        self.assertGreaterEqual(done, 2)
        status, out, err = self.expect_readable(done)
        self.assertEqual(status, 0, err)
        self.assertGreaterEqual(len(out.splitlines()), done)

    def test_full_disk_is_one_error_and_keeps_what_was_written(self):
        def no_large_files():
            resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 17, 1 << 17))

        status, out, err = self.measure(*LONG, "--budget", "2", preexec_fn=no_large_files)
        self.assertEqual(status, 3)
        self.assertIn("frames.csv: error: cannot write", self.expect_one_error(err))
        done = len(self.summary()["comparisons"])
        self.assertTrue(1 <= done <= 4)
        self.assertEqual(len(out.splitlines()), done)
        self.assertIn("stopped after", self.summary()["notes"][-1])
        self.expect_readable(done)
        # No comparison is there in part.
        rows = self.lines("frames.csv")
        self.assertTrue(rows[1].startswith("comparison,frame,"))
        self.assertEqual({row.count(",") for row in rows[1:]}, {rows[1].count(",")})

    def expect_lost_output(self, **stdout):
        status, _, err = self.measure(*LONG, "--budget", "0.1", **stdout)
        self.assertEqual(status, 3)
        self.assertIn("cannot be printed", self.expect_one_error(err))
        self.expect_readable(4)

    def test_full_device_as_stdout_is_one_error(self):
        with open("/dev/full", "w", encoding="ascii") as full:
            self.expect_lost_output(stdout=full)

    def test_table_of_steps_that_cannot_be_printed_is_an_error(self):
        with open("/dev/full", "w", encoding="ascii") as full:
            status, _, err = self.call("steps", stdout=full)
        self.assertEqual(status, 3)
        self.assertIn("stdout cannot be written", self.expect_one_error(err))

    def test_limits_say_first_that_their_file_cannot_be_written(self):
        status, out, err = self.call("limits", "--json", self.path("no/such/folder.json"))
        self.assertEqual((status, out), (3, ""))
        self.expect_one_error(err)

    def test_closed_pipe_as_stdout_is_one_error(self):
        reader, writer = os.pipe()
        os.close(reader)
        self.expect_lost_output(stdout=writer)
        os.close(writer)

    def test_no_stdout_at_all_is_one_error_and_no_file_takes_its_place(self):
        self.expect_lost_output(stdout=None, preexec_fn=lambda: os.close(1))
        self.assertTrue(all("UNDECIDED" not in row for row in self.lines("frames.csv")))

    def test_folder_that_cannot_be_made_is_one_error(self):
        self.out = self.level + "/below"
        status, out, err = self.measure(*LONG)
        self.assertEqual((status, out), (3, ""))
        self.assertIn("cannot be made", self.expect_one_error(err))


class Words(Bench):
    """Every word of a verdict, from the settings to the line; margins so wide that time decides nothing."""

    def verdict(self, hint, *more, status=0):
        found, out, err = self.measure("--hint", hint, "--zoom", "64", "--only", "1", *more)
        self.assertEqual(found, status, err)
        self.assertEqual(len(out.splitlines()), 1)
        self.assertEqual(out.splitlines(), self.lines("verdicts.log"))
        self.assertIn(self.summary()["comparisons"][0]["verdict"], out)
        return out.rstrip("\n").split("\t")[-1]

    def test_difference(self):
        self.assertEqual(self.verdict("scale-quality=nearest,linear"), "DIFFERENT slower material")
        self.assertEqual(self.verdict("scale-quality=linear,nearest"), "DIFFERENT faster material")

    def test_equal_settings_are_equivalent(self):
        self.assertEqual(self.verdict("scale-quality=nearest,nearest", "--margin", "2"),
                         "EQUIVALENT within 200%")

    def test_what_had_no_time_is_undecided(self):
        self.assertEqual(self.verdict("scale-quality=nearest,nearest", "--budget", "0.001"), "UNDECIDED")

    def test_hint_that_this_driver_never_reads_is_unread(self):
        self.assertEqual(self.verdict("multisample=0,4", "--margin", "2"), "UNREAD")

    def test_hint_that_nothing_drawn_depends_on_is_unreached(self):
        self.assertEqual(self.verdict("scale-quality=linear,best", "--margin", "2"), "UNREACHED")

    def test_setting_that_is_not_in_force_is_invalid(self):
        verdict = self.verdict("framebuffer-acceleration=off,on", status=3)
        self.assertRegex(verdict, r"^INVALID \(on: .*says off\)$")
        comparison = self.summary()["comparisons"][0]
        self.assertEqual(comparison["quads"], 0)

    @unittest.skipIf(shutil.which("cc") is None or shutil.which("pkg-config") is None, "there is no compiler")
    def test_hint_that_never_arrives_makes_its_comparisons_invalid(self):
        """Nothing that can be read back tells; the scene in which the hint must matter does."""
        deaf = self.path("deaf_sdl.so")
        source = os.path.join(os.path.dirname(os.path.abspath(__file__)), "deaf_sdl.c")
        flags = subprocess.run(["pkg-config", "--cflags", "sdl2"], capture_output=True, text=True, check=True)
        subprocess.run(["cc", "-shared", "-fPIC", *flags.stdout.split(), "-o", deaf, source, "-ldl"], check=True)
        hint = "line-method=default,geometry"
        self.assertNotIn("INVALID", self.verdict(hint, "--budget", "0.5"))
        self.environment.update(LD_PRELOAD=deaf, ASAN_OPTIONS="verify_asan_link_order=0:detect_leaks=0")
        self.assertRegex(self.verdict(hint, "--budget", "0.5", status=3),
                         r"^INVALID \(control lines failed: .*picture identical, cost not found to differ\)$")
        controls = {control["scene"]: control for control in self.summary()["controls"]}
        self.assertEqual((controls["lines"]["must_matter"], controls["lines"]["passed"]), (True, False))
        self.assertTrue(controls["tiles-nominal"]["passed"])

    def test_hint_of_the_environment_is_overridden(self):
        self.environment["SDL_RENDER_SCALE_QUALITY"] = "linear"
        self.assertEqual(self.verdict("scale-quality=nearest,linear"), "DIFFERENT slower material")

    def test_difference_within_the_margin_is_seen_in_five_more_processes(self):
        self.assertEqual(self.verdict("scale-quality=nearest,linear", "--margin", "9", "--budget", "5"),
                         "DIFFERENT slower immaterial")
        again = self.summary()["comparisons"][0]["replica_log_effects"]
        self.assertEqual(len(again), 5)
        self.assertGreater(min(again), 0)
        for number in range(1, 6):
            with open(self.out + "/replicas/%d/summary.json" % number, encoding="utf-8") as file:
                self.assertEqual(len(json.load(file)["comparisons"]), 1)

    def test_driver_that_is_not_there_is_a_note_and_status_3(self):
        status, out, err = self.call("run", "--level", self.level, "--driver", "opengl", "--out", self.out)
        self.assertEqual((status, out), (3, ""), err)
        self.assertIn("opengl", self.summary()["notes"][0])


class Statuses(Bench):
    def gate(self, *arguments):
        return self.measure("--gate", "--zoom", "64", "--only", "1", *arguments)[0]

    def test_gate_is_good_bad_or_undecided(self):
        self.assertEqual(self.gate("--hint", "scale-quality=linear,nearest"), 0)
        self.assertEqual(self.gate("--hint", "scale-quality=nearest,linear"), 1)
        self.assertEqual(self.gate("--hint", "scale-quality=nearest,linear", "--budget", "0.001"), 4)
        self.assertEqual(self.gate("--hint", "framebuffer-acceleration=off,on"), 3)

    def saved(self, name, result, effects):
        """The result with other effects in its only comparison."""
        result["comparisons"][0]["log_effects"] = effects
        path = self.path(name)
        with open(path, "w", encoding="utf-8") as file:
            json.dump(result, file)
        return path

    def test_compare_finds_the_same_a_regression_or_neither(self):
        self.measure("--hint", "scale-quality=nearest,linear", "--zoom", "64", "--only", "1")
        result = self.summary()
        base = self.saved("base.json", result, [0.20 + 0.0001 * i for i in range(40)])
        same = self.saved("same.json", result, [0.2001 + 0.0001 * i for i in range(40)])
        worse = self.saved("worse.json", result, [0.30 + 0.0001 * i for i in range(40)])
        noisy = self.saved("noisy.json", result, [0.02 * i for i in range(40)])
        for head, status, word in ((same, 0, "same"), (worse, 1, "REGRESSION"), (noisy, 4, "undecided")):
            found, out, err = self.call("compare", base, head)
            self.assertEqual((found, out.splitlines()[1].split("\t")[-1]), (status, word), err)
        self.assertEqual(self.call("compare", worse, base)[0], 0)
        self.assertEqual(self.call("compare", base, self.level)[0], 1)
        self.assertEqual(self.call("compare", base, self.path("absent.json"))[0], 3)
        self.assertEqual(self.call("compare", base)[0], 2)


if __name__ == "__main__":
    program.main()
