"""How a figure of the benchmark comes about, and how it is printed."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
import time
from collections.abc import Callable, Collection
from pathlib import Path
from statistics import median

PASS = [sys.executable, "-c", "pass"]
COMMAND = Path(sys.executable).with_name("argmap")
# An installed command has its modules compiled; let this one too.
# ARGMAP_MAP would put another map in the place of the bundled one.
UNWANTED = {"PYTHONDONTWRITEBYTECODE", "ARGMAP_MAP", "FORCE_COLOR"}
ENVIRONMENT = {key: value for key, value in os.environ.items() if key not in UNWANTED}
PATIENCE = 600  # seconds that a process may take, where nothing else is said


def seconds(action: Callable[[], object]) -> float:
    """Return how long an action takes, with the garbage collector off."""
    gc.collect()
    gc.disable()
    start = time.perf_counter()
    try:
        action()
        return time.perf_counter() - start
    finally:
        gc.enable()


def process(
    *command: str | Path, answers: Collection[int] = (0,), at_most: float = PATIENCE
) -> Callable[[], object]:
    """Return an action that runs a whole process, its output read and thrown away.

    It raises CalledProcessError for an exit status not among ``answers``, and
    TimeoutExpired after ``at_most`` seconds.
    """

    def action() -> None:
        done = subprocess.run(
            command, capture_output=True, check=False, env=ENVIRONMENT, timeout=at_most
        )
        if done.returncode not in answers:
            done.check_returncode()

    return action


def ratio(action: Callable[[], object], yardstick: Callable[[], object], runs: int) -> float:
    """Return the ratio of the medians of two actions run in turn, after one warm-up each."""
    action(), yardstick()
    pairs = [(seconds(action), seconds(yardstick)) for _ in range(runs)]
    return median(first for first, _ in pairs) / median(second for _, second in pairs)


def against(
    case: str,
    sides: tuple[Callable[[], object], Callable[[], object]],
    at_most: float | None,
    runs: int,
    unit: str,
) -> None:
    """Print the row of two actions; where one fails, how it did in the place of a figure."""
    try:
        measured = ratio(*sides, runs)
    except subprocess.CalledProcessError as error:
        failed(case, f"exit {error.returncode}")
    except subprocess.TimeoutExpired as error:
        failed(case, f"stopped after {error.timeout:.0f} s")
    else:
        row(case, measured, at_most, unit)


def against_pass(case: str, words: list[str | Path], at_most: float | None, runs: int) -> None:
    """Print the row of a command of argmap against an interpreter that does nothing."""
    against(case, (process(COMMAND, *words), process(*PASS)), at_most, runs, "x pass")


def failed(case: str, how: str) -> None:
    """Print a line of the table for what did not run."""
    print(f"{case:58} {how:>19} {'':>7}  NO", flush=True)


def row(case: str, measured: float, at_most: float | None, unit: str = "") -> None:
    """Print a line of the table."""
    limit = "-" if at_most is None else f"{at_most:.4g}"
    met = "" if at_most is None else ("yes" if measured <= at_most else "NO")
    figure = f"{measured:.4f}" if measured < 0.1 else f"{measured:.2f}"
    print(f"{case:58} {figure:>9} {unit:9} {limit:>7}  {met}", flush=True)
