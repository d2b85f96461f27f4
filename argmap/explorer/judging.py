"""Statuses with some claims rejected, and what a rejection changes."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from argmap.analysis.evaluation.evaluation import Outcome, evaluate
from argmap.analysis.tree import TreeLine
from argmap.model import ArgumentMap, Claim, Relation
from argmap.model.text import one_line
from argmap.views.claims import fact_row
from argmap.views.evaluation import judge, status_span, summary
from argmap.views.phrases import counted
from argmap.views.rows import BLANK, Row, Span
from argmap.views.theme import Glyphs
from argmap.views.tree import NO_JUDGEMENT, Judgement

_NAMED = 3  # changed claims named in the message


class Verdict(NamedTuple):
    """The evaluation of a map with some claims or relations rejected."""

    map: ArgumentMap
    rejected: tuple[str, ...]
    outcome: Outcome


def verdict(argument_map: ArgumentMap, rejected: Collection[str]) -> Verdict:
    """Return the grounded statuses, ignoring rejected ids that are not in the map."""
    known = (*argument_map.claims, *argument_map.relations)
    fixed = tuple(name for name in known if name in rejected)
    return Verdict(argument_map, fixed, evaluate(argument_map, reject=fixed))


def judgement(
    found: Verdict | None, rejected: Collection[str], glyphs: Glyphs, line: TreeLine
) -> Judgement:
    """Return the judgement on a line: its status, if known, and whether it is rejected."""
    judged = NO_JUDGEMENT if found is None else judge(found.outcome, glyphs, line)
    if line.node.id in rejected:
        judged = judged._replace(after=((" (rejected)", "out"),))
    return judged


def status_row(
    found: Verdict | None, node: Claim | Relation, glyphs: Glyphs, *, is_rejected: bool
) -> Row:
    """Return the status of a claim or relation, if known, and whether it is rejected."""
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
    rejected = f", with {len(found.rejected):,} rejected" if found.rejected else ""
    return summary(found.outcome, found.map) + rejected


def changes(before: Verdict, after: Verdict, glyphs: Glyphs) -> list[Span]:
    """Return a line on what changes between two verdicts on the same map."""
    known = before.outcome.statuses, after.outcome.statuses
    touched = {*before.rejected} ^ {*after.rejected}  # not reported among the changes
    others = (name for name in after.map.claims if name not in touched)
    changed = [name for name in others if known[0].get(name) != known[1].get(name)]
    spans: list[Span] = [(_what_was_done(before, after), "heading")]
    if not changed:
        return [*spans, ("no other status changes", "")]
    verb = "changes" if len(changed) == 1 else "change"
    spans.append((f"{counted(len(changed), 'other claim')} {verb}: ", ""))
    for number, name in enumerate(changed[:_NAMED]):
        old, new = known[0][name], known[1][name]
        spans += [("; " if number else "", ""), (one_line(name), "id"), (" ", "")]
        spans += [status_span(old, glyphs), (f" {glyphs.arrow} ", "quiet")]
        sign, style = status_span(new, glyphs)
        spans.append((sign if glyphs.is_ascii else f"{sign} {new}", style))
    more = len(changed) - _NAMED
    return [*spans, (f" and {more:,} more", "")] if more > 0 else spans


def _what_was_done(before: Verdict, after: Verdict) -> str:
    restored = [name for name in before.rejected if name not in after.rejected]
    rejected = [name for name in after.rejected if name not in before.rejected]
    parts = [("rejected", rejected), ("restored", restored)]
    return (
        "; ".join(f"{verb} {one_line(', '.join(names))}" for verb, names in parts if names) + ": "
    )
