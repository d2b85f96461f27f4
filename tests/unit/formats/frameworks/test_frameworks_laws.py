"""Abstract frameworks (tgf, apx, af): what is read, what is written, what is reported.

In the texts below ``«code»`` marks the place where a diagnostic is expected.
"""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.frameworks import FORMATS, SMALL, SMALL_ATTACKS, pairs, read
from support.laws import examples
from support.strategies import claims_called, ids, texts

from argmap import (
    ArgmapError,
    ArgumentMap,
    Claim,
    Relation,
    RelationKind,
    dumps,
    loads,
)
from argmap.formats import Losses
from argmap.model.relation import default_id
from argmap.model.text import one_line

laws = examples(40)


@st.composite
def frameworks(draw: st.DrawFn) -> ArgumentMap:
    """Draw a map that has attacks and contradictions alone, under whatever ids."""
    names = draw(st.lists(ids | st.sampled_from(["#", "#x", "1", "2"]), unique=True, max_size=6))
    taken = set(names)
    relations = []
    ends = st.tuples(*[st.sampled_from(names)] * 2) if names else st.nothing()
    for premise, target in draw(st.lists(ends, max_size=10)) if names else ():
        kind = draw(st.sampled_from([RelationKind.ATTACKS] * 3 + [RelationKind.CONTRADICTS]))
        name = draw(st.just(default_id((premise,), target)) | ids)
        if name in taken or (kind.is_symmetric and premise == target):
            continue
        taken.add(name)
        scheme, note = draw(st.none() | texts), draw(st.none() | texts)
        relations.append(Relation(name, kind, (premise,), target, scheme, note))
    return ArgumentMap([draw(claims_called(name)) for name in names], relations)


# Reading


@pytest.mark.parametrize("format", FORMATS)
def test_the_three_formats_say_the_same(format: str) -> None:
    m, lost = read(SMALL[format], format)
    assert list(m.claims.values()) == [Claim(name, name) for name in "123"]
    assert pairs(m) == SMALL_ATTACKS
    assert list(m.relations) == ["1/2", "2/1", "2/3", "3/3"]
    assert lost == {}
    assert dumps(m, format) == SMALL[format]


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_line_ends_of_other_systems_are_line_ends(format: str, end: str) -> None:
    assert read(SMALL[format].replace("\n", end), format) == read(SMALL[format], format)


@pytest.mark.parametrize("format", FORMATS)
def test_a_framework_stands_where_it_stands(format: str) -> None:
    places = {name: place[1:] for name, place in read(SMALL[format], format)[0].locations.items()}
    expected = {
        "tgf": {"2": (2, 1), "1/2": (5, 1), "3/3": (8, 1)},
        "apx": {"2": (2, 5), "1/2": (4, 5), "3/3": (7, 5)},
        "af": {"2": (1, 1), "1/2": (2, 1), "3/3": (5, 1)},
    }
    assert {name: places[name] for name in expected[format]} == expected[format]


@pytest.mark.parametrize(
    ("text", "format", "lost"),
    [
        ("a\nb\n#\na b\na b\na b\nb a\n", "tgf", {"attack given twice": 2}),
        ("a\nb\n#\na b against\nb a att\na b -\n", "tgf", {"attack given twice": 1}),
        ("arg(a). arg(b). arg(a). att(a,b). att(b,a).", "apx", {"argument given twice": 1}),
        ("arg(a). arg(b). att(a,b). att(b,a). att( a , b ).", "apx", {"attack given twice": 1}),
        (
            "arg(a). arg(b). att(a,b). att(b,a). pref(a,b). pref(b,a). val(a,(x,1),f(y)). q.",
            "apx",
            {"pref fact": 2, "val fact": 1, "q fact": 1},
        ),
        (
            "#const n=1.\narg(a). arg(b).\n# by hand\natt(a,b). att(b,a).",
            "apx",
            {"line that begins with #": 2},
        ),
        ("% one\narg(a)%two\n.arg(b).att(a,b). att(b,a).%", "apx", {"comment": 3}),
        ("# a\np af 2\n# b\n1 2\n2 1\n1 2\n", "af", {"comment": 2, "attack given twice": 1}),
    ],
)
def test_what_a_map_cannot_have_is_counted(text: str, format: str, lost: dict[str, int]) -> None:
    m, counts = read(text, format)
    first, second = m.claims
    assert pairs(m) == [(first, second), (second, first)]
    assert counts == lost


def test_a_name_that_is_no_id_is_made_one_and_stays_as_text() -> None:
    m, lost = read('arg("a b"). arg("a-b"). arg("say \\"no\\"\\\\"). att("a b", "a-b").', "apx")
    assert [(c.id, c.text) for c in m.claims.values()] == [
        ("a-b", "a b"),
        ("a-b-2", "a-b"),
        ('say-"no"\\', 'say "no"\\'),
    ]
    assert pairs(m) == [("a-b", "a-b-2")]
    assert lost == {}
    m, lost = read("a\u200bb Text\n#\na\u200bb a\u200bb\n", "tgf")
    assert pairs(m) == [("a-b", "a-b")]
    assert lost == {"name that is no id": 1}


@pytest.mark.parametrize(
    ("text", "format"), [("#\n", "tgf"), ("p af 0\n", "af"), ("% nothing yet\n", "apx")]
)
def test_a_framework_without_arguments_is_one(text: str, format: str) -> None:
    assert read(text, format)[0] == ArgumentMap()


# Writing


