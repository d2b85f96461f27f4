"""Annotations of BRAT, with and without the text that they are of."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap import ArgmapError, InvalidMapError, load, loads
from argmap.documents.paragraphs import parse_paragraphs
from argmap.formats import Losses, detect
from argmap.formats.brat import parse_brat
from argmap.model import ArgumentMap, FileText, Passage, RelationKind

TEXT = "A title\n\nNight trains should run. They lose money, and so do roads.\n\nThey are full.\n"


def mark(number: int, type_: str, *words: str, text: str = TEXT) -> str:
    spans = ";".join(f"{text.index(each)} {text.index(each) + len(each)}" for each in words)
    return f"T{number}\t{type_} {spans}\t{' '.join(words)}\n"


ESSAY = (
    mark(1, "MajorClaim", "Night trains should run")
    + mark(2, "Claim", "They lose money")
    + mark(3, "Premise", "so do roads")
    + "A1\tStance T2 Against\nR1\tattacks Arg1:T3 Arg2:T2\n"
)


def read(annotations: str, text: str | None = None) -> tuple[ArgumentMap, Losses]:
    losses = Losses()
    beside = None if text is None else FileText(text, "a.txt")
    return parse_brat(FileText(annotations, "a.ann"), losses, beside), losses


def error(annotations: str) -> str:
    with pytest.raises(InvalidMapError) as caught:
        read(annotations)
    return str(caught.value)


def test_an_essay() -> None:
    found, losses = read(ESSAY)
    claims = {c.id: (c.text, c.kind, c.quote) for c in found.claims.values()}
    assert claims == {
        "T1": ("Night trains should run", "thesis", ("Night trains should run",)),
        "T2": ("They lose money", "claim", ("They lose money",)),
        "T3": ("so do roads", "premise", ("so do roads",)),
    }
    steps = [(r.id, r.kind, r.premises, r.target) for r in found.relations.values()]
    assert steps == [
        ("R1", RelationKind.ATTACKS, ("T3",), "T2"),
        ("T2/T1", RelationKind.ATTACKS, ("T2",), "T1"),
    ]
    assert (str(losses), losses.notes, found.source) == ("", [], None)
    assert str(found.locations["T2"]) == "a.ann:2:1"


def test_the_paragraphs_are_those_of_the_text_beside_it(tmp_path: Path) -> None:
    (tmp_path / "a.ann").write_text(ESSAY + mark(4, "Claim", "They are full"), encoding="utf-8")
    assert not any(claim.at for claim in load(tmp_path / "a.ann").claims.values())
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    found = load(tmp_path / "a.ann")
    places = {claim.id: claim.at for claim in found.claims.values()}
    assert places == {f"T{n}": (Passage(place, place),) for n, place in enumerate((2, 2, 2, 3), 1)}
    assert found.source is not None
    assert found.source.unit == "paragraph"
    (tmp_path / "a.txt").write_bytes(b"\xff")
    with pytest.raises(InvalidMapError, match="is not UTF-8"):
        load(tmp_path / "a.ann")


def test_another_text_beside_it_is_said_and_not_used() -> None:
    found, losses = read(ESSAY, "Quite another text.")
    assert not any(claim.at for claim in found.claims.values())
    assert losses.notes == [
        (
            "'a.txt' is not the text of these annotations: the words of T1 do not stand where it"
            " says, and claims have no places"
        )
    ]
    _, losses = read("T1\tClaim 4 5\tA\n", "[1] A\n\n[1] B")
    assert losses.notes == [
        "claims have no places: a.txt:3:1: error: paragraph number [1] is given twice"
    ]


def test_words_in_several_parts_are_a_quote_that_leaves_some_out() -> None:
    found, _ = read(mark(1, "Claim", "Night trains", "are full"), TEXT)
    (claim,) = found.claims.values()
    assert (claim.text, claim.quote) == ("Night trains are full", ("Night trains […] are full",))
    assert claim.at == (Passage(2, 2), Passage(3, 3))


def test_further_major_claims_restate_the_first() -> None:
    again = mark(5, "MajorClaim", "They are full")
    found, _ = read(ESSAY + again)
    assert found.relations["T5/T1"].kind is RelationKind.RESTATES
    found, _ = read(ESSAY + again + "*\tEquiv T1 T5\n")
    assert [r.id for r in found.relations.values() if r.kind is RelationKind.RESTATES] == ["T5/T1"]


def test_what_a_map_cannot_have_is_counted_and_named() -> None:
    found, losses = read(
        ESSAY
        + "R2\tparts_of_same Arg1:T1 Arg2:T2\nA2\tCertainty T1 High\nM1\tNegation T2\n"
        + "E1\tRun:T1 Theme:T2\nN1\tReference T1 Wiki:12\tTrain\n#1\tAnnotatorNotes T2\tDoubtful.\n"
        + "#2\tAnnotatorNotes R1\tWeak.\n#3\tAnnotatorNotes E1\tx\n# by hand\nA3\tStance T1 For\n"
    )
    assert found.claims["T2"].note == "Doubtful."
    assert found.relations["R1"].note == "Weak."
    assert str(losses) == (
        "1 relation of an unknown type (parts_of_same), 2 attributes (Certainty High, Negation),"
        " 1 event (Run:T1 Theme:T2), 1 normalization (Reference T1 Wiki:12 Train),"
        " 1 remark of an annotator (# by hand), 1 stance toward no claim (T1),"
        " 1 note on no claim and no relation"
    )


@pytest.mark.parametrize(
    ("annotations", "said"),
    [
        ("", "a.ann:1:1: error: the file is empty"),
        ("#1\tx T1\ty\n", "a.ann:1:1: error: no words are annotated: no line begins with T1"),
        ("T1\tClaim 0 1\tA\nT1\tClaim 0 1\tA\n", "a.ann:2:1: error: the id 'T1' is used twice"),
        ("T1\tClaim 5 3\tA\n", "a.ann:1:10: error: the words of 'T1' end before they begin"),
        ("T1\tClaim 0 1\n", "a.ann:1:1: error: 'T1' has no words after its offsets"),
        ("T1\tClaim 0 1\t \n", "a.ann:1:1: error: 'T1' has no words after its offsets"),
        ("T1\tClaim 0\tA\n", "a.ann:1:1: error: this line is no annotation"),
        ("T1\tClaim 0 1\tA\nwhat\n", "a.ann:2:1: error: this line is no annotation"),
        (
            "T1\tClaim 0 1\tA\nR1\tsupports Arg1:T1 Arg2:T2\n",
            "a.ann:2:1: error: there is no annotation 'T2' of words",
        ),
        (
            "T1\tClaim 0 1\tA\nA1\tStance T7 For\n",
            "a.ann:2:1: error: there is no annotation 'T7' of words",
        ),
        (
            "T1\tx 0 1\tA\n" + "R1\tsupports Arg1:T1 Arg2:T1\n" * 2,
            "a.ann:3:1: error: the id 'R1' is used twice",
        ),
    ],
)
def test_errors(annotations: str, said: str) -> None:
    assert error(annotations).startswith(said)


def test_it_is_known_by_its_content() -> None:
    assert detect(ESSAY, "a.txt") == "brat"
    assert detect(ESSAY, "-") == "brat"
    with pytest.raises(ArgmapError):
        detect("T1 is a train.\nSo is T2.\n", "a.txt")


_LINES = [
    *("T1\tClaim 0 1\tA", "T2\tMajorClaim 2 3;5 6\tb c", "R1\tsupports Arg1:T1 Arg2:T2", "what"),
    *("A1\tStance T1 For", "*\tEquiv T1 T2", "#1\tN T1\tnote", "R2\tfor Arg1:T2 Arg2:T2", "", "T"),
    *("T3\tClaim 999999999 999999999\tx", "E1\tA:T1", "R3\tundercuts Arg1:T1 Arg2:T2"),
]


@given(st.lists(st.sampled_from(_LINES), max_size=12), st.text("A b\nc", max_size=12))
def test_any_lines_are_a_map_or_an_error(lines: list[str], text: str) -> None:
    try:
        found, _ = read("\n".join(lines), text)
    except InvalidMapError:
        return
    numbers = set(parse_paragraphs(FileText(text)).paragraphs)
    for claim in found.claims.values():
        assert claim.quote == (claim.text,) or " […] " in claim.quote[0]
        assert all({each.first, each.last} <= numbers for each in claim.passages)
    assert loads("\n".join(lines), "brat").claims.keys() == found.claims.keys()
