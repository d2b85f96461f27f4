"""Abstract frameworks (tgf, apx, af): what is read, what is written, what is told.

In the texts below ``«code»`` marks the place where a diagnostic is expected.
"""

from __future__ import annotations

import re
import tracemalloc

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.damage import damaged, marked, mistakes, survivor
from support.strategies import claims_called, ids, texts

from argmap import (
    ArgmapError,
    ArgumentMap,
    Claim,
    InvalidMapError,
    Relation,
    RelationKind,
    dumps,
    loads,
)
from argmap.documents.sample import Sample
from argmap.formats import Losses
from argmap.formats._detect import detect
from argmap.formats._registry import function
from argmap.model.relation import default_id
from argmap.model.text import one_line

FORMATS = ["tgf", "apx", "af"]
laws = settings(deadline=None, max_examples=40)

# One framework in three formats: 1 and 2 attack each other, 2 attacks 3, 3 itself.
SMALL = {
    "tgf": "1\n2\n3\n#\n1 2\n2 1\n2 3\n3 3\n",
    "apx": "arg(1).\narg(2).\narg(3).\natt(1,2).\natt(2,1).\natt(2,3).\natt(3,3).\n",
    "af": "p af 3\n1 2\n2 1\n2 3\n3 3\n",
}
SMALL_ATTACKS = [("1", "2"), ("2", "1"), ("2", "3"), ("3", "3")]


def read(text: str, format: str) -> tuple[ArgumentMap, dict[str, int]]:
    losses = Losses()
    return loads(text, format, losses=losses), dict(losses.counts)


def pairs(m: ArgumentMap) -> list[tuple[str, str]]:
    assert all(r.kind is RelationKind.ATTACKS for r in m.relations.values())
    return [(r.premises[0], r.target) for r in m.relations.values()]


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
        ("a\nb\n#\na b against it\nb a 0.5\n", "tgf", {"label of an attack": 2}),
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


def test_many_kinds_of_facts_are_counted_without_naming_each() -> None:
    text = "arg(a)." + "".join(f"p{number}(a)." for number in range(1000))
    lost = read(text, "apx")[1]
    assert sum(lost.values()) == 1000
    assert len(lost) < 20


def test_tgf_has_labels_for_texts() -> None:
    m, lost = read("  a   All men are mortal.  \nb\n\n\tc\tTwo\tparts\n # \n\n  b  a  \n", "tgf")
    assert [(c.id, c.text) for c in m.claims.values()] == [
        ("a", "All men are mortal."),
        ("b", "b"),
        ("c", "Two\tparts"),
    ]
    assert pairs(m) == [("b", "a")]
    assert m.locations["b/a"][1:] == (7, 3)
    assert lost == {}


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


def test_apx_facts_stand_anywhere() -> None:
    text = (
        "att(b ,\n  a).arg( a ) . % arg(x).\n"
        'arg\n(b\n)\n.support(a,"c.d").\targ("c.d").att(a,% here too: )\nb).arg(1.5). arg(f(x, 1)).'
    )
    m, lost = read(text, "apx")
    assert list(m.claims) == ["a", "b", "c.d", "1.5", "f(x,1)"]
    kinds = [(r.kind, r.premises[0], r.target) for r in m.relations.values()]
    assert kinds == [
        (RelationKind.ATTACKS, "b", "a"),
        (RelationKind.SUPPORTS, "a", "c.d"),
        (RelationKind.ATTACKS, "a", "b"),
    ]
    assert lost == {"comment": 2}


def test_a_relation_gives_way_to_a_claim_of_its_name() -> None:
    m, _ = read("a\na/a\n#\na a\na a/a\na/a a\n", "tgf")
    assert list(m.claims) == ["a", "a/a"]
    assert pairs(m) == [("a", "a"), ("a", "a/a"), ("a/a", "a")]
    assert loads(dumps(m)) == m


def test_numbers_may_have_zeros_before_them() -> None:
    assert pairs(read("p af 12\n01 012\n", "af")[0]) == [("1", "12")]


@pytest.mark.parametrize(
    ("text", "format"), [("#\n", "tgf"), ("p af 0\n", "af"), ("% nothing yet\n", "apx")]
)
def test_a_framework_without_arguments_is_one(text: str, format: str) -> None:
    assert read(text, format)[0] == ArgumentMap()


