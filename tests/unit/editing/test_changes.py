"""Changes of a map."""

from __future__ import annotations

from argmap import ArgumentMap, Claim, Relation, RelationKind, loads
from argmap.editing.changes import (
    Change,
    with_name,
    without,
)
from argmap.editing.rewriting import rewritten


def after(text: str, change: Change, format: str = "yaml") -> str:
    """Return the text with a change, which reads as the changed map."""
    changed = rewritten(text, loads(text, format), *change, is_json=format == "json")
    assert loads(changed, format) == change.argument_map
    return changed


def test_an_id_of_ids_of_ids_follows_a_name() -> None:
    text = (
        "argmap: 1\nclaims: {a: A., b: B., c: C.}\nrelations:\n"
        "  - {from: a, supports: b}\n  - {from: c, undercuts: a/b, ignore: {x: because}}\n"
        "  - {from: a, undercuts: c/a/b, id: a/c/a/b}\n"
    )
    changed = after(text, with_name(loads(text), "a", "z"))
    assert changed.splitlines()[3:] == [
        "  - {from: z, supports: b}",
        "  - {from: c, undercuts: z/b, ignore: {x: because}}",
        "  - {from: z, undercuts: c/z/b, id: z/c/z/b}",
    ]


def test_a_deep_pile_of_undercuts_is_followed() -> None:
    claims = [Claim("a", "A."), Claim("b", "B.")]
    relations = [Relation("s", RelationKind.SUPPORTS, ("a",), "b")]
    for number in range(3000):
        relations.append(Relation(f"u{number}", RelationKind.UNDERCUTS, ("a",), relations[-1].id))
    whole = ArgumentMap(claims, relations)
    assert without(whole, {"s"}).argument_map == ArgumentMap(claims)


def test_what_a_map_says_of_itself_outlasts_an_edit() -> None:
    text = (
        "argmap: 1\ntitle: T\nsource: {title: S}\nvoices: {v: V}\nignore: {x: why}\n"
        "claims:\n  a: {text: A., ignore: {y: why}}\n  b: {text: B., ignore: {y: why}}\n"
    )
    changed = after(text, without(loads(text), {"b"}))
    assert changed == text.replace("  b: {text: B., ignore: {y: why}}\n", "")
