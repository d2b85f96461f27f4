"""A saved web page to the numbered paragraphs that ``at`` refers to.

A paragraph is what stands between the ends of blocks, such as ``<p>`` and ``<div>``, or
between two ``<br>`` in a row. A list or table is one paragraph, but each ``<p>`` in it is
one of its own, so that a page counts as the Markdown that it may have been made of.
Headings count no more than there, and numbers such as ``[3]`` before paragraphs count if
at least half of them have one.

Left out are scripts, styles, navigation, forms' controls, captions of figures, the marks of
footnotes, and what is hidden. If there is a ``<main>``, or else exactly one ``<article>``,
only what is in it counts; otherwise all but the headers, footers and asides of the page.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import NamedTuple

from argmap.documents._blocks import NUMBER, Block, are_numbered, by_their_numbers, counted
from argmap.documents._html_tags import Tag, parts
from argmap.model import FileText
from argmap.model.paragraph import CountedText

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_BLOCKS = _HEADINGS | {
    *("address", "article", "aside", "blockquote", "body", "center", "details", "dialog", "div"),
    *("fieldset", "figure", "footer", "form", "header", "hgroup", "hr", "legend", "main", "nav"),
    *("p", "pre", "search", "section", "summary"),
}
_LISTS = frozenset({"ul", "ol", "dl", "menu", "dir", "table"})
_ITEMS = frozenset({"li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "caption"})
_VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source"}
    | {"track", "wbr"}
)
_LEFT_OUT = frozenset(
    {"script", "style", "title", "textarea", "iframe", "noembed", "noframes", "noscript"}
    | {"template", "nav", "svg", "canvas", "object", "audio", "video", "select", "button"}
    | {"figcaption", "datalist", "map", "rp", "rt"}
)
_OF_PAGE = frozenset({"header", "footer", "aside"})
_INVISIBLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


def parse_html(file: FileText) -> CountedText:
    """Return the paragraphs of a page; raises InvalidMapError for a number given twice."""
    blocks = _chosen(_Page(file.text))
    numbered = list(map(_with_number, blocks))
    if are_numbered(numbered):
        found = by_their_numbers(file, numbered)
        return CountedText(found, is_numbered=True, how="by the numbers in the text")
    return CountedText(counted(file, blocks), is_numbered=False, how="by the blocks of the page")


def _with_number(block: Block) -> Block:
    text = block.lines[0] if block.lines else ""
    number = NUMBER.match(text)
    return Block(block.offset, [text[number.end() :]], int(number[1])) if number else block


def _chosen(page: _Page) -> list[Block]:
    """Return the blocks of a page that are its text."""
    for scope in ("main", "article"):
        found = [block for block, inside in page.blocks if scope in inside]
        if any(block.lines for block in found) and (scope == "main" or page.articles == 1):
            return found
    found = [block for block, inside in page.blocks if not inside & _OF_PAGE]
    return found if any(block.lines for block in found) else [block for block, _ in page.blocks]


class _Element(NamedTuple):
    """An open element: its name, and what it is to what stands in it."""

    name: str
    mark: str = ""  # main, article, a part of the page, link; empty for all others


class _Page:
    """The blocks of a page, each with the elements around it that mark it as text or not."""

    def __init__(self, text: str) -> None:
        self.blocks: list[tuple[Block, frozenset[str]]] = []
        self.articles = 0  # that are in no other
        self._open: list[_Element] = []
        self._number: Counter[str] = Counter()  # of open elements, by name and by mark
        self._shown: int | None = None  # how many were open when one came that is not shown
        self._words: list[str] = []
        self._offset = 0
        self._breaks = 0
        for part in parts(text):
            if not isinstance(part, Tag):
                self._add(part.text, part.offset)
            elif part.is_end:
                self._end(part.name)
            else:
                self._start(part)
        self._flush()

    def _add(self, text: str, offset: int) -> None:
        if self._shown is not None:
            return
        if text.strip():
            if not self._words:
                self._offset = offset + len(text) - len(text.lstrip())
            self._breaks = 0
            self._words.append(text)
        elif self._words:
            self._words.append(" ")

    def _start(self, tag: Tag) -> None:
        name = tag.name
        if name in _BLOCKS or name in _LISTS:
            self._end("p")  # which such an element closes
        elif name in _ITEMS:
            self._end_item(name)
        self._part(name)
        if name == "br":
            self._breaks += 1
            if self._breaks > 1:
                self._flush()
        if name in _VOID:
            return
        given = tag.attributes if tag.written else {}
        mark = self._mark(name, given)
        if self._shown is None and self._is_left_out(name, mark, given):
            self._shown = len(self._open)
        self.articles += mark == "article" and not self._number["#article"]
        self._open.append(_Element(name, mark))
        self._number[name] += 1
        self._number[f"#{mark}"] += 1

    def _mark(self, name: str, given: dict[str, str]) -> str:
        """Return what an element is to what stands in it."""
        role = given.get("role", "")
        if "main" in {name, role}:
            return "main"
        if name in _OF_PAGE:  # which may be of an article as well, or hold its notes
            is_inside = self._number["#main"] or self._number["#article"]
            return "" if is_inside or role.startswith("doc-") else name
        is_link = name == "a" and "#" in given.get("href", "")
        return "link" if is_link else name if name == "article" else ""

    def _is_left_out(self, name: str, mark: str, given: dict[str, str]) -> bool:
        is_note = (name == "sup" and self._number["#link"] > 0) or (
            mark == "link" and self._number["sup"] > 0
        )
        is_hidden = "hidden" in given or bool(_INVISIBLE.search(given.get("style", "")))
        is_closed = name == "dialog" and "open" not in given
        return name in _LEFT_OUT or is_note or is_hidden or is_closed

    def _part(self, name: str) -> None:
        """End a paragraph where an element begins or ends, or only a word of it."""
        is_in_list = any(self._number[each] for each in _LISTS)
        if name in _BLOCKS or (name in _LISTS and not is_in_list):
            self._flush()
        elif self._words and (name in _ITEMS or name in _LISTS or name == "br"):
            self._words.append(" ")

    def _end(self, name: str) -> None:
        """Close an element, if it is open, and those in it."""
        if not self._number[name]:
            return
        if name in _BLOCKS:
            self._flush()
        while True:
            last = self._open.pop()
            self._number[last.name] -= 1
            self._number[f"#{last.mark}"] -= 1
            if self._shown is not None and len(self._open) <= self._shown:
                self._shown = None
            if last.name == name:
                break
        self._part(name)

    def _end_item(self, name: str) -> None:
        """Close an item that was not closed before the next one of its list."""
        for element in reversed(self._open[-_DEEPEST_ITEM:]):
            if element.name in _LISTS:
                return
            if element.name == name:
                self._end(name)
                return

    def _flush(self) -> None:
        """End a block; that of a heading has no lines."""
        text = " ".join("".join(self._words).split())
        self._words.clear()
        self._breaks = 0
        if text:
            is_heading = any(self._number[name] for name in _HEADINGS)
            block = Block(self._offset, [] if is_heading else [text])
            inside = {name for name in _SCOPES if self._number[f"#{name}"]}
            self.blocks.append((block, frozenset(inside)))


_SCOPES = ("main", "article", *_OF_PAGE)
_DEEPEST_ITEM = 50  # open elements in an item that the next one closes
