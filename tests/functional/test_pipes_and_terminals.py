"""The same answer in pipes and terminals: what is folded, cut and coloured, and what is not."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from support import ROOT, argmap, in_terminal

MAPS = "tests/functional/maps/"
SGR = re.compile(r"\x1b\[([0-9;]*)m")
NO_LABELS = f"-m {MAPS}no-labels.yaml"
LONG = {
    "list": f"list {NO_LABELS}",
    "show": f"show lockers parcels {NO_LABELS}",
    "tree": f"tree {NO_LABELS}",
    "trace": f"trace double {NO_LABELS}",
}
SNAPSHOTS = {
    "no-labels-list": LONG["list"],
    "no-labels-show": LONG["show"],
    "no-labels-tree": LONG["tree"],
    "no-labels-trace": LONG["trace"],
    "errors": f"list -m {MAPS}errors.yaml",
}
PIPED = {
    "piped-list": f"list -m {MAPS}library.yaml",
    "piped-show": f"show open volunteers -m {MAPS}library.yaml",
    "piped-tree": f"tree -m {MAPS}library.yaml",
    "piped-tree-json": f"tree -m {MAPS}cyclic.yaml --json",
    "piped-trace-defends": f"trace volunteers open -m {MAPS}library.yaml",
    "piped-trace-cyclic": f"trace farmer egg --all --limit 3 -m {MAPS}cyclic.yaml",
    "piped-trace-ascii": f"trace volunteers -m {MAPS}library.yaml --charset ascii",
    "piped-attack-tree": f"tree -m {MAPS}attack.yaml",
    "piped-attack-show": f"show escapes bidi markup page lines formula -m {MAPS}attack.yaml",
    "piped-errors": f"list -m {MAPS}errors.yaml",
}


@pytest.fixture(autouse=True)
def _at_the_root(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the paths of maps be short ones."""
    monkeypatch.chdir(ROOT)


@pytest.mark.slow
@pytest.mark.parametrize("name", SNAPSHOTS)
@pytest.mark.parametrize("columns", [80, 100])
def test_long_texts_in_a_terminal(
    name: str, columns: int, matches: Callable[[str, str], None]
) -> None:
    """Texts without labels, wide letters and unbreakable words, at two widths."""
    shown = in_terminal(*SNAPSHOTS[name].split(), columns=columns, NO_COLOR="1")
    matches(f"{name}-{columns}", shown)


@pytest.mark.parametrize("name", PIPED)
def test_in_a_pipe(name: str, matches: Callable[[str, str], None]) -> None:
    """What other programs read."""
    result = argmap(*PIPED[name].split())
    matches(name, f"{result.out}--- {result.status}\n{result.err}")


@pytest.mark.parametrize("name", LONG)
def test_a_pipe_gets_whole_lines_at_any_width(name: str) -> None:
    """COLUMNS and TERM change nothing in a pipe, and each text stands on one line."""
    narrow = argmap(*LONG[name].split(), COLUMNS="20", TERM="dumb")
    assert narrow == argmap(*LONG[name].split(), COLUMNS="300")
    assert "\x1b" not in narrow.out
    text = "The house should put up lockers by the front door, large enough for what people order"
    whole = f"{text} in a usual week, and pay for them out of the common fund"
    assert any(whole in line for line in narrow.out.splitlines())


@pytest.mark.parametrize("name", LONG)
def test_forced_colour_in_a_pipe_is_the_same_text(name: str) -> None:
    """FORCE_COLOR adds codes to each line and folds none."""
    forced = argmap(*LONG[name].split(), FORCE_COLOR="1", COLUMNS="40").out
    assert SGR.search(forced)
    bare = SGR.sub("", forced)
    plain = argmap(*LONG[name].split()).out
    if name == "list":
        assert len(bare.splitlines()) == len(plain.splitlines()) + 2  # its header
        for line in plain.splitlines():
            assert line.split("\t")[-1] in bare
    else:
        assert [line.rstrip() for line in bare.splitlines()] == plain.splitlines()


@pytest.mark.parametrize("words", ["list", "tree", "show no-split", "trace phone-call", "show x"])
def test_no_color_and_dumb_terminals(words: str) -> None:
    """NO_COLOR leaves no colour, only weight and slant; TERM=dumb no code at all."""
    codes = SGR.findall(in_terminal(*words.split(), NO_COLOR="1"))
    numbers = {int(number) for code in codes for number in code.split(";") if number}
    assert numbers <= {0, 1, 2, 3, 4, 22, 23, 24}
    assert "\x1b" not in in_terminal(*words.split(), TERM="dumb")
    assert SGR.findall(in_terminal(*words.split()))


@pytest.mark.parametrize("name", LONG)
def test_naming_text_in_a_terminal_gives_what_a_pipe_gets(name: str) -> None:
    """-f text is the same everywhere."""
    words = LONG[name].split()
    assert in_terminal(*words, "-f", "text", columns=30) == argmap(*words).out


@pytest.mark.slow
@pytest.mark.parametrize("name", LONG)
@pytest.mark.parametrize("columns", [30, 55])
def test_a_narrow_terminal_loses_no_letter(name: str, columns: int) -> None:
    """Folding puts every character of the texts somewhere."""
    shown = SGR.sub("", in_terminal(*LONG[name].split(), columns=columns, NO_COLOR="1"))
    letters = re.sub(r"[\s│├└─▲▼]", "", shown)
    if name != "list" and (name, columns) != ("tree", 55):  # there columns stand side by side
        assert "Thehouseshouldputuplockersbythefrontdoor,largeenough" in letters
    for letter in "漢字":
        assert (letter in shown) == (name in {"list", "tree", "show"})


@pytest.mark.parametrize("columns", [40, 120])
def test_a_dumb_terminal_has_a_width_too(columns: int) -> None:
    """TERM=dumb means no codes; the width is still that of the terminal."""
    lines = in_terminal(*LONG["trace"].split(), columns=columns, TERM="dumb").splitlines()
    assert columns - 20 < max(map(len, lines)) <= columns


def test_all_errors_are_reported_in_one_run() -> None:
    """Each error at its line and column, with a caret under the place."""
    result = argmap(*PIPED["piped-errors"].split())
    file = f"{MAPS}errors.yaml"
    places = re.findall(rf"^{re.escape(file)}:(\d+):(\d+): error: ", result.err, re.MULTILINE)
    reported = {int(line) for line, _ in places}
    assert reported == {2, 3, 6, 7, 8, 9, 11, 12, 13, 14}
    assert len(re.findall(r"^ +\^$", result.err, re.MULTILINE)) == len(places)
    assert f"{len(places)} errors in {file}" in result.err
    assert "weight" in result.err
    assert (result.status, result.out) == (2, "")


def test_each_wrong_value_in_a_list_is_reported() -> None:
    """Two wrong items in one list are two errors."""
    text = "argmap: 1\nclaims:\n  a: {text: A., at: [-1, 5-4]}\n"
    result = argmap("list", "-m", "-", stdin=text)
    assert "<stdin>:3:22: error: " in result.err
    assert "<stdin>:3:26: error: " in result.err
