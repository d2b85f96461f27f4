"""A Carneades document: errors at their places, and what is taken for one."""

from __future__ import annotations

import pytest
from hypothesis import given
from support.carneades import NIGHT_BUSES, labelled, read, relations
from support.damage import damaged, errors_in, marked, survivor
from support.laws import examples

from argmap import InvalidMapError, Relation, RelationKind, loads
from argmap.documents.sample import Sample
from argmap.formats import Losses, load_bytes
from argmap.formats.carneades.format import recognises_carneades

SUPPORTS, ATTACKS = RelationKind.SUPPORTS, RelationKind.ATTACKS


def hints(text: str) -> list[str | None]:
    with pytest.raises(InvalidMapError) as raised:
        loads(text, "carneades")
    return [diagnostic.hint for diagnostic in raised.value.diagnostics]


def test_an_issue_may_have_very_many_positions() -> None:
    names = [f"s{number}" for number in range(1000)]
    statements = ", ".join(f"{name}: S" for name in names)
    m, losses = read(
        f"statements: {{{statements}}}\nissues: {{all: {{positions: [{', '.join(names)}]}}}}\n"
    )
    assert len(m.relations) == len(names)
    assert not losses.counts


def test_issues_cannot_make_a_map_grow_beyond_measure() -> None:
    names = ", ".join(f"s{number}" for number in range(40))
    statements = names.replace(",", ": S,") + ": S"
    many = "".join(f"  i{number}: {{positions: *all}}\n" for number in range(3000))
    head = f"statements: {{{statements}}}\nissues:\n"
    m, losses = read(f"{head}  first: {{positions: &all [{names}]}}\n{many}")
    assert 20_000 <= len(m.relations) <= 20_040
    assert len(m.relations) + sum(losses.counts.values()) == 3001 * 40
    long = "n" * 100_000
    m = read(f"{head}  ? {long}\n  : {{positions: [{names}]}}\n")[0]
    assert sum(map(len, m.relations)) < 3_000_000


def test_names_are_known_however_they_are_spaced() -> None:
    m, _ = read(
        'statements: {"on(a, b)": One., "not ( c )": Two., two  words: Three.}\n'
        "assumptions:\n  - on(a,b)\n  - two words\n"
        'arguments: {r: {premises: ["on( a ,b)", "not (c)"], conclusion: two words}}\n'
    )
    assert relations(m) == [Relation("r", SUPPORTS, ("on(a,b)", "not-(c)"), "two-words")]
    assert m.claims["on(a,b)"].assumed
    assert m.claims["two-words"].assumed


def test_words_stay_as_they_are_written() -> None:
    m, _ = read(
        "statements: {no: 12, 1e3: true, 0x1F: , t: {text: ~}, u: {text: 1.50}}\n"
        "assumptions: [1e3, 0x1F]\narguments: {7: {premises: no, conclusion: 1e3, scheme: 3}}\n"
    )
    assert {claim.id: claim.text for claim in m.claims.values()} == {
        "no": "12",
        "1e3": "true",
        "0x1F": "0x1F",
        "t": "t",
        "u": "1.50",
    }
    assert relations(m) == [Relation("7", SUPPORTS, ("no",), "1e3", "3")]


def test_assumptions_are_a_list_a_mapping_or_one() -> None:
    for given_as in ("[p]", "p", "{p: true, q: false}", "{p: }"):
        m, _ = read(f"statements: {{p: P, q: Q}}\nassumptions: {given_as}\n")
        assert [claim.assumed for claim in m.claims.values()] == [True, False]
    m, _ = read("statements: {p: {assumed: 1}, q: {assumed: 0}, r: {assumed: }}\n")
    assert [claim.assumed for claim in m.claims.values()] == [True, False, False]


def test_facts_for_the_schemes_of_a_file_need_no_statement() -> None:
    text = "argument_schemes:\n  - {id: s, conclusions: [x(A)]}\nassumptions: [x(b), x(c)]\n"
    m, losses = read(text + "tests: {in: [x(b), y(b)]}\n")
    assert [(c.id, c.text, c.assumed) for c in m.claims.values()] == [
        ("x(b)", "x(b)", True),
        ("x(c)", "x(c)", True),
    ]
    assert m.expectations == tuple(labelled("in", "x(b)"))
    assert losses.items() == [(1, "expectation of a statement that is not there")]


def test_unknown_parts_are_named_as_long_as_they_are_few() -> None:
    _, losses = read("meta:\n" + "".join(f"zz{number}: x\n" for number in range(100)))
    assert str(losses) == "100 unknown parts (zz0, zz1, zz2, zz3, zz4, …)"
    assert "x" * 50 not in str(read(f"meta:\n{'x' * 60}: y\n")[1])


