"""What the checks of this folder share: finding Warren's files, and reading C without comments and strings."""

import pathlib
import re
import sys

SKIPPED = 77  # what ctest takes for "skipped"

ROOT = pathlib.Path(__file__).resolve().parents[2]

_NOT_CODE = re.compile(r"//[^\n]*|/\*.*?\*/|\"(?:\\.|[^\"\\\n])*\"|'(?:\\.|[^'\\\n])*'", re.S)


def c_files(*folders, suffixes=(".c", ".h")):
    """All C files below the folders, as paths relative to the root, sorted."""
    found = [path.relative_to(ROOT) for folder in folders for path in (ROOT / folder).rglob("*")]
    return sorted(path for path in found if path.suffix in suffixes)


def code_of(path):
    """The text of a C file with comments and the insides of strings blanked out; line numbers stay."""

    def blank(match):
        return re.sub(r"[^\n]", " ", match.group())

    return _NOT_CODE.sub(blank, (ROOT / path).read_text(encoding="utf-8"))


def lines_with(pattern, text):
    """(line number, match) for every place where the pattern is found."""
    for match in re.finditer(pattern, text):
        yield text.count("\n", 0, match.start()) + 1, match


def report(faults, checked):
    """Prints the faults; the exit status. To have checked nothing is a fault as well."""
    for fault in faults:
        print(fault)
    if not checked:
        print("nothing was found to check")
    return 1 if faults or not checked else 0


def skip(reason):
    print(f"skipped: {reason}")
    sys.exit(SKIPPED)
