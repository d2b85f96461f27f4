"""CSV: tables of others and of ours to a map, and back.

In the texts below ``«code»`` marks the place where a diagnostic is expected.
"""

from __future__ import annotations

import csv
import io
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.csv_tables import LIBRARY, ONE_TABLE, links, read
from support.laws import examples
from support.raising import without_questions
from support.strategies import argument_maps

from argmap import (
    ArgumentMap,
    Claim,
    Passage,
    Relation,
    RelationKind,
    dumps,
    loads,
)
from argmap.formats import Losses, load

laws = examples(50)

SUPPORTS, ATTACKS = RelationKind.SUPPORTS, RelationKind.ATTACKS


# Reading what argmap writes


def test_two_tables_are_a_map() -> None:
    m, lost = read(LIBRARY)
    assert m == ArgumentMap(
        [
            Claim(
                "open",
                "The library should open on Sundays.",
                "Open",
                "thesis",
                "author",
                (Passage(1, 1), Passage(6, 6)),
            ),
            Claim(
                "work",
                "Most people work, Monday to Friday.",
                None,
                "premise",
                "author",
                (Passage(2, 3),),
                0.7,
                tags=("staff", "money"),
                assumed=True,
            ),
            Claim(
                "free",
                "A service should be open when its public is free.",
                implicit=True,
                note='They say "often".',
                assumed=False,
            ),
        ],
        [
            Relation(
                "access", SUPPORTS, ("work", "free"), "open", "practical reasoning", None, 0.4
            ),
            Relation("free/access", SUPPORTS, ("free",), "access", None, "a note"),
        ],
    )
    assert lost == {}
    assert dumps(m, "csv") == LIBRARY.replace("\n", "\r\n")
    places = {name: place[1:] for name, place in m.locations.items()}
    assert places == {
        "open": (2, 1),
        "work": (3, 1),
        "free": (4, 1),
        "access": (7, 1),
        "free/access": (8, 1),
    }


_ALTERED = (
    "tag with a semicolon, which splits it",
    "tag with white space around it",
    "line end written as a line feed",
    "line with control characters, written as escapes",
)


@given(argument_maps(expecting=False))
@laws
def test_what_is_written_is_read_back_up_to_what_is_announced(m: ArgumentMap) -> None:
    losses = Losses()
    text = dumps(m, "csv", losses)
    back, lost = read(text)
    assert lost == {}
    assert loads(dumps(back)) == back
    lost_fields: dict[str, Any] = {"quote": (), "citations": (), "choose": None, "standard": None}
    kept = [claim._replace(**lost_fields) for claim in m.claims.values()]
    bare = ArgumentMap(kept, m.relations.values())
    if any(losses.counts[what] for what in _ALTERED):
        assert links(back) == links(m)
        assert list(back.claims) == list(m.claims)
        assert list(back.relations) == list(m.relations)
        for claim, other in zip(m.claims.values(), back.claims.values(), strict=True):
            same = ("voice", "at", "weight", "implicit", "assumed")
            assert [getattr(claim, key) for key in same] == [getattr(other, key) for key in same]
    else:
        assert back == bare
    expected = {
        "title of the map": int(m.title is not None),
        "description of the source": int(m.source is not None),
        "description of a voice": len(m.voices),
        "quote from the source": sum(bool(claim.quote) for claim in m.claims.values()),
        "list of citations": sum(bool(claim.citations) for claim in m.claims.values()),
        "proof standard": sum(bool(claim.standard) for claim in m.claims.values()),
        "mark of a choice of one answer": sum(bool(claim.choose) for claim in m.claims.values()),
    }
    assert {what: losses.counts[what] for what in expected} == expected
    assert set(losses.counts) <= {*_ALTERED, *expected}