P = "statements: {p: P}\n"
BAD = [
    "«wrong-type»[1, 2]\n",
    "«wrong-type»nothing: x\n",
    "«empty-file»",
    "statements: «wrong-type»[p, q]\n",
    "statements: «wrong-type»p\nmeta: «wrong-type»x\n",
    "statements:\n  p: «wrong-type»[P]\n  q: {text: «wrong-type»{a: b}}\n",
    "statements: {p: {assumed: «wrong-type»maybe}, q: {assumed: «wrong-type»2}}\n",
    "statements:\n  p: P\n  q: Q\n  «duplicate-key»p: R\n",
    'statements:\n  "f(a, b)": P\n  «duplicate-key»f(a,b): Q\n  «bad-id»" ": R\n',
    P + "«unknown-key»argumnets: {}\n«unknown-key»Issues: {}\n",
    "statements: {p: {«unknown-key»txt: P}}\n",
    P + "arguments: {a: {«unknown-key»premise: p, conclusion: p}}\n",
    "statements: {p: P, q: Q}\nissues: {i: {«unknown-key»position: [p, q]}}\n",
    P + "tests: {«unknown-key»undecide: p}\n",
    P + "arguments:\n  «missing-key»a: {premises: «dangling-id»x}\n",
    P + "arguments:\n  «missing-key»a:\n  b: «wrong-type»[p]\n",
    P + "arguments: {a: {premises: [p, «dangling-id»q], conclusion: «dangling-id»r}}\n",
    P + "arguments: {a: {premises: {x: «dangling-id»q}, conclusion: p}}\n",
    P + "arguments: {a: {premises: [«wrong-type»[p], «wrong-type»~], conclusion: p}}\n",
    P + "arguments: {a: {premises: p, conclusion: «wrong-type»[p]}}\n",
    P + "arguments: {a: {premises: p, conclusion: p, undercutter: «dangling-id»u}}\n",
    P + "arguments: {a: {premises: p, conclusion: p, scheme: «wrong-type»[s]}}\n",
    P + "issues: {i: {positions: [p, «dangling-id»q]}, j: «wrong-type»[p]}\n",
    P + "assumptions: [«dangling-id»q, «wrong-type»[p]]\n",
    P + "assumptions: {«dangling-id»q: true}\n",
    P + "tests: «wrong-type»[p]\n",
    P + "tests: {in: [«wrong-type»[p]]}\n",
    P + "meta: {title: «wrong-type»[x], source: «wrong-type»{a: b}}\n",
    "statements:\n  p: a b«syntax»: c\n",
]


@pytest.mark.parametrize("text", BAD)
def test_each_error_is_reported_at_its_place(text: str) -> None:
    clean, expected = marked(text)
    assert errors_in(clean, "carneades") == expected


def test_near_names_are_offered() -> None:
    assert hints(
        "statements: {cheap: C, dear: D}\narguments:\n  a: {premises: cheep, conclusion: other}\n"
    ) == ["did you mean 'cheap'?", "declare it under statements"]
    assert hints("statemens: {}\n") == ["did you mean 'statements'?"]
    assert hints("meta:\narguments: {a: {conclusion: x, premises: [], scheem: s}}\n") == [
        "declare it under statements",
        "did you mean 'scheme'?",
    ]


@pytest.mark.parametrize(
    "text",
    [
        NIGHT_BUSES,
        "statements: {p: P}\n",
        "arguments:\n",
        "issues:\n",
        "meta:\n  title: T\n",
        "language: {}\nassumptions: [p]\n",
    ],
)
def test_a_file_is_recognised_by_its_parts(text: str) -> None:
    assert recognises_carneades(Sample(text))


@pytest.mark.parametrize(
    "text",
    [
        "argmap: 1\nstatements: {}\n",
        "meta:\n  title: T\nclaims: {}\n",
        "meta:\narguents:\n",
        "title: T\n",
        "references: {}\n",
        '{"statements": {}}',
        "<statements/>",
        "# statements:\n",
    ],
)
def test_another_file_is_not(text: str) -> None:
    assert not recognises_carneades(Sample(text))


@pytest.mark.parametrize("name", ["x.yml", "x.yaml", "x.carneades.yml", "x.carneades.yaml", "-"])
def test_the_format_is_detected_from_the_file(name: str) -> None:
    losses = Losses()
    m = load_bytes(NIGHT_BUSES.encode(), name, losses=losses)
    assert losses.format == "carneades"
    assert len(m.claims) == 9


def test_ten_thousand_statements_are_read_and_as_many_errors_reported() -> None:
    number = 10_000
    lines = ["statements:", *(f"  s{i}: Text {i}" for i in range(number)), "arguments:"]
    lines += [f"  a{i}: {{premises: [s{i}], conclusion: s{i // 2}}}" for i in range(1, number)]
    m = loads("\n".join(lines), "carneades")
    assert len(m.relations) == number - 1
    wrong = "\n".join(lines).replace("premises: [s", "premises: [t")
    with pytest.raises(InvalidMapError) as caught:
        loads(wrong, "carneades")
    assert caught.value.count == number - 1


_PIECES = ["p", "{", "}", "[", "]", ": ", "\n", "- ", "~", "'", '"', "&a ", "*a", "¬app(a1)", "#"]


@given(damaged(NIGHT_BUSES, _PIECES))
@examples(80)
def test_a_damaged_file_is_a_map_or_an_error_of_ours(text: str) -> None:
    survivor(text, "carneades")


@pytest.mark.parametrize("key", ["weight: 5", "weight: [1]", "weights: {p: 0.5}"])
def test_a_weight_that_is_none_of_a_map_is_counted(key: str) -> None:
    text = f"statements: {{p: P, q: Q}}\narguments: {{a: {{premises: p, conclusion: q, {key}}}}}\n"
    assert dict(read(text)[1].counts) == {"weight of an argument": 1}
