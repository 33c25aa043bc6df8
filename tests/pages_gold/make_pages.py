#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes the project's own pages and their gold into a folder, for `isnad pages check`.

usage: make_pages.py OUT

Each file of layouts/ and sites/ is one kind of site; each is filled with some of the reports. In a
layout the standfirst and the paragraphs are the text; world/ has layouts for other languages. In a site whatever stands in [[t:...]] is, and
[[c:...]] is a caption, [[e:...]] an embedded post; the first line says what else the gold holds:

  gold: author=- outlet={{outlet}} agencies=afp encoding=windows-1256 name=mht

where - means that the page does not say it, and a field that is not named is as in the report."""
import json
import pathlib
import re
import sys

HERE = pathlib.Path(__file__).parent
TURNS = 3  # reports to a kind of site


def read_reports(name):
    reports = []
    for line in (HERE / name).read_text(encoding="utf-8").splitlines():
        if line.startswith("= "):
            title, author, day, outlet, lead = line[2:].split(" | ")
            reports.append({"title": title, "author": author, "day": day, "outlet": outlet,
                            "lead": lead, "p": []})
        elif line and not line.startswith("#"):
            reports[-1]["p"].append(line)
    return reports


def read_words():
    rows = (line.split("\t") for line in (HERE / "words.tsv").read_text(encoding="utf-8").splitlines()
            if not line.startswith("#"))
    return {name: value for name, value in rows}


WORDS = read_words()


def dates(day):
    year, month, number = (int(x) for x in day.split("-"))
    months = {name: WORDS[name].split("|")[month - 1] for name in ("levant", "egypt")}
    digits = str.maketrans("0123456789", WORDS["digits"])
    return {"date_levant": f"{number} {months['levant']} {year}",
            "date_egypt": f"{number} {months['egypt']} {year}",
            "date_both": f"{number} {months['levant']}/{months['egypt']} {year}",
            "date_digits": f"{number} {months['egypt']} {year}".translate(digits),
            "date_slash": f"{number:02}/{month:02}/{year}"}


def escape(text):
    return text.replace("&", "&amp;").replace('"', "&quot;")


def fill(layout, report):
    """The paragraphs from the first to before the last: {{#p:1:3}}...{{.}}...{{/p}}."""
    def paragraphs(match):
        first, last = (int(x) if x else None for x in (match[2] or ":").split(":"))
        return "".join(match[3].replace("{{.}}", escape(p)) for p in report["p"][first:last])
    text = re.sub(r"\{\{#p(:(\d*:\d*))?\}\}(.*?)\{\{/p\}\}", paragraphs, layout, flags=re.S)
    values = {**report, **dates(report["day"]), "json_text": " ".join(report["p"])}
    for name, value in values.items():
        if isinstance(value, str):
            text = text.replace("{{json:" + name + "}}", json.dumps(value, ensure_ascii=False)[1:-1])
            text = text.replace("{{" + name + "}}", escape(value))
    return text


PIECE = re.compile(r"\[\[([tce]):(.*?)\]\]", re.S)


def plain(markup):
    text = re.sub(r"<br */?>", " ", markup)
    text = re.sub(r"<[^>]*>", "", text).replace("&quot;", '"').replace("&amp;", "&")
    return " ".join(text.replace("&nbsp;", " ").split())


def make_gold(head, filled, report):
    pieces = {"t": [], "c": [], "e": []}
    for kind, text in PIECE.findall(filled):
        pieces[kind].append(plain(text))
    gold = {"text": "\n".join(pieces["t"] or [report["lead"], *report["p"]]),
            "title": report["title"], "author": report["author"], "published": report["day"],
            "outlet": report["outlet"], "agencies": []}
    if pieces["c"]:
        gold["captions"] = pieces["c"]
    if pieces["e"]:
        gold["embeds"] = pieces["e"]
    for name in ("author", "published", "outlet", "updated"):
        if name in head:
            gold[name] = "" if head[name] == "-" else head[name]
    if head.get("agencies", "-") != "-":
        gold["agencies"] = head["agencies"].split(",")
    return gold


def write_page(out, path, turn, report, gold_file):
    layout = path.read_text(encoding="utf-8")
    head = {}
    if layout.startswith("gold:"):
        first, layout = layout.split("\n", 1)
        values = {k: v.replace(" ", "_") if isinstance(v, str) else v for k, v in report.items()}
        head = dict(re.findall(r"(\w+)=(\S+)", fill(first, values)))
        head = {k: v.replace("_", " ") for k, v in head.items()}
    filled = fill(layout, report)
    if head.get("name") == "txt":
        filled = filled.replace("&quot;", '"').replace("&amp;", "&")
    gold = make_gold(head, filled, report)
    gold["page"] = f"{path.stem}_{turn}.{head.get('name', 'html')}"
    text = PIECE.sub(lambda match: match[2], filled)
    (out / gold["page"]).write_bytes(text.encode(head.get("encoding", "utf-8"), "replace"))
    gold_file.write(json.dumps(gold, ensure_ascii=False, sort_keys=True) + "\n")


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    out = pathlib.Path(sys.argv[1])
    out.mkdir(parents=True, exist_ok=True)
    reports = read_reports("reports.txt") + read_reports("more_reports.txt")
    world = read_reports("world_reports.txt")
    kinds = sorted(HERE.glob("layouts/*")) + sorted(HERE.glob("sites/*"))
    with open(out / "gold.jsonl", "w", encoding="utf-8") as gold_file:
        for at, path in enumerate(kinds):
            for turn in range(TURNS):
                write_page(out, path, turn, reports[(at + turn * 4) % len(reports)], gold_file)
        for path in sorted(HERE.glob("world/*")):
            for turn, report in enumerate(world):
                write_page(out, path, turn, report, gold_file)


if __name__ == "__main__":
    main()
