"""Reading and writing ``expect``, each error at its place; other formats say what they lose.

In the texts below ``«code»`` marks the place where a diagnostic is expected.
"""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.damage import damaged, errors_in, marked, survivor
from support.laws import examples
from support.strategies import argument_maps

from argmap import ArgumentMap, Claim, InvalidMapError, Relation, RelationKind, dumps, loads
from argmap.formats import Losses, writable
from argmap.model import Expectation, Status

IN, OUT, UNDECIDED = Status.IN, Status.OUT, Status.UNDECIDED
HEAD = """\
argmap: 1
claims:
  tea: Tea is served.
  cake: Cake is served.
  jam: There is jam.
  "no": No jam.
relations:
  - {from: tea, supports: cake}
"""
EXPECT = """\
expect:
  grounded:
    in: [tea, cake]
    out: jam
    undecided: no
  df-quad:
    strengths:
      tea: 0.7
      cake: 0.25
    tolerance: 0.01
  stable:
    out: jam
"""
EXPECTED = (
    Expectation("grounded", "tea", IN),
    Expectation("grounded", "cake", IN),
    Expectation("grounded", "jam", OUT),
    Expectation("grounded", "no", UNDECIDED),
    Expectation("df-quad", "tea", None, 0.7, 0.01),
    Expectation("df-quad", "cake", None, 0.25, 0.01),
    Expectation("stable", "jam", OUT),
)


def test_what_is_expected_is_read_and_written_as_it_stands() -> None:
    m = loads(HEAD + EXPECT)
    assert m.expectations == EXPECTED
    assert dumps(m).partition("expect:")[1:] == ("expect:", EXPECT[7:].replace(": no", ': "no"'))
    assert loads(dumps(m)) == m


def test_json_has_the_same_under_the_same_keys() -> None:
    m = loads(HEAD + EXPECT)
    text = dumps(m, "json")
    assert json.loads(text)["expect"] == {
        "grounded": {"in": ["tea", "cake"], "out": ["jam"], "undecided": ["no"]},
        "df-quad": {"strengths": {"tea": 0.7, "cake": 0.25}, "tolerance": 0.01},
        "stable": {"out": ["jam"]},
    }
    assert loads(text, "json") == m


def test_each_expectation_stands_where_it_names_its_claim() -> None:
    for text, format in ((HEAD + EXPECT, "yaml"), (dumps(loads(HEAD + EXPECT), "json"), "json")):
        m = loads(text, format, "m")
        assert tuple(m.expectation_locations) == m.expectations
        lines = text.split("\n")
        part = next(n for n, line in enumerate(lines, 1) if "expect" in line)
        for expectation, place in m.expectation_locations.items():
            at = lines[place.line - 1][place.column - 1 :]
            assert at.lstrip('"').startswith(expectation.claim)
            assert place.file == "m"
            assert place.line > part
    places = loads(HEAD + EXPECT).expectation_locations
    assert places[EXPECTED[1]][1:] == (11, 15)
    assert places[EXPECTED[5]][1:] == (17, 7)


def test_a_map_without_expectations_has_no_places_of_any() -> None:
    for text, format in ((HEAD, "yaml"), (dumps(loads(HEAD), "json"), "json")):
        m = loads(text, format)
        assert (m.expectations, dict(m.expectation_locations)) == ((), {})
        assert "expect" not in dumps(m)


GROUPS = """\
expect:
  df-quad:
    - strengths:
        tea: 0.7
      tolerance: 0.1
    - strengths:
        cake: 0.5
        no: 1
"""


def test_strengths_with_tolerances_of_their_own_are_a_list_of_groups() -> None:
    m = loads(HEAD + GROUPS)
    assert m.expectations == (
        Expectation("df-quad", "tea", strength=0.7, tolerance=0.1),
        Expectation("df-quad", "cake", strength=0.5),
        Expectation("df-quad", "no", strength=1.0),
    )
    written = GROUPS[7:].replace("no: 1", '"no": 1.0')
    assert dumps(m).partition("expect:")[2] == written
    assert m.expectation_locations[m.expectations[2]][1:] == (16, 9)


def test_groups_that_agree_are_written_as_one() -> None:
    m = loads(HEAD + "expect: {df-quad: [{strengths: {tea: 1}}, {strengths: {cake: 1}}]}")
    assert "  df-quad:\n    strengths:\n      tea: 1.0\n      cake: 1.0\n" in dumps(m)


@pytest.mark.parametrize(
    "expect",
    [
        "expect:\n",
        "expect: {}\n",
        "expect: {grounded: , stable: {}}\n",
        "expect: {grounded: {in: [], out: }}\n",
        "expect: {df-quad: [], euler-based: {strengths: }}\n",
        "expect: {df-quad: {tolerance: 0.5, strengths: {}}}\n",
    ],
)
def test_nothing_may_be_expected(expect: str) -> None:
    m = loads(HEAD + expect)
    assert m.expectations == ()
    assert m == loads(HEAD)


