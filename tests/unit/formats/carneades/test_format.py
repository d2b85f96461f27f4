"""Reading Carneades YAML: what each part means, what is lost, and each mistake at its place.

In the texts below ``«code»`` marks the place where a diagnostic is expected.
"""

from __future__ import annotations

import pytest
from hypothesis import given
from support.damage import damaged, marked, mistakes, survivor
from support.laws import examples

from argmap import ArgumentMap, InvalidMapError, Relation, RelationKind, dumps, loads
from argmap.documents.sample import Sample
from argmap.formats import Losses, load_bytes
from argmap.formats.carneades.format import recognises_carneades
from argmap.model import Expectation, Source, Status

SUPPORTS, ATTACKS = RelationKind.SUPPORTS, RelationKind.ATTACKS
UNDERCUTS, CONTRADICTS = RelationKind.UNDERCUTS, RelationKind.CONTRADICTS

NIGHT_BUSES = """\
meta:
  title: Night buses
  source: >
    Minutes of the transport committee,
    its second meeting
statements:
  run:
    text: Buses should run at night.
  stop: Buses should stop at midnight.
  shifts: {text: Many people work in shifts., assumed: true}
  way home: "Whoever works in a shift needs a way home."
  costly: Night buses cost more than they bring.
  empty: {text: They are empty on most nights.}
  few drivers: There are too few drivers.
  ¬app(a1): The step from shifts to buses does not hold.
assumptions: [way home, costly, empty]
issues:
  i1:
    positions:
      - run
      - stop
arguments:
  a1:
    scheme: linked
    premises:
      need: shifts
      rule: way home
    conclusion: run
    undercutter: ¬app(a1)
  a2:
    premises: [costly]
    conclusion: stop
  a3:
    scheme: cumulative
    conclusion: costly
    premises: [empty, few drivers]
  a4:
    conclusion: ¬app(a1)
    premises: few drivers
tests:
  in: [shifts, costly, stop]
  out: [run]
  undecided: []
"""


def read(text: str) -> tuple[ArgumentMap, Losses]:
    losses = Losses()
    return loads(text, "carneades", losses=losses), losses


def relations(argument_map: ArgumentMap) -> list[Relation]:
    return list(argument_map.relations.values())


def hints(text: str) -> list[str | None]:
    with pytest.raises(InvalidMapError) as raised:
        loads(text, "carneades")
    return [diagnostic.hint for diagnostic in raised.value.diagnostics]


def test_a_graph_is_the_map_it_says() -> None:
    m, losses = read(NIGHT_BUSES)
    assert m.title == "Night buses"
    assert m.source == Source("Minutes of the transport committee, its second meeting")
    assert list(m.claims) == [
        *("run", "stop", "shifts", "way-home", "costly", "empty", "few-drivers", "¬app(a1)"),
    ]
    assert m.claims["stop"].text == "Buses should stop at midnight."
    assert relations(m) == [
        Relation(
            *("a1", SUPPORTS, ("shifts", "way-home"), "run", "linked"),
            "need: shifts; rule: way-home",
        ),
        Relation("a2", SUPPORTS, ("costly",), "stop"),
        Relation("a3", SUPPORTS, ("empty", "few-drivers"), "costly", "cumulative"),
        Relation("a4", SUPPORTS, ("few-drivers",), "¬app(a1)"),
        Relation("¬app(a1)/a1", UNDERCUTS, ("¬app(a1)",), "a1"),
        Relation("i1", CONTRADICTS, ("run",), "stop"),
    ]
    what = "1 argument that is weighed premise by premise, read as linked premises"
    assert str(losses) == what
    assert loads(dumps(m)) == m


def grounded(label: str, *claims: str) -> list[Expectation]:
    return [Expectation("grounded", claim, Status(label)) for claim in claims]


def test_tests_are_what_the_map_expects() -> None:
    m = read(NIGHT_BUSES)[0]
    expected = (*grounded("in", "shifts", "costly", "stop"), *grounded("out", "run"))
    assert m.expectations == expected
    assert not [claim.tags for claim in m.claims.values() if claim.tags]
    lines = NIGHT_BUSES.split("\n")
    places = m.expectation_locations
    assert tuple(places) == expected
    for expectation, place in places.items():
        assert lines[place.line - 1].startswith(f"  {expectation.status}: [")
        assert lines[place.line - 1][place.column - 1 :].startswith(expectation.claim)


