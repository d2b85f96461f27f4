"""The rule ``long-quote``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from argmap.analysis.checks._finding import Found, Severity
from argmap.model import ArgumentMap
from argmap.model.text import shortened

SUMMARY = "a quote of more than 60 words"
SEVERITY = Severity.HINT
REASON = """
A quote shows on which words of the source a claim stands. Of a long one a reader cannot see
that, and much of another's text may not be copied; at says where it is.
"""
WRONG_WHEN = """
The claim is about the whole passage, as that of a law.
"""
EXAMPLE = """
argmap: 1
claims:
  trees:
    text: Trees cool the streets.
    quote: >-
      In every street that we went through on that long hot day there were those who had trees
      before their doors and those who had none, and whoever had none said to us that it was not
      to be borne, and whoever had some said that it was quite a good summer so far, and that
      they did not know at all why the others would complain
"""
_AT_MOST = 60  # words
# Of scripts that put no space between words, two characters are about a word.
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")


def check(argument_map: ArgumentMap) -> Iterator[Found]:
    """Yield each quote that is too long."""
    for claim in argument_map.claims.values():
        for number, quote in enumerate(claim.quote):
            words = len(quote.split()) + len(_UNSPACED.findall(quote)) // 2
            if words > _AT_MOST:
                message = f"a quote of '{claim.id}' has {words} words: {shortened(quote, 40)}"
                hint = "quote the words that matter, with […] for what is left out"
                yield Found(claim.id, message, hint, part=("quote", str(number)))
