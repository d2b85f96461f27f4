"""The files that people have a source in: which are read, and what is said of the others."""

from __future__ import annotations

import io
import sys
import zipfile
from pathlib import Path

import pytest
from support.pdfs import encrypted, pdf

from argmap import ArgmapError, InvalidMapError
from argmap.documents import pdf_pages, source_text
from argmap.documents.source_text import parse_source, read_source_file
from argmap.model.paragraph import PAGE, PARAGRAPH


def texts(data: bytes, name: str) -> dict[int, str]:
    return {number: each.text for number, each in parse_source(data, name).paragraphs.items()}


def refusal(data: bytes, name: str) -> str:
    with pytest.raises(ArgmapError) as caught:
        parse_source(data, name)
    return f"{caught.value.message} | {caught.value.hint}"


@pytest.mark.parametrize("name", ["a.html", "a.HTM", "a.xhtml", "a.txt", "a"])
def test_a_page_is_known_by_its_content_or_its_name(name: str) -> None:
    page = b"<!DOCTYPE html>\n<title>T</title><p>One &amp; all.<p>Two."
    assert texts(page, name) == {1: "One & all.", 2: "Two."}
    assert texts(b"<!-- saved from x -->\n<html lang=en><p>One.", name) == {1: "One."}


def test_a_text_with_tags_in_it_is_no_page() -> None:
    assert texts(b"<p> is a tag.\n\nSo is <b>.", "a.md") == {1: "<p> is a tag.", 2: "So is <b>."}


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        ("utf-8", "utf-8"),
        ("windows-1252", "cp1252"),
        ("iso-8859-1", "cp1252"),
        ("utf-16", "utf-16"),
    ],
)
def test_a_page_is_read_in_the_encoding_it_names(declared: str, encoding: str) -> None:
    page = f'<html><meta http-equiv="x" content="text/html; charset={declared}"><p>Café “au” lait'
    assert texts(page.encode(encoding), "a.html") == {1: "Café “au” lait"}


def test_a_page_in_another_encoding_than_it_names_is_an_error_at_the_byte() -> None:
    with pytest.raises(InvalidMapError) as caught:
        parse_source(b"<html><p>Caf\xe9", "a.html")
    assert str(caught.value.diagnostics[0]).startswith("a.html:1:13: error: byte 0xe9 is not UTF-8")
    assert texts(b'<html><meta charset="none-such"><p>One', "a.html") == {1: "One"}


def test_a_pdf_is_counted_by_page() -> None:
    found = parse_source(pdf("One\nline.", "(Two)", "Three."), "a.txt")
    assert (found.unit, found.is_numbered, found.notes) == (PAGE, False, ())
    assert {n: each.text for n, each in found.paragraphs.items()} == {
        1: "One line.",
        2: "(Two)",
        3: "Three.",
    }
    assert [found.where(each) for each in found.paragraphs.values()] == [
        f"a.txt, page {number}" for number in (1, 2, 3)
    ]
    assert parse_source(b"One.", "a.txt").unit == PARAGRAPH


def test_the_numbers_that_a_pdf_gives_its_pages_count() -> None:
    found = parse_source(pdf("a", "b", labels="<< /S /D /St 613 >>"), "a.pdf")
    assert (list(found.paragraphs), found.is_numbered) == ([613, 614], True)
    assert found.where(found.paragraphs[614]) == "a.pdf, page 2"
    roman = parse_source(pdf("a", "b", labels="<< /S /r >>"), "a.pdf")
    assert (list(roman.paragraphs), roman.is_numbered) == ([1, 2], False)


def test_pages_without_text_are_counted_and_named() -> None:
    found = parse_source(pdf("a", "", "c", ""), "a.pdf")
    assert list(found.paragraphs) == [1, 2, 3, 4]
    assert found.notes == ("pages 2, 4 of this PDF have no text: nothing there is found",)
    many = parse_source(pdf("a", *[""] * 12), "a.pdf")
    assert many.notes[0].startswith("pages 2, 3, 4, 5, 6, 7, 8, 9, … of this PDF")


