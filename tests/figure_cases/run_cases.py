#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Reads the sentences of a file of figure cases and says which figures are missing or too many.

usage: run_cases.py ISNAD PACKS FILE... [--show]

A line is `FIGURES | TEXT`; what FIGURES may be stands at the head of the file. Every sentence is a
report of its own. Prints each wrong line and one line of sums; status 1 where a line is wrong."""
import json
import re
import subprocess
import sys

SCORED = {"killed", "injured", "missing", "casualties", "arrested", "abducted", "displaced", "rescued", "released",
          "participants", "attackers", "deployed", "deployed_equipment", "destroyed", "seized", "affected"}
FIGURE = re.compile(r"^(\w+) (\d+)(?:\.\.(\d+))?(\+?)$")


def wanted(text):
    out = []
    for one in ([] if text == "-" else text.split(";")):
        role, low, high, is_open = FIGURE.match(one.strip()).groups()
        out.append((role, int(low), None if is_open else int(high or low)))
    return sorted(out, key=str)


def cases(path):
    for number, line in enumerate(open(path, encoding="utf-8"), 1):
        if line.strip() and not line.startswith("#"):
            figures, text = line.split("|", 1)
            yield number, wanted(figures.strip()), text.strip()


def read(isnad, packs, language, texts):
    lines = [json.dumps({"id": str(i), "text": t, "language": language, "published": "2022-01-07"}, ensure_ascii=False)
             for i, t in enumerate(texts)]
    done = subprocess.run([isnad, "read", "--format", "jsonl", "--packs", packs, "-"], input="\n".join(lines) + "\n",
                          capture_output=True, text=True, encoding="utf-8", check=True)
    return [sorted([(f["role"], f["low"], f["high"]) for f in json.loads(line)["figures"] if f["role"] in SCORED], key=str)
            for line in done.stdout.splitlines()]


def main():
    words = [w for w in sys.argv[1:] if w != "--show"]
    if len(words) < 3:
        sys.exit(__doc__)
    wrong = right = spare = missed = lines = 0
    for path in words[2:]:
        rows = list(cases(path))
        got = read(words[0], words[1], "en" if "english" in path else "ar", [text for _, _, text in rows])
        if len(got) != len(rows):
            sys.exit(f"{path}: {len(rows)} cases, {len(got)} reports")
        for (number, want, text), have in zip(rows, got):
            lines += 1
            rest = list(have)
            for figure in want:
                if figure in rest:
                    rest.remove(figure)
                    right += 1
                else:
                    missed += 1
            spare += len(rest)
            if want != have:
                wrong += 1
                print(f"{path}:{number}: {text}\n  wanted {want}\n  got    {have}")
    f1 = 2 * right / max(1, 2 * right + spare + missed)
    print(f"{lines} cases, {wrong} wrong; figures right {right}, missed {missed}, too many {spare}, F1 {f1:.3f}")
    return 1 if wrong or not lines else 0


if __name__ == "__main__":
    sys.exit(main())
