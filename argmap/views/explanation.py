"""Why a claim has its status or its strength, as rows and as plain data."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from argmap.analysis.evaluation.explanation import Because, Explanation, Reason
from argmap.analysis.evaluation.influence import Influence, Influences
from argmap.analysis.tree import TreeLine
from argmap.model import ArgumentMap, Relation, RelationKind
from argmap.model.text import one_line
from argmap.views.evaluation import judged_status, strength_text
from argmap.views.phrases import claim_spans, glyph_span, listed
from argmap.views.rows import BLANK, Row, Span
from argmap.views.theme import Glyphs
from argmap.views.tree import Judgement, tree_data, tree_rows

_WORDS = {
    Because.ASSUMED: "assumed",
    Because.REJECTED: "rejected",
    Because.STANDS: "stands on its own",
    Because.CARRIED: "",  # the support that carries it stands below
    Because.ATTACKED: "",
    Because.UNSUPPORTED: "needs support and has none",
    Because.FALLEN: "no support carries it",
    Because.CIRCULAR: "its supports only rest on one another",
    Because.UNDERCUT: "the step is undercut",
    Because.DISPUTED: "the step is undercut by what is undecided",
    Because.CONTESTED: "",
    Because.WAITING: "needs what is undecided",
}
_AT_THE_TOP = {
    Because.CARRIED: "carried by a support",
    Because.ATTACKED: "brought down by an attack",
    Because.CONTESTED: "attacked by what is undecided",
}


def explanation_rows(explanation: Explanation, glyphs: Glyphs, unit: str) -> Iterator[Row]:
    """Yield an explanation as a tree, each line with its reason, and other supports of the claim.

    ``unit`` names what the places count.
    """
    reasons = explanation.reasons
    by_line = {reason.line: reason for reason in reasons}
    below = dict(pairwise(reason.line for reason in reasons))

    def judge(line: TreeLine) -> Judgement:
        reason = by_line[line]
        words = _WORDS[reason.because] if line.mark is None else ""
        if not line.depth:
            words = _at_the_top(reason, below.get(line)) or words
            words = f"{reason.status}, {words}" if words else str(reason.status)
        after: tuple[Span, ...] = ((f": {words}", "quiet"),) if words else ()
        return judged_status(reason.status, glyphs, after)

    rows = list(tree_rows((r.line for r in reasons), glyphs, unit=unit, judge=judge))
    legend = rows[-2:]
    yield from rows[:-2]
    if explanation.others:
        what = "another support carries" if len(explanation.others) == 1 else "other supports carry"
        also = (one_line(listed(explanation.others)), "id")
        yield BLANK
        yield Row([(f"Even without it, {what} the claim: ", "quiet"), also])
    yield from legend


def _at_the_top(reason: Reason, below: TreeLine | None) -> str:
    """Return why a claim has its status; ``below`` is the first line under that of the claim."""
    relation = below.relation if below else None
    is_mutual = relation is not None and relation.kind is RelationKind.CONTRADICTS
    if below and is_mutual and reason.because is Because.CONTESTED:
        return f"as it and {one_line(below.node.id)} contradict each other, and nothing settles it"
    return _AT_THE_TOP.get(reason.because, "")


def explanation_data(explanation: Explanation) -> dict[str, Any]:
    """Return an explanation as plain data.

    ``status``; ``reasons``, trees as returned by ``tree_data`` (more than one only
    if a deep branch continues as one of its own), each line with ``status``,
    ``because`` and ``step`` (the status of its relation, or null); and
    ``others``, the ids of further supports that carry the claim.
    """
    by_line = {reason.line: reason for reason in explanation.reasons}
    lines = (reason.line for reason in explanation.reasons)
    reasons = tree_data(lines, lambda line: _reason_data(by_line[line]))
    return {
        "status": str(explanation.status),
        "reasons": reasons,
        "others": list(explanation.others),
    }


def _reason_data(reason: Reason) -> dict[str, Any]:
    return {
        "status": str(reason.status),
        "because": str(reason.because),
        "step": None if reason.step is None else str(reason.step),
    }


def influence_rows(
    influences: Influences, argument_map: ArgumentMap, glyphs: Glyphs, semantics: str
) -> Iterator[Row]:
    """Yield the strength of a claim, its weight, and by how much each relation changed it."""
    claim = argument_map.claims[influences.claim]
    strength = strength_text(influences.strength)
    yield Row([(f"{strength}  ", "heading"), *claim_spans(claim, voice=True)], "", _UNDER)
    if influences.fixed:
        yield Row([("assumed or rejected, whatever bears on it", "quiet")], _UNDER, _UNDER)
        return
    yield BLANK
    yield Row([(f"{influences.weight:+9.4f}", ""), ("  its weight", "quiet")], "", _UNDER)
    for each in influences.relations:
        yield Row(list(_influence(each, argument_map, glyphs, influences.claim)), "", _UNDER)
    if influences.relations:
        yield BLANK
        words = f"strength by {semantics}: weight, and what each relation adds or takes away"
        yield Row([(f"{words} while all others stay", "quiet")])


_UNDER = " " * 11


def _influence(
    each: Influence, argument_map: ArgumentMap, glyphs: Glyphs, claim_id: str
) -> Iterator[Span]:
    relation = argument_map.relations[each.relation]
    effect = "unsettled" if each.effect is None else f"{each.effect:+9.4f}"
    kind = RelationKind.SUPPORTS if relation.kind is RelationKind.SUPPORTS else RelationKind.ATTACKS
    yield f"{effect}  ", str(kind)
    yield glyph_span(relation, glyphs)
    yield " ", ""
    premises = [p for p in relation.premises if p != claim_id] or [relation.target]
    if relation.is_linked:
        yield "linked premises ", "quiet"
        yield one_line(listed(premises)), "id"
    else:
        yield from claim_spans(argument_map.claims[premises[0]])
    yield _contribution(each, relation), "quiet"


def _contribution(each: Influence, relation: Relation) -> str:
    strength = strength_text(each.contribution)
    if relation.is_linked and each.weakest is not None:
        return f" ({strength}, the weakest is {one_line(each.weakest)})"
    return f" ({strength})"


def influence_data(influences: Influences, semantics: str) -> dict[str, Any]:
    """Return why a claim has its strength, as plain data.

    ``claim``, ``semantics``, ``strength``, ``weight``, ``fixed`` and
    ``relations``: each with ``relation``, ``contribution``, ``weakest``, ``effect``.
    """
    return {
        "claim": influences.claim,
        "semantics": semantics,
        "strength": influences.strength,
        "weight": influences.weight,
        "fixed": influences.fixed,
        "relations": [each._asdict() for each in influences.relations],
    }
