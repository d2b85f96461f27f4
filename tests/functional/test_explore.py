"""The explorer as a command: what it takes, what it refuses, and what it leaves behind."""

from __future__ import annotations

import os
import pty
import re
import select
import subprocess
import sys
import time
from pathlib import Path
from typing import NamedTuple

import pytest
from support import COMMAND, ROOT, argmap, argmap_process, environment, started

from argmap.errors import INTERRUPTED

LIBRARY = ROOT / "tests" / "functional" / "maps" / "library.yaml"
PATIENCE = 60  # seconds
LEFT = b"\x1b[?1049l"  # the terminal shows again what it showed before


class Ended(NamedTuple):
    """How a command in a terminal ended, and all that it wrote."""

    status: int
    shown: bytes


def in_terminal_with_keys(
    *words: str,
    keys: bytes | tuple[bytes, ...],
    once: bytes | tuple[bytes, ...] = b"quit",
    stdin: bytes | None = None,
    cwd: Path | None = None,
    **env: str,
) -> Ended:
    """Run the explorer in a terminal of its own and press keys once it has shown something.

    Several keys are pressed one after another, each once what belongs to it was shown.
    ``stdin`` is what it reads from a pipe instead of the terminal.
    """
    terminal, inside = pty.openpty()
    with started(
        [sys.executable, "-c", _IN_TERMINAL, *COMMAND, "explore", *words],
        cwd,
        stdin=inside if stdin is None else subprocess.PIPE,
        stdout=inside,
        stderr=inside,
        env=environment(**env),
        start_new_session=True,
    ) as process:
        os.close(inside)
        if process.stdin is not None:
            process.stdin.write(stdin or b"")
            process.stdin.close()
        keys, once = ((each,) if isinstance(each, bytes) else each for each in (keys, once))
        shown = _shown(terminal, list(zip(keys, once, strict=True)))
        os.close(terminal)
        return Ended(process.wait(PATIENCE), shown)


def _shown(terminal: int, steps: list[tuple[bytes, bytes]]) -> bytes:
    """Press keys, each once something is shown, and return all that is shown until the end."""
    shown, deadline = b"", time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        if select.select([terminal], [], [], 0.1)[0]:
            try:
                shown += os.read(terminal, 65536)
            except OSError:  # the terminal closes with the last that had it open
                break
        if steps and steps[0][1] in shown:
            os.write(terminal, steps.pop(0)[0])
    return shown


# What makes a terminal the one that a process is in can only be done by that process.
_IN_TERMINAL = (
    "import fcntl, os, sys, termios\n"
    "fcntl.ioctl(1, termios.TIOCSCTTY, 0)\n"
    "os.execv(sys.argv[1], sys.argv[1:])"
)


@pytest.mark.parametrize(
    ("words", "keys", "status"), [("", b"q", 0), ("phone-call", b"\x03", INTERRUPTED)]
)
def test_leaving_leaves_the_terminal_clean(words: str, keys: bytes, status: int) -> None:
    """Run as the examples of the help are."""
    assert f"argmap explore {words}".strip() in argmap("explore", "--help").out
    ended = in_terminal_with_keys(*words.split(), keys=keys)
    assert ended.status == status
    assert ended.shown.rstrip().endswith((LEFT, b"\x1b[?25h", b"l", b"h", b"m", b"u"))
    assert ended.shown.count(LEFT) == ended.shown.count(b"\x1b[?1049h") == 1
    assert ended.shown.rindex(b"\x1b[?25h") > ended.shown.rindex(b"\x1b[?25l")  # the cursor
    assert b"Traceback" not in ended.shown


def test_standard_input_may_be_the_map() -> None:
    text = LIBRARY.read_bytes()
    ended = in_terminal_with_keys("-m", "-", keys=b"q", once=b"standard input", stdin=text)
    assert ended.status == 0
    wrong = b"argmap: 1\nclaims: 7\n"
    broken = in_terminal_with_keys("-m", "-", keys=b"", stdin=wrong, TERM="linux", NO_COLOR="1")
    assert broken.status == 2
    assert b"<stdin>:2:9: " in broken.shown
    assert LEFT not in broken.shown


