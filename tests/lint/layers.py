"""Which module may include which: an include that is not allowed here would let the wrong things know each other."""

import re
import sys

import source

ALLOWED = {
    "base": "",
    "world": "base",
    "level": "base world",
    "replay": "base world level",
    "scene": "base world level",
    "frame": "base",
    "paint": "base scene",
    "tool": "base world level replay scene paint frame",
    "play": "base world level replay scene paint frame",
    "bench": "base world level replay scene paint frame",
}

# Headers from outside, by how they begin, and who may include them. What is not listed is the C library's.
LIBRARIES = {
    "SDL": "frame paint play bench",
    "cjson/": "play bench",
    "fontconfig/": "play",
    "gsl/": "frame bench",
}

# Nothing that these modules do may depend on the time, on an environment or on how floats are rounded.
PURE = {"world", "level", "replay"}
IMPURE_HEADERS = {"math.h", "float.h", "tgmath.h", "complex.h", "time.h", "sys/time.h", "locale.h"}

# The one command of warren-level that draws.
DRAWING = re.compile(r"game/tool/.*image.*\.[ch]$")


def module_of(path):
    return path.parts[1] if path.parts[0] == "game" else path.parts[0]


def fault_in_own(module, name, path):
    if ".." in name.split("/"):
        return f"write {name} as it is called from game/ on: a path upwards hides which module it belongs to"
    if not (source.ROOT / "game" / name).exists() and not (source.ROOT / name).exists():
        return None if (source.ROOT / path.parent / name).exists() else f"there is no {name}"
    other = name.split("/")[0]
    if other == module or other in ALLOWED[module].split():
        return None
    return f"{module} may not include {other}"


def fault_in_library(module, name, path):
    if name.startswith("SDL2/"):
        return "write <SDL.h>: <SDL2/...> is found even where SDL is not allowed"
    if module in PURE and name in IMPURE_HEADERS:
        return f"{module} may not include <{name}>"
    for prefix, modules in LIBRARIES.items():
        if name.startswith(prefix) and module not in modules.split():
            if not (prefix == "SDL" and DRAWING.match(path.as_posix())):
                return f"{module} may not include <{name}>"
    return None


def faults_of(path):
    module = module_of(path)
    if module not in ALLOWED:
        yield f"{path}: no module of this name is known to tests/lint/layers.py"
        return
    text = (source.ROOT / path).read_text(encoding="utf-8")
    for line, match in source.lines_with(r'(?m)^\s*#\s*include\s*(["<])([^">]+)[">]', text):
        check = fault_in_own if match.group(1) == '"' else fault_in_library
        fault = check(module, match.group(2), path)
        if fault is not None:
            yield f"{path}:{line}: {fault}"


def main():
    files = source.c_files("game", "bench")
    return source.report([fault for path in files for fault in faults_of(path)], files)


if __name__ == "__main__":
    sys.exit(main())
