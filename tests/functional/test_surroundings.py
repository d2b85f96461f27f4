"""Closed streams, full disks, interruptions, odd locales, imports, and the shell's Tab key."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from support import COMMAND, MAPS, argmap_process, bash, environment, started

import argmap as package
from argmap.cli import command_names
from argmap.formats import drawable, writable


@pytest.mark.parametrize(
    ("command", "status"),
    [
        ("argmap list >&-", 2),
        ("argmap --help >&-", 2),
        ("argmap tree -m - <&-", 2),
        ("argmap show nope 2>&-", 2),
        ("argmap export -o map.yaml >&-", 0),
    ],
)
def test_a_closed_stream_is_no_crash(command: str, status: int, tmp_path: Path) -> None:
    """A command started without one of its streams still ends with a sentence and a status."""
    done = bash(f"cd {tmp_path}; {command}")
    assert "Traceback" not in done.stderr
    assert done.returncode == status


@pytest.mark.parametrize("words", ["list", "show no-split", "export", "--help", "tree --help"])
def test_a_full_disk_behind_any_answer(words: str) -> None:
    """What cannot be written is reported, with exit 2."""
    done = bash(f"argmap {words} > /dev/full")
    assert "Traceback" not in done.stderr
    assert "no space left on device" in done.stderr
    assert done.returncode == 2


def test_a_version_that_cannot_be_written_is_no_success() -> None:
    """--version into a full disk does not claim to have worked."""
    assert bash("argmap --version > /dev/full").returncode != 0


@pytest.mark.parametrize("words", ["list --help", "tree --json", "export -f json", "show no-split"])
def test_head_ends_it_quietly(words: str) -> None:
    """A reader that has seen enough leaves no message and no failure behind."""
    done = bash(f"set -o pipefail; argmap {words} | head -c 1")
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("command", ["list", "export -o out.yaml"])
def test_an_interruption_while_reading(command: str, tmp_path: Path) -> None:
    """Ctrl-C while a pipe stays open: 130, nothing written, no traceback."""
    fifo = tmp_path / "fifo"
    os.mkfifo(fifo)
    words = [*COMMAND, *command.split(), "-m", str(fifo)]
    with (
        started(words, tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process,
        fifo.open("wb"),  # opens once the command has opened the other end
    ):
        # Python notices a signal that comes between opening and reading when reading ends.
        time.sleep(0.3)
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=30)
    assert process.returncode == 130
    assert b"Traceback" not in errors
    assert [entry.name for entry in tmp_path.iterdir()] == ["fifo"]


@pytest.mark.parametrize("words", ["list", "tree", "show wide", "trace wide", "export -f dot"])
@pytest.mark.parametrize("encoding", ["ascii", "latin-1"])
def test_letters_an_encoding_lacks_are_escaped(words: str, encoding: str) -> None:
    """Signs fall back to ASCII, and letters to escapes; nothing crashes."""
    done = subprocess.run(
        [*COMMAND, *words.split(), "-m", str(MAPS / "no-labels.yaml")],
        capture_output=True,
        env=environment(PYTHONIOENCODING=encoding),
        check=False,
    )
    assert (done.returncode, done.stderr if "dot" not in words else b"") == (0, b"")
    assert b"\\u6f22" in done.stdout
    assert done.stdout.isascii()


def test_the_c_locale() -> None:
    """LANG=C works as it comes, and with everything that softens it turned off."""
    hard: dict[str, Any] = {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}
    cases: list[dict[str, Any]] = [{"LANG": "C"}, {"LC_ALL": "C"}, hard]
    for env in cases:
        result = argmap_process("tree", "--depth", "1", **env)
        assert (result.status, result.err) == (0, "")
        assert "cognitive-community" in result.out
    assert argmap_process("tree", **hard).out.isascii()


def modules(code: str) -> set[str]:
    """Return the modules loaded after some code has run in a new interpreter."""
    done = subprocess.run(
        [sys.executable, "-c", f"import sys\n{code}\nprint(*sys.modules, file=sys.stderr)"],
        capture_output=True,
        text=True,
        check=True,
        env=environment(),
    )
    return set(done.stderr.split())


def test_importing_the_package_loads_nothing_heavy() -> None:
    """Not even a name of the public API is loaded before it is used."""
    loaded = modules("import argmap")
    assert not loaded & {"networkx", "rich", "typer", "yaml", "argmap.model", "argmap.formats"}
    assert "argmap" in loaded


def test_the_version_loads_the_entry_point_alone() -> None:
    """--version imports no module of argmap but the package and __main__."""
    loaded = modules("sys.argv[1:] = ['--version']\nfrom argmap.__main__ import main\nmain()")
    assert {name for name in loaded if name.split(".")[0] == "argmap"} == {
        "argmap",
        "argmap.__main__",
    }


def test_an_unknown_public_name_is_an_attribute_error() -> None:
    """The lazy package answers as any module does, and offers what it has."""
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = package.nothing  # type: ignore[attr-defined]
    assert "load" in dir(package)


def completions(line: str, **env: str) -> list[str]:
    """Return what bash offers at the end of a line."""
    words = line.split(" ")
    quoted = " ".join(f"'{word}'" for word in words)
    script = f"""
    eval "$(argmap --show-completion bash)"
    COMP_WORDS=({quoted}); COMP_CWORD={len(words) - 1}
    COMP_LINE='{line}'; COMP_POINT=${{#COMP_LINE}}
    "$(complete -p argmap | sed 's/.*-F \\([^ ]*\\).*/\\1/')" argmap
    printf '%s\\n' "${{COMPREPLY[@]}}"
    """
    done = bash(script, None, **env)
    assert done.stderr == ""
    return done.stdout.split()


def test_bash_offers_commands_formats_and_tags() -> None:
    """All of them after a space."""
    assert completions("argmap ") == command_names()
    assert completions("argmap export -f ") == sorted((*writable(), *drawable()))
    assert completions("argmap list --tag ") == ["premise-1", "premise-2", "premise-3"]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("argmap list --kind th", ["theory", "thesis"]),
        (f"argmap show -m {MAPS}/library.yaml vol", ["volunteers"]),
        (f"argmap list -m {MAPS}/library.yaml --voice ", ["council", "writer"]),
        (f"argmap trace -m {MAPS}/cyclic.yaml hen ", ["hen", "egg", "farmer"]),
        (f"argmap show -m {MAPS}/errors.yaml t", []),
        ("argmap show -m /nowhere.yaml t", []),
    ],
)
def test_bash_offers_what_the_named_map_has(line: str, expected: list[str]) -> None:
    """Ids come from the map given before; a map that cannot be read offers nothing, silently."""
    assert completions(line) == expected


def test_bash_offers_ids_of_the_map_of_the_environment() -> None:
    """ARGMAP_MAP counts for completion too."""
    assert completions("argmap show wo", ARGMAP_MAP=str(MAPS / "library.yaml")) == ["workers"]
