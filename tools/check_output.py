#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Checks what isnad prints against its contract (docs/output.md).

usage: check_output.py SCHEMA FILE [--reports REPORTS]

SCHEMA is report, record, find or story, or the path of a schema; FILE is JSON or JSON Lines, - for
standard input. Each document is held to the JSON Schema, and then to what a schema cannot say:
  - every quote is text[start:end] in code points, letter for letter, and no offset lies outside;
  - parts follow each other without overlapping;
  - ids are used once, and whatever names an id names one that is there;
  - low, high and bound agree.
A record holds no text, so its quotes are looked up in REPORTS, the output of
`isnad read --format jsonl` for the same inputs; without it they are not checked.
Status 0: all holds; 1: faults, one a line; 2: wrong usage or nothing to check.
"""

import argparse
import json
import os
import pathlib
import sys

import jsonschema

SCHEMAS = pathlib.Path(os.path.abspath(__file__)).parent.parent / "schemas"
MOST_SHOWN = 50


def load_documents(path):
    """(line, document) of a JSON file, or of every line of a JSON Lines file."""
    text = sys.stdin.buffer.read() if path == "-" else pathlib.Path(path).read_bytes()
    text = text.decode("utf-8")
    try:
        return [(1, json.loads(text))]
    except json.JSONDecodeError:
        lines = enumerate(text.split("\n"), 1)
        return [(number, json.loads(line)) for number, line in lines if line.strip()]


def load_validator(name):
    path = pathlib.Path(name) if name.endswith(".json") else SCHEMAS / f"{name}.schema.json"
    schema = json.loads(path.read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    resolver = jsonschema.RefResolver(path.resolve().as_uri(), schema)
    return jsonschema.Draft202012Validator(schema, resolver=resolver)


def schema_faults(validator, document):
    for error in validator.iter_errors(document):
        where = "/".join(str(step) for step in error.absolute_path)
        yield where, error.message[:300]


def spans_in(value, where=""):
    """(where, object) for every object with a start and an end, however deep."""
    if isinstance(value, dict):
        if value.get("start") is not None and value.get("end") is not None:
            yield where, value
        for key, inner in value.items():
            yield from spans_in(inner, f"{where}/{key}")
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from spans_in(inner, f"{where}/{index}")


def span_fault(span, text):
    start, end = span["start"], span["end"]
    if not 0 <= start <= end <= len(text):
        return f"[{start}:{end}] lies outside a text of {len(text)}"
    for key in ("quote", "text"):
        if isinstance(span.get(key), str) and span[key] != text[start:end]:
            return f"{key} is {span[key]!r}, but text[{start}:{end}] is {text[start:end]!r}"
    return None


def quote_faults(document, text):
    for where, span in spans_in(document):
        if "report" in span:  # words of another report
            continue
        fault = span_fault(span, text)
        if fault:
            yield where, fault


def part_faults(report):
    before = 0
    for index, part in enumerate(report.get("parts", [])):
        if part["start"] < before:
            yield f"/parts/{index}", f"begins at {part['start']}, before {before}"
        before = part["end"]


def unique_ids(things, where, faults):
    ids = [thing["id"] for thing in things]
    faults += [(where, f"id {i!r} is used twice") for i in sorted(set(ids)) if ids.count(i) > 1]
    return set(ids)


def reference_faults(report):
    """Ids that are used twice, or named but not there."""
    faults = []
    figures = unique_ids(report["figures"], "/figures", faults)
    entities = unique_ids(report["entities"], "/entities", faults)
    unique_ids(report["events"], "/events", faults)
    named = []
    for n, figure in enumerate(report["figures"]):
        named.append((f"/figures/{n}/part_of", figure["part_of"], figures))
        named.append((f"/figures/{n}/place", (figure["place"] or {}).get("entity"), entities))
        named += [(f"/figures/{n}/holders", h["entity"], entities) for h in figure["holders"]]
    for n, quotation in enumerate(report["quotations"]):
        speaker = quotation["speaker"] or {}
        named.append((f"/quotations/{n}/speaker", speaker.get("entity"), entities))
    for n, event in enumerate(report["events"]):
        named += [(f"/events/{n}/{key}", event[key], entities)
                  for key in ("actor", "recipient", "place")]
    return faults + [(where, f"{i!r} is not there") for where, i, there in named
                     if i is not None and i not in there]


def bound_fault(figure):
    low, high, bound = figure["low"], figure["high"], figure["bound"]
    if high is not None and low > high:
        return f"low {low} is above high {high}"
    if bound in ("exact", "about") and low != high:
        return f"{bound}, but {low} to {high}"
    if bound in ("at_least", "more_than") and high is not None:
        return f"{bound}, but high is {high}"
    if bound in ("at_most", "less_than", "range", "vague") and high is None:
        return f"{bound}, but high is open"
    return None


def bound_faults(figures, where):
    for index, figure in enumerate(figures):
        fault = bound_fault(figure)
        if fault:
            yield f"{where}/{index}", fault


def report_faults(report):
    yield from quote_faults(report, report["text"])
    yield from part_faults(report)
    yield from reference_faults(report)
    yield from bound_faults(report["figures"], "/figures")


def find_faults(line):
    yield from quote_faults({key: line[key] for key in ("times", "numbers", "names")}, line["text"])


def ends_in(record):
    """(where, object) for everything in a record that names a report."""
    for d, difference in enumerate(record["differences"]):
        yield f"/differences/{d}/a", difference["a"]
        if difference["b"] is not None:
            yield f"/differences/{d}/b", difference["b"]
    for t, entry in enumerate(record["timeline"]):
        yield from ((f"/timeline/{t}/support/{s}", e) for s, e in enumerate(entry["support"]))
    for f, lane in enumerate(record["figures"]):
        for p, point in enumerate(lane["series"]):
            yield from ((f"/figures/{f}/series/{p}", support) for support in point["support"])


def record_faults(record, texts):
    ids = {report["id"] for report in record["reports"]}
    counted = record["counts"]["reports"]
    if counted != len(record["reports"]):
        yield "/counts/reports", f"{counted}, but {len(record['reports'])} are listed"
    for where, end in ends_in(record):
        if end["report"] not in ids:
            yield where, f"report {end['report']!r} is not of this record"
        elif texts is not None:
            yield from end_faults(where, end, texts)
    for n, report in enumerate(record["reports"]):
        yield from ((f"/reports/{n}/copies", f"{c['of']!r} is not of this record")
                    for c in report["copies"] if c["of"] not in ids)
    for f, lane in enumerate(record["figures"]):
        yield from bound_faults(lane["series"], f"/figures/{f}/series")


def end_faults(where, end, texts):
    report = texts.get(end["report"])
    if report is None:
        yield where, f"report {end['report']!r} is not in the reports given"
    elif "figure" in end:
        if end["figure"] not in {figure["id"] for figure in report["figures"]}:
            yield where, f"figure {end['figure']!r} is not in that report"
    else:
        fault = span_fault(end, report["text"])
        if fault:
            yield where, fault


def story_faults(story):
    """Each report of a story has one voice, and the three numbers are those of the lists."""
    reports = story.get("reports", [])
    voices = [report for voice in story.get("voices", []) for report in voice["reports"]]
    if sorted(voices) != sorted(reports):
        yield "/voices", "not each report has one voice"
    if "reports" in story and isinstance(reports, list) and "articles" in story:
        if story["articles"] != len(reports) or story["origins"] != len(story["voices"]):
            yield "/articles", "articles or origins are not as many as listed"
        if not story["origins"] <= story["articles"] >= story["outlets"]:
            yield "/outlets", "more outlets or origins than articles"


def faults_of(document, validator, texts):
    faults = list(schema_faults(validator, document))
    if faults:  # what follows relies on the form
        return faults
    if document.get("schema") == "isnad.story/1":
        return list(story_faults(document))
    if "records" in document:
        return [(f"/records/{n}{where}", words) for n, record in enumerate(document["records"])
                for where, words in record_faults(record, texts)]
    return list(report_faults(document) if "figures" in document else find_faults(document))


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("schema", help="report, record, find, or a schema's path")
    parser.add_argument("file", help="JSON or JSON Lines; - for standard input")
    parser.add_argument("--reports", help="output of isnad read, to look a record's quotes up in")
    options = parser.parse_args()
    try:
        validator = load_validator(options.schema)
        documents = load_documents(options.file)
        texts = options.reports and {r["id"]: r for _, r in load_documents(options.reports)}
    except (OSError, ValueError) as error:
        parser.error(str(error))
    if not documents:
        parser.error(f"{options.file}: nothing to check")
    count = 0
    for line, document in documents:
        for where, words in faults_of(document, validator, texts or None):
            count += 1
            if count <= MOST_SHOWN:
                print(f"{options.file}:{line}: {where}: {words}")
    print(f"{options.file}: {len(documents)} documents, {count} faults")
    return 1 if count else 0


if __name__ == "__main__":
    sys.exit(main())
