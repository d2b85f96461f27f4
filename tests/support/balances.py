"""Random maps with all that the balance of arguments looks at."""

from __future__ import annotations

import random
from typing import Any

from support.balanced import STANDARDS

_WEIGHTS = (None, None, 0, 0.1, 0.29, 0.3, 0.31, 0.5, 0.8, 1)
_SCHEMES = (None, None, "linked", "convergent", "cumulative", "factorized", "own", "other")


def random_map(seed: int) -> dict[str, Any]:
    """Return a small map as its file would have it."""
    draw = random.Random(seed)
    names = list("abcdefg"[: draw.randint(2, 7)])
    claims: dict[str, Any] = {name: {"text": name.upper()} for name in names}
    for name in names:
        if draw.random() < 0.3:
            claims[name]["assumed"] = draw.random() < 0.6
        if draw.random() < 0.2:
            claims[name]["standard"] = draw.choice(STANDARDS)
    relations: list[dict[str, Any]] = []
    for question in ("q0", "q1")[: draw.randint(0, 2)]:
        claims[question] = {"text": "Which?", "kind": "question"}
        if draw.random() < 0.8:
            claims[question]["choose"] = "one"
        if draw.random() < 0.5:
            claims[question]["standard"] = draw.choice(STANDARDS)
        answers = draw.sample(names, draw.randint(0, min(3, len(names))))
        relations += [{"from": name, "answers": question} for name in answers]
    for _ in range(draw.randint(0, 11)):
        steps = [f"r{number}" for number in range(len(relations))]
        relations.append(_random_relation(draw, names, steps))
    for number, relation in enumerate(relations):
        relation["id"] = f"r{number}"
    schemes = {"own": {"names": ["other"], "weighing": draw.choice(_SCHEMES[2:6])}}
    return {"argmap": 1, "schemes": schemes, "claims": claims, "relations": relations}


def _random_relation(draw: random.Random, names: list[str], steps: list[str]) -> dict[str, Any]:
    verbs = ["supports"] * 5 + ["attacks"] * 3 + ["contradicts", "restates"]
    verb = draw.choice(verbs + ["undercuts"] * 3 if steps else verbs)
    if verb in {"contradicts", "restates"}:
        one, other = draw.sample(names, 2)
        return {"from": one, verb: other}
    premises = draw.sample(names, draw.choice([1, 1, 1, 2, 2, min(3, len(names))]))
    is_backing = verb == "supports" and bool(steps) and draw.random() < 0.1
    target = draw.choice(steps if verb == "undercuts" or is_backing else names)
    said = {"weight": draw.choice(_WEIGHTS), "scheme": draw.choice(_SCHEMES)}
    given = {key: value for key, value in said.items() if value is not None}
    return {"from": premises, verb: target} | given
