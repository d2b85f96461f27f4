"""The examples in what people read: run in order, and compared with what stands there."""

from __future__ import annotations

import os
import re
import shlex
from collections.abc import Callable
from pathlib import Path

from support import ROOT, argmap, bash, python

_BLOCK = re.compile(r"(?<=^```)(\w+)\n(.*?)(?=^```$)", re.DOTALL | re.MULTILINE)
_OF_SHELL = re.compile(r"[|<>&;$]")


def blocks(text: str, language: str) -> list[str]:
    """Return the fenced blocks of a language in Markdown."""
    return [body for found, body in _BLOCK.findall(text) if found == language]


def console_examples(text: str) -> list[tuple[str, str]]:
    """Return each command in the console blocks with the output printed under it."""
    parts = [part for block in blocks(text, "console") for part in block.split("$ ")[1:]]
    return [(part.split("\n", 1)[0], part.split("\n", 1)[1]) for part in parts]


def refreshed(
    text: str, folder: Path, columns: int, *, skipped: frozenset[str] = frozenset()
) -> str:
    """Run the examples in a folder, and return the text with what the commands print now.

    A block ``yaml`` is written to library.yaml, ``md`` to letter.md; what ``sh`` and ``python``
    have must succeed.
    Blocks of the languages ``skipped`` are not run.
    """
    run: dict[str, Callable[[str], str]] = {
        "yaml": lambda body: _save(body, folder / "library.yaml"),
        "md": lambda body: _save(body, folder / "letter.md"),
        "sh": lambda body: _run(body, folder),
        "console": lambda body: _printed(body, folder, columns),
        "python": lambda body: _run_python(body, folder),
        "text": str,
    }
    run |= dict.fromkeys(skipped, str)
    return _BLOCK.sub(lambda found: f"{found[1]}\n{run[found[1]](found[2])}", text)


def hold(path: Path, now: str) -> None:
    """Compare a document with what its examples print now, or write that if it is asked for."""
    if os.environ.get("ARGMAP_UPDATE_SNAPSHOTS") == "1":
        path.write_text(now, encoding="utf-8")
    assert now == path.read_text(encoding="utf-8"), (
        f"an example no longer prints what {path.relative_to(ROOT)} says; if that is meant, "
        "refresh it with ARGMAP_UPDATE_SNAPSHOTS=1 and read the diff"
    )


def _save(body: str, file: Path) -> str:
    file.write_text(body, encoding="utf-8")
    return body


def _run(body: str, folder: Path) -> str:
    for line in body.replace("\\\n", " ").splitlines():
        words = shlex.split(line, comments=True)
        if words[0] == "argmap" and not _OF_SHELL.search(line):
            result = argmap(*words[1:], cwd=folder)
            assert result.status == 0, (line, result.err)
        else:
            done = bash(line, folder)
            assert done.returncode == 0, (line, done.stderr)
    return body


def _run_python(body: str, folder: Path) -> str:
    done = python(body, folder)
    assert done.returncode == 0, done.stderr
    return body


def _printed(body: str, folder: Path, columns: int) -> str:
    printed = []
    for command in re.findall(r"^\$ ((?:.*\\\n)*.*)$", body, re.MULTILINE):
        program, *words = shlex.split(command.replace("\\\n", " "))
        assert program == "argmap"
        result = argmap(*words, cwd=folder, columns=columns, TERM="dumb")
        printed.append(f"$ {command}\n{result.out}{result.err}")
    return "".join(printed)
