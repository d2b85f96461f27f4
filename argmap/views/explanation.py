"""Why a claim has its status or its strength, as rows and as plain data."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from argmap.analysis.evaluation.explanation import Because, Explanation, Reason
from argmap.analysis.evaluation.influence import Influence, Influences
from argmap.analysis.evaluation.reasoning import reasoning
from argmap.analysis.outline import Outline
from argmap.analysis.outline import Row as OutlineRow
from argmap.analysis.tree import Mark
from argmap.model import ArgumentMap, RelationKind, Status
from argmap.model.text import one_line
from argmap.views.entries import Entry, columned
from argmap.views.evaluation import strength_text
from argmap.views.outline import Look, RowPrinter
from argmap.views.outline_legend import legend
from argmap.views.phrases import glyph_span, listed, raises_span, short_scheme_span
from argmap.views.rows import BLANK, GAP, Row, Span
from argmap.views.theme import Glyphs
from argmap.views.tree import Judgement, tree_data

_SENTENCES = {
    Because.ASSUMED: "as assumed",
    Because.REJECTED: "as rejected",
    Because.STANDS: "it stands on its own",
    Because.ATTACKED: "what attacks it is in",
    Because.UNSUPPORTED: "it needs support and has none",
    Because.FALLEN: "no support carries it",
    Because.CONTESTED: "what attacks it is undecided",
    Because.WAITING: "what it needs is undecided",
}
_ALONE = "and on nothing else"
_NAMED_AT_MOST = 8
_WIDE = 100  # columns from which schemes stand beside claims


def explanations_rows(found: Sequence[Explanation], semantics: str, look: Look) -> Iterator[Row]:
    """Yield explanations of a claim: a sentence on its status, and the reasons as an outline.

    There are several where extensions differ. A legend of the signs in all of them is last.
    """
    signs: dict[str, None] = {}
    for number, explanation in enumerate(found):
        if number:
            yield BLANK
        if len(found) > 1:
            status = explanation.status
            yield Row([(f"In a {semantics} extension where it is {status}", "quiet")])
        outlined, reasons = reasoning(explanation.reasons)
        yield from _rows(explanation, outlined, reasons, look)
        shown = legend(
            outlined, look.glyphs, look.unit, is_inverted=False, has_italics=look.has_italics
        )
        signs |= dict.fromkeys(shown)
        signs |= dict.fromkeys(_signs(reasons[1:], look.glyphs))
    if signs:
        yield BLANK
        yield Row([(sign, "quiet") for sign in signs], between=GAP)


def _rows(
    explanation: Explanation, outlined: Outline, reasons: Sequence[Reason], look: Look
) -> Iterator[Row]:
    judged = {
        number: Judgement(_verdict(reason, look.glyphs), _said(outlined.rows[number], look.width))
        for number, reason in enumerate(reasons)
        if number
    }
    printer = RowPrinter(outlined, look, judged)
    for block in outlined.blocks:
        if block.first:
            yield BLANK
        for number in range(block.first, block.end):
            yield printer.row(number)
            if not number:
                yield _sentence(explanation, outlined.rows, look.glyphs)
    yield from _others(explanation)


def _said(row: OutlineRow, width: int | None) -> tuple[Span, ...]:
    """Return the scheme of a row's step, if there is room, and the critical question it raises."""
    if row.relation is None:
        return ()
    has_room = width is None or width >= _WIDE
    scheme = short_scheme_span(row.relation) if has_room else None
    said = scheme, raises_span(row.relation)
    return tuple((f" {span[0]}", span[1]) for span in said if span)


def _signs(reasons: Sequence[Reason], glyphs: Glyphs) -> Iterator[str]:
    """Yield the signs of statuses, and of supports without a row, with their meanings."""
    statuses = {reason.status for reason in reasons}
    if Status.IN in statuses:
        yield f"no ring: {Status.IN}" if not glyphs.is_ascii else f"unmarked: {Status.IN}"
    for status in (Status.OUT, Status.UNDECIDED):
        if status in statuses and f"({status})" != glyphs.statuses[status]:
            yield f"{glyphs.statuses[status]} {status}"
    if any(map(_has_others, reasons)):
        yield "(+n) further supports do the same"


