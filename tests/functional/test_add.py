"""``argmap add``: a claim more, as words or from an editor."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from support import argmap
from support.edits import COMMENTED, check_edit, check_note, edit, refusal

from argmap import load

EDITS = {
    "add-claim": (
        *("add", "cheap", "It is cheap: see the note.", "--supports", "open-in-winter"),
        *("--after", "heating", "--voice", "club", "--at", "3,5-6", "--tag", "cost"),
    ),
    "add-short": ("add", "cheap", "It is cheap, they say."),
}
_WRITTEN = 'printf "argmap: 1\\nclaims: {z: Mine.}\\n" > "$1"'
_MAP = '"$(dirname "$1")/map.yaml"'


@pytest.mark.parametrize("name", EDITS)
def test_only_the_lines_meant_change(
    name: str, pool: Path, matches: Callable[[str, str], None]
) -> None:
    matches(name, check_edit(pool, EDITS[name]))


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("add solar Again.", "there is a claim 'solar' already"),
        ("add x", "use --edit"),
        ("add x X. --weight 2", "weight must be from 0 to 1"),
        ("add x X. --at 5-4", "at has the range 5-4, which runs backwards"),
        ("add x X. --supports healt", "did you mean 'health' or 'heating'?"),
        ("add x X. --after y", "there is no claim 'y'"),
        ("add x \t", "write it after the id, or use --edit"),
        ("add x X. --tag \udcff", "tag is not UTF-8"),
    ],
)
def test_what_cannot_be_is_refused(words: str, said: str, pool: Path) -> None:
    assert said in refusal(pool, words)


@pytest.mark.parametrize(
    ("words", "note"),
    [
        ("add x X. --voice clb", "voices does not say who 'clb' is; did you mean 'club'?"),
    ],
)
def test_what_may_not_be_meant_is_noted(words: str, note: str, pool: Path) -> None:
    check_note(pool, words, note)


def test_what_others_edit_while_an_editor_is_open_stays(pool: Path, tmp_path: Path) -> None:
    editor = tmp_path / "editor"
    editor.write_text(
        f'#!/bin/sh\nsed -i "s/text: .*/text: Written./" "$1"\necho "# later" >> "{pool}"\n'
    )
    editor.chmod(0o755)
    result = edit(pool, "add", "new", "--edit", EDITOR=str(editor))
    assert (result.status, result.err) == (0, "pool.yaml: added 'new'\n")
    text = pool.read_text(encoding="utf-8")
    assert text.endswith("# later\n")
    assert "Written." in text


def test_a_claim_written_in_an_editor(pool: Path) -> None:
    script = "sed -i -e 's/text: .*/text: Written./' -e 's/# label: /label: Mine/'"
    done = edit(
        pool, "add", "new", "--edit", "--voice", "club", "--attacks", "health", EDITOR=script
    )
    assert done.err == "pool.yaml: added 'new', which attacks health\n"
    shown = json.loads(argmap("show", "new", "--json", "-m", str(pool)).out)
    (claim,) = shown if isinstance(shown, list) else [shown]
    assert (claim["text"], claim["label"], claim["voice"]) == ("Written.", "Mine", "club")


@pytest.mark.parametrize(
    "text",
    [
        "text:\\n      Written.",  # below its key
        'text: "Written."\\n    note: |-\\n      text:',
        "text: Written.\\n    # text:",
    ],
)
def test_a_text_that_is_there_is_not_empty(text: str, pool: Path) -> None:
    done = edit(pool, "add", "new", "--edit", EDITOR=f"sed -i 's/text: .*/{text}/'")
    assert (done.status, done.err) == (0, "pool.yaml: added 'new'\n")
    assert json.loads(argmap("show", "new", "--json", "-m", str(pool)).out)


@pytest.mark.parametrize("text", ["text:  # none", "text: ~", "text: '  '"])
def test_a_text_that_is_left_empty_in_any_way(text: str, pool: Path) -> None:
    done = edit(pool, "add", "new", "--edit", EDITOR=f'sed -i "s/text: .*/{text}/"')
    assert done.status == 2
    assert "the text was left empty" in done.err
    assert pool.read_text(encoding="utf-8") == COMMENTED


@pytest.mark.parametrize(
    ("editor", "said"),
    [
        ("true", "the text was left empty"),
        ("false", "the editor 'false' ended with status 1"),
        ("no-such-editor", "cannot start the editor"),
        ("sed -i 's/text: .*/text: [a]/'", "what you wrote is kept in"),
        ("sed -i 's/claims:.*/claims: {a: A, b: B}/;/^ /d'", "must have one claim"),
    ],
)
def test_an_editor_that_brings_no_claim(editor: str, said: str, pool: Path, tmp_path: Path) -> None:
    result = edit(pool, "add", "new", "--edit", EDITOR=editor, TMPDIR=str(tmp_path))
    assert result.status == 2
    assert said in result.err
    assert bool(list(tmp_path.glob("argmap-*"))) == ("kept" in result.err)
    assert pool.read_text(encoding="utf-8") == COMMENTED


def test_what_a_claim_ignores_is_added_from_an_editor_and_its_id_may_change(pool: Path) -> None:
    script = "sed -i -e 's/^  new:/  newer:/' -e 's/text: .*/text: W.\\n    ignore: {island: so}/'"
    done = edit(pool, "add", "new", "--edit", "--attacks", "health", EDITOR=script)
    assert done.err == "pool.yaml: added 'newer', which attacks health\n"
    added = load(pool)
    assert added.ignored[-1] == ("island", "so", "newer")
    assert "newer/health" in added.relations


@pytest.mark.parametrize(
    ("script", "message", "kept"),
    [
        ('printf "argmap: 1\\nclaims: {z: caf\\351}\\n" > "$1"', "is not UTF-8", 1),
        ('echo written >> "$1"; exit 3', "ended with status 3", 1),
        ("exit 3", "ended with status 3", 0),
        ('rm "$1"', "cannot read what you wrote", 0),
        # What is right in itself and cannot be added is kept as well.
        ('printf "argmap: 1\nclaims: {a: Mine.}\n" > "$1"', "there is a claim 'a' already", 1),
        (f'{_WRITTEN}; echo "title: Lost?" >> "$1"', "nothing besides, not title", 1),
        (f"{_WRITTEN}; chmod a-w {_MAP}", "is read-only", 1),
        (":", "the text was left empty", 0),
    ],
)
def test_what_was_written_in_an_editor_is_never_lost(
    script: str, message: str, kept: int, tmp_path: Path
) -> None:
    path = tmp_path / "map.yaml"
    path.write_text("argmap: 1\nclaims: {a: A is so.}\n", encoding="utf-8")
    editor = tmp_path / "editor"
    editor.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    editor.chmod(0o755)
    places = {"VISUAL": str(editor), "TMPDIR": str(tmp_path)}
    result = argmap("add", "z", "--edit", "-m", str(path), cwd=None, **places)
    assert result.status == 2
    assert message in result.err
    assert ("what you wrote is kept in" in result.err) is bool(kept)
    assert len(list(tmp_path.glob("argmap-*.yaml"))) == kept
    taken = argmap("add", "a", "--edit", "-m", str(path), cwd=None, **places)
    assert "there is a claim 'a' already" in taken.err
    text = path.read_text(encoding="utf-8")
    assert text.removesuffix("# later\n") == "argmap: 1\nclaims: {a: A is so.}\n"
