"""Text files speak of Warren and not of somebody's machine: no absolute paths, no unknown file at the top."""

import re
import sys

import source

TOP = {"game", "assets", "bench", "tests", "CMakeLists.txt", "CMakePresets.json", "README.md", "LICENSE"}
SUFFIXES = {"", ".c", ".h", ".py", ".sh", ".md", ".txt", ".json", ".rel", ".svg", ".html", ".css", ".js", ".gp"}
ABSOLUTE = re.compile(r"(?<![\w.}\"*])/(?:home|root|Users|work|tmp|mnt)/\w+")


def text_files():
    for top in sorted(TOP):
        path = source.ROOT / top
        found = [path] if path.is_file() else path.rglob("*")
        yield from (one for one in found if one.is_file() and one.suffix in SUFFIXES)


def main():
    faults = [f"{path.name}: does not belong at the top" for path in sorted(source.ROOT.iterdir())
              if path.name not in TOP and path.name not in {"build", "warren-bench-out"}
              and not path.name.startswith(".")]
    files = list(text_files())
    for path in files:
        text = path.read_bytes().decode("utf-8", "replace")
        for line, match in source.lines_with(ABSOLUTE, text):
            faults.append(f"{path.relative_to(source.ROOT)}:{line}: a path of some machine: {match.group()}")
    return source.report(faults, files)


if __name__ == "__main__":
    sys.exit(main())
