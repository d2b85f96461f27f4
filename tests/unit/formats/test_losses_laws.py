"""Every field of a map in every format: it is kept, or it is counted as lost."""

from __future__ import annotations

import html
import re
import types
import typing
from collections.abc import Callable, Iterator
from operator import attrgetter
from typing import Any, NamedTuple

import pytest
from hypothesis import given
from support.laws import examples
from support.pictured import parsed, words
from support.strategies import argument_maps

from argmap import ArgmapError, ArgumentMap, Claim, Passage, Place, Relation, RelationKind, Source
from argmap.formats import Losses, draw, drawable, dumps, is_binary, loads, readable, writable
from argmap.model import (
    Citation,
    CriticalQuestion,
    Expectation,
    Ignored,
    Raised,
    Scheme,
    Standard,
    Status,
)

BOTH = sorted({*readable()} & {*writable()})
WRITTEN = sorted({*writable(), *drawable()} - {*readable()})


class Case(NamedTuple):
    """A field of the model: a map in which it has a value, and the same map without it."""

    name: str
    plain: ArgumentMap
    full: ArgumentMap
    get: Callable[[ArgumentMap], Any]
    shown: tuple[str, ...] = ()  # what stands in an output that has the value


# What each type of field may hold, and how an output shows it; no format has to escape it.
# A field of a new type is an error until its type is added.
VALUES: dict[Any, list[tuple[Any, tuple[str, ...]]]] = {
    str: [
        ("walrus", ("walrus",)),
        ("A " + "zebra sleeps " * 40 + "until noon.", ("A zebra sleeps", "until noon.")),
    ],
    float: [(0.731, ("0.731",)), (0.0, ("0",))],
    bool: [(True, ()), (False, ())],
    tuple[Place, ...]: [
        ((Passage(731, 731),), ("731",)),
        (("fol. 73v", Passage(752, 752), "1.10"), ("fol. 73v", "752", "1.10")),
        ((Passage(2, 2), Passage(752, 763)), ("2", "752-763")),
    ],
    tuple[str, ...]: [(("walrus", "fjord"), ("walrus", "fjord"))],
    tuple[Citation, ...]: [
        ((Citation("walrus"),), ("walrus",)),
        (
            (Citation("fjord"), Citation("lynx", "https://walrus.example/", "A zebra.")),
            ("fjord", "lynx", "https://walrus.example/", "A zebra."),
        ),
    ],
    Standard: [(Standard.BEYOND_REASONABLE_DOUBT, ("beyond-reasonable-doubt",))],
    Raised: [(Raised("walrus"), ("walrus",)), (Raised("fjord", "3/1"), ("fjord",))],
}
IDS = "walrus"  # ids and voices are one word


def values(owner: type, field: str) -> Iterator[tuple[Any, tuple[str, ...]]]:
    """Return what a field may hold besides its default, and how an output shows it."""
    hint = typing.get_type_hints(owner)[field]
    kinds = typing.get_args(hint) if isinstance(hint, types.UnionType) else (hint,)
    kind = next(kind for kind in kinds if kind is not type(None))
    if field in {"id", "voice"}:
        yield IDS, (IDS,)
        return
    if field == "choose":
        yield "one", ()
        return
    for value, shown in VALUES[kind]:
        if value != getattr(owner, "_field_defaults", {}).get(field):
            yield value, shown


NAMES = ("1", "2", "3", "4")  # as every format takes them for ids


def map_with(
    changes: dict[str, Any] | None = None, of_step: dict[str, Any] | None = None, **more: Any
) -> ArgumentMap:
    """Return a small map whose first claim and first relation have these fields."""
    first = Claim(**({"id": "1", "text": "1"} | (changes or {})))
    claims = [first, *(Claim(name, name) for name in NAMES[1:])]
    step = Relation("2/3", RelationKind.ATTACKS, ("2",), "3")._replace(**(of_step or {}))
    other = Relation(f"3/{first.id}", RelationKind.ATTACKS, ("3",), first.id)
    return ArgumentMap(claims, [step, other], **more)


def first_claim(m: ArgumentMap) -> Claim:
    return next(iter(m.claims.values()))


def first_relation(m: ArgumentMap) -> Relation:
    return next(iter(m.relations.values()))


PLAIN = map_with()


