"""The commands that edit a map file, run as a person runs them."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from difflib import unified_diff
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support import ROOT, Result, argmap, in_terminal
from support.strategies import ids, texts

from argmap import load, loads
from argmap.cli import run
from argmap.editing.file import open_map
from argmap.editing.templates import TEMPLATES, new_map
from argmap.errors import ArgmapError

MAPS = ROOT / "tests" / "functional" / "maps"
COMMENTED = (MAPS / "commented.yaml").read_text(encoding="utf-8")

EDITS = {
    "add-claim": (
        *("add", "cheap", "It is cheap: see the note.", "--supports", "open-in-winter"),
        *("--after", "heating", "--voice", "club", "--at", "3,5-6", "--tag", "cost"),
    ),
    "add-short": ("add", "cheap", "It is cheap, they say."),
    "link-claims": ("link", "health", "solar", "attacks", "heating", "--id", "both"),
    "link-step": ("link", "health", "supports", "need", "--note", "A remark."),
    "unlink-step": ("unlink", "heating/open-in-winter", "--cascade"),
    "set-short": ("set", "health", "label=Health", "at=3"),
    "set-folded": ("set", "open-in-winter", "text=The pool should stay open.", "voice="),
    "set-list": ("set", "heating", "text=It's dear.", "at=7,8-9", "kind=cost"),
    "set-braces": ("set", "demand", "tags=", "weight=0.5", "implicit=true"),
    "rename-claim": ("rename", "heating", "cost"),
    "rename-step": ("rename", "heating/open-in-winter", "cost-step"),
    "remove-ground": ("remove", "solar", "--cascade"),
    "remove-root": ("remove", "open-in-winter", "--cascade"),
}


@pytest.fixture
def pool(tmp_path: Path) -> Path:
    """Return a map file with comments and many manners of writing, to be edited."""
    path = tmp_path / "pool.yaml"
    path.write_text(COMMENTED, encoding="utf-8")
    return path


def edit(path: Path, *words: str, **env: str) -> Result:
    """Run a command on a file beside which it is run."""
    return argmap(*words, "-m", path.name, cwd=path.parent, **env)


def changed(path: Path, before: str = COMMENTED) -> list[str]:
    """Return the lines that went and came, as a diff has them."""
    after = path.read_text(encoding="utf-8")
    rows = unified_diff(before.splitlines(), after.splitlines(), lineterm="")
    return [row for row in rows if row[0] in "+-" and row[:3] not in {"+++", "---"}]


@pytest.mark.parametrize("name", EDITS)
def test_an_edit_changes_only_the_lines_meant(
    name: str, pool: Path, matches: Callable[[str, str], None]
) -> None:
    shown = edit(pool, *EDITS[name], "--dry-run")
    assert pool.read_text(encoding="utf-8") == COMMENTED
    assert (shown.status, shown.err) == (0, "")
    done = edit(pool, *EDITS[name])
    assert (done.status, done.out) == (0, "")
    matches(f"{name}", shown.out + done.err)
    rows = [row for row in shown.out.splitlines() if row[:1] in {"+", "-"}]
    assert rows[2:] == changed(pool)


def test_a_diff_on_a_terminal(
    pool: Path, matches: Callable[[str, str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(pool.parent)
    words = ("set", "health", "label=Health", "-m", "pool.yaml", "--dry-run")
    shown = in_terminal(*words, columns=80)
    matches("set-dry-run-80", shown)
    assert "\x1b[32m" in shown
    assert "\x1b[32m" not in in_terminal(*words, NO_COLOR="1")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            "remove heating",
            "2 relations ('heating/open-in-winter' and 'solar/heating/open-in-winter')",
        ),
        ("remove open-in-winter", "3 relations"),
        ("remove solar", "1 relation ('solar/heating/open-in-winter') and 2 expectations"),
        ("unlink heating/open-in-winter", "1 relation ('solar/heating/open-in-winter')"),
        ("unlink solar", "'solar' is a claim"),
        ("unlink nede", "did you mean 'need'?"),
        ("remove healthy", "did you mean 'health'?"),
        ("rename healthy fit", "did you mean 'health'?"),
        ("rename health solar", "there is a claim 'solar' already"),
        ("rename health need", "there is a relation 'need' already"),
        ("rename health a\tb", "white space or control characters"),
        ("add solar Again.", "there is a claim 'solar' already"),
        ("add x", "use --edit"),
        ("add x X. --weight 2", "weight must be from 0 to 1"),
        ("add x X. --at backwards", "at must be a whole number or a range"),
        ("add x X. --supports healt", "did you mean 'health' or 'heating'?"),
        ("add x X. --after y", "there is no claim 'y'"),
        ("link health helps solar", "there is no verb 'helps'"),
        ("link health supports", "needs a premise, a verb and a target"),
        ("link heating attacks open-in-winter", "is there already"),
        ("link solar undercuts health", "only a relation can be undercut"),
        ("set health", "Missing argument"),
        ("set health label", "is not FIELD=VALUE"),
        ("set health labl=x", "did you mean 'label'?"),
        ("set health text=", "a claim needs a text"),
        ("set health implicit=perhaps", "implicit must be true or false"),
        ("set helth label=x", "did you mean 'health'?"),
        ("set health at=9999999999999999999", "at must be at most 999,999,999"),
        ("set health at=1.5", "a range of two, not 1.5"),
        ("set health note=\udcff", "note is not UTF-8: it has the byte 0xff"),
        ("add x \t", "write it after the id, or use --edit"),
        ("add x X. --tag \udcff", "tag is not UTF-8"),
        ("link health supports solar --note \t", "note must not be empty"),
    ],
)
def test_what_cannot_be_is_refused(
    words: str, said: str, pool: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([*words.split(" "), "-m", str(pool)]) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert said in shown.err
    assert pool.read_text(encoding="utf-8") == COMMENTED


@pytest.mark.parametrize(
    ("words", "note"),
    [
        ("link solar supports solar", "'solar' supports itself"),
        ("link solar health attacks solar", "'solar' attacks itself"),
        ("add x X. --voice clb", "voices does not say who 'clb' is; did you mean 'club'?"),
        ("set health voice=nobody", "voices does not say who 'nobody' is"),
        ("set health voice=town", ""),
        ("rename solar sun", ""),
    ],
)
def test_what_may_not_be_meant_is_noted(
    words: str, note: str, pool: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    expected = [f"note: {note}"] if note else []
    assert run([*words.split(" "), "-m", str(pool), "--dry-run"]) == 0
    assert capsys.readouterr().err.splitlines() == expected
    assert run([*words.split(" "), "-m", str(pool)]) == 0
    assert capsys.readouterr().err.splitlines()[1:] == expected


def test_what_is_so_already_changes_nothing(pool: Path) -> None:
    os.utime(pool, (1, 1))
    result = edit(pool, "set", "solar", "voice=club")
    assert (result.status, result.err) == (0, "nothing to change: pool.yaml already says so\n")
    assert pool.stat().st_mtime == 1


def test_the_bundled_map_is_not_edited(tmp_path: Path) -> None:
    result = argmap("set", "no-split", "label=x", cwd=tmp_path)
    assert result.status == 2
    assert "argmap new FILE starts one" in result.err
    assert argmap("set", "a", "label=x", "-m", "-").status == 2


def test_the_environment_may_name_the_map(pool: Path) -> None:
    assert argmap("set", "solar", "label=Sun", ARGMAP_MAP=str(pool)).status == 0
    assert "label: Sun" in pool.read_text(encoding="utf-8")


@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_ends_marks_and_links_stay(mark: str, pool: Path) -> None:
    before = (mark + COMMENTED.replace("\n", "\r\n")).rstrip().encode()
    pool.write_bytes(before)
    pool.chmod(0o640)
    link = pool.parent / "link.yaml"
    link.symlink_to(pool)
    assert edit(link, "add", "new", "A new one.").status == 0
    after = pool.read_bytes()
    lines = after.split(b"\r\n")
    assert [line for line in lines if line not in before.split(b"\r\n")] == [b"    new: A new one."]
    assert (b"\n" in after.replace(b"\r\n", b""), after[:3] == "\ufeff".encode()) == (
        False,
        bool(mark),
    )
    assert link.is_symlink()
    assert pool.stat().st_mode & 0o777 == 0o640


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


def test_a_file_that_changed_meanwhile_is_not_overwritten(pool: Path) -> None:
    opened = open_map(str(pool))
    pool.write_text(COMMENTED + "# later\n", encoding="utf-8")
    with pytest.raises(ArgmapError, match="has changed since it was read"):
        opened.write(COMMENTED.replace("pool", "pond"))
    assert pool.read_text(encoding="utf-8") == COMMENTED + "# later\n"


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


def test_json_maps_are_edited_too(tmp_path: Path) -> None:
    path = tmp_path / "debate.json"
    argmap("export", "-o", str(path))
    before = path.read_text(encoding="utf-8")
    for words in (
        ("set", "no-split", "note=Said.", "at=1,2-3"),
        ("add", "more", "More.", "--supports", "no-split"),
        ("rename", "no-split", "no-break"),
        ("remove", "phone-call", "--cascade"),
    ):
        assert edit(path, *words).status == 0
    after = json.loads(path.read_text(encoding="utf-8"))
    assert after["claims"]["no-break"]["at"] == [1, "2-3"]
    assert after["relations"][-1] == {
        "id": "more/no-break",
        "from": ["more"],
        "supports": "no-break",
    }
    assert "phone-call" not in path.read_text(encoding="utf-8")
    assert len(changed(path, before)) < 60


def test_other_formats_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "debate.argdown"
    argmap("export", "-o", str(path))
    before = path.read_bytes()
    result = edit(path, "rename", "no-split", "no-break")
    assert result.status == 2
    assert "argmap export -m debate.argdown -o map.yaml" in result.err
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    "words", ["set b text=C.", "set b label=x", "remove b", "rename b c", "add c C."]
)
def test_what_stands_behind_an_alias_is_changed_well_or_not_at_all(
    words: str, tmp_path: Path
) -> None:
    path = tmp_path / "alias.yaml"
    text = "argmap: 1\nclaims:\n  a: &x {text: &t A., kind: thesis}\n  b: *x\n"
    path.write_text(text, encoding="utf-8")
    result = edit(path, *words.split(" "))
    if result.status:
        assert "alias.yaml:4:6: error: not changed: this repeats, by an alias" in result.err
        assert "write it out here" in result.err
        assert path.read_text(encoding="utf-8") == text
    assert argmap("list", "-m", str(path)).status == 0


def test_a_broken_map_is_told_with_its_places(tmp_path: Path) -> None:
    path = tmp_path / "broken.yaml"
    path.write_bytes((MAPS / "broken.yaml").read_bytes())
    result = edit(path, "set", "open", "label=x")
    assert result.status == 2
    assert "broken.yaml:3:16: error" in result.err
    assert path.read_bytes() == (MAPS / "broken.yaml").read_bytes()


@pytest.mark.parametrize("template", ["claim", "debate", "essay", "framework"])
def test_a_new_map_is_a_map_to_go_on_with(
    template: str, tmp_path: Path, matches: Callable[[str, str], None]
) -> None:
    made = argmap("new", "my.yaml", "It: yes?", "-t", template, "--title", "T", cwd=tmp_path)
    assert made.status == 0
    path = tmp_path / "my.yaml"
    matches(f"new-{template}", path.read_text(encoding="utf-8") + made.err)
    before = path.read_text(encoding="utf-8")
    assert edit(path, "add", "why", "Because.", "--supports", "thesis").status == 0
    tree = argmap("tree", "-m", str(path)).out
    assert "It: yes?" in tree
    assert "Because." in tree
    assert len(changed(path, before)) <= 5
    assert argmap("evaluate", "--check", "-m", str(path)).status == 0


def test_a_new_map_has_its_schema_beside_it(tmp_path: Path) -> None:
    assert argmap("new", "my.yaml", cwd=tmp_path).status == 0
    first = (tmp_path / "my.yaml").read_text(encoding="utf-8").splitlines()[0]
    named = tmp_path / first.removeprefix("# yaml-language-server: $schema=")
    assert named.read_text(encoding="utf-8") == argmap("schema").out
    named.write_text("mine", encoding="utf-8")
    again = argmap("new", "other.yaml", cwd=tmp_path)
    assert again.err == "other.yaml: a new map; argmap tree other.yaml shows it\n"
    assert named.read_text(encoding="utf-8") == "mine"
    named.unlink()
    for words in (["bare.yaml", "--no-schema"], ["far.yaml", "--schema", "https://x.example/s"]):
        assert argmap("new", *words, cwd=tmp_path).status == 0
    assert "$schema" not in (tmp_path / "bare.yaml").read_text(encoding="utf-8")
    assert "$schema=https://x.example/s\n" in (tmp_path / "far.yaml").read_text(encoding="utf-8")
    assert not named.exists()
    assert "$schema" not in argmap("new", "-").out
    assert argmap("new", "-", "--schema", "s").out.startswith("# yaml-language-server: $schema=s\n")


def test_a_schema_that_cannot_be_written_leaves_the_map(tmp_path: Path) -> None:
    (tmp_path / "argmap.schema.json").symlink_to(tmp_path / "nowhere" / "s.json")
    made = argmap("new", "my.yaml", cwd=tmp_path)
    assert made.status == 0
    assert "note: its schema was not written: cannot write" in made.err
    assert (tmp_path / "my.yaml").exists()


@settings(max_examples=100, deadline=None)
@given(
    st.sampled_from(sorted(TEMPLATES)),
    ids | st.just("x" * 1100),
    texts,
    st.none() | texts,
)
def test_every_template_takes_every_id_and_text(
    template: str, claim_id: str, text: str, title: str | None
) -> None:
    taken = loads(new_map(template, "free-id", "Text."))
    if claim_id in taken.claims or claim_id in taken.relations:
        return
    made = loads(new_map(template, claim_id, text, title))
    assert (made.claims[claim_id].text, made.title) == (text, title)
    assert len(made.claims) == len(taken.claims)
    assert len(made.relations) == len(taken.relations)


def test_the_schema_line_of_a_new_map(tmp_path: Path) -> None:
    words = ("new", "maps/my.yaml", "--schema", "other.schema.json")
    assert argmap(*words, cwd=tmp_path).status == 2  # there is no such folder
    (tmp_path / "maps").mkdir()
    made = argmap(*words, cwd=tmp_path)
    assert "argmap schema -o maps/other.schema.json writes it" in made.err
    first = (tmp_path / "maps" / "my.yaml").read_text(encoding="utf-8").splitlines()[0]
    assert first == "# yaml-language-server: $schema=other.schema.json"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("my.yaml", "there is a file 'my.yaml' already"),
        ("other.dot", "a new map is YAML"),
        ("other", "a new map is YAML, and"),
        ("other.yaml --template debat", "did you mean 'debate'?"),
        ("other.yaml --template debate --id cost", "choose another with --id"),
        ("other.yaml --schema a\nb", "must be one line of text"),
        ("other.yaml --schema a --no-schema", "exclude each other"),
        ("other.yaml \t", "leave it out to start with a sentence"),
        ("other.yaml --title \t", "title must not be empty"),
        ("other.yaml a\udcff", "text is not UTF-8: it has the byte 0xff"),
        ("other.yaml --id a\udce9", "the id is not UTF-8: it has the byte 0xe9"),
    ],
)
def test_a_new_map_that_cannot_be(words: str, said: str, tmp_path: Path) -> None:
    path = tmp_path / "my.yaml"
    path.write_text("mine", encoding="utf-8")
    result = argmap("new", *words.split(" "), cwd=tmp_path)
    assert result.status == 2
    assert said in result.err
    assert [entry.name for entry in tmp_path.iterdir()] == ["my.yaml"]
    assert path.read_text(encoding="utf-8") == "mine"


def test_a_new_map_on_standard_output() -> None:
    made = argmap("new", "-", "First.", "--id", "no")
    assert made.status == 0
    shown = argmap("list", "-m", "-", stdin=made.out)
    assert shown.out == "no\tthesis\t\t\tFirst.\n"


_WRITTEN = 'printf "argmap: 1\\nclaims: {z: Mine.}\\n" > "$1"'
_MAP = '"$(dirname "$1")/map.yaml"'


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
