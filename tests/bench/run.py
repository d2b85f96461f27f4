"""Measure argmap on this machine: ``python tests/bench/run.py [--quick]``.

Every figure is a ratio of medians, its two sides run in turn, so that a
machine that changes its speed changes both. Prints a table; judges nothing.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from statistics import median

import yaml
from maps import plain, yaml_text

import argmap

PASS = [sys.executable, "-c", "pass"]
COMMAND = Path(sys.executable).with_name("argmap")
# An installed command has its modules compiled; let this one too.
ENVIRONMENT = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}


def seconds(action: Callable[[], object]) -> float:
    """Return how long an action takes, with the garbage collector off."""
    gc.collect()
    gc.disable()
    start = time.perf_counter()
    action()
    taken = time.perf_counter() - start
    gc.enable()
    return taken


def process(*command: str | Path) -> Callable[[], object]:
    """Return an action that runs a whole process, its output read and thrown away."""
    return lambda: subprocess.run(
        command, capture_output=True, check=True, env=ENVIRONMENT, timeout=600
    )


def ratio(action: Callable[[], object], yardstick: Callable[[], object], runs: int) -> float:
    """Return the ratio of the medians of two actions run in turn, after one warm-up each."""
    action(), yardstick()
    pairs = [(seconds(action), seconds(yardstick)) for _ in range(runs)]
    return median(first for first, _ in pairs) / median(second for _, second in pairs)


def row(case: str, measured: float, at_most: float | None, unit: str = "") -> None:
    """Print a line of the table."""
    limit = "-" if at_most is None else f"{at_most:g}"
    met = "" if at_most is None else ("yes" if measured <= at_most else "NO")
    print(f"{case:58} {measured:9.2f} {unit:9} {limit:>7}  {met}", flush=True)


def start_up(runs: int) -> None:
    """Measure short commands on the bundled map against an interpreter that does nothing."""
    cases: list[tuple[str, float]] = [
        ("--version", 2),
        ("list", 9),
        ("tree", 11),
        ("trace phone-call cognitive-community", 22),
        ("export -f graphml", 22),
        ("--help", 13),
    ]
    for words, at_most in cases:
        command = process(COMMAND, *words.split())
        row(f"argmap {words}", ratio(command, process(*PASS), runs), at_most, "x pass")


def reading(runs: int) -> None:
    """Measure reading 10,000 claims and 12,000 relations against the bare parsers."""
    text = yaml_text(10_000, 12_000)
    print(f"(the YAML has {len(text) / 1e6:.2f} MB)")
    bare = lambda: yaml.load(text, yaml.CSafeLoader)  # noqa: E731 the yardstick itself
    row("read it as YAML", ratio(lambda: argmap.loads(text), bare, runs), 1, "x load")
    as_json = json.dumps(plain(10_000, 12_000, "mixed"))
    measured = ratio(lambda: argmap.loads(as_json, "json"), lambda: json.loads(as_json), runs)
    row("read it as JSON", measured, 4, "x loads")


def growth(sizes: list[int], runs: int) -> None:
    """Measure what ten times the claims cost, reading and exporting."""
    for small, big in pairwise(sizes):
        texts = [yaml_text(size, size * 6 // 5) for size in (small, big)]
        read = [lambda text=text: argmap.loads(text) for text in texts]
        row(f"read {big:,} claims", ratio(read[1], read[0], runs), 12, f"x {small:,}")
        maps = [argmap.loads(text) for text in texts]
        write = [lambda chosen=chosen: argmap.dumps(chosen, "dot") for chosen in maps]
        row(f"write DOT of {big:,} claims", ratio(write[1], write[0], runs), 12, f"x {small:,}")


def whole_files(folder: Path, runs: int, deep: int) -> None:
    """Measure whole processes on files: an export, and the deep chain."""
    big, chain = folder / "big.yaml", folder / "chain.yaml"
    big.write_text(yaml_text(10_000, 12_000), encoding="utf-8")
    export = process(COMMAND, "export", "-m", big, "-f", "dot")
    # 1.13 s and a third of 2.9 s, beside a pass of 0.011 s.
    row("export -f dot, 10,000 claims", ratio(export, process(*PASS), runs), 87.9, "x pass")
    chain.write_text(yaml_text(deep, 0, "chain"), encoding="utf-8")
    trace = process(COMMAND, "trace", "-m", chain, "claim-0", f"claim-{deep - 1}")
    row(f"trace a chain of {deep:,}", ratio(trace, process(*PASS), 1), None, "x pass")
    tree = process(COMMAND, "tree", "-m", chain)
    row(f"tree of a chain of {deep:,}", ratio(tree, process(*PASS), 1), None, "x pass")


def memory(folder: Path, claims: int) -> None:
    """Measure the peak memory of reading, of argmap and of the bare parser."""
    path = folder / "memory.yaml"
    path.write_text(yaml_text(claims, claims * 6 // 5), encoding="utf-8")
    codes = {
        "argmap": "import argmap, sys; m = argmap.load(sys.argv[1])",
        "CSafeLoader": "import yaml, sys; yaml.load(open(sys.argv[1]).read(), yaml.CSafeLoader)",
    }
    for name, reading_code in codes.items():
        code = (
            reading_code
            + "; import resource; print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)"
        )
        done = subprocess.run(
            [sys.executable, "-c", code, path], capture_output=True, check=True, text=True
        )
        row(f"peak memory, reading {claims:,} claims, {name}", int(done.stdout) / 1024, None, "MiB")


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="fewer runs, smaller maps")
    quick = parser.parse_args().quick
    if not COMMAND.exists():
        sys.exit(f"there is no {COMMAND}: install argmap into this environment first")
    runs = 5 if quick else 15
    print(f"{'case':58} {'measured':>9} {'':9} {'at most':>7}  met")
    start_up(runs)
    reading(3 if quick else 7)
    growth([1_000, 10_000] if quick else [1_000, 10_000, 100_000], 3)
    with tempfile.TemporaryDirectory() as folder:
        whole_files(Path(folder), 3 if quick else 5, 10_000 if quick else 100_000)
        memory(Path(folder), 10_000 if quick else 100_000)
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"(this benchmark itself took {own:.0f} MiB at its peak)")


if __name__ == "__main__":
    main()
