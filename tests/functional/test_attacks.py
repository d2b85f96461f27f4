"""Claims, ids, file names and arguments that attack a terminal, a page or a spreadsheet."""

from __future__ import annotations

import csv
import io
import json
import re
import subprocess
from itertools import pairwise
from pathlib import Path

import pytest
from support import COMMAND, ROOT, argmap, environment, in_terminal
from support.frameworks import FORMATS as FRAMEWORKS

from argmap import ArgumentMap, Relation, RelationKind, dumps, load
from argmap.formats import writable

ATTACK = str(ROOT / "tests" / "functional" / "maps" / "attack.yaml")
DRIVES = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
EVERY = "escapes bidi markup page lines formula formula-tab formula-cr [/x]:smile: =id()"
ASKING = [
    *("list", "list --json", "tree", "tree -i", "tree --json", "tree --charset ascii"),
    *(f"show {EVERY}", f"show {EVERY} --json", "trace escapes", "trace --to lines --all"),
    "trace escapes --json",
]


def test_the_unit_of_a_source_and_the_name_of_a_file_drive_no_terminal(tmp_path: Path) -> None:
    """They stand in legends and messages, beside the claims."""
    path = tmp_path / "ev\x1b[31mil\u202e.yaml"
    unit = '"\\e]0;owned\\a\\e[31mpage\\u202e"'
    path.write_text(f"argmap: 1\nsource: {{unit: {unit}}}\nclaims: {{a: {{text: x, at: 1}}}}\n")
    for words in ("tree", "tree -i", "show a"):
        result = argmap(*words.split(), "-m", str(path))
        assert (result.status, DRIVES.findall(result.out)) == (0, [])
    path.write_text("argmap: 1\nclams: {}\nclaim: {}\n")
    result = argmap("tree", "-m", str(path))
    assert (result.status, DRIVES.findall(result.err)) == (2, [])


def attacks_alone() -> str:
    """Return the claims of the map, each attacking the next, as YAML."""
    claims = list(load(ATTACK).claims.values())
    pairs = [(one.id, other.id) for one, other in pairwise(claims)]
    return dumps(
        ArgumentMap(claims, [Relation(f"{a}/{b}", RelationKind.ATTACKS, (a,), b) for a, b in pairs])
    )


@pytest.mark.parametrize("words", [*ASKING, *(f"export -f {name}" for name in writable())])
def test_no_control_reaches_a_pipe(words: str) -> None:
    """Nothing that moves the cursor, renames the window or turns text around."""
    if words.rsplit(maxsplit=1)[-1] in FRAMEWORKS:
        result = argmap(*words.split(), "-m", "-", stdin=attacks_alone())
    else:
        result = argmap(*words.split(), "-m", ATTACK)
    assert result.status == 0
    assert DRIVES.findall(result.out.replace("\r\n", "\n")) == []
    assert DRIVES.findall(result.err) == []


@pytest.mark.parametrize("words", [*ASKING, "export", "export -f dot", "show escapez"])
def test_no_control_reaches_a_terminal(words: str) -> None:
    """In a terminal there are at most the codes of Rich for weight and slant."""
    shown = in_terminal(*words.split(), "-m", ATTACK, NO_COLOR="1")
    assert DRIVES.findall(re.sub(r"\x1b\[[0-4;]*m", "", shown)) == []


@pytest.mark.parametrize("words", ["list", "tree", f"show {EVERY}", "trace markup"])
def test_markup_is_literal_everywhere(words: str) -> None:
    """Brackets and colons print as they are written, in ids as in texts."""
    for shown in (
        argmap(*words.split(), "-m", ATTACK).out,
        in_terminal(*words.split(), "-m", ATTACK, NO_COLOR="1", columns=250),
    ):
        is_sentence = words == "list" and "\t" in shown  # on a terminal a label stands for it
        assert (
            "[/x] [bold]b[/bold] :smile: [link=" if is_sentence else "[/] :wave: [red]"
        ) in shown
        assert ("[/x]:smile:" in shown) == (words != "trace markup")


def test_each_claim_stays_on_its_line() -> None:
    """No line break, tab or separator in a text makes a row or a cell of its own."""
    lines = argmap("list", "-m", ATTACK).out.split("\n")[:-1]
    assert [line.split("\t")[0] for line in lines] == EVERY.split()
    assert {line.count("\t") for line in lines} == {4}


def test_no_cell_starts_a_formula() -> None:
    """Not behind a tab or carriage return either, nor in an id."""
    out = argmap("export", "-f", "csv", "-m", ATTACK).out
    cells = [cell for row in csv.reader(io.StringIO(out, newline="")) for cell in row]
    assert any("=cmd()" in cell for cell in cells)
    assert [cell for cell in cells if cell.lstrip()[:1] in {"=", "+", "-", "@"} and cell] == []


@pytest.mark.parametrize("name", ["yaml", "json"])
def test_escapes_survive_a_round_trip(name: str, tmp_path: Path) -> None:
    """What is escaped on the way out is the same text on the way in."""
    path = tmp_path / f"map.{name}"
    assert argmap("export", "-m", ATTACK, "-o", str(path)).status == 0
    assert load(path) == load(ATTACK)


@pytest.mark.parametrize("name", ["cytoscape", "node-link"])
def test_json_graphs_stay_json(name: str) -> None:
    """Programs read them, with the attacking text in them as data."""
    text = argmap("export", "-f", name, "-m", ATTACK).out
    assert "</script><!-- -->" in json.dumps(json.loads(text))


@pytest.mark.parametrize(
    "words",
    [
        ["show", "\x1b]0;x\x07"],
        ["list", "-m", "\x1b[31mx.yaml"],
        ["list", "--kind", "\u202ex"],
        ["tree", "-e", "\x9b1m"],
        ["export", "-f", "\x1b[5m"],
        ["export", "-o", "\x1b[5m"],
        ["\x1b[5m"],
        ["list", "--sort", "\x1b[5m"],
        ["list", "--\x1b[5m"],
        ["trace", "phone-call", "\x1b[5m[bold]"],
    ],
)
def test_an_argument_is_repeated_without_its_controls(words: list[str]) -> None:
    """A message that quotes an argument does not act it out."""
    result = argmap(*words)
    assert result.status == 2
    assert DRIVES.findall(result.err) == []
    assert len(result.err.splitlines()) <= 2


def test_a_folder_with_an_attacking_name(tmp_path: Path) -> None:
    """Neither errors in a file nor near file names act out what a file is called."""
    folder = tmp_path / "a\x1b[31m"
    folder.mkdir()
    path = folder / "map.yaml"
    path.write_text('argmap: 1\nclaims: {a: "\x9b"}\n', encoding="utf-8")
    (folder / "mop\x1b]0;x\x07.yaml").write_text("")
    for name in ("map.yaml", "mop]0;x.yaml"):
        result = argmap("list", "-m", str(folder / name))
        assert result.status == 2
        assert DRIVES.findall(result.err) == []


def test_bytes_that_are_no_text_as_arguments() -> None:
    """A word that is not UTF-8 is a wrong word, not a crash."""
    cases: list[list[str | bytes]] = [
        ["show", b"\xff"],
        ["list", "-m", b"\xff"],
        ["list", "--search", b"\xff"],
    ]
    for words in cases:
        done = subprocess.run(
            [*COMMAND, *words], capture_output=True, env=environment(), check=False
        )
        assert done.returncode in {1, 2}
        assert b"Traceback" not in done.stderr