def test_an_alias_expects_the_same_of_two_semantics() -> None:
    m = loads(HEAD + "expect: {grounded: &same {in: [tea], out: jam}, ideal: *same}\n")
    assert [(e.semantics, e.claim) for e in m.expectations] == [
        *(("grounded", "tea"), ("grounded", "jam"), ("ideal", "tea"), ("ideal", "jam")),
    ]


BAD = [
    "expect: «wrong-type»[grounded]\n",
    "expect: {«unknown-semantics»grouded: {in: tea}, «unknown-semantics»<<: x}\n",
    "expect: {grounded: «wrong-type»[tea], stable: «wrong-type»tea}\n",
    "expect: {grounded: {«unknown-key»inn: tea, «unknown-key»strengths: {tea: 1}, in: tea}}\n",
    "expect: {df-quad: {strengths: {tea: 1}, «unknown-key»tolerence: 1, «unknown-key»in: tea}}\n",
    "expect: {grounded: {in: [tea, «wrong-type»[cake], «bad-id»a b, «dangling-id»tee]}}\n",
    "expect: {grounded: {in: «wrong-type»{tea: 1}, out: «bad-id»''}}\n",
    "expect: {grounded: {in: «dangling-id»tee, out: [«dangling-id»caek]}}\n",
    "expect: {grounded: {in: «expected-is-relation»tea/cake}}\n",
    "expect: {grounded: {in: [tea, cake, «duplicate-expectation»tea]}}\n",
    "expect: {grounded: {in: tea, out: [jam, «duplicate-expectation»tea]}, ideal: {in: tea}}\n",
    "expect: {grounded: {in: tea}, «duplicate-key»grounded: {in: tea}}\n",
    "expect: {«missing-key»df-quad: {tolerance: 0.1}, «missing-key»euler-based: {}}\n",
    "expect:\n  «missing-key»df-quad:\n",
    "expect: {df-quad: «wrong-type»0.5}\n",
    "expect: {df-quad: {strengths: «wrong-type»[tea]}}\n",
    "expect: {df-quad: {strengths: {tea: «out-of-range»1.5, cake: «wrong-type»high}}}\n",
    "expect: {df-quad: {strengths: {tea: «out-of-range».nan, «dangling-id»tee: «wrong-type»~}}}\n",
    "expect: {df-quad: {strengths: {«dangling-id»a b: 1, «expected-is-relation»tea/cake: 0}}}\n",
    "expect: {df-quad: {strengths: {tea: 1}, tolerance: «out-of-range»-0.1}}\n",
    "expect: {df-quad: {strengths: {tea: 1}, tolerance: «wrong-type»small}}\n",
    "expect: {df-quad: {strengths: {tea: 1, «duplicate-key»tea: 0}}}\n",
    (
        "expect:\n  df-quad:\n    - strengths: {tea: 1}\n    - «missing-key»{tolerance: 1}\n"
        "    - «wrong-type»tea\n    - strengths: {jam: 1, «duplicate-expectation»tea: 1}\n"
    ),
]
BAD_JSON = [
    '{"argmap": 1, "expect": «wrong-type»[]}',
    '{"argmap": 1, "claims": {"a": "A"}, "expect": {"ideal": {\n"in": ["a", «dangling-id»"b"]}}}',
    (
        '{"argmap": 1, "claims": {"a": "A"}, "expect": {"df-quad": {"strengths":\n'
        '{"a": «out-of-range»2, «dangling-id»"b": 1}, "tolerance": «wrong-type»true}}}'
    ),
    '{"argmap": 1, "expect": {\n«unknown-semantics»"dfquad": 1, «missing-key»"df-quad": {}}}',
]


@pytest.mark.parametrize("expect", BAD)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_each_error_is_reported_at_its_place(expect: str, end: str) -> None:
    clean, expected = marked(HEAD + expect)
    assert errors_in(clean.replace("\n", end)) == expected


@pytest.mark.parametrize("text", BAD_JSON)
def test_each_error_in_json_is_reported_at_its_place(text: str) -> None:
    clean, expected = marked(text)
    assert errors_in(clean, "json") == expected


