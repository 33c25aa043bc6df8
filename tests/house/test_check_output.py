# SPDX-License-Identifier: Apache-2.0
"""check_output.py must pass a right output and find each way in which one can be wrong."""

import copy
import json
import os
import subprocess
import sys
import tempfile
import unittest

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
TOOL = os.path.join(ROOT, "tools", "check_output.py")
sys.path.insert(0, os.path.dirname(TOOL))

import check_output  # noqa: E402 (found by the line above)

# One Arabic letter, one beyond the basic plane, then words: offsets are code points, not bytes.
TEXT = chr(0x0642) + chr(0x1F600) + " Mayor Deen said 3 men died on Friday."


def span(words):
    start = TEXT.index(words)
    return {"start": start, "end": start + len(words)}


def quote(words):
    return {**span(words), "quote": words}


def words(text, **more):
    return {**span(text), "text": text, **more}


PUBLISHED = {"value": "2022-01-08", "low": "2022-01-08", "high": "2022-01-08", "basis": "inferred",
             "why": [{"text": "so it is worked out", "start": None, "end": None}, words("Friday")]}

REPORT = {
    "schema": "isnad.report/1", "input": "a.txt", "id": "sha256:" + "0" * 64,
    "packs": ["ar 0.1.0 3fe1c09a"], "text": TEXT, "language": "ar", "url": None,
    "outlet": {"name": "A", "start": None, "end": None, "basis": "metadata"}, "agencies": [],
    "title": None, "published": PUBLISHED,
    "machine_translated": {"value": False, "start": None, "end": None},
    "body": [{"start": 0, "end": len(TEXT)}],
    "parts": [{"kind": "body", "start": 0, "end": len(TEXT)}],
    "figures": [{"id": "f1", **quote("3 men died"), "role": "killed", "low": 3, "high": 3,
                 "bound": "exact", "group": "men", "label": "men", "kind": "total",
                 "part_of": None, "holders": [words("Mayor Deen", entity="n1", cue="said")],
                 "stance": "asserted", "place": None, "date": "../2022-01-07", "event": "main",
                 "rule": "figure.died"}],
    "times": [{**quote("Friday"), "type": "DATE", "value": None, "mod": None,
               "anchor": "publication", "rule": "time.weekday"}],
    "quotations": [{**span("3 men died on Friday"), "direct": False,
                    "speaker": words("Mayor Deen", entity="n1"), "cue": words("said")}],
    "entities": [{"id": "n1", "type": "person", "name": "Deen", "name_latin": None, "role": None,
                  "gazetteer": None, "country": None, "claimed_by": [], "precision": None,
                  "mentions": [quote("Deen")]}],
    "events": [{"id": "e1", "type": "DISASTER", "mode": "quake", **span("died"), "actor": "n1",
                "recipient": None, "place": None, "date": None, "stance": "asserted"}],
}

RECORD = {
    "schema": "isnad.record/1", "packs": ["ar 0.1.0 3fe1c09a"], "policy": "latest-official",
    "records": [{
        "id": "r1", "title": "T", "places": [], "from": "2022-01-07", "to": None,
        "reports": [{"id": REPORT["id"], "input": "a.txt", "outlet": None, "published": PUBLISHED,
                     "copies": [], "origin": "o1"}],
        "counts": {"reports": 1, "outlets": 1, "independent_origins": 1},
        "figures": [{"role": "killed", "group": "men", "place": None, "low": 3, "best": 3,
                     "high": None, "as_of": "2022-01-07", "verdict": "single_source",
                     "series": [{"as_of": None, "low": 3, "high": 3, "bound": "exact",
                                 "holders": ["Mayor Deen"], "origins": 1,
                                 "support": [{"report": REPORT["id"], "figure": "f1"}]}]}],
        "differences": [{"relation": "scope", "about": "group", "why": "wider",
                         "a": {"report": REPORT["id"], **quote("3 men")},
                         "b": {"report": REPORT["id"], **quote("died")}}],
        "timeline": [{"date": "2022-01-07", "text": "t", "reports": [REPORT["id"]],
                      "support": [{"report": REPORT["id"], **span("died")}]}],
        "names": [{"id": "n1", "type": "person", "name": "Deen", "name_latin": None, "roles": [],
                   "gazetteer": None, "country": None, "claimed_by": [], "precision": None, "offices": [],
                   "forms": [{"text": "Deen", "count": 1, "first": REPORT["id"], "reports": [REPORT["id"]]}]}]}],
}

FIND = {"text": TEXT,
        "times": [{**REPORT["times"][0], "from": "2022-01-07T00:00:00", "to": None}],
        "numbers": [{**quote("3"), "kind": "cardinal", "value": 3, "low": 3, "high": 3,
                     "bound": "exact", "unit": None}],
        "names": [{**quote("Deen"), "type": "person"}]}


def check(schema, *documents, reports=None):
    """Runs the tool on documents as JSON Lines; gives back its status and its words."""
    with tempfile.TemporaryDirectory() as folder:
        arguments = [schema, os.path.join(folder, "out.jsonl")]
        write_lines(arguments[1], documents)
        if reports is not None:
            arguments += ["--reports", os.path.join(folder, "reports.jsonl")]
            write_lines(arguments[-1], reports)
        run = subprocess.run([sys.executable, "-W", "ignore", TOOL, *arguments],
                             capture_output=True, text=True)
        return run.returncode, run.stdout + run.stderr