@given(
    argument_maps(expecting=False), st.sampled_from(",;\t"), st.sampled_from(["\r\n", "\n", "\r"])
)
@laws
def test_what_a_spreadsheet_makes_of_it_is_the_same_map(
    m: ArgumentMap, delimiter: str, end: str
) -> None:
    """Rows padded, a further blank one, another delimiter: read and written by another library."""
    text = dumps(m, "csv")
    rows = list(csv.reader(io.StringIO(text, newline="")))
    stream = io.StringIO()
    writer = csv.writer(stream, delimiter=delimiter, quoting=csv.QUOTE_ALL, lineterminator=end)
    writer.writerows([[], *([*row, *[""] * (13 - len(row))] for row in rows), [""] * 13])
    assert read(stream.getvalue())[0] == read(text)[0]
    assert read(text.replace("\r\n", "\n"))[0] == read(text)[0]


@pytest.mark.parametrize(
    ("claim", "lost"),
    [
        (Claim("c", "T", tags=("a; b", "c")), _ALTERED[0]),
        (Claim("c", "T", tags=(" a", "c")), _ALTERED[1]),
        (Claim("c", "T", tags=("a", "")), _ALTERED[1]),
        (Claim("c", "a\r\nb"), _ALTERED[2]),
        (Claim("c", "T", note="a\rb"), _ALTERED[2]),
        (Claim("c", "a\vb"), _ALTERED[3]),
        (Claim("c", "a\u2028b"), _ALTERED[3]),
        (Claim("c", "T", label="\x1b[0m"), _ALTERED[3]),
        (Claim("c", "\t=1"), _ALTERED[3]),
    ],
)
def test_what_is_altered_is_announced(claim: Claim, lost: str) -> None:
    losses = Losses()
    text = dumps(ArgumentMap([claim]), "csv", losses)
    assert losses.counts == {lost: 1}
    assert read(text)[0] != ArgumentMap([claim])


@pytest.mark.parametrize(
    "text",
    [
        *("=1+1", "+1", "-1", "@x", "'=1", "''", "'", "'x", "\uff1d1", " =1", "\n=1", "\u3000+1"),
        *(" a ", "a\n", "\n\na", "a\n\nb", '"', '""', '"a" b', ",", ";", "a\n\n,", "\u00a0a"),
        *("id", "sep=;", "text", "true", "#", "x" * 200_000),
    ],
)
def test_a_text_comes_back_as_it_was(text: str) -> None:
    m = ArgumentMap([Claim("c", text, text, text, note=text), Claim("d", "D.")])
    losses = Losses()
    assert read(dumps(m, "csv", losses))[0] == m
    assert not losses.counts


@pytest.mark.parametrize("start", [*"=+-@\uff1d\uff0b\uff0d\uff20", " =", "\n=", "\u3000="])
def test_no_cell_is_a_formula_even_behind_white_space(start: str) -> None:
    m = ArgumentMap([Claim(f"{start.strip()}id", f"{start}1")])
    row = list(csv.reader(io.StringIO(dumps(m, "csv"), newline="")))[1]
    assert row[:2] == [f"'{start.strip()}id", f"'{start}1"]


@pytest.mark.parametrize("name", ["a\ufffe", "a\U000e0041", "'q'", "a;b", "a,b", '"q"', "="])
def test_ids_are_written_as_they_are(name: str) -> None:
    claims = [Claim(name, "One.", voice=name), Claim("b", "Two."), Claim("a\\ufffe", "Three.")]
    m = ArgumentMap(claims, [Relation("r", SUPPORTS, ("b", name), name)])
    assert read(dumps(m, "csv"))[0] == m


def test_the_bundled_map_comes_back_without_its_head() -> None:
    m = without_questions(load())
    kept = [claim._replace(quote=(), citations=()) for claim in m.claims.values()]
    assert read(dumps(m, "csv"))[0] == ArgumentMap(kept, m.relations.values())


# Reading what others write


def test_one_table_has_a_claim_a_row_and_where_it_goes() -> None:
    m, lost = read(ONE_TABLE)
    assert [(c.id, c.text) for c in m.claims.values()] == [
        ("open", "Open on Sundays"),
        ("work", "Most people work"),
        ("cost", "It costs too much"),
        ("help", "Volunteers would help"),
    ]
    assert links(m) == [
        ("work", "supports", "open"),
        ("cost", "attacks", "open"),
        ("cost", "attacks", "work"),
        ("help", "undercuts", "cost/open"),
    ]
    assert list(m.relations) == ["work/open", "cost/open", "cost/work", "help/cost/open"]
    assert lost == {}
    assert m.locations["cost"][1:] == (4, 1)
    assert m.locations["cost/work"][1:] == (5, 12)


