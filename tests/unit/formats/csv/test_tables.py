"""The tables of a CSV text: errors at their cells, and what is taken for CSV."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.csv_tables import LIBRARY, ONE_TABLE, read
from support.damage import damaged, errors_in, marked, survivor
from support.laws import examples

from argmap import (
    Claim,
    Diagnostic,
    InvalidMapError,
    loads,
)
from argmap.documents.sample import Sample
from argmap.formats._detect import detect
from argmap.formats.csv.format import recognises_csv

laws = examples(50)


def diagnostics(text: str) -> tuple[Diagnostic, ...]:
    with pytest.raises(InvalidMapError) as error:
        loads(text, "csv")
    return error.value.diagnostics


def test_a_line_end_within_a_cell_is_one_whatever_the_system() -> None:
    text = 'id,text\na,"One,\n\ntwo"\n'
    for end in ("\n", "\r\n", "\r"):
        assert read(text.replace("\n", end))[0].claims["a"].text == "One,\n\ntwo"


def test_excel_says_how_cells_are_divided() -> None:
    assert list(read('sep=;\nid;text\na;"A, b"\n')[0].claims.values()) == [Claim("a", "A, b")]
    assert list(read("SEP=\t\r\nid\ttext\r\na\tA, b")[0].claims.values()) == [Claim("a", "A, b")]


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
    "id;text;weight\na;A;«out-of-range»1,5\nb;B;«wrong-type»inf\nc;C;«wrong-type»1_0\n",
    "id,text,at\na,A,«wrong-type»p. 3-\nb,B,«out-of-range»5-4\nc,C,«wrong-type»-1\n",
    'id,text,at\nd,D,«wrong-type»"1, -2.5"\na,A,«wrong-type»";"\nb,B,«wrong-type»1234567890\n',
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
def test_each_error_is_reported_at_its_cell(text: str) -> None:
    clean, expected = marked(text)
    assert errors_in(clean, "csv") == expected


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
def test_an_error_comes_with_what_to_do(text: str, message: str, hint: str) -> None:
    assert [(d.message, d.hint) for d in diagnostics(text)] == [(message, hint)]


def test_a_cell_that_is_wrong_is_shown_in_part() -> None:
    (found,) = diagnostics(f"id,text,weight\na,A,{'9' * 100_000}\n")
    assert len(found.message) < 200


def test_a_file_of_errors_has_some_reported_and_the_others_counted() -> None:
    *reported, last = diagnostics("id,text,weight\n" + "a b,A,2\n" * 10_000)
    assert len(reported) == 50
    assert last.message == "9,950 more errors, the first of them here"


@pytest.mark.slow
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
    found = errors_in(text, "csv")
    assert {code for *_, code in found} == set(codes.split())
    assert len(found) <= 51
    assert recognises_csv(Sample(text)) == bool(text.strip())


@pytest.mark.parametrize(
    "text",
    [LIBRARY, ONE_TABLE, "Text;ID\n", "\n\nid\ttarget\trelation\n", '"from","relation","target"\n'],
)
def test_the_format_is_detected_from_the_columns(text: str) -> None:
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
