"""Semantics: what stands in a map, one way a file; this folder is the list of them.

A module ``x_y`` here is the semantics ``x-y``. It has a ``SUMMARY`` in a few
words and, when it is gradual, ``combine``; otherwise it is qualitative and has
what ``Qualitative`` lists and, when it weighs arguments, ``balance``. Nothing else
names it: ``names`` finds it for the options, completion, ``expect:`` and the schema.
``grounded.py`` and ``df_quad.py`` are good ones to look at first. May import
``analysis.balancing``, ``analysis.solving`` and below.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, cast

from argmap.analysis.solving.framework import Framework
from argmap.analysis.solving.gradual import GradualSemantics, Strengths
from argmap.analysis.solving.verdict import Labels, Verdict, claims_in
from argmap.errors import ArgmapError, UnknownNameError
from argmap.model import Expectation

if TYPE_CHECKING:
    from argmap.analysis.balancing.reading import Balance


class Qualitative(Protocol):
    """A semantics by which a claim is in, out or undecided.

    ``HAS_SEVERAL`` is whether there may be several extensions, and
    ``IS_DIRECTIONAL`` whether a claim depends on nothing but what leads to it
    (Baroni and Giacomin, Artificial Intelligence 171, 2007).
    """

    SUMMARY: str
    HAS_SEVERAL: bool
    IS_DIRECTIONAL: bool

    def verdict(self, framework: Framework) -> Verdict:
        """Return the status of every claim and relation over all extensions."""

    def labellings(self, framework: Framework) -> Iterator[Labels]:
        """Yield the labelling of each extension, lazily; all that differ over some claim."""


class Weighing(Qualitative, Protocol):
    """A qualitative semantics that weighs arguments."""

    def balance(self, framework: Framework) -> Balance:
        """Return the arguments of a map and the contests between what they are for."""


class Gradual(GradualSemantics, Protocol):
    """A semantics by which a claim has a strength in [0, 1]."""

    SUMMARY: str


__all__ = [
    "DEFAULT",
    "Framework",
    "Gradual",
    "Qualitative",
    "Strengths",
    "Verdict",
    "Weighing",
    "check_expectation",
    "extensions",
    "gradual",
    "is_gradual",
    "is_weighing",
    "names",
    "qualitative",
    "summary",
    "weighing",
]

DEFAULT = "grounded"


@cache
def names(*, gradual: bool | None = None) -> tuple[str, ...]:
    """Return the names of all semantics, sorted.

    ``gradual``: only of those that give strengths, or only of those that do not.
    """
    files = Path(__file__).parent.glob("[!_]*.py")
    found = sorted(file.stem.replace("_", "-") for file in files)
    return tuple(name for name in found if gradual is None or is_gradual(name) is gradual)


def _module(name: str) -> Any:
    if name not in names():
        raise UnknownNameError("semantics", name, names())
    return import_module(f"{__name__}.{name.replace('-', '_')}")


def summary(name: str) -> str:
    """Return what a semantics is, in a few words; UnknownNameError for an unknown one."""
    return str(_module(name).SUMMARY)


def is_gradual(name: str) -> bool:
    """Return whether a semantics gives strengths; UnknownNameError for an unknown one."""
    return hasattr(_module(name), "combine")


def qualitative(name: str) -> Qualitative:
    """Return a semantics that gives statuses, or raise ArgmapError."""
    if is_gradual(name):
        raise ArgmapError(f"'{name}' gives strengths, not statuses")
    return cast("Qualitative", _module(name))


def gradual(name: str) -> Gradual:
    """Return a semantics that gives strengths, or raise ArgmapError."""
    if not is_gradual(name):
        raise ArgmapError(f"'{name}' gives statuses, not strengths")
    return cast("Gradual", _module(name))


def is_weighing(name: str) -> bool:
    """Return whether a semantics weighs arguments; UnknownNameError for an unknown one."""
    return hasattr(_module(name), "balance")


def weighing(name: str) -> Weighing:
    """Return a semantics that weighs arguments, or raise ArgmapError."""
    if not is_weighing(name):
        raise ArgmapError(f"'{name}' does not weigh arguments")
    return cast("Weighing", _module(name))


def check_expectation(expectation: Expectation) -> None:
    """Check that an expectation is of what its semantics gives: a status, or a strength.

    Raises UnknownNameError for an unknown semantics, and ArgmapError otherwise.
    """
    name = expectation.semantics
    if expectation.strength is None:
        qualitative(name)
    else:
        gradual(name)


def extensions(name: str, framework: Framework) -> Iterator[frozenset[str]]:
    """Yield the ids of the claims that are in, for each extension of a semantics, lazily.

    Each set of claims once, in no order that means anything. Raises what
    ``qualitative`` raises, and ArgmapError where clingo is needed and missing.
    """
    seen: set[frozenset[str]] = set()
    for labels in qualitative(name).labellings(framework):
        claims = claims_in(framework, labels)
        if claims not in seen:
            seen.add(claims)
            yield claims
