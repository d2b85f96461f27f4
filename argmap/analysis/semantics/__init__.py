"""Semantics: ways to say what stands in a map. One a file; this folder is the list of them.

A module ``x_y`` here is the semantics ``x-y``. It has a ``SUMMARY`` in a few
words and either, when it is qualitative, ``verdict(framework)`` and
``labellings(framework)``, or, when it is gradual, ``SEMANTICS``: see
``Qualitative`` and ``Gradual``. ``grounded.py`` and ``df_quad.py`` are good ones to
look at first.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any, Protocol

from argmap.analysis.solving.framework import Framework
from argmap.analysis.solving.gradual import GradualSemantics, Strengths
from argmap.analysis.solving.verdict import Labels, Verdict, claims_in
from argmap.errors import ArgmapError, UnknownNameError
from argmap.model import ArgumentMap


class Qualitative(Protocol):
    """A semantics by which a claim is in, out or undecided."""

    SUMMARY: str

    def verdict(self, framework: Framework) -> Verdict:
        """Return the status of every claim and relation over all extensions."""

    def labellings(self, framework: Framework) -> Iterator[Labels]:
        """Yield the labelling of each extension, lazily; all that differ over some claim."""


class Gradual(GradualSemantics, Protocol):
    """A semantics by which a claim has a strength in [0, 1]."""

    SUMMARY: str

    def strengths(
        self,
        argument_map: ArgumentMap,
        *,
        assume: Collection[str] = frozenset(),
        reject: Collection[str] = frozenset(),
    ) -> Strengths:
        """Return the strength of every claim and relation."""


__all__ = [
    "DEFAULT",
    "Framework",
    "Gradual",
    "Qualitative",
    "Strengths",
    "Verdict",
    "extensions",
    "gradual",
    "is_gradual",
    "names",
    "qualitative",
    "summary",
]

DEFAULT = "grounded"


@cache
def names() -> tuple[str, ...]:
    """Return the names of all semantics, sorted."""
    files = Path(__file__).parent.glob("[!_]*.py")
    return tuple(sorted(file.stem.replace("_", "-") for file in files))


def _module(name: str) -> Any:
    if name not in names():
        raise UnknownNameError("semantics", name, names())
    return import_module(f"{__name__}.{name.replace('-', '_')}")


def summary(name: str) -> str:
    """Return what a semantics is, in a few words; UnknownNameError for an unknown one."""
    text: str = _module(name).SUMMARY
    return text


def is_gradual(name: str) -> bool:
    """Return whether a semantics gives strengths; UnknownNameError for an unknown one."""
    return hasattr(_module(name), "strengths")


def qualitative(name: str) -> Qualitative:
    """Return a semantics that gives statuses, or raise ArgmapError."""
    if is_gradual(name):
        raise ArgmapError(f"'{name}' gives strengths, not statuses")
    module: Qualitative = _module(name)
    return module


def gradual(name: str) -> Gradual:
    """Return a semantics that gives strengths, or raise ArgmapError."""
    if not is_gradual(name):
        raise ArgmapError(f"'{name}' gives statuses, not strengths")
    module: Gradual = _module(name)
    return module


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
