#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes src/text/letter_pairs.inc: how usual each pair of letters is in Arabic, Latin (French, English)
and Cyrillic (Russian) text. The encoding of bytes that are no UTF-8 is told by it.

usage: make_letter_pairs.py --arabic FILE... --latin FILE... --cyrillic FILE... > letter_pairs.inc

A file is UTF-8 text, JSON Lines with a `text` (.jsonl, .jsonl.gz), or translated messages (.mo, of
which the translations are read). Counts alone go into the table. docs/methods/text.md says how it is used.
"""

import argparse
import gettext
import gzip
import json
import math
import sys

# Classes below FIRST_LETTER are the same in all three; src/text/guess.cc has the same numbers.
BLANK, DIGIT, ASCII_LETTER, ASCII_OTHER, OTHER_MARK, OTHER_LETTER, LARGE, BAD, FIRST_LETTER = range(9)
MARKS = set(map(chr, [0xA0, 0xAB, 0xBB, 0xB0, 0xB7, 0xD7, 0x60C, 0x61B, 0x61F, 0x2013, 0x2014, 0x2018,
                      0x2019, 0x201C, 0x201D, 0x201E, 0x2022, 0x2026, 0x200E, 0x200F, 0x200C, 0x200D,
                      0x2116, 0x20AC]))
ALPHABETS = {
    "arabic": [chr(c) for c in [*range(0x621, 0x63B), *range(0x640, 0x64B)]],
    "latin": list("\u00e0\u00e2\u00e4\u00e7\u00e8\u00e9\u00ea\u00eb\u00ee\u00ef\u00f1\u00f3\u00f4"
                  "\u00f6\u00f9\u00fb\u00fc\u0153"),
    "cyrillic": [chr(c) for c in range(0x430, 0x450)] + ["\u0451"],
}
# How many bytes of an encoding share a class, about: the share of one of them.
SIZES = {OTHER_MARK: 12, OTHER_LETTER: 24, LARGE: 26}
SCALE = 12  # units a bit


def class_of(character, alphabet):
    code = ord(character)
    if code < 0x80:
        if code <= 0x20 or code == 0x7F:
            return BLANK
        if character.isdigit():
            return DIGIT
        return ASCII_LETTER if character.isalpha() else ASCII_OTHER
    if character in alphabet:
        return alphabet[character]
    if character in MARKS:
        return OTHER_MARK
    if character.isalpha():
        return LARGE if character.lower() != character else OTHER_LETTER
    return OTHER_LETTER if 0x64B <= code <= 0x652 else OTHER_MARK


def texts(path):
    if path.endswith(".mo"):
        with open(path, "rb") as file:
            try:
                messages = gettext.GNUTranslations(file)._catalog
            except (OSError, UnicodeDecodeError):
                return
        for key, value in messages.items():
            if key and isinstance(value, str):
                yield value
        return
    opened = gzip.open(path, "rt", encoding="utf-8") if path.endswith(".gz") else open(path, encoding="utf-8")
    with opened as file:
        for line in file:
            if ".jsonl" in path:
                record = json.loads(line)
                yield (record.get("title") or "") + "\n" + (record.get("text") or "")
            else:
                yield line


def count(paths, alphabet, size):
    table = [[0] * size for _ in range(size)]
    for path in paths:
        for text in texts(path):
            last = BLANK
            for character in text:
                here = class_of(character, alphabet)
                table[last][here] += 1
                last = here
    return table


def costs(table):
    size = len(table)
    out = []
    for first in range(size):
        total = sum(table[first]) + 0.5 * size
        for second in range(size):
            bits = -math.log2((table[first][second] + 0.5) / total)
            bits += math.log2(SIZES.get(second, 1))
            if BAD in (first, second):
                bits = 99
            out.append(min(255, round(bits * SCALE)))
    return out


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    for name in ALPHABETS:
        parser.add_argument("--" + name, nargs="+", required=True)
    given = vars(parser.parse_args())
    print("// SPDX-License-Identifier: Apache-2.0")
    print("// Made by tools/make_letter_pairs.py from counts of letter pairs. Do not edit.")
    print("\n// clang-format off")
    for name, letters in ALPHABETS.items():
        alphabet = {letter: FIRST_LETTER + i for i, letter in enumerate(letters)}
        size = FIRST_LETTER + len(letters)
        title = name.capitalize()
        print(f"constexpr std::uint16_t k{title}Letters[] = {{")
        print("    " + ",".join(f"0x{ord(letter):X}" for letter in letters) + "};")
        print(f"constexpr std::uint8_t k{title}Pairs[] = {{  // {size} x {size}, {SCALE} = one bit")
        row = costs(count(given[name], alphabet, size))
        for at in range(0, len(row), 24):
            print("    " + ",".join(map(str, row[at:at + 24])) + ",")
        print("};")
    print("// clang-format on")


if __name__ == "__main__":
    sys.exit(main())
