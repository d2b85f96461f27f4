"""What the status or strength of a claim depends on, as rows and as plain data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from argmap.analysis.evaluation.cruxes import Cruxes, alternatives
from argmap.analysis.evaluation.leverage import Leverage
from argmap.model import ArgumentMap, Status
from argmap.model.text import one_line
from argmap.views.evaluation import status_span, strength_text
from argmap.views.phrases import claim_spans, glyph_span
from argmap.views.rows import BLANK, Row, Span
from argmap.views.theme import Glyphs


def crux_rows(cruxes: Cruxes, argument_map: ArgumentMap, glyphs: Glyphs) -> Iterator[Row]:
    """Yield the claim with its status, and the sets whose rejection changes it.

    Sets in which one thing can take the place of another are combined.
    """
    claim = argument_map.claims[cruxes.claim]
    status = cruxes.status
    sign: list[Span] = [] if status is None else [status_span(status, glyphs), (" ", "")]
    words = "without a status" if status is None else str(status)
    yield Row([*sign, *claim_spans(claim, voice=True), (f": {words}", "quiet")], "", "  ")
    if not cruxes.found:
        return
    yield BLANK
    if cruxes.size == 1:
        yield Row([("Rejecting any one of these alone would make it", "heading")], _IN[:2])
        for crux in cruxes.found:
            lead = f"  {_outcome(crux.status, glyphs):13}"
            yield Row(node_spans(argument_map, crux.rejected[0], glyphs), lead, " " * len(lead))
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
                yield Row(node_spans(argument_map, name, glyphs), _IN * 2, _IN * 3)


_IN = "    "


def _outcome(status: Status | None, glyphs: Glyphs) -> str:
    if status is None:
        return "no status"
    sign = "" if glyphs.is_ascii else f"{glyphs.statuses[status]} "
    return f"{sign}{status}"


def node_spans(argument_map: ArgumentMap, name: str, glyphs: Glyphs) -> list[Span]:
    """Return a claim or a relation on one line, a relation with its ends."""
    claim = argument_map.claims.get(name)
    if claim is not None:
        return claim_spans(claim)
    relation = argument_map.relations[name]
    on_step = relation.target in argument_map.relations
    spans = [glyph_span(relation, glyphs, on_step=on_step), (" the step ", "quiet")]
    spans.append((one_line(name), "id"))
    if not relation.has_default_id:  # which consists of its ends
        ends = f"{one_line('+'.join(relation.premises))}/{one_line(relation.target)}"
        spans.append((f" = {ends}", "quiet"))
    return spans


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