def test_tests_name_statements_as_other_parts_do() -> None:
    m, losses = read(
        'statements: {"on(a, b)": One., two words: Two.}\n'
        'tests: {undecided: "on(a,b)"}\nlabels: {out: [two  words], in: }\n'
    )
    assert m.expectations == (*grounded("undecided", "on(a,b)"), *grounded("out", "two-words"))
    assert not losses.counts


def test_the_first_of_several_expectations_of_a_statement_stands() -> None:
    m, losses = read(
        "statements: {p: P, q: Q}\ntests: {in: [p, p, q], out: [p], undecided: p}\n"
        "labels: {in: p, out: q}\n"
    )
    assert m.expectations == tuple(grounded("in", "p", "q"))
    assert losses.items() == [(3, "expectations at odds with one before them")]
    assert m.expectation_locations[m.expectations[0]].column == len("tests: {in: [p")


def test_assumptions_stay_with_their_claims() -> None:
    claims = read(NIGHT_BUSES)[0].claims
    assert {name: claim.assumed for name, claim in claims.items()} == {
        **dict.fromkeys(("shifts", "way-home", "costly", "empty"), True),
        "few-drivers": False,  # nothing supports it, so it does not stand
        **dict.fromkeys(("run", "stop", "¬app(a1)"), None),
    }


def test_claims_and_relations_know_where_they_stand() -> None:
    m = read(NIGHT_BUSES)[0]
    lines = NIGHT_BUSES.split("\n")
    for name, start in [("run", "run:"), ("way-home", "way home:"), ("a3", "a3:"), ("i1", "i1:")]:
        place = m.locations[name]
        assert lines[place.line - 1][place.column - 1 :].startswith(start)
    place = m.locations["¬app(a1)/a1"]
    assert lines[place.line - 1] == "    undercutter: ¬app(a1)"
    assert place.column == len("    undercutter: ") + 1


@pytest.mark.parametrize(
    ("premises", "expected", "note"),
    [
        ("p", ("p",), None),
        ("[p]", ("p",), None),
        ("[p, q, p]", ("p", "q"), None),
        ("{major: p, minor: q}", ("p", "q"), "major: p; minor: q"),
        ("{1: q, 2: p}", ("q", "p"), None),  # numbers are what a list would have
        ("{1: q, because: p}", ("q", "p"), "because: p"),
        ("{major: p, minor: p}", ("p",), "major: p; minor: p"),
    ],
)
def test_premises_are_one_a_list_or_roles(
    premises: str, expected: tuple[str, ...], note: str | None
) -> None:
    text = "statements: {p: P, q: Q, r: R}\narguments:\n"
    m, losses = read(f"{text}  a: {{premises: {premises}, conclusion: r}}\n")
    assert relations(m) == [Relation("a", SUPPORTS, expected, "r", None, note)]
    assert not losses.counts


def test_that_an_argument_does_not_apply_need_not_be_declared() -> None:
    text = "statements: {p: P, q: Q}\narguments:\n  a1: {premises: p, conclusion: q, "
    m, losses = read(
        text + "undercutter: ¬app(a1)}\n  a2: {premises: q, conclusion: ¬app(a2)}\n"
        "  a3: {premises: [~app(a2), -app(a1)], conclusion: p}\n"
    )
    assert [claim.text for claim in m.claims.values()] == [
        *("P", "Q", "¬app(a1)", "¬app(a2)", "~app(a2)", "-app(a1)"),
    ]
    assert m.claims["¬app(a1)"].assumed is False
    assert m.claims["¬app(a2)"].assumed is None
    assert m.relations["¬app(a1)/a1"].kind is UNDERCUTS
    assert not losses.counts
    assert mistakes(text + "undercutter: ¬app(a9)}\n", "carneades") == [
        (3, len("  a1: {premises: p, conclusion: q, undercutter: ") + 1, "dangling-id")
    ]