def _has_others(reason: Reason) -> bool:
    return bool(reason.others) and reason.line.mark is None


def _verdict(reason: Reason, glyphs: Glyphs) -> Span | None:
    """Return the ring of a row and, in short, what is not under it; None where all is said."""
    status, because = reason.status, reason.because
    words = {
        Because.ASSUMED: "assumed",
        Because.REJECTED: "rejected" if status is Status.OUT else "the step is rejected",
        Because.UNSUPPORTED: "needs support and has none",
        Because.UNDERCUT: "the step is undercut",
        Because.DISPUTED: "the step is undercut by what is undecided",
    }.get(because, "")
    words = f"+{reason.others:,}" if _has_others(reason) else words
    ring = "" if status is Status.IN else glyphs.statuses[status]
    text = f"{ring} {f'({words})' if words else ''}".strip()
    return (text, str(status) if ring else "quiet") if text else None


def _sentence(explanation: Explanation, rows: Sequence[OutlineRow], glyphs: Glyphs) -> Row:
    """Return the status of the claim, and why it has it."""
    status = explanation.status
    sign = [] if glyphs.is_ascii else [(f"{glyphs.statuses[status]} ", str(status))]
    why = _why(explanation, rows)
    return Row([*sign, (str(status), "heading"), (f": {why}", "")], "", "  ")


def _why(explanation: Explanation, rows: Sequence[OutlineRow]) -> str:
    because = explanation.reasons[0].because
    beside = [row.relation for row in rows if row.parent == 0 and row.relation]
    attacks = any(relation.kind is not RelationKind.SUPPORTS for relation in beside)
    if because in {Because.CARRIED, Because.STANDS}:
        supports = {r.id for r in beside if r.kind is RelationKind.SUPPORTS}
        number = len(supports) + len(explanation.others)
        carried = "a support carries it" if number == 1 else f"{number:,} supports carry it"
        words = carried if because is Because.CARRIED else _SENTENCES[because]
        return f"{words}, and {'what attacks it is out' if attacks else 'nothing attacks it'}"
    is_again = any(row.mark is Mark.CYCLE and row.node is rows[0].node for row in rows)
    if because is Because.CIRCULAR:
        return _circular(explanation, is_in_cycle=is_again)
    is_rivalled = because in _RIVALLED and _is_rival(rows[1], rows[0])
    if because is Because.CONTESTED and is_again:
        return f"{_contested(rows, is_rivalled=is_rivalled)}, and nothing settles it"
    return _RIVALLED[because] if is_rivalled else _SENTENCES[because]


def _contested(rows: Sequence[OutlineRow], *, is_rivalled: bool) -> str:
    """Return with what a claim is in a cycle of attacks."""
    first = rows[1]
    if is_rivalled:
        return f"it and {one_line(first.node.id)} answer the same question"
    if first.relation and first.relation.kind is RelationKind.CONTRADICTS:
        return f"it and {one_line(first.node.id)} contradict each other"
    return "it attacks itself" if first.node is rows[0].node else "it is in a cycle of attacks"


_RIVALLED = {
    Because.ATTACKED: "another answer is in, and only one is chosen",
    Because.CONTESTED: "another answer is undecided, and only one is chosen",
}


def _is_rival(row: OutlineRow, above: OutlineRow) -> bool:
    """Return whether a row is another answer to a question that the claim above answers."""
    relation = row.relation
    is_answer = relation is not None and relation.kind is RelationKind.ANSWERS
    return is_answer and relation is not None and relation.target != above.node.id


def _circular(explanation: Explanation, *, is_in_cycle: bool) -> str:
    """Return that the supports of a claim rest on one another, with whom if they are few."""
    reasons = explanation.reasons
    names = [r.line.node.id for r in reasons if r.because is Because.CIRCULAR]
    others = [name for name in dict.fromkeys(names) if name != explanation.claim]
    if is_in_cycle and not others:
        return f"it rests on itself, {_ALONE}"
    if is_in_cycle and len(others) == 1:
        return f"it and {one_line(others[0])} rest on one another, {_ALONE}"
    return f"its supports rest on one another, {_ALONE}"


