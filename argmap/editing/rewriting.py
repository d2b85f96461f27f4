"""Making a text follow its map: what differs is replaced, all else stays as it is."""

from __future__ import annotations

from collections.abc import Mapping

from argmap.documents.fields import TOP_KEYS
from argmap.editing.changes import Change
from argmap.editing.claims import ClaimsFollower
from argmap.editing.expectations import ExpectationsFollower
from argmap.editing.relations import RelationsFollower
from argmap.editing.yaml_text import YamlText
from argmap.model import ArgumentMap, Expectation
from argmap.model.plain import plain_facts


def followed(text: str, old: ArgumentMap, change: Change, *, is_json: bool = False) -> YamlText:
    """Return the text of the map ``old`` with a change, as little of it replaced as possible.

    The caller reads the result to see whether it is right. Raises
    UnfitLayoutError where a place cannot be found, such as behind an alias.
    """
    new, renamed = change
    following = YamlText(text, indented_as="claims", is_json=is_json)
    ClaimsFollower(following, old, new, renamed).follow()
    RelationsFollower(following, old, new, renamed).follow()
    before, now = plain_facts(old), plain_facts(new)
    if _renamed(old, change) == list(new.expectations):
        if old.expectations != new.expectations:
            ExpectationsFollower(following, old, new, renamed).follow()
        before["expect"] = now["expect"] = None
    following.set_fields((), before, now, TOP_KEYS)
    return following


def _renamed(old: ArgumentMap, change: Change) -> list[Expectation]:
    """Return what the old map expects of the claims that stay, by their new ids."""
    new, renamed = change
    named = (each._replace(claim=renamed.get(each.claim, each.claim)) for each in old.expectations)
    return [each for each in named if each.claim in new.claims]


def rewritten(
    text: str,
    old: ArgumentMap,
    new: ArgumentMap,
    renamed: Mapping[str, str],
    *,
    is_json: bool = False,
) -> str:
    """Return the text of the map ``old`` changed to that of ``new``, as ``followed`` does.

    ``renamed`` has the new id of each claim and relation that got another.
    """
    return followed(text, old, Change(new, renamed), is_json=is_json).result()
