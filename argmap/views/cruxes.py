"""What the status or strength of a claim depends on, as rows and as plain data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from argmap.analysis.evaluation.cruxes import Cruxes, alternatives
from argmap.analysis.evaluation.leverage import Leverage
from argmap.model import ArgumentMap, Status
from argmap.model.text import one_line
from argmap.views.entries import Entry, columned
from argmap.views.evaluation import strength_text
from argmap.views.phrases import (
    claim_spans,
    glyph_span,
    raises_span,
    scheme_span,
    step_words,
    weight_span,
)
from argmap.views.rows import BLANK, GAP, Row, Span, spaced
from argmap.views.theme import Glyphs


def crux_rows(
    cruxes: Cruxes, argument_map: ArgumentMap, glyphs: Glyphs, width: int | None
) -> Iterator[Row]:
    """Yield the claim with its status, and the sets whose rejection changes it.

    Sets in which one thing can take the place of another are combined. ``width`` is that of
    the terminal, None where lines are not wrapped.
    """
    yield from columned(list(_parts(cruxes, argument_map, glyphs)), width)


def _parts(cruxes: Cruxes, argument_map: ArgumentMap, glyphs: Glyphs) -> Iterator[Row | Entry]:
    claim = argument_map.claims[cruxes.claim]
    lead: Span = (f"{_outcome(cruxes.status, glyphs)}{GAP}", "quiet")
    yield Entry(claim, (lead,), " " * len(lead[0]), style="heading")
    if not cruxes.found:
        return
    yield BLANK
    if cruxes.size == 1:
        yield Row([("Rejecting any one of these alone would make it", "heading")])
        for status in dict.fromkeys(crux.status for crux in cruxes.found):
            yield Row([(_outcome(status, glyphs), "quiet")], _IN[:2])
            for crux in cruxes.found:
                if crux.status is status:
                    yield _part(argument_map, crux.rejected[0], glyphs, _IN)
        return
    how_many = "two things are" if cruxes.size == 2 else f"{cruxes.size} things are"
    yield Row([(f"Nothing alone changes it. It changes when {how_many} rejected:", "heading")])
    for groups, outcome in alternatives(cruxes.found).items():
        yield BLANK
        yield Row([("It is then ", "quiet"), (_outcome(outcome, glyphs), ""), (":", "quiet")])
        for number, group in enumerate(groups):
            words = "any one of" if len(group) > 1 else ""
            words = f"and {words}".rstrip() if number else words
            if words:
                yield Row([(words, "quiet")], _IN, _IN)
            for name in group:
                yield _part(argument_map, name, glyphs, _IN * 2)


_IN = "    "


def _outcome(status: Status | None, glyphs: Glyphs) -> str:
    if status is None:
        return "no status"
    sign = "" if glyphs.is_ascii else f"{glyphs.statuses[status]} "
    return f"{sign}{status}"


def _part(argument_map: ArgumentMap, name: str, glyphs: Glyphs, indent: str) -> Row | Entry:
    """Return a claim, or a relation on a line with its ends."""
    claim = argument_map.claims.get(name)
    if claim is not None:
        return Entry(claim, ((indent, ""),), indent)
    relation = argument_map.relations[name]
    sign = glyph_span(relation, glyphs, on_step=relation.target in argument_map.relations)
    own = "" if relation.has_default_id else one_line(name)
    said = scheme_span(relation), weight_span(relation), raises_span(relation)
    spans = spaced(sign, (step_words(relation), ""), (own, "id"), *said)
    return Row(spans, indent, f"{indent}  ")


def crux_data(cruxes: Cruxes, semantics: str) -> dict[str, Any]:
    """Return the cruxes as plain data.

    ``claim``, ``semantics``, ``status``, ``size``, ``sets`` (each with the ids
    to ``reject`` and the ``status`` that follows) and ``exhaustive``.
    """
    return {
        "claim": cruxes.claim,
        "semantics": semantics,
        "status": _plain(cruxes.status),
        "size": cruxes.size,
        "sets": [
            {"reject": list(crux.rejected), "status": _plain(crux.status)} for crux in cruxes.found
        ],
        "exhaustive": cruxes.is_exhaustive,
    }


def _plain(status: object) -> str | None:
    return None if status is None else str(status)


def leverage_rows(
    found: Iterable[Leverage], argument_map: ArgumentMap, strength: float | None, claim_id: str
) -> Iterator[Row]:
    """Yield the claim with its strength, and how the weight of each other claim changes it."""
    claim = argument_map.claims[claim_id]
    yield Row([(f"{strength_text(strength)}  ", "heading"), *claim_spans(claim, voice=True)])
    yield BLANK
    yield Row([("at 0     at 1     if this claim's weight goes there", "heading")], "  ", "  ")
    for each in found:
        lead = f"  {_change(each.at_zero)}  {_change(each.at_one)}  "
        spans = claim_spans(argument_map.claims[each.claim])
        yield Row([*spans, (f" (weight {each.weight:g})", "quiet")], lead, " " * len(lead))


def _change(change: float | None) -> str:
    return "none   " if change is None else f"{change:+.4f}"


def leverage_data(
    found: Iterable[Leverage], semantics: str, strength: float | None, claim_id: str
) -> dict[str, Any]:
    """Return leverages as plain data.

    ``claim``, ``semantics``, ``strength`` and ``leverage``: each with ``claim``,
    ``weight``, ``strength``, and the changes ``at_zero`` and ``at_one``.
    """
    return {
        "claim": claim_id,
        "semantics": semantics,
        "strength": strength,
        "leverage": [each._asdict() for each in found],
    }
