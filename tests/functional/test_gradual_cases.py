"""Gradual semantics beside the strengths on which two public libraries agree.

The graphs are not part of the project. Set ``ARGMAP_CASES`` to a folder that
has them in ``gradual/``; the tests are skipped where there is none.
"""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from support import ROOT
from support.semantics import evaluated

from argmap import ArgumentMap, Claim, Relation, RelationKind
from argmap.analysis.semantics import df_quad, euler_based, quadratic_energy

CASES = Path(os.environ.get("ARGMAP_CASES", ROOT.parent / "shared" / "cases")) / "gradual"
pytestmark = pytest.mark.skipif(not CASES.is_dir(), reason="there is no folder of cases")

NAMES = {"DF-QuAD": df_quad, "QuadraticEnergy": quadratic_energy, "EulerBased": euler_based}


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    "path", [pytest.param(path, id=path.stem) for path in sorted(CASES.glob("*.json"))]
)
def test_the_strengths_are_those_of_two_libraries(path: Path, name: str) -> None:
    graph = json.loads(path.read_text(encoding="utf-8"))
    relations = [
        Relation(f"{kind}-{number}", kind, (origin,), end)
        for kind in (RelationKind.ATTACKS, RelationKind.SUPPORTS)
        for number, (origin, end) in enumerate(graph[kind])
    ]
    claims = [Claim(claim, claim, weight=weight) for claim, weight in graph["args"].items()]
    found = evaluated(NAMES[name], ArgumentMap(claims, relations))
    assert found.claims == pytest.approx(graph["expected"][name], abs=1e-9, rel=0)
