"""What was weighed for and against a claim, as rows and as plain data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from argmap.analysis.balancing.weighing import Weighing, in_words
from argmap.analysis.evaluation.weighed import (
    SIDES_AT_MOST,
    Balanced,
    Because,
    Side,
    Turn,
    WeighedArgument,
)
from argmap.model import ArgumentMap, RelationKind, Status
from argmap.model.text import one_line
from argmap.views.entries import Entry, columned
from argmap.views.phrases import glyph_span, listed, step_words
from argmap.views.rows import BLANK, Row, Span, spaced
from argmap.views.theme import Glyphs

_ARGUMENTS_AT_MOST = 8
"""The arguments of a side that are shown before the others are counted."""

TURNS_AT_MOST = 8
"""The weights that would turn a claim that are shown before the rest are counted."""

_LEAD = 8  # columns, for a weight


def weight_text(weight: float | None) -> str:
    """Return a weight with up to four digits, or ``open`` for None."""
    return "open" if weight is None else f"{weight:.4g}"


def balanced_rows(
    found: Balanced, argument_map: ArgumentMap, glyphs: Glyphs, width: int | None
) -> Iterator[Row]:
    """Yield a claim, why it has its status, each side of its issue, and what would turn it."""
    yield from columned(list(_parts(found, argument_map, glyphs)), width)


def _parts(found: Balanced, argument_map: ArgumentMap, glyphs: Glyphs) -> Iterator[Row | Entry]:
    yield Entry(argument_map.claims[found.claim], style="heading")
    ring = [] if glyphs.is_ascii else [(f"{glyphs.statuses[found.status]} ", str(found.status))]
    yield Row([*ring, (str(found.status), "heading"), (f": {_why(found)}", "")], "", "  ")
    if found.own.arguments:
        yield BLANK
        yield Row([("For it", "heading")])
        yield from _arguments(found.own, argument_map, glyphs)
    for side in _heaviest_first(found.others)[:SIDES_AT_MOST]:
        yield BLANK
        yield from _other_side(side, argument_map, glyphs)
    if len(found.others) > SIDES_AT_MOST:
        yield BLANK
        yield Row([(f"{len(found.others) - SIDES_AT_MOST:,} more sides: --json", "quiet")])
    yield from turn_rows(found.turns, argument_map, glyphs)


def _heaviest_first(sides: Iterable[Side]) -> list[Side]:
    return sorted(sides, key=lambda side: (side.takes_part is Status.OUT, -(side.weight or 0.0)))


def _other_side(side: Side, argument_map: ArgumentMap, glyphs: Glyphs) -> Iterator[Row | Entry]:
    yield Row([("Against it", "heading"), *_by(side, argument_map), *_part(side)])
    indent = ""
    if side.claim is not None:
        indent = "  "
        lead = f"{weight_text(side.weight):<{_LEAD}}"
        yield Entry(argument_map.claims[side.claim], ((lead, "heading"),), " " * _LEAD)
    yield from _arguments(side, argument_map, glyphs, indent)


def _by(side: Side, argument_map: ArgumentMap) -> Iterator[Span]:
    """Yield by what a side excludes the claim."""
    if side.by in argument_map.claims:
        yield ", as another answer to ", "quiet"
        yield one_line(side.by), "id"
    elif side.by is not None:
        yield ", as they contradict each other", "quiet"


def _part(side: Side) -> Iterator[Span]:
    if side.is_assumed:
        yield " (assumed)", "quiet"
    if side.takes_part is Status.OUT:
        yield " (it does not exclude it: undercut or rejected)", "quiet"
    elif side.takes_part is Status.UNDECIDED:
        yield " (whether it excludes it is undecided)", "quiet"


def _arguments(
    side: Side, argument_map: ArgumentMap, glyphs: Glyphs, indent: str = ""
) -> Iterator[Row | Entry]:
    for each in side.arguments[:_ARGUMENTS_AT_MOST]:
        yield from _argument(each, argument_map, glyphs, indent)
    more = len(side.arguments) - _ARGUMENTS_AT_MOST
    if more > 0:
        under = indent + " " * _LEAD
        yield Row([(f"{more:,} more: --json", "quiet")], under, under)


def _argument(
    each: WeighedArgument, argument_map: ArgumentMap, glyphs: Glyphs, indent: str
) -> Iterator[Row | Entry]:
    """Yield the premises of an argument, the first after its weight."""
    lead = f"{indent}{weight_text(each.weight):<{_LEAD}}"
    under = " " * len(lead)
    if each.relation is None:
        yield Row([("it stands on its own", "quiet")], lead, under)
        return
    relation = argument_map.relations[each.relation]
    kind = RelationKind.SUPPORTS if relation.kind is RelationKind.SUPPORTS else RelationKind.ATTACKS
    bracket = glyphs.bracket(relation.kind)
    for number, (premise, status) in enumerate(each.premises):
        sign = glyph_span(relation, glyphs)[0]
        if len(each.premises) > 1:
            is_last = number == len(each.premises) - 1
            sign = bracket.last if is_last else bracket.middle if number else bracket.first
        first = ((under if number else lead, str(kind)), (f"{sign} ", str(kind)))
        said = "" if status is Status.IN else f" {glyphs.statuses[status]}"
        remarks = "" if number else _remarks(each)
        after = ((said, str(status)), (remarks, "quiet"))
        yield Entry(argument_map.claims[premise], first, f"{under}  ", after)


def _remarks(each: WeighedArgument) -> str:
    """Return what makes of the own weight of an argument what it weighs, in parentheses."""
    said = []
    if each.is_rejected:
        said.append("rejected")
    elif each.undercut is Status.IN:
        said.append("undercut")
    elif each.undercut is Status.UNDECIDED:
        said.append("undercut by what is undecided")
    if each.weighing is not Weighing.LINKED:
        said.append(str(each.weighing))
    if each.weight not in {None, each.own}:
        said.append(f"of {weight_text(each.own)}")
    return f" ({', '.join(said)})" if said else ""


def _why(found: Balanced) -> str:
    """Return why a claim has its status, in a sentence without a full stop."""
    own, other = weight_text(found.own.weight), found.heaviest
    because = found.because
    if because in _SENTENCES:
        return _SENTENCES[because]
    if because in {Because.OPEN, Because.EXCLUDED}:
        return _waiting(found) if because is Because.OPEN else _excluded(found)
    if other is None or because is Because.UNOPPOSED:
        return f"an argument for it weighs {_most(found.own)}, and nothing is against it"
    other_weight = weight_text(other.weight)
    ahead = abs((found.own.weight or 0.0) - (other.weight or 0.0))
    by = f"by {weight_text(ahead)}"
    if because is Because.PREVAILS:
        return f"it weighs {own}, the heaviest against it {other_weight}: more {by}{_asked(found)}"
    if (found.own.weight or 0.0) > (other.weight or 0.0):
        asked = in_words(found.standard)
        return f"it weighs {own}, more {by} than what is against it; {found.standard} asks: {asked}"
    less = f"less {by}" if ahead > _SAME else "no more"
    return f"it weighs {own}, the heaviest against it {other_weight}: {less}{_asked(found)}"


_SAME = 1e-12
_SENTENCES = {
    Because.ASSUMED: "assumed, whatever is against it",
    Because.REJECTED: "as rejected",
    Because.WEIGHTLESS: "no argument for it weighs anything",
}


def _excluded(found: Balanced) -> str:
    """Return by which assumed claim a claim is excluded."""
    names = [side.claim for side in found.others if side.is_assumed and side.claim]
    return f"{one_line(names[0])} is assumed, and the two exclude one another"


def _waiting(found: Balanced) -> str:
    """Return what the arguments on an issue rest on that is undecided; a few by name."""
    names = dict.fromkeys(
        one_line(name)
        for side in (found.own, *found.others)
        for each in side.arguments
        if each.weight is None
        for name, status in each.premises
        if status is Status.UNDECIDED
    )
    shown = [*names][:_NAMED_AT_MOST]
    more = len(names) - len(shown)
    shown += [f"{more:,} more"] if more else []
    if not shown:
        return "whether arguments on its issue are undercut is undecided"
    verb = "is" if len(names) == 1 else "are"
    return f"arguments on its issue rest on {listed(shown)}, which {verb} undecided"


_NAMED_AT_MOST = 3


def _most(side: Side) -> str:
    """Return the weight of the heaviest argument of those that are ready."""
    return weight_text(max((each.weight or 0.0 for each in side.arguments), default=0.0))


def _asked(found: Balanced) -> str:
    return f" ({found.standard})"


def turn_rows(
    found: Iterable[Turn], argument_map: ArgumentMap, glyphs: Glyphs
) -> Iterator[Row | Entry]:
    """Yield each weight that would turn a claim, under a heading; nothing where there is none."""
    every = list(found)
    if not every:
        return
    yield BLANK
    yield Row([("Another weight of one of these alone would turn it:", "heading")])
    for each in every[:TURNS_AT_MOST]:
        relation = argument_map.relations[each.relation]
        sign = glyph_span(relation, glyphs, on_step=relation.target in argument_map.relations)
        ring = "" if glyphs.is_ascii else f"{glyphs.statuses[each.status]} "
        own = "" if relation.has_default_id else one_line(each.relation)
        said = f"at {weight_text(each.needed)} instead of {weight_text(each.weight)}:"
        yield Row(
            spaced(
                sign,
                (step_words(relation), ""),
                (own, "id"),
                (said, "quiet"),
                (f"{ring}{each.status}", str(each.status)),
            ),
            "  ",
            "    ",
        )
    if len(every) > TURNS_AT_MOST:
        yield Row([(f"{len(every) - TURNS_AT_MOST:,} more: --json", "quiet")], "  ", "    ")


def turn_data(found: Iterable[Turn]) -> list[dict[str, Any]]:
    """Return weights as plain data: ``relation``, ``weight``, ``needed`` and ``status``."""
    return [each._asdict() | {"status": str(each.status)} for each in found]


def balanced_data(found: Balanced, semantics: str) -> dict[str, Any]:
    """Return what was weighed as plain data.

    ``claim``, ``semantics``, ``status``, ``because``, ``standard``, ``weight``,
    ``arguments``, ``against`` (the other sides), ``turns`` and ``exhaustive``.
    """
    return {
        "claim": found.claim,
        "semantics": semantics,
        "status": str(found.status),
        "because": str(found.because),
        "standard": str(found.standard),
        "weight": found.own.weight,
        "arguments": [_argument_data(each) for each in found.own.arguments],
        "against": [_side_data(each) for each in found.others],
        "turns": turn_data(found.turns),
        "exhaustive": found.is_exhaustive,
    }


def _side_data(side: Side) -> dict[str, Any]:
    """Return a side; ``claim`` is null for what argues against the claim itself."""
    return {
        "claim": side.claim,
        "by": side.by,
        "weight": side.weight,
        "assumed": side.is_assumed,
        "takes_part": str(side.takes_part),
        "arguments": [_argument_data(each) for each in side.arguments],
    }


def _argument_data(each: WeighedArgument) -> dict[str, Any]:
    return {
        "relation": each.relation,
        "weight": each.weight,
        "own": each.own,
        "weighing": str(each.weighing),
        "premises": [{"id": name, "status": str(status)} for name, status in each.premises],
        "undercut": str(each.undercut),
        "rejected": each.is_rejected,
    }
