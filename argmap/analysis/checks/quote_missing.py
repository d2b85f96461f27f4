"""The rule ``quote-missing``."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.analysis.checks._finding import Found, Severity
from argmap.analysis.quoting.nearest import NearestWords
from argmap.analysis.quoting.quotations import Standing, quotations
from argmap.model import ArgumentMap
from argmap.model.paragraph import CountedText
from argmap.model.text import shortened

SUMMARY = "a quote that stands nowhere in the source; needs --source"
SEVERITY = Severity.ERROR
REASON = """
A quote has the source's own words. White space, quotation marks, hyphens and dashes may
differ, and whether the first letter is a capital; […] stands for words that are left out. The
nearest words of the source are named, of at most 1,000 quotes.
"""
WRONG_WHEN = """
The text at hand is another edition, or lacks a part, such as a page that is a picture.
"""
EXAMPLE = """
argmap: 1
claims:
  bench: {text: The park needs a bench., at: 1, quote: It needs two benches}
"""
EXAMPLE_SOURCE = """
Our park has nowhere to sit. It needs a bench.
"""
ANY_UNIT = True

_MOST_NEAREST = 1_000  # quotes whose nearest words are looked for


def check_source(argument_map: ArgumentMap, text: CountedText) -> Iterator[Found]:
    """Yield each quote that is nowhere in the text, with the words that are most like it."""
    nearest: NearestWords | None = None
    asked = 0
    for each in quotations(argument_map, text):
        if each.standing is not Standing.NOWHERE:
            continue
        nearest = NearestWords(text) if nearest is None else nearest
        asked += 1
        hint = _hint(each.quote, nearest, text) if asked <= _MOST_NEAREST else None
        words = shortened(each.quote, 60)
        message = f"'{each.claim.id}' quotes words that the source does not have: {words}"
        yield Found(each.claim.id, message, hint, part=("quote", str(each.number)))


def _hint(quote: str, nearest: NearestWords, text: CountedText) -> str:
    span = nearest.find(quote)
    if span is None:
        return "nothing in the source is like them"
    paragraph = text.paragraphs[span.number]
    words = shortened(paragraph.text[span.start : span.end], 80)
    return f"the nearest are in {text.unit} {span.number} ({text.where(paragraph)}): {words}"
