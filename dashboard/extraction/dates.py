"""Dates in a sentence, relative to the day of publication. Knows no language. No date beats a wrong date."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from .language import Cue
from .lately import amount_before, lately
from .text import Sentence, Span
from .when import When, month_of
from .written import begins_range, lies_ahead, named_feast, named_month, numeric, year_of
from .yearly import parts_of_years

SINCE = 16  # tokens between "since" and the date of what began then
SATURDAY = 5
APOSTROPHES = ("'", "’")
NEXT_DAY = Cue("shift", "1")
WORDS = (
    "month",
    "weekday",
    "day",
    "span",
    "until",
    "onset",
    "shift",
    "time_unit",
    "feast",
    "year_part",
)  # of which a date without figures is


def dates(sentence: Sentence, published: date | None, before: date | None = None) -> list[When]:
    """Return the dates that a sentence names; "since" leaves the end open, "by" the start.

    ``before`` is the day named last, from which "the day after" counts.
    """
    found: list[When] = []
    if not (sentence.figures or sentence.has(WORDS) or sentence.of("date", "day_after")):
        return found
    named = [*_bare(sentence, published)]
    days = [when for when in named if when.precision == "day"]
    named += _shifted(sentence, days, before)
    named += _elapsed(sentence, days, published, before)
    named += lately(sentence, published)
    named += parts_of_years(sentence, published)
    for each in sorted(named, key=lambda when: (when.first, -when.last)):
        if found and _same_year(sentence, found[-1], each):
            found[-1] = replace(found[-1], start=_in_year(found[-1].start, each.end))
        if found and _reaches(sentence, found[-1], each):
            found[-1] = replace(found[-1], end=each.end, last=each.last)  # "31 October to 1 November"
            continue
        near = bool(found) and each.first - found[-1].last <= 2 and not each.shifted
        if near and found[-1].weekday and each.precision == "day":
            # "since Thursday (19/12)": the written date says more than the weekday
            known = found.pop()
            start, end = (each.start if known.start else None), (each.end if known.end else None)
            each = replace(each, start=start, end=end, first=known.first if None in (start, end) else each.first)
        if (not found or each.first >= found[-1].last) and not _as_of(sentence, each):
            found.append(_opened(sentence, each))
    return found


def _shifted(sentence: Sentence, named: list[When], before: date | None) -> Iterator[When]:
    """Yield days told from another: "the day before", "sehari setelahnya"."""
    read = sentence.tokens
    ends = [s for s in sentence.of("date", "day_after") if s.last >= len(read) or not read[s.last].text.isalnum()]
    for span in (*sentence.of("shift"), *(s._replace(cue=NEXT_DAY) for s in ends)):  # "met Y the day after."
        earlier = [when.start for when in named if when.last <= span.first and when.start]
        day = earlier[-1] if earlier else before
        several = amount_before(sentence, span.first) if span.cue.value == "0" else None
        if day and several:  # "dua hari itu"
            yield When(day - timedelta(several - 1), day, "day", span.first - 1, span.last)
        elif day and span.cue.value == "since":
            yield When(day, None, "day", span.first, span.last)
        elif day:
            moved = day + timedelta(int(span.cue.value))
            yield When(moved, moved, "day", span.first, span.last, shifted=bool(earlier) and moved != day)


def _elapsed(sentence: Sentence, named: list[When], published: date | None, before: date | None) -> Iterator[When]:
    """Yield days and months told by how long ago they were: "three days ago", "two days earlier", "lima hari lalu".

    "Ago" counts from the day of publication, "earlier" and "later" from the day named last. Weeks say no day.
    """
    for unit in sentence.of("time_unit"):
        first = unit.first - 1
        amount = amount_before(sentence, unit.first)
        ways = [span for span in sentence.of("elapsed") if span.first == unit.last and not _conjoins(sentence, span)]
        if not amount or not ways:
            continue
        way = ways[0].cue.value
        earlier = [when.start for when in named if when.last <= first and when.start]
        origin = published if way == "ago" else (earlier[-1] if earlier else before)
        amount = amount if way == "later" else -amount
        if origin is not None and (found := _moved(origin, unit.cue.value, amount, first, ways[0].last)):
            yield found


def _conjoins(sentence: Sentence, way: Span) -> bool:
    """Tell whether "before" leads on to an event, "three days before the vote", not "three days before,"."""
    read = sentence.tokens
    also = any(span.first == way.first for span in sentence.of("date", "before"))
    return also and way.last < len(read) and read[way.last].text.isalnum()


def _moved(origin: date, unit: str, amount: int, first: int, last: int) -> When | None:
    """Return the day, month or year that lies so many of a unit from another day; ``None`` for weeks."""
    if unit == "day":
        day = origin + timedelta(amount)
        return When(day, day, "day", first, last)
    if unit == "month":
        whole = origin.year * 12 + origin.month - 1 + amount
        return When(*month_of(whole // 12, whole % 12 + 1), "month", first, last)
    if unit == "year":
        year = origin.year + amount
        return When(date(year, 1, 1), date(year, 12, 31), "year", first, last)
    return None


def _same_year(sentence: Sentence, first: When, last: When) -> bool:
    """Tell whether the year of a later date holds for an earlier one: "between 14 September and 31 December 2005"."""
    joint = any(span.first == first.last for span in sentence.before("range", last.first))
    later = first.start is not None and last.end is not None and first.start > last.end
    return joint and later and first.precision == last.precision and _in_year(first.start, last.end) != first.start


def _in_year(day: date | None, other: date | None) -> date | None:
    """Return a day in the year of another, where it lies before it."""
    if day is None or other is None or (day.month, day.day) == (2, 29):
        return day
    moved = day.replace(year=other.year)
    return moved if moved < other else day


def _reaches(sentence: Sentence, first: When, last: When) -> bool:
    """Tell whether two days stand as from one to the other."""
    parts = [s.last for s in sentence.of("day_part") if s.first == first.last]  # "Thursday night to Friday morning"
    ends = parts[0] if parts else first.last
    joint = [span for span in sentence.before("range", last.first) if span.first == ends]
    next_day = first.end is not None and last.start == first.end + timedelta(1)  # "on Wednesday and Thursday"
    both = next_day or begins_range(sentence, first.first)  # "between 1979 and 1989"
    joint = [span for span in joint if span.cue.value == "to" or (span.cue.value == "and" and both)]
    days = first.precision == last.precision and first.start is not None and last.end is not None
    return bool(joint) and days and bool(first.start and last.end and first.start < last.end)


def _ends_range(sentence: Sentence, at: int) -> bool:
    """Tell whether a year ends a range that begins with another year: "between 1979 and 1989", "in 1998 and 1999"."""
    for span in sentence.before("range", at):
        first = year_of(sentence.tokens[span.first - 1].text) if span.first else None
        in_turn = first and year_of(sentence.tokens[at].text) == first + 1 and sentence.before("date", span.first - 1)
        if first and (in_turn or begins_range(sentence, span.first - 1)):
            return True
    return False


def _as_of(sentence: Sentence, when: When) -> bool:
    """Tell whether a date only says for which day a figure holds, or what was earlier: "as of May", "before May"."""
    return any(span.cue.value in ("as_of", "before") for span in sentence.before("date", when.first))


def _opened(sentence: Sentence, when: When) -> When:
    for span in sentence.before("date", when.first):
        if span.cue.value == "since":
            return replace(when, end=None, first=span.first)
        whose = when.last < len(sentence.tokens) and sentence.tokens[when.last].text in APOSTROPHES
        if span.cue.value == "by" and not whose:  # "by the previous evening's attack"
            return replace(when, start=None, first=span.first)
    for span in sentence.of("date", "since"):  # "since the war broke out in April 2023"
        gap = range(span.last, when.first)
        verb = any(sentence.at(category, span.last) for category in ("movement", "outcome"))  # "mulai menarik"
        if not verb and 0 < len(gap) <= SINCE and not any(sentence.tokens[at].text in ",;:()" for at in gap):
            return replace(when, end=None, first=span.first)
    return when


def _of_a_war(sentence: Sentence, at: int) -> bool:
    """Tell whether a year says which war is meant since which something is so: "since the 2022 invasion"."""
    wars = [s for s in sentence.of("campaign", "long") if at in (s.first - 1, s.last)]
    return bool(wars) and any(0 <= min(wars[0].first, at) - s.last <= 1 for s in sentence.of("date", "since"))


def _bare(sentence: Sentence, published: date | None) -> Iterator[When]:
    read = sentence.tokens
    for at in sentence.figures:
        token = read[at]
        if token.text.isdecimal() and (in_figures := numeric(sentence, at, published)):
            yield in_figures
        elif year_of(token.text):
            marked = [s for s in sentence.before("date", at) if s.cue.value in ("in", "since", "by")]
            if marked or _of_a_war(sentence, at) or begins_range(sentence, at) or _ends_range(sentence, at):
                year = int(token.text)
                yield When(date(year, 1, 1), date(year, 12, 31), "year", at, at + 1)
    for span in sentence.of("feast"):
        if feast := named_feast(sentence, span, published):
            yield feast
    for span in sentence.of("month"):
        if in_month := named_month(sentence, span, published):
            yield in_month
    if published is None:
        return
    for span in sentence.of("weekday"):
        back = (published.isoweekday() - int(span.cue.value)) % 7
        # What is planned for a weekday lies ahead; what is told of one lies behind.
        ahead = lies_ahead(sentence, span)
        the_day = published + timedelta(-back % 7 if ahead else -back)
        weeks = [
            each for each in sentence.of("span") if each.cue.value.startswith("week ") and span.distance(each) <= 1
        ]
        if weeks:  # "Senin pekan lalu", "on Tuesday last week"
            back = 7 * int(weeks[0].cue.value.split()[1])
            named_day = published + timedelta(int(span.cue.value) - published.isoweekday() + back)
            yield When(named_day, named_day, "day", min(span.first, weeks[0].first), max(span.last, weeks[0].last))
        elif _other_week(sentence, span):
            coming = any(span.distance(each) <= 1 for each in sentence.of("date", "next"))
            if not coming and 0 < back < published.isoweekday():
                continue  # "last Tuesday" said on a Thursday: of this week to some, of the one before to others
            other = published + timedelta(7 - back if coming else -(back or 7))  # "last Wednesday", "Rabu lalu"
            beside = [e for c in ("last", "next") for e in sentence.of("date", c) if span.distance(e) <= 1]
            first, last = min(span.first, beside[0].first), max(span.last, beside[0].last)
            yield When(other, other, "day", first, last)
        else:
            yield When(the_day, the_day, "day", span.first, span.last, weekday=True)
    for span in sentence.of("day"):
        if sentence.at("night", span.first) and _by_weekday(sentence, span):
            continue  # "overnight on Friday"
        told = _said_on(sentence, span, published) if sentence.at("night", span.first) else None
        the_day = (told or published) + timedelta(int(span.cue.value))
        yield When(the_day, the_day, "day", span.first, span.last)
    for named in sentence.of("span"):
        unit, months_back = named.cue.value.split()
        if unit == "weekend":
            yield _weekend(published, int(months_back), named)
        elif months_back == "-1" and (
            amount := amount_before(sentence, named.first)
        ):  # "dua bulan lalu" is two months ago
            if found := _moved(published, unit, -amount, named.first - 1, named.last):
                yield found
        elif unit == "week":
            monday = published - timedelta(published.weekday() - 7 * int(months_back))
            if not _by_weekday(sentence, named):
                yield When(monday, monday + timedelta(6), "day", named.first, named.last)
        elif unit == "day":  # "over the past 24 hours"
            yield When(published + timedelta(int(months_back)), published, "day", named.first, named.last)
        elif unit == "year":
            then = published.year + int(months_back)
            yield When(date(then, 1, 1), date(then, 12, 31), "year", named.first, named.last)
        else:
            whole = published.year * 12 + published.month - 1 + int(months_back)
            begin, end = month_of(whole // 12, whole % 12 + 1)
            yield When(begin, end, "month", named.first, named.last)
    for named in sentence.of("until"):
        unit, ahead_by = named.cue.value.split()
        whole = (
            published.year * 12
            + (published.month - 1 if unit == "month" else 11)
            + int(ahead_by) * (1 if unit == "month" else 12)
        )
        yield When(None, month_of(whole // 12, whole % 12 + 1)[1], unit, named.first, named.last)
    for named in sentence.of("onset"):
        if named.last < len(read) and read[named.last].text.isdecimal():
            continue  # "sejak awal tahun 2019"
        unit = named.cue.value.split()[0]
        monday = published - timedelta(published.weekday())
        begin = {"year": date(published.year, 1, 1), "month": published.replace(day=1), "week": monday}[unit]
        yield When(begin, None, unit if unit != "week" else "day", named.first, named.last)


def _said_on(sentence: Sentence, night: Span, published: date) -> date | None:
    """Return the weekday on which a night is said to have ended: "killed overnight, officials said Sunday"."""
    for said in sentence.of("speech"):
        for day in sentence.of("weekday"):
            if night.last <= said.first and 0 <= day.first - said.last <= 1:
                return published - timedelta((published.isoweekday() - int(day.cue.value)) % 7)
    return None


def _weekend(published: date, weeks: int, span: Span) -> When:
    """Return a Saturday and Sunday: this week's, so many weeks on, or the last one that has begun (-1)."""
    saturday = published + timedelta(SATURDAY - published.weekday() + 7 * weeks)
    if weeks < 0 and saturday + timedelta(7) <= published:
        saturday += timedelta(7)
    return When(saturday, saturday + timedelta(1), "day", span.first, span.last, weekday=True)


def _by_weekday(sentence: Sentence, week: Span) -> bool:
    """Tell whether a week or a night only says more of a day that is named beside it."""
    return any(week.distance(each) <= 1 for each in sentence.of("weekday"))


def _other_week(sentence: Sentence, span: Span) -> bool:
    """Tell whether "last" or "next" near a weekday leaves open which week is meant."""
    last = [s for s in sentence.of("date", "last") if s.first == 0 or sentence.tokens[s.first - 1].text != ","]
    beside = [*last, *sentence.of("date", "next")]  # not "Senin, lalu terbang ke"
    return any(span.distance(each) <= 1 for each in beside)
