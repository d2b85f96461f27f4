"""Where the claims of a map stand in its source, and what does not fit between the two."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from argmap.model import ArgumentMap, Claim, Passage, Place
from argmap.model.paragraph import PAGE, CountedText, Paragraph


class Misfit(NamedTuple):
    """Something that does not fit between a map and its source: a sentence, and a hint.

    ``claim`` is the id of the claim it is about, None where it is about the text.
    """

    claim: str | None
    message: str
    hint: str


def count_alike(argument_map: ArgumentMap, text: CountedText) -> bool:
    """Return whether, as far as can be seen, the places of a map count what a text counts.

    What a text numbers itself may be anything; otherwise its paragraphs are
    counted, and the map has to count paragraphs too, or not say what it counts;
    or its places are names alone. Where pages are counted, the map has to say so.
    """
    claims = argument_map.claims.values()
    if any(claim.place_names for claim in claims) and not any(claim.passages for claim in claims):
        return True
    source = argument_map.source
    unit = source.unit.casefold() if source and source.unit else ""
    if text.unit == PAGE:
        return unit.startswith(_PAGE)
    return text.is_numbered or not unit or unit.startswith(_PARAGRAPH)


def beyond(argument_map: ArgumentMap, text: CountedText) -> Iterator[Misfit]:
    """Yield each place of a claim that the text does not have, in the order of the map.

    Places that begin before 1, which are in no text, are left out.
    """
    numbers = sorted(text.paragraphs)
    hint = f"it has {_named(numbers[0], numbers[-1], text.unit)}"
    if numbers[-1] - numbers[0] + 1 > len(numbers):
        hint += ", with gaps"
    for claim in argument_map.claims.values():
        for passage in claim.passages:
            is_there = _between(numbers, passage) == passage.last - passage.first + 1
            if passage.first > 0 and not is_there:
                cited = _named(*passage, text.unit)
                message = f"'{claim.id}' cites {cited}, which the source does not have"
                yield Misfit(claim.id, message, hint)


def _named(first: int, last: int, unit: str) -> str:
    return f"{unit}s {first} to {last}" if last > first else f"{unit} {first}"


def without_shared_word(argument_map: ArgumentMap, text: CountedText) -> Iterator[Misfit]:
    """Yield each claim with no content word of the passages it cites, in the order of the map.

    Only where the text has at least one of them. Claims marked ``implicit`` are left
    out, for the source does not say them.
    """
    numbers = sorted(text.paragraphs)
    index: dict[str, list[int]] = {}
    for number in numbers:
        for word in _content(text.paragraphs[number].text):
            index.setdefault(word, []).append(number)
    for claim in argument_map.claims.values():
        is_placed = any(_between(numbers, passage) for passage in claim.passages)
        if is_placed and not claim.implicit and not _shares_word(claim, index):
            where = ", ".join(map(str, claim.passages))
            noun = text.unit if where.isdigit() else f"{text.unit}s"
            cited = f"{noun} {where}, which it cites"
            message = f"'{claim.id}' shares no content word with {cited}"
            yield Misfit(claim.id, message, "is the place right? a free wording may be the reason")


def uncovered(argument_map: ArgumentMap, text: CountedText) -> Iterator[Misfit]:
    """Yield each run of paragraphs that no claim cites, in the order of the text."""
    covered = _covered(argument_map, sorted(text.paragraphs))
    run: list[Paragraph] = []
    for paragraph in (*text.paragraphs.values(), None):
        if paragraph is not None and paragraph.number not in covered:
            run.append(paragraph)
            continue
        if run:
            first, last = run[0], run[-1]
            cited = _named(first.number, last.number, text.unit)
            message = f"no claim cites {cited} of the source"
            begins = f"{text.where(first)} begins: {_beginning(first.text)}"
            yield Misfit(None, message, begins)
        run = []


def passages(claim: Claim, text: CountedText) -> Iterator[Paragraph]:
    """Yield the paragraphs that a claim cites, as far as the text has them, in its order."""
    for number, paragraph in text.paragraphs.items():
        if any(passage.first <= number <= passage.last for passage in claim.passages):
            yield paragraph


class Placed(NamedTuple):
    """A claim in the margin of a paragraph: the passage it cites, which may go on further.

    Or a claim at a place that has a name.
    """

    claim: Claim
    place: Place


def placed(
    argument_map: ArgumentMap, text: CountedText | None = None
) -> tuple[dict[int | str, list[Placed]], list[Claim]]:
    """Return the claims by the paragraph or the named place they cite, and those that cite none.

    A claim that cites several stands at the first of each range. With a text
    that is the first paragraph of the range that it has; a range of which it
    has none does not count. At one place claims stand in the order of the map.
    """
    numbers = None if text is None else sorted(text.paragraphs)
    margin: dict[int | str, list[Placed]] = {}
    elsewhere: list[Claim] = []
    for claim in argument_map.claims.values():
        starts: dict[int | str, Placed] = {}
        for place in claim.at:
            first = place if isinstance(place, str) else _first(place, numbers)
            if first is not None:
                starts.setdefault(first, Placed(claim, place))
        for first, each in starts.items():
            margin.setdefault(first, []).append(each)
        if not starts:
            elsewhere.append(claim)
    return margin, elsewhere


def _first(passage: Passage, numbers: list[int] | None) -> int | None:
    """Return the first paragraph of a passage that there is, or None."""
    if numbers is None:
        return passage.first
    at = bisect_left(numbers, passage.first)
    return numbers[at] if at < len(numbers) and numbers[at] <= passage.last else None


def _shares_word(claim: Claim, index: Mapping[str, list[int]]) -> bool:
    """Return whether a claim has a content word of a passage it cites, or none at all."""
    words = _content(f"{claim.text} {claim.label or ''}")
    if not words:
        return True
    found = (index.get(word, []) for word in words)
    return any(_between(numbers, passage) for numbers in found for passage in claim.passages)


def _between(numbers: list[int], passage: Passage) -> int:
    return bisect_right(numbers, passage.last) - bisect_left(numbers, passage.first)


def _covered(argument_map: ArgumentMap, numbers: list[int]) -> set[int]:
    """Return which of the numbers a claim cites; the ranges that claims cite may be wide."""
    changes = [0] * (len(numbers) + 1)
    for claim in argument_map.claims.values():
        for passage in claim.passages:
            changes[bisect_left(numbers, passage.first)] += 1
            changes[bisect_right(numbers, passage.last)] -= 1
    covered: set[int] = set()
    depth = 0
    for number, change in zip(numbers, changes, strict=False):
        depth += change
        if depth:
            covered.add(number)
    return covered


def _beginning(text: str, length: int = 60) -> str:
    if len(text) <= length:
        return text
    return text[:length].rsplit(" ", 1)[0] + " …"


# What paragraphs are called, in some languages, less their endings.
_PARAGRAPH = (
    *("para", "pará", "párr", "par.", "¶", "absatz", "absätz", "alin", "stycke", "akapit"),
    *("абзац", "段", "文段", "自然段", "단락"),
)

# What pages are called.
_PAGE = (
    *("page", "pag", "pág", "p.", "pp", "seite", "s.", "side", "sida", "stran", "strona"),
    *("стр", "页", "頁", "쪽"),
)

# Words that say nothing of what a text is about. In other languages than English
# they count as content, so that fewer claims are reported, never more.
_EMPTY = frozenset(
    """
    a about after all also although an and another any are as at be because been before being
    between both but by can could did do does done down each either even ever few for from had
    has have he her here hers him his how however i if in into is it its itself just less made
    make makes many may me might more most much must my no nor not now of off on once one only
    or other our out over own per rather s same shall she should since so some such t than that
    the their them then there these they this those though through thus to too two under until
    up upon us very was we were what when where whether which while who whom whose why will with
    within without would yet you your
    """.split()  # noqa: SIM905 words to read, not a list
)
_WORD = re.compile(r"[^\W_]+")
# Scripts without spaces between words, in which each character counts as a word.
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
_STEM = 5  # letters: "treaty" and "treaties" begin alike


def _content(text: str) -> set[str]:
    """Return the content words of a text, each cut to its first letters."""
    lowered = text.casefold()
    words = {word[:_STEM] for word in _WORD.findall(lowered) if word not in _EMPTY}
    return words.union(_UNSPACED.findall(lowered))
