"""Whether a text looks like Argdown, and not like other texts with brackets and lists."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from argmap.formats.argdown.lookalikes import IN_BRACKETS

_HEAD = 100_000  # characters
_SHORT = 30  # lines; a text of more needs more than one paragraph of Argdown

# Neither a link, a box to tick nor the end of an element of XML.
_TITLE = r"(?:\[(?![ xX]?\]|\d+\])[^\[\]]+\](?!\()|<(?![!?/])[^<>]+>)"
_END = r"(?::\s+(?!https?:)|:?[ \t]*(?:\Z|[#{]|//))"
_SIGN = r"[ \t]+(?:\+>|->|<\+|<-|<_|_>|><|[-+_](?=[ \t\[<]))[ \t]*"

_HEADED = re.compile(_TITLE + _END)
_DEFINED = re.compile(rf"({_TITLE}):\s+(?!https?:)(.+)")
_RELATED = re.compile(_SIGN + r"\S")
_RELATED_TO_TITLE = re.compile(_SIGN + _TITLE + _END)
_SPOKEN = re.compile(rf"(?:{_SIGN})?{_TITLE}[ \t]+(?![#{{]|//)\S")
_NUMBERED = re.compile(rf"{IN_BRACKETS}\s")
_TITLED_STEP = re.compile(rf"{IN_BRACKETS}\s+{_TITLE}")
_LETTERED = re.compile(rf"(?!\(\d){IN_BRACKETS}\s")  # such as (P1) and (C)
_RULE = re.compile(r"-{2,}")
# One that is never closed goes to the end.
_COMMENT = re.compile(
    r"<!--.*?(?:-->|\Z)|/\*.*?(?:\*/|\Z)|^[ \t]*//[^\n]*\n?", re.DOTALL | re.MULTILINE
)
_FRONT_MATTER = re.compile(r"\s*===[ \t]*\n(?:(?!===).*\n)*===[ \t]*(?:\n|\Z)")
_PARAGRAPH_END = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")
_FENCE = re.compile(r"^[ \t]*(?:```|~~~)", re.MULTILINE)


def looks_like_argdown(text: str) -> bool:
    """Return whether a text has more paragraphs that relate titles than others with brackets."""
    head = text[:_HEAD].replace("\r\n", "\n").replace("\r", "\n")
    if _FENCE.search(head):
        return False  # an example in Markdown
    front = _FRONT_MATTER.match(head)
    head = _COMMENT.sub("", head[front.end() :] if front else head)
    paragraphs = _joined_at_rules(part.split("\n") for part in _PARAGRAPH_END.split(f"\n\n{head}"))
    if _name_is_said_again(paragraphs):
        return False
    found = sum(_is_argdown(lines) - _is_other(lines) for lines in paragraphs)
    is_long = sum(map(len, paragraphs)) > _SHORT
    headed = any(_HEADED.match(lines[0]) for lines in paragraphs)
    return found + (front is not None and headed) > is_long


def _joined_at_rules(paragraphs: Iterable[list[str]]) -> list[list[str]]:
    """Return paragraphs in which blank lines beside a rule end none."""
    joined: list[list[str]] = []
    for lines in paragraphs:
        if joined and (_RULE.match(lines[0]) or _RULE.match(joined[-1][-1])):
            joined[-1] += lines
        else:
            joined.append(lines)
    return joined


def _is_argdown(lines: list[str]) -> bool:
    """Return whether a paragraph relates titles, or is a premise-conclusion structure."""
    first, *rest = lines
    if _HEADED.match(first):
        pattern = _RELATED if _DEFINED.match(first) else _RELATED_TO_TITLE
        return any(map(pattern.match, rest))
    numbered = [n for n, line in enumerate(lines) if _NUMBERED.match(line)]
    rules = [n for n, line in enumerate(lines) if _RULE.match(line)]
    is_inferred = any(numbered[0] < n < numbered[-1] for n in rules) if numbered else False
    signs = (_TITLED_STEP, _LETTERED)
    return is_inferred and (
        len(rules) > 1 or any(sign.match(line) for sign in signs for line in lines)
    )


def _is_other(lines: list[str]) -> bool:
    """Return whether a paragraph has names in brackets as Argdown has no titles."""
    return any(map(_SPOKEN.match, lines)) or any(map(_HEADED.match, lines[1:]))


def _name_is_said_again(paragraphs: list[list[str]]) -> bool:
    """Return whether one name stands before many texts, as in dialogues and logs."""
    texts: dict[str, set[str]] = defaultdict(set)
    for lines in paragraphs:
        for line in lines:
            if defined := _DEFINED.match(line):
                texts[defined[1]].add(defined[2])
    return any(len(different) > 2 for different in texts.values())
