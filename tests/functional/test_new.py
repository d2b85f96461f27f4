"""``argmap new``: a map to go on with."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support import argmap
from support.edits import changed, edit
from support.laws import examples
from support.strategies import ids, texts

from argmap import loads
from argmap.editing.templates import TEMPLATES, new_map


@pytest.mark.parametrize("template", ["claim", "debate", "decision", "essay", "framework"])
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


@examples(100)
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