def of_claims() -> Iterator[Case]:
    for field in Claim._fields:
        get = of_first_claim(field)
        for value, shown in values(Claim, field):
            changes, plain = {field: value}, PLAIN
            if field == "id":  # without a text of its own, a claim has its id for one
                changes, plain = {"text": "Fjord.", field: value}, map_with({"text": "Fjord."})
            yield Case(f"claim.{field}", plain, map_with(changes), get, shown)
            if field == "text":
                plain, full = map_with({"label": "1"}), map_with({field: value, "label": "1"})
                yield Case("claim.text with a label", plain, full, get, shown)


def of_first_claim(field: str) -> Callable[[ArgumentMap], Any]:
    return lambda m: getattr(first_claim(m), field)


def of_relations() -> Iterator[Case]:
    for field in ("id", "scheme", "note", "weight", "raises"):
        get = of_first_relation(field)
        for value, shown in values(Relation, field):
            yield Case(f"relation.{field}", PLAIN, map_with(of_step={field: value}), get, shown)
            ends = {"premises": ("2", "4"), "id": "2+4/3"}
            linked, full = map_with(of_step=ends), map_with(of_step={**ends, field: value})
            yield Case(f"relation.{field} of linked premises", linked, full, get, shown)


def of_first_relation(field: str) -> Callable[[ArgumentMap], Any]:
    return lambda m: getattr(first_relation(m), field)


def of_maps() -> Iterator[Case]:
    placed = {"at": (Passage(3, 3),)}  # of which the source says what it counts
    for field in Source._fields:
        for value, shown in values(Source, field):
            for where, of_claim in (("", placed), (", without places", {})):
                plain = map_with(of_claim)
                full = map_with(of_claim, source=Source(**{field: value}))
                yield Case(f"source.{field}{where}", plain, full, attrgetter("source"), shown)
    for value, shown in VALUES[str]:
        yield Case("title", PLAIN, map_with(title=value), attrgetter("title"), shown)
        voiced = map_with({"voice": IDS}, voices={IDS: value})
        yield Case("voices", map_with({"voice": IDS}), voiced, attrgetter("voices"), shown)
    unused = map_with(voices={IDS: "A fjord."})
    yield Case("voices, unused", PLAIN, unused, attrgetter("voices"), ("A fjord.",))
    own = Scheme(
        "walrus",
        ("Fjord",),
        (("sign", "A lynx is seen."),),
        "There is a walrus.",
        (CriticalQuestion("zebra", "Is it a zebra?", "sign", "p. 731"),),
        "Handbook",
        "convergent",
    )
    full = map_with(schemes=[own])
    yield Case("schemes", PLAIN, full, attrgetter("schemes"), ("A lynx is seen",))
    for expected in (
        Expectation("grounded", "1", Status.IN),
        Expectation("df-quad", "1", None, 0.731),
        Expectation("df-quad", "1", None, 0.731, 0.25),
    ):
        full = map_with(expectations=[expected])
        yield Case("expectations", PLAIN, full, attrgetter("expectations"))
    for owner in (None, "1", "2/3"):
        full = map_with(ignored=[Ignored("island", "The walrus knows.", owner)])
        yield Case("ignored", PLAIN, full, attrgetter("ignored"), ("The walrus knows.",))


def steps(m: ArgumentMap) -> list[tuple[Any, ...]]:
    """Return what each relation says, whatever the ids of relations are."""
    of_ids = {r.id: (r.kind, r.premises, r.target) for r in m.relations.values()}
    return sorted(
        (str(kind), premises, str(of_ids.get(target, target)))
        for kind, premises, target in of_ids.values()
    )


def of_shapes() -> Iterator[Case]:
    """Relations of each kind, linked and not, to claims and to steps."""
    base = [Claim(name, name) for name in NAMES]
    step = Relation("2/3", RelationKind.ATTACKS, ("2",), "3")
    for kind in RelationKind:
        for premises in (("1",), ("1", "4")):
            for target in ("3", "2/3", "1"):
                name = f"{'+'.join(premises)}/{target}"
                try:
                    full = ArgumentMap(base, [step, Relation(name, kind, premises, target)])
                except ArgmapError:
                    continue
                plain = ArgumentMap(base, [step])
                yield Case(f"{kind} {name}", plain, full, steps)
    asked = [each._replace(kind="question" if each.id == "3" else None) for each in base]
    other = Relation("2/4", RelationKind.ATTACKS, ("2",), "4")
    answer = Relation("1/3", RelationKind.ANSWERS, ("1",), "3")
    plain, full = ArgumentMap(asked, [other]), ArgumentMap(asked, [other, answer])
    yield Case("answers 1/3", plain, full, steps)


