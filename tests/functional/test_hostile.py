"""Claim text that attacks, and surroundings that fail."""

from __future__ import annotations

import csv
import io
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from support import COMMAND, ROOT, argmap, environment, in_terminal, started
from support.frameworks import FORMATS as FRAMEWORKS

from argmap.formats import writable

HOSTILE = str(ROOT / "tests" / "functional" / "maps" / "hostile.yaml")
DRIVES_A_TERMINAL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
FORMATS = [name for name in writable() if name not in FRAMEWORKS]
ASKING = [
    "list",
    "overview",
    "overview --json",
    "tree",
    "tree -i",
    "show a b c",
    "trace a b",
    "list --json",
    "tree --json",
]
JUDGING = [
    *("evaluate", "evaluate --json", "evaluate --semantics df-quad", "tree --evaluate"),
    *("evaluate --all --semantics preferred", "why a", "why a --json", "why b --semantics df-quad"),
]


@pytest.mark.parametrize("words", [*ASKING, *JUDGING, *(f"export -f {name}" for name in FORMATS)])
def test_nothing_in_a_claim_drives_the_terminal(words: str) -> None:
    result = argmap(*words.split(), "-m", HOSTILE)
    assert result.status == 0
    found = DRIVES_A_TERMINAL.findall(result.out.replace("\r\n", "\n") + result.err)
    assert found == []
    assert "Traceback" not in result.err


@pytest.mark.parametrize("words", ["list", "tree", "show a b c", "trace a b"])
def test_markup_is_printed_as_it_is_written(words: str) -> None:
    shown = in_terminal(*words.split(), "-m", HOSTILE, NO_COLOR="1", columns=300)
    assert "[/x] [bold]b[/bold] :smile: \\x1b[31m\\u202etfel\\x9b1m </script>" in shown


def test_no_cell_is_a_formula() -> None:
    text = argmap("export", "-f", "csv", "-m", HOSTILE).out
    cells = [cell for row in csv.reader(io.StringIO(text)) for cell in row]
    assert "'=HYPERLINK(1)" in cells
    assert not [cell for cell in cells if cell[:1] in {"=", "+", "-", "@"}]


def test_a_closed_pipe_is_no_error() -> None:
    command = f"set -o pipefail; {' '.join(COMMAND)} list | head -1; echo status $?"
    done = subprocess.run(
        ["bash", "-c", command], capture_output=True, text=True, check=True, env=environment()
    )
    assert done.stdout.startswith("treaty-extension\t")
    assert done.stdout.endswith("status 0\n")
    assert done.stderr == ""


@pytest.mark.parametrize("words", ["list", "tree", "export -f dot", "--version"])
def test_a_reader_that_is_gone_at_once(words: str) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [*COMMAND, *words.split()],
        stdout=writing,
        stderr=subprocess.PIPE,
        env=environment(),
        check=False,
    )
    os.close(writing)
    assert done.returncode == 0
    assert b"Error" not in done.stderr


def test_a_full_disk_leaves_the_old_file(tmp_path: Path) -> None:
    small = tmp_path / "small"
    small.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=16k", "tmpfs", small], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("a small file system needs the right to mount one")
    try:
        target = small / "map.yaml"
        target.write_text("old\n")
        result = argmap("export", "-o", str(target))
        assert result.status == 2
        assert result.err.startswith(f"argmap: error: cannot write '{target}': no space left")
        assert target.read_text() == "old\n"
        assert [entry.name for entry in small.iterdir()] == ["map.yaml"]
    finally:
        subprocess.run(["umount", small], check=True)


def test_a_read_only_target_is_left_alone(tmp_path: Path) -> None:
    target = tmp_path / "map.yaml"
    target.write_text("old\n")
    target.chmod(0o444)
    result = argmap("export", "-o", str(target))
    assert result.status == 2
    assert result.err == f"argmap: error: cannot write '{target}': the file is read-only\n"
    assert target.read_text() == "old\n"


def test_a_link_is_followed_and_the_mode_kept(tmp_path: Path) -> None:
    target, link = tmp_path / "map.yaml", tmp_path / "link.yaml"
    target.write_text("old\n")
    target.chmod(0o640)
    link.symlink_to(target)
    assert argmap("export", "-o", str(link)).status == 0
    assert link.is_symlink()
    assert target.read_text(encoding="utf-8").startswith("argmap: 1\n")
    assert target.stat().st_mode & 0o777 == 0o640


def test_interruption() -> None:
    pipes: dict[str, Any] = dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.PIPE)
    with started([*COMMAND, "list", "-m", "-"], **pipes) as process:
        time.sleep(1.5)  # by then it waits for its input
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=30)
    assert process.returncode == 130
    assert b"Traceback" not in errors


@pytest.mark.parametrize("encoding", ["ascii", "latin-1"])
def test_an_encoding_without_our_signs(encoding: str) -> None:
    result = subprocess.run(
        [*COMMAND, "tree"],
        capture_output=True,
        env=environment(PYTHONIOENCODING=encoding),
        check=True,
    )
    assert b"/ A cognitive community at the core (*)" in result.stdout
    assert result.stderr == b""


@pytest.mark.parametrize(
    ("arguments", "absent"),
    [
        (["list"], {"networkx", "rich.console", "ruamel"}),
        (["tree"], {"networkx", "rich.console"}),
        (["--version"], {"typer", "yaml", "rich", "argmap.cli", "argmap.model"}),
    ],
)
def test_a_command_imports_no_more_than_it_needs(arguments: list[str], absent: set[str]) -> None:
    code = (
        "import sys, io; sys.argv = ['argmap', *sys.argv[1:]]; from argmap.__main__ import main; "
        "main(); print(*sys.modules, file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        capture_output=True,
        text=True,
        env=environment(),
        check=True,
    )
    assert not absent & set(done.stderr.split())


@pytest.mark.parametrize("words", ["tree", "--help", "trace --help", "--version", "-V"])
def test_no_answer_that_could_not_be_written_is_a_success(words: str) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [*COMMAND, *words.split()],
            stdout=full,
            stderr=subprocess.PIPE,
            env=environment(),
            check=False,
        )
    assert done.returncode == 2
    message = b"argmap: error: cannot write to standard output: no space left on device\n"
    assert done.stderr == message


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("list >&-", 2),
        ("--help >&-", 2),
        ("--version >&-", 2),
        ("export -f yaml -o /dev/null >&-", 0),
        ("show nothing 2>&-", 2),
        ("tree -m - <&-", 2),
    ],
)
def test_a_stream_that_is_closed(words: str, status: int) -> None:
    done = subprocess.run(
        ["bash", "-c", f"{' '.join(COMMAND)} {words}"],
        capture_output=True,
        text=True,
        env=environment(),
        check=False,
    )
    assert done.returncode == status
    assert "Traceback" not in done.stderr
