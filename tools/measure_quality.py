#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Runs the scorers over annotated reports that lie beside the repository and prints a table.

usage: measure_quality.py ISNAD PACKS SHARED

SHARED holds seeds/, gold/, dev/ and tools/. Nothing of it is in this repository. The last line of
the table takes all folders of dev together."""
import json
import pathlib
import re
import subprocess
import sys
import tempfile

FIELDS = ("origin", "chain", "group", "kind", "stance", "place", "date", "event")


def out(*words):
    done = subprocess.run([str(w) for w in words], capture_output=True, check=False)
    if done.returncode != 0:
        sys.exit(f"{words[0]} {words[1]}: exit {done.returncode}: {done.stderr.decode()[-500:]}")
    return done.stdout.decode()


def score(shared, gold, predictions):
    return out(sys.executable, shared / "tools/score.py", gold, predictions)


def row(name, text):
    found = re.search(r"found  P (\S+) R (\S+) F1 (\S+)", text)
    value = re.search(r"value  P (\S+) R (\S+) F1 (\S+)", text)
    spurious = re.search(r"spurious (\d+)\)", text)[1]
    cells = [name, found[3], value[3], spurious]
    for field in FIELDS:
        match = re.search(rf"\b{field} (\S+)", text)
        cells.append(match[1] if match else "-")
    times = re.search(r"times    F1 (\S+)  value right (\d+/\d+)", text)
    quotes = re.search(r"quotes   found (\d+/\d+)  speaker right (\d+/\d+)", text)
    cells += [times[1], times[2]] if times else ["-", "-"]
    cells += [quotes[1], quotes[2]] if quotes else ["-", "-"]
    return "| " + " | ".join(cells) + " |"


def together(shared, folders, predictions, folder):
    """All dev folders as one gold folder and one file of predictions."""
    gold = folder / "all"
    gold.mkdir()
    for name in ("articles.jsonl", "figures.jsonl"):
        text = "".join((f / name).read_text(encoding="utf-8").rstrip("\n") + "\n" for f in folders)
        (gold / name).write_text(text, encoding="utf-8")
    joined = folder / "all.jsonl"
    joined.write_text("".join(p.read_text(encoding="utf-8") for p in predictions), encoding="utf-8")
    return score(shared, gold, joined)


def main():
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    isnad, packs, shared = sys.argv[1], sys.argv[2], pathlib.Path(sys.argv[3])
    print("| reports | figures found F1 | value F1 | spurious | " + " | ".join(FIELDS)
          + " | times F1 | times value | quotations | speakers |")
    print("|" + "---|" * 16)
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        seeds = folder / "seeds.jsonl"
        files = sorted((shared / "seeds").glob("*.txt"))
        seeds.write_text(out(isnad, "read", "--together", "--format", "jsonl", "--packs", packs, *files), encoding="utf-8")
        print(row("seeds", score(shared, shared / "gold/seeds.jsonl", seeds)))
        folders = sorted(p.parent for p in (shared / "dev").glob("*/articles.jsonl"))
        predictions = []
        for dev in folders:
            file = folder / (dev.name + ".jsonl")
            file.write_text(out(isnad, "read", "--format", "jsonl", "--packs", packs, dev / "articles.jsonl"), encoding="utf-8")
            predictions.append(file)
            print(row(dev.name, score(shared, dev, file)))
        print(row("all dev", together(shared, folders, predictions, folder)))
        record = folder / "record.json"
        record.write_text(out(isnad, "record", "--format", "json", "--packs", packs, *files), encoding="utf-8")
        print(json.loads(record.read_text(encoding="utf-8"))["packs"])
        print(out(sys.executable, shared / "tools/score_record.py", shared / "gold/seeds.record.json", record))


if __name__ == "__main__":
    main()
