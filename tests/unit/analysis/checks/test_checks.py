"""Every rule finds what its example shows, and is silent where it has no reason to speak."""

from __future__ import annotations

import ast
from collections.abc import Callable

import pytest
from hypothesis import given
from support import ROOT
from support.checked import found
from support.laws import examples
from support.strategies import argument_maps

from argmap import ArgumentMap, loads
from argmap.analysis.checks import Severity, check_map, names, rule
from argmap.documents.error_codes import READING
from argmap.documents.paragraphs import parse_paragraphs
from argmap.errors import UnknownNameError
from argmap.model import FileText, Ignored

laws = examples(30)


@pytest.mark.parametrize("code", names())
def test_a_rule_finds_something_in_its_own_example(code: str) -> None:
    about = rule(code)
    text = None
    if about.example_source is not None:
        text = parse_paragraphs(FileText(about.example_source))
    assert check_map(loads(about.example), [code], text=text).findings
    assert about.severity in Severity
    assert len(about.summary) <= 72
    assert not about.summary.endswith(".")
    assert about.reason.endswith(".")
    assert about.wrong_when.endswith(".")
    assert about.code not in READING


def test_what_each_rule_says_of_its_example(matches: Callable[[str, str], None]) -> None:
    """Whom it is about, which others, and in which words."""
    lines = []
    for code in names():
        about = rule(code)
        text = None
        if about.example_source is not None:
            text = parse_paragraphs(FileText(about.example_source))
        for each in check_map(loads(about.example), [code], text=text).findings:
            around = [name or "the map" for name in (each.found.owner, *each.found.related)]
            lines.append(f"{code} ({', '.join(around)}): {each.found.message}\n")
    matches("check-examples", "".join(lines))


# What each rule must leave alone, beside what it must not.
SILENT = {
    "bare-assertion": "claims: {a: {text: A., kind: premise, implicit: true}, b: B.,"
    " c: {text: C., kind: premise}, d: {text: D., kind: evidence}}\n"
    "relations: [{from: a, supports: b}, {from: d, supports: b}]\n",
    "beyond-source": "claims: {a: {text: A., at: [1, 4-999]}}\n",
    "bundled-claims": "claims:\n  a: Salt and pepper are cheap.\n  b: Red, green, and blue are the"
    " colours that a screen is made of in the end.\n",
    "circular-support": "claims: {a: A., b: B.}\n"
    "relations: [{from: a, supports: b}, {from: b, attacks: a}]\n",
    "citation-without-text": "claims: {a: {text: A., citations: [B, {text: C, quote: D}]}}\n",
    "duplicate-text": "claims: {a: The same., b: The same!}\nrelations: [{from: a, restates: b}]\n",
    "ground-without-place": "source: {title: T}\nclaims: {a: {text: A., implicit: true}, b: B.}\n"
    "relations: [{from: a, supports: b}]\n",
    "idle-choose": "claims: {q: {text: 'Q?', kind: question, choose: one}, a: A., b: B.}\n"
    "relations: [{from: a, answers: q}, {from: b, answers: q}]\n",
    "idle-ignore": "ignore: {not-a-sentence: x}\nclaims: {a: Why?}\n",
    "idle-weight": "claims: {a: {text: A., weight: 1}, b: {text: B., weight: 1}}\n"
    "relations: [{from: a, supports: b}]\n",
    "implicit-alone": "claims: {a: {text: A., implicit: true}, b: B., c: C.}\n"
    "relations: [{from: [a, b], supports: c}]\n",
    "implicit-grounds": "claims: {a: {text: A., implicit: true}, b: B., c: C., d: D.}\n"
    "relations: [{from: a, supports: b}, {from: b, supports: c}, {from: d, supports: c}]\n",
    "island": "claims: {a: A.}\n",
    "long-label": f"claims: {{a: {{text: {'A long text. ' * 9}, label: {'x' * 60}}}}}\n",
    "long-quote": f"claims: {{a: {{text: A., quote: ['{'b ' * 60}', {'c ' * 60}]}}}}\n",
    "misread-text": "title: T.  # the title\n"
    "claims:\n  a: A. # said of it\n  b: {text: 'B #1', kind: thesis # the main one\n  }\n",
    "mixed-chains": "claims: {a: A., b: B., c: C.}\nrelations: [{from: a, supports: b},"
    " {from: b, attacks: c}, {from: a, attacks: c}]\n",
    "near-duplicate": "claims:\n  a: The old bridge will be closed in the spring.\n"
    "  b: The old bridge will not be closed in the spring.\n",
    "not-a-sentence": "claims: {a: Nuclear power is clean}\n",
    "odd-id": "claims: {" + ", ".join(f"{c}-x: {c}." for c in "abcdefghijk") + "}\n",
    "question-as-premise": "claims: {q: {text: 'Q?', kind: question}, a: A., b: B.,"
    " r: {text: 'R?', kind: question}}\nrelations: [{from: a, answers: q},"
    " {from: b, supports: a}, {from: r, restates: q}]\n",
    "repeated-relation": "claims: {a: A., b: B.}\nrelations: [{from: a, supports: b, scheme: x},"
    " {from: a, supports: b, id: c, scheme: y}, {from: b, supports: a}]\n",
    "self-contradiction": "claims: {a: {text: A., voice: x}, b: {text: B., voice: y}, c: C., d: D.}"
    "\nrelations: [{from: a, contradicts: b}, {from: c, contradicts: d}]\n",
    "support-and-attack": "claims: {a: A., b: B., c: C.}\nrelations: [{from: a, supports: b},"
    " {from: c, attacks: b}, {from: b, undercuts: a/b, id: u}]\n",
    "surplus-premises": "claims: {a: A., b: B., c: C., d: D.}\nrelations:"
    " [{from: [a, b, c], supports: d, scheme: example},"
    " {from: [a, b], supports: d, scheme: sign}]\n",
    "unanswered-attack": "claims: {a: {text: A., kind: thesis}, b: B., c: C., d: D., e: E.}\n"
    "relations: [{from: b, attacks: a}, {from: c, supports: b}, {from: d, attacks: c},"
    " {from: a, attacks: e}]\n",
    "unanswered-question": "claims: {q: {text: 'Q?', kind: question}, a: A.}\n"
    "relations: [{from: a, answers: q}]\n",
    "unknown-question": "claims: {a: A., b: B., c: C.}\nrelations: [{from: a, supports: b,"
    " scheme: sign}, {from: c, undercuts: a/b, raises: other-causes}, {from: c, attacks: a,"
    " raises: 3}]\n",
    "unknown-scheme": "schemes: {own: {names: Our Own}}\nclaims: {a: A., b: B.}\nrelations:"
    " [{from: a, supports: b, scheme: our own}, {from: b, supports: a, scheme: Linked}]\n",
    "unnamed-voice": "claims: {a: {text: A., voice: x}}\n",
    "unsupported-thesis": "claims: {a: {text: A., kind: thesis}, b: B.}\n"
    "relations: [{from: b, supports: a}]\n",
    "unused-voice": "voices: {x: X}\nclaims: {a: {text: A., voice: x}}\n",
}