def test_an_argument_without_premises_lets_its_conclusion_stand() -> None:
    m, losses = read(
        "statements: {p: P, q: {text: Q, assumed: false}, u: U}\narguments:\n"
        "  a: {conclusion: p, undercutter: u}\n  b: {conclusion: q, premises: []}\n"
        "  c: {conclusion: u, premises: p}\n"
    )
    assert relations(m) == [
        Relation("c", SUPPORTS, ("p",), "u"),
        Relation("u/p", ATTACKS, ("u",), "p"),
    ]
    assert [claim.assumed for claim in m.claims.values()] == [True, False, None]
    assert losses.items() == [
        (2, "arguments without premises"),
        (1, "undercutter of an argument without premises, kept as an attack"),
    ]


def test_each_pair_of_positions_contradicts() -> None:
    m, losses = read(
        "statements: {a: A, b: B, c: C}\n"
        "issues: {way: {positions: [a, b, c, a], meta: {title: Which}}, one: {positions: a}, no: }"
    )
    assert relations(m) == [
        Relation("way", CONTRADICTS, ("a",), "b", None, "Which"),
        Relation("way-2", CONTRADICTS, ("a",), "c"),
        Relation("way-3", CONTRADICTS, ("b",), "c"),
    ]
    assert losses.items() == [(2, "issues with fewer than two positions")]


def test_an_issue_of_very_many_positions_is_counted() -> None:
    statements = ", ".join(f"s{number}: S" for number in range(1000))
    names = ", ".join(f"s{number}" for number in range(1000))
    m, losses = read(
        f"statements: {{{statements}}}\nissues:\n  all: {{positions: [{names}]}}\n"
        "  some: {positions: [s1, s2, s3]}\n"
    )
    assert losses.items() == [(499_500, "contradictions of issues with too many positions")]
    assert list(m.relations) == ["some", "some-2", "some-3"]


def test_issues_cannot_make_a_map_grow_beyond_measure() -> None:
    names = ", ".join(f"s{number}" for number in range(40))
    statements = names.replace(",", ": S,") + ": S"
    many = "".join(f"  i{number}: {{positions: *all}}\n" for number in range(3000))
    head = f"statements: {{{statements}}}\nissues:\n"
    m, losses = read(f"{head}  first: {{positions: &all [{names}]}}\n{many}")
    assert len(m.relations) <= 20_000
    assert len(m.relations) + sum(losses.counts.values()) == 3001 * 780
    long = "n" * 100_000
    m = read(f"{head}  ? {long}\n  : {{positions: [{names}]}}\n")[0]
    assert sum(map(len, m.relations)) < 3_000_000
    both = "".join(f"  i{number}: {{positions: [s1, s2]}}\n" for number in range(25_000))
    assert len(read(head + both)[0].relations) == 25_000  # pairs do not multiply


def test_names_are_known_however_they_are_spaced() -> None:
    m, _ = read(
        'statements: {"on(a, b)": One., "not ( c )": Two., two  words: Three.}\n'
        "assumptions:\n  - on(a,b)\n  - two words\n"
        'arguments: {r: {premises: ["on( a ,b)", "not (c)"], conclusion: two words}}\n'
    )
    assert relations(m) == [Relation("r", SUPPORTS, ("on(a,b)", "not-(c)"), "two-words")]
    assert m.claims["on(a,b)"].assumed
    assert m.claims["two-words"].assumed


def test_an_id_gives_way_to_that_of_a_claim() -> None:
    m, _ = read(
        "statements: {a: A, b: B}\narguments:\n"
        "  a: {premises: a, conclusion: b, undercutter: b}\n"
        "issues: {b: {positions: [a, b]}}\n"
    )
    assert [(r.id, r.kind, r.target) for r in relations(m)] == [
        ("a-2", SUPPORTS, "b"),
        ("b/a-2", UNDERCUTS, "a-2"),
        ("b-2", CONTRADICTS, "b"),
    ]


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
    assert m.expectations == tuple(grounded("in", "x(b)"))
    assert losses.items() == [
        (1, "expectation of a statement that is not there"),
        (1, "definition of a scheme"),
    ]


