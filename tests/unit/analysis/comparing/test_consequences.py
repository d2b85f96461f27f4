"""What a difference means."""

from __future__ import annotations

from support.compared import mapped, step

from argmap.analysis.comparing.consequences import Effect
from argmap.analysis.comparing.difference import compare
from argmap.model import Status


def test_what_it_means() -> None:
    old = mapped(step("b supports a"), step("c attacks d"))
    new = mapped(step("c attacks d"), step("e attacks a"), step("c attacks b"))
    found = [
        (each.claim.id, each.is_thesis, each.effect, each.old, each.new)
        for each in compare(old, new).consequences
    ]
    none = (None, None)
    assert found == [
        ("a", True, Effect.LOST_SUPPORT, *none),
        ("a", True, Effect.GAINED_ATTACKER, *none),
        ("a", True, Effect.STATUS, Status.IN, Status.OUT),
        ("b", True, Effect.GAINED_ATTACKER, *none),
        ("b", True, Effect.STATUS, Status.IN, Status.OUT),
    ]
    assert [each.effect for each in compare(new, old).consequences][:2] == [
        *(Effect.GAINED_SUPPORT, Effect.LOST_ATTACKER)
    ]
