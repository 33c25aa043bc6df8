#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Draws figures at random for a check by eye: how often is one that was read no figure at all?

usage: sample_figures.py ISNAD PACKS REPORTS TOPICS COUNT SEED [LEAST [SEEN]]

REPORTS is JSON Lines, packed by gzip or not. TOPICS has rows `topic<TAB>word ...`; a report is of
the topic with the most words found in it, if they are three at least and one word in a hundred; reports of
no topic are left out, so that what is drawn comes from sport, economy and culture, not from what
is chosen by what was read in it. COUNT figures of all those reports are drawn with SEED, each
figure as likely as any other. LEAST: how many words of the topic are enough, in place of three (and
then no share is asked for). SEEN is what this tool printed before: its figures are left out, so that a
draw is of figures nobody has read. Printed: number, topic, report, what was read, and the words around
it with the figure in square brackets."""
import gzip
import json
import pathlib
import random
import re
import subprocess
import sys
import tempfile

LEAST = 3          # words of the topic
SHARE = 100        # one word in so many
AROUND = 130       # characters each side
SCORED = set("killed injured missing casualties arrested abducted displaced rescued released "
             "participants attackers deployed deployed_equipment destroyed seized affected".split())


def lines_of(path):
    opened = gzip.open if str(path).endswith(".gz") else open
    with opened(path, "rt", encoding="utf-8") as file:
        return [line for line in file if line.strip()]


def topic_of(report, topics, least=None):
    words = re.findall(r"\w+", report.get("title", "") + " " + report.get("text", ""))
    counts = {name: sum(word in listed for word in words) for name, listed in topics.items()}
    name = max(sorted(counts), key=counts.get)
    if least is not None:
        return name if counts[name] >= least else None
    enough = counts[name] >= LEAST and counts[name] * SHARE >= len(words)
    return name if enough else None


def figures_of(isnad, packs, chosen):
    with tempfile.TemporaryDirectory() as name:
        file = pathlib.Path(name) / "chosen.jsonl"
        file.write_text("".join(line for line, _ in chosen), encoding="utf-8")
        done = subprocess.run([isnad, "read", "--format", "jsonl", "--packs", packs, str(file)],
                              stdout=subprocess.PIPE, check=True)
    for line, (_, topic) in zip(done.stdout.decode("utf-8").splitlines(), chosen):
        report = json.loads(line)
        for figure in report["figures"]:
            if figure["role"] in SCORED:
                yield topic, report, figure


def shown(topic, report, figure):
    text, start, end = report["text"], figure["start"], figure["end"]
    around = (text[max(0, start - AROUND):start] + "[" + text[start:end] + "]"
              + text[end:end + AROUND])
    high = ".." if figure["high"] is None else figure["high"]
    read = f"{figure['role']} {figure['low']}-{high} {figure['bound']} {figure['group']} " \
           f"{figure['kind']} {figure['stance']}"
    return f"{topic} {report['input']} | {read} | " + " ".join(around.split())


def read_before(path):
    """What was printed: report and the words in brackets."""
    with open(path, encoding="utf-8") as file:
        found = (re.match(r" *\d+ \w+ (\S+) \| .*?\[(.*)\]", line) for line in file)
        return {(match[1], match[2]) for match in found if match}


def main():
    if len(sys.argv) not in (7, 8, 9):
        sys.exit(__doc__)
    isnad, packs, reports, topics_file, count, seed = sys.argv[1:7]
    least = int(sys.argv[7]) if len(sys.argv) > 7 else None
    seen = read_before(sys.argv[8]) if len(sys.argv) > 8 else set()
    topics = {}
    for line in lines_of(topics_file):
        if not line.startswith("#"):
            name, words = line.rstrip("\n").split("\t")
            topics.setdefault(name, set()).update(words.split())
    chosen = []
    for line in lines_of(reports):
        report = json.loads(line)
        topic = topic_of(report, topics, least)
        if topic:
            chosen.append((line, topic))
    figures = [(topic, report, figure) for topic, report, figure in figures_of(isnad, packs, chosen)
               if (report["input"], " ".join(figure["quote"].split())) not in seen]
    drawn = random.Random(int(seed)).sample(figures, min(int(count), len(figures)))
    print(f"{len(chosen)} reports, {len(figures)} figures, {len(drawn)} drawn with seed {seed}")
    for number, figure in enumerate(drawn, 1):
        print(f"{number:3} {shown(*figure)}")


if __name__ == "__main__":
    main()
