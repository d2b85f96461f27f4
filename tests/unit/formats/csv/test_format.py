"""CSV: tables of others and of ours to a map, and back.

In the texts below ``«code»`` marks the place where a diagnostic is expected.
"""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.damage import damaged, marked, mistakes, survivor
from support.strategies import argument_maps

from argmap import (
    ArgumentMap,
    Claim,
    Diagnostic,
    InvalidMapError,
    Passage,
    Relation,
    RelationKind,
    dumps,
    loads,
)
from argmap.documents.sample import Sample
from argmap.formats import Losses, load
from argmap.formats._detect import detect
from argmap.formats.csv.format import recognises_csv

laws = settings(deadline=None, max_examples=50)

SUPPORTS, ATTACKS = RelationKind.SUPPORTS, RelationKind.ATTACKS
LIBRARY = """\
id,text,label,kind,voice,at,weight,implicit,tags,note,assumed
open,The library should open on Sundays.,Open,thesis,author,"1, 6",,,,,
work,"Most people work, Monday to Friday.",,premise,author,2-3,0.7,,staff; money,,true
free,A service should be open when its public is free.,,,,,,true,,"They say ""often"".",false

id,from,relation,target,scheme,note
access,work free,supports,open,practical reasoning,
free/access,free,supports,access,,a note
"""
ONE_TABLE = """\
id,text,target,relation
open,Open on Sundays,,
work,Most people work,open,pro
cost,It costs too much,open,con
cost,,work,attacks
help,Volunteers would help,cost/open,undercuts
"""


def read(text: str) -> tuple[ArgumentMap, dict[str, int]]:
    losses = Losses()
    return loads(text, "csv", losses=losses), dict(losses.counts)


def links(m: ArgumentMap) -> list[tuple[str, str, str]]:
    return [(" ".join(r.premises), str(r.kind), r.target) for r in m.relations.values()]


def diagnostics(text: str) -> tuple[Diagnostic, ...]:
    with pytest.raises(InvalidMapError) as error:
        loads(text, "csv")
    return error.value.diagnostics


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
            Relation("access", SUPPORTS, ("work", "free"), "open", "practical reasoning"),
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
    bare = ArgumentMap(m.claims.values(), m.relations.values())
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
    m = load()
    assert read(dumps(m, "csv"))[0] == ArgumentMap(m.claims.values(), m.relations.values())


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


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        *((str(kind), kind) for kind in RelationKind if kind is not RelationKind.UNDERCUTS),
        *(("SUPPORT", SUPPORTS), ("Attack", ATTACKS), ("pro", SUPPORTS), ("Con", ATTACKS)),
        *(("contradict", RelationKind.CONTRADICTS), (" restate ", RelationKind.RESTATES)),
    ],
)
def test_a_relation_is_a_verb_or_a_side(word: str, kind: RelationKind) -> None:
    m, _ = read(f"id,text,relation,target\na,A,,\nb,B,{word},a\n")
    assert [r.kind for r in m.relations.values()] == [kind]


@pytest.mark.parametrize("targets", ["a b;x", "a;b x", '"a; b\nx"', " a ; b  x;"])
def test_several_targets_stand_in_one_cell(targets: str) -> None:
    table = f"id,text,relation,target\na,A,,\nb;x,B,,\nb,C,pro,{targets}\nx,X,,\n"
    m, _ = read(table)
    whole = "b;x" in targets
    assert [r.target for r in m.relations.values()] == (["a", "b;x"] if whole else ["a", "b", "x"])


def test_further_rows_of_a_claim_add_to_it() -> None:
    table = (
        "id,text,kind,target,relation\na,A,,,\nb,,,a,pro\nb,B,,c,con\nb,B,k,,\nb,,k,a,pro\nc,C,,,\n"
    )
    m, lost = read(table)
    assert m.claims["b"] == Claim("b", "B", kind="k")
    assert links(m) == [("b", "supports", "a"), ("b", "attacks", "c")]
    assert lost == {"row of a claim given twice": 1, "relation given twice": 1}


def test_two_verbs_for_one_target_are_two_relations() -> None:
    m, _ = read("id,text,target,relation\na,A,,\nb,B,a,pro\nb,,a,con\n")
    assert list(m.relations) == ["b/a", "b/a-2"]


def test_claims_alone_are_a_map() -> None:
    assert list(read("id,text\na,A\nb,B")[0].claims.values()) == [Claim("a", "A"), Claim("b", "B")]
    assert read("id;text\n")[0] == ArgumentMap()


