"""Reading Kialo's exports: both layouts, links, sources, and each mistake at its place.

In the texts below ``«code»`` marks the place where a diagnostic is expected.
"""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.damage import damaged, marked, mistakes, survivor
from support.laws import examples

from argmap import ArgumentMap, InvalidMapError, Relation, RelationKind, loads
from argmap.documents.sample import Sample
from argmap.formats import Losses, load_bytes
from argmap.formats.kialo.format import recognises_kialo

SUPPORTS, ATTACKS = RelationKind.SUPPORTS, RelationKind.ATTACKS

OLDER = r"""Discussion Title: Should the pool stay open in winter \(indoors\)?

1. The pool should stay open in winter.
1.1. Pro: Swimming keeps people healthy \(see [a study](https://example.org/s_\(1\))\).
It does so
1. at any age,
2. in any season.

That counts most in winter.
1.1.1. Con: Those who swim are healthy already.
1.1.2. Pro: -> See 1.2.1.
1.2. Con: Heating it costs too much.
1.2.1. Con: The school pays half.
1.2.2. Pro: -> See 1.1.1.
1.10. Con: -> See 1.2.
"""
NEWER = """Discussion Name:
When should the pool open?

1. Question:
When should the pool  open?

  1.1. Thesis:
  At six, before work [1].

    1.1.1. Pro:
    Most people ask for it [2], and [1] says so [1]. See [3](https://example.org).

    They asked twice [99].

    1.1.2. Con:
    -> See 1.2.1.

  1.2. Thesis:
  At nine.

    1.2.1. Pro:
    Early shifts cost more.

Sources:
[1] https://example.org/survey
"Of those asked, most said:

1.1.3. Con: too early
[3] times out of
[2] days a week."
[2] https://example.org/count
[3] A leaflet of 2019
[5] https://example.org/late
[4] https://example.org/earlier
"""


def relations(argument_map: ArgumentMap) -> list[Relation]:
    return list(argument_map.relations.values())


def texts(argument_map: ArgumentMap) -> dict[str, str]:
    return {name: claim.text for name, claim in argument_map.claims.items()}


def older(claims: str) -> str:
    return f"Discussion Title: T\n\n{claims}"


def test_the_older_layout() -> None:
    losses = Losses()
    m = load_bytes(OLDER.encode(), "pool.txt", losses=losses)
    assert m.title == "Should the pool stay open in winter (indoors)?"
    assert texts(m) == {
        "1": "The pool should stay open in winter.",
        "1.1": "Swimming keeps people healthy (see [a study](https://example.org/s_(1))).\n"
        "It does so\n1. at any age,\n2. in any season.\n\nThat counts most in winter.",
        "1.1.1": "Those who swim are healthy already.",
        "1.2": "Heating it costs too much.",
        "1.2.1": "The school pays half.",
    }
    assert relations(m) == [
        Relation("1.1/1", SUPPORTS, ("1.1",), "1"),
        Relation("1.1.1/1.1", ATTACKS, ("1.1.1",), "1.1"),
        Relation("1.1.2", SUPPORTS, ("1.2.1",), "1.1"),
        Relation("1.2/1", ATTACKS, ("1.2",), "1"),
        Relation("1.2.1/1.2", ATTACKS, ("1.2.1",), "1.2"),
        Relation("1.2.2", SUPPORTS, ("1.1.1",), "1.2"),
        Relation("1.10", ATTACKS, ("1.2",), "1"),
    ]
    assert [claim.kind for claim in m.claims.values()] == ["thesis", *[None] * 4]
    assert not losses.counts


@pytest.mark.parametrize("end", ["\r\n", "\n", "\r"])
def test_the_newer_layout_with_its_sources(end: str) -> None:
    losses = Losses()
    m = loads(NEWER.replace("\n", end), "kialo", losses=losses)
    assert m.title == "When should the pool open?"
    assert texts(m) == {
        "1.1": "At six, before work [1].",
        "1.1.1": "Most people ask for it [2], and [1] says so [1]. See [3](https://example.org)."
        "\n\nThey asked twice [99].",
        "1.2": "At nine.",
        "1.2.1": "Early shifts cost more.",
    }
    survey = (
        '[1] https://example.org/survey\n"Of those asked, most said:\n\n'
        '1.1.3. Con: too early\n[3] times out of\n[2] days a week."'
    )
    assert m.claims["1.1"].note == survey
    assert m.claims["1.1.1"].note == f"[2] https://example.org/count\n{survey}"
    assert m.claims["1.2.1"].note is None
    assert str(losses) == "2 sources that no claim cites"
    assert relations(m) == [
        Relation("1.1.1/1.1", SUPPORTS, ("1.1.1",), "1.1"),
        Relation("1.1.2", ATTACKS, ("1.2.1",), "1.1"),
        Relation("1.2.1/1.2", SUPPORTS, ("1.2.1",), "1.2"),
    ]
    assert [claim.kind for claim in m.claims.values()] == ["thesis", None, "thesis", None]


