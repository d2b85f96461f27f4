"""Euler-based semantics (Amgoud and Ben-Naim, ECSQARU 2017; IJAR 2018).

"Evaluation of Arguments in Weighted Bipolar Graphs": with base score v and E
the sum of the supporters' contributions less that of the attackers', the
strength is 1 − (1 − v²)/(1 + v·exp(E)).

The authors define it for acyclic graphs whose base scores are below 1. Beyond
that the formula is applied here as it stands, and there a base score of 1 is
never moved. A relation without a weight has base score 1, so under this semantics an
undercut takes nothing from the relation it strikes; ``reject`` does.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

SUMMARY = "Euler-based: the sum of reasons moves the weight, never down to 0; undercuts do nothing"


def combine(base: float, supporters: Sequence[float], attackers: Sequence[float], /) -> float:
    """Return the strength of a base score under contributions, all in [0, 1]."""
    if base == 0:  # stays 0; the one case in which the fraction below could be 0/0
        return 0.0
    # fsum rounds once, so that neither the order nor the version of Python matters.
    energy = math.fsum(supporters) - math.fsum(attackers)
    # The same as the formula: v(e + v)/(1 + ve), e = exp(E). It is exactly v where E is
    # 0, and above that both halves are multiplied by exp(−E), which cannot overflow.
    power = math.exp(-abs(energy))
    if energy > 0:
        return min(base * ((1 + base * power) / (power + base)), 1.0)
    return min(base * ((power + base) / (1 + base * power)), 1.0)
