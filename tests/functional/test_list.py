"""``argmap list``, against the YAML of the map read by another parser."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from support import MAPS, argmap
from support.answers import SYMMETRIC, as_list, links

LIBRARY = str(MAPS / "library.yaml")


def test_list_json_has_every_field() -> None:
    claims = {
        claim["id"]: claim for claim in json.loads(argmap("list", "--json", "-m", LIBRARY).out)
    }
    assert claims["workers"] == {
        "id": "workers",
        "text": "Those who work in the week can come at weekends alone.",
        "kind": "premise",
        "voice": "writer",
        "at": [2],
        "weight": 0.7,
        "relations_in": 1,
        "relations_out": 1,
    }
    assert claims["costly"]["at"] == ["4-5"]
    assert claims["costly"]["tags"] == ["staff"]
    assert claims["access"]["implicit"] is True
    assert claims["open"]["relations_in"] == 2


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (["--kind", "thesis"], ["open"]),
        (["--voice", "council"], ["costly"]),
        (["--tag", "staff"], ["costly"]),
        (["--search", "SHIFT"], ["costly", "volunteers"]),
        (["--search", "no number"], ["volunteers"]),
        (["--roots"], ["open"]),
        (["--grounds"], ["survey", "access", "costly", "volunteers"]),
        (["--attacked"], ["open"]),
        (["--answered"], ["open"]),
        (["--unbacked"], ["survey", "costly", "volunteers"]),
        (["--unbacked", "--voice", "council"], ["costly"]),
        (["--grounds", "--voice", "writer", "--voice", "council"], ["access", "costly"]),
        (["--sort", "id"], ["access", "costly", "open", "survey", "volunteers", "workers"]),
        (["--sort", "in"], ["open", "workers", "survey", "access", "costly", "volunteers"]),
        (["--sort", "at"], ["open", "workers", "costly", "survey", "access", "volunteers"]),
    ],
)
def test_list_chooses_and_orders(options: list[str], expected: list[str]) -> None:
    result = argmap("list", "-m", LIBRARY, *options)
    assert [line.split("\t")[0] for line in result.out.splitlines()] == expected
    assert result.status == 0


def test_nothing_fits() -> None:
    result = argmap("list", "--search", "zebra", "--json")
    assert (result.status, result.out, result.err) == (1, "[]\n", "no claim matches\n")


def counts(plain: Any) -> tuple[Counter[str], Counter[str]]:
    """Return how many relations bear on each claim, and how many each bears in."""
    inward: Counter[str] = Counter()
    outward: Counter[str] = Counter()
    for premises, verb, target in links(plain):
        ends = {*premises, target} if verb in SYMMETRIC else set()
        inward.update(ends or {target})
        outward.update(ends or set(premises))
    return inward, outward


def test_list_json_is_the_file(plain: Any) -> None:
    """Every claim, every field and both counts are those of the YAML."""
    inward, outward = counts(plain)
    expected = []
    for name, claim in plain["claims"].items():
        fields = {"text": claim} if isinstance(claim, str) else dict(claim)
        for key in {"at", "tags", "quote"} & set(fields):
            fields[key] = as_list(fields[key])
        numbers = {"relations_in": inward[name], "relations_out": outward[name]}
        expected.append({"id": name, **fields, **numbers})
    result = argmap("list", "--json")
    assert json.loads(result.out) == expected
    assert (result.status, result.err) == (0, "")


def test_grounds_and_roots_are_those_of_the_file(plain: Any) -> None:
    """A ground has no support; a root goes nowhere but into a symmetric relation or a question."""
    supported = {target for _, verb, target in links(plain) if verb == "supports"}
    grounds = argmap("list", "--grounds", "-f", "text").out
    assert [line.split("\t")[0] for line in grounds.splitlines()] == [
        name
        for name, claim in plain["claims"].items()
        if name not in supported and (isinstance(claim, str) or claim.get("kind") != "question")
    ]
    idle = {*SYMMETRIC, "answers"}
    moving = {name for froms, verb, _ in links(plain) if verb not in idle for name in froms}
    roots = argmap("list", "--roots", "-f", "text").out.splitlines()
    assert roots
    assert not {line.split("\t")[0] for line in roots} & moving


@pytest.mark.parametrize("order", ["kind", "voice", "out"])
def test_list_sorts_and_loses_nothing(order: str, plain: Any) -> None:
    """The claims are in order by the field, those without it last."""
    claims = json.loads(argmap("list", "--sort", order, "--json").out)
    assert {claim["id"] for claim in claims} == set(plain["claims"])
    if order == "out":
        numbers = [-claim["relations_out"] for claim in claims]
        assert numbers == sorted(numbers)
    else:
        words = [claim.get(order) or "\uffff" for claim in claims]
        assert words == sorted(words)


def test_an_empty_map_lists_as_an_empty_array() -> None:
    """An empty map is no failure."""
    result = argmap("list", "--json", "-m", str(MAPS / "empty.yaml"))
    assert (result.status, result.out) == (0, "[]\n")


@pytest.fixture(scope="module")
def deep(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return the path of a map that is one chain of 100,000 claims."""
    path: Path = tmp_path_factory.mktemp("deep") / "deep.yaml"
    lines = ["argmap: 1", "claims:", *(f"  c{n}: Claim {n}." for n in range(100_000))]
    lines += ["relations:", *(f"  - {{from: c{n}, supports: c{n + 1}}}" for n in range(99_999))]
    path.write_text("\n".join(lines), encoding="utf-8")
    return str(path)


@pytest.mark.slow
def test_list_of_a_deep_chain(deep: str) -> None:
    """A list shows every claim of 100,000."""
    assert len(argmap("list", "-m", deep).out.splitlines()) == 100_000
