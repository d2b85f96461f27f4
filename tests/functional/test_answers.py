"""What list, tree and trace answer, against the YAML of the map read by another parser."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from support import ROOT, argmap

MAPS = ROOT / "tests" / "functional" / "maps"
SYMMETRIC = {"contradicts", "restates"}
VERBS = {"supports", "attacks", "undercuts", *SYMMETRIC}


@pytest.fixture(scope="module")
def plain() -> Any:
    """Return the bundled map as PyYAML reads it."""
    path = ROOT / "data" / "cognitive-community.yaml"
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def as_list(value: Any) -> list[Any]:
    """Return a list for a value that may stand alone."""
    return value if isinstance(value, list) else [value]


def links(plain: Any) -> Iterator[tuple[list[str], str, str]]:
    """Yield the premises, verb and target of each relation."""
    for relation in plain["relations"]:
        (verb,) = VERBS & set(relation)
        yield as_list(relation["from"]), verb, relation[verb]


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
        for key in {"at", "tags"} & set(fields):
            fields[key] = as_list(fields[key])
        numbers = {"relations_in": inward[name], "relations_out": outward[name]}
        expected.append({"id": name, **fields, **numbers})
    result = argmap("list", "--json")
    assert json.loads(result.out) == expected
    assert (result.status, result.err) == (0, "")


def test_grounds_and_roots_are_those_of_the_file(plain: Any) -> None:
    """A ground has no support; a root goes nowhere but into a symmetric relation."""
    supported = {target for _, verb, target in links(plain) if verb == "supports"}
    grounds = argmap("list", "--grounds", "-f", "text").out
    assert [line.split("\t")[0] for line in grounds.splitlines()] == [
        name for name in plain["claims"] if name not in supported
    ]
    moving = {name for froms, verb, _ in links(plain) if verb not in SYMMETRIC for name in froms}
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


def nodes(trees: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Yield every line of trees as JSON has them, in the order they are drawn."""
    waiting = trees[::-1]
    while waiting:
        node = waiting.pop()
        yield node
        waiting += node["children"][::-1]


@pytest.mark.parametrize("options", [[], ["-e", "supports"], ["--depth", "3"]])
def test_tree_text_and_json_are_the_same_lines(options: list[str], plain: Any) -> None:
    """Claims come in the same order in both."""
    names = set(plain["claims"])
    text = argmap("tree", *options).out.rsplit("\n\n", 1)[0]
    lines = [line for line in text.splitlines() if "linked premise" not in line or "of " in line]
    drawn = [next((word for word in line.split() if word in names), None) for line in lines]
    data = nodes(json.loads(argmap("tree", *options, "--json").out))
    told = [node["claim"] for node in data if node["claim"]]
    if not options:
        assert set(told) == names
    assert told
    assert [name for name in drawn if name] == told


@pytest.mark.parametrize("options", [[], ["-e", "supports"], ["-e", "attacks"]])
def test_a_leaf_is_never_marked_as_shown(options: list[str], plain: Any) -> None:
    """Only a claim with something under it can have been shown with it before."""
    followed = set(options[1:]) or VERBS
    inner = {target for _, verb, target in links(plain) if verb in followed}
    inner |= {name for froms, verb, _ in links(plain) if verb in SYMMETRIC for name in froms}
    marked = [
        node["claim"]
        for node in nodes(json.loads(argmap("tree", *options, "--json").out))
        if node["mark"] == "shown" and node["claim"]
    ]
    assert set(marked) <= inner
    assert marked or options == ["-e", "attacks"]


def test_depth_nought_and_a_cut_mark() -> None:
    """Depth 0 shows the roots alone, each with more below marked as cut."""
    trees = json.loads(argmap("tree", "--depth", "0", "--json").out)
    assert all(node["children"] == [] for node in trees)
    assert "cut" in {node["mark"] for node in trees}


def test_a_cycle_has_its_mark() -> None:
    """A claim that stands above itself is marked, in both character sets."""
    words = ("tree", "-m", str(MAPS / "cyclic.yaml"))
    assert "(↻)" in argmap(*words).out
    assert "(@)" in argmap(*words, "--charset", "ascii").out
    assert "cycle" in {node["mark"] for node in nodes(json.loads(argmap(*words, "--json").out))}


