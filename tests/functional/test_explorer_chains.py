"""The chains that the explorer shows: that of the line, and those that are traced."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import MAPS, argmap
from support.exploring import Seen, explored

from argmap import ArgumentMap, formats
from argmap.model.plain import json_text

pytestmark = pytest.mark.slow  # for it is waited on the screen

LIBRARY = MAPS / "library.yaml"
WIDE = (200, 34)


def test_the_chain_of_the_line_is_reported_below() -> None:
    async def script(seen: Seen) -> None:
        assert "The whole chain" not in seen.text
        await seen.press("slash")
        await seen.type("volunteers")
        await seen.press("enter")
        printed = argmap("trace", "volunteers", "open", "-m", str(LIBRARY)).out.splitlines()
        assert f" {printed[-1]}" in seen.lines
        await seen.press("t")
        for line in printed:
            assert line in [shown.strip(" ") for shown in seen.lines] or f" {line}" in seen.lines
        assert [line.split()[0] for line in seen.lit] == ["Open", "▼", "⊘"]

    explored(LIBRARY, script, size=WIDE)


def test_trace_counts_the_chains_and_goes_to_and_fro() -> None:
    traced = argmap("trace", "never-tested", "--all").out
    total = traced.count("The whole chain")

    async def script(seen: Seen) -> None:
        await seen.press("slash")
        await seen.type("never-tested")
        await seen.press("enter")
        assert "previous" not in seen.lines[-1]
        reported = []
        for number in range(1, total + 1):
            await seen.press("t" if number < 3 else "n")
            assert f"Chain {number} of {total} from never-tested  n next  p previous" in seen.text
            reported.append(seen.text[seen.text.index("The whole chain") :])
        assert "n next chain  p previous" in seen.lines[-1]
        assert len(set(reported)) == total > 10
        steps = [int(text.split("(")[1].split()[0]) for text in reported]
        assert steps == sorted(steps)
        await seen.press("n")
        assert f"Chain 1 of {total} " in seen.text  # after the last the first
        await seen.press("p", "p")
        assert f"Chain {total - 1} of {total} " in seen.text
        assert reported[total - 2] in seen.text
        await seen.press("escape")
        assert "Chain " not in seen.text
        assert "previous" not in seen.lines[-1]
        await seen.press("n", "p", "t")
        assert f"Chain 1 of {total} from never-tested" in seen.text
        await seen.press("j")
        assert "Chain " not in seen.text

    explored(formats.load(), script, size=(200, 60))


def ladder(rungs: int) -> ArgumentMap:
    """Return a map with two ways at each rung: twice as many chains with every rung."""
    claims = {f"{side}{n}": "It is so." for n in range(rungs) for side in "abc"}
    relations = [
        {"from": f"{one}{n}", "supports": f"{other}{n}"}
        for n in range(rungs)
        for one, other in ("ab", "ac")
    ] + [{"from": f"{side}{n}", "supports": f"a{n + 1}"} for n in range(rungs - 1) for side in "bc"]
    plain = {"argmap": 1, "claims": claims, "relations": relations}
    return formats.loads(json_text(plain), "json")


def test_where_there_are_too_many_chains_it_says_more_than() -> None:
    async def script(seen: Seen) -> None:
        await seen.press("t")
        assert "Chain 1 of more than 1,000 from a0" in seen.text
        await seen.press("p")
        assert "Chain 1,000 of more than 1,000 from a0" in seen.text

    explored(ladder(12), script, size=WIDE, start="a0")


def test_one_chain_is_the_only_one() -> None:
    async def script(seen: Seen) -> None:
        await seen.press("t")
        assert "open bears on nothing further: there is no chain to trace" in seen.text
        await seen.press("slash")
        await seen.type("survey")
        await seen.press("enter", "t")
        assert "The only chain from survey  esc leave" in seen.text
        assert "The whole chain supports open  (2 steps)" in seen.text
        before = seen.text
        await seen.press("t", "n", "p")
        assert seen.text == before

    explored(LIBRARY, script, size=WIDE)


def test_a_claim_in_a_cycle_has_no_root_and_says_so() -> None:
    async def script(seen: Seen) -> None:
        await seen.press("t")
        assert "hen leads to no root, only into a cycle; T traces it" in seen.text

    explored(MAPS / "cyclic.yaml", script, size=WIDE)


def test_trace_to_a_chosen_claim() -> None:
    async def script(seen: Seen) -> None:
        await seen.press("slash")
        await seen.type("survey")
        await seen.press("enter", "T")
        assert "Trace survey to which claim?  6 claims" in seen.text
        await seen.type("workers")
        await seen.press("enter")
        assert "The whole chain supports workers  (1 step)" in seen.text
        await seen.press("T")
        await seen.type("costly")
        await seen.press("enter")
        assert "no chain leads from survey to costly" in seen.text

    explored(LIBRARY, script, size=WIDE)


@pytest.mark.parametrize("to", [(), ("a2",)])
def test_a_traced_chain_outlasts_a_change_of_the_file(tmp_path: Path, to: tuple[str, ...]) -> None:
    path = tmp_path / "map.yaml"

    async def script(seen: Seen) -> None:
        async def save(text: str, sign: str) -> str:
            path.write_text(text, encoding="utf-8")
            await seen.until(sign)
            await seen.pilot.pause(0.1)  # what follows from it is drawn a little later
            await seen.settle()
            return seen.text[seen.text.index("hain") :] if "hain " in seen.text else ""

        if to:
            await seen.press("T", *"a2", "enter", "n", "n")
        else:
            await seen.press("t", "n", "n")
        assert "Chain 3 of 4 from a0" in seen.text
        before = seen.text[seen.text.index("hain") : seen.text.index("G  a2")]
        text = path.read_text(encoding="utf-8")
        reported = await save(f"# more\n{text}", "was read again")
        assert reported.startswith(before)
        reported = await save(text.replace("- {from: a0, supports: b0}\n", ""), "7 relations")
        assert reported.startswith("hain 1 of 2 from a0")
        assert "b0" not in reported
        reported = await save(text, "8 relations")
        assert reported.startswith("hain 3 of 4 from a0")  # the same, in its place
        reported = await save(text.replace("a0", "z0"), "z0")
        assert "from a0" not in reported

    path.write_text(_LADDER, encoding="utf-8")
    explored(path, script, size=WIDE, start="a0")


_LADDER = """argmap: 1
claims: {a0: A, b0: B, c0: C, a1: D, b1: E, c1: F, a2: G}
relations:
- {from: a0, supports: b0}
- {from: a0, supports: c0}
- {from: b0, supports: a1}
- {from: c0, supports: a1}
- {from: a1, supports: b1}
- {from: a1, supports: c1}
- {from: b1, supports: a2}
- {from: c1, supports: a2}
"""
