"""The facts of a map besides its claims and relations."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from argmap.model import ArgumentMap

Fact = tuple[str, ...]


def facts(argument_map: ArgumentMap, name: Callable[[str], str | None]) -> dict[Fact, Any]:
    """Return the title, source, voices, schemes, expectations and ignored rules of a map.

    Keys are ``("title",)``, ``("source", field)``, ``("voices", name)``, ``("schemes", id)``,
    whose value is a Scheme, ``("expect",
    semantics, claim)``, whose value is an Expectation, and ``("ignore", rule)`` and
    ``("ignore", rule, owner)``, whose values are reasons. ``name`` maps the id of a
    claim or relation to the one to use; facts about one that it maps to None are left out.
    """
    source = argument_map.source._asdict() if argument_map.source else {}
    found: dict[Fact, Any] = {("title",): argument_map.title}
    found |= {("source", key): value for key, value in source.items()}
    found |= {("voices", voice): text for voice, text in argument_map.voices.items()}
    found |= {("schemes", name): scheme for name, scheme in argument_map.schemes.items()}
    for each in argument_map.expectations:
        claim = name(each.claim)
        if claim is not None:
            found["expect", each.semantics, claim] = each._replace(claim=claim)
    for ignored in argument_map.ignored:
        owner = None if ignored.owner is None else name(ignored.owner)
        if ignored.owner is None:
            found["ignore", ignored.rule] = ignored.reason
        elif owner is not None:
            found["ignore", ignored.rule, owner] = ignored.reason
    return {key: value for key, value in found.items() if value is not None}


def changed_owners(
    base: ArgumentMap, ours: ArgumentMap, names: Mapping[str, str]
) -> frozenset[str]:
    """Return the ids whose expectations or ignores differ from ``base``.

    They are ids of ``ours``; ``names`` has these by the ids of ``base``.
    """
    before = facts(base, names.get)
    after = facts(ours, str)
    return frozenset(fact[2] for fact in after if fact[2:] and after[fact] != before.get(fact))
