"""A scheme: the pattern that a step follows, with the critical questions to ask of it."""

from __future__ import annotations

from typing import NamedTuple

WEIGHINGS = ("linked", "convergent", "cumulative", "factorized")
"""How the premises of a step are weighed (Gordon and Walton 2016): the first is the usual way."""


class CriticalQuestion(NamedTuple):
    """A question to ask of a step that follows a scheme.

    An unfavourable answer attacks the premise in the role ``attacks``, or undercuts the
    step where that is None. ``source`` is where the question is from.
    """

    name: str
    text: str
    attacks: str | None = None
    source: str | None = None


class Scheme(NamedTuple):
    """An argumentation scheme (Walton, Reed and Macagno 2008).

    ``names`` are its other names. ``premises`` are pairs of a role and what the premise
    in it states; those of a step fill the roles in this order. ``weighing`` is how they
    are weighed, one of ``WEIGHINGS``, None for the usual way.
    """

    id: str
    names: tuple[str, ...] = ()
    premises: tuple[tuple[str, str], ...] = ()
    conclusion: str | None = None
    questions: tuple[CriticalQuestion, ...] = ()
    source: str | None = None
    weighing: str | None = None
