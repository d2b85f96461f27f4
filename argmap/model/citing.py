"""Quotes and citations in words, and what of a citation may be made a link."""

from __future__ import annotations

import re

from argmap.model.claim import Citation
from argmap.model.text import one_line

_WEB = re.compile(
    r"https?://[^\s/?#\\@\"'<>\x00-\x1f\x7f]+(?:[/?#][^\s\\\"<>\x00-\x1f\x7f]*)?", re.IGNORECASE
)
_DOI = re.compile(
    r"(?:doi:\s*|(?:https?://)?(?:dx\.)?doi\.org/)?(10\.[0-9]{4,9}/[^\s\x00-\x1f\x7f]+)",
    re.IGNORECASE,
)
_LONGEST = 2_000  # characters of an address


def link(url: str | None) -> str | None:
    """Return the address that a link may lead to: of http, https or a DOI; None for all else.

    A DOI, such as ``doi:10.1000/182``, is that of its resolver. A name and password before
    the host, which hide where a link leads, are in no address.
    """
    written = (url or "").strip()
    if not written or len(written) > _LONGEST:
        return None
    from urllib.parse import quote as percent_encoded  # which few maps need

    doi = _DOI.fullmatch(written)
    if doi:
        return f"https://doi.org/{percent_encoded(doi[1], safe='/:;().,_-~+=!*')}"
    if _WEB.fullmatch(written):
        # What a reader cannot see or read in two ways is written as browsers send it.
        return percent_encoded(written, safe="/:?#[]@!$&'()*+,;=%~-._")
    return None


def quoted(quotes: tuple[str, ...]) -> str:
    """Return quotes on one line: ``“open on Sundays”, “all day”``."""
    return ", ".join(map(_quoted, quotes))


def _quoted(quote: str) -> str:
    """Return a quote between quotation marks, in place of those it may have around it."""
    words = one_line(quote.strip())
    pairs = ("“”", "„“", "«»", "»«", '""', "‘’", "''")
    while len(words) > 2 and any(words[0] + words[-1] == pair for pair in pairs):
        words = words[1:-1]
    return f"“{words}”"


def described(citation: Citation, *, with_url: bool = True) -> str:
    """Return a citation on one line: ``City survey 2023: “64 %”, https://example.org/``."""
    quote = _quoted(citation.quote) if citation.quote else ""
    words = ": ".join(filter(None, (one_line(citation.text or ""), quote)))
    url = one_line(citation.url or "") if with_url else ""
    return ", ".join(filter(None, (words, url)))
