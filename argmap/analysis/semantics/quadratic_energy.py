"""Quadratic Energy (Potyka, KR 2018).

"Continuous Dynamical Systems for Weighted Bipolar Argumentation": the energy of
a claim is the sum of its supporters' contributions less that of its attackers';
the base score is moved towards 1 or 0 by the part h(energy), h(x) = x²/(1 + x²).
On acyclic maps the strengths are those at which the paper's continuous system
comes to rest; cycles are iterated here like those of the other semantics.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

SUMMARY = "Quadratic Energy: the sum of reasons for and against moves the weight, small sums little"


def combine(base: float, supporters: Sequence[float], attackers: Sequence[float], /) -> float:
    """Return the strength of a base score under contributions, all in [0, 1]."""
    # fsum rounds once, so that neither the order nor the version of Python matters.
    energy = math.fsum(supporters) - math.fsum(attackers)
    square = energy * energy
    part = square / (1 + square)
    return base + (1 - base) * part if energy > 0 else base - base * part
