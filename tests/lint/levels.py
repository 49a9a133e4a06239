"""The sets of levels: every level is in the index of its folder, and tells what a player wants to know."""

import re
import sys

import source

LEVELS = source.ROOT / "assets" / "levels"


def entries(index):
    """The lines of an index that name something."""
    return [line for line in index.read_text(encoding="utf-8").splitlines() if line and line[0] not in ":%"]


def faults_of_level(path):
    text = path.read_text(encoding="utf-8")
    keys = {match.group(1): match.group(2) for match in re.finditer(r"(?m)^:([^=]+)=(.*)$", text)}
    for key in ("name", "description", "author_name", "hint.1", "hint.2", "hint.3"):
        if not keys.get(key):
            yield f"{path.relative_to(source.ROOT)}: no {key}"


def faults_of_set(folder):
    index = folder / "index"
    name = index.relative_to(source.ROOT)
    if not re.search(r"(?m)^:name=.", index.read_text(encoding="utf-8")):
        yield f"{name}: no name"
    listed = entries(index)
    there = [path.name for path in folder.glob("*.rel")]
    for one in sorted(set(listed) - set(there)):
        yield f"{name}: there is no {one}"
    for one in sorted(set(there) - set(listed)):
        yield f"{name}: does not list {one}"
    if len(listed) != len(set(listed)):
        yield f"{name}: lists a level twice"


def main():
    sets = entries(LEVELS / "index")
    folders = [path.name for path in LEVELS.iterdir() if path.is_dir()]
    faults = [f"assets/levels/index: {one} is only in one of index and folder" for one in set(sets) ^ set(folders)]
    for one in set(sets) & set(folders):
        faults += faults_of_set(LEVELS / one)
    levels = sorted(LEVELS.rglob("*.rel"))
    for path in levels:
        faults += faults_of_level(path)
    return source.report(sorted(faults), levels)


if __name__ == "__main__":
    sys.exit(main())
