"""Maps of any size and shape, the same for the same seed.

``python tests/support/random_maps.py --claims 1000 --shape mixed -o map.yaml``
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import Any

SHAPES = ("tree", "shared", "cycles", "linked", "undercuts", "mixed", "chain")
_SYLLABLES = tuple("ba ce di fo gu la me ni po ru sa te vi xo zu".split())  # noqa: SIM905
_KINDS = ("thesis", "theory", "premise", "evidence", "concession", "context")


_PATIENCE = 1000  # misses in a row that mean there is hardly a relation left to find


def _words(chance: random.Random, number: int) -> str:
    """Return a sentence of invented words, its full stop left out."""
    words = ("".join(chance.choices(_SYLLABLES, k=chance.randint(2, 5))) for _ in range(number))
    return " ".join(words).capitalize()


def plain(claims: int, relations: int, shape: str, seed: int = 1) -> dict[str, Any]:
    """Return a map as plain data; a tree and a chain have the relations they need.

    Raises ValueError for more relations than so few claims can have.
    """
    chance = random.Random(seed)
    body = {
        f"claim-{number}": {
            "text": _words(chance, 24) + ".",
            "label": _words(chance, 3),
            "kind": chance.choice(_KINDS),
            "voice": f"voice-{number % 5}",
            "at": number // 10 + 1,
        }
        for number in range(claims)
    }
    links = _chain(claims) if shape == "chain" else _links(chance, claims, relations, shape)
    return {"argmap": 1, "title": f"{shape}, {claims} claims", "claims": body, "relations": links}


def _chain(claims: int) -> list[dict[str, Any]]:
    """Return the relations of a chain that is as deep as there are claims."""
    return [{"from": f"claim-{n}", "supports": f"claim-{n + 1}"} for n in range(claims - 1)]


def _links(chance: random.Random, claims: int, number: int, shape: str) -> list[dict[str, Any]]:
    """Return relations whose ids all differ, undercuts pointing at earlier ones."""
    links: list[dict[str, Any]] = []
    steps: list[str] = []
    taken: set[str] = set()
    if shape == "tree":
        return [
            {"from": f"claim-{premise}", "supports": f"claim-{(premise - 1) // 3}"}
            for premise in range(1, claims)
        ]
    if claims < 3 and number:
        raise ValueError(f"the shape {shape} takes three claims or more")
    misses = 0
    while len(links) < number:
        link, name = _link(chance, claims, shape, steps)
        if name not in taken:
            taken.add(name)
            steps.append(name)
            links.append(link)
        misses = 0 if links and links[-1] is link else misses + 1
        if misses > _PATIENCE:
            raise ValueError(f"{claims} claims are too few for {number} relations")
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
    """Yield each field of a relation in flow style."""
    for key, value in link.items():
        yield f"{key}: {value}" if isinstance(value, str) else f"{key}: [{', '.join(value)}]"


def yaml_text(claims: int, relations: int, shape: str = "mixed", seed: int = 1) -> str:
    """Return a map as YAML text."""
    return "\n".join(yaml_lines(plain(claims, relations, shape, seed))) + "\n"


def framework(arguments: int, share: float, seed: int = 1) -> str:
    """Return an abstract framework in apx: each attack there could be is, with this probability."""
    chance = random.Random(seed)
    numbers = range(1, arguments + 1)
    lines = [f"arg(a{number})." for number in numbers]
    lines += [
        f"att(a{first},a{second})."
        for first in numbers
        for second in numbers
        if chance.random() < share
    ]
    return "\n".join(lines) + "\n"


def attacks_of_many() -> str:
    """Return 300,000 attacks among 1,000 arguments in af."""
    numbers = range(1, 1001)
    attacks = [f"{a} {(a * 7 + step * 13) % 1000 + 1}" for a in numbers for step in range(300)]
    return "\n".join(["p af 1000", *attacks]) + "\n"


def main() -> None:
    """Write a map to a file or to standard output."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--claims", type=int, default=1000)
    parser.add_argument("--relations", type=int)
    parser.add_argument("--shape", choices=SHAPES, default="mixed")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("-o", "--output", type=Path, help="default: standard output")
    options = parser.parse_args()
    relations = options.claims * 6 // 5 if options.relations is None else options.relations
    try:
        data = plain(options.claims, relations, options.shape, options.seed)
    except ValueError as error:
        parser.error(str(error))
    lines = [json.dumps(data)] if options.json else yaml_lines(data)
    with options.output.open("w", encoding="utf-8") if options.output else nullcontext() as file:
        (file or sys.stdout).writelines(f"{line}\n" for line in lines)


if __name__ == "__main__":
    main()
