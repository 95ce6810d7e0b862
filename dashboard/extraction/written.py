"""Dates that are written out: "3 May 2024", "19/12/2024", "between July 25 and 27". Knows no language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from .narrated import year_told
from .text import Sentence, Span
from .when import NOTHING, Told, When, day_of, month_of, year_of

AHEAD = 25  # tokens between a word of planning and the day for which it is
MONTHS = 12  # of a year
APOSTROPHES = ("'", "’")
NEAR = 60  # days ahead within which a day without a year is to come
AFTER_DAYS = (
    "aux",
    "that",
    "relative",
    "where",
    "speech",
    "have",
    "aim",
    "date",
    "subordinate",
    "by",
)  # after a pair of days, not after a number of people


def numeric(sentence: Sentence, at: int, published: date | None) -> When | None:
    """Read 19/12/2024, 19-12-2024, 2024-12-19, 6-7/4/2025, and 4/9 in the year of publication, day before month."""
    read = sentence.tokens
    if at and read[at - 1].text in "/-" and read[at - 1].end == read[at].start:
        return None  # the middle of a longer date
    bracketed = at > 0 and read[at - 1].text == "("
    day = small(read[at].text)
    joined = read[at + 1 : at + 4 : 2]  # "6-7/4/2025"
    figures = len(joined) == 2 and read[at + 2].text.isdecimal()
    if day and figures and [token.text for token in joined] == ["-", "/"] and joined[0].start == read[at].end:
        end = _in_figures(sentence, at + 2, published, bracketed=bracketed)
        if end and end.start and day < end.start.day:
            return replace(end, start=end.start.replace(day=day), first=at)
    return _in_figures(sentence, at, published, bracketed=bracketed)


def _in_figures(sentence: Sentence, at: int, published: date | None, *, bracketed: bool) -> When | None:
    read = sentence.tokens
    parts = [read[at].text]
    last = at + 1
    while (
        len(parts) < 3
        and last + 1 < len(read)
        and read[last].text in "/-"
        and read[last].start == read[last - 1].end
        and read[last + 1].start == read[last].end
        and read[last + 1].text.isdecimal()
    ):
        parts.append(read[last + 1].text)
        last += 2
    slashed = at + 1 < len(read) and read[at + 1].text == "/"
    if any(len(part) > 4 for part in parts):
        return None
    values = [int(part) for part in parts]
    if len(values) == 3 and len(parts[0]) == 4:
        return day_of(values[0], values[1], values[2], at, last)
    if len(values) == 3 and len(parts[2]) == 4:
        day, month = (values[1], values[0]) if values[1] > MONTHS >= values[0] else (values[0], values[1])
        found = day_of(values[2], month, day, at, last)  # "11/22/2016" can only be meant so
        if at or month > MONTHS or day > MONTHS or not sentence.at("month_first", last):
            return found
        other = day_of(values[2], day, month, at, last)  # "05/12/2010: Assailants threw a grenade"
        ahead = published is not None and other is not None and other.start is not None and other.start > published
        return found if ahead else other
    if len(values) == 2 and slashed and published and bracketed:
        found = day_of(published.year, values[1], values[0], at, last)
        if found and found.start and found.start > published + timedelta(31):
            return day_of(published.year - 1, values[1], values[0], at, last)
        return found
    return None


def named_feast(sentence: Sentence, span: Span, published: date | None) -> When | None:
    """Return the last day of a name that has one each year: "on New Year's Eve"; that of a year which follows it."""
    day, month = (int(part) for part in span.cue.value.split())
    read, last = sentence.tokens, span.last
    last += last + 1 < len(read) and read[last].text == "," and year_of(read[last + 1].text) is not None
    year = year_of(read[last].text) if last < len(read) else None
    if year or published is None:
        return day_of(year, month, day, span.first, last + 1) if year else None
    found = day_of(published.year, month, day, span.first, span.last)
    late = found is not None and found.start is not None and found.start > published
    return day_of(published.year - 1, month, day, span.first, span.last) if late else found


def named_month(sentence: Sentence, span: Span, published: date | None, told: Told = NOTHING) -> When | None:
    """Return the day or the month that a month's name tells; without a year, that which the sentence suggests."""
    read = sentence.tokens
    month = int(span.cue.value)
    first, last = span.first, span.last
    day = small(read[first - 1].text) if first else None
    if day:
        first -= 1
    elif ordinal := _ordinal(sentence, first):
        day, first = ordinal
    elif (
        (after := last + (last < len(read) and read[last].text == ".")) < len(read)
        and not only_month(sentence, first, after)
        and (day := small(read[after].text))
    ):
        last = after + 1  # "September 8", "Sept. 8", "September 8th"
        last += last < len(read) and read[last].text.isalpha() and read[last].start == read[after].end
    if last < len(read) and read[last].text == "," and day and last + 1 < len(read) and year_of(read[last + 1].text):
        last += 1
    year = year_of(read[last].text) if last < len(read) else None
    if year:
        last += 1
    said_last = [s for s in sentence.of("date", "last") if s.first == last or s.last == first]
    if year is None:
        ends = {last, *(each.last for each in sentence.of("of") if each.first == last)}
        year_span = [s for s in sentence.of("span") if s.cue.value.startswith("year") and s.first in ends]
        that_year = [s for s in (*sentence.of("that_year"), *_that_year(sentence)) if s.first in ends]
        said_next = [s for s in sentence.of("date", "next") if last in (s.first, s.last) or first == s.last]
        marked = bool(said_last or said_next or year_span or that_year or month_part(sentence, first))
        marked = marked or sentence.preceded(first, "date") or begins_range(sentence, first)
        joints = {joint.first for joint in sentence.before("range", first)}
        marked = marked or any(month.last in joints for month in sentence.of("month"))  # "between March and June"
        if published is None or not (day or marked):
            return None
        year = published.year
        if year_span:  # "Agustus tahun lalu", "June last year", "in May of last year"
            year, last = published.year + int(year_span[0].cue.value.split()[1]), year_span[0].last
        elif that_year and (meant := year_before(sentence, span.first) or told.year):  # "in June of that year"
            year, last = meant, that_year[0].last
        elif said_next:  # "next July", "8 September mendatang"
            year += (month, day or 0) <= (published.month, published.day if day else 0)
            first, last = min(first, said_next[0].first), max(last, said_next[0].last)
        elif told.month and told.month.month == month and not said_last:
            year = told.month.year  # "in February 2011. … on 7 February"
        elif told.year and told.year < published.year and sentence.at("at_that_time", 0):
            year = told.year
        elif (long_ago := year_told(sentence, span.first, month, day, published, told)) is not None:
            year = long_ago
        else:
            year = _year_meant(sentence, span, published, day, first, bool(said_last))
    if not year:
        return None
    for each in said_last:
        first, last = min(first, each.first), max(last, each.last)
    if day:
        found = day_of(year, month, day, first, last)
        return _to_day(sentence, _from_day(sentence, found)) if found else None
    start, end = month_of(year, month)
    return When(start, end, "month", first, last)


