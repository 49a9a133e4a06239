"""What the bench exports, read by the programs that such files are for.

Tests whose program is missing are skipped.

python3 readers.py PROGRAM
"""

import csv
import glob
import json
import os
import shutil
import subprocess
import sys
import time
import unittest

import program

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), os.pardir, "support"))
import browser  # noqa: E402

# How Chromium's own tools read a trace: every event of every thread, with its depth there.
READ_TRACE = """
import('./models/trace/trace.js').then(async trace => {
    const model = trace.TraceModel.Model.createWithAllHandlers();
    await model.parse(file.traceEvents, {isCPUProfile: false, isFreshRecording: false, metadata: {}});
    const process = model.parsedTrace(0).data.Renderer.processes.get(1);
    const threads = {};
    for (const thread of process.threads.values()) {
        threads[thread.name] = [];
        const visit = (node, depth) => {
            threads[thread.name].push([node.entry.name, node.entry.ts, node.entry.dur, depth]);
            node.children.forEach(child => visit(child, depth + 1));
        };
        [...thread.tree.roots].forEach(root => visit(root, 0));
    }
    return threads;
})
"""


class Exports(program.Bench):
    def export(self, *more):
        """One short comparison, exported; returns the rows of its frames."""
        self.measure("--hint", "scale-quality=nearest,linear", "--zoom", "64", "--only", "1", *more)
        status, _, err = self.call("export", self.out + "/frames.csv", "--only", "1", "--out",
                                   self.path("forms"))
        self.assertEqual(status, 0, err)
        rows = [line for line in self.lines("frames.csv") if not line.startswith("#")]
        return list(csv.DictReader(rows))

    def form(self, name):
        return os.path.join(self.scratch.name, "forms", name)

    @unittest.skipIf(browser.find() is None, "there is no Chromium")
    def test_chromium_reads_the_trace(self):
        frames = self.export()
        with open(self.form("trace.json"), encoding="utf-8") as file:
            trace = json.load(file)
        with browser.Browser() as page:
            page.attach("devtools://devtools/bundled/devtools_app.html")
            page.value("globalThis.file = %s, 1" % json.dumps(trace))
            threads = page.value(READ_TRACE)
        self.assertEqual(set(threads), {"nearest", "linear"})
        for setting, events in threads.items():
            drawn = [frame for frame in frames if frame["setting"] == setting]
            tops = [event for event in events if event[3] == 0]
            self.assertEqual(len(tops), len(drawn))
            for event, frame in zip(tops, drawn):
                self.assertEqual(event[0], "frame" if frame["measured"] == "1" else "discarded frame")
                self.assertAlmostEqual(event[1], int(frame["t_start_ns"]) / 1000, delta=0.01)
                self.assertAlmostEqual(event[2], int(frame["total_ns"]) / 1000, delta=0.01)
            # Phases lie inside their frame: Chromium draws them below it.
            inner = [event for event in events if event[3] == 1]
            self.assertEqual(len(inner), 4 * len(drawn))
            for i, name in enumerate(("build", "submit", "finish", "present")):
                self.assertEqual([event[0] for event in inner[i::4]], [name] * len(drawn))
                for event, frame in zip(inner[i::4], drawn):
                    self.assertAlmostEqual(event[2], int(frame[name + "_ns"]) / 1000, delta=0.01)

    def record(self):
        """A log that MangoHud itself writes while warren-bench draws with OpenGL; its path."""
        folder = self.path("mangohud")
        os.mkdir(folder)
        reader, writer = os.pipe()
        screen = subprocess.Popen(["Xvfb", "-displayfd", str(writer), "-screen", "0", "640x480x24"],
                                  pass_fds=[writer], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(writer)
        try:
            number = os.read(reader, 16).decode().strip()
            environment = dict(self.environment, DISPLAY=":" + number, SDL_VIDEODRIVER="x11",
                               ASAN_OPTIONS="verify_asan_link_order=0:detect_leaks=0",
                               MANGOHUD_CONFIG="autostart_log=1,log_duration=2,output_folder=" + folder)
            words = ["mangohud", "--dlsym", program.PROGRAM, "run", "--level", self.level, "--size", "96x64",
                     "--driver", "opengl", "--out", self.path("hud"), "--hint",
                     "scale-quality=nearest,nearest", "--zoom", "64", "--only", "1", "--margin", "0.0000001", "--budget", "8"]
            subprocess.run(words, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                           timeout=program.PATIENCE_S, check=False)
            time.sleep(0.5)
        finally:
            os.close(reader)
            screen.terminate()
            screen.wait()
        logs = [path for path in glob.glob(folder + "/*.csv") if not path.endswith("_summary.csv")]
        return logs[0] if logs else None

    @unittest.skipIf(shutil.which("mangohud") is None or shutil.which("Xvfb") is None,
                     "there is no MangoHud, or no Xvfb for it")
    def test_log_looks_like_one_that_mangohud_writes(self):
        theirs = self.record()
        if theirs is None:
            self.skipTest("MangoHud could not get into an OpenGL program here")
        self.export()
        ours = self.form("mangohud-a.csv")
        with open(theirs, encoding="utf-8") as file:
            their_lines = file.read().splitlines()
        with open(ours, encoding="utf-8") as file:
            our_lines = file.read().splitlines()
        self.assertEqual(our_lines[0], their_lines[0])
        # Versions differ in what they add; what this one writes stands in the same order in ours.
        our_columns = our_lines[2].split(",")
        their_columns = their_lines[2].split(",")
        self.assertEqual([name for name in our_columns if name in their_columns], their_columns)
        self.assertEqual({line.count(",") for line in our_lines[3:]}, {len(our_columns) - 1})
        status, out, err = self.call("judge", theirs, ours)
        self.assertEqual(status, 0, err)
        self.assertIn("unpaired, %d and %d frames" % (len(their_lines) - 3, len(our_lines) - 3), out)


if __name__ == "__main__":
    program.main()
