"""What a map says of itself, merged."""

from __future__ import annotations

from support.merging import mapped

from argmap import ArgumentMap, Source
from argmap.analysis.merging.merge import Reason, merge
from argmap.model import Expectation, Ignored, Status


def reported(one: ArgumentMap) -> set[object]:
    """Return all strengths expected in a map, and all reasons to ignore a rule."""
    return {each.strength for each in one.expectations} | {each.reason for each in one.ignored}


CLAIM = ("claim", "ferry")


def test_what_is_said_of_the_whole_map_is_merged_too() -> None:
    claims = list(mapped().claims.values())
    expected = Expectation("grounded", "port", Status.IN)
    base = ArgumentMap(claims, title="Old", voices={"a": "A"}, source=Source(title="S", date="1"))
    ours = ArgumentMap(
        claims,
        title="Ours",
        voices={"a": "A", "b": "B"},
        source=Source(title="S", date="2"),
        expectations=[expected],
    )
    theirs = ArgumentMap(
        claims,
        title="Theirs",
        voices={"a": "A of old"},
        source=Source(title="S", date="1", unit="page"),
        ignored=[Ignored("island", "It is meant.", "port"), Ignored("long", "So it is.")],
    )
    found = merge(base, ours, theirs)
    assert [each[:4] for each in found.collisions] == [
        ("map", "title", "title", Reason.BOTH_CHANGED)
    ]
    assert found.map.title == "Ours"
    assert found.map.source == Source(title="S", date="2", unit="page")
    assert found.map.voices == {"a": "A of old", "b": "B"}
    assert found.map.expectations == (expected,)
    assert found.map.ignored == theirs.ignored


def said(one: ArgumentMap, *reported: Expectation | Ignored) -> ArgumentMap:
    """Return a map that expects and ignores these."""
    return ArgumentMap(
        one.claims.values(),
        one.relations.values(),
        expectations=[each for each in reported if isinstance(each, Expectation)],
        ignored=[each for each in reported if isinstance(each, Ignored)],
    )


IS_IN = Expectation("grounded", "ferry", Status.IN)
IS_MEANT = Ignored("island", "It is meant.", "ferry/bridge")
STEP = "ferry supports bridge"


def test_what_ours_expects_or_ignores_anew_keeps_what_theirs_removed() -> None:
    base, without = mapped(STEP), mapped(ferry=None)
    for reported, kept in (
        (IS_IN, [("claim", "ferry")]),
        (IS_MEANT, [("claim", "ferry"), ("relation", "ferry/bridge")]),
    ):
        ours = said(base, reported)
        found = merge(base, ours, without)
        assert found.map == ours
        assert [each[:2] for each in found.collisions] == kept
        assert {each.reason for each in found.collisions} == {Reason.OURS_NEEDS}


def test_what_theirs_expects_or_ignores_anew_of_what_ours_removed_collides() -> None:
    base, ours = said(mapped(STEP), IS_IN, IS_MEANT), mapped(ferry=None)
    theirs = said(mapped(STEP), IS_IN._replace(status=Status.OUT), IS_MEANT)
    found = merge(base, ours, theirs)
    assert found.map == ours
    assert [each[1:] for each in found.collisions] == [
        (*["expect.grounded.ferry"] * 2, Reason.OURS_REMOVED, IS_IN, None, theirs.expectations[0])
    ]
    assert merge(base, ours, base)[:2] == (ours, ())


def test_what_is_kept_keeps_what_ours_expects_and_ignores_of_it() -> None:
    base = said(mapped(STEP), IS_IN, IS_MEANT)
    ours = said(mapped(STEP, ferry="Ferries cost the town less every year."), IS_IN, IS_MEANT)
    found = merge(base, ours, mapped(ferry=None))
    assert found.map == ours
    assert [each[:4] for each in found.collisions] == [(*CLAIM, None, Reason.THEIRS_REMOVED)]
