#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Holds the source tree to the rules of the house.

usage: check_floors.py [--list] [ROOT]

Fails (status 1), one line a fault as file:line: what is wrong, on
  - an include that points up, sideways, out with "..", or to no floor;
  - a character that is not ASCII in program text (C++, CMake, shell, Python);
  - a file of program text without its SPDX line, or of more than 800 lines.
With --list it also lists, without failing, files over 400 lines and functions over 40.
It reads includes as they are written; it does not run the preprocessor.
"""

import argparse
import ast
import os
import re
import sys

CHAIN = ["public", "base", "text", "match", "page", "read", "story", "record", "engine"]
SEES = {floor: set(CHAIN[: i + 1]) for i, floor in enumerate(CHAIN)}
SEES["show"] = {"public", "base", "show"}
SEES["store"] = {"public", "base", "store"}
SEES["packc"] = {"public", "base", "text", "match", "packc"}
SEES["apps"] = set(CHAIN) | {"show", "store", "packc", "apps"}

FAIL_LINES, LIST_LINES, LIST_FUNCTION = 800, 400, 40
CPP = (".h", ".hpp", ".cc", ".cpp", ".inc")
SUFFIXES = CPP + (".cmake", ".sh", ".py")
SKIPPED = {"build", "__pycache__", "node_modules"}
INCLUDE = re.compile(r'^\s*#\s*include\s*(?:"([^"]+)"|<((?:isnad|packc)/[^>]+)>)')


def program_files(root):
    """Every file of program text under root, as a path from root, in order."""
    for folder, subfolders, names in os.walk(root):
        subfolders[:] = sorted(s for s in subfolders
                               if s not in SKIPPED and (s == ".ci" or not s.startswith(".")))
        for name in sorted(names):
            path = os.path.join(folder, name)
            if name.endswith(SUFFIXES) or name == "CMakeLists.txt" or is_script(path, name):
                yield os.path.relpath(path, root)


def is_script(path, name):
    if "." in name or not os.path.isfile(path):
        return False
    with open(path, "rb") as file:
        return file.read(2) == b"#!"


def floor_of(path):
    """The floor a file lives on, or None where includes are not looked at (tests, bench, fuzz)."""
    steps = path.split(os.sep)
    if steps[:2] == ["include", "isnad"]:
        return "public"
    if steps[0] == "src" and len(steps) > 2:
        return steps[1]
    return "packc" if steps[0] == "packc" else None


def include_fault(floor, target):
    """What is wrong with including `target` from `floor`, or None."""
    steps = target.split("/")
    if ".." in steps:
        return f'"{target}" climbs with ".."'
    if len(steps) == 1:
        return None  # beside the file itself
    aim = "public" if steps[0] == "isnad" else steps[0]
    if aim not in SEES:
        return f'"{target}" is on no floor'
    if aim not in SEES[floor]:
        return f'"{target}": {floor} must not see {aim}'
    return None


def faults_of(path, text):
    """(line, words) for each fault of one file."""
    lines = text.split("\n")
    floor = floor_of(path)
    if floor is not None and floor not in SEES:
        yield 1, f"src/{floor} is no floor"
        floor = None
    for number, line in enumerate(lines, 1):
        if not line.isascii():
            column = next(i for i, c in enumerate(line, 1) if not c.isascii())
            yield number, f"U+{ord(line[column - 1]):04X} at column {column}: program text is ASCII"
        match = INCLUDE.match(line) if floor else None
        fault = include_fault(floor, match.group(1) or match.group(2)) if match else None
        if fault:
            yield number, fault
    if "SPDX-License-Identifier: Apache-2.0" not in "\n".join(lines[:3]) and text.strip():
        yield 1, "no SPDX-License-Identifier line at the top"
    if line_count(text) > FAIL_LINES:
        yield FAIL_LINES + 1, f"{line_count(text)} lines, more than {FAIL_LINES}"


def line_count(text):
    return text.count("\n") + (not text.endswith("\n") and text != "")


def blank_out(match):
    """A comment or literal with its characters made harmless and its line breaks kept."""
    return re.sub(r"[^\n]", " ", match.group(0))


CPP_NOISE = re.compile(
    r'R"(?P<d>[^\s()\\]{0,16})\(.*?\)(?P=d)"|//[^\n]*|/\*.*?\*/|"(?:\\.|[^"\\\n])*"'
    r"|(?<![0-9A-Za-z_])'(?:\\.|[^'\\\n])+'|^[ \t]*#(?:[^\n\\]|\\.)*", re.S | re.M)


def cpp_functions(text):
    """(line, lines, name) of each function with a body, found by its braces."""
    text = CPP_NOISE.sub(blank_out, text)
    opened, head_start, inside = [], 0, 0
    for at in re.finditer(r"[;{}]", text):
        mark, place = at.group(), at.start()
        if mark == "{":
            head = text[head_start:place]
            kind = "function" if not inside and is_function_head(head) else "other"
            opened.append((kind, head_start + len(head) - len(head.lstrip()), head))
            inside += kind == "function"
        elif mark == "}" and opened:
            kind, start, head = opened.pop()
            if kind == "function":
                inside -= 1
                first, last = text.count("\n", 0, start) + 1, text.count("\n", 0, place) + 1
                name = re.search(r"([~\w:]+|operator\s*\S+)\s*\(", head)
                yield first, last - first + 1, name.group(1) if name else "?"
        head_start = place + 1


def is_function_head(head):
    if "(" not in head or re.match(r"\s*(namespace|enum)\b", head):
        return False
    before = head[: head.index("(")]
    return "=" not in before.replace("operator=", "") and "return" not in before.split()


def python_functions(text):
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            yield node.lineno, node.end_lineno - node.lineno + 1, node.name


def notes_of(path, text):
    """What is listed, without being a fault."""
    if LIST_LINES < line_count(text) <= FAIL_LINES:
        yield f"{path}: {line_count(text)} lines"
    functions = []
    if path.endswith(CPP):
        functions = cpp_functions(text)
    elif path.endswith(".py"):
        functions = python_functions(text)
    for line, lines, name in functions:
        if lines > LIST_FUNCTION:
            yield f"{path}:{line}: {name} has {lines} lines"


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--list", action="store_true", help="also list long files and functions")
    parser.add_argument("root", nargs="?", default=os.path.join(os.path.dirname(__file__), ".."))
    options = parser.parse_args()
    if not os.path.isdir(options.root):
        parser.error(f"{options.root}: no such folder")
    faults, files, notes = 0, 0, []
    for path in program_files(options.root):
        files += 1
        with open(os.path.join(options.root, path), encoding="utf-8", errors="replace") as file:
            text = file.read()
        for line, words in faults_of(path, text):
            faults += 1
            print(f"{path}:{line}: {words}")
        notes.extend(notes_of(path, text))
    if options.list and notes:
        print("long, a place to look:")
        print("\n".join("  " + note for note in notes))
    print(f"{files} files of program text, {faults} faults, {len(notes)} long")
    if files == 0:
        print("nothing to check: wrong folder?")
    return 1 if faults or files == 0 else 0


if __name__ == "__main__":
    sys.exit(main())