SOURCES = """Discussion Name:
T

1. Thesis:
One [1] two [2] three [3] four [4] nine [9].

Sources:
{}
"""


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (["[1] https://a", '"x', "[2] y", "", 'z"', "[2] https://b"], [(1, 5), (2, 1)]),
        (["[1] A book", "[2] Another", "[3] A third"], [(1, 1), (2, 1), (3, 1)]),
        (["[1] A book", '"[3] y', '[1] z"', "[2] www.b"], [(1, 3), (2, 1)]),
        (["[1] https://a", "[9] https://e", "[2] https://b"], [(1, 2), (2, 1)]),
        (["[2] https://b", "x", "[4] https://d", "[9] A book"], [(2, 2), (4, 2)]),
        (["[3] A book", "[4] https://d"], [(3, 1), (4, 1)]),
        ([], []),
    ],
)
def test_sources_are_told_from_what_they_say(
    written: list[str], expected: list[tuple[int, int]]
) -> None:
    losses = Losses()
    m = loads(SOURCES.format("\n".join(written)), "kialo", losses=losses)
    starts = [0]
    for _, length in expected:
        starts.append(starts[-1] + length)
    notes = ["\n".join(written[a:b]) for a, b in pairwise(starts)]
    assert (m.claims["1"].note or "") == "\n".join(notes)
    assert not losses.counts


def test_a_text_may_speak_of_sources_and_numbers() -> None:
    inside = (
        "this.\nSources:\n[1] these\n\nSources:\nmany\n3.5 percent\n2. of all\n7.1. Foo\n1. too"
    )
    m = loads(older(f"1. A\n1.1. Pro: B {inside}\n1.2. Con: C\n"), "kialo")
    assert texts(m) == {"1": "A", "1.1": f"B {inside}", "1.2": "C"}


def test_one_of_several_theses_at_the_top_is_told_by_what_stands_under_it() -> None:
    m = loads(older("1. A\n1.1. Pro: B\n2. C\n2.1. Con: D\n3. E\n4. Thesis: F\n"), "kialo")
    assert texts(m) == {"1": "A", "1.1": "B", "2": "C", "2.1": "D\n3. E", "4": "F"}
    assert [claim.id for claim in m.roots()] == ["1", "2", "4"]


@pytest.mark.parametrize(
    ("claims", "title", "expected"),
    [
        ("1. Question: T\n1.1. Thesis: A\n", "T", {"1.1": "thesis"}),
        ("1. Question: Which?\n1.1. Thesis: A\n", "T: Which?", {"1.1": "thesis"}),
        ("1. Which?\n1.1. Thesis: A\n1.2. Thesis: B\n", "T: Which?", {"1.1": 0, "1.2": 0}),
        ("1. Question: Which?\n1.1. Pro: A\n1.2. Thesis: B\n", "T", {"1": 1, "1.1": 2, "1.2": 0}),
        ("1. Question: Which?\n1.1. Thesis: -> See 1.\n", "T", {"1": "question"}),
        ("1. Question: Which?\n", "T", {"1": "question"}),
    ],
)
def test_a_question_is_part_of_the_title_unless_something_needs_it(
    claims: str, title: str, expected: dict[str, str | int]
) -> None:
    m = loads(older(claims), "kialo")
    assert m.title == title
    kinds = ["thesis", "question", None]
    found = {name: claim.kind for name, claim in m.claims.items()}
    assert found == {
        name: kinds[kind] if isinstance(kind, int) else kind for name, kind in expected.items()
    }


def test_what_a_map_cannot_carry_is_counted() -> None:
    text = """Discussion Name: T
    Tags: pool

    by nobody
    1. Question:
    Why [1]?
    1.1. Thesis:
    A
    1.2. Thesis:
    -> See 1.1.

    Sources:
    [1] https://example.org/a
    [2] https://example.org/b
    """
    losses = Losses()
    m = loads(text, "kialo", losses=losses)
    assert texts(m) == {"1.1": "A"}
    assert dict(losses.counts) == {
        "line before the first claim": 2,
        "note of a question": 1,
        "link to a claim as a thesis": 1,
        "source that no claim cites": 1,
    }