def test_columns_stand_in_any_order_under_names_in_any_case() -> None:
    m, lost = read(
        "\ufeff\n ; \n Relation ;NOTE; target;ID;Text ;WEIGHT;at;"
        "implicit;Assumed;tags;voice;scheme;Kind;label;;\n"
        ';;;a;"One;\n two"\n'
        'Pro; n ;a; b ;"say ""so""";0,25;1, 2 - 3 4–5;TRUE;no;x ; y;;;\n'
        '"con";;a;c;C;1;7;X;Yes;;The Council;expert; k ;L;;\n\n;;;;\n',
    )
    assert lost == {}
    assert list(m.claims.values()) == [
        Claim("a", "One;\n two"),
        Claim(
            "b",
            'say "so"',
            at=(Passage(1, 1), Passage(2, 3), Passage(4, 5)),
            weight=0.25,
            implicit=True,
            tags=("x",),
            voice="y",
            note="n",
            assumed=False,
        ),
        Claim(
            "c", "C", "L", "k", "The-Council", (Passage(7, 7),), 1.0, implicit=True, assumed=True
        ),
    ]
    assert m.voices == {"The-Council": "The Council"}
    assert [(r.kind, r.scheme) for r in m.relations.values()] == [
        (SUPPORTS, None),
        (ATTACKS, "expert"),
    ]


def test_claims_alone_are_a_map() -> None:
    assert list(read("id,text\na,A\nb,B")[0].claims.values()) == [Claim("a", "A"), Claim("b", "B")]
    assert read("id;text\n")[0] == ArgumentMap()


def test_what_a_map_cannot_have_is_counted() -> None:
    m, lost = read(
        "id,text,colour,,scheme,target,relation\na,A,red,x,s,,\nb,B,,,s,a,pro\nc,C,blue,y,,,\n\n"
        "from,relation,target,text\na,pro,b,why\na,pro,b,\n"
    )
    assert len(m.relations) == 2
    assert lost == {
        "cell of the column 'colour'": 2,
        "cell of a column without a name": 2,
        "cell of the column 'text'": 1,
        "scheme of a claim without a target": 1,
        "relation given twice": 1,
    }


def test_many_columns_are_counted_without_naming_each() -> None:
    columns = ",".join(f"c{number}" for number in range(1000))
    lost = read(f"id,text,{columns}\na,A{',x' * 1000}\n")[1]
    assert sum(lost.values()) == 1000
    assert len(lost) < 20


def test_a_text_of_any_length_is_read_under_any_limit() -> None:
    text = "word " * 100_000
    assert read(f'id,text\na,"{text}"\n')[0].claims["a"].text == text


@given(argument_maps())
@laws
def test_csv_has_every_row_and_no_formula(m: ArgumentMap) -> None:
    rows = list(csv.reader(io.StringIO(dumps(m, "csv"), newline="")))
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@"))]
    split = rows.index([])
    claims, relations = rows[1:split], rows[split + 2 :]
    assert len(claims) == len(m.claims)
    assert len(relations) == len(m.relations)
    for row, claim in zip(claims, m.claims.values(), strict=True):
        assert len(row) == len(rows[0])
        assert row[0] in {claim.id, f"'{claim.id}"}
        assert row[rows[0].index("implicit")] == ("true" if claim.implicit else "")
    for row, relation in zip(relations, m.relations.values(), strict=True):
        assert [part.removeprefix("'") for part in row[1].split()][1:] == [
            part.removeprefix("'") for part in relation.premises[1:]
        ]
        assert row[2] == str(relation.kind)


@pytest.mark.parametrize("start", [*"=+-@\t\r'", "\uff1d"])
def test_csv_disarms_a_cell_that_is_a_formula(start: str) -> None:
    rows = list(csv.reader(io.StringIO(dumps(ArgumentMap([Claim("c", f"{start}1+1")]), "csv"))))
    assert rows[1][1][0] in "'\\"
    assert rows[1][1].endswith("1+1")
