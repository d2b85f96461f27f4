"""What all commands that edit a map file have in common."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from support import ROOT, argmap
from support.edits import COMMENTED, changed, edit

from argmap.editing.file import open_map
from argmap.errors import ArgmapError


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


def test_a_file_that_changed_meanwhile_is_not_overwritten(pool: Path) -> None:
    opened = open_map(str(pool))
    pool.write_text(COMMENTED + "# later\n", encoding="utf-8")
    with pytest.raises(ArgmapError, match="has changed since it was read"):
        opened.write(COMMENTED.replace("pool", "pond"))
    assert pool.read_text(encoding="utf-8") == COMMENTED + "# later\n"


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


def test_a_broken_map_is_reported_with_its_places(tmp_path: Path) -> None:
    path = tmp_path / "broken.yaml"
    broken = (ROOT / "tests" / "functional" / "maps" / "broken.yaml").read_bytes()
    path.write_bytes(broken)
    result = edit(path, "set", "open", "label=x")
    assert result.status == 2
    assert "broken.yaml:3:16: error" in result.err
    assert path.read_bytes() == broken