def test_a_link_may_lead_to_a_link_and_have_claims_under_it() -> None:
    links = "1. A\n1.1. Con: -> See 1.2.\n1.2. Pro: -> see 1.3\n1.3. Pro: -> See 1.4.\n"
    m = loads(older(links + "1.4. Pro: B\n1.1.1. Con: C\n1.4.1. Pro: -> See 1.4.\n"), "kialo")
    assert relations(m) == [
        Relation("1.1", ATTACKS, ("1.4",), "1"),
        Relation("1.2", SUPPORTS, ("1.4",), "1"),
        Relation("1.3", SUPPORTS, ("1.4",), "1"),
        Relation("1.4/1", SUPPORTS, ("1.4",), "1"),
        Relation("1.1.1/1.4", ATTACKS, ("1.1.1",), "1.4"),
        Relation("1.4.1", SUPPORTS, ("1.4",), "1.4"),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "1.1. Pro: B",
        "1.1 Pro: B",
        " \t1.1.Pro:B",
        "1.1.  pro :  B  ",
        "1.1. PRO:\n\n  B\n",
        "1.1. Pro:\r B",
    ],
)
def test_spaces_case_and_line_ends_do_not_matter(line: str) -> None:
    m = loads(older(f"1. A\n{line}\n"), "kialo")
    assert relations(m) == [Relation("1.1/1", SUPPORTS, ("1.1",), "1")]
    assert m.claims["1.1"].text == "B"


@pytest.mark.parametrize(
    ("header", "title"),
    [
        ("Discussion Title: A: b?", "A: b?"),
        ("\n \nDiscussion Name:\nA", "A"),
        ("discussion title :A", "A"),
        ("Discussion Name: A", "A"),
        ("Discussion Title:", None),
        ("Discussion Name:\n1. FC", "1. FC"),
        ("Discussion Title: A\\)", "A)"),
        ("Discussion Name: A\\)", "A\\)"),
    ],
)
def test_the_title_stands_on_the_line_or_the_next(header: str, title: str | None) -> None:
    m = loads(f"{header}\n\n1. Thesis: X\n", "kialo")
    assert m.title == title
    assert texts(m) == {"1": "X"}


def test_a_claim_right_below_the_header_is_no_title() -> None:
    m = loads("Discussion Name:\n1. Thesis:\nX\n", "kialo")
    assert (m.title, texts(m)) == (None, {"1": "X"})


MISTAKES = [
    "«empty-file»\n \n",
    "\n  «wrong-type»1. A\n1.1. Pro: B\n",
    "Discussion Title: T\n\nNothing here.\n«no-claims»",
    "Discussion Name:\nT\n\n«no-claims»Sources:\n[1] x\n",
    older("1. A\n«missing-side»1.1. B\n1.1.1. Pro: C\n"),
    older("1. A\n«dangling-id»1.2.1. Pro: B\n1.2.1.1. Con: C\n«dangling-id»2.1. Pro: D\n"),
    older("1. A\n1.1. Pro: B\n«duplicate-id»1.1. Con: C\nmore of C\n1.1.1. Pro: D\n"),
    older("1. A\n  1.1. Pro: -> See «dangling-id»1.7.\n"),
    older("1. A\n1.1. Pro:\n   -> See «dangling-id»1.7.\n"),
    older("1. A\n1.1. Pro: -> See 1.2.\n1.2. Con: «cycle»-> See 1.1.\n1.3. Pro: -> See 1.1.\n"),
    older("1. A\n1.1. Pro: «cycle»-> See 1.1.\n"),
    older("«no-target»1. Pro: A\n"),
    older("1. A\n1.1. Pro: B\n«wrong-type»1.1.1. Thesis: C\n«wrong-type»1.2. Question: D\n"),
    older("1. A\n«empty-text»1.1. Pro:\n\n«empty-text»1.2. Con: \n"),
    older(
        "1. Ä\n«empty-text»1.1. Pro:\n«missing-side»1.2. B\n"
        "«dangling-id»1.9.1. Con: «dangling-id»\n".replace("Con: «dangling-id»", "Con: é")
        + "1.3. Con: -> See «dangling-id»1.8\n«duplicate-id»1.3. Pro: C\n"
    ),
]


@pytest.mark.parametrize("text", MISTAKES)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_each_mistake_is_told_at_its_place_all_in_one_run(text: str, end: str) -> None:
    clean, expected = marked(text)
    assert mistakes(clean.replace("\n", end), "kialo") == expected


