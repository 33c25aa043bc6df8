# SPDX-License-Identifier: Apache-2.0
"""check_floors.py must find each fault in a small bad tree, and none in a small good one."""

import os
import subprocess
import sys
import tempfile
import unittest

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
TOOL = os.path.join(ROOT, "tools", "check_floors.py")
SPDX = "// SPDX-License-Identifier: Apache-2.0\n"


def check(files, *options):
    """Runs the tool on a tree of {path: text}; gives back its status and its words."""
    with tempfile.TemporaryDirectory() as root:
        for path, text in files.items():
            os.makedirs(os.path.join(root, os.path.dirname(path)), exist_ok=True)
            with open(os.path.join(root, path), "w", encoding="utf-8") as file:
                file.write(text)
        run = subprocess.run([sys.executable, TOOL, *options, root], capture_output=True, text=True)
        return run.returncode, run.stdout


class CheckFloors(unittest.TestCase):
    def expect_fault(self, path, text, words):
        status, out = check({path: text})
        self.assertEqual(status, 1, out)
        self.assertIn(words, out)
        self.assertIn(path + ":", out)

    def test_good_tree_passes(self):
        status, out = check({
            "include/isnad/span.h": SPDX + '#include <vector>\n#include "isnad/error.h"\n',
            "src/text/fold.cc": SPDX + '#include "text/fold.h"\n#include "base/file.h"\n',
            "src/show/html.cc": SPDX + '#include "isnad/record.h"\n#include "base/file.h"\n',
            "src/apps/main.cc": SPDX + '#include "packc/compile.h"\n#include "show/show.h"\n',
            "packc/compile.cc": SPDX + '#include "match/pack.h"\n',
            "tests/text/fold_test.cc": SPDX + '#include "engine/anything.h"\n',
        })
        self.assertEqual(status, 0, out)
        self.assertIn("6 files of program text, 0 faults", out)

    def test_include_that_points_up(self):
        self.expect_fault("src/text/a.cc", SPDX + '#include "read/read.h"\n', ":2: ")
        self.expect_fault("src/text/a.cc", SPDX + '#  include "read/read.h"\n', "must not see read")
        self.expect_fault("src/record/a.h", SPDX + '#include "engine/e.h"\n', "must not see engine")

    def test_public_header_sees_only_public_headers(self):
        self.expect_fault("include/isnad/a.h", SPDX + '#include "base/file.h"\n', "must not see")

    def test_show_sees_public_types_alone(self):
        self.expect_fault("src/show/a.cc", SPDX + '#include "record/r.h"\n', "must not see record")

    def test_library_does_not_see_the_pack_compiler(self):
        self.expect_fault("src/match/a.cc", SPDX + "#include <packc/c.h>\n", "must not see packc")

    def test_climbing_and_unknown_folders(self):
        self.expect_fault("src/text/a.cc", SPDX + '#include "../read/read.h"\n', "climbs")
        self.expect_fault("src/text/a.cc", SPDX + '#include "src/base/a.h"\n', "on no floor")
        self.expect_fault("src/attic/a.cc", SPDX, "is no floor")

    def test_program_text_is_ascii(self):
        arabic = chr(0x0642)
        self.expect_fault("src/text/a.cc", SPDX + f'auto a = "{arabic}";\n', "U+0642 at column 11")
        self.expect_fault("tools/a.py", f"# SPDX-License-Identifier: Apache-2.0\n# {arabic}\n", ":2:")
        self.expect_fault("cmake/a.cmake", f"# SPDX-License-Identifier: Apache-2.0\n# {arabic}\n",
                          "ASCII")
        self.expect_fault("run", f"#!/bin/sh\n# SPDX-License-Identifier: Apache-2.0\n# {arabic}\n",
                          ":3:")
        status, out = check({"src/text/a.cc": SPDX, "docs/a.md": arabic, "packs/ar/a.tsv": arabic})
        self.assertEqual(status, 0, out)

    def test_licence_line(self):
        self.expect_fault("src/text/a.cc", "int a;\n", "SPDX")

    def test_file_lengths(self):
        self.expect_fault("src/text/a.cc", SPDX + "\n" * 800, "801 lines")
        status, out = check({"src/text/a.cc": SPDX + "\n" * 799}, "--list")
        self.assertEqual(status, 0, out)
        self.assertIn("src/text/a.cc: 800 lines", out)
        status, out = check({"src/text/a.cc": SPDX + "\n" * 399}, "--list")
        self.assertNotIn("src/text/a.cc: 400", out)

    def test_long_functions_are_listed(self):
        body = "".join(f"  if (a > {i}) {{ use({i}); }}  // {{\n" for i in range(39))
        code = (SPDX + "namespace isnad {\nstruct Box {\n  int wide() const {\n    return 1;\n  }\n};\n"
                "int long_one(int a,\n             int b) {\n" + body + "}\n"
                "int short_one(int a) {\n" + body[: body.rindex("  if")] + "}\n}\n")
        status, out = check({"src/text/a.cc": code}, "--list")
        self.assertEqual(status, 0, out)
        self.assertIn("src/text/a.cc:8: long_one has 42 lines", out)
        self.assertNotIn("short_one", out)
        self.assertNotIn("wide", out)

    def test_empty_tree_is_no_success(self):
        status, out = check({"docs/a.md": "nothing"})
        self.assertEqual(status, 1, out)


if __name__ == "__main__":
    unittest.main()