@pytest.mark.parametrize(
    ("expect", "message", "hint"),
    [
        (
            "{dfquad: {}}",
            "unknown semantics 'dfquad'",
            "did you mean 'df-quad'? known here: carneades, complete, df-quad, euler-based",
        ),
        ("{ideal: {inn: tea}}", "unknown key 'inn'", "did you mean 'in'?"),
        ("{ideal: {weight: 1}}", "unknown key 'weight'", "known here: in, out, undecided"),
        ("{ideal: {in: teas}}", "there is no claim 'teas'", "did you mean 'tea'?"),
        (
            "{ideal: {in: tea/cake}}",
            "'tea/cake' is a relation; name a claim",
            "it starts from 'tea'",
        ),
        ("{ideal: {in: tea, out: tea}}", "what ideal makes of 'tea' is expected twice", None),
        ("{ideal: {in: a b}}", "an id must not have white space or control characters", "'a-b'"),
        (
            "{df-quad: {strengths: {tea: 7}}}",
            "the strength of 'tea' must be from 0 to 1, not 7",
            None,
        ),
        ("{df-quad: {strengths: {tea: x}}}", "'tea' must be a number from 0 to 1, not text", None),
        ("{df-quad: {}}", "the key 'strengths' is missing", "such as: strengths: {a-claim: 0.7}"),
    ],
)
def test_an_error_comes_with_what_to_do(expect: str, message: str, hint: str | None) -> None:
    with pytest.raises(InvalidMapError) as error:
        loads(f"{HEAD}expect: {expect}\n")
    (found,) = error.value.diagnostics
    assert message in found.message
    assert (found.hint or "").startswith(hint or "")
    assert (found.hint is None) == (hint is None)


def test_a_relation_that_could_not_be_read_is_not_reported_twice() -> None:
    text = HEAD + "  - {from: tea, suports: jam, id: spread}\nexpect: {grounded: {in: spread}}\n"
    assert [code for *_, code in errors_in(text)] == ["unknown-key"]


def test_errors_of_relations_and_of_expectations_are_reported_in_one_run() -> None:
    text = HEAD + (
        "  - {from: tea, supports: «dangling-id»bread}\n"
        "expect: {grounded: {in: «dangling-id»toast}}\n"
    )
    clean, expected = marked(text)
    assert errors_in(clean) == expected


@pytest.mark.slow
def test_as_many_errors_as_claims_are_reported_in_time() -> None:
    names = [f"claim-{number}" for number in range(5_000)]
    claims = "".join(f"  {name}: Text.\n" for name in names)
    wrong = ", ".join(f"t{name}" for name in names)
    text = f"argmap: 1\nclaims:\n{claims}expect: {{grounded: {{in: [{wrong}]}}}}\n"
    with pytest.raises(InvalidMapError) as caught:
        loads(text)
    assert caught.value.count == len(names)


LONG = "x" * 2000


@pytest.mark.parametrize("format", ["yaml", "json"])
@pytest.mark.parametrize("tolerances", [(None, None), (0.1, None), (0.1, 0.2)])
def test_an_id_of_any_length_is_read_back(
    format: str, tolerances: tuple[float | None, ...]
) -> None:
    m = ArgumentMap(
        [Claim(LONG, "One."), Claim("b", "Two.")],
        expectations=[
            Expectation("ideal", LONG, IN),
            *(
                Expectation("df-quad", name, None, 0.5, tolerance)
                for name, tolerance in zip((LONG, "b"), tolerances, strict=True)
            ),
        ],
    )
    assert loads(dumps(m, format), format) == m


@given(argument_maps(min_claims=1))
@examples(60)
def test_every_expectation_has_its_place_whatever_its_claim_is_called(m: ArgumentMap) -> None:
    for format in ("yaml", "json"):
        text = dumps(m, format)
        places = loads(text, format).expectation_locations
        assert tuple(places) == m.expectations
        lines = text.split("\n")
        for expectation, place in places.items():
            at = lines[place.line - 1][place.column - 1 :]
            name = expectation.claim
            assert at.startswith((name, json.dumps(name, ensure_ascii=False)))


@pytest.mark.parametrize("format", [f for f in writable() if f not in {"yaml", "json"}])
def test_a_format_that_has_no_place_for_them_counts_them(format: str) -> None:
    """A framework takes attacks alone, so there is nothing else in this map."""
    claims = [Claim("1", "1"), Claim("2", "2")]
    attack = Relation("1/2", RelationKind.ATTACKS, ("1",), "2")
    expected = [Expectation("grounded", "1", IN), Expectation("grounded", "2", OUT)]
    for number, words in ((0, None), (1, "1 expectation"), (2, "2 expectations")):
        losses = Losses()
        dumps(ArgumentMap(claims, [attack], expectations=expected[:number]), format, losses)
        found = [f"{n} {what}" for n, what in losses.items() if what.startswith("expectation")]
        assert found == ([words] if words else [])


_PIECES = ["[", "]", "{", "}", ": ", "- ", "&x ", "*x", "<<: ", "~", "tea", "in: ", "df-quad: "]
_PIECES += [".nan", "1e999", "'", '"', "\n", "  ", "strengths: ", "tolerance: ", "\ud800", "\x00"]


@pytest.mark.parametrize("format", ["yaml", "json"])
@given(data=st.data())
@examples(100)
def test_a_damaged_part_is_a_map_or_an_error_of_ours(format: str, data: st.DataObject) -> None:
    original = dumps(
        loads(HEAD + EXPECT + GROUPS.replace("expect:\n  df-quad", "  euler-based")), format
    )
    survivor(data.draw(damaged(original, _PIECES)), format)
