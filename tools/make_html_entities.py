#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes src/page/html_entities.inc: the named character references of HTML, sorted by name.

usage: make_html_entities.py > src/page/html_entities.inc
The names are those of the HTML standard, as Python's own library has them (html.entities).
"""
from html.entities import html5

names = {}
for name, text in html5.items():
    bare = name.rstrip(";")
    known = names.setdefault(bare, [text, False])
    known[1] = known[1] or not name.endswith(";")
print("// SPDX-License-Identifier: Apache-2.0")
print("// Made by tools/make_html_entities.py. Name, UTF-8, 1 where it holds without a semicolon.")
line = ""
for name in sorted(names):
    text, bare = names[name]
    hexed = "".join("\\x%02X" % byte for byte in text.encode())
    entry = '{"%s","%s",%d}, ' % (name, hexed, bare)
    if len(line) + len(entry) > 100:
        print(line.rstrip())
        line = ""
    line += entry
print(line.rstrip())
