"""Dates in a sentence, relative to the day of publication. Knows no language. No date beats a wrong date."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from .elapsed import by_weekday, elapsed, moved, or_more, shifted, weeks_off
from .lately import amount_before, lately
from .ranges import first_of, in_year, less_a_week, reaches, same_year, week_before, written_years
from .text import Sentence, Span
from .when import NOTHING, Told, When, month_of, year_of
from .written import begins_range, lies_ahead, named_feast, named_month, numeric, openers, year_before
from .yearly import part_of_month, parts_of_years

SINCE = 16  # tokens between "since" and the date of what began then
SATURDAY = 5
MID = 15  # the day in the middle of a month
APOSTROPHES = ("'", "’")
WORDS = (
    "month",
    "weekday",
    "day",
    "span",
    "until",
    "onset",
    "shift",
    "time_unit",
    "one_ago",
    "that_year",
    "nth_day",
    "feast",
    "year_part",
)  # of which a date without figures is


def dates(sentence: Sentence, published: date | None, told: Told = NOTHING) -> list[When]:
    """Return the dates that a sentence names; "since" leaves the end open, "by" the start.

    ``told`` is what was told before, from which "the day after", "that year" and "the first day" count.
    """
    found: list[When] = []
    if not (sentence.figures or sentence.has(WORDS) or sentence.of("date", "day_after")):
        return found
    named = [part_of_month(sentence, when) for when in _bare(sentence, published, told)]
    days = [when for when in named if when.precision == "day"]
    named += shifted(sentence, days, told)
    named += elapsed(sentence, days, published, told.day)
    named += lately(sentence, published)
    named += parts_of_years(sentence, published)
    named += written_years(sentence)
    for each in sorted(named, key=lambda when: (when.first, -when.last)):
        if found and same_year(sentence, found[-1], each):
            start, end = in_year(found[-1].start, each.end), in_year(found[-1].end, each.end)
            found[-1] = replace(found[-1], start=start, end=end)
        if found and week_before(sentence, found[-1], each):
            found[-1] = replace(found[-1], start=less_a_week(found[-1].start), end=less_a_week(found[-1].end))
        if found and reaches(sentence, found[-1], each):
            # "31 October to 1 November", "from Sunday (26/1) to Thursday (30/1)"
            found[-1] = replace(found[-1], end=each.end, last=each.last, weekday=each.weekday)
            continue
        near = (
            bool(found) and each.first - found[-1].last <= 2 and not each.shifted and not sentence.at("day", each.first)
        )
        if near and found[-1].weekday and each.precision == "day":
            # "since Thursday (19/12)": the written date says more than the weekday
            known = found.pop()
            several = known.start != known.end and None not in (known.start, known.end)
            start, end = (each.start if known.start else None), (each.end if known.end else None)
            opens = several or None in (start, end) or begins_range(sentence, known.first)
            each = replace(each, start=first_of(known, each) if several else start, end=end)
            each = replace(each, first=known.first if opens else each.first)
        if (not found or each.first >= found[-1].last) and not _as_of(sentence, each):
            found.append(_behind(sentence, _opened(sentence, each), published))
    return found


def _behind(sentence: Sentence, when: When, published: date | None) -> When:
    """Return since when something has been so that is told without a year: "since 27 November", told in June."""
    if published is None or when.start is None or when.end is not None or when.start <= published:
        return when
    leap, year = (when.start.month, when.start.day) == (2, 29), when.start.year
    written = any(read.text == str(year) for read in sentence.tokens[when.first : when.last])
    other = any(sentence.at(category, when.first) for category in ("from_then_on", "shift"))
    if leap or written or when.weekday or other:
        return when  # "mulai Oktober" lies ahead
    return replace(when, start=when.start.replace(year=year - 1))


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
    return any(span.cue.value in ("as_of", "before") for span in openers(sentence, when.first))


def _opened(sentence: Sentence, when: When) -> When:
    for span in openers(sentence, when.first):
        if span.cue.value == "since":
            return replace(when, end=None, first=span.first)
        whose = when.last < len(sentence.tokens) and sentence.tokens[when.last].text in APOSTROPHES
        if span.cue.value == "by" and not whose:  # "by the previous evening's attack"
            return replace(_until_mid(sentence, when), start=None, first=span.first)
    for span in sentence.of("date", "since"):  # "since the war broke out in April 2023"
        gap = range(span.last, when.first)
        verb = any(sentence.at(category, span.last) for category in ("movement", "outcome"))  # "mulai menarik"
        if not verb and 0 < len(gap) <= SINCE and not any(sentence.tokens[at].text in ",;:()" for at in gap):
            return replace(when, end=None, first=span.first)
    return when


def _until_mid(sentence: Sentence, when: When) -> When:
    """Return a month or year of which only half is meant: "by mid-May" is by the 15th, "by mid-2010" by 30 June."""
    mid = any(span.cue.value == "mid" for span in sentence.before("date", when.first))
    if not mid or when.precision == "day" or when.end is None:
        return when
    if when.precision == "year":
        return replace(when, end=date(when.end.year, 6, 30), precision="month")
    return replace(when, end=when.end.replace(day=MID), precision="day")


def _of_a_war(sentence: Sentence, at: int) -> bool:
    """Tell whether a year says which war is meant since which something is so: "since the 2022 invasion"."""
    wars = [s for s in sentence.of("campaign", "long") if at in (s.first - 1, s.last)]
    return bool(wars) and any(0 <= min(wars[0].first, at) - s.last <= 1 for s in sentence.of("date", "since"))


def _bare(sentence: Sentence, published: date | None, told: Told) -> Iterator[When]:
    read = sentence.tokens
    for at in sentence.figures:
        token = read[at]
        if token.text.isdecimal() and (in_figures := numeric(sentence, at, published)):
            yield in_figures
        elif year_of(token.text):
            marked = [s for s in sentence.before("date", at) if s.cue.value in ("in", "mid", "since", "by")]
            if marked or _of_a_war(sentence, at) or begins_range(sentence, at) or _ends_range(sentence, at):
                year = int(token.text)
                yield When(date(year, 1, 1), date(year, 12, 31), "year", at, at + 1)
    for span in sentence.of("feast"):
        if feast := named_feast(sentence, span, published):
            yield feast
    for span in sentence.of("that_year"):
        if the_year := year_before(sentence, span.first) or told.year:
            yield When(date(the_year, 1, 1), date(the_year, 12, 31), "year", span.first, span.last)
    for span in sentence.of("month"):
        if in_month := named_month(sentence, span, published, told):
            yield in_month
    if published is None:
        return
    weeks = [*weeks_off(sentence)]
    for named, weeks_on in weeks:
        monday = published - timedelta(published.weekday() - 7 * weeks_on)
        if not by_weekday(sentence, named):
            yield When(monday, monday + timedelta(6), "day", named.first, named.last)
    for span in sentence.of("weekday"):
        back = (published.isoweekday() - int(span.cue.value)) % 7
        # What is planned for a weekday lies ahead; what is told of one lies behind.
        ahead = lies_ahead(sentence, span)
        the_day = published + timedelta(-back % 7 if ahead else -back)
        week = next((each for each in weeks if span.distance(each[0]) <= 1), None)
        if week:  # "Senin pekan lalu", "on Tuesday last week", "on Friday two weeks ago"
            named_day = published + timedelta(int(span.cue.value) - published.isoweekday() + 7 * week[1])
            yield When(named_day, named_day, "day", min(span.first, week[0].first), max(span.last, week[0].last))
        elif _other_week(sentence, span):
            coming = any(span.distance(each) <= 1 for each in sentence.of("date", "next"))
            behind = any(e.first >= span.last for e in sentence.of("date", "last"))  # "Selasa lalu" is the latest one
            if not coming and not behind and 0 < back < published.isoweekday():
                continue  # "last Tuesday" said on a Thursday: of this week to some, of the one before to others
            other = published + timedelta(7 - back if coming else -(back or 7))  # "last Wednesday", "Rabu lalu"
            beside = [e for c in ("last", "next") for e in sentence.of("date", c) if span.distance(e) <= 1]
            first, last = min(span.first, beside[0].first), max(span.last, beside[0].last)
            yield When(other, other, "day", first, last)
        else:
            yield When(the_day, the_day, "day", span.first, span.last, weekday=True)
    for span in sentence.of("day"):
        if sentence.at("night", span.first) and by_weekday(sentence, span):
            continue  # "overnight on Friday"
        if span.cue.value == "-1" and sentence.before("weekday", span.first):
            continue  # "Selasa kemarin"
        said_on = _said_on(sentence, span, published) if sentence.at("night", span.first) else None
        the_day = (said_on or published) + timedelta(int(span.cue.value))
        yield When(the_day, the_day, "day", span.first, span.last)
    for named in sentence.of("span"):
        unit, months_back = named.cue.value.split()
        if unit == "week" or _of_another(sentence, named.last):
            continue  # weeks stand above
        if unit == "weekend":
            by = any(s.cue.value == "by" for s in sentence.before("date", named.first))
            ahead = by or lies_ahead(sentence, named)
            coming = int(months_back) == -1 and ahead
            over = int(months_back) == 0 and not ahead and bool(sentence.of("outcome"))  # "nine died this weekend"
            yield _weekend(published, 0 if coming else -1 if over else int(months_back), named)
        elif months_back == "-1" and (
            amount := amount_before(sentence, named.first)
        ):  # "dua bulan lalu" is two months ago
            found = moved(published, unit, -amount, named.first - 1, named.last)
            if found and not or_more(sentence, named.first - 1):
                yield found
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
        unit, off = named.cue.value.split()
        if unit == "week":
            sunday = published - timedelta(published.weekday() - 6 - 7 * int(off))
            yield When(None, sunday, "day", named.first, named.last)
            continue
        month, months = (published.month, 1) if unit == "month" else (12, 12)
        whole = published.year * 12 + month - 1 + int(off) * months
        yield When(None, month_of(whole // 12, whole % 12 + 1)[1], unit, named.first, named.last)
    for named in sentence.of("onset"):
        if named.last < len(read) and year_of(read[named.last].text):
            continue  # "sejak awal tahun 2019"
        unit, off = named.cue.value.split()
        moved_on = moved(published, unit, int(off), named.first, named.last)
        begin = (moved_on and moved_on.start) or published - timedelta(published.weekday() - 7 * int(off))
        yield When(begin, None, unit if moved_on else "day", named.first, named.last)


def _of_another(sentence: Sentence, at: int) -> bool:
    """Tell whether a month or a year follows, of which the words before it are a part: "awal tahun 2019"."""
    return sentence.at("month", at) or (at < len(sentence.tokens) and year_of(sentence.tokens[at].text) is not None)


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


def _other_week(sentence: Sentence, span: Span) -> bool:
    """Tell whether "last" or "next" near a weekday leaves open which week is meant."""
    last = [s for s in sentence.of("date", "last") if s.first == 0 or sentence.tokens[s.first - 1].text != ","]
    beside = [*last, *sentence.of("date", "next")]  # not "Senin, lalu terbang ke"
    return any(span.distance(each) <= 1 for each in beside)
