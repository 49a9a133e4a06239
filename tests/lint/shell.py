"""The scripts are POSIX shell that shellcheck finds nothing in."""

import shutil
import subprocess
import sys

import source


def main():
    if shutil.which("shellcheck") is None:
        source.skip("shellcheck is not installed")
    found = [source.ROOT / ".ci/run"]
    for folder in ("game", "bench", "tests"):
        found += [path for path in (source.ROOT / folder).rglob("*")
                  if path.is_file() and path.read_bytes().startswith(b"#!/bin/sh\n")]
    done = subprocess.run(["shellcheck", "--shell=sh", *sorted(found)])
    return source.report([], found) or done.returncode


if __name__ == "__main__":
    sys.exit(main())