def chains(*words: str) -> list[dict[str, Any]]:
    """Return the chains that trace finds."""
    found: list[dict[str, Any]] = json.loads(argmap("trace", *words, "--json").out)["chains"]
    return found


def test_the_sign_of_a_chain_is_that_of_its_attacks() -> None:
    """An even number of attacks is for the far end, an odd one against it."""
    found = chains("never-tested")
    found += chains("--to", "cognitive-community", "--all", "--limit", "60")
    assert {chain["sign"] for chain in found} == {1, -1}
    for chain in found:
        verbs = [next(iter(VERBS & set(s["relation"]))) for s in chain["steps"] if "relation" in s]
        hostile = sum(verb in {"attacks", "undercuts", "contradicts"} for verb in verbs)
        assert chain["attacks"] == hostile
        assert chain["sign"] == (-1) ** hostile


def test_every_chain_comes_shortest_first_and_once() -> None:
    """--all lists each chain between two claims once; the default is the first of them."""
    found = chains("phone-call", "cognitive-community", "--all", "--limit", "500")
    lengths = [len(chain["steps"]) for chain in found]
    assert lengths == sorted(lengths)
    assert len({json.dumps(chain) for chain in found}) == len(found) > 1
    assert chains("phone-call", "cognitive-community") == found[:1]


@pytest.mark.parametrize("limit", [1, 3])
def test_the_limit_is_kept_and_the_rest_counted(limit: int) -> None:
    """What is shown and what is left out make up all there are."""
    words = ("trace", "phone-call", "cognitive-community", "--all")
    every = json.loads(argmap(*words, "--limit", "500", "--json").out)
    some = argmap(*words, "--limit", str(limit))
    assert every["more"] == 0
    assert some.out.count("The whole chain") == limit
    assert f"{len(every['chains']) - limit} more chain" in some.err


def test_an_end_alone_is_traced_from_every_ground_that_reaches_it() -> None:
    """With --to alone each chain starts at a ground, one for each of them."""
    grounds = [claim["id"] for claim in json.loads(argmap("list", "--grounds", "--json").out)]
    found = chains("--to", "cognitive-community", "-n", "99")
    starts = [chain["from"] for chain in found]
    assert len(set(starts)) == len(starts) > 10
    assert set(starts) <= set(grounds)
    for ground in set(grounds) - set(starts) - {"cognitive-community"}:
        assert argmap("trace", ground, "cognitive-community").status == 1


def test_no_chain_as_json_still_says_no() -> None:
    """JSON without a chain is an empty answer with exit 1 and a sentence."""
    result = argmap("trace", "no-split", "phone-call", "--json")
    assert result.status == 1
    assert json.loads(result.out)["chains"] == []
    sentence = "no chain leads from no-split to phone-call; one leads from phone-call to no-split\n"
    assert result.err == sentence


@pytest.mark.parametrize("edges", ["supports", "attacks"])
def test_a_chain_is_offered_the_other_way_round_where_there_is_one(edges: str) -> None:
    """What is offered leads along the kinds that are followed."""
    asked = argmap("trace", "no-split", "phone-call", "--edges", edges)
    offered = argmap("trace", "phone-call", "no-split", "--edges", edges)
    is_offered = "one leads from phone-call to no-split" in asked.err
    assert (asked.status, is_offered) == (1, offered.status == 0)
    assert (offered.status == 0) == (edges == "supports")


@pytest.fixture(scope="module")
def dense(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return the path of a map in which each of 40 claims supports every other."""
    names = [f"c{number}" for number in range(40)]
    relations = [{"from": a, "supports": b} for a in names for b in names if a != b]
    path = tmp_path_factory.mktemp("dense") / "dense.json"
    data = {"argmap": 1, "claims": dict.fromkeys(names, "Text."), "relations": relations}
    path.write_text(json.dumps(data), encoding="utf-8")
    return str(path)


@pytest.mark.parametrize("command", ["tree", "tree -i", "list --sort in"])
def test_a_dense_map_is_answered(command: str, dense: str) -> None:
    """No command unfolds a dense map into all of its paths."""
    result = argmap(*command.split(), "-m", dense)
    assert result.status == 0
    assert 0 < len(result.out.splitlines()) < 2000


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
