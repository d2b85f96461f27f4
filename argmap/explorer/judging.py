"""Statuses with some claims or steps supposed to be out, and what that changes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from typing import NamedTuple

from argmap.analysis.evaluation.evaluation import Outcome, evaluate
from argmap.analysis.evaluation.resolution import resolution
from argmap.analysis.outline import Row as OutlineRow
from argmap.model import ArgumentMap, Claim, Relation
from argmap.model.text import one_line
from argmap.views.claims import fact_row
from argmap.views.evaluation import judge, status_span, summary
from argmap.views.phrases import listed
from argmap.views.questions import resolution_words
from argmap.views.rows import BLANK, Row, Span
from argmap.views.theme import Glyphs
from argmap.views.tree import NO_JUDGEMENT, Judgement

_NAMED = 3  # changed claims that are named


class Verdict(NamedTuple):
    """The evaluation of a map with some claims or relations rejected."""

    map: ArgumentMap
    rejected: tuple[str, ...]
    outcome: Outcome


def verdict(argument_map: ArgumentMap, rejected: Collection[str]) -> Verdict:
    """Return the grounded statuses, ignoring rejected ids of what the map cannot reject.

    That is what is not in it, and a question: which it may have become meanwhile.
    """
    claims = (claim.id for claim in argument_map.claims.values() if not claim.is_question)
    known = (*claims, *argument_map.relations)
    fixed = tuple(name for name in known if name in rejected)
    return Verdict(argument_map, fixed, evaluate(argument_map, reject=fixed))


def judgement(
    found: Verdict | None, rejected: Collection[str], glyphs: Glyphs, row: OutlineRow
) -> Judgement:
    """Return the judgement on a row: its status, if known, and whether it or its step is out."""
    judged = NO_JUDGEMENT if found is None else judge(found.outcome, glyphs, row)
    after: list[Span] = []
    if row.node.id in rejected:
        after.append((" (rejected)", "out"))
    if row.relation is not None and row.relation.id in rejected:
        after.append((" (step rejected)", "out"))
    return judged._replace(after=(*after,)) if after else judged


def usual_status(found: Verdict) -> str | None:
    """Return the status of the most claims; None where none has one."""
    statuses = found.outcome.statuses
    numbers = Counter(statuses[claim] for claim in found.map.claims if claim in statuses)
    return str(max(numbers, key=lambda status: numbers[status])) if numbers else None


def status_row(
    found: Verdict | None, node: Claim | Relation, glyphs: Glyphs, *, is_rejected: bool
) -> Row:
    """Return the status of a claim or relation, if known, and whether it is rejected."""
    if isinstance(node, Claim) and node.is_question:
        if found is None or node.id not in found.map.claims:
            return BLANK
        said = resolution_words(resolution(found.map, found.outcome, node))
        return fact_row("answer", [(said, ""), (", by grounded semantics", "quiet")])
    spans: list[Span] = []
    status = found.outcome.statuses.get(node.id) if found else None
    if status is not None:
        sign, style = status_span(status, glyphs)
        spans.append((sign if glyphs.is_ascii else f"{sign} {status}", style))
        spans.append((", by grounded semantics", "quiet"))
    if is_rejected:
        spans += [(", " if spans else "", "quiet"), ("rejected", "out")]
    return fact_row("status", spans) if spans else BLANK


def whole(found: Verdict) -> str:
    """Return a sentence on the whole map."""
    return summary(found.outcome, found.map)


def supposed(rejected: Collection[str], before: Verdict | None, after: Verdict | None) -> str:
    """Return what is supposed, and what that changes once both verdicts are known.

    ``before`` is the map as it stands. Theses that change are named first.
    """
    said = f"without {one_line(listed(rejected))}"
    if before is None or after is None:
        return f"{said}: …"
    known = before.outcome.statuses, after.outcome.statuses
    claims = sorted(after.map.claims.values(), key=lambda claim: claim.kind != "thesis")
    others = [claim.id for claim in claims if claim.id not in rejected]
    changed = [name for name in others if known[0].get(name) != known[1].get(name)]
    if not changed:
        return f"{said}: no change"
    parts = [f"{one_line(name)} {known[1][name]}" for name in changed[:_NAMED]]
    more = len(changed) - _NAMED
    parts += [f"{more:,} more {'change' if more > 1 else 'changes'}"] if more > 0 else []
    return f"{said}: {', '.join(parts)}"
