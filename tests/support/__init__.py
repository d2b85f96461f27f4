"""What several tests need: the command, run in this process, in pipes and in a terminal.

``argmap`` is the quick way, for all tests of what a command answers;
``argmap_process`` is for tests of what only a process of its own can show.
"""

from __future__ import annotations

import io
import os
import pty
import select
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, chdir, contextmanager
from pathlib import Path
from typing import Any, NamedTuple
from unittest.mock import patch

from argmap.cli import run

COMMAND = [sys.executable, "-m", "argmap"]
ROOT = Path(__file__).parent.parent.parent
MAPS = ROOT / "tests" / "functional" / "maps"


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
    *arguments: str,
    stdin: str | bytes = b"",
    cwd: Path | None = None,
    columns: int | str | None = None,
    **env: str,
) -> Result:
    """Run the command in this process, with streams that are no terminal.

    The result is that of ``argmap_process``, in a tenth of the time. With ``columns``,
    what it prints goes to streams that say they are a terminal of that width.
    """
    assert not [name for name in env if name.startswith(_OF_INTERPRETER)], "use argmap_process"
    out, err = io.BytesIO(), io.BytesIO()
    kind = io.TextIOWrapper if columns is None else _Terminal
    env |= {} if columns is None else {"COLUMNS": str(columns)}
    with _streams(_encoded(stdin), out, err, kind), _surroundings(cwd, environment(**env)):
        status = run(list(arguments))
        sys.stdout.flush()
        sys.stderr.flush()
        return Result(status, out.getvalue().decode(), err.getvalue().decode())


_OF_INTERPRETER = ("PYTHON", "LC_", "LANG")  # variables that are read when Python starts


class _Terminal(io.TextIOWrapper):
    """A stream of text that says it is a terminal."""

    def isatty(self) -> bool:
        return True


@contextmanager
def _streams(
    stdin: bytes, out: io.BytesIO, err: io.BytesIO, kind: type[io.TextIOWrapper]
) -> Iterator[None]:
    """Have the standard streams of this process read and write bytes, in UTF-8.

    ``kind`` is that of the two that are written.
    """
    with ExitStack() as stack:
        for name, data in (("stdin", io.BytesIO(stdin)), ("stdout", out), ("stderr", err)):
            stream = (io.TextIOWrapper if name == "stdin" else kind)(data, encoding="utf-8")
            stack.enter_context(patch.object(sys, name, stream))
        # The width of a terminal is that of the stream the process began with.
        stack.enter_context(patch.object(sys, "__stdout__", sys.stdout))
        yield


@contextmanager
def _surroundings(cwd: Path | None, env: dict[str, str]) -> Iterator[None]:
    """Have this process be in a folder and an environment, for a time."""
    temporary = patch.object(tempfile, "tempdir", None)  # found anew, in the environment
    with chdir(cwd or "."), patch.dict(os.environ, env, clear=True), temporary:
        yield


def _encoded(text: str | bytes) -> bytes:
    return text.encode() if isinstance(text, str) else text


def argmap_process(
    *arguments: str, stdin: str | bytes = b"", cwd: Path | None = None, **env: str
) -> Result:
    """Run the command in a process of its own, in pipes."""
    done = subprocess.run(
        [*COMMAND, *arguments],
        input=_encoded(stdin),
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
        words,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
        cwd=cwd,
        env=env,
        preexec_fn=hear_everything,
    )


@contextmanager
def started(
    words: list[str], cwd: Path | None = None, *, env: dict[str, str] | None = None, **streams: Any
) -> Iterator[subprocess.Popen[bytes]]:
    """Start a process that hears every signal; after the block it has ended, whatever came."""
    with subprocess.Popen(
        words,
        cwd=cwd,
        env=environment() if env is None else env,
        preexec_fn=hear_everything,  # noqa: PLW1509 there are no threads here
        **streams,
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def hear_everything() -> None:
    """Undo what whoever runs the tests may have had ignored, as nohup does."""
    for number in (signal.SIGINT, signal.SIGQUIT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_DFL)


def in_terminal(*arguments: str, columns: int = 100, **env: str) -> str:
    """Run the command in a terminal so many columns wide and return all it shows."""
    master, slave = pty.openpty()
    words = [*COMMAND, *arguments]
    streams: dict[str, Any] = {"stdin": slave, "stdout": slave, "stderr": slave}
    with started(words, env=environment(COLUMNS=str(columns), **env), **streams) as process:
        os.close(slave)
        shown = _everything(master)
        process.wait(timeout=60)
    os.close(master)
    return shown.decode().replace("\r\n", "\n")


def _everything(master: int) -> bytes:
    """Return what comes out of a terminal until the last process that has it open ends."""
    shown = b""
    while select.select([master], [], [], 60)[0]:
        try:
            piece = os.read(master, 65536)
        except OSError:
            break
        if not piece:
            break
        shown += piece
    return shown
