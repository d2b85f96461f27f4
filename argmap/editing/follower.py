"""What the parts of a text that follow a map have in common."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from argmap.editing.yaml_text import YamlText
from argmap.model import ArgumentMap
from argmap.model.plain import plain_ignored


@dataclass
class Follower:
    """Compares two maps, and changes the text of the first; ``renamed`` as for ``rewritten``."""

    text: YamlText
    old: ArgumentMap
    new: ArgumentMap
    renamed: Mapping[str, str]

    @cached_property
    def rules(self) -> tuple[dict[str | None, dict[str, str]], ...]:
        """What each of the two maps ignores, as ``plain_ignored`` has it."""
        return plain_ignored(self.old), plain_ignored(self.new)
