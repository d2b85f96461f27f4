"""What the explorer calls a file."""

from __future__ import annotations

from pathlib import Path

import pytest

from argmap.explorer.paths import elided, free_name, short_path


def test_the_shortest_true_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    work, home = tmp_path / "home" / "work", tmp_path / "home"
    work.mkdir(parents=True)
    monkeypatch.chdir(work)
    monkeypatch.setenv("HOME", str(home))
    for path, short in (
        ("map.yaml", "map.yaml"),
        ("maps/map.yaml", "maps/map.yaml"),
        (work / "maps" / "map.yaml", "maps/map.yaml"),
        (home / "other" / "map.yaml", "~/other/map.yaml"),
        (tmp_path / "map.yaml", str(tmp_path / "map.yaml")),
        ("~/map.yaml", "~/map.yaml"),  # a folder of that name, not home: the shell has been there
    ):
        assert short_path(path) == short


def test_a_working_folder_that_is_gone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    assert short_path("/maps/map.yaml") == "/maps/map.yaml"


@pytest.mark.parametrize(
    ("width", "shown"),
    [
        (40, "~/maps/of/many/years/2021/essay.yaml"),
        (36, "~/maps/of/many/years/2021/essay.yaml"),
        (35, "~/…/of/many/years/2021/essay.yaml"),
        (30, "~/…/many/years/2021/essay.yaml"),
        (20, "~/…/2021/essay.yaml"),
        (18, "~/…/essay.yaml"),
        (13, "…/essay.yaml"),
        (11, "…essay.yaml"),
        (8, "…ay.yaml"),
        (1, "…"),
        (0, ""),
    ],
)
def test_folders_in_the_middle_go_first(width: int, shown: str) -> None:
    assert elided("~/maps/of/many/years/2021/essay.yaml", width) == shown


def test_an_absolute_path_keeps_where_it_begins() -> None:
    assert elided("/srv/a/b/c/map.yaml", 17) == "/srv/…/c/map.yaml"
    assert elided("/srv/a/b/c/map.yaml", 17, "...") == "/srv/.../map.yaml"
    assert elided("図書館の日曜.yaml", 12) == "…の日曜.yaml"


def test_a_name_that_is_free(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert free_name("a.svg") == "a.svg"
    (tmp_path / "a.svg").symlink_to("nowhere")
    (tmp_path / "a-2.svg").touch()
    assert free_name("a.svg") == "a-3.svg"
