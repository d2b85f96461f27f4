"""Errors of every kind as sentences for a person."""

from __future__ import annotations

import re
from pathlib import Path

import typer

from argmap.documents.files import is_file, is_folder, similar_file
from argmap.errors import ArgmapError, UnknownNameError, brief, reason
from argmap.formats import format_of


def explained(error: Exception) -> ArgmapError:
    """Return an error as an ArgmapError, with a hint if there is one to give."""
    if isinstance(error, ArgmapError):
        if isinstance(error, UnknownNameError):
            error.hint = _about_file(error) or error.hint
        return error
    if isinstance(error, typer.TyperException):
        return _usage_error(error)
    if isinstance(error, OSError):
        where = f"'{error.filename}': " if error.filename else ""
        return ArgmapError(f"{where}{reason(error)}")
    return ArgmapError("out of memory", "try a smaller map")


def _about_file(error: UnknownNameError) -> str | None:
    """Return a hint if an unknown name is that of a file or folder, or looks like one."""
    if error.what == "command":
        is_there = is_file(error.name)
        return f"to read that file, write argmap tree {error.name}" if is_there else None
    if error.what not in _IDS:
        return None
    if is_folder(error.name):
        return "it is a folder: argmap stats and argmap check take folders of maps"
    if is_file(error.name):
        return "it is a file, but the map is already named: argmap takes one"
    if format_of(error.name) is not None:
        near = similar_file(Path(error.name))
        return f"there is no file of that name either{'; ' if near else ''}{near or ''}"
    return None


_IDS = {"claim", "relation", "claim or relation"}


def _usage_error(error: typer.TyperException) -> ArgmapError:
    context = getattr(error, "ctx", None)
    path = context.command_path if context else "argmap"
    message, hint = error.format_message().rstrip("."), f"see {path} --help"
    extra = re.fullmatch(r"Got unexpected extra argument.* \((.*)\)", message, re.DOTALL)
    option = re.match(r"No such option: (\S+)", message)
    if extra:
        return _too_many(path, extra[1], hint)
    if option and is_file(option[1]):
        hint = f"to name the file, write ./{option[1]}"
    return ArgmapError(message, hint)


def _too_many(path: str, words: str, hint: str) -> ArgmapError:
    """Return the error for extra arguments."""
    command = path.rpartition(" ")[2]
    is_map = is_file(words) or is_file(words.split(" ", maxsplit=1)[0])
    if is_map and command not in _TAKING_NO_MAP:
        message = f"argmap {command} takes one map, and this is another: {brief(words)}"
        return ArgmapError(message, "argmap stats and argmap check take several")
    if command in _TAKING_TEXT:
        hint = "quote text that has spaces"
    return ArgmapError(f"too many arguments: {brief(words)}", hint)


_TAKING_NO_MAP = {"formats", "schema", "new"}
_TAKING_TEXT = {"add", "new", "set"}
