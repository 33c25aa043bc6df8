#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Do reports of two languages on one incident stand in one story, and those of two incidents apart?

usage: score_languages.py ISNAD PACKS [--cases FILE] [--beside FILE...] [--at-least P F1]

The cases are JSON lines whose id is "STORY:NAME"; the default is the project's own. --beside puts other
JSON lines into the same stream; they count as wrong where they stand with a case. Prints B-cubed scores,
what is apart and what is together wrongly; --at-least fails below them."""
import argparse
import collections
import json
import pathlib
import subprocess
import sys

CASES = pathlib.Path(__file__).resolve().parent.parent / "tests/cases/stories/two_languages.jsonl"


def score(groups, cases):
    group_of = {report: i for i, reports in enumerate(groups) for report in reports}
    stories = collections.defaultdict(set)
    for case in cases:
        stories[case.split(":")[0]].add(case)
    precision = recall = 0.0
    for case in cases:
        members, own = groups[group_of[case]], stories[case.split(":")[0]]
        right = len(members & own)
        precision += right / len(members)
        recall += right / len(own)
    for name, own in sorted(stories.items()):
        if len({group_of[case] for case in own}) > 1:
            print("apart:", *sorted(own))
    for reports in groups:
        named = {report.split(":")[0] for report in reports if report in cases}
        if len(named) > 1 or (named and any(report not in cases for report in reports)):
            print("together:", *sorted(reports))
    return precision / len(cases), recall / len(cases)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("isnad")
    parser.add_argument("packs")
    parser.add_argument("--cases", default=str(CASES))
    parser.add_argument("--beside", nargs="*", default=[])
    parser.add_argument("--at-least", nargs=2, type=float, default=[0, 0])
    options = parser.parse_args()
    done = subprocess.run([options.isnad, "stories", "--packs", options.packs, options.cases, *options.beside],
                          capture_output=True, check=True)
    groups = [set(story["reports"]) for story in map(json.loads, done.stdout.decode().splitlines())
              if "reports" in story]
    with open(options.cases, encoding="utf-8") as lines:
        cases = {json.loads(line)["id"] for line in lines}
    precision, recall = score(groups, cases)
    f1 = 2 * precision * recall / (precision + recall)
    print(f"{len(cases)} reports: P {precision:.3f} R {recall:.3f} F1 {f1:.3f}")
    if precision < options.at_least[0] or f1 < options.at_least[1]:
        sys.exit("below the bar")


if __name__ == "__main__":
    main()
