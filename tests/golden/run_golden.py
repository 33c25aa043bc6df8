#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Runs the golden cases: text files that say what the program must find in a text.

usage: run_golden.py ISNAD PACKS CASE...

A case is a file of sections, each under a line `--- NAME`:

  --- note             what the case shows, for people
  --- command          read (default) or record, with options; inputs are put behind it
  --- input FILE       one report, as flat text; may come several times
  --- expect           a JSON value that must be found within what is printed

Within: an object needs each of its keys to match; a list needs each of its items to match a
different item, in order; other values must be equal. {"$none": X} in a list: no item matches X.
{"$count": N} in a list: it has N items. For `read` of several inputs what is printed is the list
of reports."""
import json
import pathlib
import subprocess
import sys
import tempfile


def sections(path):
    name, lines = None, []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("--- "):
            if name:
                yield name, "\n".join(lines)
            name, lines = line[4:].strip(), []
        else:
            lines.append(line)
    if name:
        yield name, "\n".join(lines)


def within(want, got, where="$"):
    """None where `want` is within `got`, else what is missing."""
    if isinstance(want, dict):
        if not isinstance(got, dict):
            return f"{where}: wanted an object, got {json.dumps(got, ensure_ascii=False)}"
        for key, value in want.items():
            if key not in got:
                return f"{where}.{key}: not there"
            fault = within(value, got[key], f"{where}.{key}")
            if fault:
                return fault
        return None
    if isinstance(want, list):
        return within_list(want, got, where)
    if want != got:
        return (f"{where}: wanted {json.dumps(want, ensure_ascii=False)}, "
                f"got {json.dumps(got, ensure_ascii=False)}")
    return None


def within_list(want, got, where):
    if not isinstance(got, list):
        return f"{where}: wanted a list, got {json.dumps(got, ensure_ascii=False)}"
    at = 0
    for item in want:
        if isinstance(item, dict) and "$none" in item:
            bad = [g for g in got if within(item["$none"], g) is None]
            if bad:
                return f"{where}: must not hold {json.dumps(bad[0], ensure_ascii=False)}"
            continue
        if isinstance(item, dict) and "$count" in item:
            if len(got) != item["$count"]:
                return f"{where}: wanted {item['$count']} items, got {len(got)}"
            continue
        while at < len(got) and within(item, got[at]) is not None:
            at += 1
        if at == len(got):
            return (f"{where}: nothing like {json.dumps(item, ensure_ascii=False)} in "
                    f"{json.dumps(got, ensure_ascii=False)[:2000]}")
        at += 1
    return None


def breaks_contract(schema, printed):
    """What tools/check_output.py says against it; None where it keeps the contract."""
    tool = pathlib.Path(__file__).parents[2] / "tools" / "check_output.py"
    done = subprocess.run([sys.executable, "-W", "ignore", str(tool), schema, "-"], input=printed,
                          capture_output=True, check=False)
    return None if done.returncode == 0 else (done.stdout + done.stderr).decode()


def run_case(isnad, packs, path):
    parts = list(sections(path))
    command = next((text for name, text in parts if name == "command"), "read").split() or ["read"]
    expect = json.loads(next(text for name, text in parts if name == "expect"))
    with tempfile.TemporaryDirectory() as folder:
        files = []
        for name, text in parts:
            if name.startswith("input"):
                file = pathlib.Path(folder) / (name.split(maxsplit=1)[1:] or ["report.txt"])[0]
                file.write_text(text, encoding="utf-8")
                files.append(str(file))
        form = "jsonl" if command[0] == "read" else "json"
        done = subprocess.run([isnad, *command, "--packs", packs, "--format", form, *files],
                              capture_output=True, check=False)
    if done.returncode != 0:
        return f"exit {done.returncode}: {done.stderr.decode(errors='replace')}"
    fault = breaks_contract("report" if form == "jsonl" else "record", done.stdout)
    if fault:
        return fault
    if form == "json":
        return within(expect, json.loads(done.stdout))
    reports = [json.loads(line) for line in done.stdout.decode().splitlines()]
    return within(expect, reports if len(files) > 1 else reports[0])


def main():
    if len(sys.argv) < 4:
        sys.exit(__doc__)
    failed = 0
    for name in sys.argv[3:]:
        fault = run_case(sys.argv[1], sys.argv[2], pathlib.Path(name))
        if fault:
            failed += 1
            print(f"FAILED {name}\n  {fault}")
    print(f"{len(sys.argv) - 3 - failed} passed, {failed} failed")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
