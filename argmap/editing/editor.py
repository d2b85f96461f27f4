"""The editor of the user's choice, started on a file."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import signal
import subprocess
from pathlib import Path, PureWindowsPath

from argmap.errors import ArgmapError, reason

_WINDOWS_PATH = re.compile(r'"?[A-Za-z]:\\')

# How editors take the line to start at. Any other is given the file alone: to one that
# does not know it, +7 is the name of a file.
_PLUS = {
    *("vi", "vim", "nvim", "view", "gvim", "elvis", "vis", "nano", "pico", "emacs", "emacsclient"),
    *("mg", "jed", "joe", "ne", "mcedit", "micro", "kak", "gedit", "gnome-text-editor"),
}
_GOTO = {"code", "code-insiders", "codium", "vscodium", "cursor", "windsurf"}
_COLON = {"hx", "helix", "subl", "zed", "zeditor"}


def open_in_editor(path: Path, line: int | None = None) -> None:
    """Open a file in an editor, at a line counted from 1 where it can, and wait until it ends.

    The editor is $VISUAL, or $EDITOR, or vi. Raises ArgmapError if it cannot be
    started or fails.
    """
    editor = next(filter(str.strip, map(os.environ.get, ("VISUAL", "EDITOR"), ("", ""))), "vi")
    # Keys that end a command are for the editor now. The editor does not inherit a handler
    # that does nothing, as it would an ignored signal.
    signals = [getattr(signal, each) for each in ("SIGINT", "SIGQUIT") if hasattr(signal, each)]
    before = {each: signal.signal(each, lambda *_: None) for each in signals}
    try:
        words = _words(editor)
        # Not subprocess.run, which when interrupted kills the editor with all that is unsaved.
        status = subprocess.Popen([*words, *_at_line(words[0], path, line)]).wait()  # noqa: S603 it is theirs
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


def _at_line(program: str, path: Path, line: int | None) -> list[str]:
    """Return the words that have an editor open a file at a line."""
    name = PureWindowsPath(program).name.lower().removesuffix(".exe")  # it splits at / and \\
    if line is not None:
        if name in _PLUS:
            return [f"+{line}", str(path)]
        if name in _GOTO:
            return ["-g", f"{path}:{line}"]
        if name in _COLON:
            return [f"{path}:{line}"]
    return [str(path)]
