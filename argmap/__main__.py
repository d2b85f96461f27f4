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
        from argmap.cli import run

        return run(sys.argv[1:])
    except KeyboardInterrupt:
        return 130


def _version() -> int:
    try:
        print(f"argmap {__version__}", flush=True)  # noqa: T201 the one answer without a view
    except OSError as error:
        from argmap.cli._output import say_error, unwritable

        message = unwritable(error)
        if isinstance(error, BrokenPipeError):
            return 0  # a reader that has seen enough
        say_error(message)
        return message.exit_status
    return 0


if __name__ == "__main__":
    sys.exit(main())
