#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""B-cubed precision, recall and F1 of `isnad stories` on the stories listed in SHARED, which are
mixed into all other reports.

usage: score_stories.py ISNAD PACKS SHARED [--keep FILE] [--from FILE] [--misses STORY]

--keep writes the output of `isnad stories` to FILE, --from reads it again. --misses prints, for one
story, what is missing in its largest group and what is too much there.

SHARED/data/stories_2015.jsonl.gz lists seven stories, picked by keyword; they are scored as they are
(raw) and as they should be: story_lists.tsv beside this file says where they are wrong. A report of a
group that is on no list counts as wrong (strict), or is passed over (listed).

"judged" is the independent measure: of story_judged.tsv (reports drawn and judged without a look at any
grouping, draw_story_lists.py), each with the weight of what it was drawn from. A report of a group that
was no candidate at all counts as wrong."""
import argparse
import collections
import json
import pathlib
import subprocess
import sys
import tempfile
import time

import draw_story_lists
from read_lines import read_lines

HERE = pathlib.Path(__file__).resolve().parent


def mix(shared, folder):
    """All reports once, without their lists; gives the file and the lists."""
    lists = collections.defaultdict(set)
    titles = {}
    path = folder / "mix.jsonl"
    with open(path, "w", encoding="utf-8") as out:
        for name in ("stories_2015", "arabic_news_2015"):
            for report in read_lines(shared / f"data/{name}.jsonl.gz"):
                story = report.pop("story", None)
                if story:
                    lists[story].add(report["id"])
                if report["id"] not in titles:
                    titles[report["id"]] = report["title"]
                    out.write(json.dumps(report, ensure_ascii=False) + "\n")
    return path, lists, titles


def corrected(lists):
    """The lists with story_lists.tsv put to them, and what counts neither way."""
    lists = {story: set(ids) for story, ids in lists.items()}
    neither = collections.defaultdict(set)
    for line in (HERE / "story_lists.tsv").read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        story, report, verdict, _ = line.split("\t")
        lists[story].discard(report)
        if verdict == "in":
            lists[story].add(report)
        if verdict == "also":
            neither[story].add(report)
    return lists, neither


def read_judged():
    """By story: report -> (weight, verdict)."""
    judged = collections.defaultdict(dict)
    for line in (HERE / "story_judged.tsv").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            story, report, _, weight, verdict = line.split("\t")
            judged[story][report] = (float(weight), verdict)
    return judged


def all_candidates(shared):
    found = collections.defaultdict(set)
    for story, report, _, _ in draw_story_lists.candidates(shared):
        found[story].add(report["id"])
    return found


def score_judged(judged, candidates, groups):
    """B-cubed over judged reports, by their weights; `candidates` by story, from which they were drawn."""
    group_of = {report: i for i, reports in enumerate(groups) for report in reports}
    rows = []
    for story, verdicts in sorted(judged.items()):
        inside = {report: weight for report, (weight, verdict) in verdicts.items() if verdict == "in"}
        all_inside = sum(inside.values())
        precision = recall = 0.0
        for report, weight in inside.items():
            members = groups[group_of[report]]
            right = sum(inside[m] for m in members if m in inside)
            wrong = sum(verdicts[m][0] for m in members if m in verdicts and verdicts[m][1] == "out")
            wrong += sum(1 for m in members if m not in candidates[story] and m not in verdicts)
            precision += weight * right / (right + wrong)
            recall += weight * right / all_inside
        rows.append((story, all_inside, precision, recall))
    rows.append(("all", *(sum(row[i] for row in rows) for i in (1, 2, 3))))
    return rows


def group(isnad, packs, path):
    started = time.time()
    done = subprocess.run([isnad, "stories", "--packs", packs, str(path)], capture_output=True,
                          check=False)
    if done.returncode != 0:
        sys.exit(f"isnad stories: exit {done.returncode}: {done.stderr.decode()[-500:]}")
    print(f"isnad stories: {time.time() - started:.1f} s", file=sys.stderr)
    return done.stdout.decode()


def score(lists, neither, groups, strict):
    rows = []
    group_of = {report: i for i, reports in enumerate(groups) for report in reports}
    all_listed = set().union(*lists.values())
    for story, ids in sorted(lists.items()):
        precision = recall = 0.0
        for report in ids:
            members = groups[group_of[report]] - neither.get(story, set())
            if not strict:
                members &= all_listed
            right = len(members & ids)
            precision += right / len(members)
            recall += right / len(ids)
        rows.append((story, len(ids), precision, recall))
    total = sum(row[1] for row in rows)
    rows.append(("all", total, sum(row[2] for row in rows), sum(row[3] for row in rows)))
    return rows


def show(name, rows):
    print(f"{name:28}    n      P      R     F1")
    for story, count, precision, recall in rows:
        p, r = precision / count, recall / count
        print(f"  {story:26} {count:4.0f}  {p:.3f}  {r:.3f}  {2 * p * r / (p + r):.3f}")


def misses(story, ids, neither, groups, titles):
    largest = max(groups, key=lambda members: (len(members & ids), -len(members)))
    for name, reports in (("missing", ids - largest), ("too much", largest - ids - neither)):
        for report in sorted(reports):
            print(f"{story} {name}: {report} {titles[report]}")


def show_pairs(groups):
    """Judged pairs of mixed news: how many stand in one story."""
    group_of = {report: i for i, reports in enumerate(groups) for report in reports}
    counts = collections.Counter()
    for line in (HERE / "story_pairs.tsv").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            one, two, verdict, draw = line.split("\t")
            counts[draw, verdict, group_of[one] == group_of[two]] += 1
    for draw in sorted({key[0] for key in counts}):
        print(f"pairs {draw:8} one incident: {counts[draw, 'same', True]} together, "
              f"{counts[draw, 'same', False]} apart;  two: {counts[draw, 'other', True]} together, "
              f"{counts[draw, 'other', False]} apart")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    for name in ("isnad", "packs", "shared"):
        parser.add_argument(name)
    for name in ("--keep", "--from", "--misses"):
        parser.add_argument(name)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        path, lists, titles = mix(pathlib.Path(options.shared), pathlib.Path(name))
        kept = getattr(options, "from")
        out = (pathlib.Path(kept).read_text(encoding="utf-8") if kept
               else group(options.isnad, options.packs, path))
    if options.keep:
        pathlib.Path(options.keep).write_text(out, encoding="utf-8")
    stories = [json.loads(line) for line in out.splitlines()]
    groups = [set(story["reports"]) for story in stories if "reports" in story]
    print(f"{len(titles)} reports in {len(groups)} stories")
    right, neither = corrected(lists)
    show("lists as picked, strict", score(lists, {}, groups, True))
    show("lists as picked, listed", score(lists, {}, groups, False))
    show("lists corrected, strict", score(right, neither, groups, True))
    show("judged", score_judged(read_judged(), all_candidates(options.shared), groups))
    show_pairs(groups)
    if options.misses:
        misses(options.misses, right[options.misses], neither[options.misses], groups, titles)


if __name__ == "__main__":
    main()
