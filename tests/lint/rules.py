"""Rules for C files that no compiler checks: length, guards, and words that only some files may use."""

import re
import sys

import source

LINES_MAX = 500

# (what is forbidden, where it is looked for, where it is allowed all the same, why)
FORBIDDEN = [
    # POSIX leaves the declaration of environ to its users.
    (r"(?m)^\s*extern\b(?! char \*\*environ;)", r".*\.c$", r"$^", "declare it in a header"),
    (r"\b(?:exit|_exit)\s*\(", r"(game|bench)/.*", r".*/main\.c$|game/base/memory\.c$",
     "only a program's main ends it"),
    (r"\b(?:printf|puts|putchar)\s*\(", r"(game|bench)/.*", r".*/main\.c$", "only a program's main prints"),
    (r"\b(?:float|double)\b", r"game/(world|level|replay)/.*", r"$^", "whole numbers only: the same everywhere"),
    (r"\b(?:malloc|calloc|realloc|strdup|strndup)\s*\(", r"(game|bench)/.*", r"game/base/memory\.c$",
     "allocate through base/memory.h"),
    (r"\btypedef\s+(?:struct|enum|union)\b", r".*", r"$^", "tagged, not typedef'd"),
]

MARKERS = re.compile(r"\b(?:TODO|FIXME|XXX|HACK)\b")


def guard_of(path):
    parts = path.parts[1:] if path.parts[0] == "game" else path.parts
    return "WARREN_" + re.sub(r"[^A-Z0-9]", "_", "_".join(parts).upper())


def faults_of(path):
    text = (source.ROOT / path).read_text(encoding="utf-8")
    name = path.as_posix()
    lines = text.count("\n")
    if lines > LINES_MAX:
        yield f"{name}: {lines} lines; {LINES_MAX} at most"
    if path.suffix == ".h" and f"#ifndef {guard_of(path)}\n#define {guard_of(path)}\n" not in text:
        yield f"{name}: the guard should be {guard_of(path)}"
    for line, match in source.lines_with(MARKERS, text):
        yield f"{name}:{line}: {match.group()} left behind"
    code = source.code_of(path)
    for pattern, where, but, why in FORBIDDEN:
        if re.match(where, name) and not re.match(but, name):
            for line, match in source.lines_with(pattern, code):
                yield f"{name}:{line}: {match.group().strip()}: {why}"


def main():
    files = source.c_files("game", "bench", "tests")
    return source.report([fault for path in files for fault in faults_of(path)], files)


if __name__ == "__main__":
    sys.exit(main())
