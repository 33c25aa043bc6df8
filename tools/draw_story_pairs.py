#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Draws random pairs of reports that stand in one story, to be judged by eye: one incident or not?

usage: draw_story_pairs.py STORIES REPORTS... [--seed 1] [--pairs 100] [--words 30]

STORIES is what `isnad stories` printed, REPORTS the JSON lines (also .gz) it read. A report of a story of
two and more is drawn, then another of its story. Reports with a `story` of their own (picked lists) are
left out. Prints number, ids, days, titles and first words."""
import argparse
import random

from read_lines import read_lines


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("stories")
    parser.add_argument("reports", nargs="+")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--pairs", type=int, default=100)
    parser.add_argument("--words", type=int, default=30)
    options = parser.parse_args()
    listed, reports = set(), {}
    for path in options.reports:
        for report in read_lines(path):
            if report.get("story"):
                listed.add(report["id"])
            reports[report["id"]] = report
    groups = []
    for story in read_lines(options.stories):
        members = sorted(r for r in story.get("reports", []) if r not in listed)
        if len(members) > 1:
            groups.append(members)
    places = [(g, r) for g in groups for r in g]
    dice = random.Random(options.seed)
    for number in range(1, options.pairs + 1):
        group, one = dice.choice(places)
        other = dice.choice([r for r in group if r != one])
        print(f"{number}  (story of {len(group)})")
        for report in (one, other):
            text = " ".join(reports[report]["text"].split()[:options.words])
            print(f"   {report} | {reports[report]['title']} | {text}")


if __name__ == "__main__":
    main()
