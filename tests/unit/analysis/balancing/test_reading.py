"""A map read as arguments and contests: with more rejected than before."""

from __future__ import annotations

import json
from random import Random

from support.balances import random_map

from argmap import loads
from argmap.analysis.balancing.labelling import weigh
from argmap.analysis.balancing.reading import Balance
from argmap.analysis.solving.framework import Framework


def test_rejecting_more_is_reading_with_more_rejected() -> None:
    for seed in range(300):
        draw, m = Random(seed), loads(json.dumps(random_map(seed)), "json")
        asserted = [claim.id for claim in m.claims.values() if not claim.is_question]
        rejected = draw.sample([*asserted, *m.relations], draw.randint(1, 2))
        first = Balance(Framework(m, reject=rejected[:1]))
        before = weigh(first)
        afresh = Balance(Framework(m, reject=rejected))
        assert weigh(first.rejecting(rejected[1:])) == weigh(afresh), (seed, rejected)
        assert weigh(first) == before
