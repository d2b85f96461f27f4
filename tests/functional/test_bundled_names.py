"""Maps that come with argmap are named by a word, wherever a file can be named."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import argmap

from argmap.cli._complete import bundled_maps
from argmap.formats import bundled_name, bundled_names, bundled_path

TITLE = 'title: "Should one believe a report of a miracle?"'


@pytest.mark.parametrize(
    ("words", "environment"),
    [
        (["-m", "miracles"], {}),
        (["miracles"], {}),
        ([], {"ARGMAP_MAP": "miracles"}),
        (["miracles"], {"ARGMAP_MAP": "cognitive-community"}),
    ],
)
def test_a_name_is_enough(words: list[str], environment: dict[str, str], tmp_path: Path) -> None:
    shown = argmap("export", *words, cwd=tmp_path, **environment)
    assert TITLE in shown.out


@pytest.mark.parametrize("command", ["check", "stats"])
def test_so_it_is_where_several_maps_can_be_named(command: str, tmp_path: Path) -> None:
    result = argmap(command, *bundled_names(), cwd=tmp_path)
    assert result.status == 0
    assert "no file" not in result.err


def test_a_copy_is_compared_with_the_map_it_comes_from(tmp_path: Path) -> None:
    assert argmap("export", "miracles", "-o", "mine.yaml", cwd=tmp_path).status == 0
    compared = argmap("diff", "miracles", "mine.yaml", cwd=tmp_path)
    assert (compared.status, compared.err) == (0, "the maps say the same\n")


def test_a_file_of_that_name_goes_before(tmp_path: Path) -> None:
    (tmp_path / "miracles").write_text("argmap: 1\nclaims: {own: Mine.}\n", encoding="utf-8")
    assert argmap("list", "-m", "miracles", cwd=tmp_path).out.startswith("own\t")
    assert argmap("list", "miracles", cwd=tmp_path).out.startswith("own\t")


def test_a_claim_of_that_name_goes_before_where_ids_are_meant(tmp_path: Path) -> None:
    shown = argmap("show", "cognitive-community", cwd=tmp_path)
    assert shown.out.startswith("A cognitive community at the core\n")
    assert len(argmap("list", "cognitive-community", cwd=tmp_path).out.splitlines()) > 60


def test_what_comes_with_argmap_is_not_changed(tmp_path: Path) -> None:
    before = bundled_path("miracles").read_bytes()
    result = argmap("set", "laws", "kind=premise", "-m", "miracles", cwd=tmp_path)
    first, second = result.err.splitlines()
    assert first == "argmap: error: the map 'miracles' comes with argmap and cannot be changed"
    assert second == "    argmap export -m miracles -o miracles.yaml makes a copy of your own"
    assert (result.status, result.out) == (2, "")
    assert bundled_path("miracles").read_bytes() == before


def test_a_name_that_is_nearly_right_is_answered_with_the_right_one(tmp_path: Path) -> None:
    hint = "did you mean 'miracles', a map that comes with argmap?"
    assert hint in argmap("tree", "-m", "mirackles", cwd=tmp_path).err
    (tmp_path / "mirackle").write_text("argmap: 1\n", encoding="utf-8")
    assert "did you mean 'mirackle'?" in argmap("tree", "-m", "mirackles", cwd=tmp_path).err
    for name in ("schemes", "x", "mirackles.yaml"):
        assert "comes with" not in argmap("tree", "-m", name, cwd=tmp_path).err


def test_commands_that_are_proposed_name_it_as_it_was_named(tmp_path: Path) -> None:
    shown = argmap("overview", "miracles", cwd=tmp_path, columns=80).out
    assert "argmap cruxes miracles no-foundation" in shown


def test_a_shell_completes_the_names_where_no_file_begins_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert list(bundled_maps("mi")) == ["miracles"]
    assert set(bundled_maps("")) == set(bundled_names())
    assert list(bundled_maps("missing/mi")) == []
    (tmp_path / "mine.yaml").touch()
    assert list(bundled_maps("mi")) == []


def test_the_guides_name_them() -> None:
    said = argmap("guide").err
    assert all(name in said for name in bundled_names())
    assert "schemes" not in bundled_names()


def test_a_path_has_a_name_only_if_it_is_that_of_a_map_that_comes_with_argmap() -> None:
    assert bundled_name(bundled_path("miracles")) == "miracles"
    assert bundled_name("miracles.yaml") is None
    assert bundled_name(bundled_path("schemes")) is None
