"""``argmap tree``."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from support import MAPS, argmap, in_terminal
from support.answers import SYMMETRIC, links

from argmap import ArgumentMap, load
from argmap.analysis.outline import outline

LIBRARY = str(MAPS / "library.yaml")


@pytest.fixture(scope="module")
def essay() -> ArgumentMap:
    """Return the bundled map."""
    return load()


def test_the_tree_covers_every_claim(essay: ArgumentMap) -> None:
    words = argmap("tree").out.split()
    assert set(essay.claims) <= set(words)


def test_tree_json_is_the_same_tree() -> None:
    trees = json.loads(argmap("tree", "-m", LIBRARY, "--json").out)
    (root,) = trees
    assert root["claim"] == "open"
    linked, attack = root["children"]
    assert linked["claim"] is None
    assert linked["relation"]["id"] == "need"
    assert [child["claim"] for child in linked["children"]] == ["workers", "access"]
    (undercut,) = attack["children"]
    assert undercut["on_step"] is True
    assert undercut["relation"]["undercuts"] == "costly/open"


def nodes(trees: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Yield every line of trees as JSON has them, in the order they are drawn."""
    waiting = trees[::-1]
    while waiting:
        node = waiting.pop()
        yield node
        waiting += node["children"][::-1]


@pytest.mark.parametrize("options", [[], ["-e", "supports"], ["--depth", "3"]])
def test_tree_text_and_json_are_the_same_rows(options: list[str], plain: Any) -> None:
    """Claims come in the same order in both; a short row has no id."""
    names = set(plain["claims"])
    lines = argmap("tree", *options).out.rsplit("\n\n", 1)[0].splitlines()
    cells = [re.split("  +", line) for line in lines]
    drawn = [next((cell for cell in row[1:] if cell in names), None) for row in cells]
    data = nodes(json.loads(argmap("tree", *options, "--json").out))
    reported = [n["claim"] for n in data if n["claim"] and n["mark"] not in {"shown", "cycle"}]
    if not options:
        assert set(reported) == names
    assert reported
    assert [name for name in drawn if name] == reported


def test_where_a_claim_is_used_again_a_short_row_points_to_it(plain: Any) -> None:
    trees = json.loads(argmap("tree", "--json").out)
    uses = Counter(name for froms, verb, _ in links(plain) for name in froms)
    uses.update(target for _, verb, target in links(plain) if verb in SYMMETRIC)
    rows = Counter(node["claim"] for node in nodes(trees) if node["claim"])
    tops = {tree["claim"] for tree in trees}
    assert rows == Counter({n: uses[n] + (n in tops) for n in plain["claims"]})
    for node in nodes(trees):
        assert not (node["mark"] == "shown" and node["children"]) or node["relation"]


def test_depth_nought_and_a_cut_mark() -> None:
    """Depth 0 shows the roots alone, each with more below marked as cut."""
    trees = json.loads(argmap("tree", "--depth", "0", "--json").out)
    assert all(node["children"] == [] for node in trees)
    assert "cut" in {node["mark"] for node in trees}


def test_a_cycle_has_its_mark() -> None:
    """A claim that stands above itself is marked, in both character sets."""
    words = ("tree", "-m", str(MAPS / "cyclic.yaml"))
    assert "↻" in argmap(*words).out
    assert "(@)" in argmap(*words, "--charset", "ascii").out
    assert "cycle" in {node["mark"] for node in nodes(json.loads(argmap(*words, "--json").out))}


def answer(*words: str, stdin: str = "", status: int = 0) -> Any:
    """Return what a command says with --json."""
    source = ("-m", "-", "--from", "tgf") if stdin else ()
    result = argmap(*words, "--json", *source, stdin=stdin)
    assert result.status == status, result.err
    return json.loads(result.out)


def test_the_tree_shows_statuses_only_when_asked() -> None:
    (plain,) = answer("tree", "trend", "--depth", "0")
    assert "status" not in plain
    (reported,) = answer("tree", "trend", "--depth", "1", "--evaluate")
    assert reported["status"] == "in"
    assert {child["status"] for child in reported["children"]} == {"out", "in"}
    (weighed,) = answer("tree", "trend", "--depth", "0", "--semantics", "euler-based")
    assert 0 < weighed["strength"] < 1


