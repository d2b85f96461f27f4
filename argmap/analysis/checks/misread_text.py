"""The rule ``misread-text``."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.analysis.checks._finding import Found, Severity
from argmap.documents.document import Path
from argmap.model import ArgumentMap

SUMMARY = "a text that YAML reads as something else than it looks"
SEVERITY = Severity.WARNING
REASON = """
In text without quotes ' #' begins a comment, '&' a name for an alias, and '! ' a tag, so that
this part of what is written is missing in the map. Reported where the '#' looks like a part
of the text: nothing is between it and a word, or one space is before it and the text is no
whole sentence. In a line under the id of a claim, a key without ': ' is part of the text;
so are a comma at the end and lines that look like items of a list. Tags with commas between
them, and no brackets around, are one tag. A quote that is not closed where it should be takes
in what follows. A key that is indented as little as the id of its claim is a claim of its own.
"""
WRONG_WHEN = """
The comment is one; with two spaces before the '#' and one after it, it is taken for one.
"""
EXAMPLE = """
argmap: 1
claims:
  delays: The delays are those of issue #12 of the tracker.
"""
_WORDS = {
    "#": "is cut at ' #': what follows is a comment",
    ",": "ends with a comma, which is part of it outside of braces",
    **dict.fromkeys("'\"", "has the entries below it in its quotes"),
    "-": "has the lines below it, which begin with '- ', as its text",
    "<": "is a claim of its own, and no key of the claim above",
    "[": "has a comma in it, and is one tag",
    "&": "lacks its first word: '&' makes it a name for an alias",
    ":": "begins with a key that has no ': ' after it",
    "!": "lacks its first sign: '!' makes it a tag",
}
_HINTS = {
    "#": "put the whole text in quotes; if it is a comment, put two spaces before the '#' and one "
    "after it",
    ",": "take it out, or put the whole text in quotes",
    **{quote: f"put another {quote} where the text ends" for quote in "'\""},
    ":": "write ': ' after the key, or put the whole text in quotes",
    "-": "put the whole text in quotes; a text is no list",
    "<": "indent it as the other keys of the claim above",
    "[": "put several in brackets: [one, other]; or this one in quotes",
}


def check(argument_map: ArgumentMap) -> Iterator[Found]:
    """Yield each text that is misread in the YAML that the map was read from."""
    if argument_map.written is None:
        return
    from argmap.documents.yaml_misread import misread

    relations = tuple(argument_map.relations)
    named = {i for each in argument_map.relations.values() for i in (*each.premises, each.target)}
    for part in misread(argument_map.written):
        owner, name = _owner(part.path, relations)
        is_key = part.sign == "<"
        if is_key and owner in named:
            continue
        name = f"'{owner}'" if is_key else name
        hint = _HINTS.get(part.sign, "put the whole text in quotes")
        location = argument_map.written.location(part.offset)
        yield Found(owner, f"{name} {_WORDS[part.sign]}", hint, location=location)


def _owner(path: Path, relations: tuple[str, ...]) -> tuple[str | None, str]:
    """Return the id of the claim or relation a path leads into, and what to call its value."""
    top, *keys = path
    owner = None
    if top == "claims":
        owner = str(keys.pop(0))
    elif top == "relations" and isinstance(keys[0], int):
        owner = relations[int(keys.pop(0))]
    inner = [str(key) for key in keys if isinstance(key, str)]
    if "ignore" in (top, *inner[:1]):
        name = f"the reason to ignore {inner[-1]}"
    elif top == "voices":
        name = f"the description of the voice '{inner[-1]}'"
    elif inner:
        name = "a tag" if inner[0] == "tags" else f"the {inner[0]}"
        name += " of the source" if top == "source" else ""
    else:
        name = "the text" if owner else f"the {top}"
    return owner, f"{name} of '{owner}'" if owner else name