BAD = [
    ("tgf", "«empty-file» \n\n"),
    ("tgf", "«syntax»a\nb\na b\n"),
    ("tgf", "a\n«duplicate-id»a\n#\na «dangling-id»b\n  «dangling-id»c a\n«syntax»a\n"),
    ("tgf", "a\n«syntax»#x\na a\n«syntax»#\n«dangling-id»c «dangling-id»d\n"),
    ("apx", "«empty-file»\n"),
    ("apx", "\n«syntax»The library should open\n«syntax»(on) Sundays\n"),
    ("apx", " «syntax»argument(a). attack(a,a).\n"),
    ("apx", "arg(a)«syntax»\narg(b)«syntax»  att(a,b).\narg(«duplicate-id»b).\n"),
    ("apx", "arg(a). att(a,«dangling-id»x). att(«dangling-id»y,a). support(«dangling-id»z,a)."),
    ("apx", "arg(a).\n«syntax»arg(a,b).\n«syntax»att(a).\n«syntax»support(a,a,a).\n«syntax»arg.\n"),
    ("apx", "arg(a).\narg(b «syntax»c).\narg(d«syntax»;e).\narg(1«syntax»..5).\narg(f«syntax»."),
    ("apx", 'arg(a).\narg(«syntax»).\narg(«syntax»,b).\narg(""«syntax»).\narg(«syntax»"open).\n'),
    ("apx", "arg(a).\n«syntax»att(X,Y) :- pref(X,Y).\n«syntax»:- a.\n«syntax»Arg(b).\n"),
    ("af", "«empty-file»# nothing\n"),
    ("af", "# ten\n «syntax»1 2\n2 1\n"),
    ("af", "«syntax»p aba 3\n"),
    ("af", "«syntax»p af many\n"),
    ("af", "«syntax»p af 3 4\n1 2\n"),
    ("af", "p af «out-of-range»1000000000\n"),
    ("af", f"p af «out-of-range»{'9' * 5000}\n"),
    (
        "af",
        "p af 2\n1 «dangling-id»3\n«dangling-id»0 2\n«syntax»1\n«syntax»1 2 1\n«syntax»p af 3\n",
    ),
    ("af", "p af 2\n  «syntax»one two\n«syntax»1 -2\n1 «dangling-id»222222222222222222222\n"),
]


@pytest.mark.parametrize(("format", "text"), BAD)
def test_each_mistake_is_told_at_its_place(format: str, text: str) -> None:
    clean, expected = marked(text)
    assert mistakes(clean, format) == expected


@pytest.mark.parametrize(
    ("text", "format", "hint"),
    [
        ("argue\nb\n#\nargeu b\n", "tgf", "did you mean 'argue'?"),
        ("arg(argue). att(argeu,argue).", "apx", "did you mean 'argue'?"),
        ("arg(a). att(a,xyz).", "apx", "declare it with a fact: arg(…)."),
        ("p af 3\n1 4\n", "af", "the first line says that they are 1 to 3"),
        ("1 2\n", "af", "begin with: p af 3 (or however many arguments there are)"),
        ("a\nb\n", "tgf", "a line with only # separates arguments from attacks"),
    ],
)
def test_a_mistake_comes_with_what_to_do(text: str, format: str, hint: str) -> None:
    with pytest.raises(InvalidMapError) as error:
        loads(text, format)
    assert [d.hint for d in error.value.diagnostics] == [hint]


@pytest.mark.parametrize(
    ("head", "line"),
    [
        ("a\n#\n", "x y\n"),
        ("arg(a).\n", "att(x,y).\n"),
        ("arg(a).\n", "what\n"),
        ("p af 1\n", "?\n"),
    ],
)
def test_of_very_many_errors_some_are_reported_and_the_others_counted(head: str, line: str) -> None:
    format = detect(head, "-") if head != "a\n#\n" else "tgf"
    number = 20_000
    with pytest.raises(InvalidMapError) as error:
        loads(head + line * number, format)
    *told, last = error.value.diagnostics
    assert len(told) == 50
    a_line = len([d for d in told if d.location.line == told[-2].location.line])
    assert last.message == f"{number * a_line - 50:,} more errors, the first of them here"
    assert last.location.line == told[-1].location.line + 1