def _that_year(sentence: Sentence) -> Iterator[Span]:
    """Yield each "year" with a word behind it that leads back to the one told of: "tahun itu"."""
    for unit in sentence.of("time_unit", "year"):
        if any(span.first == unit.last for span in sentence.of("anaphora", "that")):
            yield unit._replace(last=unit.last + 1)


def only_month(sentence: Sentence, first: int, at: int) -> bool:
    """Tell whether a number that may be the day of a month counts what follows: "in May 14 soldiers"."""
    read = sentence.tokens
    follows = at + 1 < len(read) and read[at + 1].text.isalpha() and read[at + 1].start > read[at].end  # no "8th"
    return follows and bool(sentence.before("in_month", first))


def year_before(sentence: Sentence, at: int) -> int | None:
    """Return the year that a sentence names last before a token."""
    years = [year_of(sentence.tokens[figure].text) for figure in sentence.figures if figure < at]
    return next((year for year in reversed(years) if year), None)


def _ordinal(sentence: Sentence, at: int) -> tuple[int, int] | None:
    """Return the day told before "of" and a month, and its token: "the 3rd of May"."""
    read = sentence.tokens
    for of in sentence.before("of", at):
        figure = of.first - 2
        if figure >= 0 and read[of.first - 1].text.isalpha() and read[figure].end == read[figure + 1].start:
            day = small(read[figure].text)
            return (day, figure) if day else None
    return None


def _year_meant(sentence: Sentence, span: Span, published: date, day: int | None, first: int, last: bool) -> int:
    """Return the year of a month that is told without one; ``last`` where it is said to be past: "May last"."""
    year, month = published.year, int(span.cue.value)
    stops = [at for at, token in enumerate(sentence.tokens) if token.text == ";"]
    begin = max((at for at in stops if at < span.first), default=-1)
    end = min((at for at in stops if at > span.first), default=len(sentence.tokens))
    ahead = not last and any(begin < s.first < end for s in sentence.of("status", "planned"))
    then = date(year, month, min(day or 1, 28))
    near = day is not None and not last and then - published <= timedelta(NEAR)
    near = near and not sentence.of("outcome")  # "took 251 hostages on October 7", told in August
    marks = {span.cue.value for span in openers(sentence, first)}
    if then > published and not ahead and not near:
        return year - 1  # what is told lies behind, unless it is planned or a day soon to come
    if then < published and ahead and "by" in marks and (day or month != published.month):
        return year + 1  # "will be gone by Feb. 15"
    if month < published.month and day is None and "since" not in marks and lies_ahead(sentence, span):
        return year + 1  # "will go in January", said in March
    return year