@pytest.mark.parametrize("format", FORMATS)
@given(m=frameworks())
@laws
def test_what_is_written_is_read_back_up_to_what_is_announced(format: str, m: ArgumentMap) -> None:
    losses = Losses()
    text = dumps(m, format, losses)
    lost = losses.counts
    back, _ = read(text, format)
    names = dict(zip(m.claims, back.claims, strict=True))
    assert sum(a != b for a, b in names.items()) == lost["id changed to a name of the format"]
    both_ways = [
        [(names[a], names[r.target]), (names[r.target], names[a])][: 1 + r.kind.is_symmetric]
        for r in m.relations.values()
        for a in r.premises
    ]
    written = [pair for part in both_ways for pair in part]
    assert pairs(back) == list(dict.fromkeys(written))
    assert len(written) - len(back.relations) == lost["attack given twice"]
    if format == "tgf":
        assert [c.text for c in back.claims.values()] == [
            one_line(c.text) for c in m.claims.values()
        ]
        altered = sum(c.text != one_line(c.text) for c in m.claims.values())
        assert altered == lost["text, put on one line"]
    else:
        assert sum(c.text != c.id for c in m.claims.values()) == lost["text"]
    if not lost:
        assert back == m
    if not lost["attack given twice"] + lost["contradiction, written as two attacks"]:
        kept = [
            default_id((names[r.premises[0]],), names[r.target]) if r.has_default_id else r.id
            for r in m.relations.values()
        ]
        differing = sum(a != b for a, b in zip(kept, back.relations, strict=True))
        assert differing == lost["id of a relation"]
    again = Losses()
    assert dumps(back, format, again) == text
    assert not again.counts
    assert loads(dumps(back)) == back


@given(frameworks())
@laws
def test_others_can_read_what_is_written(m: ArgumentMap) -> None:
    """By the plainest readers there can be: those of the rules of the competitions."""
    af = dumps(m, "af").splitlines()
    assert af[0] == f"p af {len(m.claims)}"
    numbers = [int(number) for line in af[1:] for number in line.split(" ")]
    assert all(1 <= number <= len(m.claims) for number in numbers)
    nodes, edges = re.fullmatch(r"((?:.*\n)*?)#\n((?:.*\n)*)", dumps(m, "tgf")).groups()  # type: ignore[union-attr]
    names = [line.split(" ")[0] for line in nodes.split("\n")[:-1]]
    assert len(set(names)) == len(m.claims)
    assert all(set(line.split(" ")) <= set(names) for line in edges.split("\n")[:-1])
    for line in dumps(m, "apx").splitlines():
        assert re.fullmatch(r"arg\(\w+\)\.|att\(\w+,\w+\)\.|% no arguments", line, re.ASCII)


def test_what_cannot_be_written_is_counted() -> None:
    full = Claim("a-b", "One.", "L", "thesis", "me", weight=0.5, tags=("t",), note="n")
    m = ArgumentMap(
        [full, Claim("c", "c"), Claim("d", "Two\nlines")],
        [
            Relation("a-b/c", RelationKind.ATTACKS, ("a-b",), "c", scheme="s"),
            Relation("r", RelationKind.ATTACKS, ("c",), "d"),
            Relation("c/d", RelationKind.ATTACKS, ("c",), "d"),
            Relation("k", RelationKind.CONTRADICTS, ("d",), "a-b", note="n"),
        ],
        title="T",
        voices={"me": "Me"},
    )
    common = {
        "kind of a claim": 1,
        "voice of a claim": 1,
        "weight": 1,
        "list of tags": 1,
        "note": 2,
        "scheme": 1,
        "title of the map": 1,
        "description of a voice": 1,
        "contradiction, written as two attacks": 1,
        "attack given twice": 1,
        "id of a relation": 1,
        "label": 1,
    }
    own = {
        "tgf": {"text, put on one line": 1},
        "apx": {"id changed to a name of the format": 1, "text": 2},
        "af": {"id changed to a name of the format": 3, "text": 2},
    }
    for format in FORMATS:
        losses = Losses()
        dumps(m, format, losses)
        assert losses.counts == common | own[format]


@pytest.mark.parametrize("format", FORMATS)
def test_a_map_with_other_relations_is_refused(format: str) -> None:
    claims = [Claim(name, name) for name in "abc"]
    relations = [
        Relation("s", RelationKind.SUPPORTS, ("a",), "b"),
        Relation("t", RelationKind.SUPPORTS, ("a", "c"), "b"),
        Relation("l", RelationKind.ATTACKS, ("a", "c"), "b"),
        Relation("u", RelationKind.UNDERCUTS, ("a",), "s"),
        Relation("e", RelationKind.RESTATES, ("a",), "c"),
        Relation("x", RelationKind.ATTACKS, ("a",), "b"),
    ]
    with pytest.raises(ArgmapError) as error:
        dumps(ArgumentMap(claims, relations), format)
    assert error.value.message == (
        f"{format} has attacks of one claim on another alone; this map also has 2 supports, "
        "1 attack from linked premises, 1 undercut and 1 restatement"
    )
    assert "graphml" in str(error.value.hint)


# Bounds


@pytest.mark.slow
@pytest.mark.parametrize("format", FORMATS)
def test_eighty_thousand_attacks_are_written_and_read(format: str) -> None:
    number, side = 80_000, 400
    claims = [Claim(f"{n}", f"{n}") for n in range(1, side + 1)]
    ends = [(f"{n % side + 1}", f"{n // side + 1}") for n in range(number)]
    attacks = [Relation(f"{a}/{b}", RelationKind.ATTACKS, (a,), b) for a, b in ends]
    text = dumps(ArgumentMap(claims, attacks), format)
    assert len(loads(text, format).relations) == number
