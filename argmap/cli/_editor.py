"""Asking for a text in the editor of whoever runs the command."""

from __future__ import annotations

import os
from pathlib import Path

from argmap.errors import ArgmapError, reason


def edited_file(text: str, suffix: str) -> Path:
    """Open a new file with ``text`` in an editor and return it when that is closed.

    The editor is $VISUAL, or $EDITOR, or vi; whoever calls removes the file.
    Raises ArgmapError where the editor cannot be started or says it failed; the
    file then stays if something was written.
    """
    import shlex
    import subprocess
    import tempfile

    descriptor, name = tempfile.mkstemp(suffix=suffix, prefix="argmap-")
    with os.fdopen(descriptor, "w", encoding="utf-8") as stream:
        stream.write(text)
    editor = os.environ.get("VISUAL") or os.environ.get("EDITOR") or "vi"
    try:
        done = subprocess.run([*shlex.split(editor), name], check=False)  # noqa: S603 it is theirs
    except (OSError, ValueError) as error:
        Path(name).unlink()
        why = reason(error) if isinstance(error, OSError) else str(error).lower()
        message = f"cannot start the editor '{editor}': {why}"
        raise ArgmapError(message, "name another with EDITOR=…") from None
    path = Path(name)
    if done.returncode:
        message = f"the editor '{editor}' ended with status {done.returncode}"
        raise ArgmapError(message, kept(path, text))
    return path


def kept(path: Path, text: str) -> str | None:
    """Remove a file that still has the text it was opened with; otherwise say where it is."""
    try:
        if path.read_bytes() != text.encode():
            return f"what you wrote is kept in {path}"
        path.unlink()
    except OSError:
        pass  # the editor has taken it away itself
    return None
