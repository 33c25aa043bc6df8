# SPDX-License-Identifier: Apache-2.0
"""What the command prints keeps its contract, and does not depend on the number of threads.

usage: test_outputs.py COMMAND PACKS [INPUT...]
Without INPUT: the reports of examples/almaty-2022. Status 77 (skipped) where INPUT is not there.
"""

import glob
import os
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
TOOL = os.path.join(ROOT, "tools", "check_output.py")
sys.path.insert(0, os.path.dirname(TOOL))

import check_output  # noqa: E402 (found by the line above)

SENTENCES = os.path.join(ROOT, "tests", "house", "lines.txt")


class Outputs:
    def __init__(self, command, packs, inputs, folder):
        self.command, self.packs, self.inputs, self.folder = command, packs, inputs, folder
        self.faults = 0

    def run(self, name, *arguments, stdin=None):
        """Runs the command; its output goes to a file, whose path is given back."""
        path = os.path.join(self.folder, name)
        with open(path, "wb") as out:
            done = subprocess.run([self.command, *arguments, "--packs", self.packs], stdout=out,
                                  stderr=subprocess.PIPE, stdin=stdin, timeout=240)
        if done.returncode != 0:
            self.fault(f"{name}: status {done.returncode}: {done.stderr.decode()[:2000]}")
        return path

    def fault(self, words):
        self.faults += 1
        print("FAULT", words)

    def check(self, schema, path, *options):
        done = subprocess.run([sys.executable, "-W", "ignore", TOOL, schema, path, *options])
        if done.returncode != 0:
            self.fault(f"{os.path.basename(path)} breaks its contract, as said above")

    def load(self, path):
        """The documents in a file; none, and a fault, where it holds something else."""
        try:
            return [document for _, document in check_output.load_documents(path)]
        except ValueError as error:
            self.fault(f"{os.path.basename(path)} is not JSON: {error}")
            return []

    def reports(self):
        """isnad read, each alone and all together."""
        for name, options in (("read", ()), ("together", ("--together",))):
            path = self.run(f"{name}.jsonl", "read", *options, "--format", "jsonl", *self.inputs)
            self.check("report", path)
            lines = self.load(path)
            if len(lines) != len(self.inputs):
                self.fault(f"{name}: {len(lines)} reports of {len(self.inputs)} inputs")
            if not any(report["figures"] for report in lines):
                self.fault(f"{name}: no figure in any report")
        return path

    def records(self, reports):
        path = self.run("record.json", "record", "--format", "json", *self.inputs)
        self.check("record", path, "--reports", reports)
        if not any(document.get("records") for document in self.load(path)):
            self.fault("record: no record")

    def threads(self):
        """The same bytes for one thread and for four."""
        for form in ("json", "text", "html"):
            texts = []
            for jobs in ("1", "4"):
                path = self.run(f"jobs{jobs}.{form}", "record", "--format", form, "--jobs", jobs,
                                *self.inputs)
                with open(path, "rb") as file:
                    texts.append(file.read())
            if texts[0] != texts[1] or not texts[0]:
                self.fault(f"record --format {form}: --jobs 1 and --jobs 4 differ")

    def orders(self):
        """The same bytes whatever the order of input."""
        for words in (("record", "--format", "json"), ("record", "--format", "text"), ("stories",)):
            texts = []
            for turned in (self.inputs, self.inputs[::-1], self.inputs[1::2] + self.inputs[::2]):
                path = self.run(f"order.{words[0]}.{words[-1]}", *words, *turned)
                with open(path, "rb") as file:
                    texts.append(file.read())
            if len(set(texts)) != 1 or not texts[0]:
                self.fault(f"{' '.join(words)}: the order of input changes the output")
        self.check("story", path)

    def lines(self):
        with open(SENTENCES, "rb") as sentences:
            path = self.run("find.jsonl", "find", "--lines", "--format", "jsonl", "--ref",
                            "2022-01-12T10:00:00", stdin=sentences)
        self.check("find", path)


def main():
    command, packs, inputs = sys.argv[1], sys.argv[2], sys.argv[3:]
    inputs = [path for pattern in inputs for path in sorted(glob.glob(pattern))]
    if len(sys.argv) > 3 and not inputs:
        print("skipped: not there:", *sys.argv[3:])
        return 77
    example = os.path.join(ROOT, "examples", "almaty-2022", "*.txt")
    with tempfile.TemporaryDirectory() as folder:
        outputs = Outputs(command, packs, inputs or sorted(glob.glob(example)), folder)
        outputs.records(outputs.reports())
        outputs.threads()
        outputs.orders()
        outputs.lines()
    print(f"{len(outputs.inputs)} inputs, {outputs.faults} faults")
    return 1 if outputs.faults else 0


if __name__ == "__main__":
    sys.exit(main())
