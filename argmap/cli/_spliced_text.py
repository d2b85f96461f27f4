"""The YAML of ours with what theirs brings put in its place, entry by entry."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from argmap.analysis.merging import Merged
from argmap.cli._sides import Side
from argmap.model import ArgumentMap

MergeTexts = Callable[[list[str]], str]


class Chunk(NamedTuple):
    """Some lines: those of a claim or relation, or with an empty id those between."""

    id: str
    text: str


def chunks(side: Side) -> list[Chunk]:
    """Return the lines of a map, cut where its claims and relations begin.

    Comments right above an entry belong to it. Returns nothing where entries
    share lines.
    """
    lines = side.data.decode("utf-8-sig").splitlines(keepends=True)
    if lines and not lines[-1].endswith("\n"):
        lines[-1] += "\n"
    entries = {**side.map.claims, **side.map.relations}
    starts = {side.map.locations[name].line - 1: name for name in entries}
    if len(starts) < len(entries) or "\r" in "".join(lines):
        return []
    found: list[Chunk] = []
    name, begin = "", 0
    for number, line in enumerate(lines):
        is_key = not line.startswith((" ", "#", "-", "\n"))
        if number in starts or (is_key and name):
            first = _first_comment(lines, begin, number) if number in starts else number
            found.append(Chunk(name, "".join(lines[begin:first])))
            name, begin = starts.get(number, ""), first
    return [*found, Chunk(name, "".join(lines[begin:]))]


def _first_comment(lines: list[str], begin: int, number: int) -> int:
    """Return where the comments begin that stand right above a line."""
    while number > begin and lines[number - 1].lstrip().startswith("#"):
        number -= 1
    return number


def spliced(merged: Merged, sides: Sequence[Side], merge_texts: MergeTexts) -> str:
    """Return a text that may say what the merged map says; empty where none can be made.

    ``merge_texts`` merges three versions of some lines, those of base first.
    Read the text as a map to know whether it is right.
    """
    cut = [chunks(side) for side in sides]
    if not all(cut):
        return ""
    texts = [{chunk.id: chunk.text for chunk in parts} for parts in cut]
    gaps = [[chunk.text for chunk in parts if not chunk.id] for parts in cut]
    if len(set(map(len, gaps))) > 1:
        return ""
    own_ids = {trio.ours: name for name, trio in merged.origins.items() if trio.ours is not None}
    entry = _Entries(merged, [side.map for side in sides], texts, merge_texts)
    added = _added(merged)
    result: list[str] = []
    between = zip(*gaps, strict=True)
    for chunk in cut[1]:
        if chunk.id:
            name = own_ids.get(chunk.id, "")
            result.append(entry.text(name) if name in merged.origins else "")
            result += (entry.text(other) for other in added.get(name, ()))
        else:
            result.append(_gap(next(between), merge_texts))
    return "".join(result)


def _gap(texts: tuple[str, ...], merge_texts: MergeTexts) -> str:
    base, ours, theirs = texts
    if theirs in {ours, base}:
        return ours
    return theirs if base == ours else merge_texts([base, ours, theirs])


def _added(merged: Merged) -> dict[str, list[str]]:
    """Return what only theirs has, by the entry of ours that it follows."""
    found: dict[str, list[str]] = {}
    for entries in (merged.map.claims, merged.map.relations):
        before = ""
        for name in entries:
            if merged.origins[name].ours is None:
                found.setdefault(before, []).append(name)
            else:
                before = name
    return found


class _Entries:
    """The text of each entry of a merged map: that of the side which says the same."""

    def __init__(
        self,
        merged: Merged,
        maps: list[ArgumentMap],
        texts: list[dict[str, str]],
        merge_texts: MergeTexts,
    ) -> None:
        self.merged, self.texts, self.merge_texts = merged, texts, merge_texts
        self.entries = [{**each.claims, **each.relations} for each in maps]
        self.wanted = {**merged.map.claims, **merged.map.relations}

    def text(self, name: str) -> str:
        """Return the lines of an entry."""
        trio, wanted = self.merged.origins[name], self.wanted[name]
        versions = list(self._versions(trio))
        for side in (1, 2):
            own = trio[side]
            if own is not None and self.entries[side][own] == wanted:
                return versions[side]
        return self.merge_texts(versions)

    def _versions(self, trio: Sequence[str | None]) -> Iterator[str]:
        for texts, name in zip(self.texts, trio, strict=True):
            yield "" if name is None else texts[name]
