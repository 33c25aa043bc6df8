#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Scores records made end to end against annotated events that lie beside the repository.

usage: measure_relations.py [--misses] ISNAD PACKS SHARED

For each folder of SHARED/dev with an event.json: are the listed relations between two quotes stated
by the record with the same meaning, do the listed series run, are the best values the record's, are
the copies found, are the reports that tell another event kept out? What the record says of two
quotes is, in this order: a row of its differences for just these two; a row for two figures of the
same points; else what its lanes say: one point is `same` (so are a vague word and a count that meet
in one lane without a row), a figure that is given as `part_of` the other, or a point that is a part in the
other's lane, is `part`, two points of a lane that has an `update` row or grows are `update` where the count
rose, lanes of other places or events are `scope`."""
import argparse
import json
import pathlib
import subprocess
import sys
import tempfile

FAMILY = {"police": "forces", "soldiers": "forces", "security_forces": "forces", None: "people", "other_people": "people"}


def run(isnad, packs, command, path):
    done = subprocess.run([isnad, command, "--format", "json" if command == "record" else "jsonl",
                           "--packs", packs, str(path)], capture_output=True, check=False)
    if done.returncode != 0:
        sys.exit(f"{command} {path}: {done.stderr.decode()[-500:]}")
    return done.stdout.decode()


class Folder:
    """One annotated event and the record made of it."""

    def __init__(self, folder, isnad, packs):
        self.event = json.loads((folder / "event.json").read_text(encoding="utf-8"))
        self.records = json.loads(run(isnad, packs, "record", folder / "articles.jsonl"))["records"]
        self.text = {}
        for line in (folder / "articles.jsonl").read_text(encoding="utf-8").splitlines():
            article = json.loads(line)
            self.text[article["id"]] = article["title"] + "\n" + article["text"]
        self.input = {r["id"]: r["input"] for record in self.records for r in record["reports"]}
        self.record_of = {r["input"]: n for n, record in enumerate(self.records) for r in record["reports"]}
        self.points = [(record, lane, point) for record in self.records for lane in record["figures"]
                       for point in lane["series"]]
        self.rows = [(row["relation"], self.end(row["a"]), self.end(row["b"])) for record in self.records
                     for row in record["differences"]]
        self.support = {(self.input[s["report"]], s["start"], s["end"]): s for _, _, point in self.points
                        for s in point["support"]}
        self.index = {(self.input[s["report"]], s["start"], s["end"]): n for n, (_, _, point) in enumerate(self.points)
                      for s in point["support"]}

    def end(self, end):
        return (self.input[end["report"]], end["start"], end["end"]) if end else None

    def find(self, end):
        """The figure of a point that stands where the quote does: the one that overlaps it most."""
        report, quote = end
        text, best, most = self.text[report], None, 0
        at = text.find(quote)
        while at >= 0 and best is None:
            for key in self.index:
                overlap = min(key[2], at + len(quote)) - max(key[1], at) if key[0] == report else 0
                overlap = overlap / (max(key[2], at + len(quote)) - min(key[1], at)) if overlap > 0 else 0
                if overlap > most:
                    best, most = key, overlap
            at = text.find(quote, at + 1)
        return best

    def row(self, a, b, same):
        for relation, x, y in self.rows:
            if x and y and ((same(x, a) and same(y, b)) or (same(x, b) and same(y, a))):
                return relation
        return None

    def says(self, a, b):
        exact = self.row(a, b, lambda x, y: x == y)
        near = self.row(a, b, lambda x, y: self.index.get(x, -1) == self.index[y])
        if exact or (near and self.index[a] != self.index[b]):
            return exact or near
        (_, lane_a, x), (_, lane_b, y) = self.points[self.index[a]], self.points[self.index[b]]
        if x is y:
            return "same"
        s, t = self.support[a], self.support[b]
        parts = [s["part_of"] == t["figure"], t["part_of"] == s["figure"]]
        if (a[0] == b[0] and any(parts)) or (lane_a is lane_b and "part" in (x["kind"], y["kind"])):
            return "part"
        loose = [p for p, q in ((x, y), (y, x)) if p["kind"] == "part" and p["low"] < q["low"]]
        if loose and lane_a["role"] == lane_b["role"] and not (s["part_of"] or t["part_of"]):
            return "part"
        if lane_a is not lane_b:
            apart = lane_a["place"] != lane_b["place"] or lane_a["background"] != lane_b["background"]
            return "scope" if apart or self.points[self.index[a]][0] is not self.points[self.index[b]][0] else "other lanes"
        if "vague" in (x["bound"], y["bound"]):
            return "same"
        ends = [self.index.get(e) for relation, p, q in self.rows if relation == "update" for e in (p, q)]
        grows = lane_a["verdict"] == "growing" or any(n is not None and self.points[n][1] is lane_a for n in ends)
        rises = (lane_a["series"].index(x) < lane_a["series"].index(y)) == (x["low"] < y["low"])
        return "update" if grows and rises else "nothing"

    def relations(self):
        for one in self.event["relations"]:
            a, b = self.find(one["a"]), self.find(one["b"])
            says = self.says(a, b) if a and b else "not read"
            yield one, says == one["relation"], says

    def series(self):
        for one in self.event["series"]:
            want = [(p["id"], p["low"]) for p in one["points"]]
            best = 0
            for record in self.records:
                for lane in record["figures"]:
                    have = {(self.input[s["report"]], p["low"]) for p in lane["series"] for s in p["support"]}
                    if lane["role"] == one["role"]:
                        best = max(best, sum(w in have for w in want))
            yield one, best, len(want)

    def best(self):
        for one in self.event["best"]:
            lanes = [lane for record in self.records for lane in record["figures"]
                     if lane["role"] == one["role"] and not lane["background"]]
            shown = [(lane["group"], lane["best"]) for lane in lanes]
            right = any(lane["best"] == one["low"] and FAMILY.get(lane["group"], lane["group"])
                        == FAMILY.get(one["group"], one["group"]) for lane in lanes)
            yield one, right, shown

    def copies(self):
        found = {frozenset((r["input"], self.input[c["of"]])) for record in self.records for r in record["reports"]
                 for c in r["copies"]}
        for pair in self.event["copies"]:
            yield pair, frozenset(pair) in found

    def kept_out(self):
        main = [self.record_of[i] for i in self.text if i not in self.event["not_in_event"] and i in self.record_of]
        record = max(set(main), key=main.count)
        return sum(self.record_of.get(i) != record for i in self.event["not_in_event"])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--misses", action="store_true", help="print each miss")
    parser.add_argument("isnad")
    parser.add_argument("packs")
    parser.add_argument("shared", type=pathlib.Path)
    args = parser.parse_args()
    print("| folder | relations | series points | best values | copies | kept out | records | differences |")
    print("|---|---|---|---|---|---|---|---|")
    sums = [0] * 8
    misses = []
    for path in sorted(args.shared.glob("dev/*/event.json")):
        folder = Folder(path.parent, args.isnad, args.packs)
        relations, series, best = list(folder.relations()), list(folder.series()), list(folder.best())
        copies = list(folder.copies())
        row = [sum(ok for _, ok, _ in relations), len(relations), sum(s[1] for s in series), sum(s[2] for s in series),
               sum(ok for _, ok, _ in best), len(best), sum(ok for _, ok in copies), len(copies)]
        sums = [a + b for a, b in zip(sums, row)]
        stated = sum(len(record["differences"]) for record in folder.records)
        print(f"| {path.parent.name} | " + " | ".join(f"{row[i]}/{row[i + 1]}" for i in range(0, 8, 2))
              + f" | {folder.kept_out()}/{len(folder.event['not_in_event'])} | {len(folder.records)} | {stated} |")
        misses += [f"{path.parent.name}: {one['relation']}, not {says}: {one['a']} {one['b']}" for one, ok, says in relations if not ok]
        misses += [f"{path.parent.name}: series {one['role']} {one['group']}: {got} of {all_} points" for one, got, all_ in series if got < all_]
        misses += [f"{path.parent.name}: best {one['role']} {one['group']} {one['low']}, not {shown}" for one, ok, shown in best if not ok]
        misses += [f"{path.parent.name}: copy not found {pair}" for pair, ok in copies if not ok]
    print("| all | " + " | ".join(f"{sums[i]}/{sums[i + 1]}" for i in range(0, 8, 2)) + " | | | |")
    if args.misses:
        print("\n".join(misses))


if __name__ == "__main__":
    main()
