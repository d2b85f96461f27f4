"""The entry point of the command."""

from __future__ import annotations

import gc
import os
import sys

from argmap import __version__


def main() -> int:
    """Run the command line and return its exit status."""
    # Whoever started us may have closed a stream. An answer that cannot be given
    # is an error when it is given, so standard output becomes one that takes
    # nothing; a message that nobody wants to hear is dropped.
    if sys.stdout is None:
        sys.stdout = open(os.devnull, encoding="utf-8")  # noqa: PTH123, SIM115
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115
    if sys.argv[1:] in (["--version"], ["-V"]):  # answered before anything is imported
        return _version()
    # A command is over before a collection would pay for itself, and the many
    # that happen while modules load would cost a tenth of a short one.
    gc.disable()
    try:
        _handle_signals()
        from argmap.cli import run

        return run(sys.argv[1:])
    except KeyboardInterrupt:
        return 130
    except _EndedError as ended:
        # What was begun has been cleared away: now end as whoever asked for it expects.
        return _end_by(ended.number)


class _EndedError(BaseException):
    """Somebody has asked the command to end: by a kill, at a shutdown, with its terminal."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


def _handle_signals() -> None:
    """Have signals that end a command end it in order, unless it was started to ignore them."""
    import signal

    def end(number: int, _: object) -> None:
        raise _EndedError(number)

    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, end)


def _end_by(number: int) -> int:
    import signal

    signal.signal(number, signal.SIG_DFL)
    os.kill(os.getpid(), number)
    return 128 + number


def _version() -> int:
    try:
        print(f"argmap {__version__}", flush=True)  # noqa: T201 the one answer without a view
    except BrokenPipeError:
        pass  # a reader that has seen enough
    except OSError:
        from argmap.cli import run

        return run(["--version"])  # which says why it cannot be written
    return 0


if __name__ == "__main__":
    sys.exit(main())
