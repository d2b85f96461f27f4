"""Reading Carneades YAML: what each part means, what is lost, and each error at its place.

In the texts below ``«code»`` marks the place where a diagnostic is expected.
"""

from __future__ import annotations

import pytest
from support.carneades import NIGHT_BUSES, labelled, read, relations
from support.damage import errors_in

from argmap import Relation, RelationKind, dumps, loads
from argmap.model import Source, Standard

SUPPORTS, ANSWERS, UNDERCUTS = RelationKind.SUPPORTS, RelationKind.ANSWERS, RelationKind.UNDERCUTS


def test_a_graph_is_the_map_it_says() -> None:
    m, losses = read(NIGHT_BUSES)
    assert m.title == "Night buses"
    assert m.source == Source("Minutes of the transport committee, its second meeting")
    assert list(m.claims) == [
        *("run", "stop", "shifts", "way-home", "costly", "empty", "few-drivers", "¬app(a1)"),
        "i1",
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
        Relation("run/i1", ANSWERS, ("run",), "i1"),
        Relation("stop/i1", ANSWERS, ("stop",), "i1"),
    ]
    assert not losses.counts
    assert loads(dumps(m)) == m


def test_tests_are_what_the_map_expects() -> None:
    m = read(NIGHT_BUSES)[0]
    expected = (*labelled("in", "shifts", "costly", "stop"), *labelled("out", "run"))
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
    assert m.expectations == (*labelled("undecided", "on(a,b)"), *labelled("out", "two-words"))
    assert not losses.counts


def test_the_first_of_several_expectations_of_a_statement_stands() -> None:
    m, losses = read(
        "statements: {p: P, q: Q}\ntests: {in: [p, p, q], out: [p], undecided: p}\n"
        "labels: {in: p, out: q}\n"
    )
    assert m.expectations == tuple(labelled("in", "p", "q"))
    assert losses.items() == [(3, "expectations at odds with one before them")]
    assert m.expectation_locations[m.expectations[0]].column == len("tests: {in: [p")