def test_claims_that_restate_one_another_count_as_one() -> None:
    same = "argmap: 1\nclaims: {a: {text: A., kind: thesis}, b: B., c: C.}\nrelations:\n"
    same += "  - {from: a, restates: b}\n"
    backed = loads(f"{same}  - {{from: c, supports: b}}\n")
    assert found("unsupported-thesis", backed) == []
    assert found("circular-support", backed) == []
    cycle = loads(f"{same}  - {{from: b, supports: c}}\n  - {{from: c, supports: a}}\n")
    (reported,) = found("circular-support", cycle)
    assert reported.message == "'a' supports itself through 'c', as 'b' says the same"
    assert [each.owner for each in found("unsupported-thesis", loads(same))] == ["a"]


@pytest.mark.parametrize("code", [name for name in names() if rule(name).example_source is None])
def test_a_rule_is_silent_where_it_should_be(code: str) -> None:
    # idle-ignore has to have something to be idle
    asked = names() if code == "idle-ignore" else [code]
    assert code in SILENT, f"add to SILENT a map in which {code} has nothing to find"
    findings = check_map(loads(f"argmap: 1\n{SILENT[code]}"), asked).findings
    assert [each.found for each in findings if each.code == code] == []


def test_an_unknown_rule_is_reported() -> None:
    with pytest.raises(UnknownNameError):
        check_map(ArgumentMap(), ["islnd"])


@given(argument_maps())
@laws
def test_findings_are_about_what_is_there_and_always_the_same(m: ArgumentMap) -> None:
    checked = check_map(m)
    known = {None, *m.claims, *m.relations}
    for finding in (*checked.findings, *(each for each, _ in checked.ignored)):
        assert finding.found.owner in known
        assert known.issuperset(finding.found.related)
    assert check_map(m) == checked


@given(argument_maps(expecting=False))
@laws
def test_what_is_ignored_is_not_found_and_nothing_else_is(m: ArgumentMap) -> None:
    before = check_map(m).findings
    ignored = [Ignored(each.code, "a reason", each.found.owner) for each in before]
    quiet = ArgumentMap(
        m.claims.values(),
        m.relations.values(),
        source=m.source,
        voices=m.voices,
        ignored=ignored,
    )
    after = check_map(quiet)
    assert not after.findings
    assert [each for each, _ in after.ignored] == list(before)


def test_every_code_that_reading_gives_can_be_explained() -> None:
    written: set[str] = set()
    folders = ("formats", "documents", "model")
    files = [file for each in folders for file in ROOT.glob(f"argmap/{each}/**/*.py")]
    for file in (each for each in files if each.parent.name not in {"_editing", "_merging"}):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                written |= _code_of(node)
    assert written == set(READING)


def _code_of(call: ast.Call) -> set[str]:
    """Return the code in a call that makes a diagnostic: first, second or third argument."""
    name = getattr(call.func, "attr", getattr(call.func, "id", ""))
    at = _PLACES.get(name)
    if at is None or len(call.args) <= at:
        return set()
    value = call.args[at]
    is_code = isinstance(value, ast.Constant) and isinstance(value.value, str)
    return {str(value.value)} if is_code and isinstance(value, ast.Constant) else set()


_PLACES = {"Diagnostic": 0, "Fault": 0, "ExpectationFault": 0, "UnfitError": 0}


_PLACES |= {"fail": 2, "add": 1, "error": 1, "_error": 1, "_tell": 1, "wrong": 2, "_fail": 2}
