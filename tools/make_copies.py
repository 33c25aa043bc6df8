#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Makes reports that copy each other, as desks do, and others that only seem to, and scores
`isnad stories` on them: pairs that share text, and origins.

usage: make_copies.py ISNAD PACKS [SHARED] [--seed N] [--keep FOLDER] [--misses] [--at-least F1 ARI]

Copies are made of synthetic events (copy_words.txt) and, where SHARED is given, of real reports read
from SHARED/data when it runs: nothing of them is kept. A copy has a head of its own, and of the
sentences of its source some are dropped, joined, reordered, have words changed for others of one
meaning, letters written otherwise, numbers brought up to date. What only seems to copy: another desk's
own words on the same event, alone or around one ministry's statement, quoted.

With SHARED the annotated reports of SHARED/dev go in as well: of one event, by several desks, with the
pairs that copy named by hand (event.json). A pair is gold where both hold two sentences of one origin, which are a
fifth of the shorter; one that holds fewer counts neither way; a predicted pair is an entry of "copies". ARI is over all reports: the voices of
`isnad stories` against the sources the reports were made of."""
import argparse
import collections
import gzip
import json
import pathlib
import random
import re
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
WORDS = HERE / "copy_words.txt"
COMMA = "\u060c"


def read_words():
    sections = collections.OrderedDict()
    for line in WORDS.read_text(encoding="utf-8").splitlines():
        if line.startswith("== "):
            name = line[3:]
            sections[name] = []
        elif line and not line.startswith("#"):
            sections[name].append(line)
    return sections


class Desk:
    """Edits a list of (origin, sentence) as a desk does."""

    def __init__(self, words, dice):
        self.dice = dice
        self.openers, self.closers = words["openers"], words["closers"]
        self.joins = words["joins"]
        self.prefixes, self.marks = words["prefixes"], [*words["marks"], ".", ":"]
        self.letters = [line.split(" = ") for line in words["letters"]]
        self.synonyms = {}
        for line in words["synonyms"]:
            a, b = line.split(" = ")
            self.synonyms[a], self.synonyms[b.split()[0]] = b, a

    def word(self, word):
        core = word[:-1] if word[-1:] in self.marks else word
        core = core[1:] if core[:1] in self.prefixes and core not in self.synonyms else core
        if core in self.synonyms and self.dice.random() < 0.7:
            return word.replace(core, self.synonyms[core], 1)
        if self.dice.random() < 0.03:
            for written, otherwise in self.letters:
                word = word.replace(written, otherwise)
            return word
        if re.fullmatch(r"[0-9]+", word) and self.dice.random() < 0.5:
            return str(int(word) + self.dice.randint(1, 9))
        return word

    def head(self, title):
        """A few words of the matter between two of the desk's own."""
        words = title.split()
        self.dice.shuffle(words)
        return f"{self.dice.choice(self.openers)} {' '.join(words[:5])}{COMMA} {self.dice.choice(self.closers)}."

    def edit(self, title, sentences, drop):
        kept = [s for s in sentences if self.dice.random() >= drop]
        if len(kept) < 3:
            kept = sentences[:4]
        if self.dice.random() < 0.5:
            i = self.dice.randrange(len(kept) - 1)
            kept[i], kept[i + 1] = kept[i + 1], kept[i]
        out = []
        for origin, text in kept:
            out.append((origin, " ".join(self.word(w) for w in text.split(" "))))
        if len(out) > 3 and self.dice.random() < 0.5:
            i = self.dice.randrange(len(out) - 1)
            (a, first), (b, second) = out[i], out[i + 1]
            out[i:i + 2] = [(a + b, first.rstrip(" .") + self.dice.choice(self.joins) + " " + second)]
        return [((), self.head(title))] + out


def sentences_of(text):
    return [s.strip() for s in re.split(r"(?<=[.!\u061f])\s+|\n+", text) if len(s.split()) >= 6]


def runs_of(text):
    words = text.split()
    return {" ".join(words[i:i + 6]) for i in range(len(words) - 5)}


def real_sources(shared, dice, count):
    found, seen = [], set()
    for folder in (pathlib.Path(shared) / "dev").glob("*/event.json"):
        for line in (folder.parent / "articles.jsonl").read_text(encoding="utf-8").splitlines():
            seen |= runs_of(json.loads(line)["text"])
    with gzip.open(pathlib.Path(shared) / "data/arabic_news_2015.jsonl.gz", "rt", encoding="utf-8") as f:
        reports = [json.loads(line) for line in f]
    dice.shuffle(reports)
    for report in reports:
        sentences = sentences_of(report["text"])
        if not 6 <= len(sentences) <= 25 or len(report["text"]) > 6000:
            continue
        runs = runs_of(report["text"])
        if runs & seen:   # a copy in earnest
            continue
        seen |= runs
        found.append((report["title"], sentences))
        if len(found) == count:
            break
    return found


