"""Maps of shapes that make a program print or compute too much: dense, deep, wide, long."""

from __future__ import annotations

import json
from collections.abc import Callable
from itertools import product
from typing import Any

Shape = dict[str, Any]


def _map(claims: dict[str, Any], relations: list[dict[str, Any]], **more: Any) -> Shape:
    return {"argmap": 1, "claims": claims, "relations": relations, **more}


def _dense(size: int, *verbs: str) -> Shape:
    pairs = [(a, b) for a, b in product(range(size), repeat=2) if a != b]
    relations = [
        {"from": f"c{a}", verbs[number % len(verbs)]: f"c{b}"}
        for number, (a, b) in enumerate(pairs)
    ]
    return _map({f"c{number}": f"Claim {number} holds." for number in range(size)}, relations)


def _ladder(steps: int) -> Shape:
    """Return two claims a step, each supporting both of the step before: 2 ** steps ways."""
    claims = {f"{side}{at}": f"At {at} is {side}." for at in range(steps) for side in "ab"}
    relations = [
        {"from": f"{side}{at}", "supports": f"{other}{at - 1}"}
        for at, side, other in product(range(1, steps), "ab", "ab")
    ]
    return _map(claims, relations)


def _standoffs(number: int) -> Shape:
    """Return pairs that contradict each other: 3 ** number complete extensions."""
    claims = {f"{side}{at}": f"{side} at {at}." for at in range(number) for side in ("pro", "con")}
    return _map(claims, [{"from": f"pro{at}", "contradicts": f"con{at}"} for at in range(number)])


def _hub(
    number: int, verb: str, hub: dict[str, Any] | str, *, outward: bool = False, **more: Any
) -> Shape:
    """Return one claim to which, or from which, many relations lead."""
    claims = {"hub": hub, **{f"spoke-{at}": f"Spoke {at}." for at in range(number)}}
    ends = [("hub", f"spoke-{at}") if outward else (f"spoke-{at}", "hub") for at in range(number)]
    return _map(claims, [{"from": start, verb: end, **more} for start, end in ends])


def _linked(number: int, **more: Any) -> Shape:
    claims = {"goal": "The goal.", **{f"premise-number-{at}": f"P {at}." for at in range(number)}}
    premises = [name for name in claims if name != "goal"]
    return _map(claims, [{"from": premises, "supports": "goal", **more}])


def _chain(length: int, *, closed: bool = False) -> Shape:
    claims = {f"c{at}": f"C {at}." for at in range(length)}
    ends = [(f"c{at + 1}", f"c{at}") for at in range(length - 1)]
    ends += [("c0", f"c{length - 1}")] if closed else []
    verbs = ("supports", "attacks", "supports")
    relations = [{"from": a, verbs[number % 3]: b} for number, (a, b) in enumerate(ends)]
    return _map(claims, relations)


def _undercuts(depth: int) -> Shape:
    claims = {f"c{at}": f"C {at}." for at in range(depth + 2)}
    relations = [{"from": "c0", "supports": "c1", "id": "r0"}]
    relations += [
        {"from": f"c{at + 1}", "undercuts": f"r{at - 1}", "id": f"r{at}"} for at in range(1, depth)
    ]
    return _map(claims, relations)


def _undercut_ring(size: int) -> Shape:
    """Return steps each of which undercuts the next, the last one the first."""
    claims = {f"c{at}": f"C {at}." for at in range(size)}
    relations = [
        {"id": f"r{at}", "from": f"c{at}", "undercuts": f"r{(at + 1) % size}"} for at in range(size)
    ]
    return _map(claims, relations)


_WORDS = " ".join(f"word{number}" for number in range(3000))

SHAPES: dict[str, Callable[[], Shape]] = {
    "nothing": lambda: _map({}, []),
    "dense": lambda: _dense(12, "supports", "attacks"),
    "attacks": lambda: _dense(9, "attacks"),
    "contradictions": lambda: _dense(7, "contradicts"),
    "restated": lambda: _dense(9, "restates"),
    "ladder": lambda: _ladder(40),
    "standoffs": lambda: _standoffs(18),
    "linked": lambda: _linked(600),
    "linked-with-scheme": lambda: _linked(300, scheme=_WORDS, note=_WORDS, id="step"),
    "linked-with-long-id": lambda: _linked(300, id="x" * 5000),
    "chain": lambda: _chain(1500),
    "cycle": lambda: _chain(300, closed=True),
    "undercuts": lambda: _undercuts(200),
    "undercut-ring": lambda: _undercut_ring(90),
    "undercut-pair": lambda: _undercut_ring(2),
    "undercut-self": lambda: _undercut_ring(1),
    "linked-pairs": lambda: _map(
        {f"c{at}": f"C {at}." for at in range(12)},
        [
            {"from": [f"c{a}", f"c{b}"], "attacks": f"c{c}"}
            for a, b, c in product(range(12), repeat=3)
            if a < b and c not in {a, b}
        ],
    ),
    "long-hub": lambda: _hub(300, "supports", {"text": _WORDS, "note": _WORDS}),
    "long-hub-outward": lambda: _hub(300, "attacks", _WORDS, outward=True),
    "long-label": lambda: _hub(300, "supports", {"text": "T.", "label": _WORDS}, outward=True),
    "long-contradicted": lambda: _hub(100, "contradicts", _WORDS),
    "long-restated": lambda: _hub(100, "restates", _WORDS),
    "long-voice": lambda: _map(
        {f"c{at}": {"text": f"C {at}.", "voice": "v"} for at in range(300)},
        [],
        voices={"v": _WORDS},
    ),
    "long-title": lambda: _map({"a": "A."}, [], title=_WORDS * 4, source={"title": _WORDS * 4}),
    "long-alike": lambda: _map({f"c{at}": f"{_WORDS} end{at}." for at in range(12)}, []),
    "many-alike": lambda: _map(
        {f"c{at}": "The very same words stand here." for at in range(300)}, []
    ),
    "parallel": lambda: _map(
        {"a": "A.", "b": "B."},
        [{"from": "a", "supports": "b", "id": f"r{at}"} for at in range(900)],
    ),
    "answers": lambda: _hub(
        40, "answers", {"text": "Which one?", "kind": "question", "choose": "one"}
    ),
    "cited": lambda: _map(
        {"a": {"text": "A.", "quote": [_WORDS] * 40, "citations": [{"text": _WORDS}] * 40}}, []
    ),
    "schemes": lambda: _hub(300, "supports", "H.", scheme="expert opinion"),
    "weighed": lambda: _hub(300, "contradicts", {"text": "H.", "weight": 0.5}, weight=0.5),
    "expected": lambda: _map(
        {f"c{at}": f"C {at}." for at in range(300)},
        [],
        expect={"grounded": {"out": [f"c{at}" for at in range(300)]}},
    ),
}


def text_of(name: str) -> str:
    """Return the map of a shape as compact JSON."""
    return json.dumps(SHAPES[name](), separators=(",", ":"))
