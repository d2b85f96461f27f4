"""The entry point of the command."""

from __future__ import annotations

import gc
import sys

from argmap import __version__


def main() -> int:
    """Run the command line and return its exit status."""
    if sys.argv[1:] in (["--version"], ["-V"]):  # answered before anything is imported
        try:
            print(f"argmap {__version__}", flush=True)  # noqa: T201 the one answer without a view
        except OSError:
            sys.stdout = None  # or closing it would complain again
        return 0
    # A command is over before a collection would pay for itself, and the many
    # that happen while modules load would cost a tenth of a short one.
    gc.disable()
    try:
        from argmap.cli import run

        return run(sys.argv[1:])
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