class Maker:
    def __init__(self, seed, shared):
        self.dice = random.Random(seed)
        self.words = read_words()
        self.desk = Desk(self.words, self.dice)
        self.facts = [name for name in self.words if name.startswith("fact ")]
        self.reports, self.source, self.origins = [], [], []
        self.shared = shared

    def add(self, source, title, sentences, outlet, day, agency=""):
        number = len(self.reports)
        body = " ".join(text if text.endswith((".", "!", "\u061f")) else text + "." for _, text in sentences)
        self.reports.append({"id": f"r{number:04d}", "title": title, "outlet": outlet,
                             "published": f"2015-03-{day:02d}T{8 + number % 12:02d}:00:00",
                             "byline": agency, "text": body})
        self.source.append(source)
        self.origins.append(collections.Counter(o for origin, _ in sentences for o in origin))
        return number

    def tell(self, event, style, fills):
        sentences = []
        for name in self.facts:
            ways = self.words[name]
            text = ways[(style + event) % len(ways)].format(**fills)
            sentences.append(((f"e{event}.{style % len(ways)}.{name}",), text))
        return sentences

    def fills(self):
        pick = self.dice.choice
        return {"thing": pick(self.words["things"]), "place": pick(self.words["places"]),
                "person": pick(self.words["persons"]), "day": pick(self.words["days"]),
                "killed": self.dice.randint(3, 9), "hurt": self.dice.randint(11, 60)}

    def copy(self, source, title, sentences, day, count):
        base = self.add(source, title, sentences, f"paper{self.dice.randint(1, 9)}", day)
        last = sentences
        for i in range(count):
            edited = self.desk.edit(title, last if i % 2 else sentences, self.dice.choice((0.1, 0.3, 0.5)))
            self.add(source, self.desk.head(title), edited,
                     f"daily{self.dice.randint(1, 30)}", min(28, day + i % 2))
            last = edited[1:]
        return base

    def run(self):
        for i, (title, sentences) in enumerate(real_sources(self.shared, self.dice, 130) if self.shared else []):
            rows = [((f"s{i}.{k}",), text) for k, text in enumerate(sentences)]
            self.copy(f"real{i}", title, rows, 1 + i % 26, 1 if i % 5 else 3)
        fills = self.fills()
        title = f"{fills['thing']} {fills['place']}"
        statement = (("statement",), self.words["statement"][0].join(self.words["around_statement"]))
        for style in range(3):
            sentences = self.tell(0, style, fills)
            self.copy(f"event.{style}", title, sentences[:4] + [statement] + sentences[4:], 27, 3)
        if self.shared:
            self.add_annotated()
        return self

    def add_annotated(self):
        for folder in sorted((pathlib.Path(self.shared) / "dev").glob("*/event.json")):
            copies = {r: pair[0] for pair in json.loads(folder.read_text(encoding="utf-8"))["copies"]
                      for r in pair}
            for line in (folder.parent / "articles.jsonl").read_text(encoding="utf-8").splitlines():
                report = json.loads(line)
                one = copies.get(report["id"], report["id"])
                self.reports.append(report)
                self.source.append(f"{folder.parent.name}.{one}")
                self.origins.append(collections.Counter({f"{one}.a": 1, f"{one}.b": 1}))

    def gold(self):
        """Pairs that hold one source's sentences, and those that hold a little; statements are everyone's."""
        pairs, little = set(), set()
        for a, first in enumerate(self.origins):
            for b in range(a + 1, len(self.origins)):
                both = [o for o in first if o in self.origins[b] and o != "statement"]
                shorter = min(len(first), len(self.origins[b]))
                pair = tuple(sorted((self.reports[a]["id"], self.reports[b]["id"])))
                if len(both) >= 2 and len(both) * 5 >= shorter:
                    pairs.add(pair)
                elif both:
                    little.add(pair)
        return pairs, little


def adjusted_rand(truth, found):
    def choose(counts):
        return sum(n * (n - 1) // 2 for n in counts)
    both = choose(collections.Counter(zip(truth, found)).values())
    a, b = choose(collections.Counter(truth).values()), choose(collections.Counter(found).values())
    expected = a * b / choose([len(truth)])
    return (both - expected) / ((a + b) / 2 - expected)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("isnad")
    parser.add_argument("packs")
    parser.add_argument("shared", nargs="?")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep")
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--at-least", type=float, nargs=2, metavar=("F1", "ARI"), default=(0, 0))
    options = parser.parse_args()
    maker = Maker(options.seed, options.shared).run()
    with tempfile.TemporaryDirectory() as name:
        path = pathlib.Path(options.keep or name) / "copies.jsonl"
        path.write_text("".join(json.dumps(r, ensure_ascii=False) + "\n" for r in maker.reports),
                        encoding="utf-8")
        done = subprocess.run([options.isnad, "stories", "--packs", options.packs, str(path)],
                              capture_output=True, check=True)
    stories = [json.loads(line) for line in done.stdout.decode().splitlines()]
    predicted, voice = set(), {}
    for story in stories:
        for copy in story.get("copies", []):
            predicted.add(tuple(sorted((copy["report"], copy["of"]))))
        for origin in story.get("voices", []):
            for report in origin["reports"]:
                voice[report] = (story["story"], origin["id"])
    gold, little = maker.gold()
    predicted -= little
    right = len(gold & predicted)
    precision, recall = right / max(1, len(predicted)), right / len(gold)
    ids = [r["id"] for r in maker.reports]
    seeming = sum(1 for i in range(len(ids)) for j in range(i + 1, len(ids))
                  if maker.source[i] != maker.source[j]
                  and maker.source[i].split(".")[0] == maker.source[j].split(".")[0])
    print(f"{len(ids)} reports; {len(gold)} pairs that copy, {seeming} of one event that do not")
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    ari = adjusted_rand(maker.source, [voice[i] for i in ids])
    print(f"pairs: P {precision:.3f} R {recall:.3f} F1 {f1:.3f}")
    print(f"origins: ARI {ari:.3f}")
    if options.misses:
        for kind, pairs in (("missed", gold - predicted), ("too much", predicted - gold)):
            for a, b in sorted(pairs):
                print(kind, a, b, maker.source[ids.index(a)], maker.source[ids.index(b)])
    if f1 < options.at_least[0] or ari < options.at_least[1]:
        sys.exit("less than asked for")


if __name__ == "__main__":
    main()
