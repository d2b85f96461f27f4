"""The text of a merged map, chosen among those that can be made."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from argmap.analysis.comparing.difference import say_the_same
from argmap.analysis.merging.merge import Merged
from argmap.editing.merging.by_edit import edited, named_alike
from argmap.editing.merging.by_git import merged_by_line, merged_by_word
from argmap.editing.merging.comments import Comment, SideComments
from argmap.editing.merging.side import Side
from argmap.errors import ArgmapError
from argmap.formats import Losses, dumps, loads
from argmap.model import ArgumentMap

_BY_WORD_AT_MOST = 3_000_000  # bytes; git takes a line for each word


class MergedText(NamedTuple):
    """A text of a merged map, and the comments of ``ours`` and ``theirs`` it has not kept.

    ``is_layout_lost`` tells that it is written anew, otherwise than ours was laid out.
    """

    text: str
    lost: list[tuple[str, Comment]]
    is_layout_lost: bool


def merged_text(merged: Merged, format_: str, sides: Sequence[Side], losses: Losses) -> MergedText:
    """Return a text that says what the merged map says; ``sides`` are base, ours and theirs.

    It is that which keeps the most comments, and among those the one most like
    the texts it comes from. ``losses`` counts what the format cannot hold.
    """
    best: MergedText | None = None
    versions = [side.text if side.format == format_ else "" for side in sides]
    remarks = SideComments(*versions) if format_ == "yaml" else None
    mark = "\ufeff" if sides[1].data.startswith(b"\xef\xbb\xbf") else ""
    for text in _right(_candidates(merged, format_, sides, versions), format_, merged.map):
        lost = remarks.lost(text) if remarks else []
        if lost is None:
            continue
        if best is None or len(lost) < len(best.lost):
            best = MergedText(mark + text, lost, is_layout_lost=False)
        if not lost:
            break
    if best is None:
        text = dumps(merged.map, format_, losses)
        lost = (remarks.lost(text) if remarks else None) or []
        is_other = bool(versions[1]) and versions[1] != dumps(sides[1].map, format_)
        best = MergedText(text, lost, is_layout_lost=is_other)
    return best


def _right(texts: Iterable[str], format_: str, wanted: ArgumentMap) -> Iterator[str]:
    """Yield the texts that say what a map says, then those that do once they are edited."""
    left = []
    for text in texts:
        try:
            found = loads(text, format_)
        except ArgmapError:
            continue
        if say_the_same(wanted, found):
            yield text
        else:
            left.append((text, found))
    for text, found in left:
        try:
            mended = edited(text, found, wanted, {}, format_)
            is_right = say_the_same(wanted, loads(mended, format_))
        except ArgmapError:
            continue
        if is_right:
            yield mended


def _candidates(
    merged: Merged, format_: str, sides: Sequence[Side], versions: Sequence[str]
) -> Iterator[str]:
    """Yield texts that may say what the merged map says, the likeliest to be wanted first."""
    base, ours, theirs = versions
    if theirs in {base, ours}:
        yield ours
    elif ours == base:
        yield theirs
    if base and ours and theirs:
        # With --union both versions of lines that clash are kept: right where each
        # side has added something in the same place.
        for favour in ("--ours", "--union"):
            yield merged_by_line(versions, favour)
        if alike := named_alike(merged, sides):
            for favour in ("--ours", "--union"):
                yield merged_by_line(alike, favour)
        if sum(map(len, versions)) <= _BY_WORD_AT_MOST:
            yield merged_by_word(alike or versions)
    if ours:
        names = ((trio.ours, name) for name, trio in merged.origins.items())
        renamed = {own: name for own, name in names if own is not None and own != name}
        try:
            by_edit = edited(ours, sides[1].map, merged.map, renamed, format_)
        except ArgmapError:
            by_edit = ""
        yield by_edit
    yield from (ours, theirs)
