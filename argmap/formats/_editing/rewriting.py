"""A text that follows its map: what differs is replaced, all else stays as it is."""

from __future__ import annotations

from collections.abc import Mapping

from argmap.formats._editing.changes import Change
from argmap.formats._editing.claims import ClaimsFollower
from argmap.formats._editing.expectations import ExpectationsFollower
from argmap.formats._editing.page import Page
from argmap.formats._editing.relations import RelationsFollower
from argmap.model import ArgumentMap


def followed(text: str, old: ArgumentMap, change: Change, *, is_json: bool = False) -> Page:
    """Return the page of the map ``old``, with as little replaced in it as a change takes.

    Followed are claims and relations that were added, removed, renamed or
    changed, and expectations whose claim was renamed or removed; the caller
    reads the result to see whether that was all. Raises UnfitLayoutError where
    a place cannot be found: behind an alias.
    """
    new, renamed = change
    page = Page(text, is_json=is_json)
    ClaimsFollower(page, old, new, renamed).follow()
    RelationsFollower(page, old, new, renamed).follow()
    if renamed or len(new.expectations) < len(old.expectations):
        ExpectationsFollower(page, old, new, renamed).follow()
    return page


def rewritten(
    text: str,
    old: ArgumentMap,
    new: ArgumentMap,
    renamed: Mapping[str, str],
    *,
    is_json: bool = False,
) -> str:
    """Return the text of the map ``old``, changed as ``followed`` does to be that of ``new``.

    ``renamed`` has the new id of each claim and relation that got another.
    """
    return followed(text, old, Change(new, renamed), is_json=is_json).result()
