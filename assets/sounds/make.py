#!/usr/bin/env python3
"""Makes all sounds and the music of Warren out of nothing: paper that snips, taps, rustles and plops, plucked strings.

usage: make.py            writes the .wav files beside this script
       make.py --check    says nothing and ends with 0 if the files are what would be written

The same bytes come out on every machine: nothing here but additions, multiplications and divisions of doubles, which
are exact everywhere; sines come from a polynomial, and chance from a small generator. Files are IMA ADPCM, mono, 22050
Hz; see make_wav.py.
"""

import pathlib
import sys

import make_wav

RATE = make_wav.RATE
BLOCK = make_wav.BLOCK_SAMPLES


class Dice:
    def __init__(self, seed):
        self.value = seed * 2654435761 % (1 << 32)

    def noise(self):
        """-1 to 1."""
        self.value = (self.value * 1664525 + 1013904223) % (1 << 32)
        return (self.value >> 8) / (1 << 23) - 1


def sine(turns):
    turns -= int(turns)
    if turns < 0:
        turns += 1
    if turns >= 0.75:
        turns -= 1
    elif turns > 0.25:
        turns = 0.5 - turns
    x = turns * 6.283185307179586
    x2 = x * x
    return x * (1 - x2 / 6 * (1 - x2 / 20 * (1 - x2 / 42 * (1 - x2 / 72))))


def samples(seconds):
    return int(seconds * RATE)


def mix(into, sound, at=0.0, gain=1.0):
    start = samples(at)
    into.extend([0.0] * (start + len(sound) - len(into)))
    for i, value in enumerate(sound):
        into[start + i] += gain * value
    return into


def decay(sound, seconds, attack=0.001):
    """Falls to about a third in that time; begins softly."""
    level = 1.0
    factor = 1 - 1 / (seconds * RATE)
    rise = max(1, samples(attack))
    for i, value in enumerate(sound):
        sound[i] = value * level * min(1.0, (i + 1) / rise)
        level *= factor
    return sound


def noise(dice, seconds):
    return [dice.noise() for _ in range(samples(seconds))]


def band(sound, hertz, width):
    """A resonance: what lies around that pitch is let through. Width: 0 (a tone) to 1 (hardly a colour). Runs at twice
    the rate, because it is not stable near the highest pitches."""
    f = 2 * sine(hertz / RATE / 4)
    low = middle = 0.0
    out = []
    for value in sound:
        for _ in range(2):
            low += f * middle
            middle += f * (value - low - width * middle)
        out.append(middle * width)
    return out


def tone(seconds, start, end, vibrato=0.0):
    """A sine that glides, in Hertz."""
    count = samples(seconds)
    turns = 0.0
    out = []
    for i in range(count):
        wobble = 1 + vibrato * sine(i * 6.0 / RATE)
        turns += (start + (end - start) * i / count) * wobble / RATE
        out.append(sine(turns))
    return out


def loud(sound, peak):
    most = max(abs(value) for value in sound)
    return [value * peak / most for value in sound]


def tap(dice, hertz, seconds=0.02, width=0.25):
    """Something light on something hollow."""
    return decay(band(noise(dice, seconds * 5), hertz, width), seconds)


def snip(dice, hertz=3800):
    """One cut of the scissors."""
    out = decay(band(noise(dice, 0.05), hertz, 0.5), 0.008)
    return mix(out, decay(band(noise(dice, 0.03), hertz * 1.4, 0.4), 0.005), 0.03, 0.8)


def rustle(dice, seconds, hertz=2600, grain=0.012):
    """Paper that is handled: many small cracks."""
    out = [0.0] * samples(seconds)
    at = 0.0
    while at < seconds - 3 * grain:
        crack = decay(band(noise(dice, grain * 3), hertz * (1 + 0.4 * dice.noise()), 0.6), grain)
        out = mix(out, crack, at, 0.35 + 0.65 * abs(dice.noise()))
        at += grain * (0.8 + abs(dice.noise()) * 2)
    return out


def plop(low, high, seconds=0.12):
    return decay(tone(seconds, low, high), seconds / 3)


