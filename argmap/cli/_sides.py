"""Reading the maps that are held side by side: files, standard input, and what git keeps."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

from argmap.cli._inputs import STDIN, read_input, shown_name
from argmap.cli._output import say_losses
from argmap.documents.files import exists
from argmap.editing.merging.side import Side
from argmap.errors import ArgmapError
from argmap.formats import Losses, load_bytes
from argmap.model import ArgumentMap

_NOTHING = ("/dev/null", os.devnull)  # how git names a file that a side does not have
_DRIVE = re.compile(r"[A-Za-z]:" if os.name == "nt" else r"[A-Za-z]:[/\\]")


def read_side(
    name: str,
    format_: str | None = None,
    *,
    json: bool = False,
    may_be_empty: bool = False,
    shown: str | None = None,
) -> Side:
    """Return the map of a file, of ``-`` or of ``REV:path`` as git names it.

    What a map cannot carry over is said on standard error. No bytes at all are
    an empty map where a side ``may_be_empty``, and so is what git gives for a
    file that is not there. ``shown`` is what to call the file in messages. Raises
    ArgmapError for what cannot be read.
    """
    if name in _NOTHING:
        return Side(ArgumentMap(), b"", "yaml")
    data = content(name)
    if may_be_empty and not data:
        return Side(ArgumentMap(), b"", "yaml")
    losses = Losses()
    shown = shown or shown_name(name)
    argument_map = load_bytes(data, shown, format_, losses)
    say_losses(losses, f"{shown}, read as {losses.format}; not carried over", "reading", json=json)
    return Side(argument_map, data, losses.format)


def may_be_map(data: bytes) -> bool:
    """Return whether bytes that cannot be read as a map may have been meant as one."""
    return b"argmap" in data  # as every map file of argmap's own has it


def content(name: str) -> bytes:
    """Return what a file, ``-`` or ``REV:path`` holds; raises ArgmapError where it cannot."""
    if name in _NOTHING:
        return b""
    return _from_git(name) if name != STDIN and _is_of_git(name) else read_input(name)


def in_working_tree(name: str) -> str | None:
    """Return the file of a ``REV:path`` as it is now; None for another name."""
    if name == STDIN or not _is_of_git(name):
        return None
    path = name.partition(":")[2]
    if path.startswith(("./", "../")):
        return path
    top = _git("rev-parse", "--show-toplevel").stdout.decode().removesuffix("\n")
    return os.path.relpath(Path(top) / path) if top else None


def _is_of_git(name: str) -> bool:
    revision, colon, path = name.partition(":")
    if not colon or not path or revision.startswith("-") or "\0" in name or _DRIVE.match(name):
        return False
    return not exists(name)


def _from_git(name: str) -> bytes:
    # Not `git show`: that would run a text conversion set up for reading diffs.
    found = _git("cat-file", "blob", name)
    if found.returncode == 0:
        return found.stdout
    revision, _, path = name.partition(":")
    if _git("rev-parse", "--git-dir").returncode:
        message = f"there is no file '{name}', and this folder is in no git repository"
        raise ArgmapError(message)
    # Before a colon there may be nothing, or the number of a stage: then it is the index.
    in_index = revision in {"", "0", "1", "2", "3"}
    if not in_index and _git("rev-parse", "--verify", "--quiet", f"{revision}^{{tree}}").returncode:
        raise ArgmapError(f"git knows no revision '{revision}'", "git log --oneline lists them")
    where = "git's index" if in_index else f"'{revision}'"
    hint = None
    if not path.startswith(("./", "../")):
        hint = f"git counts from the top of the repository; from here: {revision}:./{path}"
    raise ArgmapError(f"there is no file '{path}' in {where}", hint)


def _git(*words: str) -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(["git", *words], capture_output=True, check=False)  # noqa: S603, S607
    except FileNotFoundError:
        message = f"git is not installed, so '{words[-1]}' cannot be read"
        raise ArgmapError(message, "to read a file of that name, check the path") from None
    except OSError as error:
        raise ArgmapError(f"cannot run git: {error}") from None
