"""What makes a part of a page follow its map."""

from __future__ import annotations

from collections.abc import Mapping

from argmap.editing.yaml_text.page import Page
from argmap.model import ArgumentMap
from argmap.model.plain import plain_ignored


class Follower:
    """Compares two maps, and changes the page of the first."""

    def __init__(
        self, page: Page, old: ArgumentMap, new: ArgumentMap, renamed: Mapping[str, str]
    ) -> None:
        """Take the page of the map ``old``; ``renamed`` as for ``rewritten``."""
        self.page = page
        self.splices = page.splices
        self.manner = page.manner
        self.old = old
        self.new = new
        self.renamed = renamed
        self.rules = plain_ignored(old), plain_ignored(new)
