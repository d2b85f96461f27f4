"""Texts that are edited: to say what another map says, or to name things as it does."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from argmap.analysis.merging.merge import Merged
from argmap.editing.changes import with_names
from argmap.editing.merging.side import Side
from argmap.editing.rewriting import rewritten
from argmap.editing.yaml_text import UnfitLayoutError
from argmap.errors import ArgmapError
from argmap.model import ArgumentMap


def edited(
    text: str, old: ArgumentMap, new: ArgumentMap, renamed: Mapping[str, str], format_: str
) -> str:
    """Return the text of the map ``old``, changed to say what ``new`` says, as ``rewritten`` does.

    Raises ArgmapError where it cannot be. Read the result to know whether it is right.
    """
    if format_ not in {"yaml", "json"}:
        raise ArgmapError(f"argmap does not edit {format_}")
    try:
        return rewritten(text, old, new, renamed, is_json=format_ == "json")
    except UnfitLayoutError:
        raise ArgmapError("the text is laid out in a way that argmap cannot change") from None


def named_alike(merged: Merged, sides: Sequence[Side]) -> list[str] | None:
    """Return the texts of sides in which everything goes by its name in the merged map.

    Then what one side renamed and the other changed can be merged line by line.
    Returns None where all do already, and where a text cannot be edited so.
    """
    texts = []
    for number, side in enumerate(sides):
        given = ((trio[number], name) for name, trio in merged.origins.items())
        names = {own: name for own, name in given if own is not None and own != name}
        try:
            change = with_names(side.map, names)
            texts.append(edited(side.text, side.map, *change, side.format))
        except ArgmapError:
            return None
    return None if texts == [side.text for side in sides] else texts