def _others(explanation: Explanation) -> Iterator[Row]:
    """Yield the supports that have no row, by id, those of cycles apart."""
    verb = "carry it" if explanation.status is Status.IN else "fail"
    for names, words in (
        (explanation.others, f"Further supports that {verb}: "),
        (explanation.in_cycle, "Not shown, as they are in a cycle with it: "),
    ):
        if names:
            shown = [one_line(name) for name in names[:_NAMED_AT_MOST]]
            more = len(names) - len(shown)
            shown += [f"{more:,} more"] if more else []
            yield BLANK
            yield Row([(words, "quiet"), (listed(shown), "id")], "", "  ")


def explanation_data(explanation: Explanation) -> dict[str, Any]:
    """Return an explanation as plain data.

    ``status``; ``reasons``, trees as returned by ``tree_data`` (more than one only
    if a deep branch continues as one of its own), each line with ``status``,
    ``because`` and ``step`` (the status of its relation, or null); and the ids of
    further supports that carry the claim, ``others`` and, in a cycle with it, ``in_cycle``.
    """
    by_line = {reason.line: reason for reason in explanation.reasons}
    lines = (reason.line for reason in explanation.reasons)
    reasons = tree_data(lines, lambda line: _reason_data(by_line[line]))
    return {
        "status": str(explanation.status),
        "reasons": reasons,
        "others": list(explanation.others),
        "in_cycle": list(explanation.in_cycle),
    }


def _reason_data(reason: Reason) -> dict[str, Any]:
    return {
        "status": str(reason.status),
        "because": str(reason.because),
        "step": None if reason.step is None else str(reason.step),
    }


def influence_rows(
    influences: Influences, argument_map: ArgumentMap, look: Look, semantics: str
) -> Iterator[Row]:
    """Yield the strength of a claim, its weight, and by how much each relation changed it."""
    strength = strength_text(influences.strength)
    claim = argument_map.claims[influences.claim]
    head = Entry(claim, ((f"{strength:9}  ", "heading"),), _UNDER, style="heading")
    if influences.fixed:
        fixed = Row([("assumed or rejected, whatever bears on it", "quiet")], _UNDER, _UNDER)
        yield from columned([head, fixed], look.width)
        return
    parts: list[Row | Entry] = [head]
    parts.append(Row([(f"{influences.weight:+9.4f}", ""), ("  its weight", "quiet")], "", _UNDER))
    for each in influences.relations:
        parts += _influence(each, argument_map, look.glyphs, influences.claim)
    yield from columned(parts, look.width)
    if influences.relations:
        yield BLANK
        words = f"strength by {semantics}: weight, and what each relation adds or takes away"
        yield Row([(f"{words} while all others stay", "quiet")])


_UNDER = " " * 11


def _influence(
    each: Influence, argument_map: ArgumentMap, glyphs: Glyphs, claim_id: str
) -> Iterator[Entry]:
    """Yield the premises of a relation, the first after its effect."""
    relation = argument_map.relations[each.relation]
    effect = "unsettled" if each.effect is None else f"{each.effect:+9.4f}"
    kind = RelationKind.SUPPORTS if relation.kind is RelationKind.SUPPORTS else RelationKind.ATTACKS
    premises = [p for p in relation.premises if p != claim_id] or [relation.target]
    bracket = glyphs.bracket(relation.kind)
    for number, premise in enumerate(premises):
        sign = glyph_span(relation, glyphs)[0]
        if len(premises) > 1:
            is_last = number == len(premises) - 1
            sign = bracket.last if is_last else bracket.middle if number else bracket.first
        lead = _UNDER if number else f"{effect}  "
        strength = strength_text(each.contribution)
        said = f" ({strength})"
        if len(premises) > 1:
            said = f" ({strength}, the weakest)" if premise == each.weakest else ""
        first = ((lead, str(kind)), (f"{sign} ", str(kind)))
        claim = argument_map.claims[premise]
        yield Entry(claim, first, f"{_UNDER}  ", ((said, "quiet"),))


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