def pluck(dice, hertz, seconds, brightness=0.5):
    """A string (Karplus and Strong): a burst of noise that runs round and gets smoother."""
    period = RATE / hertz
    length = int(period - brightness)
    blend = period - brightness - length
    string = [dice.noise() for _ in range(length + 1)]
    for _ in range(2):
        string = [(string[i] + string[i - 1]) / 2 for i in range(len(string))]
    out = []
    before = 0.0
    place = 0
    size = length + 1
    for _ in range(samples(seconds)):
        now = string[place] * blend + string[(place + 1) % size] * (1 - blend)
        smooth = 0.996 * (now * (1 - brightness / 2) + before * brightness / 2)
        before = now
        string[place] = smooth
        place = (place + 1) % size
        out.append(smooth)
    tail = samples(0.05)
    for i in range(tail):
        out[-1 - i] *= i / tail
    return out


SEMITONE = 1.0594630943592953
NAMES = {"c": 0, "d": 2, "e": 4, "f": 5, "g": 7, "a": 9, "b": 11}


def pitch(note):
    """'a4' is 440 Hz; a sign after the letter lowers it: 'b-4'."""
    step = NAMES[note[0]] - (1 if "-" in note else 0) + 12 * (int(note[-1]) - 4) - 9
    hertz = 440.0
    for _ in range(abs(step)):
        hertz = hertz * SEMITONE if step > 0 else hertz / SEMITONE
    return hertz


def enter(dice):
    return mix(rustle(dice, 0.16, 1900), plop(240, 420), 0.10, 0.5)


def bash(dice):
    return mix(tap(dice, 900, 0.018), rustle(dice, 0.10, 3000), 0.02, 0.5)


def dig(dice):
    return mix(decay(band(noise(dice, 0.10), 1400, 0.7), 0.03), tap(dice, 420, 0.02), 0.06, 0.9)


def bridge(dice):
    return tap(dice, 1250, 0.016, 0.12)


def climb(dice):
    return mix(tap(dice, 1700, 0.010), tap(dice, 2100, 0.010), 0.07, 0.8)


def bump(dice):
    return mix(tap(dice, 330, 0.03, 0.15), plop(300, 180, 0.10), 0.0, 0.5)


def burn(dice):
    return mix(rustle(dice, 0.42, 4200, 0.006), decay(band(noise(dice, 0.4), 700, 0.8), 0.12), 0.0, 0.4)


def drown(dice):
    out = []
    for i in range(4):
        mix(out, plop(260 + 70 * i + 40 * dice.noise(), 520 + 90 * i, 0.10), 0.09 * i, 1 - 0.18 * i)
    return out


def die(dice):
    return mix(mix([], tap(dice, 240, 0.035, 0.3)), rustle(dice, 0.22, 1500), 0.03, 0.6)


def explode(dice):
    out = decay(band(noise(dice, 0.3), 500, 0.9), 0.05)
    for i in range(14):
        mix(out, snip(dice, 3000 + 1500 * abs(dice.noise())), 0.04 + 0.3 * abs(dice.noise()), 0.25)
    return out


def out_of_bounds(dice):
    return mix(decay(tone(0.34, 900, 260), 0.14), rustle(dice, 0.1, 2400), 0.24, 0.4)


def home(dice):
    """Two notes on a small wooden whistle."""
    out = []
    for i, note in enumerate(("g5", "c6")):
        hertz = pitch(note)
        blown = tone(0.15, hertz, hertz, 0.006)
        breath = band(noise(dice, 0.15), hertz, 0.2)
        mix(out, decay([a * 0.8 + b * 0.5 for a, b in zip(blown, breath)], 0.07, 0.012), 0.11 * i)
    return out


def crash(dice):
    out = decay(band(noise(dice, 0.25), 1800, 0.5), 0.03)
    for i in range(5):
        mix(out, decay(tone(0.2, 700 + 430 * i, 640 + 400 * i, 0.03), 0.03), 0.05 * i, 0.3)
    return out


def hiss(dice):
    return decay(band(noise(dice, 0.35), 5200, 0.9), 0.10, 0.02)


def place(dice):
    return mix(tap(dice, 760, 0.014), snip(dice, 4600), 0.0, 0.35)


def refuse(dice):
    return mix(tap(dice, 300, 0.02), tap(dice, 240, 0.025), 0.09)