@pytest.mark.parametrize(
    ("claims", "hint"),
    [
        ("1. A\n1.1. B\n", "begin with 1.1. Pro: or 1.1. Con:"),
        ("1. A\n1.1. Pro: B\n1.1.1. Pro: C\n1.2. Pro: -> See 1.1.11.\n", "did you mean '1.1.1'"),
        ("1. Pro: A\n", "begin with 1. Thesis:"),
        ("1. A\n1.2.1. Pro: B\n", "add a line for 1.2, or renumber this one"),
    ],
)
def test_a_mistake_comes_with_what_to_do(claims: str, hint: str) -> None:
    with pytest.raises(InvalidMapError) as error:
        loads(older(claims), "kialo")
    (found,) = error.value.diagnostics
    assert hint in (found.hint or "")


def test_claims_and_links_stand_where_their_numbers_do() -> None:
    m = loads(NEWER, "kialo")
    lines = NEWER.splitlines()
    for name in ("1.1", "1.1.1", "1.1.2"):
        place = m.locations[name]
        assert lines[place.line - 1][place.column - 1 :].startswith(f"{name}. ")


@pytest.mark.parametrize("name", ["p.kialo", "p.kialo.txt", "p.txt", "-", "p"])
@pytest.mark.parametrize("text", [OLDER, NEWER])
def test_it_is_told_by_suffix_or_first_line(name: str, text: str) -> None:
    assert load_bytes(b"\xef\xbb\xbf" + text.encode(), name).title


def test_only_its_own_first_line_is_recognised() -> None:
    assert recognises_kialo(Sample("\n" + OLDER))
    for other in ("1. Discussion Title: x", "# Discussion Title: x", "Discussion\nTitle: x", "a"):
        assert not recognises_kialo(Sample(other))


def test_a_chain_may_be_deep() -> None:
    depth = 1500
    numbers = [".".join(["1"] * (n + 1)) for n in range(depth)]
    lines = "".join(f"{number}. Con: {number[-9:]}\n" for number in numbers[1:])
    m = loads(older(f"1. A\n{lines}"), "kialo")
    assert list(m.claims) == numbers
    assert m.relations[f"{numbers[-1]}/{numbers[-2]}"].kind is ATTACKS
    broken = older(f"1. A\n{lines}".replace(f"\n{numbers[700]}. ", f"\n{numbers[700]}1. "))
    with pytest.raises(InvalidMapError) as error:
        loads(broken, "kialo")
    assert len(error.value.diagnostics) == 1


def test_links_in_a_long_row_are_followed_without_recursion() -> None:
    number = 5000
    links = "".join(f"1.{n}. Pro: -> See 1.{n + 1}.\n" for n in range(1, number))
    m = loads(older(f"1. A\n{links}1.{number}. Pro: B\n"), "kialo")
    assert list(m.claims) == ["1", f"1.{number}"]
    assert len(m.relations) == number


def test_sources_that_many_claims_share_do_not_fill_the_memory() -> None:
    claims = "".join(f"1.{n}. Pro:\n[1] and [2]\n" for n in range(1, 1000))
    sources = f"\nSources:\n[1] {'x' * 100_000}\n[2] {'y' * 100_000}\n"
    with pytest.raises(InvalidMapError, match="much longer than this file"):
        loads(f"Discussion Name:\nT\n\n1. Thesis:\nA\n{claims}{sources}", "kialo")


_PIECES = [
    *("1.", "1.1.", "1.1.1.", "1.2.", "2.", "9.9.", " Pro:", " Con:", "Thesis:", "Question:"),
    *("-> See 1.1.", "-> See 1.1.2.", "-> See 9.", "[1]", "[2] ", "Sources:\n", "\nSources:\n[1]"),
    *("Discussion Title:", "Discussion Name:\n", "\\(", "\\", "\n", "\n\n", "\r", "\t", " "),
    *("\x00", "\u2028", "\x85", "\u200b", "\ufeff", "é", "😀", "\ud800", "\x1b[31m", "\u0661."),
    "https://",
]


@pytest.mark.parametrize("original", [OLDER, NEWER], ids=["older", "newer"])
@given(data=st.data())
@examples(100)
def test_a_damaged_file_is_a_map_or_an_error_of_ours(original: str, data: st.DataObject) -> None:
    m = survivor(data.draw(damaged(original, _PIECES)), "kialo")
    assert m is None or m.claims
