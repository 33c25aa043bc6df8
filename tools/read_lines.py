# SPDX-License-Identifier: Apache-2.0
"""JSON Lines, also .gz, for the tools beside this file."""
import gzip
import json


def read_lines(path):
    with (gzip.open if str(path).endswith(".gz") else open)(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)