def test_what_only_restates_a_claim_is_under_it_alone() -> None:
    """It is not a root of its own, whichever of the two stands first in the file."""
    claims = {name: f"Text of {name}." for name in ("again", "rents", "anew", "rise", "more")}
    steps = [("again", "restates", "rents"), ("anew", "restates", "rise")]
    steps += [("rise", "supports", "rents"), ("more", "supports", "anew")]
    links = [{"from": a, verb: b} for a, verb, b in steps]
    given = json.dumps({"argmap": 1, "claims": claims, "relations": links})
    trees = json.loads(argmap("tree", "-m", "-", "--json", stdin=given).out)
    assert [tree["claim"] for tree in trees] == ["rents"]
    assert [child["claim"] for child in trees[0]["children"]] == ["again", "rise"]
    (anew,) = trees[0]["children"][1]["children"]
    assert (anew["claim"], anew["children"][0]["claim"]) == ("anew", "more")
    roots = json.loads(argmap("list", "--roots", "-m", "-", "--json", stdin=given).out)
    assert [claim["id"] for claim in roots] == ["rents"]
    numbers = json.loads(argmap("stats", "-m", "-", "--json", stdin=given).out)
    assert (numbers["roots"], numbers["depth"]) == (1, 1)
    # Where restatements are not followed, each stands for itself.
    apart = json.loads(argmap("tree", "-e", "supports", "-m", "-", "--json", stdin=given).out)
    assert [tree["claim"] for tree in apart] == ["rents", "anew"]


def test_the_bundled_map_stands_in_114_lines_of_80_columns_and_none_is_wrapped() -> None:
    shown = in_terminal("tree", columns=80, NO_COLOR="1")
    lines = re.sub(r"\x1b\[[0-9;]*m", "", shown).splitlines()
    assert len(lines) <= 114
    assert max(map(len, lines)) <= 80
    outlined = outline(load())
    rows = lines[: max(n for n, line in enumerate(lines) if not line)]
    headings = len({block.section for block in outlined.blocks}) - 1
    blanks = len(outlined.blocks) - 1
    assert len(rows) == len(outlined.rows) + blanks + headings


def test_a_step_that_is_undercut_is_shown_with_what_undercuts_it() -> None:
    """Also where undercuts alone are asked for."""
    out = argmap("tree", "-m", LIBRARY, "-e", "undercuts").out
    assert [line[:12] for line in out.splitlines()[:3]] == [
        "Open on Sund",
        "▼ A Sunday s",
        "  ⊘ Voluntee",
    ]


def test_many_uses_of_claims_are_counted_with_the_command_that_shows_them(tmp_path: Path) -> None:
    names = [f"c{n}" for n in range(14)]
    links = [{"from": a, "supports": b} for a in names for b in names if a != b]
    path = tmp_path / "all.json"
    path.write_text(
        json.dumps({"argmap": 1, "claims": dict.fromkeys(names, "A claim."), "relations": links})
    )
    lines = argmap("tree", "-m", str(path)).out.splitlines()
    assert sum(line.endswith("5 more: argmap show c0") for line in lines) == 0
    assert any(line.endswith("… 5 more: argmap show c1") for line in lines)
    counts = [int(line.split()[-5]) for line in lines if "more: argmap show" in line]
    shown = sum(line.rstrip().endswith(("↗", "↻")) for line in lines)
    assert shown + sum(counts) + 13 == len(links)


def test_each_use_of_a_claim_has_its_linked_premises_where_nothing_is_left_out() -> None:
    """As JSON, too, each use has its own."""
    links = [{"from": ["b", "c"], "supports": "a"}, {"from": "a", "supports": "d"}]
    links += [{"from": "a", "supports": "e"}, {"from": ["d", "e"], "supports": "top"}]
    links += [{"from": "u", "undercuts": "b+c/a"}]
    claims = {name: f"Text of {name}." for name in ("top", *"abcdeu")}
    given = json.dumps({"argmap": 1, "claims": claims, "relations": links})
    (top,) = json.loads(argmap("tree", "-m", "-", "--no-dedupe", "--json", stdin=given).out)
    (linked,) = top["children"]
    for premise in linked["children"]:
        (shared,) = premise["children"]
        (under,) = shared["children"]
        assert [child["claim"] for child in under["children"]] == ["b", "c", "u"]
        assert [child["on_step"] for child in under["children"]] == [False, False, True]
