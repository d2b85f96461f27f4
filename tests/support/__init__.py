"""What several tests need: the real command, run as a person runs it."""

from __future__ import annotations

import os
import pty
import select
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

COMMAND = [sys.executable, "-m", "argmap"]
ROOT = Path(__file__).parent.parent.parent


class Result(NamedTuple):
    """What a command printed, and how it ended."""

    status: int
    out: str
    err: str


def environment(**extra: str) -> dict[str, str]:
    """Return an environment in which nothing of the developer's own shows."""
    dropped = {"FORCE_COLOR", "NO_COLOR", "COLUMNS", "LINES", "ARGMAP_MAP", "TERM"}
    kept = {key: value for key, value in os.environ.items() if key not in dropped}
    return {**kept, "TERM": "xterm-256color", "PYTHONPATH": str(ROOT), **extra}


def argmap(
    *arguments: str, stdin: str | bytes = b"", cwd: Path | None = None, **env: str
) -> Result:
    """Run the command in pipes."""
    data = stdin.encode() if isinstance(stdin, str) else stdin
    done = subprocess.run(
        [*COMMAND, *arguments],
        input=data,
        capture_output=True,
        env=environment(**env),
        cwd=cwd,
        timeout=120,
        check=False,
    )
    return Result(done.returncode, done.stdout.decode(), done.stderr.decode())


def bash(script: str, cwd: Path | None = None, **env: str) -> subprocess.CompletedProcess[str]:
    """Run a script in a bash whose PATH has the installed command."""
    path = f"{Path(sys.executable).parent}:{os.environ['PATH']}"
    return _run(["bash", "--norc", "-c", script], cwd, environment(PATH=path, **env))


def python(code: str, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    """Run code in a Python of its own."""
    return _run([sys.executable, "-c", code], cwd, environment())


def _run(
    words: list[str], cwd: Path | None, env: dict[str, str]
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        words, capture_output=True, text=True, check=False, timeout=60, cwd=cwd, env=env
    )


def in_terminal(*arguments: str, columns: int = 100, **env: str) -> str:
    """Run the command in a terminal so many columns wide and return all it shows."""
    master, slave = pty.openpty()
    process = subprocess.Popen(
        [*COMMAND, *arguments],
        stdin=slave,
        stdout=slave,
        stderr=slave,
        env=environment(COLUMNS=str(columns), **env),
        close_fds=True,
    )
    os.close(slave)
    shown = b""
    while select.select([master], [], [], 60)[0]:
        try:
            piece = os.read(master, 65536)
        except OSError:  # the terminal closes with the last process that had it open
            break
        if not piece:
            break
        shown += piece
    process.wait(timeout=60)
    os.close(master)
    return shown.decode().replace("\r\n", "\n")
