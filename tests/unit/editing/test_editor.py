"""Editors are started where a claim stands, as each of them takes it."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from argmap.editing.editor import open_in_editor
from argmap.errors import ArgmapError

CASES = {
    "vi": ["+7", "FILE"],
    "nano -w": ["-w", "+7", "FILE"],
    "emacsclient -t": ["-t", "+7", "FILE"],
    "code --wait": ["--wait", "-g", "FILE:7"],
    "hx": ["FILE:7"],
    "notepad": ["FILE"],
}


def test_the_line_is_passed_on_as_the_editor_takes_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    report, file = tmp_path / "report", tmp_path / "map.yaml"
    monkeypatch.setenv("PATH", str(tmp_path))
    for editor, words in CASES.items():
        program = tmp_path / editor.split()[0]
        program.write_text(
            f"#!{sys.executable}\nimport sys\n"
            f"open({str(report)!r}, 'w').write('\\n'.join(sys.argv[1:]))\n"
        )
        program.chmod(0o755)
        for variable, other in (("VISUAL", "EDITOR"), ("EDITOR", "VISUAL")):
            monkeypatch.setenv(variable, editor)
            monkeypatch.setenv(other, "" if other == "VISUAL" else "not-this")
            open_in_editor(file, 7)
            shown = report.read_text().replace(str(file), "FILE").split("\n")
            assert shown == words, editor
    monkeypatch.setenv("EDITOR", "vi")
    open_in_editor(file)
    assert report.read_text() == str(file)


def test_an_editor_that_is_not_there_or_fails_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("VISUAL", raising=False)
    for editor, message in (("no-such-editor", "cannot start"), ("false", "with status 1")):
        monkeypatch.setenv("EDITOR", editor)
        with pytest.raises(ArgmapError, match=f"'{editor}'") as raised:
            open_in_editor(tmp_path / "map.yaml", 7)
        assert message in str(raised.value)
