"""Reading the maps to compare or merge: from files, standard input and git."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

from argmap.cli._inputs import STDIN, as_file, read_input, shown_name
from argmap.cli._output import say_losses
from argmap.documents.files import exists
from argmap.editing.merging.side import Side
from argmap.errors import ArgmapError
from argmap.formats import Losses, load_bytes
from argmap.model import ArgumentMap

_NOTHING = ("/dev/null", os.devnull)  # how git names a file that one side lacks
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

    What is not kept of it is printed on standard error. If it ``may_be_empty``,
    a file without a byte is an empty map; so is the name by which git passes a
    missing file. ``shown`` is what messages call the file. Raises ArgmapError for
    what cannot be read.
    """
    if name in _NOTHING:
        return Side(ArgumentMap(), b"", "yaml")
    data = content(name)
    if may_be_empty and not data:
        return Side(ArgumentMap(), b"", "yaml")
    losses = Losses()
    shown = shown or shown_name(name)
    argument_map = load_bytes(data, shown, format_, losses)
    say_losses(losses, f"{shown}, read as {losses.format}; not kept", "reading", json=json)
    return Side(argument_map, data, losses.format)


def content(name: str) -> bytes:
    """Return the bytes of a file, of ``-`` or of ``REV:path``; raises ArgmapError."""
    if name in _NOTHING:
        return b""
    return _from_git(name) if name != STDIN and _is_of_git(name) else read_input(as_file(name))


def in_working_tree(name: str) -> str | None:
    """Return the path of the file that a ``REV:path`` names, as it is now; None for other names."""
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
        message = f"there is no file '{name}', and this folder is not in a git repository"
        raise ArgmapError(message)
    # Nothing, or the number of a stage, before the colon means the index.
    in_index = revision in {"", "0", "1", "2", "3"}
    if not in_index and _git("rev-parse", "--verify", "--quiet", f"{revision}^{{tree}}").returncode:
        raise ArgmapError(f"git knows no revision '{revision}'", "git log --oneline lists them")
    where = "git's index" if in_index else f"'{revision}'"
    hint = None
    if not path.startswith(("./", "../")):
        hint = f"git paths start at the top of the repository; from here: {revision}:./{path}"
    raise ArgmapError(f"there is no file '{path}' in {where}", hint)


def _git(*words: str) -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(["git", *words], capture_output=True, check=False)  # noqa: S603, S607
    except FileNotFoundError:
        message = f"git is not installed, so '{words[-1]}' cannot be read"
        raise ArgmapError(message, "to read a file of that name, check the path") from None
    except OSError as error:
        raise ArgmapError(f"cannot run git: {error}") from None