def test_a_pdf_that_cannot_be_read() -> None:
    assert refusal(pdf("", ""), "scan.pdf") == (
        "'scan.pdf' has pictures of its pages, and no text | "
        "have the text recognized, such as by: ocrmypdf scan.pdf scan-text.pdf"
    )
    assert refusal(encrypted(pdf("a"), "secret"), "a b.pdf") == (
        "'a b.pdf' is encrypted | save a copy without a password, such as by: "
        "qpdf --decrypt '--password=…' 'a b.pdf' open.pdf"
    )
    assert refusal(pdf(), "a.pdf").startswith("'a.pdf' has no pages")
    for data in (b"%PDF-1.4\nnot one", pdf("a")[:200], b"%PDF-1.4\n" + b"<<" * 50_000):
        assert refusal(data, "a.pdf").startswith("'a.pdf' cannot be read as a PDF: ")


def test_a_pdf_that_anyone_may_read_is_read_though_it_is_encrypted() -> None:
    assert texts(encrypted(pdf("Open."), ""), "a.pdf") == {1: "Open."}


def test_the_bounds_of_a_pdf_are_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_pages, "MOST_PAGES", 2)
    assert "has 3 pages, more than the 2 that are read" in refusal(pdf("a", "b", "c"), "a.pdf")
    monkeypatch.setattr(pdf_pages, "MOST_CHARACTERS", 5)
    assert "longer than the 5 characters that are read" in refusal(pdf("one", "two"), "a.pdf")


def test_without_pypdf_a_pdf_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdf", None)
    said = refusal(pdf("a"), "a.pdf")
    assert said.startswith("reading 'a.pdf', a PDF, takes pypdf, which is not installed | ")
    assert said.endswith("-m pip install 'argmap[sources]'")
    assert texts(b"One.", "a.txt") == {1: "One."}


def test_the_bound_of_a_page_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(source_text, "MOST_OF_PAGE", 1 << 20)
    said = refusal(b"<html>" + b"x" * (1 << 20), "a.html")
    assert said.startswith("'a.html' has more than the 1 MB that are read of a web page")


def zipped(*names: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name in names:
            archive.writestr(name, "application/epub+zip" if name == "mimetype" else "x")
    return stream.getvalue()


@pytest.mark.parametrize(
    ("data", "name", "said"),
    [
        (zipped("word/document.xml"), "my essay.docx", "Word document"),
        (zipped("word/document.xml"), "essay", "Word document"),
        (zipped("x"), "essay.odt", "OpenDocument text"),
        (b"<?xml version='1.0'?><office:document>", "essay.fodt", "OpenDocument text"),
        (zipped("mimetype", "x"), "essay.zip", "EPUB book"),
        (b"{\\rtf1 x}", "essay.txt", "rich text file"),
    ],
)
def test_a_document_is_converted_with_pandoc(data: bytes, name: str, said: str) -> None:
    message, hint = refusal(data, name).split(" | ")
    assert message.startswith(f"'{name}' is a")
    assert f"{said}, which is not read as a source" in message
    quoted = f"'{name}'" if " " in name else name
    assert hint.startswith(f"convert it with pandoc: pandoc {quoted} -s -o ")
    assert hint.rstrip("'").endswith(".html")


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"\xd0\xcf\x11\xe0\xa1", "a.doc"),
        (b"From: <Saved by Blink>", "a.mhtml"),
        (b"bplist00", "a.webarchive"),
    ],
)
def test_what_pandoc_cannot_read_is_saved_as_a_page(data: bytes, name: str) -> None:
    assert refusal(data, name).endswith(" | open it and save it as a web page: a.html")


def test_a_text_that_is_only_named_like_a_document_is_a_text() -> None:
    assert texts(b"One.\n\nTwo.", "a.docx") == {1: "One.", 2: "Two."}


def test_a_file_without_paragraphs(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("<html><script>var x</script>", encoding="utf-8")
    with pytest.raises(ArgmapError, match="there is no paragraph in"):
        read_source_file(tmp_path / "a.html")
