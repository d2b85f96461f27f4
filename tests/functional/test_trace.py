"""``argmap trace``: chains."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from support import argmap

from argmap import ArgumentMap, load


@pytest.fixture(scope="module")
def essay() -> ArgumentMap:
    """Return the bundled map."""
    return load()


@pytest.mark.parametrize("premise", ["premise-1", "premise-2", "premise-3"])
def test_every_ground_of_a_premise_has_a_chain_to_the_thesis(
    premise: str, essay: ArgumentMap
) -> None:
    grounds = [claim.id for claim in essay.grounds() if premise in claim.tags]
    assert len(grounds) >= 3
    for ground in grounds:
        result = argmap("trace", ground, "cognitive-community")
        assert result.status == 0
        assert result.out.splitlines()[-1].startswith("→ The whole chain ")


def test_supports_alone_leave_attacks_out() -> None:
    assert argmap("trace", "never-tested", "open-trend").status == 0
    result = argmap("trace", "never-tested", "open-trend", "-e", "supports")
    assert (result.status, result.out) == (1, "")
    assert result.err == "no chain leads from never-tested to open-trend along supports\n"


def test_trace_takes_several_ends() -> None:
    result = argmap(
        *("trace", "phone-call", "new-tools", "--to", "no-split", "--to", "no-alliance", "--json")
    )
    ends = [(chain["from"], chain["to"]) for chain in json.loads(result.out)["chains"]]
    assert ends == [
        ("phone-call", "no-split"),
        ("phone-call", "no-alliance"),
        ("new-tools", "no-split"),
        ("new-tools", "no-alliance"),
    ]


@pytest.mark.slow
def test_a_dense_map_does_not_blow_up(tmp_path: Path) -> None:
    names = [f"c{number}" for number in range(40)]
    links = [{"from": a, "supports": b} for a in names for b in names if a != b]
    data = {"argmap": 1, "claims": dict.fromkeys(names, "Text."), "relations": links}
    path = tmp_path / "dense.json"
    path.write_text(json.dumps(data), encoding="utf-8")
    result = argmap("trace", "c0", "c1", "--all", "--limit", "5", "-m", str(path))
    assert result.out.count("The whole chain") == 5
    assert result.err == "at least 1,000 more chains: raise --limit to see more\n"


@pytest.mark.slow
def test_a_chain_of_100_000_claims(tmp_path: Path) -> None:
    path = tmp_path / "deep.yaml"
    lines = ["argmap: 1", "claims:", *(f"  c{n}: Claim {n}." for n in range(100_000))]
    lines += ["relations:", *(f"  - {{from: c{n}, supports: c{n + 1}}}" for n in range(99_999))]
    path.write_text("\n".join(lines), encoding="utf-8")
    traced = argmap("trace", "c0", "c99999", "-m", str(path))
    assert traced.out.endswith("supports c99999  (99,999 steps)\n")
    tree = argmap("tree", "-m", str(path))
    shown = {word for word in tree.out.split() if word.startswith("c") and word[1:].isdigit()}
    assert len(shown) == 100_000


def test_tracing_from_many_grounds_ends_soon() -> None:
    names = [f"c{number}" for number in range(4000)]
    links = [{"from": a, "supports": names[i // 3]} for i, a in enumerate(names[1:])]
    data = {"argmap": 1, "claims": dict.fromkeys(names, "Text."), "relations": links}
    result = argmap("trace", "--to", "c0", "--limit", "3", "-m", "-", stdin=json.dumps(data))
    assert result.out.count("The whole chain supports c0") == 3
    assert result.err == "there are more chains: --all and a higher --limit show them\n"


def test_several_chains_have_their_common_tail_once() -> None:
    found = chains("--to", "no-split", "--all", "--limit", "12")
    rows = argmap("trace", "--to", "no-split", "--all", "--limit", "12").out.split("\n\n")
    assert len(rows) == len(found)
    for number, (chain, shown) in enumerate(zip(found, rows, strict=True), 1):
        assert shown.startswith(f"Chain {number}\n")
        refers = re.search(r"then as in chain (\d+)  \((\d+) steps\)\n→", shown)
        steps = sum("relation" in step for step in chain["steps"])
        drawn = sum(line.startswith("  ") for line in shown.splitlines()) - bool(refers)
        assert drawn + (int(refers[2]) if refers else 0) == steps
        if refers:
            earlier = found[int(refers[1]) - 1]
            ends = [[s for s in c["steps"] if "relation" in s] for c in (chain, earlier)]
            assert ends[0][-int(refers[2]) :] == ends[1][-int(refers[2]) :]
    assert sum("then as in" in shown for shown in rows) > 3
    alone = argmap("trace", "phone-call", "cognitive-community").out
    assert not alone.startswith("Chain 1")


SYMMETRIC = {"contradicts", "restates"}
VERBS = {"supports", "attacks", "undercuts", "answers", *SYMMETRIC}


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


def test_without_all_it_is_only_said_that_there_are_other_chains() -> None:
    """The rest are counted on request alone: there may be more than anyone can wait for."""
    words = ("trace", "phone-call", "cognitive-community")
    data = json.loads(argmap(*words, "--json").out)
    assert (data["more"], data["more_is_exact"]) == (1, False)
    assert argmap(*words).err == "there are more chains: --all shows them\n"
    only = json.loads(argmap("trace", "similar-judgements", "cognitive-community", "--json").out)
    assert (len(only["chains"]), only["more"], only["more_is_exact"]) == (1, 0, True)


def restating(*steps: str) -> str:
    """Return a map with a claim for each letter and relations such as ``a restates b``."""
    triples = [step.split() for step in steps]
    names = dict.fromkeys(end for a, _, b in triples for end in (a, b))
    relations = [{"from": a, verb: b} for a, verb, b in triples]
    claims = dict.fromkeys(names, "Text.")
    return json.dumps({"argmap": 1, "claims": claims, "relations": relations})


@pytest.mark.parametrize(
    ("steps", "effect", "sign"),
    [
        (["a restates z"], "restates", 0),
        (["z restates a"], "restates", 0),
        (["a restates b", "z restates b"], "restates", 0),
        (["a restates b", "b supports z"], "supports", 1),
        (["a supports b", "b restates z"], "supports", 1),
        (["a restates b", "b attacks z"], "attacks", -1),
        (["a contradicts b", "z restates b"], "attacks", -1),
        (["a attacks b", "b restates c", "c attacks z"], "defends", 1),
    ],
)
def test_restating_is_neither_for_nor_against(steps: list[str], effect: str, sign: int) -> None:
    given = restating(*steps)
    found = json.loads(argmap("trace", "a", "z", "-m", "-", "--json", stdin=given).out)
    assert [(c["effect"], c["sign"]) for c in found["chains"]] == [(effect, sign)]
    said = argmap("trace", "a", "z", "-m", "-", stdin=given).out
    assert f"The whole chain {effect} z" in said
