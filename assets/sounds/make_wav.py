"""Samples to a .wav file in IMA ADPCM, mono: four bits for each sample (IMA Digital Audio Focus and Technical Working
Groups, Recommended Practices for Enhancing Digital Audio Compatibility, 1992)."""

import struct

RATE = 22050
BLOCK_BYTES = 512
BLOCK_SAMPLES = (BLOCK_BYTES - 4) * 2 + 1  # the first one stands in the block's head

INDEX_CHANGE = (-1, -1, -1, -1, 2, 4, 6, 8)
STEPS = (
    7, 8, 9, 10, 11, 12, 13, 14, 16, 17, 19, 21, 23, 25, 28, 31, 34, 37, 41, 45, 50, 55, 60, 66, 73, 80, 88, 97, 107, 118,
    130, 143, 157, 173, 190, 209, 230, 253, 279, 307, 337, 371, 408, 449, 494, 544, 598, 658, 724, 796, 876, 963, 1060,
    1166, 1282, 1411, 1552, 1707, 1878, 2066, 2272, 2499, 2749, 3024, 3327, 3660, 4026, 4428, 4871, 5358, 5894, 6484, 7132,
    7845, 8630, 9493, 10442, 11487, 12635, 13899, 15289, 16818, 18500, 20350, 22385, 24623, 27086, 29794, 32767)


def code_of(difference, step):
    """Sign and three bits, and what a decoder makes of them."""
    code = 8 if difference < 0 else 0
    difference = abs(difference)
    decoded = step >> 3
    for bit, part in ((4, step), (2, step >> 1), (1, step >> 2)):
        if difference >= part:
            code |= bit
            difference -= part
            decoded += part
    return code, -decoded if code & 8 else decoded


def blocks(values):
    index = 0
    for start in range(0, len(values), BLOCK_SAMPLES):
        block = values[start:start + BLOCK_SAMPLES]
        now = block[0]
        # Loud from the first sample on: begin with steps of that size.
        jump = max(abs(b - a) for a, b in zip(block[:16], block[1:17]))
        while index < 88 and STEPS[index] * 2 < jump:
            index += 1
        yield struct.pack("<hBB", now, index, 0)
        codes = []
        for value in block[1:]:
            code, change = code_of(value - now, STEPS[index])
            now = min(32767, max(-32768, now + change))
            index = min(88, max(0, index + INDEX_CHANGE[code & 7]))
            codes.append(code)
        yield bytes(low | high << 4 for low, high in zip(codes[::2], codes[1::2]))


def wav(sound):
    """The bytes of the file. sound: -1 to 1, whole blocks of it."""
    assert len(sound) % BLOCK_SAMPLES == 0
    data = b"".join(blocks([int(value * 32767) for value in sound]))
    rate = RATE * BLOCK_BYTES // BLOCK_SAMPLES
    head = struct.pack("<HHIIHHHH", 0x11, 1, RATE, rate, BLOCK_BYTES, 4, 2, BLOCK_SAMPLES)
    chunks = b"fmt " + struct.pack("<I", len(head)) + head
    chunks += b"fact" + struct.pack("<II", 4, len(sound))
    chunks += b"data" + struct.pack("<I", len(data)) + data
    return b"RIFF" + struct.pack("<I", 4 + len(chunks)) + b"WAVE" + chunks
