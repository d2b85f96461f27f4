"""Measure argmap on this machine: ``python tests/bench/run.py [--quick]``.

Every figure is a ratio of medians, its two sides run in turn, so that a
machine that changes its speed changes both. Prints a table; asserts nothing.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from itertools import pairwise
from pathlib import Path

import yaml

sys.path.insert(0, str(Path(__file__).parent.parent))  # for support, as the tests have it

from authoring import authoring
from drawing import drawing
from evaluating import evaluating
from measure import COMMAND, ENVIRONMENT, against_pass, process, ratio, row
from others import text_of
from questioning import questioning
from support.random_maps import attacks_of_many, plain, yaml_text

import argmap
from argmap.formats import readable, suffixes

MAPS = Path(__file__).parent.parent / "support" / "random_maps.py"
# Argdown's own tool, where the tests against it have installed it.
ARGDOWN = Path(__file__).parent.parent / "external" / "node_modules" / ".bin" / "argdown"

# Linux hands a parent's peak on to the process it starts (vfork, exec), so a
# small process stands between this one and the one that is measured.
BETWEEN = "import subprocess, sys; sys.exit(subprocess.run(sys.argv[1:]).returncode)"
PEAK = "import resource; print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)"


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
        against_pass(f"argmap {words}", [*words.split()], at_most, runs)


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


def whole_export(folder: Path, runs: int) -> None:
    """Measure a whole export beside what other tools took when pass took 0.011 s."""
    big = folder / "big.yaml"
    big.write_text(yaml_text(10_000, 12_000), encoding="utf-8")
    words: list[str | Path] = ["export", "-m", big, "-f", "dot"]
    against_pass("export -f dot, 10,000 claims; Carneades 1.13 s", words, 1.13 / 0.011, runs)
    against_pass("export -f dot, 10,000 claims; Argdown 2.9 s / 3", words, 2.9 / 3 / 0.011, runs)


def other_formats(folder: Path, claims: int, runs: int) -> None:
    """Measure listing a map in each format that is read, beside the tool a format comes from.

    Where that tool is not at hand it is what it took when pass took 0.011 s:
    Carneades 1.13 s and Argdown 2.9 s for 10,000 claims.
    """
    limits = {"argdown": 2.9 / 0.011, "carneades": 1.13 / 0.011}
    for name in readable():
        path = folder / f"big{suffixes(name)[0]}"
        path.write_text(text_of(name, claims), encoding="utf-8")
        words: list[str | Path] = ["list", "-m", path, "--from", name]
        limit = limits.get(name) if claims == 10_000 else None
        against_pass(f"list {claims:,} claims in {name}", words, limit, runs)
        if name == "argdown" and ARGDOWN.exists():
            own = process("node", ARGDOWN, "json", path, folder / "out")
            measured = ratio(process(COMMAND, *words), own, runs)
            row(f"list {claims:,} claims in {name}", measured, 0.6, "x its own")
    frameworks(folder, runs)


def frameworks(folder: Path, runs: int) -> None:
    """Measure reading 300,000 attacks among 1,000 arguments."""
    path = folder / "attacks.af"
    path.write_text(attacks_of_many(), encoding="utf-8")
    against_pass("list of 300,000 attacks in af", ["list", "-m", path], None, runs)


def deep_chain(folder: Path, deep: int) -> None:
    """Measure the deep chain; a figure means that the command ended with exit status 0."""
    chain = folder / "chain.yaml"
    chain.write_text(yaml_text(deep, 0, "chain"), encoding="utf-8")
    ends = ["claim-0", f"claim-{deep - 1}"]
    against_pass(f"trace a chain of {deep:,} (exit 0)", ["trace", "-m", chain, *ends], None, 1)
    against_pass(f"tree of a chain of {deep:,} (exit 0)", ["tree", "-m", chain], None, 1)


def memory(folder: Path, claims: int) -> None:
    """Measure the peak memory of reading, of argmap and of the bare parser."""
    path = folder / "memory.yaml"
    subprocess.run([sys.executable, MAPS, "--claims", str(claims), "-o", path], check=True)
    codes = {
        "argmap": "import argmap, sys; m = argmap.load(sys.argv[1])",
        "CSafeLoader": "import yaml, sys; yaml.load(open(sys.argv[1]).read(), yaml.CSafeLoader)",
    }
    for name, code in codes.items():
        child: list[str | Path] = [sys.executable, "-c", f"{code}; {PEAK}", path]
        done = subprocess.run(
            [sys.executable, "-c", BETWEEN, *child],
            capture_output=True,
            check=True,
            text=True,
            env=ENVIRONMENT,
        )
        row(f"peak memory, reading {claims:,} claims, {name}", int(done.stdout) / 1024, None, "MiB")


def options() -> argparse.Namespace:
    """Return what is asked for on the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="fewer runs, smaller maps")
    parser.add_argument("--evaluation", action="store_true", help="only what evaluates maps")
    parser.add_argument(
        "--pygarg",
        type=Path,
        metavar="PYTHON",
        help="an interpreter that has pygarg and python-sat",
    )
    return parser.parse_args()


def main() -> None:
    """Print the table."""
    chosen = options()
    quick: bool = chosen.quick
    if not COMMAND.exists():
        sys.exit(f"there is no {COMMAND}: install argmap into this environment first")
    print(f"{'case':58} {'measured':>9} {'':9} {'at most':>7}  met")
    with tempfile.TemporaryDirectory() as folder:
        if not chosen.evaluation:
            reading_and_writing(Path(folder), quick=quick)
        evaluating(Path(folder), chosen.pygarg, quick=quick)
        questioning(Path(folder), 10_000, 3 if quick else 5)


def reading_and_writing(folder: Path, *, quick: bool) -> None:
    """Print the part of the table that is not about evaluation."""
    start_up(5 if quick else 15)
    reading(3 if quick else 7)
    growth([1_000, 10_000] if quick else [1_000, 10_000, 100_000], 3)
    whole_export(folder, 3 if quick else 5)
    other_formats(folder, 1_000 if quick else 10_000, 3)
    deep_chain(folder, 100_000)
    memory(folder, 10_000 if quick else 100_000)
    authoring(folder, quick=quick)
    drawing(folder, 1 if quick else 3)


if __name__ == "__main__":
    main()
