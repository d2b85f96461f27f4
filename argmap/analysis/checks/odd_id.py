"""The rule ``odd-id``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from argmap.analysis.checks._finding import Found, Severity
from argmap.model import ArgumentMap

SUMMARY = "a claim id that does not look like the others"
SEVERITY = Severity.HINT
REASON = """
Ids are typed again and again. Where nearly all are written alike, one that is not will be
mistyped. Nearly all: nine in ten.
"""
WRONG_WHEN = """
The id is that of another file or system.
"""
EXAMPLE = """
argmap: 1
claims: {a-b: A., c-d: B., e-f: C., g-h: D., i-j: E., k-l: F., m-n: G., o-p: H., q-r: I., stU: J.}
"""
_STYLES = {
    "lower-case with hyphens": re.compile(r"[^\W_A-Z]+(?:-[^\W_A-Z]+)*"),
    "lower_case with underscores": re.compile(r"[^\W_A-Z]+(?:_[^\W_A-Z]+)*"),
    "camelCase": re.compile(r"[a-z][^\W_]*"),
    "CamelCase": re.compile(r"[A-Z][^\W_]*"),
    "numbers": re.compile(r"[0-9]+"),
    "a letter and a number": re.compile(r"[A-Za-z]{1,2}[0-9]+"),
}
_NOT = "¬"  # the claim that denies another is often called after it
_NEARLY_ALL = 0.9  # so that fewer than ten ids show no habit


def check(argument_map: ArgumentMap) -> Iterator[Found]:
    """Yield each claim whose id has not the style that nearly all have."""
    names = list(argument_map.claims)
    fitting = {
        style: [name for name in names if pattern.fullmatch(name.removeprefix(_NOT))]
        for style, pattern in _STYLES.items()
    }
    style = max(fitting, key=lambda each: len(fitting[each]))
    if len(fitting[style]) < _NEARLY_ALL * len(names):
        return
    usual = set(fitting[style])
    for name in names:
        if name not in usual:
            yield Found(name, f"the id '{name}' is not like the others: {style}")
