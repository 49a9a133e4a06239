"""All C files are as clang-format 14, with the settings of .clang-format, leaves them."""

import re
import shutil
import subprocess
import sys

import source

VERSION = 14  # others break lines in other places


def main():
    program = shutil.which(f"clang-format-{VERSION}") or shutil.which("clang-format")
    if program is None:
        source.skip("clang-format is not installed")
    version = subprocess.run([program, "--version"], capture_output=True, text=True).stdout
    if f"version {VERSION}." not in version:
        source.skip(f"needs clang-format {VERSION}; this is {version.strip()}")
    files = source.c_files("game", "bench", "tests")
    done = subprocess.run([program, "--dry-run", *files], cwd=source.ROOT, capture_output=True, text=True)
    wrong = sorted(set(re.findall(r"(?m)^(\S+?):\d+:", done.stderr)))
    return source.report([f"{name}: clang-format -i would change it" for name in wrong], files) or done.returncode


if __name__ == "__main__":
    sys.exit(main())
