#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes src/text/unicode_table.inc: what kind of character each code point is, and what it folds to.

usage: make_unicode_table.py > src/text/unicode_table.inc

Works from Python's own copy of the Unicode character database; the folds that are ours are named
below. docs/methods/text.md says why each is as it is.
"""

import sys
import unicodedata

TOP = 0x10000  # the table covers the basic plane; the rest is decided in code (chars.cc)

ARABIC = [(0x600, 0x6FF), (0x750, 0x77F), (0x870, 0x8FF), (0xFB50, 0xFDFF), (0xFE70, 0xFEFC)]
CYRILLIC = [(0x400, 0x52F), (0x1C80, 0x1C8F), (0x2DE0, 0x2DFF), (0xA640, 0xA69F)]
BREAKS = {0x0A, 0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029}
SPECIAL = {
    "Dot": [0x2E, 0xFF0E],
    "Stop": [0x21, 0x3F, 0x61F, 0x6D4, 0x2026, 0x203C, 0x2047, 0x2048, 0x2049, 0x3002, 0xFF01,
             0xFF1F],
    "Comma": [0x2C, 0x60C, 0x3001, 0xFF0C],
    "Colon": [0x3A, 0xFF1A],
    "Semicolon": [0x3B, 0x61B, 0xFF1B],
    "Slash": [0x2F, 0x2044, 0xFF0F],
    "Dash": [0x2212],
    "Percent": [0x25, 0x66A, 0x2030, 0x609, 0x60A, 0xFE6A, 0xFF05],
    "NumberMark": [0x66B, 0x66C],
    "QuoteOpen": [0xAB, 0x201C, 0x201E, 0x201F, 0x2039, 0xFD3F],
    "QuoteClose": [0xBB, 0x201D, 0x203A, 0xFD3E],
    "QuoteEither": [0x22, 0xFF02],
    "Apostrophe": [0x27, 0x2BC, 0xFF07],
    "SingleOpen": [0x2018, 0x201A, 0x201B],
    "SingleClose": [0x2019],
    "At": [0x40],
    "Hash": [0x23],
    "Tatweel": [0x640],
}
# Letters that are written in several ways for one sound, and marks that stand for another.
OWN_FOLDS = {
    0x622: "\u0627", 0x623: "\u0627", 0x625: "\u0627", 0x671: "\u0627", 0x672: "\u0627",
    0x673: "\u0627", 0x675: "\u0627", 0x624: "\u0648", 0x676: "\u0648", 0x626: "\u064a",
    0x678: "\u064a", 0x649: "\u064a", 0x6CC: "\u064a", 0x6CD: "\u064a", 0x6D0: "\u064a",
    0x6D2: "\u064a", 0x6D3: "\u064a", 0x629: "\u0647", 0x6C0: "\u0647", 0x6C1: "\u0647",
    0x6C2: "\u0647", 0x6C3: "\u0647", 0x6BE: "\u0647", 0x6D5: "\u0647", 0x6A9: "\u0643",
    0x6AA: "\u0643", 0x674: "\u0621",
    0x60C: ",", 0x61F: "?", 0x61B: ";", 0x6D4: ".", 0x66A: "%", 0x66B: ".", 0x66C: ",",
    0xAB: '"', 0xBB: '"', 0x201C: '"', 0x201D: '"', 0x201E: '"', 0x201F: '"', 0x2039: '"',
    0x203A: '"', 0xFD3E: '"', 0xFD3F: '"', 0x2018: "'", 0x2019: "'", 0x201A: "'", 0x201B: "'",
    0x2BC: "'", 0x2026: "...", 0x2212: "-", 0x2044: "/",
    0xE6: "ae", 0xC6: "ae", 0xF8: "o", 0xD8: "o", 0xDF: "ss", 0x1E9E: "ss", 0x111: "d", 0x110: "d",
    0xF0: "d", 0xD0: "d", 0x142: "l", 0x141: "l", 0xFE: "th", 0xDE: "th", 0x131: "i", 0x130: "i",
    0x153: "oe", 0x152: "oe", 0x127: "h", 0x126: "h",
}


def within(code, ranges):
    return any(a <= code <= b for a, b in ranges)


def script_of(code):
    if within(code, ARABIC):
        return "Arabic"
    if within(code, CYRILLIC):
        return "Cyrillic"
    name = unicodedata.name(chr(code), "")
    return "Latin" if name.startswith(("LATIN", "FULLWIDTH LATIN")) else "Other"


def kind_of(code):
    for kind, codes in SPECIAL.items():
        if code in codes:
            return kind
    if code in BREAKS:
        return "Break"
    category = unicodedata.category(chr(code))
    name = unicodedata.name(chr(code), "")
    if 0xFE70 <= code <= 0xFE7F or 0xFC5E <= code <= 0xFC63 or 0xFCF2 <= code <= 0xFCF4:
        return "Mark"  # a vowel mark on its own or on a tatweel
    if code in (0x2BE, 0x2BF):
        return "Mark"  # half rings of transliteration
    if code == 0x9 or category == "Zs":
        return "Blank"
    if category in ("Cc", "Cf"):
        return "Ignored"
    if category == "Nd":
        return "Digit"
    if category[0] == "L":
        return "Letter"
    if category[0] == "M":
        dropped = (0x300 <= code <= 0x36F or within(code, ARABIC) or within(code, CYRILLIC)
                   or 0x1AB0 <= code <= 0x1AFF or 0x1DC0 <= code <= 0x1DFF
                   or 0x20D0 <= code <= 0x20FF or 0xFE00 <= code <= 0xFE2F)
        return "Mark" if dropped else "Letter"
    kinds = {"Pd": "Dash", "Ps": "Open", "Pe": "Close", "Sc": "Currency"}
    return "Currency" if "CURRENCY" in name else kinds.get(category, "Other")


def fold_of(code, kind):
    """The string a code point folds to; itself where it is not changed; "" where it is dropped."""
    if code in OWN_FOLDS:
        return OWN_FOLDS[code]
    if kind in ("Mark", "Ignored", "Tatweel"):
        return ""
    char = chr(code)
    if kind == "Digit":
        return str(unicodedata.digit(char))
    if kind == "Blank":
        return " "
    if kind == "Break":
        return "\n"
    if kind == "Dash":
        return "-"
    if 0xFB50 <= code <= 0xFEFC or 0xFF00 <= code <= 0xFF5E or 0x2100 <= code <= 0x214F:
        wide = unicodedata.normalize("NFKC", char)
        if " " in wide:
            return char
        return char if wide == char else "".join(fold_of(ord(c), kind_of(ord(c))) for c in wide)
    if kind != "Letter":
        return char
    lower = char.lower()
    if script_of(code) == "Latin" or 0x370 <= code <= 0x3FF or 0x1F00 <= code <= 0x1FFF:
        bare = [c for c in unicodedata.normalize("NFKD", lower) if unicodedata.category(c)[0] != "M"]
        lower = "".join(OWN_FOLDS.get(ord(c), c) for c in "".join(bare).lower()
                        if kind_of(ord(c)) != "Mark") or char
    return lower if " " not in lower else char


def runs(items, same):
    """Consecutive items put together as long as same(first, previous, item)."""
    groups = []
    for item in items:
        if groups and same(groups[-1][0], groups[-1][-1], item):
            groups[-1].append(item)
        else:
            groups.append([item])
    return groups


def lines_of(cells):
    line = "   "
    for cell in cells:
        if len(line) + len(cell) + 1 > 100:
            yield line
            line = "   "
        line += " " + cell
    yield line


def print_table(head, cells):
    print(head)
    print("\n".join(lines_of(cells)))
    print("};\n")


def main():
    kinds, ones, manies, gaps = [], [], [], set()  # gaps: not assigned, go with their neighbours
    for code in range(TOP):
        if 0xD800 <= code <= 0xDFFF:
            continue
        if unicodedata.category(chr(code)) in ("Cn", "Co"):
            gaps.add(code)
            continue
        kind = kind_of(code)
        script = script_of(code) if kind in ("Letter", "Mark") else "None"
        kinds.append((code, kind, script))
        fold = fold_of(code, kind)
        if fold != chr(code):
            (ones if len(fold) == 1 else manies).append((code, fold))
    print("// SPDX-License-Identifier: Apache-2.0")
    print("// Made by tools/make_unicode_table.py, Unicode", unicodedata.unidata_version + ".")
    print("// Do not edit.\n")
    print("// clang-format off")
    groups = runs(kinds, lambda first, last, item: item[1:] == last[1:] and all(
        code in gaps for code in range(last[0] + 1, item[0])))
    print_table("constexpr KindRow kKindRows[] = {",
                [f"{{0x{g[0][0]:X},0x{g[-1][0]:X},K::{g[0][1]},S::{g[0][2]}}}," for g in groups
                 if g[0][1:] != ("Other", "None")])
    print_table("constexpr FoldRow kFoldRows[] = {", fold_cells(ones))
    dropped = [c for c, f in manies if not f]
    groups = runs(dropped, lambda first, last, item: item == last + 1)
    print_table("constexpr DropRow kDropRows[] = {",
                [f"{{0x{g[0]:X},0x{g[-1]:X}}}," for g in groups])
    print_table("constexpr LongFoldRow kLongFoldRows[] = {",
                [f'{{0x{c:X},"{utf8_literal(f)}"}},' for c, f in manies if f])


def fold_cells(ones):
    """Rows {first, last, step, to of first, step of to}."""
    cells, at = [], 0
    pairs = [(c, ord(f)) for c, f in ones]
    while at < len(pairs):
        best = (at + 1, 1, 0)
        for step, rise in ((1, 1), (2, 2), (1, 0)):
            end = at + 1
            while (end < len(pairs) and pairs[end][0] == pairs[end - 1][0] + step
                   and pairs[end][1] == pairs[end - 1][1] + rise):
                end += 1
            if end > best[0]:
                best = (end, step, rise)
        end, step, rise = best
        cells.append(f"{{0x{pairs[at][0]:X},0x{pairs[end - 1][0]:X},{step},0x{pairs[at][1]:X},{rise}}},")
        at = end
    return cells


def utf8_literal(text):
    return "".join(c if 0x20 <= ord(c) < 0x7F and c not in '"\\'
                   else "".join(f"\\{b:03o}" for b in c.encode()) for c in text)


if __name__ == "__main__":
    sys.exit(main())
