#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""isnad names, isnad places and isnad explain of a name: tables, lists of the user's own, reasons of a join.

usage: test_names.py ISNAD PACKS EXAMPLE"""
import csv
import io
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

ISNAD, PACKS, EXAMPLE = "", "", ""
REPORTS = [
    {"id": "late", "published": "2019-05-09", "text": "Chancellor Wendell Harkness spoke in Tripoli. President Wendell Harkness left."},
    {"id": "early", "published": "2019-05-02", "text": "President Wendell Harkness met Lebanese police in Tripoli."},
]


def run(*words):
    done = subprocess.run([ISNAD, *words], capture_output=True, check=False)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


class Names(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp())
        self.reports = self.put("reports.jsonl", "".join(json.dumps(r) + "\n" for r in REPORTS))

    def tearDown(self):
        shutil.rmtree(self.folder)

    def put(self, name, text):
        (self.folder / name).write_text(text, encoding="utf-8")
        return str(self.folder / name)

    def name(self, *options):
        status, out, err = run("names", "--packs", PACKS, "--format", "json", *options, self.reports)
        self.assertEqual((status, err), (0, ""))
        return {n["name"]: n for n in json.loads(out)["names"]}

    def test_offices_have_the_days_they_are_seen(self):
        harkness = self.name()["Wendell Harkness"]
        offices = {o["text"]: o for o in harkness["offices"]}
        self.assertEqual((offices["President"]["from"], offices["President"]["to"]), ("2019-05-02", "2019-05-09"))
        self.assertEqual((offices["Chancellor"]["from"], offices["Chancellor"]["basis"]), ("2019-05-09", "reports"))
        self.assertEqual(harkness["forms"][0]["first"], "early")

    def test_every_format(self):
        status, out, _ = run("names", "--packs", PACKS, self.reports)
        self.assertEqual(status, 0)
        self.assertIn("office: President  2019-05-02/2019-05-09  2 reports", out)
        rows = list(csv.DictReader(io.StringIO(run("names", "--packs", PACKS, "--format", "csv", self.reports)[1])))
        towns = [r for r in rows if r["form"] == "Tripoli"]
        self.assertEqual({r["precision"] for r in towns}, {"town"})
        self.assertTrue(all(r["gazetteer"] and r["country"] for r in towns))

    def test_offices_of_a_list(self):
        table = self.put("people.tsv", "id\ttype\toffice\tfrom\tto\tlabel_en\n"
                                       "Q7\tperson\tharbour master\t2018\t2020-01-31\tWendell Harkness\nQ8\tghost\t\t\t\tX\n")
        status, out, err = run("names", "import", table, "-o", str(self.folder / "people.list"))
        self.assertEqual(status, 1)
        self.assertIn("people.tsv:3", err)
        self.assertIn("2 rows: 1 taken", out)
        harkness = self.name("--lists", str(self.folder / "people.list"))["Wendell Harkness"]
        listed = [o for o in harkness["offices"] if o["basis"] == "list"]
        self.assertEqual([(o["text"], o["from"], o["to"]) for o in listed], [("harbour master", "2018", "2020-01-31")])
        self.assertEqual(harkness["gazetteer"], "Q7")

    def test_a_join_is_explained(self):
        status, out, _ = run("explain", "--packs", PACKS, EXAMPLE, "Tokayev")
        self.assertEqual(status, 0)
        self.assertGreaterEqual(out.count("  form "), 3)
        self.assertIn("  because ", out)
        status, _, err = run("explain", "--packs", PACKS, EXAMPLE, "Nobody Atall")
        self.assertEqual(status, 1)
        self.assertIn("no such name", err)

    def test_places_are_counted(self):
        status, out, _ = run("places", "counts", "--packs", PACKS)
        self.assertEqual(status, 0)
        rows = {line.split()[0]: [int(n) for n in line.split()[-3:]] for line in out.splitlines()[1:]}
        league = [rows[c] for c in "AE BH DJ DZ EG IQ JO KM KW LB LY MA MR OM PS QA SA SD SO SY TN YE".split()]
        self.assertEqual([sum(column) for column in zip(*league)], rows["Arab"])
        others = [row for name, row in rows.items() if name not in ("Arab", "world")]
        self.assertEqual([sum(column) for column in zip(*others)], rows["world"])
        self.assertTrue(all(towns > 5 and provinces > 2 for towns, provinces, _ in league))


if __name__ == "__main__":
    ISNAD, PACKS, EXAMPLE = sys.argv[1:4]
    unittest.main(argv=sys.argv[:1])