def test_the_file_has_its_shortest_true_name(tmp_path: Path) -> None:
    folder = tmp_path / "home" / "maps"
    folder.mkdir(parents=True)
    path = folder / "debate.yaml"
    path.write_text("argmap: 1\nclaims: {a: A claim.}\n", encoding="utf-8")
    home = str(tmp_path / "home")
    for cwd, shown in ((folder, " debate.yaml "), (ROOT, " ~/maps/debate.yaml ")):
        ended = in_terminal_with_keys("-m", str(path), keys=b"q", cwd=cwd, HOME=home)
        assert shown in plain(ended.shown)
    assert " the bundled map " in plain(in_terminal_with_keys(keys=b"q").shown)


def plain(shown: bytes) -> str:
    """Return what was written to a terminal without what drives it."""
    return re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", " ", shown.decode(errors="replace"))


def test_no_colour_and_no_escape_of_a_claim_reach_the_terminal() -> None:
    hostile = LIBRARY.with_name("hostile.yaml")
    quiet = in_terminal_with_keys("-m", str(hostile), keys=b"Eq", NO_COLOR="1").shown
    assert colours(quiet) <= {"39", "49"}  # the terminal's own
    assert b"\x1b]0;" not in quiet
    assert "\u202e".encode() not in quiet
    coloured = colours(in_terminal_with_keys("-m", str(LIBRARY), keys=b"q").shown)
    assert "32" in coloured
    # Sixteen colours, and no background: what the owner of the terminal has chosen.
    assert coloured <= {*map(str, range(30, 40)), *map(str, range(90, 98)), "49"}


def colours(shown: bytes) -> set[str]:
    """Return the numbers of the colours in what was written to a terminal."""
    codes = re.findall(rb"\x1b\[([0-9;]*)m", shown)
    numbers = {number for code in codes for number in code.decode().split(";") if number}
    return {number for number in numbers if int(number) > 29}


def test_without_a_terminal_it_says_so() -> None:
    result = argmap("explore")
    assert (result.status, result.out) == (2, "")
    assert "the explorer needs a terminal" in result.err
    assert "argmap tree prints the map anywhere" in result.err
    dumb = in_terminal_with_keys(keys=b"", TERM="dumb")
    assert dumb.status == 2
    assert b"the explorer needs a terminal" in dumb.shown


def test_without_textual_it_says_how_to_get_it(tmp_path: Path) -> None:
    absent = "import sys\nsys.modules['textual'] = None\n"
    (tmp_path / "sitecustomize.py").write_text(absent, encoding="utf-8")
    path = f"{tmp_path}:{ROOT}"
    ended = in_terminal_with_keys(keys=b"", PYTHONPATH=path, NO_COLOR="1")
    assert ended.status == 2
    shown = b" ".join(ended.shown.split())
    assert b"the explorer needs Textual, which is not installed" in shown
    assert b"argmap[explore]" in shown  # the command is folded at the width of the terminal
    piped = argmap_process("explore", PYTHONPATH=path)  # where there is no terminal either
    assert (piped.status, piped.out) == (2, "")
    assert "-m pip install 'argmap[explore]'" in piped.err
    assert "terminal" not in piped.err
    assert argmap_process("tree", PYTHONPATH=path).status == 0


def test_what_cannot_be_read_is_reported_before_anything_is_drawn(tmp_path: Path) -> None:
    for words in (["-m", str(tmp_path / "none.yaml")], ["no-such-claim"]):
        ended = in_terminal_with_keys(*words, keys=b"")
        assert ended.status == 2
        assert b"there is no" in ended.shown
        assert b"\x1b[?1049h" not in ended.shown


@pytest.mark.slow
def test_an_editor_is_opened_where_the_claim_stands_and_what_it_writes_is_read(
    tmp_path: Path,
) -> None:
    path = tmp_path / "map.yaml"
    path.write_text("argmap: 1\nclaims:\n  a: First.\n  b: Second.\n", encoding="utf-8")
    editor = tmp_path / "vi"
    editor.write_text('#!/bin/sh\nsed -i "${1#+}s/Second/Another/" "$2"\n')
    editor.chmod(0o755)
    keys = (b"jo", b"q")
    ended = in_terminal_with_keys(
        "-m", str(path), keys=keys, EDITOR=str(editor), once=(b"quit", b"Another")
    )
    assert ended.status == 0
    assert "b: Another." in path.read_text(encoding="utf-8")
    assert ended.shown.count(LEFT) == 2  # to the editor, and at the end
    refused = in_terminal_with_keys(keys=(b"o", b"q"), once=(b"quit", b"no file of yours"))
    assert refused.status == 0
