"""What makes a part of a text follow its map."""

from __future__ import annotations

from collections.abc import Mapping

from argmap.editing.yaml_text import YamlText
from argmap.model import ArgumentMap
from argmap.model.plain import plain_ignored


class Follower:
    """Compares two maps, and changes the text of the first."""

    def __init__(
        self, text: YamlText, old: ArgumentMap, new: ArgumentMap, renamed: Mapping[str, str]
    ) -> None:
        """Take the text of the map ``old``; ``renamed`` as for ``rewritten``."""
        self.text = text
        self.old = old
        self.new = new
        self.renamed = renamed
        self.rules = plain_ignored(old), plain_ignored(new)
