"""Labels of premises, and what looks like structure: read, counted or refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.argdown import read, relations
from support.laws import examples

from argmap import InvalidMapError, loads
from argmap.formats import Losses, detect

_COUNTED = "sign of structure in a text, read as text"

LABELS = [
    *(("(1)", "(2)", "(3)"), ("(P1)", "(P2)", "(C1)"), ("(P1)", "(P2)", "(C)")),
    *(("(A)", "(B)", "(C)"), ("(p1)", "(p2)", "(c)")),
    *(("(1a)", "(1b)", "(2)"), ("(P1a)", "(P1b)", "(IC1)"), ("(1.1)", "(1.2)", "(2)")),
    *(("(P1')", "(P1’)", "(C1*)"), ("(i)", "(ii)", "(iii)"), ("(P-1)", "(P 2)", "(IC)")),
    *(("(1.)", "(2.)", "(3.)"), ("(1):", "(2):", "(3):"), ("(P1):", "(P2):", "(C):")),
    *(("(Premise 1)", "(premise 2)", "(Conclusion)"), ("(Pr1)", "(Pr2)", "(MC)")),
    *(("P1.", "P2.", "C."), ("P1:", "P2:", "C:"), ("P1)", "P2)", "C)"), ("1.", "2.", "3.")),
    *(("1)", "2)", "3)"), ("Premise 1:", "Premise 2:", "Conclusion:"), ("a1.", "a2.", "K1.")),
]  # fmt: skip

# Two premises and a conclusion, each after its label.
LAYOUTS = [
    "{0} Fish swim.\n{1} A trout is a fish.\n----\n{2} Trouts swim.\n",
    "{0} Fish swim.\n\n{1} A trout is a fish.\n\n-----\n\n{2} Trouts\nswim.\n",
    "<S>\n\n{0} Fish swim.\n{1} A trout is a fish.\n--\nBarbara\n--\n{2} Trouts swim.\n",
    "<S>: x\n{0} Fish swim.\n{1} A trout is a fish.\n-- Barbara --\n{2} Trouts swim.\n",
    "{0} Fish swim.\n  - no\n{1} A trout is a fish.\n----\n{2} Trouts swim.\n\n# H\n\n1. x\n",
]


@pytest.mark.parametrize("labels", LABELS, ids=str)
def test_labels_are_numbers_where_there_is_an_inference(labels: tuple[str, ...]) -> None:
    for layout in LAYOUTS:
        text = layout.format(*labels)
        assert relations(text) == relations(layout.format("(1)", "(2)", "(3)"))
        texts = {claim.text for claim in read(text)[0].claims.values()}
        assert {"Fish swim.", "A trout is a fish.", "Trouts swim."} <= texts
        assert read(text)[1].get(_COUNTED) is None


@given(st.lists(st.sampled_from(LABELS), min_size=1, max_size=5))
@examples(40)
def test_structures_one_after_another_stay_apart(several: list[tuple[str, ...]]) -> None:
    text = "\n".join(LAYOUTS[number % 2].format(*labels) for number, labels in enumerate(several))
    assert len(relations(text)) == len(several)


def test_what_is_used_is_named_by_its_label() -> None:
    text = "(P1) a\n(P2) b\n--\nx {uses: [P2, P9]}\n--\n(C) c\n"
    m, lost = read(text)
    assert [r.premises for r in m.relations.values()] == [("b",)]
    assert lost == {"use of what is no premise": 1}


@pytest.mark.parametrize(
    "text",
    ["1. one\n2. two\n", "1. one\n\n2. two\n\n(P1) p\n----\n(C) c\n\n1. three\n", "(sic) one\n"],
)
def test_labels_and_lists_elsewhere_are_none(text: str) -> None:
    m, lost = read(text)
    assert "one" in [claim.text.removeprefix("(sic) ") for claim in m.claims.values()]
    assert (len(m.relations), lost) == (text.count("----"), {})


def test_labels_without_an_inference_are_text_and_counted() -> None:
    losses = Losses()
    m = loads("(P1) a\n(P2) b\n", "argdown", losses=losses)
    assert [claim.text for claim in m.claims.values()] == ["(P1) a (P2) b"]
    assert losses.counts[_COUNTED] == 2
    assert "((P1) a, (P2) b)" in str(losses)


SIGNS = [
    *("++ b", "=> b", "-> -> b", "<+> b", "<-> b", "--> b", ">> b", "> b", "<> b", "<= b", "~ b"),
    *("∴ b", "⊢ b", "∵ b", "⟹ b", "↯ b", "＋ b", "├─ ▲ b", "✗ b", "➕ b", "⊢ [b]", "＋ <b>"),
    *(f"{word}: b" for word in ("Pro", "CON", "contra", "supports", "Attacks", "against")),
    *("− b", "– b", "— b", "→ b", "⇒ b", "• b", "+ > b", "- - b", "+ -> b", "_ + b"),
    *("(1) b", "(P1) b", "(C2): b", "P3. b", "2) b", "**(P1)** b", "**P1:** b"),
    *("-- b", "----", "-----", "====", "***", "___", "~~~", "```", "* * *", "---- [b]"),
    *("[b: c", "[]: b", "<>: b", "<b: c", "b]: c", "b>: c", "[b] : c", "[b]; c", "b + [c]"),
    *("b -> <c>", "b [c] d", "<b>b</b>", "b {c: d", "b {c: d} e", "b # c", "b #(c", "b */"),
    *("| b | c |", "|---|---|", "#Heading", "##Heading", "#", "@include b.argdown", "# b"),
    *("* b", "1. b", "- ", "+", "_", "===\ntitle: b\n===", "---\ntitle: b\n---"),
]  # fmt: skip
PLACES = [
    *("{}\n", "A text.\n{}\n", "A text.\n\n{}\n", "[A]: a\n  {}\n", "[A]: a\n{}\n"),
    *("[A]\n  + {}\n", "* {}\n"),
    *("<A>: a\n  {}\n", "# H\n{}\n\n[A]: a\n", "# H\n\n{}\n\n[A]: a\n", "[A]: a\n  + x\n    {}\n"),
    *("(1) a\n{}\n----\n(2) b\n", "(1) a\n----\n(2) b\n{}\n", "(1) a\n----\n{}\n(2) b\n"),
    "[A]: a\n\n{}\n\n[B]: b\n",
]  # fmt: skip


@pytest.mark.parametrize("sign", SIGNS)
def test_structure_is_never_text_unsaid(sign: str) -> None:
    """Whatever looks like structure is read, counted, or refused with its place."""
    for place in PLACES:
        losses = Losses()
        text = place.format(sign)
        try:
            m = loads(text, "argdown", "f", losses)
        except InvalidMapError:
            continue
        said = " ".join(f"{claim.text} {' '.join(claim.tags)}" for claim in m.claims.values())
        mark = sign.split(maxsplit=1)[0]
        assert losses.counts or (mark not in said.split() and sign not in said), said


@pytest.mark.parametrize(
    ("text", "place", "words", "hint"),
    [
        ("A text\n\n===\ntitle: x\n===\n", "3:1", "front matter is not at the start", "first line"),
        ("---\ntitle: x\n---\n\n[A]: a\n", "1:1", "an inference must be", "two lines of ==="),
        ("~~~\n[A]: a\n~~~\n", "1:1", "a Markdown fence", "between the fences"),
        ("[A]: a\n(1) p\n----\n(2) q\n", "3:1", "an inference must be between", "such as (1)"),
    ],
)
def test_structure_out_of_its_place_is_refused(
    text: str, place: str, words: str, hint: str
) -> None:
    with pytest.raises(InvalidMapError) as caught:
        loads(text, "argdown", "f")
    first = caught.value.diagnostics[0]
    assert (str(first.location), words in first.message) == (f"f:{place}", True)
    assert hint in (first.hint or "")


@pytest.mark.parametrize(
    "text", ["(P1) a\n----\n(2) b\n", "(1) a\n--\nx\n--\n(2) b\n", "(P1) a\n\n--\nx\n--\n(C) b\n"]
)
def test_a_structure_is_known_by_its_conclusion(text: str) -> None:
    assert detect(text, "<stdin>") == detect(text, "x.txt") == "argdown"


def test_a_line_is_counted_once() -> None:
    losses = Losses()
    loads("[A]: a\n  => [B] or [C]\n\n[B]: b [D] and {x\n", "argdown", losses=losses)
    assert losses.counts == {_COUNTED: 2}


def test_a_list_in_a_list_and_text_after_an_inference_are_counted() -> None:
    _, lost = read("* a\n  * b\n* c\n\n[A]: a\n  * d\n  * e\n")
    assert lost == {"list item under a statement, read without a relation": 3}
    _, lost = read("(1) a\n---- from 1\nso:\n(2) b\n")
    assert lost == {"text after an inference": 2}


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("A. #t\n\nB.\n\n* C.\n\n[D]\n", 3),
        ("A.\n  + B.\n", 0),
        ("[A]: a\n\n(1) b\n----\n(2) c\n", 0),
    ],
)
def test_a_note_says_how_many_paragraphs_are_prose(text: str, number: int) -> None:
    losses = Losses()
    loads(text, "argdown", losses=losses)
    words = f"{number} paragraphs without title and relation are read as claims"
    assert losses.notes == ([words] if number else [])


@pytest.mark.parametrize("line", ["(P1) a\n\n", "1. a\n", "P1. a\n\n", "[", "<", "**", "a]"])
def test_any_number_of_them_is_gone_through_once(line: str) -> None:
    assert loads("[A]: a\n\n" + line * 20_000, "argdown").claims
