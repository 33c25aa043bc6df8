#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Measures how reports without a date are dated together. Standard library only.

  measure_dating.py hide COMMAND PACKS FOLDER...   each FOLDER has an articles.jsonl (text, title, published);
        all but the first article lose `published`, and are dated from what they and the first say.
        --none hides the first one's too.
  measure_dating.py read COMMAND PACKS PATH...     dates the reports as they are and prints day and notes.
  measure_dating.py drop COMMAND PACKS FOLDER NAME      as read, NAME's printed date lines removed.
  measure_dating.py swap COMMAND PACKS FOLDER FILE=DATE...  as read, the text files' page dates put to DATE
        (a line "DATE" is put in place of the first printed date, or before the text).
Says for each article: the true day, a stretch that holds it, a wrong one, or nothing known."""
import json
import pathlib
import re
import subprocess
import sys
import tempfile

PRINTED = re.compile(r"^\s*\d{1,2} \S+ 20\d\d( \d{1,2}:\d\d)?\s*$")


def read_together(command, packs, inputs):
    run = subprocess.run([command, "read", "--together", "--format", "jsonl", "--packs", packs, *inputs],
                         capture_output=True, text=True, encoding="utf-8")
    if run.returncode not in (0, 1) or not run.stdout:
        sys.exit(f"{command} failed: {run.stderr[:500]}")
    return [json.loads(line) for line in run.stdout.splitlines() if line.strip()]


def judged(truth, published):
    low, high = (published or {}).get("low"), (published or {}).get("high")
    if not low and not high:
        return "unknown"
    if (low and truth < low) or (high and truth > high):
        return "wrong"
    return "true day" if low == high else "stretch"


def hide(command, packs, folders, keep_first):
    total = {}
    for folder in folders:
        lines = (pathlib.Path(folder) / "articles.jsonl").read_text(encoding="utf-8").splitlines()
        articles = [json.loads(line) for line in lines if line.strip()]
        count = {}
        with tempfile.TemporaryDirectory() as place:
            path = pathlib.Path(place) / "articles.jsonl"
            with path.open("w", encoding="utf-8") as out:
                for i, article in enumerate(articles):
                    seen = dict(article)
                    if i > 0 or not keep_first:
                        seen.pop("published", None)
                    out.write(json.dumps(seen, ensure_ascii=False) + "\n")
            reports = read_together(command, packs, [str(path)])
        if len(reports) != len(articles):
            print(f"{folder}: {len(articles)} articles, {len(reports)} reports")
        for i, (article, report) in enumerate(zip(articles, reports)):
            if i == 0 and keep_first:
                continue
            truth = article["published"][:10]
            verdict = judged(truth, report.get("published"))
            count[verdict] = count.get(verdict, 0) + 1
            total[verdict] = total.get(verdict, 0) + 1
            if verdict == "wrong":
                said = report["published"]
                print(f"  wrong: {article.get('id')} is of {truth}, said {said.get('low')}..{said.get('high')}: "
                      f"{[w['reason'] for w in said.get('why') or []]}")
        print(f"{pathlib.Path(folder).name}: {count}")
    print(f"all: {total}")


def show(command, packs, paths):
    for report in read_together(command, packs, [str(p) for p in paths]):
        published = report.get("published") or {}
        notes = [n.get("text", n) if isinstance(n, dict) else n for n in report.get("notes") or []]
        print(report.get("input"), published.get("low"), published.get("high"), published.get("basis"))
        for why in published.get("why") or []:
            print("    ", why["reason"])
        for note in notes + ([published["note"]] if published.get("note") else []):
            print("  ! ", note)


def change(command, packs, folder, wanted):
    """wanted: file name -> the line put for its printed date, or None to drop it."""
    with tempfile.TemporaryDirectory() as place:
        for path in sorted(pathlib.Path(folder).glob("*.txt")):
            lines = path.read_text(encoding="utf-8").split("\n")
            for name, date in wanted.items():
                if not path.name.startswith(name):
                    continue
                kept = [line for line in lines if not PRINTED.match(line)]
                at = next((i for i, line in enumerate(lines) if PRINTED.match(line)), 0)
                lines = kept if date is None else kept[:at] + [date] + kept[at:]
            (pathlib.Path(place) / path.name).write_text("\n".join(lines), encoding="utf-8")
        show(command, packs, sorted(pathlib.Path(place).iterdir()))


def main():
    args = [a for a in sys.argv[1:] if a != "--none"]
    if len(args) < 4:
        sys.exit(__doc__)
    mode, command, packs, rest = args[0], args[1], args[2], args[3:]
    if mode == "hide":
        hide(command, packs, rest, "--none" not in sys.argv)
    elif mode == "read":
        show(command, packs, rest)
    elif mode == "drop":
        change(command, packs, rest[0], {name: None for name in rest[1:]})
    elif mode == "swap":
        change(command, packs, rest[0], dict(pair.split("=", 1) for pair in rest[1:]))
    else:
        sys.exit(__doc__)


main()
