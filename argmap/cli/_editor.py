"""Asking the user for a text in an editor."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from argmap.cli._output import say
from argmap.errors import ArgmapError, reason


class Written(NamedTuple):
    """A text that the user wrote, and the file it is in."""

    text: str
    path: Path


_WINDOWS_PATH = re.compile(r'"?[A-Za-z]:\\')


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
        _edit(path)
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


def _edit(path: Path) -> None:
    editor = next(filter(str.strip, map(os.environ.get, ("VISUAL", "EDITOR"), ("", ""))), "vi")
    # Keys that end a command are for the editor now. The editor does not inherit a handler
    # that does nothing, as it would an ignored signal.
    signals = [getattr(signal, each) for each in ("SIGINT", "SIGQUIT") if hasattr(signal, each)]
    before = {each: signal.signal(each, lambda *_: None) for each in signals}
    try:
        # Not subprocess.run, which when interrupted kills the editor with all that is unsaved.
        status = subprocess.Popen([*_words(editor), str(path)]).wait()  # noqa: S603 it is theirs
    except (OSError, ValueError) as error:
        why = reason(error) if isinstance(error, OSError) else str(error).lower()
        message = f"cannot start the editor '{editor}': {why}"
        raise ArgmapError(message, "name another with EDITOR=…") from None
    finally:
        for each, handler in before.items():
            signal.signal(each, handler)
    if status:
        how = f"with status {status}" if status > 0 else f"by signal {-status}"
        raise ArgmapError(f"the editor '{editor}' ended {how}")


def _words(editor: str) -> list[str]:
    """Return the command that starts an editor, given as a path or as words of a shell."""
    if shutil.which(editor):
        return [editor]
    if os.name == "nt" or _WINDOWS_PATH.match(editor):  # there a backslash quotes nothing
        return [word.strip('"') for word in shlex.split(editor, posix=False)]
    return shlex.split(editor)
