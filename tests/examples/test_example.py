#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Checks the record of an example folder against what is expected of it, item by item.

usage: test_example.py ISNAD PACKS FOLDER EXPECTED.json

Every date, copy and count of origins must be right; no scored figure may be there that is not
listed. Of the lists of figures, series, differences and days all must be found."""
import json
import pathlib
import subprocess
import sys

ONE_COUNTS = {"killed", "injured", "casualties", "arrested", "abducted", "missing", "released",
              "rescued"}


TOOL = pathlib.Path(__file__).parents[2] / "tools" / "check_output.py"


def run(isnad, packs, *words):
    """What the command prints, held to its schema."""
    done = subprocess.run([isnad, *words[:1], "--packs", packs, *words[1:]],
                          capture_output=True, check=False)
    if done.returncode != 0:
        sys.exit(f"exit {done.returncode}: {done.stderr.decode()}")
    schema = "report" if words[0] == "read" else "record"
    checked = subprocess.run([sys.executable, "-W", "ignore", str(TOOL), schema, "-"], input=done.stdout,
                             capture_output=True, check=False)
    if checked.returncode != 0:
        sys.exit((checked.stdout + checked.stderr).decode())
    return done.stdout.decode()


class Check:
    def __init__(self):
        self.passed = self.failed = 0

    def that(self, good, what):
        self.passed += bool(good)
        self.failed += not good
        if not good:
            print("FAILED", what)


def neutral(figure):
    one = figure["low"] == figure["high"] == 1 and figure["role"] not in ONE_COUNTS
    return figure["role"] == "other" or one


def check_figures(check, expected, reports):
    used = set()
    for want in expected["figures"]:
        report = reports[want["input"]]
        start = report["text"].find(want["quote"])
        end = start + len(want["quote"])
        best = None
        for figure in report["figures"]:
            key = (want["input"], figure["id"])
            meets = min(end, figure["end"]) > max(start, figure["start"])
            if key in used or figure["role"] != want["role"] or not meets:
                continue
            if best is None or figure["low"] == want["low"]:
                best = figure
        name = f"{want['input']} {want['role']} {want['quote']}"
        check.that(best is not None, f"figure not found: {name}")
        if best is None:
            continue
        used.add((want["input"], best["id"]))
        for field in ("low", "high", "bound", "group", "kind", "stance"):
            check.that(best[field] == want[field],
                       f"{field} of {name}: wanted {want[field]}, got {best[field]}")
        last = best["holders"][-1]["text"] if best["holders"] else None
        wanted = want["holders_last"]
        same = last == wanted or (last and wanted and (wanted in last or last in wanted))
        check.that(same, f"holder of {name}: wanted {wanted}, got {last}")
    for name, report in reports.items():
        for figure in report["figures"]:
            listed = (name, figure["id"]) in used or neutral(figure)
            check.that(listed, f"figure not listed: {name} {figure['role']} {figure['quote']}")


def check_series(check, expected, record, name_of):
    for want in expected["series"]:
        points = [(p["input"], p["low"]) for p in want["points"]]
        found = False
        for lane in record["figures"]:
            at = 0
            for point in lane["series"]:
                inputs = {name_of[s["report"]] for s in point["support"]}
                if at < len(points) and point["low"] == points[at][1] and points[at][0] in inputs:
                    at += 1
            found = found or (lane["role"] == want["role"] and at == len(points))
        check.that(found, f"series {want['role']} {points}")
    for want in expected["support"]:
        found = any(lane["role"] == want["role"] and point["low"] == want["low"]
                    and {name_of[s["report"]] for s in point["support"]} >= set(want["inputs"])
                    and point["origins"] == want["origins"]
                    for lane in record["figures"] for point in lane["series"])
        check.that(found, f"support {want}")


def meets(end, wanted, name_of):
    """Whether one end of a difference is the wanted words, or any of them."""
    if wanted is None:
        return end is None
    if isinstance(wanted, list):
        return any(meets(end, one, name_of) for one in wanted)
    return (end is not None and name_of[end["report"]] == wanted["input"] and end["quote"]
            and (end["quote"] in wanted["quote"] or wanted["quote"] in end["quote"]))


def check_differences(check, expected, record, name_of):
    for want in expected["differences"]:
        def fits(d, a, b):
            return meets(d["a"], a, name_of) and meets(d.get("b"), b, name_of)
        found = any(d["relation"] in want["relation"]
                    and (fits(d, want["a"], want["b"])
                         or (want["b"] is not None and fits(d, want["b"], want["a"])))
                    for d in record["differences"])
        check.that(found, f"difference {want.get('id')}: {want['a']} / {want['b']}")


def check_story(check, expected, record, name_of, reports):
    for name, day in expected["published"].items():
        published = next(r["published"] for r in record["reports"] if r["input"] == name)
        check.that(published["value"] == day, f"date of {name}: wanted {day}, got {published['value']}")
        check.that(published["basis"] == expected["basis"][name],
                   f"basis of {name}: wanted {expected['basis'][name]}, got {published['basis']}")
    for name, report in reports.items():
        wanted = name in expected["machine_translated"]
        check.that(report["machine_translated"]["value"] == wanted, f"machine translation of {name}")
    for pair in expected["copies"]:
        found = any({name_of[r["id"]], name_of[c["of"]]} == set(pair)
                    for r in record["reports"] for c in r["copies"])
        check.that(found, f"copies {pair}")
    origins = record["counts"]["independent_origins"]
    check.that(origins <= expected["independent_origins_at_most"], f"{origins} origins")
    for want in expected["timeline"]:
        found = any(e["date"] == want["date"] and {name_of[r] for r in e["reports"]} & set(want["inputs"])
                    for e in record["timeline"])
        check.that(found, f"timeline {want['date']} {want['what']}")
    for want in expected["names"]:
        found = any(set(want["forms"]) <= {f["text"] for f in n["forms"]} for n in record["names"])
        check.that(found, f"one name: {want['forms']}")


def main():
    if len(sys.argv) != 5:
        sys.exit(__doc__)
    isnad, packs, folder = sys.argv[1], sys.argv[2], pathlib.Path(sys.argv[3])
    expected = json.loads(pathlib.Path(sys.argv[4]).read_text(encoding="utf-8"))
    inputs = sorted(str(p) for p in folder.glob("*.txt"))
    lines = run(isnad, packs, "read", "--together", "--format", "jsonl", *inputs).splitlines()
    reports = {r["input"]: r for r in map(json.loads, lines)}
    records = json.loads(run(isnad, packs, "record", "--format", "json", *inputs))["records"]
    check = Check()
    check.that(len(records) == expected["records"], f"{len(records)} records")
    record = records[0]
    name_of = {r["id"]: r["input"] for r in record["reports"]}
    check.that(len(name_of) == expected["reports"], f"{len(name_of)} reports in the record")
    if len(name_of) == expected["reports"]:
        check_figures(check, expected, reports)
        check_series(check, expected, record, name_of)
        check_differences(check, expected, record, name_of)
        check_story(check, expected, record, name_of, reports)
    print(f"{check.passed} passed, {check.failed} failed")
    sys.exit(1 if check.failed else 0)


if __name__ == "__main__":
    main()