def test_assumptions_stay_with_their_claims() -> None:
    claims = read(NIGHT_BUSES)[0].claims
    assert {name: claim.assumed for name, claim in claims.items()} == {
        **dict.fromkeys(("shifts", "way-home", "costly", "empty"), True),
        "few-drivers": False,  # nothing supports it, so it does not stand
        **dict.fromkeys(("run", "stop", "¬app(a1)", "i1"), None),
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
    assert errors_in(text + "undercutter: ¬app(a9)}\n", "carneades") == [
        (3, len("  a1: {premises: p, conclusion: q, undercutter: ") + 1, "dangling-id")
    ]


def test_an_argument_without_premises_lets_its_conclusion_stand() -> None:
    m, losses = read(
        "statements: {p: P, q: {text: Q, assumed: false}, r: R}\narguments:\n"
        "  a: {conclusion: p}\n  b: {conclusion: q, premises: []}\n"
    )
    assert not m.relations
    assert [claim.assumed for claim in m.claims.values()] == [None, None, False]
    what = "ids of arguments without premises, by which their conclusions stand"
    assert losses.items() == [(2, what)]
    assert not losses.touch_the_argument


@pytest.mark.parametrize(
    "more",
    ["undercutter: u", "scheme: linked", "weight: 0.4", "meta: {note: N}"],
)
def test_one_of_which_more_is_said_has_an_unsaid_premise(more: str) -> None:
    m, losses = read(f"statements: {{p: P, u: U}}\narguments: {{a: {{conclusion: p, {more}}}}}\n")
    unsaid = m.claims["a-unsaid"]
    assert (unsaid.text, unsaid.implicit) == ("The argument a needs no premise.", True)
    assert (unsaid.assumed, m.claims["p"].assumed) == (True, None)
    step = m.relations["a"]
    assert (step.premises, step.target) == (("a-unsaid",), "p")
    assert ("u/a" in m.relations) is more.startswith("undercutter")
    assert step.weight == (0.4 if more.startswith("weight") else None)
    assert str(losses) == "1 argument without premises, given one that is left unsaid (a)"


def test_an_issue_is_a_question_of_which_one_answer_is_chosen() -> None:
    m, losses = read(
        "statements: {a: A, b: B, c: C}\nissues:\n"
        "  way: {positions: [a, b, a], standard: cce, meta: {title: Which way?, note: N}}\n"
        "  one: {positions: c, standard: BRD}\n  no:\n"
    )
    way, one, no = (m.claims[name] for name in ("way", "one", "no"))
    assert {(each.kind, each.choose) for each in (way, one, no)} == {("question", "one")}
    assert (way.text, way.note) == ("Which way?", "N")
    assert one.text == "Which position on one holds?"
    standards = [each.standard for each in (way, one, no)]
    assert standards == [Standard.CLEAR_AND_CONVINCING, Standard.BEYOND_REASONABLE_DOUBT, None]
    assert relations(m) == [
        Relation("a/way", ANSWERS, ("a",), "way"),
        Relation("b/way", ANSWERS, ("b",), "way"),
        Relation("c/one", ANSWERS, ("c",), "one"),
    ]
    assert not losses.counts
    assert str(read("issues: {i: {standard: odd}}\n")[1]) == (
        "1 unknown proof standard of an issue (odd)"
    )


@pytest.mark.parametrize(
    ("scheme", "issues"),
    [
        ("['¬P', P]", {"s-1": ["p", "¬p"]}),
        ("[Q, '~Q']", {}),
        ("['speed(O,S1)', '...', 'speed(O,Sn)']", {"s-1": ["speed(car,low)", "speed(car,high)"]}),
        ("['speed(O1,S)', '...', 'speed(On,S)']", {"s-1": ["speed(car,low)", "speed(bus,low)"]}),
        ("['buy(O1)', '...', 'buy(On)']", {}),
    ],
)
def test_schemes_of_issues_find_those_that_are_not_written(
    scheme: str, issues: dict[str, list[str]]
) -> None:
    names = ("p", "¬p", "speed(car,low)", "speed(car,high)", "speed(bus,low)", "x", "¬x")
    statements = "".join(f"  {name}: About {name}.\n" for name in names)
    written = "issues: {i: {positions: [x, ¬x]}}\n"
    m, losses = read(f"statements:\n{statements}{written}issue_schemes: {{s: {scheme}}}\n")
    found: dict[str, list[str]] = {}
    for relation in relations(m):
        found.setdefault(relation.target, []).extend(relation.premises)
    assert found == {"i": ["x", "¬x"], **issues}
    assert m.claims["i"].text == "Which holds: About x, or About ¬x?"
    assert not losses.counts


@pytest.mark.parametrize("scheme", ["p", "[p, q]", "[[p]]", "['f(A)', 'g(A)', 'h(A)']", "{}"])
def test_a_scheme_of_issues_of_unknown_form_is_counted(scheme: str) -> None:
    losses = read(f"statements: {{p: P}}\nissue_schemes: {{s: {scheme}}}\n")[1]
    assert str(losses) == "1 issue scheme (s)"


def test_an_id_gives_way_to_that_of_a_claim() -> None:
    m, _ = read(
        "statements: {a: A, b: B}\narguments:\n"
        "  a: {premises: a, conclusion: b, undercutter: b}\n"
        "issues: {b: {positions: [a, b]}}\n"
    )
    assert [(r.id, r.kind, r.target) for r in relations(m)] == [
        ("a-2", SUPPORTS, "b"),
        ("b/a-2", UNDERCUTS, "a-2"),
        ("a/b-2", ANSWERS, "b-2"),
        ("b/b-2", ANSWERS, "b-2"),
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
    assert str(losses) == "1 label (strong), 1 entry of meta (deep)"


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
    assert str(losses).split(", 1 ") == [
        "1 unknown key of a statement (colour)",
        "unknown key of an argument (of)",
        "list of parameters (a)",
        "unknown key of tests (never)",
        "expectation of a statement that is not there, 2 references (one, two), 3 rules (a, b, c)",
        "unknown part (layout)",
        "issue scheme (n)",
        "weighing function that no scheme has (w)",
        "predicate of the language (p/1)",
        "note on the map (notes), 2 entries of meta (author, year)",
    ]


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


_PIECES = ["p", "{", "}", "[", "]", ": ", "\n", "- ", "~", "'", '"', "&a ", "*a", "¬app(a1)", "#"]
_PIECES += ["\x00", "\u202e", "\ufeff", "\U0001f600", "in", "out", "true", "1", "  ", "!!int ", ","]