def test_remarks_are_notes_and_titles_labels() -> None:
    m, losses = read(
        "statements:\n"
        "  p: {text: P, label: IN, meta: {title: The first, note: Doubtful, year: 1990}}\n"
        "  q: {text: Q, value: undecided, metadata: {sources: [One, Two], deep: {er: x}}}\n"
        "  r: {text: R, label: strong}\n"
        "arguments:\n"
        "  a: {premises: {why: p}, conclusion: q, meta: {title: T, notes: N, empty: }}\n"
    )
    p, q, r = m.claims.values()
    assert (p.label, p.note, p.tags) == ("The first", "Doubtful\nyear: 1990", ("expected: in",))
    assert (q.label, q.note, q.tags) == (None, "sources: One, Two", ("expected: undecided",))
    assert (r.label, r.tags) == (None, ())
    assert relations(m)[0].note == "why: p\nT\nN"
    assert losses.items() == [(1, "entry of meta"), (1, "label")]


def test_what_a_map_has_no_place_for_is_counted() -> None:
    _, losses = read(
        "meta: {title: T, notes: N, author: A, year: 2}\n"
        "references: {one: {}, two: {}}\nlanguage: {p/1: x}\nissue_schemes: {n: [a, b]}\n"
        "argument_schemes: {s: {}, t: {}}\nweighing_functions: {w: {}}\nrules: [a, b, c]\n"
        "statements: {p: {text: P, colour: red}, q: Q}\n"
        "arguments: {a: {premises: p, conclusion: q, weight: 0.5, parameters: [x], of: y}}\n"
        "issues: {i: {positions: [p, q], standard: PE}}\n"
        "tests: {in: gone, never: p}\nlabels: {out: q}\nlayout: {}\n"
    )
    assert losses.items() == [
        (1, "note on the map"),
        (2, "entries of meta"),
        (1, "unknown key of a statement"),
        (1, "unknown key of an argument"),
        (1, "weight of an argument"),
        (1, "list of parameters"),
        (1, "proof standard of an issue"),
        (1, "unknown key of tests"),
        (1, "expectation of a statement that is not there"),
        (2, "references"),
        (1, "predicate of the language"),
        (1, "issue scheme"),
        (2, "definitions of schemes"),
        (1, "weighing function"),
        (3, "rules"),
        (1, "part 'layout'"),
    ]


def test_unknown_parts_are_named_as_long_as_they_are_few() -> None:
    _, losses = read("meta:\n" + "".join(f"zz{number}: x\n" for number in range(100)))
    assert losses.counts["part 'zz0'"] == 1
    assert losses.counts["unknown part"] > 80
    assert sum(losses.counts.values()) == 100
    assert "x" * 50 not in str(read(f"meta:\n{'x' * 60}: y\n")[1])


@pytest.mark.parametrize(
    ("meta", "source"),
    [
        ("source: A book", Source("A book")),
        ("source: https://example.org/a", Source(url="https://example.org/a")),
        ("source: https://example.org/a and b", Source("https://example.org/a and b")),
        ("sources: [A, ~, 2]", Source("A; 2")),
        ("source: ", None),
        ("title: ", None),
    ],
)
def test_the_source_is_a_citation(meta: str, source: Source | None) -> None:
    assert read(f"meta: {{{meta}}}\n")[0].source == source


def test_meta_alone_is_an_empty_map() -> None:
    m, losses = read("meta:\n  title: Nothing yet\n\n")
    assert m.title == "Nothing yet"
    assert not m.claims
    assert not losses.counts


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
def test_each_mistake_is_told_at_its_place(text: str) -> None:
    clean, expected = marked(text)
    assert mistakes(clean, "carneades") == expected


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
def test_the_format_is_told_from_the_file(name: str) -> None:
    losses = Losses()
    m = load_bytes(NIGHT_BUSES.encode(), name, losses=losses)
    assert losses.format == "carneades"
    assert len(m.claims) == 8


def test_ten_thousand_statements_are_read_and_as_many_errors_counted() -> None:
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
_PIECES += ["\x00", "\u202e", "\ufeff", "\U0001f600", "in", "out", "true", "1", "  ", "!!int ", ","]


@given(damaged(NIGHT_BUSES, _PIECES))
@examples(80)
def test_a_damaged_file_is_a_map_or_an_error_of_ours(text: str) -> None:
    survivor(text, "carneades")
