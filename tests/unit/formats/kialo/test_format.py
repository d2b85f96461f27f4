"""Reading Kialo's exports: both layouts, links, sources, and each error at its place.

In the texts below ``«code»`` marks the place where a diagnostic is expected.
"""

from __future__ import annotations

from itertools import pairwise

import pytest
from support.kialo import NEWER, OLDER, older, relations, texts

from argmap import InvalidMapError, Relation, RelationKind, loads
from argmap.formats import Losses, load_bytes
from argmap.model import Citation

SUPPORTS, ATTACKS = RelationKind.SUPPORTS, RelationKind.ATTACKS


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
        "1": "When should the pool  open?",
        "1.1": "At six, before work [1].",
        "1.1.1": "Most people ask for it [2], and [1] says so [1]. See [3](https://example.org)."
        "\n\nThey asked twice [99].",
        "1.2": "At nine.",
        "1.2.1": "Early shifts cost more.",
    }
    survey = Citation(
        "[1]",
        "https://example.org/survey",
        "Of those asked, most said:\n\n1.1.3. Con: too early\n[3] times out of\n[2] days a week.",
    )
    assert m.claims["1.1"].citations == (survey,)
    assert m.claims["1.1.1"].citations == (
        Citation("[2]", "https://example.org/count"),
        survey,
    )
    assert m.claims["1.2.1"].citations == ()
    assert all(claim.note is None for claim in m.claims.values())
    assert str(losses) == "2 sources that no claim cites"
    assert relations(m) == [
        Relation("1.1/1", RelationKind.ANSWERS, ("1.1",), "1"),
        Relation("1.1.1/1.1", SUPPORTS, ("1.1.1",), "1.1"),
        Relation("1.1.2", ATTACKS, ("1.2.1",), "1.1"),
        Relation("1.2/1", RelationKind.ANSWERS, ("1.2",), "1"),
        Relation("1.2.1/1.2", SUPPORTS, ("1.2.1",), "1.2"),
    ]
    kinds = ["question", "thesis", None, "thesis", None]
    assert [claim.kind for claim in m.claims.values()] == kinds


def whole(citation: Citation) -> str:
    """Return a citation as it is written in an export."""
    first = " ".join(filter(None, (citation.text, citation.url)))
    return "\n".join(filter(None, (first, citation.quote)))


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
def test_sources_are_known_by_what_they_say(
    written: list[str], expected: list[tuple[int, int]]
) -> None:
    losses = Losses()
    m = loads(SOURCES.format("\n".join(written)), "kialo", losses=losses)
    starts = [0]
    for _, length in expected:
        starts.append(starts[-1] + length)
    cited = ["\n".join(written[a:b]) for a, b in pairwise(starts)]
    found = [whole(each).replace('"', "") for each in m.claims["1"].citations]
    assert found == [each.replace('"', "") for each in cited]
    assert not losses.counts


def test_a_text_may_speak_of_sources_and_numbers() -> None:
    inside = (
        "this.\nSources:\n[1] these\n\nSources:\nmany\n3.5 percent\n2. of all\n7.1. Foo\n1. too"
    )
    m = loads(older(f"1. A\n1.1. Pro: B {inside}\n1.2. Con: C\n"), "kialo")
    assert texts(m) == {"1": "A", "1.1": f"B {inside}", "1.2": "C"}


def test_one_of_several_theses_at_the_top_is_known_by_what_stands_under_it() -> None:
    m = loads(older("1. A\n1.1. Pro: B\n2. C\n2.1. Con: D\n3. E\n4. Thesis: F\n"), "kialo")
    assert texts(m) == {"1": "A", "1.1": "B", "2": "C", "2.1": "D\n3. E", "4": "F"}
    assert [claim.id for claim in m.roots()] == ["1", "2", "4"]


