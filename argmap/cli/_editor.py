"""Asking the user for a text in an editor."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from argmap.cli._output import say
from argmap.editing.editor import open_in_editor
from argmap.errors import ArgmapError, reason


class Written(NamedTuple):
    """A text that the user wrote, and the file it is in."""

    text: str
    path: Path


@contextmanager
def edited(template: str, suffix: str, *, keep: bool = False) -> Iterator[Written]:
    """Have the user complete a template in an editor, and yield the text and its file.

    The editor is $VISUAL, or $EDITOR, or vi. The file is kept, and its path
    printed, if ``keep`` or if the body of the with statement fails. Raises
    ArgmapError if the editor cannot be started or fails, and if the text is not
    UTF-8.
    """
    descriptor, name = tempfile.mkstemp(suffix=suffix, prefix="argmap-")
    path = Path(name)
    with os.fdopen(descriptor, "w", encoding="utf-8") as stream:
        stream.write(template)
    try:
        open_in_editor(path)
        yield Written(_text(path), path)
    except BaseException as error:
        _keep(path, template, is_over=isinstance(error, Exception))
        raise
    if keep:
        _keep(path, template, is_over=True)
    else:
        path.unlink()


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        raise ArgmapError("what you wrote is not UTF-8") from None
    except OSError as error:
        raise ArgmapError(f"cannot read what you wrote: {reason(error)}") from None


def _keep(path: Path, template: str, *, is_over: bool) -> None:
    """Print where a file is, or remove it if nothing was written.

    Unless it ``is_over``, an editor may still have the file open.
    """
    try:
        is_as_it_was = path.read_bytes() == template.encode()
    except FileNotFoundError:
        return  # the editor itself has removed it
    except OSError:
        is_as_it_was = False
    if is_over and is_as_it_was:
        path.unlink()
    else:
        say(f"what you wrote is kept in {path}")
