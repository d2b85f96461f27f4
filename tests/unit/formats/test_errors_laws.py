"""Every format that is read reports so many errors of a file, and counts all of them."""

from __future__ import annotations

import pytest

from argmap import InvalidMapError, loads
from argmap.documents.diagnostics import REPORTED_AT_MOST
from argmap.formats import readable

# Of each format: the start of a file, a part with one error, which is numbered where it
# says {n}, what separates the parts, and the end of the file.
FILES = {
    "af": ("p af 1\n", "?", "\n", "\n"),
    "aif": ('{"edges": [], "nodes": [', '{"type": "I"}', ",\n", "]}"),
    "apx": ("arg(a).\n", "what", "\n", "\n"),
    "argdown": ("A claim.\n\n", "+ a reason", "\n\n", "\n"),
    "argdown-json": (
        '{"arguments": {}, "statements": {}, "relations": [',
        '{"relationType": "r{n}"}',
        ",\n",
        "]}",
    ),
    "arggraph": ("<arggraph>\n", "<adu type='pro'/>", "\n", "</arggraph>\n"),
    "brat": ("T1\tClaim 0 1\tA\n", "R{n}\tsupports Arg1:T1 Arg2:T9", "\n", "\n"),
    "carneades": ("statements: {a: A}\nassumptions:\n", "- s{n}", "\n", "\n"),
    "csv": ("id,text,weight\n", "a{n},A,2", "\n", "\n"),
    "cytoscape": ('{"elements": {"nodes": [', '{"data": {}}', ",\n", "]}}"),
    "gexf": ("<gexf><graph><nodes>", "<node/>", "\n", "</nodes></graph></gexf>"),
    "graphml": ("<graphml><graph>", "<node/>", "\n", "</graph></graphml>"),
    "json": ('{"argmap": 1, "claims": {', '"c{n}": 3', ",\n", "}}"),
    "kialo": ("Discussion Title: T\n\n1. A\n", "1.{n}. B", "\n", "\n"),
    "node-link": ('{"edges": [], "nodes": [', "{}", ",\n", "]}"),
    "tgf": ("a\n#\n", "b", "\n", "\n"),
    "yaml": ("argmap: 1\nclaims:\n", "  c{n}: 3", "\n", "\n"),
}


def text_with(number: int, format: str) -> str:
    """Return a file of a format with so many errors in it."""
    assert format in FILES, f"add to FILES how a file of {format} is made that has n errors"
    start, part, between, end = FILES[format]
    return start + between.join(part.replace("{n}", str(n)) for n in range(number)) + end


@pytest.mark.parametrize("format", readable())
@pytest.mark.parametrize("number", [1, 2, 49, 50, 51, 52, 300])
def test_fifty_errors_are_reported_and_the_others_counted(format: str, number: int) -> None:
    with pytest.raises(InvalidMapError) as caught:
        loads(text_with(number, format), format)
    error = caught.value
    assert error.count == number
    more = number - REPORTED_AT_MOST
    codes = [each.code for each in error.diagnostics]
    assert codes.count("more-errors") == (more > 0)
    assert len(codes) == min(number, REPORTED_AT_MOST) + (more > 0)
    if more > 0:
        words = f"{more} more error{'' if more == 1 else 's'}, the first of them here"
        assert error.diagnostics[-1].message == words
