#!/usr/bin/env python3
"""Makes bench/large.rel: a town of many burrows, for measuring what a large level costs.

usage: make_large.py            writes the level to standard output
       make_large.py --check    says nothing and ends with 0 if bench/large.rel is what would be written

The town is a grid of houses. A house is a stack of floors, each four squares below the last, which is as far as a
rabbit can fall; on every floor rabbits stroll between the slopes at its ends. One square of each floor is where the
solution digs. Then everybody comes down to the door in the basement, in each house for itself.
"""

import pathlib
import sys

HOUSES_X, HOUSES_Y = 4, 7
HOUSE_WIDTH = 64
FLOORS = 9
HOUSE_HEIGHT = 4 * FLOORS + 1
WIDTH, HEIGHT = HOUSES_X * HOUSE_WIDTH + 1, HOUSES_Y * HOUSE_HEIGHT + 1
RABBITS_ON_A_FLOOR = 2
CHAMBER_WIDTH = 7  # beside every floor, for what is pretty and for what moves without rabbits


class Dice:
    """The same numbers on every machine and in every version of Python."""

    def __init__(self, seed):
        self.value = seed

    def below(self, n):
        self.value = (self.value * 1103515245 + 12345) % (1 << 31)
        return (self.value >> 16) % n

    def between(self, low, high):
        return low + self.below(high - low + 1)

    def one_of(self, items):
        return items[self.below(len(items))]


# What stands on a floor: upper row, lower row.
FEATURES = [
    ("  ", "/\\"),
    (" /\\ ", "/##\\"),
    (" /##\\ ", "/#AA#\\"),
    (" () ", "(  )"),
    ("    ", "/MM\\"),
    ("  ", "  "),
]

# What is in a chamber: upper row, lower row.
CHAMBERS = [
    ("#######", "bdikcpl"),
    ("       ", "\\NNNNN/"),
    ("      #", "\\NNNN/#"),
    ("       ", " t     "),
    ("       ", "t     y"),
    ("#     #", "/A A A\\"),
    (" ()()()", "(      "),
]


def put(grid, x, y, text):
    grid[y][x:x + len(text)] = text


def furnish(grid, dice, x0, y, length):
    """Puts features on the floor; returns the columns of the flat stretches between them as (start, length)."""
    flats = []
    x = x0 + 5
    while x < x0 + length - 10:
        upper, lower = dice.one_of(FEATURES)
        put(grid, x, y - 1, upper)
        put(grid, x, y, lower)
        x += len(lower)
        flat = dice.between(3, 7)
        flats.append((x, flat))
        x += flat
    return flats


def build_floor(grid, dice, x0, y, above, is_bottom):
    """One floor with its chamber; rabbits walk in row y. `above` is the column to dig in on the floor above, None on
    the top floor. Returns the column to dig in on this one, which is another: nobody shall fall two floors."""
    is_top = above is None
    length = HOUSE_WIDTH - CHAMBER_WIDTH - 2
    for row in range(y - (3 if is_top else 2), y + 1):
        put(grid, x0 + 1, row, " " * length)
    for _ in range(length // 9):
        put(grid, x0 + dice.between(2, length - 3), y + 1, "MM")
    put(grid, x0 + 1, y - 1, "\\" + " " * (length - 2) + "/")
    put(grid, x0 + 1, y, "#\\" + " " * (length - 4) + "/#")
    flats = furnish(grid, dice, x0, y, length)
    for start, flat in flats:
        if not is_top and flat > 4 and dice.below(2) == 0:
            put(grid, start + 1, y - 2, "#" * (flat - 2))
    upper, lower = dice.one_of(CHAMBERS)
    put(grid, x0 + length + 2, y - 1, upper)
    put(grid, x0 + length + 2, y, lower)
    start, flat = dice.one_of([one for one in flats if one[0] + one[1] // 2 != above])
    column = start + flat // 2
    if not is_top:
        for _ in range(RABBITS_ON_A_FLOOR):
            start, flat = dice.one_of(flats)
            put(grid, start + dice.below(flat), y, dice.one_of("rj"))
    if is_bottom:
        put(grid, x0 + 3, y, "O")
        return None
    grid[y + 1][column] = "#"
    return column


def build_town():
    dice = Dice(2024)
    grid = [["#"] * WIDTH for _ in range(HEIGHT)]
    digs = []
    for house_y in range(HOUSES_Y):
        for house_x in range(HOUSES_X):
            x0 = house_x * HOUSE_WIDTH
            roof = house_y * HOUSE_HEIGHT
            column = None
            for floor in range(FLOORS):
                y = roof + 4 * floor + 4
                column = build_floor(grid, dice, x0, y, column, floor == FLOORS - 1)
                if column is not None:
                    digs.append((column, y))
            put(grid, x0 + 3, roof + 2, "Q")
    return ["".join(row) for row in grid], digs


def level():
    rows, digs = build_town()
    residents = sum(row.count("r") + row.count("j") for row in rows)
    newcomers = 2 * HOUSES_X * HOUSES_Y
    places = "&".join(f"({x},{y})" for x, y in digs)
    return "\n".join([
        "% Made by make_large.py: change that, not this.",
        ":name=The town",
        ":description=Houses upon houses, and everybody is out for a stroll.",
        ":author_name=The Warren makers",
        ":hint.1=Every house has one way down and a door in the basement.",
        ":hint.2=No floor is more than four squares above the next.",
        ":hint.3=There are more than enough spades for all floors.",
        f":solution.1=60;dig&{places};until:WON",
        f":num_rabbits={newcomers}",
        f":num_to_save={residents + newcomers}",
        ":rabbit_delay=7",
        f":dig={len(digs) + 20}",
        *rows,
        "",
    ])


def main():
    if sys.argv[1:] not in ([], ["--check"]):
        sys.exit(__doc__)
    text = level()
    if not sys.argv[1:]:
        sys.stdout.write(text)
        return
    path = pathlib.Path(__file__).parent / "bench" / "large.rel"
    if path.read_text() != text:
        sys.exit(f"{path} is not what make_large.py writes")


if __name__ == "__main__":
    main()
