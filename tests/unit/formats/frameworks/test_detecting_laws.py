"""Which texts are taken for a framework, and which errors they have."""

from __future__ import annotations

import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.damage import damaged, errors_in, marked, survivor
from support.frameworks import FORMATS, SMALL
from support.laws import examples

from argmap import (
    InvalidMapError,
    loads,
)
from argmap.documents.sample import Sample
from argmap.formats._detect import detect
from argmap.formats._registry import function

laws = examples(40)


BAD = [
    ("tgf", "«empty-file» \n\n"),
    ("tgf", "«syntax»a\nb\na b\n"),
    ("tgf", "a\n«duplicate-id»a\n#\na «dangling-id»b\n  «dangling-id»c a\n«syntax»a\n"),
    ("tgf", "a\n«syntax»#x\na a\n«syntax»#\n«dangling-id»c «dangling-id»d\n"),
    ("apx", "«empty-file»\n"),
    ("apx", "\n«syntax»The library should open\n«syntax»(on) Sundays\n"),
    ("apx", " «syntax»assumption(a). contrary(a,a).\n"),
    ("apx", "arg(a)«syntax»:0.5.\narg(b)«syntax» 0.5. x.\natt(a,b)«syntax»; att(b,a).\n"),
    ("tgf", "«syntax»# the trams\na A tram\n«syntax»# the others\nb A bus\n#\na b\n"),
    ("apx", "arg(a)«syntax»\narg(b)«syntax»  att(a,b).\narg(b).\n"),
    ("apx", "arg(a). att(a,«dangling-id»x). att(«dangling-id»y,a). support(«dangling-id»z,a)."),
    ("apx", "arg(a).\n«syntax»arg(a,b).\n«syntax»att(a).\n«syntax»support(a,a,a).\n«syntax»arg.\n"),
    ("apx", "arg(a).\narg(b «syntax»c).\narg(d«syntax»;e).\narg(1«syntax»..5).\narg(f«syntax»."),
    ("apx", 'arg(a).\narg(«syntax»).\narg(«syntax»,b).\narg(""«syntax»).\narg(«syntax»"open).\n'),
    ("apx", "arg(a).\n«syntax»att(X,Y) :- pref(X,Y).\n«syntax»:- a.\n«syntax»Arg(b).\n"),
    ("af", "«empty-file»# nothing\n"),
    ("tgf", "a\nb\n#\na b «unknown-relation»0.5\nb a «unknown-relation»against it\n"),
    ("tgf", "a\nb\n#\na «undercuts-claim»b undercuts\nb a «unknown-relation»suport\n"),
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
def test_each_error_is_reported_at_its_place(format: str, text: str) -> None:
    clean, expected = marked(text)
    assert errors_in(clean, format) == expected


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
def test_an_error_comes_with_what_to_do(text: str, format: str, hint: str) -> None:
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
def test_a_file_of_errors_has_some_reported_and_the_others_counted(head: str, line: str) -> None:
    format = detect(head, "-") if head != "a\n#\n" else "tgf"
    number = 20_000
    with pytest.raises(InvalidMapError) as error:
        loads(head + line * number, format)
    *reported, last = error.value.diagnostics
    assert len(reported) == 50
    a_line = len([d for d in reported if d.location.line == reported[-2].location.line])
    assert last.message == f"{number * a_line - 50:,} more errors, the first of them here"
    assert last.location.line == reported[-1].location.line + 1


@pytest.mark.parametrize("format", FORMATS)
def test_the_format_is_detected_from_the_content(format: str) -> None:
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
def test_the_format_is_detected_from_the_name_of_a_file(format: str) -> None:
    assert detect("", f"some.{format}") == format


def test_a_short_file_cannot_ask_for_much_memory() -> None:
    tracemalloc.start()
    assert errors_in("p af 99999999\n", "af") == [(1, 6, "out-of-range")]
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
            "syntax more-errors",
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
    assert {code for *_, code in errors_in(text, format)} == set(codes.split())
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
