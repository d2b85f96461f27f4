"""The marked words of an annotated text in HTML, such as those of OVA."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.documents._html_tags import Tag, parts

_DEEPEST = 20  # spans within spans


def spans(html: str) -> Iterator[tuple[str, str]]:
    """Yield the id of each ``<span>`` that has one, and its words on one line.

    A span that is within more than 20 others, or is never closed, is left out.
    """
    words: list[str] = []
    open_: list[tuple[str, int]] = []  # the id of each open span, and where its words begin
    for part in parts(html):
        if not isinstance(part, Tag):
            words.append(part.text)
        elif part.name != "span":
            words.append(" " if part.name in {"br", "p", "div", "li"} else "")
        elif not part.is_end:
            open_.append((part.attributes.get("id", ""), len(words)))
        elif open_:
            name, begin = open_.pop()
            if name and len(open_) <= _DEEPEST:
                said = " ".join("".join(words[begin:]).split())
                if said:
                    yield name, said
