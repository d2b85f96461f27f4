"""Why a change cannot be made in a text piece by piece, and where in the text that lies."""

from __future__ import annotations

from argmap.editing.yaml_text._nodes import Node
from argmap.editing.yaml_text._splices import Splices
from argmap.model import FileText


class UnfitLayoutError(Exception):
    """A text that is laid out in a way that cannot be changed piece by piece."""

    def __init__(self, message: str, at: int, hint: str) -> None:
        """Take what is wrong, the offset of what is in the way, and what to do."""
        super().__init__(message)
        self.message = message
        self.at = at
        self.hint = hint


def behind_alias(node: Node) -> UnfitLayoutError:
    """Return the error for an alias in place of what is to be changed."""
    message = "this repeats, by an alias, what is written elsewhere"
    return UnfitLayoutError(message, node.start, "write it out here, and run the command again")


def obstacle(splices: Splices, root: Node, aliases: list[Node]) -> UnfitLayoutError:
    """Return the likeliest reason that a changed text does not say what it should."""
    for alias in aliases:
        target = alias.target
        if target is not None and splices.touches(target.start, target.end):
            line = FileText(splices.text).location(alias.start).line
            message = f"line {line} repeats this, by its name &{target.anchor}"
            hint = f"write it out in line {line}, and run the command again"
            return UnfitLayoutError(message, target.start, hint)
    last = root.last
    if last.style in {"|", ">"} and splices.text[-1:] not in {"\n", "\r"}:
        message = "this text ends the file without a line end, so that nothing can follow it"
        hint = "end its last line with a line end, and run the command again"
        return UnfitLayoutError(message, last.start, hint)
    for alias in aliases:
        if alias.target is not None and alias.target.is_collection:
            return behind_alias(alias)
    message = "argmap cannot change what stands here"
    return UnfitLayoutError(message, splices.first(), "change it by hand; the file is as it was")