def write_lines(path, documents):
    with open(path, "w", encoding="utf-8") as file:
        file.writelines(json.dumps(document) + "\n" for document in documents)


def changed(document, path, value):
    """A copy of the document with the value at path (steps) put in place."""
    document = copy.deepcopy(document)
    inner = document
    for step in path[:-1]:
        inner = inner[step]
    inner[path[-1]] = value
    return document


class CheckOutput(unittest.TestCase):
    def expect_fault(self, schema, document, *path_value, said, reports=None):
        status, out = check(schema, changed(document, *path_value), reports=reports)
        self.assertEqual(status, 1, out)
        self.assertIn(said, out)

    def test_right_outputs_pass(self):
        for schema, document in (("report", REPORT), ("record", RECORD), ("find", FIND)):
            status, out = check(schema, document, document)
            self.assertEqual(status, 0, out)
            self.assertIn("2 documents, 0 faults", out)
        status, out = check("record", RECORD, reports=[REPORT])
        self.assertEqual(status, 0, out)

    def test_further_fields_are_allowed(self):
        status, out = check("report", {**REPORT, "hue": 1})
        self.assertEqual(status, 0, out)

    def test_every_named_field_is_required(self):
        for schema, document in (("report", REPORT), ("record", RECORD), ("find", FIND)):
            validator = check_output.load_validator(schema)
            for path in list(fields_of(document)):
                short = copy.deepcopy(document)
                inner = short
                for step in path[:-1]:
                    inner = inner[step]
                del inner[path[-1]]
                self.assertTrue(list(check_output.schema_faults(validator, short)),
                                f"{schema} without {path} passes")

    def test_quotes_are_the_text_letter_for_letter(self):
        for path in (("figures", 0), ("figures", 0, "holders", 0), ("times", 0),
                     ("quotations", 0, "speaker"), ("quotations", 0, "cue"),
                     ("entities", 0, "mentions", 0), ("published", "why", 1)):
            inner = REPORT
            for step in path:
                inner = inner[step]
            moved = {**inner, "start": inner["start"] + 1}
            self.expect_fault("report", REPORT, path, moved, said="but text[")
        self.expect_fault("find", FIND, ("numbers", 0, "start"), 0, said="but text[")

    def test_offsets_lie_in_the_text(self):
        self.expect_fault("report", REPORT, ("parts", 0, "end"), 999, said="outside a text")
        self.expect_fault("report", REPORT, ("title",), {"start": 9, "end": 3}, said="outside")

    def test_enumerations_are_closed(self):
        self.expect_fault("report", REPORT, ("figures", 0, "role"), "slain", said="figures/0/role")
        self.expect_fault("report", REPORT, ("figures", 0, "group"), "mob", said="group")
        self.expect_fault("report", REPORT, ("published", "basis"), "guess", said="basis")
        self.expect_fault("report", REPORT, ("events", 0, "type"), "WAR", said="events/0/type")
        self.expect_fault("record", RECORD, ("records", 0, "figures", 0, "verdict"), "fine",
                          said="verdict")

    def test_unknown_is_null_not_empty(self):
        self.expect_fault("report", REPORT, ("published", "value"), "", said="published/value")
        self.expect_fault("report", REPORT, ("figures", 0, "quote"), "", said="quote")

    def test_ids_name_what_is_there(self):
        self.expect_fault("report", REPORT, ("figures", 0, "part_of"), "f9", said="'f9' is not")
        self.expect_fault("report", REPORT, ("events", 0, "place"), "n9", said="'n9' is not")
        self.expect_fault("report", REPORT, ("figures",), REPORT["figures"] * 2, said="used twice")

    def test_bounds_agree(self):
        self.expect_fault("report", REPORT, ("figures", 0, "high"), 4, said="exact, but 3 to 4")
        self.expect_fault("report", REPORT, ("figures", 0, "bound"), "at_least", said="high is 3")

    def test_parts_do_not_overlap(self):
        self.expect_fault("report", REPORT, ("parts",), REPORT["parts"] * 2, said="before")

    def test_record_leads_back_to_reports(self):
        one = ("records", 0)
        support = {"report": REPORT["id"], "figure": "f9"}
        series = (*one, "figures", 0, "series", 0, "support")
        self.expect_fault("record", RECORD, series, [], said="support")
        self.expect_fault("record", RECORD, series, [support], said="'f9'", reports=[REPORT])
        self.expect_fault("record", RECORD, (*one, "differences", 0, "a", "start"), 0,
                          said="but text[", reports=[REPORT])
        self.expect_fault("record", RECORD, (*one, "timeline", 0, "support", 0, "report"), "x",
                          said="not of this record")
        self.expect_fault("record", RECORD, (*one, "counts", "reports"), 2, said="are listed")

    def test_nothing_is_no_success(self):
        status, out = check("report")
        self.assertEqual(status, 2, out)


def fields_of(document, path=()):
    """Path to every field of the document, those inside its first list entries too."""
    if isinstance(document, dict):
        for key, value in document.items():
            yield (*path, key)
            yield from fields_of(value, (*path, key))
    elif isinstance(document, list) and document:
        yield from fields_of(document[0], (*path, 0))


if __name__ == "__main__":
    unittest.main()
