"""A source text with its claims in the margin, and the passages under a claim."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from support import ROOT, argmap, in_terminal

MAPS = "tests/functional/maps/"
SOURCES = "tests/functional/sources/"
LIBRARY = ("-m", f"{MAPS}library.yaml")
NAMES = ("-m", f"{MAPS}named-places.yaml")
LETTER = ("--source", f"{SOURCES}reading-room.md")
NUMBERED = ("--source", f"{SOURCES}numbered.txt")

CASES = {
    "read": ("read", *LIBRARY, *LETTER),
    "read-numbered": ("read", *LIBRARY, *NUMBERED, "--charset", "ascii"),
    "read-alone": ("read", *LIBRARY),
    "read-names": ("read", *NAMES),
    "read-names-numbered": ("read", *NAMES, *NUMBERED),
    "read-hostile": ("read", "-m", f"{MAPS}hostile.yaml", *LETTER),
    "read-help": ("read", "--help"),
    "show-names": ("show", "keep", "filmed", *NAMES),
    "show-source": ("show", "costly", "survey", *LIBRARY, *LETTER),
}


@pytest.fixture(autouse=True)
def _at_the_root(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)


@pytest.mark.parametrize("name", CASES)
def test_in_a_terminal(name: str, matches: Callable[[str, str], None]) -> None:
    matches(name, in_terminal(*CASES[name], NO_COLOR="1"))


@pytest.mark.parametrize("columns", [40, 80])
def test_in_a_narrow_terminal(columns: int, matches: Callable[[str, str], None]) -> None:
    shown = in_terminal(*CASES["read"], columns=columns, NO_COLOR="1", TERM="dumb")
    assert all(len(line) <= columns for line in shown.splitlines())
    matches(f"read-{columns}", shown)


def test_nothing_of_text_or_claims_is_cut() -> None:
    reported = argmap(*CASES["read"]).out
    letters, words = "".join(reported.split()), re.findall(r"\w+", reported)
    for columns in (50, 75):
        shown = in_terminal(*CASES["read"], columns=columns, NO_COLOR="1", TERM="dumb")
        assert not set("".join(shown.split())) - set(letters) - set(";,")
        assert all(word in shown for word in words)


@pytest.mark.parametrize("columns", [40, 80])
@pytest.mark.parametrize("words", [("show", "quasi-alliance"), ("check", "--explain", "island")])
def test_nothing_is_cut_where_lines_are_wrapped(words: tuple[str, ...], columns: int) -> None:
    shown = in_terminal(*words, columns=columns, NO_COLOR="1", TERM="dumb")
    assert max(map(len, shown.splitlines())) <= columns
    letters = re.findall(r"\w", argmap(*words, NO_COLOR="1").out)
    assert re.findall(r"\w", shown) == letters


def test_in_a_pipe_a_paragraph_is_a_line(matches: Callable[[str, str], None]) -> None:
    result = argmap(*CASES["read"], COLUMNS="40")
    assert result.status == 0
    matches("read-piped", result.out + result.err)


def test_as_data() -> None:
    found = json.loads(argmap("read", *LIBRARY, *NUMBERED, "--json").out)
    numbers = [each["number"] for each in found["paragraphs"]]
    assert numbers == [1, 2, 4, 5]
    assert found["paragraphs"][1]["text"].endswith("at all. They told me so.")
    claims = {p["number"]: [claim["id"] for claim in p["claims"]] for p in found["paragraphs"]}
    assert claims == {1: ["open"], 2: ["workers"], 4: ["costly"], 5: []}
    (costly,) = found["paragraphs"][2]["claims"]
    assert (costly["at"], costly["outgoing"][0]["attacks"]) == ("4-5", "open")
    assert found["elsewhere"] == ["survey", "access", "volunteers"]
    alone = json.loads(argmap("read", *LIBRARY, "--json").out)
    assert [(p["number"], "text" in p) for p in alone["paragraphs"]] == [
        *((1, False), (2, False), (4, False), (6, False)),
    ]


def test_claims_at_places_with_names_are_apart() -> None:
    found = json.loads(argmap("read", *NAMES, "--json").out)
    claims = {each["name"]: [claim["id"] for claim in each["claims"]] for each in found["places"]}
    assert claims == {
        "1.10": ["wheel"],
        "9:05": ["filmed"],
        "12:30": ["filmed"],
        "[b]fol. 3v": ["drawn"],
        "II.4": ["keep"],
        "II.10": ["roof"],
    }
    assert [each["number"] for each in found["paragraphs"]] == [1, 2, 3]
    assert found["elsewhere"] == ["loved"]
    assert found["places"][4]["claims"][0]["at"] == "II.4"


def test_names_alone_count_nothing_otherwise_than_a_text(tmp_path: Path) -> None:
    path = tmp_path / "names.yaml"
    start = "argmap: 1\nsource: {unit: page}\nclaims: {a: {text: Ships sail., at: "
    path.write_text(start + "II.4}}\n", encoding="utf-8")
    assert "note" not in argmap("read", "-m", str(path), *LETTER).err
    found = argmap("check", str(path), *LETTER).out
    assert "uncovered-paragraph" in found
    assert "ground-without-place" not in found
    path.write_text(start + "[II.4, 3]}}\n", encoding="utf-8")
    assert (
        "note: the places of this map count by page" in argmap("read", "-m", str(path), *LETTER).err
    )


def test_a_map_that_counts_something_else_is_reported(tmp_path: Path) -> None:
    path = tmp_path / "pages.yaml"
    path.write_text(
        "argmap: 1\nsource: {unit: page}\nclaims: {a: {text: Ships sail., at: 99}}\n",
        encoding="utf-8",
    )
    note = "note: the places of this map count by page, and this text gives no page a number"
    for words in (("read",), ("show", "a"), ("check",)):
        result = argmap(*words, "-m", str(path), *LETTER)
        assert result.err.startswith(note)
        assert result.status == 0  # not checked against what counts otherwise
        assert argmap(*words, "-m", str(path), *NUMBERED).err.startswith(note) is False
    assert argmap("check", str(path), *NUMBERED).status == 1


@pytest.mark.parametrize(
    ("words", "reported"),
    [
        ("essay.md", "write argmap read --source essay.md"),
        ("map.yaml essay.md", "write argmap read -m map.yaml --source essay.md"),
        ("essay.md map.yaml", "write argmap read -m map.yaml --source essay.md"),
        ("-m map.yaml essay", "write argmap read -m map.yaml --source essay"),
        ("map.yaml other.yaml", "argmap read takes one map and one text"),
        ("-m map.yaml other.json", "argmap read takes one map and one text"),
    ],
)
def test_a_file_without_an_option_is_answered_with_its_option(words: str, reported: str) -> None:
    result = argmap("read", *words.split(), ARGMAP_MAP="another.yaml")
    assert (result.status, result.out) == (2, "")
    assert result.err.splitlines()[1] == f"    {reported}"
    assert "needs an option before it: -m for a map, --source for its text" in result.err


def test_a_map_is_not_read_as_a_text() -> None:
    result = argmap("read", "--source", LIBRARY[1])
    assert (result.status, result.out) == (2, "")
    assert result.err.endswith("--source names the source text of a map, -m the map\n")


def test_lines_stay_short_enough_to_read_and_in_a_pipe_nothing_is_wrapped() -> None:
    shown = in_terminal(*CASES["read"], columns=200, NO_COLOR="1", TERM="dumb")
    assert max(map(len, shown.splitlines())) == 120
    coloured = argmap(*CASES["read"], FORCE_COLOR="1").out
    plain = argmap(*CASES["read"]).out
    assert re.sub("\x1b[^m]*m", "", coloured).split() == plain.split()
    assert len(coloured.splitlines()) == len(plain.splitlines())


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "argmap: error: there is no paragraph in 'a.txt'"),
        (b"# Title\n", "argmap: error: there is no paragraph in 'a.txt'"),
        (b"\xff\xfe", "a.txt:1:1: error: byte 0xff is not UTF-8"),
        (b"[1] a\n\n[1] b\n", "a.txt:3:1: error: paragraph number [1] is given twice"),
    ],
)
def test_a_source_that_cannot_be_read(content: bytes, message: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(content)
    result = argmap("read", "--source", "a.txt", cwd=tmp_path)
    assert (result.status, result.out) == (2, "")
    assert result.err.startswith(message)


def test_a_source_that_is_not_there() -> None:
    result = argmap("read", "--source", f"{SOURCES}reading-rom.md")
    assert result.status == 2
    assert "did you mean 'tests/functional/sources/reading-room.md'?" in result.err


def test_an_empty_map() -> None:
    empty = "argmap: 1\nclaims: {}\n"
    result = argmap("read", "-m", "-", stdin=empty)
    assert (result.status, result.out, result.err) == (0, "", "this map has no claims\n")
    result = argmap("read", "-m", "-", *LETTER, stdin=empty)
    assert result.err == "6 paragraphs, counted by blank lines; 6 without a claim\n"
