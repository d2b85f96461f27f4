"""What a map says besides its claims and relations."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from argmap.model import ArgumentMap

Fact = tuple[str, ...]


def facts(argument_map: ArgumentMap, name: Callable[[str], str | None]) -> dict[Fact, Any]:
    """Return title, source, voices, expectations and what is ignored, by what each is.

    By ``("title",)``, ``("source", field)``, ``("voices", name)``, ``("expect",
    semantics, claim)``, which has an Expectation, ``("ignore", rule)`` and
    ``("ignore", rule, owner)``, which have the reason. ``name`` says what to call
    a claim or relation; what is about one that it calls None is left out.
    """
    source = argument_map.source._asdict() if argument_map.source else {}
    found: dict[Fact, Any] = {("title",): argument_map.title}
    found |= {("source", key): value for key, value in source.items()}
    found |= {("voices", voice): text for voice, text in argument_map.voices.items()}
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


def stated_anew(base: ArgumentMap, ours: ArgumentMap, names: Mapping[str, str]) -> frozenset[str]:
    """Return of which claims and relations ``ours`` expects or ignores otherwise than ``base``.

    ``names`` has what ours calls those of the base.
    """
    before = facts(base, names.get)
    after = facts(ours, str)
    return frozenset(fact[2] for fact in after if fact[2:] and after[fact] != before.get(fact))
