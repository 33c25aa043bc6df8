#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Draws the reports by which the lists of SHARED/data/stories_2015.jsonl.gz are judged, without a look at
any grouping: of each list all reports, or 60 drawn with seed 8; and of the reports on no list all that
match tools/story_patterns.tsv, or 30 drawn. Prints id, title and first words.

usage: draw_story_lists.py SHARED [--story NAME] [--words 20] [--ids]

--ids prints story, id, listed or not, and the weight of the report: how many it was drawn from, a report."""
import argparse
import itertools
import pathlib
import random
import re
import sys

from read_lines import read_lines

HERE = pathlib.Path(__file__).resolve().parent
SEED, LISTED, OTHERS = 8, 60, 30


def read_patterns():
    """By story: first day, two patterns."""
    lines = (HERE / "story_patterns.tsv").read_text(encoding="utf-8").splitlines()
    return {row[0]: row[1:] for row in (l.split("\t") for l in lines if not l.startswith("#"))}


def candidates(shared):
    """Rows (story, report, listed, how many of its kind are drawn)."""
    listed = {}
    for report in read_lines(f"{shared}/data/stories_2015.jsonl.gz"):
        listed.setdefault(report["story"], {})[report["id"]] = report
    others = {r["id"]: r for r in read_lines(f"{shared}/data/arabic_news_2015.jsonl.gz")}
    rows = []
    for story, (day, one, two) in sorted(read_patterns().items()):
        found = {}
        for report in others.values():
            text = report["title"] + " " + report["text"]
            if (report["id"] not in listed[story] and report["published"] >= day
                    and re.search(one, text) and re.search(two, text)):
                found[report["id"]] = report
        for reports, most, is_listed in ((listed[story], LISTED, True), (found, OTHERS, False)):
            rows += [(story, reports[i], is_listed, most) for i in sorted(reports)]
    return rows


def draw(shared):
    """Rows (story, report, listed, weight)."""
    rows = []
    for _, same in itertools.groupby(candidates(shared), key=lambda row: (row[0], row[2])):
        found = list(same)
        most = found[0][3]
        kept = set(range(len(found)))
        if len(found) > most:
            kept = set(random.Random(SEED).sample(range(len(found)), most))
        rows += [(*found[i][:3], len(found) / len(kept)) for i in sorted(kept)]
    return rows


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("shared")
    parser.add_argument("--story")
    parser.add_argument("--words", type=int, default=20)
    parser.add_argument("--ids", action="store_true")
    options = parser.parse_args()
    patterns = read_patterns()
    for story, report, listed, weight in draw(options.shared):
        if options.story and story != options.story:
            continue
        if options.ids:
            print(story, report["id"], "listed" if listed else "unlisted", f"{weight:.3f}", sep="\t")
            continue
        _, one, _ = patterns[story]
        text = " ".join(report["text"].split())
        at = re.search(one, text)
        near = text[max(0, at.start() - 50):at.end() + 60] if at else ""
        lead = " ".join(text.split()[:options.words])
        print(f"{story} {'L' if listed else 'U'} {report['id']} | {report['title']} | {lead} | ..{near}..")


if __name__ == "__main__":
    sys.exit(main())
