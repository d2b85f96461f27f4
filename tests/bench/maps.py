"""Maps of any size and shape, the same for the same seed.

``python tests/bench/maps.py --claims 1000 --shape mixed -o map.yaml``
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

SHAPES = ("tree", "shared", "cycles", "linked", "undercuts", "mixed", "chain")
_SYLLABLES = tuple("ba ce di fo gu la me ni po ru sa te vi xo zu".split())  # noqa: SIM905
_KINDS = ("thesis", "theory", "premise", "evidence", "concession", "context")


def _words(chance: random.Random, number: int) -> str:
    words = ("".join(chance.choices(_SYLLABLES, k=chance.randint(1, 4))) for _ in range(number))
    return " ".join(words).capitalize()


def plain(claims: int, relations: int, shape: str, seed: int = 1) -> dict[str, Any]:
    """Return a map as plain data, with so many claims and (a chain apart) relations."""
    chance = random.Random(seed)
    body = {
        f"claim-{number}": {
            "text": _words(chance, 38) + ".",
            "label": _words(chance, 4),
            "kind": chance.choice(_KINDS),
            "voice": f"voice-{number % 5}",
            "at": number // 10 + 1,
        }
        for number in range(claims)
    }
    links = _chain(claims) if shape == "chain" else _links(chance, claims, relations, shape)
    return {"argmap": 1, "title": f"{shape}, {claims} claims", "claims": body, "relations": links}


def _chain(claims: int) -> list[dict[str, Any]]:
    return [{"from": f"claim-{n}", "supports": f"claim-{n + 1}"} for n in range(claims - 1)]


def _links(chance: random.Random, claims: int, number: int, shape: str) -> list[dict[str, Any]]:
    links: list[dict[str, Any]] = []
    steps: list[str] = []
    taken: set[str] = set()
    if shape == "tree":
        return [
            {"from": f"claim-{premise}", "supports": f"claim-{(premise - 1) // 3}"}
            for premise in range(1, claims)
        ]
    while len(links) < number:
        link, name = _link(chance, claims, shape, steps)
        if name not in taken:
            taken.add(name)
            steps.append(name)
            links.append(link)
    return links


def _link(
    chance: random.Random, claims: int, shape: str, steps: list[str]
) -> tuple[dict[str, Any], str]:
    """Return a relation and the id it has: from later claims to earlier ones, but for cycles."""
    chosen = chance.choice(SHAPES[1:5]) if shape == "mixed" else shape
    first, second, third = sorted(chance.sample(range(claims), 3))
    premises = [f"claim-{third}"]
    if chosen == "linked":
        premises.append(f"claim-{second}")
    target, verb = f"claim-{first}", chance.choice(("supports", "supports", "attacks"))
    if chosen == "cycles" and chance.random() < 0.1:
        premises, target = [target], premises[0]
    if chosen == "undercuts" and steps and chance.random() < 0.2:
        target, verb = chance.choice(steps), "undercuts"
    sources: Any = premises if len(premises) > 1 else premises[0]
    return {"from": sources, verb: target}, f"{'+'.join(premises)}/{target}"


def yaml_lines(data: dict[str, Any]) -> Iterator[str]:
    """Yield the lines of a map as a person would write it."""
    yield f"argmap: 1\ntitle: {data['title']}\nclaims:"
    for name, claim in data["claims"].items():
        yield f"  {name}:"
        yield from (f"    {key}: {value}" for key, value in claim.items())
    yield "relations:"
    for link in data["relations"]:
        yield f"  - {{{', '.join(_fields(link))}}}"


def _fields(link: dict[str, Any]) -> Iterator[str]:
    for key, value in link.items():
        yield f"{key}: {value}" if isinstance(value, str) else f"{key}: [{', '.join(value)}]"


def yaml_text(claims: int, relations: int, shape: str = "mixed", seed: int = 1) -> str:
    """Return a map as YAML text."""
    return "\n".join(yaml_lines(plain(claims, relations, shape, seed))) + "\n"


def main() -> None:
    """Write a map to a file or to standard output."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--claims", type=int, default=1000)
    parser.add_argument("--relations", type=int)
    parser.add_argument("--shape", choices=SHAPES, default="mixed")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("-o", "--output", type=Path, default=Path("/dev/stdout"))
    options = parser.parse_args()
    relations = options.relations or options.claims * 6 // 5
    data = plain(options.claims, relations, options.shape, options.seed)
    text = json.dumps(data) if options.json else "\n".join(yaml_lines(data)) + "\n"
    options.output.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
