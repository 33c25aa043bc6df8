#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Reads the same pages with isnad and with its peers, in one run on one core.

usage: pages_peers.py ISNAD PACKS GOLD [--warc MIB] [--pages FOLDER --pages-gold FILE]

GOLD      folder that tests/pages_gold/make_pages.py wrote: pages and gold.jsonl
--warc    also write a WARC of these pages, this large unpacked (gzip by record), and read it through
--pages   other pages (*.html, *.html.gz) with rows {id, text} in --pages-gold

Peers are used where this Python has them: trafilatura, resiliparse, fastwarc. Python's own time to
start is not counted for them; isnad's is. Peers get the page's bytes and no hint."""
import argparse
import gzip
import json
import os
import pathlib
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter

os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
WORD = re.compile(r"\w+")


def rows_of(text):
    words = WORD.findall(text or "")
    size = min(4, len(words)) or 1
    return Counter(tuple(words[i:i + size]) for i in range(len(words) - size + 1))


def mean_f1(gold, found):
    """Mean over pages of F1 over four words in a row."""
    total = 0.0
    for name, text in gold.items():
        a, b = rows_of(text), rows_of(found.get(name, ""))
        whole = sum(a.values()) + sum(b.values())
        total += 2 * sum((a & b).values()) / whole if whole else 1.0
    return total / max(1, len(gold))


def own_pages(folder):
    gold, pages = {}, {}
    for line in (folder / "gold.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if row["page"].endswith(".html"):
            gold[row["page"]] = row["text"]
            pages[row["page"]] = (folder / row["page"]).read_bytes()
    return gold, pages


def other_pages(folder, gold_file):
    gold = {}
    for line in pathlib.Path(gold_file).read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if row.get("text") is not None:
            gold[row["id"] + ".html"] = row["text"]
    pages = {}
    for path in sorted(pathlib.Path(folder).iterdir()):
        name = path.name.removesuffix(".gz")
        if name in gold:
            pages[name] = gzip.open(path).read() if path.suffix == ".gz" else path.read_bytes()
    return gold, pages


def decode(page):
    from resiliparse.parse.encoding import bytes_to_str, detect_encoding
    return bytes_to_str(page, detect_encoding(page))


def resiliparse_text(page):
    from resiliparse.extract.html2text import extract_plain_text
    return extract_plain_text(decode(page), main_content=True)


def trafilatura_text(page):
    import trafilatura
    return trafilatura.extract(page)


def peers():
    found = {}
    for name, read in (("resiliparse", resiliparse_text), ("trafilatura", trafilatura_text)):
        try:
            read(b"<html><body><p>One sentence to begin with, so that all is loaded.</p></body></html>")
            found[name] = read
        except ImportError as error:
            print(f"{name}: not here ({error})")
    return found


def run_isnad(isnad, packs, inputs, out):
    """Seconds, peak MiB."""
    begin = time.perf_counter()
    with open(out, "wb") as file:
        process = subprocess.Popen([isnad, "pages", "text", "--jobs", "1", "--packs", packs, *inputs],
                                   stdout=file, stderr=subprocess.DEVNULL)
        _, _, usage = os.wait4(process.pid, 0)
    return time.perf_counter() - begin, usage.ru_maxrss / 1024


def compare(name, gold, pages, options):
    size = sum(map(len, pages.values()))
    print(f"{name}: {len(pages)} pages, {size / 2**20:.1f} MiB")
    with tempfile.TemporaryDirectory() as folder:
        for page, content in pages.items():
            (pathlib.Path(folder) / page).write_bytes(content)
        out = pathlib.Path(folder) / "out.jsonl"
        seconds, peak = run_isnad(options.isnad, options.packs, [folder], out)
        found = {pathlib.Path(r["input"]).name: r["text"] for r in map(json.loads, open(out, encoding="utf-8"))}
    tell("isnad", len(pages), seconds, f"F1 {mean_f1(gold, found):.3f}  peak {peak:.0f} MiB")
    for peer, read in peers().items():
        found = {}
        begin = time.perf_counter()
        for page, content in pages.items():
            try:
                found[page] = read(content)
            except Exception as error:  # a peer that breaks scores nothing for the page
                print(f"  {peer}: {page}: {type(error).__name__}")
        tell(peer, len(pages), time.perf_counter() - begin, f"F1 {mean_f1(gold, found):.3f}")


def tell(name, count, seconds, more):
    print(f"  {name:<24} {count / seconds:8.0f} pages/s  {seconds:7.2f} s  {more}")


def write_warc(path, pages, size):
    records = unpacked = 0
    contents = list(pages.items())
    with open(path, "wb") as file:
        while unpacked < size:
            name, page = contents[records % len(contents)]
            http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page
            head = (f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://site.example/{records}/{name}\r\n"
                    "WARC-Date: 2024-01-01T00:00:00Z\r\nContent-Type: application/http; msgtype=response\r\n"
                    f"Content-Length: {len(http)}\r\n\r\n").encode()
            record = head + http + b"\r\n\r\n"
            file.write(gzip.compress(record, 1))
            records += 1
            unpacked += len(record)
    return records, unpacked


def compare_warc(pages, options):
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "own.warc.gz")
        records, size = write_warc(path, pages, options.warc << 20)
        print(f"WARC: {records} records, {size / 2**20:.0f} MiB unpacked, {os.path.getsize(path) / 2**20:.0f} packed")
        seconds, peak = run_isnad(options.isnad, options.packs, [path], os.devnull)
        tell("isnad", records, seconds, f"peak {peak:.0f} MiB")
        compare_warc_peers(path, records)


def compare_warc_peers(path, records):
    try:
        from fastwarc.warc import ArchiveIterator, WarcRecordType
    except ImportError as error:
        print(f"fastwarc: not here ({error})")
        return
    for name, read in (("fastwarc, records alone", len), *((f"fastwarc + {n}", r) for n, r in peers().items())):
        most = records if name.endswith("alone") else min(records, 2000)
        done, begin = 0, time.perf_counter()
        with open(path, "rb") as file:
            for record in ArchiveIterator(file, record_types=WarcRecordType.response):
                read(record.reader.read())
                done += 1
                if done == most:
                    break
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        tell(name, done, time.perf_counter() - begin, f"the first {done}; peak of Python {peak:.0f} MiB")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("isnad")
    parser.add_argument("packs")
    parser.add_argument("gold", type=pathlib.Path)
    parser.add_argument("--warc", type=int, default=0, metavar="MIB")
    parser.add_argument("--pages", metavar="FOLDER")
    parser.add_argument("--pages-gold", metavar="FILE")
    options = parser.parse_args()
    options.isnad = os.path.abspath(options.isnad)
    gold, pages = own_pages(options.gold)
    compare("own pages", gold, pages, options)
    if options.pages:
        other_gold, other = other_pages(options.pages, options.pages_gold)
        compare("other pages", other_gold, other, options)
    if options.warc:
        compare_warc(pages, options)


if __name__ == "__main__":
    sys.exit(main())
