"""What of a citation may be a link, and how citations and quotes are put in words."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.model import Citation
from argmap.model.citing import described, link, quoted


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://example.org", "https://example.org"),
        (" http://example.org/a?b=c&d#e ", "http://example.org/a?b=c&d#e"),
        ("HTTPS://example.org/", "HTTPS://example.org/"),
        ("https://example.org/a(b)_'c'", "https://example.org/a(b)_'c'"),
        ("https://example.org/é", "https://example.org/%C3%A9"),
        ("https://example.org/\u202egro", "https://example.org/%E2%80%AEgro"),
        ("doi:10.1000/182", "https://doi.org/10.1000/182"),
        ("DOI: 10.1000/182", "https://doi.org/10.1000/182"),
        ("10.1000/182", "https://doi.org/10.1000/182"),
        ("https://doi.org/10.1000/182", "https://doi.org/10.1000/182"),
        ("http://dx.doi.org/10.1000/18?2", "https://doi.org/10.1000/18%3F2"),
        ("doi:10.1000/<b>", "https://doi.org/10.1000/%3Cb%3E"),
        ("doi:11.1000/182", None),
        ("javascript:alert(1)", None),
        ("JavaScript://example.org/%0aalert(1)", None),
        ("data:text/html,x", None),
        ("file:///etc/passwd", None),
        ("ftp://example.org", None),
        ("mailto:a@example.org", None),
        ("www.example.org", None),
        ("//example.org", None),
        ("https://", None),
        ("https:///x", None),
        ("https://user:word@example.org", None),
        ("https://example.org@evil.org/", None),
        ("https://example.org\\@evil.org/", None),
        ("https://example.org/a b", None),
        ("https://example.org/<b>", None),
        ('https://example.org/"x', None),
        ("https://example.org/\x00", None),
        ("https://example.org/" + "x" * 3_000, None),
        ("", None),
        (None, None),
    ],
)
def test_only_the_web_and_dois_are_links(url: str | None, expected: str | None) -> None:
    assert link(url) == expected


@given(st.text("htps:/doi10.@\\ \t\n<>\"'aé%?#\u202e", max_size=40))
def test_a_link_leads_to_where_it_says(url: str) -> None:
    found = link(f"https://{url}")
    if found is not None:
        parts = urlsplit(found)
        assert found.isascii()
        assert not set(found) & set(' \t\n<>"\\')
        assert parts.scheme == "https"
        assert parts.username is None
        assert link(found) in {found, None}


def test_citations_and_quotes_in_words() -> None:
    whole = Citation("City survey", "https://example.org", "64 %\nnamed it")
    assert described(whole) == "City survey: “64 % named it”, https://example.org"
    assert described(whole, with_url=False) == "City survey: “64 % named it”"
    assert described(Citation(url="javascript:x")) == "javascript:x"
    assert described(Citation(quote='"a"')) == "“a”"
    assert quoted(("a", "“b”", "«c»", "'d'", "it's 'so'", '"')) == (
        "“a”, “b”, “c”, “d”, “it's 'so'”, “\"”"
    )
