"""An ArgumentMap as plain data, in the shape of a map file."""

from __future__ import annotations

import json
import re
from typing import Any

from argmap.model import (
    ArgumentMap,
    Citation,
    Claim,
    CriticalQuestion,
    Expectation,
    Place,
    Raised,
    Relation,
    Scheme,
)
from argmap.model.expectation import Group, grouped
from argmap.model.text import UNSEEN


def plain_map(argument_map: ArgumentMap) -> dict[str, Any]:
    """Return the map as a map file has it: claims by id, relations as a list.

    What is ignored stands with what it is of. Every relation has an explicit
    ``id``, ``from`` and ``at`` are always lists, and what is not given is left out.
    """
    facts = plain_facts(argument_map)
    claims = {claim.id: plain_claim(claim) for claim in argument_map.claims.values()}
    relations = [plain_relation(relation) for relation in argument_map.relations.values()]
    rules = plain_ignored(argument_map)
    if rules:
        for name, body in (*claims.items(), *((each["id"], each) for each in relations)):
            if name in rules:
                body["ignore"] = rules[name]
    expected = {"expect": facts.pop("expect")} if "expect" in facts else {}
    return {"argmap": 1, **facts, "claims": claims, "relations": relations, **expected}


def plain_facts(argument_map: ArgumentMap) -> dict[str, Any]:
    """Return what a map file has besides its version, claims and relations, by key, in order."""
    source = argument_map.source._asdict() if argument_map.source else {}
    expected = grouped(argument_map.expectations)
    facts = {
        "title": argument_map.title,
        "source": {key: value for key, value in source.items() if value is not None},
        "voices": dict(argument_map.voices),
        "schemes": {name: plain_scheme(each) for name, each in argument_map.schemes.items()},
        "ignore": plain_ignored(argument_map).get(None, {}),
        "expect": {name: plain_expected(groups) for name, groups in expected.items()},
    }
    return {key: value for key, value in facts.items() if value not in (None, {})}


def plain_ignored(argument_map: ArgumentMap) -> dict[str | None, dict[str, str]]:
    """Return the reasons for which rules are ignored, by what ignores them (None: the map)."""
    rules: dict[str | None, dict[str, str]] = {}
    for rule, reason, owner in argument_map.ignored:
        rules.setdefault(owner, {})[rule] = reason
    return rules


def plain_claim(claim: Claim) -> dict[str, Any]:
    """Return the fields of a claim that are given, without its id."""
    fields = claim._asdict()
    del fields["id"]
    fields["at"] = [plain_place(place) for place in claim.at]
    fields["tags"] = list(claim.tags)
    fields["implicit"] = claim.implicit or None
    fields["quote"] = list(claim.quote)
    fields["citations"] = [plain_citation(citation) for citation in claim.citations]
    fields["standard"] = claim.standard and str(claim.standard)
    return {key: value for key, value in fields.items() if value is not None and value != []}


def plain_citation(citation: Citation) -> dict[str, str] | str:
    """Return a citation as its text alone, or as ``{"text": …, "url": …, "quote": …}``."""
    given = {key: value for key, value in citation._asdict().items() if value is not None}
    return citation.text if citation.text is not None and len(given) == 1 else given


def plain_raised(raised: Raised) -> dict[str, str] | str:
    """Return the name of a critical question, or ``{"step": …, "question": …}``."""
    if raised.step is None:
        return raised.question
    return {"step": raised.step, "question": raised.question}


def plain_scheme(scheme: Scheme) -> dict[str, Any]:
    """Return the fields of a scheme that are given, without its id."""
    plain: dict[str, Any] = {
        "names": list(scheme.names),
        "premises": dict(scheme.premises),
        "conclusion": scheme.conclusion,
        "source": scheme.source,
        "weighing": scheme.weighing,
        "questions": {question.name: _plain_question(question) for question in scheme.questions},
    }
    return {key: value for key, value in plain.items() if value}


def _plain_question(question: CriticalQuestion) -> dict[str, str] | str:
    given = {key: value for key, value in question._asdict().items() if value is not None}
    del given["name"]
    return question.text if len(given) == 1 else given


def plain_place(place: Place) -> int | str:
    """Return ``3`` for one unit, ``"4-5"`` for several, ``"II.4"`` for a name."""
    if isinstance(place, str):
        return place
    return place.first if place.first == place.last else str(place)


def plain_relation(relation: Relation) -> dict[str, Any]:
    """Return a relation as ``{"id": …, "from": […], verb: target, "scheme": …, …}``."""
    plain: dict[str, Any] = {
        "id": relation.id,
        "from": list(relation.premises),
        str(relation.kind): relation.target,
    }
    for key in ("scheme", "note", "weight"):
        value = getattr(relation, key)
        if value is not None:
            plain[key] = value
    if relation.raises is not None:
        plain["raises"] = plain_raised(relation.raises)
    return plain


def plain_expected(groups: dict[Group, list[Expectation]]) -> dict[str, Any] | list[Any]:
    """Return what is expected of one semantics, as ``grouped`` has it.

    ``{"in": […], "out": […]}`` or ``{"strengths": {…}, "tolerance": …}``; a
    list of the latter where tolerances differ.
    """
    statuses: dict[str, Any] = {}
    strengths: list[dict[str, Any]] = []
    for (status, tolerance), expected in groups.items():
        if status is not None:
            statuses[str(status)] = [each.claim for each in expected]
            continue
        strengths.append({"strengths": {each.claim: each.strength for each in expected}})
        if tolerance is not None:
            strengths[-1]["tolerance"] = tolerance
    return statuses or (strengths[0] if len(strengths) == 1 else strengths)


_UNSEEN = re.compile(f"[{UNSEEN}]")


def json_text(value: object, indent: int | None = 2) -> str:
    """Return a value as JSON, readable in any script, with no character that nobody sees."""
    return _UNSEEN.sub(_json_escape, json.dumps(value, ensure_ascii=False, indent=indent))


def _json_escape(found: re.Match[str]) -> str:
    return json.dumps(found.group())[1:-1]  # in two halves where JSON wants it so
