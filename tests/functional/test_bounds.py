"""Whatever the shape of a map, every command ends, and prints no more than it should."""

from __future__ import annotations

import json
import signal
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from support import argmap
from support.shapes import SHAPES, Shape, text_of

from argmap.cli import command_names, run
from argmap.formats import names as format_names
from argmap.formats import writable

READING = {
    *("list", "overview", "tree", "show", "trace", "read", "stats", "check"),
    *("evaluate", "why", "cruxes", "critique", "export", "diff", "merge"),
}
OTHERS = {"explore", "new", "add", "link", "unlink", "set", "rename", "remove", "schema"}
OTHERS |= {"formats", "guide", "schemes"}


def lines(first: str, last: str) -> Iterator[str]:
    """Yield command lines that print what they can of a map with these claims."""
    for flag in ("", " --json"):
        yield from (f"{name}{flag}" for name in ("list", "tree", "tree --invert", "stats", "read"))
        yield from (f"{name}{flag}" for name in ("overview", "why", "cruxes", "list --attacked"))
        yield from (f"critique {last}{flag}", f"critique{flag}")
        yield from (f"tree --depth {depth} --invert{flag}" for depth in (0, 1, 2))
        yield from (f"tree --no-dedupe{flag}", f"check{flag}", f"evaluate --check{flag}")
        yield from (f"evaluate --all --semantics complete{flag}", f"tree --evaluate{flag}")
        yield from (
            f"evaluate --semantics {name}{flag}" for name in ("preferred", "df-quad", "carneades")
        )
        yield from (f"trace {first} {last} --all{flag}", f"trace --to {last} --all{flag}")
        for claim in (first, last):
            yield from (f"show {claim}{flag}", f"trace {claim}{flag}", f"why {claim}{flag}")
            yield from (f"cruxes {claim}{flag}", f"why {claim} --semantics df-quad{flag}")
            yield from (f"{name} {claim} -s carneades{flag}" for name in ("why", "cruxes"))
            yield f"cruxes {claim} --size 5{flag}"
        yield f"diff empty.json{flag}"
    yield from ("check -f sarif", "check -f github", "check -f concise")
    yield from (
        "critique -f markdown",
        "diff empty.json -f markdown",
        "merge empty.json map.json empty.json",
    )
    yield from (f"export -f {name}" for name in writable())


def test_every_command_is_tried_with_this() -> None:
    """A new command has to be put among those that read a map, or the others."""
    assert {*command_names()} == READING | OTHERS
    assert {line.split()[0] for line in lines("a", "b")} == READING


def ended(line: str) -> int:
    """Return how a command line ends; fail where it does not within a minute."""
    words = line.split()
    words += [] if words[0] == "merge" else ["-m", "map.json"]
    signal.signal(signal.SIGALRM, lambda *_: pytest.fail(f"{line} does not end"))
    signal.alarm(60)
    try:
        return run(words)
    finally:
        signal.alarm(0)


QUICK = {"nothing", "standoffs"}


@pytest.mark.parametrize(
    "shape",
    [name if name in QUICK else pytest.param(name, marks=pytest.mark.slow) for name in SHAPES],
)
def test_no_output_is_much_larger_than_its_map(
    shape: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsysbinary: pytest.CaptureFixture[bytes],
) -> None:
    """What is printed is at most 200 KB and twenty times the map, and there is no other end."""
    text = text_of(shape)
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("ARGMAP_MAP", raising=False)
    Path("map.json").write_text(text, encoding="utf-8")
    Path("empty.json").write_text('{"argmap": 1, "claims": {}}', encoding="utf-8")
    ids = [*SHAPES[shape]()["claims"]] or ["none"]
    most = 200_000 + 20 * len(text)
    too_much = {}
    for line in lines(ids[0], ids[-1]):
        status = ended(line)
        reported = capsysbinary.readouterr()
        assert status in {0, 1, 2}, (line, reported.err[-500:])
        size = len(reported.out) + len(reported.err)
        if size > most:
            too_much[line] = f"{size:,} bytes, {most:,} at the most"
    assert too_much == {}


@pytest.mark.slow
@pytest.mark.parametrize("shape", SHAPES)
def test_no_page_or_picture_is_much_larger_than_its_map(shape: str, tmp_path: Path) -> None:
    """A page holds its own scripts besides; a map that cannot be drawn says so."""
    text = text_of(shape)
    for name in sorted({*format_names()} - {*writable()} & {"html", "svg"}):
        target = tmp_path / f"map.{name}"
        result = argmap("export", "-m", "-", "-o", str(target), stdin=text)
        assert result.status in {0, 2}, result.err
        assert "Traceback" not in result.err
        if result.status == 0:
            assert target.stat().st_size <= 600_000 + 40 * len(text)


def _any_map(random: Random) -> Shape:
    """Return a small map in which anything may bear on anything, itself included."""
    claims = [f"c{number}" for number in range(random.randrange(1, 5))]
    asked = [name for name in claims[1:] if random.random() < 0.3]
    steps = [f"r{number}" for number in range(random.randrange(7))]
    relations = []
    for step in steps:
        verb = random.choice(["supports", "attacks", "undercuts", "contradicts", "restates"])
        verb = "answers" if asked and random.random() < 0.3 else verb
        number = random.randrange(1, min(3, len(claims)) + 1)
        is_pair = verb in {"contradicts", "restates", "answers"}
        premises = random.sample(claims, 1 if is_pair else number)
        on_step = verb == "undercuts" or (verb == "supports" and random.random() < 0.4)
        targets = asked if verb == "answers" else steps if on_step else claims
        more = {"weight": random.random()} if random.random() < 0.3 else {}
        relations.append({"id": step, "from": premises, verb: random.choice(targets), **more})
    question = {"text": "Text?", "kind": "question", "choose": "one"}
    texts = {name: question if name in asked else "Text." for name in claims}
    return {"argmap": 1, "claims": texts, "relations": relations}


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(25))
def test_every_command_ends_on_any_small_map(
    seed: int,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsysbinary: pytest.CaptureFixture[bytes],
) -> None:
    """Rings of steps on steps are where a walk goes on for ever."""
    data = _any_map(Random(seed))
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("ARGMAP_MAP", raising=False)
    Path("map.json").write_text(json.dumps(data), encoding="utf-8")
    Path("empty.json").write_text('{"argmap": 1, "claims": {}}', encoding="utf-8")
    for line in lines("c0", [*data["claims"]][-1]):
        assert ended(line) in {0, 1, 2}, line
    capsysbinary.readouterr()
