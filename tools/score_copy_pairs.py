#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Real pairs judged by hand (copy_pairs.tsv beside this file): which of them `isnad stories` calls copies.

usage: score_copy_pairs.py ISNAD PACKS SHARED [--from FILE] [--misses]

Both files of SHARED/data are mixed as score_stories.py does; --from reads what `isnad stories` printed."""
import argparse
import collections
import json
import pathlib
import tempfile

from score_stories import HERE, group, mix


def score(found, pairs, misses):
    counts = collections.Counter()
    for one, two, verdict, likeness, draw in pairs:
        said = (one, two) in found
        counts[draw, verdict, said] += 1
        if misses and said != (verdict == "shared"):
            print("missed" if verdict == "shared" else "wrong", likeness, one, two)
    for draw in sorted({key[0] for key in counts}):
        right, missed = counts[draw, "shared", True], counts[draw, "shared", False]
        wrong, apart = counts[draw, "apart", True], counts[draw, "apart", False]
        print(f"{draw:7} {right + missed + wrong + apart} pairs: {right} of {right + missed} that share "
              f"found, {wrong} of {wrong + apart} others; F1 {2 * right / (2 * right + missed + wrong):.3f}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    for name in ("isnad", "packs", "shared"):
        parser.add_argument(name)
    parser.add_argument("--from")
    parser.add_argument("--misses", action="store_true")
    options = parser.parse_args()
    kept = getattr(options, "from")
    with tempfile.TemporaryDirectory() as name:
        out = (pathlib.Path(kept).read_text(encoding="utf-8") if kept else
               group(options.isnad, options.packs, mix(pathlib.Path(options.shared), pathlib.Path(name))[0]))
    found = set()
    for line in out.splitlines():
        for copy in json.loads(line).get("copies", []):
            found.add(tuple(sorted((copy["report"], copy["of"]))))
    lines = (HERE / "copy_pairs.tsv").read_text(encoding="utf-8").splitlines()
    pairs = [line.split("\t") for line in lines if not line.startswith("#")]
    print(f"{len(found)} pairs that share text")
    score(found, pairs, options.misses)


if __name__ == "__main__":
    main()
