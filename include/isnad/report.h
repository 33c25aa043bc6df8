// SPDX-License-Identifier: Apache-2.0
// isnad/report.h -- one report and everything read in it: mentions and claims, each on a span.
//
// Units      Spans are bytes of Report::text. Days are counted from 1970-01-01 (proleptic
//            Gregorian); local moments are seconds from 1970-01-01T00:00 with no zone.
// Ownership  A Report owns its text; everything else in it points into that text by Span.
// Threads    Plain data; read-only once read.
// Method     docs/figures.md, docs/methods/times.md, docs/methods/attribution.md
// Not here   Anything that needs a second report; see record.h.

#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "isnad/span.h"
#include "isnad/text.h"

namespace isnad {

inline constexpr std::uint32_t kNoRule = 0xffffffffu;
inline constexpr std::int32_t kNone = -1;  // "no entity", "no mention"

// ---- the page ---------------------------------------------------------------------------------

enum class PartKind : std::uint8_t { Title, Dateline, Body, Caption, Embed, Credit, Chrome };
const char* part_name(PartKind kind);  // "title" ...

struct Part {
  PartKind kind = PartKind::Body;
  Span span;
};

// From text_begin to the next run, the text was made from the bytes [page_begin, page_end) of a page
// of another form (HTML): letter for letter where both are of one length, as a whole where not.
struct SourceRun {
  std::uint32_t text_begin = 0;
  std::uint32_t page_begin = 0, page_end = 0;
};

// Something a page, or who gave it, says of it: "published", "2022-01-11T00:47:10+03:00", "JSON-LD".
// Fields: title outlet author published updated url language.
struct Given {
  std::string field, value, from;
};

// One published text as it came, and what came with it. Empty string = not given.
struct Page {
  std::string input;  // file path, or the `id` of a JSON line
  std::string bytes;  // as received; of HTML the text that was found in it
  std::string title;  // JSON Lines: put before the text with one line break
  std::string outlet, published, url, language, byline;
  std::string updated;  // last changed
  bool flat = true;   // the page's parts must be told apart; false: title and body were given apart
  std::string id;     // of HTML: "sha256:..." of the page as received
  std::vector<Part> parts;         // of HTML: what its markup says of `bytes`
  std::vector<SourceRun> source;   // of HTML: where `bytes` stands in the page
  std::vector<std::string> notes;  // what was odd about the page
  std::vector<Given> metadata;     // of HTML: all that is said, what counts before the others first
};

enum class Basis : std::uint8_t { Unknown, Metadata, Page, Inferred };
const char* basis_name(Basis basis);  // "unknown" "metadata" "page" "inferred"

// Words of a report (or of another, by `report`) that something rests on.
struct Evidence {
  std::string text;             // the words, or a sentence that says how
  Span span;                    // where they stand; empty where `text` is not a quotation
  std::int32_t report = kNone;  // index in the story; kNone = this report
};

// ---- days -------------------------------------------------------------------------------------

inline constexpr std::int32_t kNoDay = std::numeric_limits<std::int32_t>::min();

// A stretch of days, both ends included; kNoDay = open. Both open = nothing known.
struct Days {
  std::int32_t first = kNoDay;
  std::int32_t last = kNoDay;
  bool known() const { return first != kNoDay || last != kNoDay; }
  bool one_day() const { return first != kNoDay && first == last; }
  friend bool operator==(const Days&, const Days&) = default;
};

// "2022-01-07", "2022-01-02/2022-01-07", "../2022-01-07", "" where nothing is known.
std::string days_text(Days days);
std::int32_t day_number(int year, int month, int day);
struct CivilDay { int year, month, day; };
CivilDay civil_day(std::int32_t day);
int weekday_of(std::int32_t day);  // 0 = Monday ... 6 = Sunday

// The report's own date.
struct Published {
  Basis basis = Basis::Unknown;
  Days days;                     // one_day() when it is known for sure
  std::string value;             // as printed in JSON: day, or day and time; "" = not known
  std::vector<Evidence> why;
};

// ---- mentions ---------------------------------------------------------------------------------

enum class TimeKind : std::uint8_t { Date, Time, Duration, Set };
const char* time_kind_name(TimeKind kind);  // "DATE" ...
enum class Anchor : std::uint8_t { Written, Publication, Earlier, None };
const char* anchor_name(Anchor anchor);

// What the words say before a calendar is put to them. Unset numbers are kUnset.
inline constexpr std::int32_t kUnset = std::numeric_limits<std::int32_t>::min();
struct TimeForm {
  enum class Base : std::uint8_t {
    Written,    // year/month/day as far as set
    Offset,     // `count` `unit`s from the anchor (yesterday: -1 day; last year: -1 year)
    Weekday,    // `weekday`, on the `side` of the anchor
    DayMonth,   // day and month (or month alone) without a year
    Duration,   // a length: count units
    Set,        // every ...
    Reference,  // now, recently: PRESENT_REF, PAST_REF, FUTURE_REF in `fixed`
    Fixed,      // the value is in `fixed`
  };
  Base base = Base::Fixed;
  char unit = 'D';                  // Y S(eason) M W D H m(inute) s
  std::int32_t count = kUnset;      // kUnset with Duration: an unknown number (PXD)
  std::int8_t side = 0;             // weekday: -1 last past, +1 next, 0 by the text (news: past, today included)
  std::int32_t year = kUnset, month = kUnset, day = kUnset, weekday = kUnset;
  std::int32_t hour = kUnset, minute = kUnset;
  char part[4] = "";                // part of day: "MO" "MI" "AF" "EV" "NI"
  bool from_earlier = false;        // counted from an earlier time of the report
  std::string fixed;
};

inline constexpr std::int64_t kOpenPast = std::numeric_limits<std::int64_t>::min();
inline constexpr std::int64_t kOpen = std::numeric_limits<std::int64_t>::max();  // no upper end

struct TimeMention {
  Span span;
  TimeKind kind = TimeKind::Date;
  TimeForm form;
  std::string value;            // TIMEX3; "" while it cannot be fixed
  std::string mod;              // "" START MID END APPROX BEFORE AFTER
  Anchor anchor = Anchor::None;
  Days days;                    // the days it covers, where fixed
  // [from, to) in local seconds; both 0 where not fixed, kOpenPast / kOpen where one end is open.
  std::int64_t from_s = 0, to_s = 0;
  std::string zone;             // of a clock, where said: "UTC", an IANA name, "local"; else "".
                                // The value and [from, to) stay in that zone, as printed.
  std::string note;             // "weekday and date disagree" and the like; usually ""
  std::uint32_t rule = kNoRule;
};

enum class Bound : std::uint8_t { Exact, AtLeast, MoreThan, AtMost, LessThan, About, Range, Vague };
const char* bound_name(Bound bound);  // "exact" "at_least" ...

enum class NumberKind : std::uint8_t { Cardinal, Ordinal, Percent, Money, Measure, Fraction };
const char* number_kind_name(NumberKind kind);

struct NumberMention {
  Span span;
  NumberKind kind = NumberKind::Cardinal;
  double value = 0;
  std::int64_t low = 0, high = 0;  // after the bound; high == kOpen where open
  Bound bound = Bound::Exact;
  std::string unit;                // ISO 4217 or unit in English singular; "" for a plain number
  std::uint32_t rule = kNoRule;
};

enum class EntityType : std::uint8_t { Person, Organisation, Place, Group };
const char* entity_type_name(EntityType type);  // "person" ...

struct NameMention {
  Span span;                     // the name itself
  Span title;                    // office before or behind it, empty where none
  EntityType type = EntityType::Person;
  std::int32_t entity = kNone;   // index into Report::entities
  std::string id;                // gazetteer id where known ("KZ", "1526384", "csto"), else ""
  std::string country;           // ISO 3166 alpha-2, "" where unknown
  std::uint8_t grain = 0;        // places: 1 site, 2 town, 3 province, 4 country, 0 unknown
  bool agency = false;           // a news agency or outlet
  bool adjective = false;        // a nisba ("Kazakh"): names the place without standing for it
  std::uint32_t rule = kNoRule;
};

// "site" "town" "province" "country"; "" for 0.
const char* precision_name(std::uint8_t grain);

// What a list of names says of an entry: an office, and since and until when the row holds ("" = open).
struct ListedOffice { std::string text, from, to; };

// One person, organisation, place or group of this report, under all its names there.
struct Entity {
  EntityType type = EntityType::Person;
  std::string name;              // the fullest form in this report, as written
  std::string name_latin;        // from the packs; "" where not known
  std::string role;              // office, as written; "" where none
  std::string id;                // gazetteer id, "" where none
  std::string country;           // as in NameMention; of a body: of the country it says it is of
  std::string claimed;           // other countries that claim a place ("RU", "IL PS"); usually ""
  std::uint8_t grain = 0;        // as in NameMention
  ListedOffice listed;           // of a list of the user's own, for the report's day; usually empty
  std::vector<std::int32_t> mentions;  // indices into Report::names
};

// Who is said to have said something.
struct Holder {
  Span span;                     // exact words of the text
  Span cue;                      // the reporting word
  std::int32_t entity = kNone;
};

struct Quotation {
  Span span;                     // without the marks
  bool direct = true;
  Holder speaker;                // speaker.span empty where nobody is named
  std::uint32_t rule = kNoRule;
};

// ---- claims -----------------------------------------------------------------------------------

enum class Role : std::uint8_t {
  Killed, Injured, Missing, Casualties, Arrested, Abducted, Displaced, Rescued, Released,
  Participants, Attackers, Deployed, DeployedEquipment, Destroyed, Seized, Affected, Other
};
const char* role_name(Role role);  // "killed" ...
bool parse_role(std::string_view name, Role& out);

enum class CountKind : std::uint8_t { Total, New, Part, Unknown };
const char* count_kind_name(CountKind kind);

enum class Stance : std::uint8_t { Asserted, Claimed, Denied, Feared, Negated };
const char* stance_name(Stance stance);

struct Figure {
  Span span;                     // number, counted noun and cue
  Role role = Role::Other;
  std::int64_t low = 0, high = 0;
  Bound bound = Bound::Exact;
  std::string group;             // "police" ... of docs/figures.md; "" = none
  Span label;                    // the report's own words for them; empty = none
  CountKind kind = CountKind::Total;
  std::int32_t part_of = kNone;  // index into Report::figures
  std::vector<Holder> holders;   // outermost first, origin last
  Stance stance = Stance::Asserted;
  Span place;                    // exact words; empty = none known
  std::int32_t place_entity = kNone;
  Days date;
  std::string event = "main";
  Span number, cue, noun;        // what it was read from; empty where absent
  std::int32_t date_time = kNone;  // index into Report::times of the time `date` rests on
  bool since = false;            // the time is a beginning: "since Sunday"
  bool said_then = false;        // the time is when it was said, not when it happened
  bool by_day = false;           // date is only "so by the day of the report" (../D)
  std::uint32_t rule = kNoRule;
};

// What happened, in PLOVER's types (docs/events.md).
struct Event {
  Span span;
  std::string type;              // "PROTEST"
  std::string mode;              // "riot", "" where none
  std::string topic;             // lexicon id of what was done: "resign.government", "storm.building"
  std::int32_t actor = kNone, recipient = kNone, place = kNone;  // indices into Report::entities
  Span actor_span, recipient_span, place_span;   // the words that name them
  Days date;
  std::int32_t date_time = kNone;
  Stance stance = Stance::Asserted;
  bool historical = false, future = false, hypothetical = false;
  std::vector<Holder> holders;
  std::uint32_t rule = kNoRule;
};

// ---- the report -------------------------------------------------------------------------------

struct Agency { Span span; std::string id; };

struct Report {
  std::string input;             // as named by the user
  std::string id;                // "sha256:..." of the bytes
  Text text;
  std::string language;          // "ar", "en", "" where unknown
  std::string url;
  std::string outlet;            // name, "" where unknown
  Span outlet_span;              // empty where the outlet came as metadata
  Basis outlet_basis = Basis::Unknown;
  std::vector<Agency> agencies;  // whose text it says it carries
  std::string author;            // who signs it, "" where unknown
  Span author_span;              // as outlet_span
  Basis author_basis = Basis::Unknown;
  std::string updated;           // last changed, as `Published::value`; "" where not said
  std::vector<Given> metadata;   // as Page::metadata
  Span title;                    // empty where none
  Published published;
  bool machine_translated = false;
  Span machine_translated_span;
  std::vector<Part> parts;       // in reading order, not overlapping
  std::vector<std::string> notes;  // "windows-1256 mended" and the like
  std::vector<SourceRun> source;   // empty where the text is the page
  std::vector<TimeMention> times;
  std::vector<NumberMention> numbers;
  std::vector<NameMention> names;
  std::vector<Entity> entities;
  std::vector<Quotation> quotations;
  std::vector<Figure> figures;
  std::vector<Event> events;
  // For single lines (`isnad find`): the moment spoken at, kOpenPast = only the day is known; and
  // where a bare weekday points: -1 past, as in news; 1 future.
  std::int64_t spoken_s = kOpenPast;
  int weekday_side = -1;
  std::int32_t main_time = kNone;  // index into times: when the event told first happened, where said
};

}  // namespace isnad
