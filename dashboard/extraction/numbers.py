"""Numbers of people: digits, words, ranges and qualifiers into low, best and high. Knows no language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from .language import Cue, Pack
from .text import Sentence, Span, Token
from .when import LAST_YEAR, year_of

MOST = 10_000_000_000  # more than there are people: such a number counts something else
DIGITS = 12
THOUSAND = 1000
DAYS = 31  # of a month
OPERATIONS = frozenset(f"number.{each}" for each in ("add", "teen", "times", "order", "joint"))


@dataclass(frozen=True)
class Number:
    """A number in a sentence, from token ``first`` (its qualifier included) to ``last`` (exclusive)."""

    low: int | None
    best: int | None
    high: int | None
    qualifier: str
    first: int
    last: int

    @property
    def size(self) -> int:
        """The largest of its values; 0 where none is said."""
        return max(self.low or 0, self.best or 0, self.high or 0)


@dataclass(frozen=True)
class _Plain:
    value: int
    first: int
    last: int
    order: bool = False


def digits(written: str, pack: Pack) -> float | None:
    """Return the value of a written number by the marks of the language; ``None`` where they make no sense.

    >>> from .language import pack
    >>> digits("13.000", pack("id")), digits("1,5", pack("id")), digits("13,000", pack("en")), digits("1.5", pack("en"))
    (13000.0, 1.5, 13000.0, 1.5)
    >>> digits("13.00", pack("id")), digits("1.2.3", pack("en"))
    (None, None)
    """
    whole, mark, part = written.partition(pack.decimal)
    groups = whole.split(pack.thousands)
    if len(groups) > 1 and any(len(group) != 3 for group in groups[1:]):
        return None
    if (mark and not part.isdecimal()) or sum(map(len, groups)) > DIGITS or len(part) > DIGITS:
        return None
    joined = "".join(groups)
    return float(f"{joined}.{part}" if mark else joined) if joined.isdecimal() else None


def numbers(sentence: Sentence, pack: Pack) -> list[Number]:
    """Return the numbers of a sentence with the qualifier that stands directly before or after each."""
    if not sentence.figures and not sentence.has(OPERATIONS):
        return []
    plain = list(_plain(sentence, pack))
    found: list[Number] = []
    at = 0
    while at < len(plain):
        here = plain[at]
        following = plain[at + 1] if at + 1 < len(plain) else None
        if following and (ranged := _range(sentence, here, following)):
            found.append(ranged)
            at += 2
            continue
        found.append(_qualified(sentence, here))
        at += 1
    return found


def _plain(sentence: Sentence, pack: Pack) -> Iterator[_Plain]:
    """Yield digits and number words, with their scale words taken together."""
    words = sentence.spans if sentence.has(OPERATIONS) else ()
    by_token = {span.first: span for span in words if span.cue.category in OPERATIONS}
    at = 0
    for place in sorted({*by_token, *sentence.figures}):
        if place < at:
            continue
        at = place
        token = sentence.tokens[at]
        if token.text[0].isdecimal():
            value = digits(token.text, pack)
            first = at
            at += 1
            while value is not None and (scale := _scale(sentence, at, by_token)):
                value *= float(scale.cue.value)
                at = scale.last
            if value is not None and value <= MOST and value == int(value):
                yield _Plain(int(value), first, at)
        elif at in by_token and not _letter(by_token[at], token) and (run := list(_run(sentence, at, by_token))):
            first, at = run[0].first, run[-1].last
            orders = [span for span in run if span.cue.category == "number.order"]
            if orders:
                times = 1.0
                for span in run[run.index(orders[0]) + 1 :]:
                    times *= float(span.cue.value) if span.cue.category == "number.times" else 1
                value = float(orders[0].cue.value) * times
            else:
                value = worded([(span.cue.category.removeprefix("number."), float(span.cue.value)) for span in run])
                if value % THOUSAND == 0 and (rest := _hyphened(sentence, at)):
                    value, at = value + rest, at + 2  # "five-thousand-500"
            if 0 < value <= MOST:
                yield _Plain(int(value), first, at, order=bool(orders))
        else:
            at += 1


def _letter(word: Span, token: Token) -> bool:
    """Tell whether a number word is a letter that only follows digits: "5k", not "a K-9"."""
    return word.last - word.first == 1 == len(token.text)


def _scale(sentence: Sentence, at: int, by_token: Mapping[int, Span]) -> Span | None:
    """Return the scale word at a token, or behind a hyphen there: "20 thousand", "20-thousand"."""
    hyphen = at < len(sentence.tokens) and sentence.tokens[at].text == "-"
    span = by_token.get(at + 1 if hyphen else at)
    return span if span and span.cue.category == "number.times" else None


def _hyphened(sentence: Sentence, at: int) -> int:
    """Return the digits below a thousand that follow a hyphen at a token; 0 where none do."""
    read = sentence.tokens
    if at + 1 < len(read) and read[at].text == "-" and read[at + 1].text.isdecimal() and len(read[at + 1].text) <= 3:
        return int(read[at + 1].text)
    return 0


def _run(sentence: Sentence, at: int, by_token: Mapping[int, Span]) -> Iterator[Span]:
    """Yield the number words that follow each other without anything between them."""
    last: Cue | None = None
    while at in by_token:
        span = by_token[at]
        joint = span.cue.category == "number.joint"
        if joint and not _joins(last, by_token.get(span.last), hyphen=sentence.tokens[at].text == "-"):
            return
        if not joint:
            last = span.cue
            yield span
        at = span.last


def _joins(before: Cue | None, after: Span | None, *, hyphen: bool) -> bool:
    """Tell whether "and" or a hyphen makes one number: "a hundred and five", "twenty-five"; not "five and eight"."""
    if before is None or after is None or after.cue.category == "number.joint":
        return False
    if hyphen and before.category == "number.add" and after.cue.category == "number.times":
        return True  # "three-hundred"
    tens = before.category == "number.add" and 20 <= float(before.value) < 100 and float(after.cue.value) < 10
    return before.category in ("number.times", "number.order") or tens


def worded(parts: list[tuple[str, float]]) -> float:
    """Return the value of number words: ``add`` adds, ``teen`` makes the last one a teen, ``times`` multiplies.

    >>> worded([("add", 2), ("teen", 10), ("times", 1000)]), worded([("add", 2), ("times", 10), ("add", 5)])
    (12000, 25)
    >>> worded([("add", 3), ("times", 100), ("times", 1000)]), worded([("times", 1000)])
    (300000, 1000)
    """
    total: float = 0
    group: float = 0
    last: float = 0
    for operation, value in parts:
        if operation == "add":
            group, last = group + value, value
        elif operation == "teen":
            group, last = group + value, last + value
        elif value >= 1000:
            total, group, last = total + (group or 1) * value, 0, 0
        else:
            group, last = group - last + (last or 1) * value, (last or 1) * value
    return total + group


def _range(sentence: Sentence, here: _Plain, following: _Plain) -> Number | None:
    """Return the range that two numbers make: "10 to 12", "between 10 and 12"; ``None`` where they make none."""
    joint = [span for span in sentence.before("range", following.first) if span.first == here.last]
    if not joint or following.value <= here.value or here.order or following.order:
        return None
    before = [span for span in sentence.before("range", here.first) if span.cue.value == "between"]
    if _grows(sentence, here) or (following.value > LAST_YEAR and _ends_date(sentence, here)):
        return None
    if not any(span.cue.value == "to" for span in joint) and not before:
        return None
    # "10 to 12 thousand" and "10-12 ribu": the scale belongs to both.
    low = here.value
    if here.last - here.first == 1 and following.last - following.first > 1 and low < 1000 <= following.value:
        plain_value = following.value
        while plain_value >= 1000:
            plain_value //= 1000
            low *= 1000
    leading = [*before, *sentence.before("qualifier", here.first)]
    first = min([here.first, *(span.first for span in leading)])
    return Number(low, None, following.value, "between", first, following.last) if low < following.value else None


def _ends_date(sentence: Sentence, here: _Plain) -> bool:
    """Tell whether a number ends a date, so that "to" goes on with something else: "since Oct. 7 to 37,202"."""
    read, at = sentence.tokens, here.first
    at -= bool(at and read[at - 1].text in ".,")  # "Oct. 7", "February 24, 2022"
    if here.value <= DAYS:
        return bool(sentence.before("month", at))
    marked = sentence.before("month", at) or sentence.before("month", at - 1) or sentence.before("date", at)
    return bool(marked) and year_of(read[here.first].text) is not None


def _grows(sentence: Sentence, here: _Plain) -> bool:
    """Tell whether something becomes as much as the next number: "is to swell from 500 to 5,000", "by 500 to 9,500"."""
    first = min((span.first for span in sentence.before("qualifier", here.first)), default=here.first)
    begins = any(span.cue.value == "from" for span in sentence.before("where", first))
    begins = begins or any(sentence.before(category, first) for category in ("compared", "amount_by"))
    return begins and any(span.first < first for category in ("grow", "grown") for span in sentence.of(category))


def _qualified(sentence: Sentence, plain: _Plain) -> Number:
    before = sentence.before("qualifier", plain.first)
    after = [span for span in sentence.of("qualifier_after") if span.first == plain.last]
    qualifier = next((span.cue.value for span in (*before, *after)), "exact")
    first = before[0].first if before else plain.first
    last = after[0].last if after else plain.last
    value = plain.value
    if plain.order:
        return Number(value, None, None, "order_of", first, last)
    if qualifier in ("at_least", "more_than"):
        return Number(value, None, None, qualifier, first, last)
    if qualifier == "at_most":
        return Number(None, None, value, qualifier, first, last)
    return Number(None, value, None, qualifier, first, last)
