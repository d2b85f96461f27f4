"""Claims merged."""

from __future__ import annotations

from typing import Any

import pytest
from support.compared import step
from support.merging import changed, mapped

from argmap import ArgumentMap, Claim
from argmap.analysis.merging.merge import Reason, merge


@pytest.mark.parametrize(
    ("ours", "theirs", "result"),
    [
        ({"text": "New."}, {"note": "n"}, {"text": "New.", "note": "n"}),
        ({"voice": "v"}, {"voice": "v"}, {"voice": "v"}),
        ({"tags": ("a", "c")}, {"tags": ("b", "a")}, {"tags": ("a", "c", "b")}),
        ({"id": "boat"}, {"weight": 0.5}, {"id": "boat", "weight": 0.5}),
        ({"implicit": True}, {"id": "boat"}, {"implicit": True, "id": "boat"}),
    ],
)
def test_fields_go_together(
    ours: dict[str, Any], theirs: dict[str, Any], result: dict[str, Any]
) -> None:
    base = mapped()
    found = merge(base, changed(base, "ferry", **ours), changed(base, "ferry", **theirs))
    assert found[:2] == (changed(base, "ferry", **result), ())


def test_an_id_that_both_use_costs_nothing_but_that_id() -> None:
    base = mapped("port attacks bridge")
    ours = mapped("port attacks bridge")
    ours = ArgumentMap(
        ours.claims.values(), [*ours.relations.values(), step("ferry supports port", id="s")]
    )
    theirs = ArgumentMap(
        mapped(ice="Ice breaks hulls.").claims.values(),
        [step("port attacks bridge", id="s")],
        title="A title",
    )
    found = merge(base, ours, theirs)
    assert [each[:4] for each in found.collisions] == [
        ("relation", "port/bridge", None, Reason.SAME_ID)
    ]
    assert (found.map.title, list(found.map.relations)) == ("A title", ["port/bridge", "s"])
    assert "ice" in found.map.claims


def test_a_claim_that_comes_back_keeps_its_id() -> None:
    base = ArgumentMap([Claim("a", "The town is old."), Claim("k", "Keep this one.")])
    ours = ArgumentMap([Claim("b", "The town is old."), base.claims["k"]], [step("b supports k")])
    theirs = ArgumentMap([Claim("k", "Keep this one.", note="n"), Claim("b", "Fish swim.")])
    found = merge(base, ours, theirs)
    assert [each[:4] for each in found.collisions] == [
        ("claim", "b", None, Reason.OURS_NEEDS),
        ("claim", "b", None, Reason.SAME_ID),
    ]
    assert (found.map.claims["b"].text, found.map.claims["k"].note) == ("The town is old.", "n")


def test_ids_that_move_on_are_followed_where_texts_are_alike() -> None:
    base = ArgumentMap([Claim("c", "Gamma is so."), Claim("d", "Delta is so.")])
    ours = ArgumentMap([Claim("cc", "Gamma is so."), Claim("c", "Delta is so.")])
    theirs = ArgumentMap([Claim("c", "Gamma is so.", note="5"), Claim("d", "Delta is so.")])
    found = merge(base, ours, theirs)
    assert found.map == ArgumentMap([Claim("cc", "Gamma is so.", note="5"), ours.claims["c"]])
    assert not found.collisions


def test_a_claim_renamed_takes_the_relations_of_the_other_side_along() -> None:
    base = mapped("ferry supports bridge")
    ours = ArgumentMap(
        [c._replace(id="boat") if c.id == "ferry" else c for c in base.claims.values()],
        [step("boat supports bridge")],
    )
    theirs = mapped("ferry supports bridge", "port undercuts ferry/bridge", "ferry attacks port")
    found = merge(base, ours, theirs)
    assert not found.collisions
    assert list(found.map.relations) == ["boat/bridge", "port/boat/bridge", "boat/port"]
