"""DF-QuAD (Rago, Toni, Aurisicchio and Baroni, KR 2016).

"Discontinuity-Free Decision Support with Quantitative Argumentation Debates":
supporters and attackers are each brought together as 1 − ∏(1 − contribution);
the difference moves the base score towards 1 or 0 by that part of the way.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

SUMMARY = "DF-QuAD: reasons for and against, each side at most 1, move the weight"


def combine(base: float, supporters: Sequence[float], attackers: Sequence[float], /) -> float:
    """Return the strength of a base score under contributions, all in [0, 1].

    With v the base score and d how much the supporters together outweigh the
    attackers, it is v + (1 − v)d, or v + vd when d is negative.
    """
    left_by_supporters = math.prod([1 - each for each in supporters])
    left_by_attackers = math.prod([1 - each for each in attackers])
    difference = left_by_attackers - left_by_supporters
    room = base if difference < 0 else 1 - base
    return base + room * difference
