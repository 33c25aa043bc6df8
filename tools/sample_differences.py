#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Draws stated differences at random for a check by eye: is each right, and worth showing?

usage: sample_differences.py ISNAD PACKS SHARED COUNT SEED [--news N] [--rounds ROUNDS] [--only PART]

Records are made of each annotated event of SHARED/dev; of each listed story of
SHARED/data/stories_2015.jsonl.gz, its reports shuffled with SEED and cut into bunches of 25, as an editor
may have them at hand, ROUNDS times over (default 4); and of N reports in a row of arabic_news_2015.jsonl.gz (default 2500, from
a place that SEED gives). COUNT of all their differences are drawn with SEED, each as likely as any other; two
that have the same ends are one. Printed: number, where from, reports of the record, what is stated, and
both ends with the words around them. --only takes one of dev, stories, news."""
import argparse
import collections
import gzip
import json
import pathlib
import random
import subprocess
import sys
import tempfile

AROUND = 160       # characters each side
BUNCH = 25         # reports of a story taken at once


def lines_of(path):
    opened = gzip.open if str(path).endswith(".gz") else open
    with opened(path, "rt", encoding="utf-8") as file:
        return [json.loads(line) for line in file if line.strip()]


def sets_of(shared, seed, news, rounds):
    """(part, name, reports) of all that records are made of."""
    for event in sorted(shared.glob("dev/*/event.json")):
        yield "dev", event.parent.name, lines_of(event.parent / "articles.jsonl")
    stories = collections.defaultdict(list)
    for report in lines_of(shared / "data/stories_2015.jsonl.gz"):
        stories[report.pop("story")].append(report)
    for name in sorted(stories):
        for turn in range(rounds):
            shuffled = random.Random(f"{name} {seed} {turn}").sample(stories[name], len(stories[name]))
            for at in range(0, len(shuffled), BUNCH):
                yield "stories", f"{name}/{turn}.{at // BUNCH}", shuffled[at:at + BUNCH]
    reports = lines_of(shared / "data/arabic_news_2015.jsonl.gz")
    start = random.Random(f"news {seed}").randrange(len(reports))
    yield "news", f"from {start}", (reports + reports)[start:start + min(news, len(reports))]


def records_of(isnad, packs, reports):
    with tempfile.TemporaryDirectory() as name:
        file = pathlib.Path(name) / "reports.jsonl"
        file.write_text("".join(json.dumps(r, ensure_ascii=False) + "\n" for r in reports), encoding="utf-8")
        done = subprocess.run([isnad, "record", "--format", "json", "--packs", packs, str(file)],
                              stdout=subprocess.PIPE, check=False)
    if done.returncode != 0:
        sys.exit(f"isnad record: exit {done.returncode}")
    return json.loads(done.stdout)["records"]


def shown_end(end, inputs, reports):
    report = reports[inputs[end["report"]]]
    text = report["title"] + "\n" + report["text"]
    around = (text[max(0, end["start"] - AROUND):end["start"]] + "[[" + text[end["start"]:end["end"]] + "]]"
              + text[end["end"]:end["end"] + AROUND])
    where = f"{report['id']} {report.get('published') or ''} {report.get('outlet') or ''}"
    return f"      {where} | {report['title'].strip()}\n        {' '.join(around.split())}"


def pool_of(args):
    """All differences as text, by their ends."""
    pool = {}
    for part, name, listed in sets_of(args.shared, args.seed, args.news, args.rounds):
        if args.only and part != args.only:
            continue
        reports = {report["id"]: report for report in listed}
        for record in records_of(args.isnad, args.packs, listed):
            inputs = {r["id"]: r["input"] for r in record["reports"]}
            for one in record["differences"]:
                ends = [end for end in (one["a"], one["b"]) if end]
                key = tuple((inputs[end["report"]], end["start"], end["end"]) for end in ends)
                pool.setdefault(key, "\n".join(
                    [f"{part} {name}, {len(inputs)} reports: {one['relation']} {one['about']}: {one['title']}",
                     f"      {one['why']}"] + [shown_end(end, inputs, reports) for end in ends]))
    return [pool[key] for key in sorted(pool)]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("isnad")
    parser.add_argument("packs")
    parser.add_argument("shared", type=pathlib.Path)
    parser.add_argument("count", type=int)
    parser.add_argument("seed", type=int)
    parser.add_argument("--news", type=int, default=2500)
    parser.add_argument("--rounds", type=int, default=4)
    parser.add_argument("--only", choices=("dev", "stories", "news"))
    args = parser.parse_args()
    pool = pool_of(args)
    drawn = random.Random(args.seed).sample(pool, min(args.count, len(pool)))
    for number, text in enumerate(drawn, 1):
        print(f"{number:4}  {text}")
    parts = collections.Counter(text.split()[0] for text in pool)
    print(f"{len(pool)} differences: " + ", ".join(f"{n} {part}" for part, n in sorted(parts.items())))


if __name__ == "__main__":
    main()