def test_relations_alone_make_claims_of_their_ends() -> None:
    m, lost = read(
        "from,relation,target\na,supports,b\nc d,con,b\nd,undercuts,a/b\ne,supports,c+d/b\n"
    )
    assert list(m.claims.values()) == [Claim(name, name) for name in "abcde"]
    assert links(m) == [
        ("a", "supports", "b"),
        ("c d", "attacks", "b"),
        ("d", "undercuts", "a/b"),
        ("e", "supports", "c+d/b"),
    ]
    assert m.locations["d"][1:] == (3, 1)
    assert lost == {}


def test_relations_may_come_before_claims_and_without_a_blank_row() -> None:
    m, _ = read("from,target,relation\nb,a,pro\nid,text\na,A\nb,B\n")
    assert links(m) == [("b", "supports", "a")]
    assert m.claims["a"].text == "A"
    m, _ = read("id,text\na,A\nb,B\nfrom,target,relation\nb,a,pro\n")
    assert links(m) == [("b", "supports", "a")]


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


def test_a_line_end_within_a_cell_is_one_whatever_the_system() -> None:
    text = 'id,text\na,"One,\n\ntwo"\n'
    for end in ("\n", "\r\n", "\r"):
        assert read(text.replace("\n", end))[0].claims["a"].text == "One,\n\ntwo"


def test_excel_says_how_cells_are_divided() -> None:
    assert list(read('sep=;\nid;text\na;"A, b"\n')[0].claims.values()) == [Claim("a", "A, b")]
    assert list(read("SEP=\t\r\nid\ttext\r\na\tA, b")[0].claims.values()) == [Claim("a", "A, b")]


def test_a_text_of_any_length_is_read_under_any_limit() -> None:
    text = "word " * 100_000
    assert read(f'id,text\na,"{text}"\n')[0].claims["a"].text == text


# Mistakes


BAD = [
    "«empty-file»\n\n",
    "«empty-file»,,\n,\n",
    "«missing-column»name,statement\na,b\n",
    "id,«missing-column»txt\na,b\n",
    "«missing-column»id,text,target\na,b,\n",
    "«missing-column»id,text,relation\na,b,\n",
    "«missing-column»from,relation\na,pro\n",
    "id,text,«duplicate-column»TEXT\na,b,c\n",
    "id,text\n«bad-id»a b,A\n«bad-id»,B\nc,«empty-text»\nd«empty-text»\n",
    "id,text\na,A\n«duplicate-id»a,A\n",
    "id,text,target,relation\na,A,,\na,«duplicate-id»B,,\n",
    "id,text,weight\na,A,«out-of-range»7\nb,B,«wrong-type»high\nc,C,«wrong-type»0.5.1\n",
    "id,text,weight\na,A,«wrong-type».\nb,B,«wrong-type»1e\nc,C,«out-of-range»-1e-3\n",
    "id;text;weight\na;A;«out-of-range»1,5\nb;B;«wrong-type»nan\nc;C;«wrong-type»1_0\n",
    "id,text,at\na,A,«wrong-type»x\nb,B,«out-of-range»5-4\nc,C,«wrong-type»-1\n",
    'id,text,at\nd,D,«wrong-type»"1, 2.5"\na,A,«wrong-type»";"\nb,B,«wrong-type»1234567890\n',
    "id,text,implicit,assumed\na,A,«wrong-type»maybe,«wrong-type»2\n",
    "id,text,target,relation\na,A,,\nb,B,a,«unknown-relation»because\nc,C,a«missing-cell»\n",
    "id,text,target,relation\na,A,,\nb,B,«missing-cell»,pro\nc,C,«dangling-id»x,pro\n",
    "id,text,target,relation\na,A,,\nb,B,«undercuts-claim»a,undercuts\nc,C,«dangling-id»x,undercuts\n",
    "id,text,target,relation\na,A,«self-relation»a,contradicts\n",
    (
        "id,text\na,A\n\nfrom,relation,target\n«dangling-id»x,pro,«dangling-id»y\n"
        "«empty-list»,pro,a\na,«missing-cell»,a\na,pro«missing-cell»\n"
        "«duplicate-premise»a a,pro,a\na,pro,«bad-id»a a\n"
    ),
    (
        "id,text\na,A\n\nid,from,relation,target\nr,a,pro,a\n"
        "«duplicate-id»r,a,con,a\n«duplicate-id»a,a,con,a\n«bad-id»x y,a,con,a\n"
        ",«premise-is-relation»r,con,a\n,a,con,«target-is-relation»r\n"
    ),
    'id,text\na,A\n\nfrom,relation,target,scheme\na,pro,a,«empty-text»" "\n',
    "id,text\na,A\n\nid,from,relation,target\nr,a,«unknown-relation»x,a\nu,a,undercuts,r\n",
    'id,text\na,«syntax»"open\nb,B\n',
    'id,text\na,"A"«syntax» b\nb,B,«extra-cell»C,D\n «bad-id»,"x"\n',
    "id,text\na,A, ,\nb,Text, «extra-cell»with a comma\n",
]