@pytest.mark.parametrize("format", FORMATS)
def test_the_content_tells_the_format(format: str) -> None:
    assert detect(SMALL[format], "-") == format
    assert detect(f"\n{SMALL[format]}", "-") == format


@pytest.mark.parametrize(
    ("text", "format"),
    [("# names first\n\n# more\np af 2\n1 2\n", "af"), ("% c\n# d\nval(a,1).\n\narg(a).", "apx")],
)
def test_comments_do_not_hide_the_format(text: str, format: str) -> None:
    assert detect(text, "-") == format


@pytest.mark.parametrize(
    "text",
    [
        "argmap: 1\nclaims:\n  a: p af 3\n",
        "A title\n#\nThe text goes on here.\n",
        "# Heading\n\nSome arg(ument) here. att(a,b) is code.\n",
        "a word\nb list\n#\n",
        "arguments(a) are not facts\n",
        "#\nalone\n",
    ],
)
def test_other_texts_are_not_taken_for_a_framework(text: str) -> None:
    assert detect(text, "-") not in FORMATS


@pytest.mark.parametrize("format", FORMATS)
def test_a_name_of_a_file_tells_the_format(format: str) -> None:
    assert detect("", f"some.{format}") == format


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


def test_ids_that_apx_would_give_one_name_stay_apart() -> None:
    wanted = {"A-b": "a_b_2", "a_b": "a_b", "a.b": "a_b_3", "论点": "c", "1-2": "c1_2", "X9": "X9"}
    m = ArgumentMap([Claim(name, name) for name in wanted])
    assert dumps(m, "apx").split() == [f"arg({name})." for name in wanted.values()]


def test_ids_that_are_the_numbers_already_are_kept_by_af() -> None:
    losses = Losses()
    dumps(ArgumentMap([Claim("1", "1"), Claim("2", "2")]), "af", losses)
    assert not losses.counts


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


def test_a_short_file_cannot_ask_for_much_memory() -> None:
    tracemalloc.start()
    assert mistakes("p af 99999999\n", "af") == [(1, 6, "out-of-range")]
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 1_000_000


@pytest.mark.parametrize(
    ("text", "format", "codes"),
    [
        ('arg("' * 50_000, "apx", "syntax"),
        ("arg(" * 50_000, "apx", "syntax"),
        ("arg(a" + "(" * 100_000, "apx", "syntax"),
        ("% \n" * 100_000, "apx", ""),
        (
            "arg(a)\n" * 20_000 + " " * 200_000,
            "apx",
            "syntax duplicate-id more-errors",
        ),
        (" " * 200_000 + "x\n#\n" + "\t" * 200_000, "tgf", ""),
        ("#" * 200_000, "tgf", "syntax"),
        ("p" * 200_000, "af", "syntax"),
        ("#\n" * 100_000, "af", "empty-file"),
    ],
    ids=lambda value: repr(value)[:20],
)
def test_a_text_of_one_thing_over_and_over_is_read_to_its_end(
    text: str, format: str, codes: str
) -> None:
    assert {code for *_, code in mistakes(text, format)} == set(codes.split())
    recognised = [name for name in FORMATS if function("recognises", name)(Sample(text))]
    assert recognised == (["tgf"] if text.strip()[0] == "x" else [])


ODD = {
    "tgf": "a The first\nb\n#x c\nd label\n#\na b\nb a  lbl\nd d\nb a\n\n",
    "apx": (
        '% c\narg(a). arg("b c").\natt(a,"b c") . support(a,a).\n'
        "pref(a,b).\n#show x.\natt(a\n,a).\n"
    ),
    "af": "# names\np af 4\n1 2\n2 1\n 3  3\n# c\n4 1\n1 2\n",
}
_PIECES = [
    *("#", "\n", "\r", " ", "\t", "%", '"', "\\", "(", ")", ",", ".", ":-", "a", "1", "0", "p"),
    *("arg(", "att(", "\x00", "\x1c", "\x85", "\u200b", "\u2028", "\ufeff", "é", "9" * 30),
]


@pytest.mark.parametrize("format", FORMATS)
@given(data=st.data())
@laws
def test_a_damaged_file_is_a_map_or_an_error_of_ours(format: str, data: st.DataObject) -> None:
    survivor(data.draw(damaged(ODD[format], _PIECES)), format)
