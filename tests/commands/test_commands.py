#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Exit status and messages of the command on good, odd and bad input (docs/output.md section 4).

usage: test_commands.py ISNAD PACKS EXAMPLE"""
import gzip
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

ISNAD, PACKS, EXAMPLE = "", "", pathlib.Path()
HERE = pathlib.Path(__file__).parent
ARABIC = (HERE / "good.txt").read_text(encoding="utf-8").strip()
OTHER = (HERE / "other_language.txt").read_text(encoding="utf-8")


def run(*words, given=None, packs=None):
    options = ["--packs", packs or PACKS] if words and words[0] in ("read", "record", "explain", "find", "check") else []
    done = subprocess.run([ISNAD, *words[:1], *options, *words[1:]], input=given,
                          capture_output=True, check=False)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


class Inputs(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp())
        self.good = self.put("good.txt", ARABIC)

    def tearDown(self):
        shutil.rmtree(self.folder)

    def put(self, name, content):
        path = self.folder / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return str(path)

    def refused(self, path, name):
        """Refused by name, one line, and the good report beside it is still read."""
        status, out, err = run("read", "--format", "jsonl", path, self.good)
        self.assertEqual(status, 1)
        self.assertIn(name, err)
        self.assertEqual(len(err.splitlines()), 1, err)
        self.assertEqual(len(out.splitlines()), 1)
        self.assertIn('"role":"killed"', out)

    def test_good(self):
        status, out, err = run("read", "--format", "jsonl", self.good)
        self.assertEqual((status, err), (0, ""))
        self.assertIn('"low":3', out)

    def test_missing(self):
        self.refused(str(self.folder / "none.txt"), "NotFound")

    def test_empty(self):
        self.refused(self.put("empty.txt", ""), "Empty")

    def test_binary(self):
        self.refused(self.put("binary.txt", bytes(range(256)) * 20), "NotText")

    def test_too_large(self):
        path = self.put("large.txt", "")
        os.truncate(path, 200 << 20)
        self.refused(path, "TooLarge")

    def test_folder_without_reports(self):
        (self.folder / "nothing").mkdir()
        self.refused(str(self.folder / "nothing"), "Empty")

    def test_broken_utf8_is_read(self):
        path = self.put("broken.txt", ARABIC.encode() + b" \xff\xfe \xd9")
        status, out, err = run("read", "--format", "jsonl", path)
        self.assertEqual((status, err), (0, ""))
        self.assertIn('"low":3', out)

    def test_unknown_language_is_read(self):
        status, _, err = run("read", "--format", "jsonl", self.put("other.txt", OTHER))
        self.assertEqual((status, err), (0, ""))

    def test_bad_line_of_jsonl(self):
        lines = '{"id": "a", "text": "%s"}\n{broken\n{"id": "b"}\n{"id": "c", "text": "%s"}\n' % (ARABIC, ARABIC)
        status, out, err = run("read", "--format", "jsonl", self.put("lines.jsonl", lines))
        self.assertEqual(status, 1)
        self.assertEqual(len(out.splitlines()), 2)
        self.assertIn("lines.jsonl:2", err)
        self.assertIn("lines.jsonl:3", err)

    def test_standard_input(self):
        status, out, _ = run("read", "--format", "jsonl", "-", given=ARABIC.encode())
        self.assertEqual(status, 0)
        self.assertIn('"low":3', out)


class Find(unittest.TestCase):
    def test_a_clock_keeps_its_zone(self):
        lines = "it fell at 14:00 GMT there\nit fell at 3 pm Moscow time there\nit fell at 3 pm there\n"
        _, out, _ = run("find", "--lines", "--language", "en", "--ref", "2015-08-07T12:00", given=lines.encode())
        times = [json.loads(line)["times"][0] for line in out.splitlines()]
        self.assertEqual([t.get("zone") for t in times], ["UTC", "Europe/Moscow", None])
        self.assertEqual([t["value"] for t in times],
                         ["2015-08-07T14:00", "2015-08-07T15", "2015-08-07T15"])


class Usage(unittest.TestCase):
    def test_statuses(self):
        for words in (["record", "--bogus", "x"], ["record"], ["record", "--language", "fr", "x"], ["find"],
                      ["find", "--lines", "--ref", "never"]):
            status, _, err = run(*words, given=b"")
            self.assertEqual(status, 2, words)
            self.assertNotEqual(err, "", words)

    def test_help_and_version(self):
        for words in (["--help"], [], ["record", "--help"], ["read", "--help"], ["find", "--help"],
                      ["explain", "--help"], ["check", "--help"], ["pack", "--help"]):
            done = subprocess.run([ISNAD, *words], capture_output=True, check=False)
            self.assertEqual(done.returncode, 0, words)
            self.assertIn(b"isnad", done.stdout)
        done = subprocess.run([ISNAD, "--version"], capture_output=True, check=True, env={**os.environ, "ISNAD_PACKS": PACKS})
        self.assertRegex(done.stdout.decode(), r"pack ar \S+ [0-9a-f]{8}")

    def test_bare_input_is_record(self):
        files = [str(p) for p in sorted(EXAMPLE.glob("*.txt"))]
        done = subprocess.run([ISNAD, "--packs", PACKS, *files], capture_output=True, check=False)
        again = run("record", *files)
        self.assertEqual((done.returncode, done.stdout.decode()), again[:2])


class PacksUnusable(unittest.TestCase):
    def test_missing(self):
        status, _, err = run("record", str(EXAMPLE), packs="no/such/folder")
        self.assertEqual(status, 3)
        self.assertIn("NotFound", err)

    def test_damaged(self):
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name) / "packs"
            shutil.copytree(PACKS, folder)
            image = bytearray((folder / "ar.pack").read_bytes())
            image[len(image) // 2] ^= 0xFF
            (folder / "ar.pack").write_bytes(image)
            status, _, err = run("record", str(EXAMPLE), packs=str(folder))
        self.assertEqual(status, 3)
        self.assertIn("ar.pack: BadPack", err)


class Same(unittest.TestCase):
    """The same bytes for any number of threads and any way of asking."""

    def test_order(self):
        """The same bytes in whatever order the reports come, as files or as lines."""
        files = [str(p) for p in sorted(EXAMPLE.glob("*.txt"))]
        orders = [files, files[::-1], files[2:] + files[:2], files[1::2] + files[::2]]
        for form in ("json", "text"):
            answers = {run("record", "--format", form, *order)[1] for order in orders}
            self.assertEqual(len(answers), 1)
        lines = [json.dumps({"id": pathlib.Path(f).stem, "text": pathlib.Path(f).read_text(encoding="utf-8"),
                             "published": f"2022-01-0{6 + i % 4}"}) for i, f in enumerate(files)]
        given = ["\n".join(order) for order in (lines, lines[::-1], lines[3:] + lines[:3])]
        answers = {run("record", "--format", "json", "--jobs", str(jobs), "--input", "jsonl", "-", given=one.encode())[1]
                   for jobs, one in zip((1, 2, 3), given)}
        self.assertEqual(len(answers), 1)

    def test_jobs(self):
        for form in ("json", "text", "html", "md"):
            one = run("record", "--format", form, "--jobs", "1", str(EXAMPLE))
            many = run("record", "--format", form, "--jobs", "4", str(EXAMPLE))
            self.assertEqual(one, many)
            self.assertEqual(one[0], 0)


class Check(unittest.TestCase):
    """One sentence held against reports, in both languages and forms."""

    def ask(self, sentence, *words):
        status, out, err = run("check", "--format", "json", *words, sentence, str(EXAMPLE))
        return status, json.loads(out), err

    def test_a_count(self):
        record = json.loads(run("record", "--format", "json", str(EXAMPLE))[1])["records"][0]
        lane = next(f for f in record["figures"] if f["role"] == "killed" and f["best"])
        number = lane["best"]
        status, answer, err = self.ask(f"{number} people were killed in Kazakhstan.")
        self.assertEqual((status, err), (0, ""))
        claim = answer["claims"][0]
        self.assertEqual(claim["quote"], answer["sentence"][claim["start"]:claim["end"]])
        self.assertIn(claim["stand"], ("supported", "disputed"))
        self.assertGreaterEqual(claim["supported"]["articles"], claim["supported"]["origins"])
        status, answer, err = self.ask(f"{number + 4000} people were killed in Kazakhstan.")
        self.assertIn(answer["claims"][0]["stand"], ("contradicted", "said_differently"))
        self.assertEqual(answer["claims"][0]["supported"]["articles"], 0)

    def test_languages(self):
        status, out, err = run("check", ARABIC, str(EXAMPLE))
        self.assertEqual((status, err), (0, ""))
        self.assertNotIn("nothing said", out)
        status, out, err = run("check", "--language", "en", ARABIC, str(EXAMPLE))
        self.assertIn("nothing said", out)

    def test_nothing_to_check(self):
        status, out, err = run("check", "The sea is blue.", str(EXAMPLE))
        self.assertEqual(status, 1)
        self.assertIn("sentence: Empty:", err)

    def test_schema(self):
        import jsonschema  # tests only
        schema = json.loads((HERE.parents[1] / "schemas/check.schema.json").read_text(encoding="utf-8"))
        jsonschema.Draft202012Validator.check_schema(schema)
        status, answer, err = self.ask("The government resigned and 16 policemen were killed.")
        jsonschema.Draft202012Validator(schema).validate(answer)
        self.assertEqual(len(answer["claims"]), 2)

    def test_wrong_usage(self):
        self.assertEqual(run("check", "a sentence alone")[0], 2)


class Pages(unittest.TestCase):
    """What `isnad pages` prints, fields by option, archives of many records."""

    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp())

    def tearDown(self):
        shutil.rmtree(self.folder)

    def put(self, name, content):
        path = self.folder / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return str(path)

    def text(self, *words):
        status, out, err = run("pages", "text", "--packs", PACKS, *words)
        return status, [json.loads(line) for line in out.splitlines()], err

    def test_fields_by_option(self):
        story = "Three people were killed in the town on Monday, the mayor said."
        inner = json.dumps({"story": {"parts": [story, story]}, "kop": "Three killed", "text": "no"})
        status, rows, err = self.text("--field", "text=story.parts", "--field", "title=kop",
                                      self.put("a.jsonl", inner + "\n" + inner + "\n"))
        self.assertEqual((status, err, len(rows)), (0, "", 2))
        self.assertEqual(rows[0]["text"], story + "\n" + story)
        table = f"kop,inhoud,rest\nThree killed,{json.dumps(story)},x\n"
        status, rows, _ = self.text("--field", "text=inhoud", "--field", "title=kop",
                                    self.put("a.csv", table))
        self.assertEqual((status, len(rows)), (0, 1))
        self.assertEqual(rows[0]["text"], story)

    def test_wrong_field(self):
        for wrong in ("text", "nothing=body", "text="):
            status, _, err = run("read", "--field", wrong, self.put("a.txt", "x"))
            self.assertEqual(status, 2, wrong)
            self.assertIn("--field", err)

    def records(self, count):
        page = ("<html><head><title>Number {0} of the reports</title></head><body><article><h1>Number {0} of the"
                " reports</h1><p>Report number {0} says that {1} people came to the square on that day.</p>"
                "<p>They stayed there until the evening, and then they went home.</p></article></body></html>")
        for i in range(count):
            http = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page.format(i, i + 100)
            head = (f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://a.example/{i}\r\n"
                    f"Content-Length: {len(http)}\r\n\r\n")
            noise = "".join(chr(97 + (i * i * j + j // 3) % 26) for j in range(6000))
            yield (head + http + "\r\n\r\n" + "WARC/1.0\r\nWARC-Type: metadata\r\nContent-Length: 6000\r\n\r\n"
                   + noise + "\r\n\r\n").encode()

    def test_warc_with_a_broken_member(self):
        members = [gzip.compress(record) for record in self.records(60)]
        members[20] = members[20][:12] + b"\xff" * 60 + members[20][72:]
        status, rows, err = self.text(self.put("a.warc.gz", b"".join(members)))
        self.assertEqual(status, 1)
        self.assertIn("damaged before its byte", err)
        urls = [row["url"] for row in rows]
        self.assertEqual(len(set(urls)), len(urls))
        # What was unpacked together with the broken member is lost too, up to some 64 KiB of it.
        self.assertEqual(urls[:10], [f"https://a.example/{i}" for i in range(10)])
        self.assertEqual(urls[-1], "https://a.example/59")
        self.assertGreater(len(urls), 45)

    def test_warc_with_broken_records(self):
        records = list(self.records(6))
        records[2] = records[2].replace(b"Content-Length", b"Content-Lenght", 1)
        status, rows, err = self.text(self.put("a.warc", b"".join(records)))
        self.assertEqual(status, 1)
        self.assertIn("a.warc:" + str(sum(map(len, records[:2]))), err)
        self.assertEqual([row["url"][-1] for row in rows], list("01345"))

    def test_zstandard(self):
        packer = shutil.which("zstd")
        if not packer:
            self.skipTest("zstd is not here")
        packed = subprocess.run([packer, "-q", "-c"], input=b"".join(self.records(5)),
                                capture_output=True, check=True).stdout
        status, rows, _ = self.text(self.put("a.warc.zst", packed))
        self.assertEqual((status, len(rows)), (0, 5))

    def test_bomb(self):
        packed = gzip.compress(b"<p>" * (70 << 20), 9)
        status, rows, err = self.text(self.put("bomb.html.gz", packed), self.put("b.warc.gz", gzip.compress(next(self.records(1)))))
        self.assertEqual((status, len(rows)), (1, 1))
        self.assertIn("250 times its size", err)

    def test_same_as_read(self):
        """The streamed texts are those of isnad read, for any --jobs."""
        path = self.put("a.warc.gz", b"".join(map(gzip.compress, self.records(300))))
        status, rows, _ = self.text("--jobs", "3", path)
        self.assertEqual((status, len(rows)), (0, 300))
        self.assertEqual(rows, self.text("--jobs", "1", path)[1])
        _, out, _ = run("read", "--format", "jsonl", path)
        self.assertEqual([r["url"] for r in rows], [json.loads(line)["url"] for line in out.splitlines()])

    def page(self, given, printed, body=""):
        return self.put("p.html", "<html><head><title>Three men were hurt in the fire</title>" + given +
                        "</head><body><article><h1>Three men were hurt in the fire</h1><p class=date>" + printed +
                        "</p><p>Three men were hurt on the square when a shop burned, the town said today.</p>"
                        "<p>The fire was put out before noon and nobody else was hurt.</p>" + body +
                        "</article></body></html>")

    def one(self, path):
        status, out, err = run("read", "--format", "jsonl", path)
        self.assertEqual((status, err), (0, ""))
        return json.loads(out)

    def test_day_across_midnight(self):
        meta = "<meta property='article:published_time' content='{}'>"
        late = self.one(self.page(meta.format("2022-01-10T22:40:00Z"), "Published: 11 January 2022"))
        self.assertEqual(late["published"]["value"], "2022-01-11")
        self.assertEqual(late["published"]["basis"], "metadata")
        self.assertEqual(late["notes"], [])
        zoned = self.one(self.page(meta.format("2022-01-10T22:40:00+03:00"), "Published: 11 January 2022"))
        self.assertEqual(zoned["published"]["value"], "2022-01-10T22:40:00")
        self.assertIn("2022-01-11", zoned["notes"][0])
        updated = self.one(self.page(meta.format("2022-01-10T08:00:00Z"), "Updated: 15 January 2022"))
        self.assertEqual((updated["published"]["value"], updated["updated"]), ("2022-01-10T08:00:00", "2022-01-15"))
        self.assertEqual(updated["notes"], [])

    def test_metadata_and_its_basis(self):
        both = ("<script type='application/ld+json'>{\"@type\": \"NewsArticle\", \"datePublished\": \"2022-03-01\","
                "\"author\": {\"name\": \"Ann Field\"}}</script><meta name=author content='Tom Brook'>"
                "<meta name=date content='2022-03-04'>")
        row = self.one(self.page(both, ""))
        said = [(m["field"], m["value"], m["from"]) for m in row["metadata"]]
        self.assertIn(("author", "Ann Field", "JSON-LD"), said)
        self.assertIn(("author", "Tom Brook", "author"), said)
        self.assertEqual(row["author"]["name"], "Ann Field")
        self.assertEqual(row["published"]["value"], "2022-03-01")
        self.assertEqual(len([n for n in row["notes"] if "names two" in n]), 2)

    def test_traces_of_translation(self):
        stray = "<p>The town was quiet , the people stayed at home , the shops were shut , and it rained .</p>"
        row = self.one(self.page("", "", stray * 2))
        self.assertTrue(any("trace of machine translation" in n for n in row["notes"]), row["notes"])
        self.assertFalse(row["machine_translated"]["value"])
        self.assertEqual(self.one(self.page("", ""))["notes"], [])

    def test_check(self):
        self.put("a.html", next(self.records(1)).split(b"\r\n\r\n")[2])
        gold = {"page": "a.html", "title": "Number 0 of the reports", "author": "", "text":
                "Report number 0 says that 100 people came to the square on that day.\n"
                "They stayed there until the evening, and then they went home."}
        self.put("gold.jsonl", json.dumps(gold))
        status, out, _ = run("pages", "check", "--packs", PACKS, str(self.folder))
        self.assertEqual(status, 0, out)
        self.assertIn("text       1.000", out)
        self.put("gold.jsonl", json.dumps({**gold, "title": "Another"}))
        status, out, _ = run("pages", "check", "--misses", "--packs", PACKS, str(self.folder))
        self.assertEqual(status, 1)
        self.assertIn("wanted Another", out)
        self.put("gold.jsonl", json.dumps({**gold, "page": "none.html"}))
        status, _, err = run("pages", "check", "--packs", PACKS, str(self.folder))
        self.assertEqual(status, 1)
        self.assertIn("NotFound", err)


class Explain(unittest.TestCase):
    def test_each_kind(self):
        report = str(sorted(EXAMPLE.glob("*.txt"))[1])
        for name in ("f1", "t1", "n1", "q1", "e1", "p"):
            status, out, err = run("explain", report, name)
            self.assertEqual((status, err), (0, ""), name)
            self.assertNotEqual(out, "")
        _, out, _ = run("explain", report, "f1")
        self.assertIn("packs/ar/lists/", out)

    def test_unknown_id(self):
        status, _, err = run("explain", str(sorted(EXAMPLE.glob("*.txt"))[1]), "f999")
        self.assertEqual(status, 1)
        self.assertIn("NoSuchMention", err)


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    ISNAD, PACKS, EXAMPLE = sys.argv[1], sys.argv[2], pathlib.Path(sys.argv[3])
    unittest.main(argv=sys.argv[:1])
