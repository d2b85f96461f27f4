"""A saved web page to numbered paragraphs, as a person would count them."""

from __future__ import annotations

from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap import InvalidMapError
from argmap.documents._html_tags import Tag, parts
from argmap.documents.html_paragraphs import parse_html
from argmap.documents.paragraphs import parse_paragraphs
from argmap.model import FileText


def texts(page: str) -> dict[int, str]:
    """Return the paragraphs of a page by number."""
    found = parse_html(FileText(page, "a.html")).paragraphs
    return {number: paragraph.text for number, paragraph in found.items()}


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("", []),
        ("one", ["one"]),
        ("<p>one</p> <p>two</p>", ["one", "two"]),
        ("<p>one<p>t<b>w</b>o\n lines<div>three</div>four", ["one", "two lines", "three", "four"]),
        ("<h1>Title</h1>one<h2>Part</h2><p>two", ["one", "two"]),
        ("one<br>and on<br> <br>two<br>", ["one and on", "two"]),
        ("one<hr>two", ["one", "two"]),
        ("<ul><li>a<li>b<ol><li>c</ol></ul>d", ["a b c", "d"]),
        ("<ul><li><p>a</p></li><li><p>b</p></li></ul>", ["a", "b"]),
        ("<table><tr><td>a<td>b<tr><td>c</table>d", ["a b c", "d"]),
        ("<blockquote><p>a<p>b</blockquote>", ["a", "b"]),
        ("<p>a &lt; b &amp; c&nbsp;&#8220;d&#x201d; &copy", ["a < b & c “d” ©"]),
        ("a < b and c <d", ["a < b and c"]),
        ("one<!-- no <p> -->and<!-- > --> on", ["oneand on"]),
        ("<!-->one", ["one"]),
        ("one<!-- never closed <p>two", ["one"]),
        ("<script>if (a<b) '<p>'</script>one<style>p{}</style><SCRIPT>x</Script >two", ["onetwo"]),
        ("<p title='a > b' x=\"</p>\">one", ["one"]),
        ("<title>T</title><nav><p>menu</nav><p>one<noscript>no</noscript>", ["one"]),
        ("<p hidden>no<p>one<div style='color:red; Display : none'><p>no</div>two", ["one", "two"]),
        ("<ul><li hidden>no<li>a<ul><li>b</ul></ul>", ["a b"]),
        ("<dialog><p>no</dialog><dialog open>one</dialog>", ["one"]),
        ("<header>no</header><p>one</p><aside>no</aside><footer>no</footer>", ["one"]),
        (
            "<article><header>one</header><p>two<aside>three</aside></article>",
            ["one", "two", "three"],
        ),
        ("no<main>one</main>no", ["one"]),
        ("no<div role=main>one</div>no", ["one"]),
        ("no<article>one<article>comment</article></article>no", ["one", "comment"]),
        ("one<article>two</article><article>three</article>", ["one", "two", "three"]),
        ("<header>only this</header>", ["only this"]),
        ("no<main></main><article>one</article>", ["one"]),
        (
            "one<sup><a href='#n1'>[1]</a></sup> and<a href='x#n2'><sup>2</sup></a> on",
            ["one and on"],
        ),
        ("10<sup>2</sup> <a href='x'>m<sup>2</sup></a>", ["102 m2"]),
        ("<aside role='doc-endnotes'>note</aside>", ["note"]),
        ("<figure><img src=x><figcaption>no</figcaption></figure><p>one", ["one"]),
        ("<nav><div>no</nav><p>one", ["one"]),
        ("<ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>", ["漢"]),
    ],
)
def test_paragraphs(page: str, expected: list[str]) -> None:
    assert texts(page) == dict(enumerate(expected, 1))


def test_numbers_of_paragraphs_count_as_in_a_text() -> None:
    assert texts("<p>By me<p>[2] one<p>and on<p>[4]two<p>[5] x<h2>End</h2><p>after") == {
        2: "one and on",
        4: "two",
        5: "x",
    }
    with pytest.raises(InvalidMapError, match=r"paragraph number \[1\] is given twice"):
        texts("<p>[1] one<p>[1] two")


def test_it_knows_how_it_counted_and_where() -> None:
    found = parse_html(FileText("<html>\n <p>one\n<p>\n  two", "a.html"))
    places = [str(each.location) for each in found.paragraphs.values()]
    assert (places, found.how) == (["a.html:2:5", "a.html:4:3"], "by the blocks of the page")


_PIECES = ["<p>", "</p>", "<b", "</", "<!--", "-->", "<script>", "</script>", "<ul><li>", "</ul>"]
_PIECES += [
    "<br>",
    "a",
    " ",
    '"',
    "'",
    ">",
    "<",
    "&",
    "&lt",
    ";",
    "<nav>",
    "</nav>",
    "<h1>",
    "=",
    "/",
]


@given(st.lists(st.sampled_from(_PIECES), max_size=40))
def test_any_text_is_a_page(pieces: list[str]) -> None:
    page = "".join(pieces)
    found = parse_html(FileText(page)).paragraphs
    assert all(each.text and each.text == " ".join(each.text.split()) for each in found.values())
    offsets = [part.offset for part in parts(page)]
    assert offsets == sorted(offsets)
    assert all(page[part.offset] == "<" for part in parts(page) if isinstance(part, Tag))


_words = st.text("ab c&<>\"'", min_size=1, max_size=20).filter(lambda text: text.strip())
_blocks = st.lists(st.tuples(st.sampled_from(["p", "h", "li", "div"]), _words), max_size=8)


@given(_blocks)
def test_a_page_counts_as_the_markdown_that_it_is_made_of(blocks: list[tuple[str, str]]) -> None:
    markdown, page = [], []
    for kind, text in blocks:
        line = " ".join(text.split())
        markdown.append(f"# {line}" if kind == "h" else f"{line} and {line}")
        page.append(
            {
                "p": f"<p>{escape(line)} and {escape(line)}</p>",
                "h": f"<h2>{escape(line)}</h2>",
                "li": f"<ul><li>{escape(line)} and</li><li>{escape(line)}</ul>",
                "div": f"<div>{escape(line)} and\n{escape(line)}</div>",
            }[kind]
        )
    counted = parse_paragraphs(FileText("\n\n".join(markdown))).paragraphs
    assert texts("\n".join(page)) == {n: paragraph.text for n, paragraph in counted.items()}


@pytest.mark.parametrize(
    "piece",
    [
        "<!--",
        "<",
        "<a ",
        "<div>",
        "<a b='",
        '<a b="',
        "<p>",
        "</",
        "<script>",
        "<h1>x",
        "a<br>",
        "&#",
    ],
)
def test_however_many_pieces_are_parsed(piece: str) -> None:
    """None recurses, and none takes longer than its length does: that would be minutes."""
    parse_html(FileText(piece * 20_000))


def test_items_that_are_never_closed_are_parsed() -> None:
    parse_html(FileText("<ul>" + "<b>" * 20_000 + "<li></li>" * 20_000 + "</i>" * 20_000))
