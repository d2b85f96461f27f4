"""What is lost is counted, in words for its number."""

from __future__ import annotations

from support.pictured import everything

from argmap import ArgumentMap, Claim, Relation, RelationKind, loads
from argmap.model.losses import Losses


def test_losses_are_said_in_the_order_they_were_noticed() -> None:
    losses = Losses()
    assert (str(losses), losses.items()) == ("", [])
    losses.add("note")
    losses.add("kind of a claim", 1200, "kinds of claims")
    losses.add("note")
    losses.add("weight", 0)
    losses.add("place")
    assert losses.items() == [(2, "notes"), (1200, "kinds of claims"), (1, "place")]
    assert str(losses) == "2 notes, 1,200 kinds of claims, 1 place"


def test_what_is_minor_comes_last_whatever_was_noticed_first() -> None:
    losses = Losses()
    losses.add("timestamp", 3, is_minor=True)
    losses.add("weight")
    losses.add("timestamp", is_minor=True)
    losses.add("note", 2)
    assert str(losses) == "1 weight, 2 notes, 4 timestamps"


def test_what_a_file_calls_them_is_reported_up_to_five_names() -> None:
    losses = Losses()
    for name in ("size", "colour", "size"):
        losses.add("key", name=name)
    assert str(losses) == "3 keys (size, colour)"
    assert losses.records() == [{"count": 3, "what": "keys", "names": ["size", "colour"]}]
    for name in ("a\nb", "\x1b[31m", "x" * 200, "d"):
        losses.add("key", name=name)
    shown = r"7 keys (size, colour, a b, \x1b[31m, "
    assert str(losses).startswith(shown + "xxx")
    assert str(losses).endswith("…, …)")
    assert len(str(losses)) < 150


def test_each_field_that_is_given_is_counted_unless_it_is_kept() -> None:
    claims = [
        Claim("a", "A.", note="n", weight=0.0, tags=("t",), assumed=False, implicit=True),
        Claim("b", "B.", note="m", voice="us", kind="thesis"),
    ]
    relation = Relation("r", RelationKind.SUPPORTS, ("a",), "b", "scheme", "note")
    argument_map = ArgumentMap(claims, [relation], title="T", voices={"us": "Us", "it": "It"})
    losses = Losses()
    losses.add_fields(argument_map, {"kind"})
    assert str(losses) == (
        "2 texts of claims, 1 voice of a claim, 1 weight, 1 mark of an implicit claim, "
        "1 mark of what is assumed, 3 notes, 1 list of tags, 1 scheme, 1 title of the map, "
        "2 descriptions of voices, 2 ids of claims, 1 id of a relation"
    )
    losses = Losses()
    kept = Claim._fields + Relation._fields + ("relation id", "title", "voices")
    losses.add_fields(argument_map, kept)
    assert str(losses) == ""


def test_the_source_and_places_are_fields_too() -> None:
    losses = Losses()
    kept = {"id", "relation id", "text", "label", "kind", "voice", "implicit"}
    losses.add_fields(everything(), kept)
    assert str(losses) == "3 source places, 1 title of the map, 1 description of the source"


def test_what_is_expected_and_ignored_is_counted_together() -> None:
    text = (
        "argmap: 1\nignore: {island: so}\nclaims: {a: {text: A., ignore: {odd-id: so}}, b: B.}\n"
        "expect: {grounded: {in: [a, b]}}\n"
    )
    losses = Losses()
    losses.add_fields(loads(text), Claim._fields)
    assert str(losses) == "2 expectations, 2 rules ignored with a reason"
    losses = Losses()
    losses.add_fields(loads(text), {*Claim._fields, "expectations"})
    assert str(losses) == ""
