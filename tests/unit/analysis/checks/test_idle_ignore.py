"""What is ignored for nothing."""

from __future__ import annotations

from argmap import loads
from argmap.analysis.checks import check_map
from argmap.documents.paragraphs import parse_paragraphs
from argmap.model import FileText


def test_what_is_ignored_of_a_text_that_is_not_at_hand_is_not_idle() -> None:
    m = loads("argmap: 1\nclaims: {a: {text: A., at: 9, ignore: {beyond-source: another copy}}}\n")
    short, long = (parse_paragraphs(FileText("\n\n".join("A" * n))) for n in (1, 9))
    rules = ["beyond-source", "idle-ignore"]
    assert not check_map(m, rules).findings
    assert not check_map(m, rules, text=short).findings
    (idle,) = check_map(m, rules, text=long).findings
    assert (idle.code, idle.found.part) == ("idle-ignore", ("ignore", "beyond-source"))