def _from_day(sentence: Sentence, end: When) -> When:
    """Return the days from the earlier of a pair to the later: "26-28 June", "antara 29 dan 30 Juni"."""
    read, at = sentence.tokens, end.first
    joint = [span for span in sentence.before("range", at) if span.first >= 1]
    day = small(read[joint[0].first - 1].text) if joint else None
    if joint and any(month.last == joint[0].first - 1 for month in sentence.of("month")):
        return end  # "between March 3 and March 5": the month before it has the day
    if not day or end.end is None or day >= end.end.day:
        return end
    start = day_of(end.end.year, end.end.month, day, at, end.last)
    return replace(end, start=start.start, first=joint[0].first - 1) if start else end


def _to_day(sentence: Sentence, start: When) -> When:
    """Return the days from a day to a later one of its month: "July 25 to 27", "between July 25 and 27"."""
    read, at = sentence.tokens, start.last
    joint = [span for span in sentence.of("range") if span.first == at and span.last < len(read)]
    day = small(read[joint[0].last].text) if joint else None
    between = bool([s for s in sentence.before("range", start.first) if s.cue.value == "between"])
    if not day or start.start is None or day <= start.start.day or sentence.at("month", joint[0].last + 1):
        return start  # "3 May to 5 June" goes on
    next_day = day == start.start.day + 1  # "on March 3 and 4"
    if not (between or next_day or joint[0].cue.value == "to"):
        return start
    following = read[joint[0].last + 1].folded if joint[0].last + 1 < len(read) else ""
    end = day_of(start.start.year, start.start.month, day, start.first, joint[0].last + 1)
    glued = read[at].start == read[at - 1].end and read[joint[0].last].start == read[joint[0].last - 1].end  # "13-14"
    goes_on = between or any(sentence.at(c, joint[0].last + 1) for c in AFTER_DAYS)
    verbs = [s.last for s in sentence.of("outcome") if s.first == joint[0].last + 1]
    goes_on = goes_on or any(at in sentence.figures for at in verbs)  # "on July 24 and 25 killed 38"
    whole = glued or goes_on or not following[:1].isalpha()  # not "on July 24 and 25 soldiers"
    return replace(start, end=end.end, last=end.last) if end and whole else start


def lies_ahead(sentence: Sentence, weekday: Span) -> bool:
    """Tell whether a weekday is a planned one: a word of planning stands before it, and no saying or event between.

    None is that of a statement: "said on Saturday he would meet X", not "said Saturday's talks would".
    """
    read, before = (
        sentence.tokens,
        min((s.first for s in sentence.before("date", weekday.first)), default=weekday.first),
    )
    whose = weekday.last < len(read) and read[weekday.last].text in APOSTROPHES
    if not whose and (sentence.before("speech", before) or sentence.before("speech", weekday.first)):
        return False
    for span in sentence.of("status", "planned"):
        if any(s.first == span.last for value in ("after", "before") for s in sentence.of("date", value)):
            continue  # "on Wednesday shortly after"
        between = range(span.last, weekday.first)
        if len(between) <= 1 and any(sentence.at(category, span.first) for category in ("resolved", "promise")):
            continue  # "approved on Monday the sending of", "pada Mei berjanji mengirim"
        told = [s for c in ("speech", "said_by", "clause", "subordinate") for s in sentence.of(c) if s.first in between]
        if -3 <= weekday.first - span.last <= AHEAD and not told:
            return True
    return False


def month_part(sentence: Sentence, at: int) -> Span | None:
    """Return the part of a month, or of what "of" stands for, that ends right before a token: "the first week of"."""
    places = (at, *(span.first for span in sentence.before("of", at)))
    return next(
        (span for c in ("month_part", "year_part") for place in places for span in sentence.before(c, place)), None
    )


def openers(sentence: Sentence, at: int) -> Sequence[Span]:
    """Return the words right before a date, or before a part of it: "since", "by mid-", "until late"."""
    spans = sentence.before("date", at)
    parts = [span.first for span in spans if span.cue.value in ("in", "mid")]
    return (sentence.before("date", parts[0]) or spans) if parts else spans


def begins_range(sentence: Sentence, at: int) -> bool:
    """Tell whether a range begins right before a token: "between", "from"."""
    ranges = any(span.cue.value == "between" for span in sentence.before("range", at))
    return ranges or any(span.cue.value == "from" for span in sentence.before("date", at))


def small(written: str) -> int | None:
    """Return the day of a month that a word may be, 1 to 31; ``None`` for others."""
    return int(written) if written.isdecimal() and len(written) <= 2 and 1 <= int(written) <= 31 else None