CASES = [*of_claims(), *of_relations(), *of_maps(), *of_shapes()]


def test_every_field_of_the_model_has_a_case() -> None:
    names = {case.name.split(" ")[0].split(",")[0] for case in CASES}
    fields = {f"claim.{field}" for field in Claim._fields}
    fields |= {f"source.{field}" for field in Source._fields}
    fields |= {f"relation.{f}" for f in Relation._fields} - {
        *("relation.kind", "relation.premises", "relation.target")  # cases of shapes
    }
    whole = vars(ArgumentMap()).keys() - {"claims", "relations", "source", "written"}
    fields |= {name for name in whole if "location" not in name}
    assert fields <= names
    assert {case.name.split(" ")[0] for case in of_shapes()} == set(RelationKind)


def written(m: ArgumentMap, format: str) -> tuple[bytes, Losses]:
    losses = Losses()
    if format in drawable():
        return draw(m, format, losses=losses), losses
    return dumps(m, format, losses).encode(), losses


def written_once(m: ArgumentMap, format: str) -> tuple[bytes, Losses]:
    """Return the same as ``written``, of a map that many cases have."""
    key = id(m), format  # the cases keep their maps
    if key not in _WRITTEN_ONCE:
        _WRITTEN_ONCE[key] = written(m, format)
    return _WRITTEN_ONCE[key]


_WRITTEN_ONCE: dict[tuple[int, str], tuple[bytes, Losses]] = {}


def more(full: Losses, plain: Losses) -> dict[str, int]:
    """Return what is lost of a full map beyond what is lost of the plain one."""
    return dict(full.counts - plain.counts)


@pytest.mark.parametrize("format", BOTH)
@pytest.mark.parametrize("name", list(dict.fromkeys(case.name for case in CASES)))
def test_a_field_is_read_back_or_counted(name: str, format: str) -> None:
    for case in CASES:
        if case.name == name:
            check_read_back(case, format)


def check_read_back(case: Case, format: str) -> None:
    try:
        _, plain = written_once(case.plain, format)
        text, full = written(case.full, format)
    except ArgmapError:
        return  # refused, with a reason: nothing is lost
    reading = Losses()
    back = loads(text.decode(), format, losses=reading)
    assert str(reading) == ""
    lost = more(full, plain)
    is_kept = case.get(back) == case.get(case.full)
    assert is_kept != bool(lost), (text.decode(), lost, case.get(back))


def to_write() -> Iterator[Any]:
    """Yield each case with each format; pictures take long, so one value of a field will do."""
    first = {case.name: case for case in reversed(CASES)}
    for format in WRITTEN:
        marks = [pytest.mark.slow] if format in drawable() else []
        for case in first.values() if format in drawable() else CASES:
            yield pytest.param(case, format, marks=marks, id=f"{case.name}-{format}")


@pytest.mark.parametrize(("case", "format"), list(to_write()))
def test_a_field_that_is_only_written_stands_there_or_is_counted(case: Case, format: str) -> None:
    data, plain = written_once(case.plain, format)
    again, full = written_once(case.full, format)
    if more(full, plain):
        return
    if case.name == "claim.id" and "id of a claim" in "".join(full.counts):
        return  # every claim has one: that of the plain map is lost, too
    assert data != again
    text = visible_words(case.full) if is_binary(format) else without_spaces(again.decode())
    for word in case.shown:
        assert without_spaces(word) in text, text[:3000]


def without_spaces(text: str) -> str:
    """Return a text without white space and line ends, which formats change."""
    return re.sub(r"\s+", "", html.unescape(re.sub(r"\\[nrl]?", " ", text)))


def visible_words(m: ArgumentMap) -> str:
    """Return what a picture shows, as read in its SVG; other pictures show the same."""
    return words(parsed(written_once(m, "svg")[0]))


@pytest.mark.parametrize("format", BOTH)
@given(m=argument_maps())
@examples(60)
def test_a_map_that_is_not_read_back_equal_has_losses(format: str, m: ArgumentMap) -> None:
    try:
        text, losses = written(m, format)
    except ArgmapError:
        return
    if loads(text.decode(), format) != m:
        assert losses.counts
