#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Scores the seeds against their gold and holds the program to the bars it has reached.

usage: test_seeds.py ISNAD PACKS SHARED"""
import json
import pathlib
import re
import subprocess
import sys
import tempfile

# What must hold.
FIGURE_VALUE_F1, ORIGIN, TIME_VALUE, QUOTES, PUBLISHED = .97, .95, .93, 1, 5
DIFFERENCES, SERIES, TIMELINE, NAMES = 8, 3, 8, 25


def output_of(command):
    done = subprocess.run(command, capture_output=True, check=False)
    if done.returncode != 0:
        sys.exit(f"{command[0]} ended with {done.returncode}: {done.stderr.decode()}")
    return done.stdout.decode()


def ratio(text, pattern):
    match = re.search(pattern, text)
    if not match:
        sys.exit(f"no {pattern!r} in:\n{text}")
    return int(match[1]) / int(match[2])


def number(text, pattern):
    match = re.search(pattern, text)
    if not match:
        sys.exit(f"no {pattern!r} in:\n{text}")
    return float(match[1])


class Bars:
    def __init__(self):
        self.failed = 0

    def hold(self, name, got, bar):
        good = got >= bar
        self.failed += not good
        print(f"{'ok    ' if good else 'FAILED'} {name}: {got:.3f}, at least {bar}")


def check_reports(bars, isnad, packs, shared, folder):
    seeds = sorted(str(p) for p in (shared / "seeds").glob("*.txt"))
    out = folder / "seeds.jsonl"
    out.write_text(output_of([isnad, "read", "--together", "--format", "jsonl", "--packs", packs, *seeds]), encoding="utf-8")
    score = output_of([sys.executable, str(shared / "tools/score.py"), str(shared / "gold/seeds.jsonl"), str(out)])
    print(score)
    bars.hold("figures, value F1", number(score, r"value\s+P \S+ R \S+ F1 (\S+)"), FIGURE_VALUE_F1)
    bars.hold("figures, none invented", -number(score, r"spurious (\d+)\)"), 0)
    bars.hold("origin", number(score, r"origin (\S+)"), ORIGIN)
    bars.hold("times, value", ratio(score, r"value right (\d+)/(\d+)"), TIME_VALUE)
    bars.hold("quotations found", ratio(score, r"quotes\s+found (\d+)/(\d+)"), QUOTES)
    bars.hold("published", number(score, r"published (\d+)/"), PUBLISHED)
    bars.hold("no two reports are said to be at odds about a day", -out.read_text(encoding="utf-8").count("are at odds"), 0)
    return seeds


def check_record(bars, isnad, packs, shared, folder, seeds):
    out = folder / "record.json"
    out.write_text(output_of([isnad, "record", "--format", "json", "--packs", packs, *seeds]), encoding="utf-8")
    score = output_of([sys.executable, str(shared / "tools/score_record.py"), str(shared / "gold/seeds.record.json"), str(out)])
    print(score)
    bars.hold("one record", -number(score, r"records (\d+)"), -1)
    bars.hold("of five reports", number(score, r"in the largest (\d+)"), 5)
    bars.hold("differences", number(score, r"differences (\d+)/"), DIFFERENCES)
    bars.hold("series", number(score, r"series (\d+)/"), SERIES)
    bars.hold("timeline", number(score, r"bearing report (\d+)/"), TIMELINE)


def gold_names(shared):
    names = {}
    for line in (shared / "gold/seeds.jsonl").read_text(encoding="utf-8").splitlines():
        for entity in json.loads(line)["entities"]:
            names.setdefault(entity["id"], set()).update(entity["forms"])
    return names


def check_names(bars, isnad, packs, shared, seeds):
    """Every name of the gold is one name here, with all its forms, and no name here is two of the gold's."""
    where = {}
    for line in output_of([isnad, "names", "--format", "jsonl", "--packs", packs, *seeds]).splitlines():
        name = json.loads(line)
        for form in name["forms"]:
            where.setdefault(form["text"], set()).add(name["id"])
    whole, owners = 0, {}
    for gold, forms in gold_names(shared).items():
        found = [where.get(form) or where.get(form.removeprefix("\u0627\u0644"), set()) for form in forms]
        ids = set().union(*found)
        whole += len(ids) == 1 and all(found)
        for one in ids:
            owners.setdefault(one, set()).add(gold)
    bars.hold("names with all their spellings", whole, NAMES)
    bars.hold("names joined wrongly", -sum(len(of) > 1 for of in owners.values()), 0)


def main():
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    isnad, packs, shared = sys.argv[1], sys.argv[2], pathlib.Path(sys.argv[3])
    if not (shared / "seeds").is_dir():
        print("skipped: the seeds are not beside the repository")
        sys.exit(77)
    bars = Bars()
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        seeds = check_reports(bars, isnad, packs, shared, folder)
        check_record(bars, isnad, packs, shared, folder, seeds)
        check_names(bars, isnad, packs, shared, seeds)
    sys.exit(1 if bars.failed else 0)


if __name__ == "__main__":
    main()
