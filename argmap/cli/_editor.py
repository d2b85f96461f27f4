"""Asking for a text in the editor of whoever runs the command."""

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
    """A text that somebody wrote, and the file it is in."""

    text: str
    path: Path


_WINDOWS_PATH = re.compile(r'"?[A-Za-z]:\\')


@contextmanager
def edited(template: str, suffix: str, *, keep: bool = False) -> Iterator[Written]:
    """Have somebody complete a template in an editor, and yield what they wrote, and where.

    The editor is $VISUAL, or $EDITOR, or vi. Where ``keep``, and unless all that
    follows goes well, what they wrote stays and its place is printed. Raises
    ArgmapError where the editor cannot be started or says that it failed, and where
    the text is not UTF-8.
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
    """Say where a file is, or remove it where nothing was written.

    Until it ``is_over``, an editor may still have it open.
    """
    try:
        is_as_it_was = path.read_bytes() == template.encode()
    except FileNotFoundError:
        return  # the editor has taken it away itself
    except OSError:
        is_as_it_was = False
    if is_over and is_as_it_was:
        path.unlink()
    else:
        say(f"what you wrote is kept in {path}")


def _edit(path: Path) -> None:
    editor = next(filter(str.strip, map(os.environ.get, ("VISUAL", "EDITOR"), ("", ""))), "vi")
    # The keys that end a command are for the editor now. A handler that does nothing is
    # not passed on to it, as ignoring a signal would be.
    signals = [getattr(signal, each) for each in ("SIGINT", "SIGQUIT") if hasattr(signal, each)]
    before = {each: signal.signal(each, lambda *_: None) for each in signals}
    try:
        # Not subprocess.run: ended itself, it would kill the editor with all that is not saved.
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
        raise ArgmapError(f"the editor '{editor}' was ended {how}")


def _words(editor: str) -> list[str]:
    """Return the command that starts an editor: the name of a file, or words as in a shell."""
    if shutil.which(editor):
        return [editor]
    if os.name == "nt" or _WINDOWS_PATH.match(editor):  # there a backslash quotes nothing
        return [word.strip('"') for word in shlex.split(editor, posix=False)]
    return shlex.split(editor)