@pytest.mark.parametrize(
    ("claims", "answers", "expected"),
    [
        ("1. Question: T\n1.1. Thesis: A\n", ["1.1"], {"1": 1, "1.1": 0}),
        ("1. Which?\n1.1. Thesis: A\n1.2. Thesis: B\n", ["1.1", "1.2"], [1, 0, 0]),
        ("1. Question: Which?\n1.1. Pro: A\n1.2. Thesis: B\n", ["1.2"], [1, 2, 0]),
        ("1. Question: Which?\n1.1. Thesis: A\n1.2. Thesis: -> See 1.1.\n", ["1.1"], [1, 0]),
        (
            "1. Question: Which?\n1.1. Thesis: A\n1.1.1. Con: B\n2. Thesis: C\n",
            ["1.1"],
            [1, 0, 2, 0],
        ),
        ("1. Question: Which?\n", [], [1]),
    ],
)
def test_the_theses_below_a_question_answer_it(
    claims: str, answers: list[str], expected: dict[str, int] | list[int]
) -> None:
    losses = Losses()
    m = loads(older(claims), "kialo", losses=losses)
    assert m.title == "T"
    kinds = ["thesis", "question", None]
    wanted = [*(expected.values() if isinstance(expected, dict) else expected)]
    assert [claim.kind for claim in m.claims.values()] == [kinds[each] for each in wanted]
    found = [r.premises[0] for r in m.relations.values() if r.kind is RelationKind.ANSWERS]
    assert sorted({*found}) == answers
    assert {r.target for r in m.relations.values() if r.kind is RelationKind.ANSWERS} <= {"1"}
    assert not losses.counts


def test_what_a_map_cannot_represent_is_counted() -> None:
    text = """Discussion Name: T
    Tags: pool

    by nobody
    1. Question:
    Why [1]?
    1.1. Thesis:
    A
    2. Thesis:
    B
    3. Thesis:
    -> See 1.1.

    Sources:
    [1] https://example.org/a
    [2] https://example.org/b
    """
    losses = Losses()
    m = loads(text, "kialo", losses=losses)
    assert texts(m) == {"1": "Why [1]?", "1.1": "A", "2": "B"}
    assert dict(losses.counts) == {
        "line before the first claim": 2,
        "link to a claim as a thesis": 1,
        "source that no claim cites": 1,
    }


@pytest.mark.parametrize(
    ("link", "name"),
    [
        ("-> See discussion #123", "discussion #123"),
        ("-> See discussion #123.", "discussion #123"),
        ("-> see Discussion 123: Should pools open?", "Discussion 123: Should pools open?"),
        ("->See 1.4. of discussion #123", "1.4. of discussion #123"),
        ("-> See #123", "#123"),
        (r"-> See discussion \#123", "discussion #123"),
        ("-> See https://www.kialo.com/pools-123", "https://www.kialo.com/pools-123"),
        ("-> See [Pools](https://www.kialo.com/p-1)", "[Pools](https://www.kialo.com/p-1)"),
    ],
)
def test_a_link_to_another_discussion_is_counted_and_no_claim(link: str, name: str) -> None:
    losses = Losses()
    m = loads(older(f"1. A\n1.1. Con: {link}\n1.2. Pro: B\n"), "kialo", losses=losses)
    assert texts(m) == {"1": "A", "1.2": "B"}
    assert [relation.id for relation in relations(m)] == ["1.2/1"]
    assert str(losses) == f"1 link to another discussion ({name})"


def test_what_is_said_of_a_claim_of_another_discussion_is_counted() -> None:
    losses = Losses()
    claims = (
        "1. A\n1.1. Con: -> See discussion #9\n1.1.1. Pro: B\n1.1.1.1. Con: C\n"
        "1.1.2. Pro: -> See 1.2.\n1.2. Pro: D\n1.3. Con: -> See 1.1.\n"
    )
    m = loads(older(claims), "kialo", losses=losses)
    assert texts(m) == {"1": "A", "1.1.1": "B", "1.1.1.1": "C", "1.2": "D"}
    assert [relation.id for relation in relations(m)] == ["1.1.1.1/1.1.1", "1.2/1"]
    assert str(losses) == (
        "2 links to other discussions (discussion #9, 1.3 -> 1.1), "
        "2 relations to claims of other discussions (1.1.1, 1.1.2)"
    )


@pytest.mark.parametrize("text", ["-> See how they run", "-> See 1.2 and 1.3", "See discussion #1"])
def test_other_words_are_the_text_of_a_claim(text: str) -> None:
    losses = Losses()
    m = loads(older(f"1. A\n1.1. Con: {text}\n"), "kialo", losses=losses)
    assert m.claims["1.1"].text == text
    assert not losses.counts


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


def test_claims_and_links_stand_where_their_numbers_do() -> None:
    m = loads(NEWER, "kialo")
    lines = NEWER.splitlines()
    for name in ("1.1", "1.1.1", "1.1.2"):
        place = m.locations[name]
        assert lines[place.line - 1][place.column - 1 :].startswith(f"{name}. ")


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