def click(dice):
    return tap(dice, 2200, 0.006, 0.4)


def phrase(dice, notes, gap):
    out = []
    for i, note in enumerate(notes.split()):
        mix(out, pluck(dice, pitch(note), 0.55), gap * i, 0.9)
    return out


def won(dice):
    return mix(phrase(dice, "c5 e5 g5 c6", 0.11), home(dice), 0.36, 0.35)


def lost(dice):
    return phrase(dice, "g4 e-4 c4", 0.17)


SOUNDS = {
    "enter": enter, "bash": bash, "dig": dig, "bridge": bridge, "climb": climb, "bump": bump, "burn": burn,
    "drown": drown, "die": die, "explode": explode, "out": out_of_bounds, "home": home, "crash": crash,
    "hiss": hiss, "place": place, "refuse": refuse, "click": click, "won": won, "lost": lost,
}

# Two voices each, in eighths; a dot is a rest. All loops have 32 eighths.
MUSIC = {
    "music_title": (
        6,
        "c5 .  g4 a4 .  c5 .  e5 d5 .  .  a4 c5 .  g4 .  a4 .  c5 d5 .  e5 .  g5 e5 .  d5 .  c5 .  .  .",
        "f2 .  c3 .  f3 .  c3 .  d2 .  a2 .  d3 .  a2 .  a2 .  e3 .  a3 .  e3 .  g2 .  d3 .  c3 .  g2 .",
    ),
    "music_stroll": (
        5,
        "g4 .  a4 c5 .  d5 c5 .  a4 g4 .  e4 g4 .  .  .  a4 .  c5 d5 .  e5 d5 c5 d5 .  a4 .  c5 .  .  .",
        "c3 .  g3 .  e3 .  g3 .  a2 .  e3 .  c3 .  e3 .  f2 .  c3 .  a2 .  c3 .  g2 .  d3 .  c3 .  g2 .",
    ),
    "music_puzzle": (
        6,
        "a4 .  .  e5 d5 .  c5 .  b4 .  .  g4 a4 .  .  .  c5 .  .  g5 e5 .  d5 .  c5 .  b4 .  a4 .  .  .",
        "a2 .  e3 .  a3 .  e3 .  g2 .  d3 .  a2 .  e3 .  f2 .  c3 .  f3 .  c3 .  e2 .  b2 .  a2 .  e3 .",
    ),
}


def music(dice, blocks_an_eighth, *voices):
    eighth = blocks_an_eighth * BLOCK
    out = [0.0] * (32 * eighth)
    for voice, (notes, seconds, gain) in enumerate(zip(voices, (1.1, 1.5), (0.8, 1.0))):
        notes = notes.split()
        assert len(notes) == 32, len(notes)
        for i, note in enumerate(notes):
            if note == ".":
                continue
            late = samples(0.006 * abs(dice.noise())) if voice == 0 else 0
            for j, value in enumerate(pluck(dice, pitch(note), seconds, 0.6 if voice == 0 else 0.8)):
                out[(i * eighth + late + j) % len(out)] += gain * value
    return out


def everything():
    """Name and bytes of every file."""
    for number, (name, make) in enumerate(SOUNDS.items()):
        sound = loud(make(Dice(number + 1)), 0.7)
        sound.extend([0.0] * (-len(sound) % BLOCK))
        yield f"{name}.wav", make_wav.wav(sound)
    for number, (name, (blocks, melody, bass)) in enumerate(MUSIC.items()):
        yield f"{name}.wav", make_wav.wav(loud(music(Dice(number + 101), blocks, melody, bass), 0.6))


def main():
    if sys.argv[1:] not in ([], ["--check"]):
        sys.exit(__doc__)
    folder = pathlib.Path(__file__).parent
    wanted = dict(everything())
    if not sys.argv[1:]:
        for name, wav in wanted.items():
            (folder / name).write_bytes(wav)
        return
    there = {path.name for path in folder.glob("*.wav")}
    wrong = [name for name, wav in wanted.items() if name not in there or (folder / name).read_bytes() != wav]
    wrong += sorted(there - wanted.keys())
    if wrong:
        sys.exit(f"not what make.py writes: {' '.join(wrong)}")


if __name__ == "__main__":
    main()
