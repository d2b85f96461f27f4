"""The semantics there are: their names by what they give, and the strengths that one gives."""

from __future__ import annotations

from typing import Any

from argmap import ArgumentMap
from argmap.analysis.semantics import is_weighing, names
from argmap.analysis.solving.gradual import Evaluation, GradualSemantics, Strengths

QUALITATIVE = names(gradual=False)
GRADUAL = names(gradual=True)
WEIGHING = tuple(name for name in QUALITATIVE if is_weighing(name))
ASSUMPTION_BASED = tuple(name for name in QUALITATIVE if name not in WEIGHING)


def evaluated(semantics: GradualSemantics, argument_map: ArgumentMap, **fixed: Any) -> Strengths:
    """Return the strengths of a map; ``fixed`` are ``assume`` and ``reject``."""
    return Evaluation(argument_map, semantics.combine, **fixed).strengths()
