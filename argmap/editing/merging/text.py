"""The text of a merged map, chosen among those that can be made."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from argmap.analysis.comparing.difference import say_the_same
from argmap.analysis.merging.merge import Merged
from argmap.editing.merging.by_git import merged_by_line
from argmap.editing.merging.comments import Comment, SideComments
from argmap.editing.merging.side import Side
from argmap.editing.rewriting import rewritten
from argmap.editing.yaml_text import UnfitLayoutError
from argmap.errors import ArgmapError
from argmap.formats import Losses, dumps, loads
from argmap.model import ArgumentMap


class MergedText(NamedTuple):
    """A text of a merged map, and the comments not kept, each with ``ours`` or ``theirs``.

    ``is_layout_lost``: it is written anew, otherwise than ours was laid out.
    """

    text: str
    lost: list[tuple[str, Comment]]
    is_layout_lost: bool


def merged_text(merged: Merged, format_: str, sides: Sequence[Side], losses: Losses) -> MergedText:
    """Return a text that says what the merged map says; ``sides`` are base, ours and theirs.

    It is that which keeps the most comments, and among those the one most like
    the texts it comes from. ``losses`` counts what the format cannot represent.
    """
    versions = [side.text if side.format == format_ else "" for side in sides]
    comments = SideComments(*versions) if format_ == "yaml" else None
    mark = "\ufeff" if sides[1].data.startswith(b"\xef\xbb\xbf") else ""
    best: MergedText | None = None
    for text in _candidates(merged, format_, sides, versions):
        lost = comments.lost(text) if comments else []
        if best is None or len(lost) < len(best.lost):
            best = MergedText(mark + text, lost, is_layout_lost=False)
        if not lost:
            break
    if best is None:
        text = dumps(merged.map, format_, losses)
        lost = comments.lost(text) if comments else []
        is_other = bool(versions[1]) and versions[1] != dumps(sides[1].map, format_)
        best = MergedText(text, lost, is_layout_lost=is_other)
    return best


class _Draft(NamedTuple):
    """A text, its map if it is valid, and the new ids of what is renamed in it."""

    text: str
    map: ArgumentMap | None
    renamed: Mapping[str, str] = {}


def _candidates(
    merged: Merged, format_: str, sides: Sequence[Side], versions: Sequence[str]
) -> Iterator[str]:
    """Yield texts that say what the merged map says, the likeliest to be wanted first."""
    wrong = []
    for draft in _by_line(versions, format_, "--ours", "--union"):
        if draft.map is not None and say_the_same(merged.map, draft.map):
            yield draft.text
        else:
            wrong.append(draft)
    ours, theirs = (
        _Draft(versions[side], sides[side].map if versions[side] else None, _renamed(merged, side))
        for side in (1, 2)
    )
    for draft in chain([ours], wrong, _by_line(versions, format_, "--theirs"), [theirs]):
        text = _edited(draft, merged.map, format_)
        if text is not None:
            yield text


def _by_line(versions: Sequence[str], format_: str, *favours: str) -> Iterator[_Draft]:
    for favour in favours if all(versions) else ():
        text = merged_by_line(versions, favour)
        yield _Draft(text, _loaded(text, format_))


def _renamed(merged: Merged, side: int) -> dict[str, str]:
    """Return the new ids of what a merge renames on a side, 1 for ours, 2 for theirs."""
    names = ((trio[side], name) for name, trio in merged.origins.items())
    return {old: new for old, new in names if old is not None and old != new}


def _edited(draft: _Draft, wanted: ArgumentMap, format_: str) -> str | None:
    """Return a text edited to say what a map says; None where that is not possible."""
    text, found, renamed = draft
    if found is None or say_the_same(wanted, found):
        return None if found is None else text
    if format_ not in {"yaml", "json"}:
        return None
    try:
        text = rewritten(text, found, wanted, renamed, is_json=format_ == "json")
    except UnfitLayoutError:
        return None
    made = _loaded(text, format_)
    return text if made is not None and say_the_same(wanted, made) else None


def _loaded(text: str, format_: str) -> ArgumentMap | None:
    try:
        return loads(text, format_)
    except ArgmapError:
        return None
