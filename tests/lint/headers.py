"""Every header compiles alone: it includes what it needs itself.

usage: headers.py COMPILER FOLDER...     the folders to look for includes in
"""

import concurrent.futures
import os
import subprocess
import sys

import source


def fault_of(command, path):
    done = subprocess.run(command + ["-include", source.ROOT / path, os.devnull], capture_output=True, text=True)
    return None if done.returncode == 0 else f"{path} does not compile alone:\n{done.stderr}"


def main():
    compiler, folders = sys.argv[1], sys.argv[2:]
    command = [compiler, "-std=c11", "-D_XOPEN_SOURCE=700", "-fsyntax-only", "-x", "c"]
    command += [f"-I{folder}" for folder in folders]
    files = source.c_files("game", "bench", "tests", suffixes=(".h",))
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        faults = pool.map(lambda path: fault_of(command, path), files)
        return source.report([fault for fault in faults if fault is not None], files)


if __name__ == "__main__":
    sys.exit(main())
