"""Editors of any name, and what is written in them when a command is ended."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from support import COMMAND, argmap, argmap_process, environment, started
from support.typed import TEXT

# Editors.


@pytest.mark.parametrize("editor", [" ", "", "\t"])
def test_an_editor_without_a_name_is_none(editor: str, here: Path) -> None:
    """The next one is taken: here vi, as it was put in the path."""
    (here / "vi").write_text("#!/bin/sh\nsed -i 's/text: .*/text: Written./' \"$1\"\n")
    (here / "vi").chmod(0o755)
    path = f"{here}:{os.environ['PATH']}"
    done = argmap("add", "map.yaml", "x", "--edit", cwd=here, VISUAL="", EDITOR=editor, PATH=path)
    assert done.status == 0, done.err
    assert "Written." in (here / "map.yaml").read_text()


@pytest.mark.parametrize(
    ("editor", "name"),
    [
        ("C:\\bin\\ed.exe", "C:\\bin\\ed.exe"),
        ('"C:\\my bin\\ed.exe" -w', "C:\\my bin\\ed.exe"),
        ("{here}/my ed", "{here}/my ed"),
        ("'{here}/my ed' -w", "{here}/my ed"),
    ],
)
def test_an_editor_may_have_any_path(editor: str, name: str, here: Path) -> None:
    """One of Windows, whose backslashes quote nothing, and one with a space."""
    program = here / name.format(here=here).removeprefix(f"{here}/")
    program.write_text(
        "#!/bin/sh\nfor last; do :; done; sed -i 's/text: .*/text: Written./' \"$last\"\n"
    )
    program.chmod(0o755)
    path = f"{here}:{os.environ['PATH']}"
    given = editor.format(here=here)
    done = argmap("add", "x", "--edit", "-m", "map.yaml", cwd=here, EDITOR=given, PATH=path)
    assert done.status == 0, done.err
    assert "Written." in (here / "map.yaml").read_text()


def test_what_is_shown_alone_is_kept(here: Path) -> None:
    """After --dry-run nothing is in the map, so the text stays where it was written."""
    temporary = here / "temporary"
    temporary.mkdir()
    words = ["add", "map.yaml", "x", "--edit", "--dry-run"]
    editor = "sed -i 's/text: .*/text: Written./'"
    done = argmap_process(*words, cwd=here, EDITOR=editor, TMPDIR=str(temporary))
    (kept,) = temporary.iterdir()
    assert (done.status, f"what you wrote is kept in {kept}" in done.err) == (0, True)
    assert "Written." in kept.read_text()


SIGNALS = [
    signal.SIGINT,
    *(pytest.param(each, marks=pytest.mark.slow) for each in (signal.SIGQUIT, signal.SIGTERM)),
    pytest.param(signal.SIGHUP, marks=pytest.mark.slow),
]


@pytest.mark.parametrize("number", SIGNALS)
def test_a_signal_does_not_end_an_editor(number: signal.Signals, here: Path) -> None:
    """Keys that end a command are the editor's; other ends leave it, and say where the text is."""
    editor = here / "editor"
    editor.write_text(
        f"#!{sys.executable}\nimport pathlib, signal, sys, time\n"
        "for each in (signal.SIGINT, signal.SIGQUIT, signal.SIGHUP):\n"
        "    assert signal.getsignal(each) is not signal.SIG_IGN\n"
        "    signal.signal(each, signal.SIG_IGN)\n"
        f"pathlib.Path({str(here / 'begun')!r}).touch()\ntime.sleep(1)\n"
        "path = pathlib.Path(sys.argv[1])\n"
        "path.write_text(path.read_text().replace('text:', 'text: Written.'))\n"
        f"pathlib.Path({str(here / 'ended')!r}).touch()\n"
    )
    editor.chmod(0o755)
    temporary = here / "temporary"
    temporary.mkdir()
    is_key = number in {signal.SIGINT, signal.SIGQUIT}
    with started(
        [*COMMAND, "add", "x", "--edit", "-m", "map.yaml"],
        here,
        stderr=subprocess.PIPE,
        env=environment(EDITOR=str(editor), TMPDIR=str(temporary)),
        start_new_session=True,
    ) as process:
        wait_for(here / "begun")
        if is_key:
            os.killpg(process.pid, number)  # as a terminal does
        else:
            process.send_signal(number)
        _, said = process.communicate(timeout=30)
    wait_for(here / "ended")
    if is_key:
        assert process.returncode == 0, said
        assert "Written." in (here / "map.yaml").read_text()
        assert not list(temporary.iterdir())
    else:
        assert process.returncode == -number
        (kept,) = temporary.iterdir()
        assert f"what you wrote is kept in {kept}" in said.decode()
        assert "Written." in kept.read_text()
        assert (here / "map.yaml").read_text() == TEXT


def wait_for(path: Path) -> None:
    """Wait until a file is there."""
    end = time.monotonic() + 20
    while not path.exists():
        assert time.monotonic() < end, f"{path} never came"
        time.sleep(0.02)
