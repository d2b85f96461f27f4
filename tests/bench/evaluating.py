"""The part of the benchmark that evaluates maps."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import NamedTuple

from measure import COMMAND, PASS, against, process, ratio, row, seconds
from support.random_maps import attacks_of_many, framework, plain, yaml_text

import argmap
from argmap.analysis.evaluation.evaluation import evaluate
from argmap.analysis.semantics import Framework
from argmap.model import ArgumentMap
from argmap.model.scheme import WEIGHINGS

PYGARG_AT_MOST = 60  # seconds
_SAMPLE = 50  # claims looked at, from the first and from the last of a status
_PREFERRED = ("--semantics", "preferred", "--all")


class Problem(NamedTuple):
    """What is asked of a framework, of argmap and in pygarg's words, and how it should compare."""

    name: str
    words: tuple[str, ...]
    of_pygarg: str
    at_most: float


GROUNDED = Problem("grounded", (), "SE-GR", 0.1)
ONE = Problem("one preferred", (*_PREFERRED, "--limit", "1"), "SE-PR", 1)
ALL = Problem("all preferred", _PREFERRED, "EE-PR", 1)
# pygarg takes minutes for grounded at the first; the second is one that it is through with soon.
FRAMEWORKS = (
    (1_000, 0.002, (GROUNDED, ONE, ALL)),
    (200, 0.01, (GROUNDED,)),
    (1_000, 0.01, (GROUNDED,)),
    (100, 0.05, (ONE, ALL)),
)


def evaluating(folder: Path, pygarg: Path | None, *, quick: bool) -> None:
    """Print the rows of evaluation.

    ``pygarg`` is an interpreter that has pygarg, or None, and then the
    frameworks are measured against an interpreter that does nothing.
    """
    for arguments, share, problems in FRAMEWORKS:
        path = folder / f"{arguments}-{share}.apx"
        path.write_text(framework(arguments, share), encoding="utf-8")
        for problem in problems:
            case = f"{problem.name}, {arguments:,} arguments at {share:.1%}"
            beside_pygarg(case, path, problem, pygarg, 3 if quick else 9)
    grounded_and_reading(folder, 10_000 if quick else 100_000, 3)
    weighed(folder, 1_000 if quick else 10_000, 3)
    hinges(folder, 1_000 if quick else 10_000, 3)


def beside_pygarg(case: str, path: Path, problem: Problem, pygarg: Path | None, runs: int) -> None:
    """Print the row of a problem, against pygarg where it is at hand.

    Where pygarg is stopped, the row has what argmap takes of the time it was given.
    """
    own = process(COMMAND, "evaluate", "-m", path, *problem.words)
    if pygarg is None:
        against(case, (own, process(*PASS)), None, runs, "x pass")
        return
    command = (pygarg, "-m", "pygarg", "-p", problem.of_pygarg, "-fo", "apx", "-f", path)
    other = process(*command, at_most=PYGARG_AT_MOST)
    try:
        row(case, ratio(own, other, runs), problem.at_most, "x pygarg")
    except subprocess.TimeoutExpired:
        taken = median(seconds(own) for _ in range(runs))
        said = f"{case}; pygarg more than {PYGARG_AT_MOST} s"
        row(said, taken / PYGARG_AT_MOST, problem.at_most, f"x {PYGARG_AT_MOST} s")


def grounded_and_reading(folder: Path, claims: int, runs: int) -> None:
    """Measure grounded semantics on big maps against a list of the same, which is to read them."""
    big, attacks = folder / "mixed.yaml", folder / "attacks.af"
    big.write_text(yaml_text(claims, claims * 6 // 5), encoding="utf-8")
    attacks.write_text(attacks_of_many(), encoding="utf-8")
    for path, what in ((big, f"{claims:,} claims, mixed"), (attacks, "300,000 attacks in af")):
        sides = [process(COMMAND, word, "-m", path) for word in ("evaluate", "list")]
        against(f"grounded, {what}", (sides[0], sides[1]), 3, runs, "x list")


def weighed(folder: Path, claims: int, runs: int) -> None:
    """Measure the balance of arguments against a list of the same map, which is to read it.

    The map has weights, schemes of each weighing function, and a question whose answers
    are a tenth of its claims.
    """
    data = plain(claims, claims * 6 // 5, "mixed")
    for number, link in enumerate(data["relations"]):
        link |= {"weight": number % 11 / 10, "scheme": WEIGHINGS[number % len(WEIGHINGS)]}
    data["claims"]["which"] = {"text": "Which?", "kind": "question", "choose": "one"}
    answers = [{"from": f"claim-{n}", "answers": "which"} for n in range(0, claims, 10)]
    data["relations"] += answers
    path = folder / "weighed.json"
    path.write_text(json.dumps(data), encoding="utf-8")
    listing = process(COMMAND, "list", "-m", path)
    own = process(COMMAND, "evaluate", "-m", path, "--semantics", "carneades")
    against(
        f"carneades, {claims:,} claims, weights and a question", (own, listing), 4, runs, "x list"
    )
    yaml = folder / "weighed.yaml"
    yaml.write_text(yaml_text(claims, claims * 6 // 5), encoding="utf-8")
    sides = (
        process(COMMAND, "evaluate", "-m", yaml, "-s", "carneades"),
        process(COMMAND, "list", "-m", yaml),
    )
    against(f"carneades, {claims:,} claims, mixed", sides, 4, runs, "x list")


def hinges(folder: Path, claims: int, runs: int) -> None:
    """Measure the cruxes of claims on which much of a map bears, sparse and dense."""
    shapes = ("tree", "chain", "mixed", "linked", "undercuts", "cycles")
    for shape in shapes:
        dense = () if shape in {"tree", "chain"} else (claims * 3,)
        for relations in (claims * 6 // 5, *dense):
            text = yaml_text(claims, relations, shape)
            path = folder / "hinges.yaml"
            path.write_text(text, encoding="utf-8")
            size = f"{claims / 1000:g}k+{relations / 1000:g}k" if dense else f"{claims / 1000:g}k"
            for status, claim in most_borne_upon(argmap.loads(text)):
                case = f"cruxes of one {status}, {shape} {size}"
                # Exit status 1 is an answer too: nothing changes the claim's status.
                own = process(COMMAND, "cruxes", claim, "-m", path, answers=(0, 1))
                against(case, (own, process(*PASS)), None, runs, "x pass")


def most_borne_upon(argument_map: ArgumentMap) -> Iterator[tuple[str, str]]:
    """Yield each status that a claim has, and a claim that has it, reached by more than others."""
    statuses = evaluate(argument_map).statuses
    frame = Framework(argument_map)
    for status in ("in", "out", "undecided"):
        names = [name for name in argument_map.claims if statuses[name] == status]
        reach = {
            name: len(frame.reaching(*frame.numbers(name)))
            for name in names[:_SAMPLE] + names[-_SAMPLE:]
        }
        if reach:
            yield status, max(reach, key=lambda name: reach[name])
