"""Reading XML: every element and mistake at its place, and nothing a file holds can hurt.

In the texts below ``«code»`` marks the place where a diagnostic is expected.
"""

from __future__ import annotations

import tracemalloc
from pathlib import Path

import pytest
from support.damage import marked

from argmap import InvalidMapError
from argmap.documents.xml_document import Element, read_xml, value_offset
from argmap.model import FileText


def everything(element: Element) -> list[Element]:
    """Return an element and all below it, in the order of the text."""
    found, left = [], [element]
    while left:
        found.append(left.pop())
        left += reversed(found[-1].children)
    return found


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_element_stands_where_its_tag_is(end: str) -> None:
    lines = [
        "<?xml version='1.0'?>",
        "<!-- é --><a é='ü'>—<b/>😀<c",
        "  d = 'é'>é&amp;<![CDATA[<no>]]>é</c>x",
        "<y:f y:g='1'/></a>",
    ]
    text = end.join(lines)
    root = read_xml(FileText(text))
    assert [text[e.offset :][:3] for e in everything(root)] == ["<a ", "<b/", "<c" + end[0], "<y:"]
    assert [e.tag for e in everything(root)] == ["a", "b", "c", "f"]
    assert root.text == "—😀x\n"
    assert root.named("c")[0].text == "é&<no>é"
    assert root.children[2].attributes == {"y:g": "1"}


def test_the_value_of_an_attribute_has_a_place() -> None:
    text = "<é><a b='1' cc = \"é'b='\" b2='3'/></é>"
    file = FileText(text)
    element = read_xml(file).children[0]
    found = {key: text[value_offset(file, element, key) :][:3] for key in element.attributes}
    assert found == {"b": "1' ", "cc": "é'b", "b2": "3'/"}
    assert value_offset(file, element, "none") == element.offset


def test_an_entity_that_the_text_declares_is_read() -> None:
    text = "<!DOCTYPE a [<!ENTITY x 'é<b c=\"d\"/>'>]><a>1&x;2<e f='&#233;'/></a>"
    file = FileText(text)
    root = read_xml(file)
    assert root.text == "1é2"
    assert text[root.children[1].offset :].startswith("<e f")
    # What an entity holds stands where the entity is used, and so do its attributes.
    inner = root.children[0]
    assert text[inner.offset :].startswith("&x;")
    assert value_offset(file, inner, "c") == inner.offset


@pytest.mark.parametrize(
    "text",
    [
        "«empty-file» \n",
        "«syntax»{}",
        "<a>é<b>é</«syntax»a>",
        "<a>é«syntax»",
        "<a>x &«syntax» y</a>",
        "<a>é«syntax»&é;</a>",
        "<!DOCTYPE a SYSTEM 'a.dtd'><a>é«syntax»&é;</a>",
        "<a b='1' «syntax»b='2'/>",
        "<a/>é«syntax»\x01",
        "<a>é«syntax»\x00</a>",
        "<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><a>é«external-entity»&e;</a>",
        "<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><a b='«syntax»&e;'/>",
        "<a>" * 1000 + "«nesting»<a>",
    ],
)
def test_each_error_is_reported_at_its_place(text: str) -> None:
    clean, ((line, column, code),) = marked(text)
    with pytest.raises(InvalidMapError) as error:
        read_xml(FileText(clean))
    (found,) = error.value.diagnostics
    assert found.code == code
    # Where the parser finds that something is wrong may be a character or two further on.
    slack = 2 if code == "syntax" else 0
    assert found.location.line == line
    assert abs(found.location.column - column) <= slack


def test_what_is_left_open_is_named_with_its_line() -> None:
    with pytest.raises(InvalidMapError) as error:
        read_xml(FileText("<a>\n<b>\n<c></b></a>"))
    assert error.value.diagnostics[0].hint == "<c>, opened in line 3, is not closed yet"


def test_no_other_file_is_opened(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("<!ENTITY inner 'SECRET'>")
    dtd = f"<!DOCTYPE a SYSTEM '{secret}' [<!ENTITY % p SYSTEM '{secret}'> %p;]>"
    assert read_xml(FileText(f"{dtd}<a>b</a>")).text == "b"
    with pytest.raises(InvalidMapError, match="declares no entity 'inner'"):
        read_xml(FileText(f"{dtd}<a>&inner;</a>"))


_LONG = "x" * 100_000
_LAUGHS = "<!ENTITY l0 'lol'>" + "".join(
    f"<!ENTITY l{n} '{f'&l{n - 1};' * 10}'>" for n in range(1, 12)
)
BOMBS = {
    "billion laughs": f"<!DOCTYPE a [{_LAUGHS}]><a>&l11;</a>",
    "laughs in an attribute": f"<!DOCTYPE a [{_LAUGHS}]><a b='&l11;'/>",
    "quadratic": f"<!DOCTYPE a [<!ENTITY l '{_LONG}'>]><a>{'&l;' * 100_000}</a>",
    "in attributes": f"<!DOCTYPE a [<!ENTITY l '{_LONG}'>]><a>" + "<b c='&l;'/>" * 50_000 + "</a>",
    "default": f"<!DOCTYPE a [<!ATTLIST b c CDATA '{_LONG}'>]><a>{'<b/>' * 100_000}</a>",
    "many defaults": "<!DOCTYPE a [<!ATTLIST b "
    + "".join(f"c{n} CDATA '{n}' " for n in range(10_000))
    + f">]><a>{'<b/>' * 20_000}</a>",
}


@pytest.mark.parametrize("text", BOMBS.values(), ids=BOMBS)
def test_a_bomb_is_refused(text: str) -> None:
    tracemalloc.start()
    with pytest.raises(InvalidMapError) as error:
        read_xml(FileText(text))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert [d.code for d in error.value.diagnostics] == ["entity-expansion"]
    assert peak < 40_000_000


def test_what_the_declaration_says_of_bytes_does_not_count() -> None:
    for encoding in ("ISO-8859-1", "UTF-16", "nonsense"):
        text = f"<?xml version='1.0' encoding='{encoding}'?><a>é<b/></a>"
        root = read_xml(FileText(text))
        assert (root.text, text[root.children[0].offset :]) == ("é", "<b/></a>")
