"""Collisions and losses of a merge, as rows and as plain data."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from argmap.analysis.merging.merge import Collision, Reason
from argmap.editing.merging.text import MergedText
from argmap.model import ArgumentMap, Claim, Relation
from argmap.model.plain import plain_claim, plain_relation
from argmap.model.text import one_line
from argmap.views.difference import claim_line, plain_value, relation_line, value_text
from argmap.views.phrases import counted, listed
from argmap.views.rows import INDENT, Row

_REASONS = {
    Reason.BOTH_CHANGED: "both changed it",
    Reason.OURS_REMOVED: "ours removed it, theirs changed it",
    Reason.THEIRS_REMOVED: "theirs removed it, ours changed it",
    Reason.OURS_NEEDS: "theirs removed it, ours refers to it",
    Reason.SAME_ID: "both use this id for different things",
    Reason.END_MISSING: "what it refers to is not in the result",
    Reason.DOES_NOT_FIT: "what theirs says of it contradicts ours",
}


def lost_rows(merged: MergedText, path: str | None = None) -> Iterator[Row]:
    """Yield which comments and layout of the sides are not kept in a merged text.

    ``path`` is the name of the file, if git asked for the merge.
    """
    where = "" if path is None else f"{one_line(path)}: "
    if merged.is_layout_lost:
        yield Row([(f"note: {where}written in argmap's own layout", "")])
    if merged.lost:
        number = counted(len(merged.lost), "comment")
        yield Row([(f"note: {where}{number} not kept; put back what is needed", "")])
    for side, comment in merged.lost[:_NAMED]:
        place = (f"{side}:{comment.line}  ", "quiet")
        yield Row([place, (one_line(comment.text), "")], INDENT, INDENT * 2)
    if merged.lost[_NAMED:]:
        yield Row([(f"and {len(merged.lost) - _NAMED:,} more", "quiet")], INDENT, INDENT)


_NAMED = 8  # comments shown at most


def collision_rows(collisions: Sequence[Collision], path: str | None = None) -> Iterator[Row]:
    """Yield each collision with its versions, and a last row that sums up.

    ``path`` is the name of the file, if git asked for the merge.
    """
    for collision in collisions:
        field = "" if collision.field is None else f", {one_line(collision.field)}"
        what = "map" if collision.what == "map" else f"{collision.what} '{one_line(collision.id)}'"
        yield Row(
            [("collision: ", "error"), (f"{what}{field}: ", "heading"), (_why(collision), "")]
        )
        if isinstance(collision.base, ArgumentMap):
            yield Row([(one_line(collision.id), "")], INDENT, INDENT)
            continue
        fields = _changed(collision)
        for name in ("base", "ours", "theirs"):
            version = _version(getattr(collision, name), fields)
            spans = [(f"{name:6}  ", "quiet"), (version or "(nothing)", "" if version else "quiet")]
            yield Row(spans, INDENT, INDENT + " " * 8)
    if collisions:
        number = counted(len(collisions), "collision")
        if path is None:
            yield Row([(f"{number}: the result has the version of ours", "")])
            return
        name = one_line(path)
        stages = " ".join(f":{stage}:{name}" for stage in (1, 2, 3))
        again = f"to list the collisions again: argmap merge {stages} -o {os.devnull}"
        kept = f"{number} in {name}: the result has the version of ours"
        yield Row([(f"{kept}; edit it if that is wrong, then git add {name}", "")])
        yield Row([(again, "quiet")])


def _why(collision: Collision) -> str:
    if collision.reason is Reason.BOTH_CHANGED and collision.base is None:
        return "both added it"
    return _REASONS[collision.reason]


def _changed(collision: Collision) -> list[str]:
    """Return the fields that one side changed and ``claim_line`` and the like do not show."""
    before, after = collision.base, collision.ours or collision.theirs
    if not isinstance(before, Claim | Relation) or type(after) is not type(before):
        return []
    not_in_line = _NOT_IN_LINE if isinstance(before, Claim) else {"note"}
    fields = zip(before._fields, before, after, strict=True)
    return [name for name, was, is_now in fields if was != is_now and name in not_in_line]


_NOT_IN_LINE = {"label", "kind", "weight", "assumed", "tags", "note", "quote", "citations"}


def _version(value: Any, fields: Sequence[str] = ()) -> str:
    if isinstance(value, Claim | Relation):
        spans = claim_line(value) if isinstance(value, Claim) else relation_line(value)
        line = "".join(text for text, _ in spans)
        said = [(name, value_text(getattr(value, name, None))) for name in fields]
        return line + "".join(f"  {name}: {text or '(nothing)'}" for name, text in said)
    if isinstance(value, tuple) and value and all(isinstance(each, str) for each in value):
        return one_line(listed(value))
    return value_text(value)


def collision_data(collisions: Iterable[Collision]) -> dict[str, Any]:
    """Return ``{"collisions": [{"what", "id", "field", "reason", "base", "ours", "theirs"}]}``.

    ``field`` is null if a whole claim or relation collides; the versions are then
    as in a map file. A version is null if a side has none.
    """
    return {
        "collisions": [
            {
                **collision._asdict(),
                "reason": str(collision.reason),
                **{name: _plain(getattr(collision, name)) for name in ("base", "ours", "theirs")},
            }
            for collision in collisions
        ]
    }


def _plain(value: Any) -> Any:
    if isinstance(value, Claim):
        return {"id": value.id, **plain_claim(value)}
    if isinstance(value, Relation):
        return plain_relation(value)
    if isinstance(value, tuple) and not hasattr(value, "_fields"):
        return plain_value(value)
    if value is None or isinstance(value, (str, bool, float, int)):
        return value
    return None if isinstance(value, ArgumentMap) else value_text(value)