@pytest.mark.parametrize("text", BAD)
def test_each_mistake_is_told_at_its_cell(text: str) -> None:
    clean, expected = marked(text)
    assert mistakes(clean, "csv") == expected


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        (
            "id,txt\na,b\n",
            "the column 'text' is missing",
            "did you mean it by 'txt'? the columns here: id, txt",
        ),
        (
            "name;statement\n",
            "the columns 'id' and 'text' are missing",
            "the columns here: name, statement",
        ),
        (
            "id,text,target,relation\nsurvey,A,,\nb,B,survye,pro\n",
            "there is no claim 'survye'",
            "did you mean 'survey'?",
        ),
        (
            "id,text,target,relation\na,A,,\nb,B,a,suports\n",
            "'suports' is no relation",
            "did you mean 'supports'?",
        ),
        (
            "id,text\na,Because, of\n",
            "this cell is in no column: the row has more cells than its table",
            "put a text with the delimiter of cells in it in quotes",
        ),
        (
            "id,text\na b,A\n",
            "an id must not have white space or control characters",
            "'a-b' would do",
        ),
        (
            'id,text\na,"A\n',
            "this quote is never closed",
            'a quote within a quoted cell is written twice: ""',
        ),
    ],
)
def test_a_mistake_comes_with_what_to_do(text: str, message: str, hint: str) -> None:
    assert [(d.message, d.hint) for d in diagnostics(text)] == [(message, hint)]


def test_a_cell_that_is_wrong_is_shown_in_part() -> None:
    (found,) = diagnostics(f"id,text,weight\na,A,{'9' * 100_000}\n")
    assert len(found.message) < 200


def test_of_very_many_errors_some_are_reported_and_the_others_counted() -> None:
    *told, last = diagnostics("id,text,weight\n" + "a b,A,2\n" * 10_000)
    assert len(told) == 50
    assert last.message == "9,950 more errors, the first of them here"


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ('id,text\na,"' * 20_000, "syntax extra-cell duplicate-id more-errors"),
        ("id,text\n" + '"a"b,' * 100_000, "syntax extra-cell more-errors"),
        ("id,text\n" + '""' * 100_000, "empty-text"),
        ("id,text\na," + " " * 300_000 + '"x', "syntax"),
        ("id,text\n" + "," * 300_000, ""),
        ("\n" * 200_000, "empty-file"),
        ("id,from,relation,target\n\n" * 30_000, ""),
        (
            "id,text,target,relation\n" + "".join(f"a,A,x{n},pro\n" for n in range(20_000)),
            "dangling-id more-errors",
        ),
        (
            "from,relation,target\n" + "a " * 100_000 + ",pro,b\n",
            "duplicate-premise more-errors",
        ),
    ],
    ids=lambda value: repr(value)[:20],
)
def test_a_text_of_one_thing_over_and_over_is_read_to_its_end(text: str, codes: str) -> None:
    found = mistakes(text, "csv")
    assert {code for *_, code in found} == set(codes.split())
    assert len(found) <= 51
    assert recognises_csv(Sample(text)) == bool(text.strip())


@pytest.mark.parametrize(
    "text",
    [LIBRARY, ONE_TABLE, "Text;ID\n", "\n\nid\ttarget\trelation\n", '"from","relation","target"\n'],
)
def test_the_columns_tell_the_format(text: str) -> None:
    assert detect(text, "-") == "csv"
    assert detect("", "some.csv") == detect("", "some.tsv") == "csv"


@pytest.mark.parametrize(
    "text", ["id: text\n", "id, note\n", "text, label\n", "# id, text\n", "Some prose, and more.\n"]
)
def test_other_texts_are_not_taken_for_csv(text: str) -> None:
    assert detect(text, "-") != "csv"


_PIECES = [
    *(",", ";", "\t", '"', '""', "\n", "\r", "\r\n", "'", "=", " ", "a", "open", "pro", "con"),
    *("\n\nid,text\n", "from", "undercuts", "\x00", "\x1c", "\x85", "\u200b", "\ufeff", "0"),
    *("-", "1e999", "9" * 30, "sep=;\n"),
]


@pytest.mark.parametrize("original", [LIBRARY, ONE_TABLE], ids=["two tables", "one table"])
@given(data=st.data())
@laws
def test_a_damaged_file_is_a_map_or_an_error_of_ours(original: str, data: st.DataObject) -> None:
    survivor(data.draw(damaged(original, _PIECES)), "csv")
