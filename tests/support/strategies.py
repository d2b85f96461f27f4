"""Hypothesis strategies: maps as odd as the format allows."""

from __future__ import annotations

import re
from collections.abc import Sequence

from hypothesis import strategies as st

from argmap import ArgumentMap, Claim, Passage, Relation, RelationKind, Source
from argmap.documents.places import PLACE_PATTERN
from argmap.model import Citation, Expectation, Ignored, Status
from argmap.model.argument_map import BrokenMapError
from argmap.model.relation import default_id
from support.semantics import GRADUAL, QUALITATIVE

_ODD_IDS = (
    *("a", "b", "c", "no", "yes", "on", "y", "true", "null", "~", "119927", "1e3", "0o17"),
    *("0777", "12:30", ".5", "a/b", "a/c", "a+b/c", "-", "- ", "?", "<<", "=", "é", "论点", "ключ"),
    *("'q'", '"q"', "#x", "a:", ":a", "*a", "&a", "!a", "%a", "@a", "`a", "{a}", "[a]", "a,b"),
    *("=1+1", "+a", "@b", "\\", "\\n", "e\u0301", "😀", "text", "id", "claims", "label"),
)
_ODD_TEXTS = (
    *("no", "1.5", "~", "2024-05-02", "a: b", "a #b", "# a", "- a", "'", '"', "\\", "\\u0041"),
    *(
        "a\nb",
        "a\r\nb",
        "\na",
        "a\n",
        " a ",
        "\ta",
        "a\t",
        "\u2028x",
        "x\u2029",
        "x\x85y",
        "\ufeffx",
    ),
    *("\x1b[31mred", "\x00", "\x07", "\u202eabc", "\ufffe", "=1+1", "+1", "-1", "@x", "'=1"),
    *("\n=1", "\t=1", "[bold]", ":smile:", "<b>&amp;</b>", "]]>", "&#10;", "a; b", "---", "..."),
    *("{a: b}", "[a, b]", "\U000e0041", "😀", "a  b", "? a", "! a", "%YAML 1.1", "yes", "0x1F"),
)
_ID_CHARACTERS = st.characters(
    exclude_categories=["Cs", "Cc", "Cf", "Cn", "Co", "Zs", "Zl", "Zp"],
)

ids = st.one_of(
    st.sampled_from([name for name in _ODD_IDS if " " not in name]),
    st.text(_ID_CHARACTERS, min_size=1, max_size=6),
)
texts = st.one_of(
    st.sampled_from(_ODD_TEXTS),
    st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20),
).filter(lambda text: text.strip() != "")

PLACE_NAMES = (
    *("II.4", "p. 26", "26-27a", "§ 3", "ch. 2", "1a", "12:30", "fol. 3v", "00:12:05", "1.10"),
    *("3.0", "1e3", "0x1F", "0o17", ".5", ".inf", "NaN", "true", "no", "~", "null", "2024-05-02"),
    *("+3", "=1+1", "@b", "'q", '"q"', "#x", "a: b", "a #b", "[1]", "{a}", "*a", "&lt", "<b>"),
    *("1.2.3", "3–5b", "p. 3–5", "1/2", "?", "…", "第三章", "٣", "½", "a\\nb", "p.\xa026", "a  b"),
    *("n" * 100, "1" + "a" * 99, "1 a", "1 - 2 - 3", "\u200dx"),
)
"""What places may be called, beside numbers and ranges."""

_RANGE = re.compile(r"[0-9]+(\s*[-\u2010-\u2015\u2212]\s*[0-9]+)?")
_numbers = st.integers(0, 999_999_999)
passages = st.tuples(_numbers, _numbers).map(lambda pair: Passage(*sorted(pair)))
units = _numbers.map(lambda number: Passage(number, number))
_place_characters = st.characters(exclude_categories=["Cc", "Cf", "Cs", "Zl", "Zp"])
place_names = st.sampled_from(PLACE_NAMES) | st.text(
    _place_characters, min_size=1, max_size=12
).filter(lambda name: re.fullmatch(PLACE_PATTERN, name) and not re.fullmatch(_RANGE, name))
places = units | passages | place_names
schemes = texts | st.sampled_from(
    ["sign", "Argument From Sign", "argument from sign", "ExpertOpinion"]
)
kinds = st.sampled_from(["thesis", "premise", "theory", "evidence", "own kind"]) | texts


citations = st.builds(Citation, *[st.none() | texts] * 3).filter(any)


def claims_called(name: str, *, is_asked: bool = False) -> st.SearchStrategy[Claim]:
    """Draw a claim with this id, which may be a question."""
    bare = texts.map(lambda text: Claim(name, text, kind="question" if is_asked else None))
    full = st.builds(
        Claim,
        st.just(name),
        texts,
        label=st.none() | texts,
        kind=st.just("question") if is_asked else st.none() | kinds,
        voice=st.none() | ids,
        at=st.lists(places, max_size=3).map(tuple),
        weight=st.none() | st.floats(0, 1),
        implicit=st.booleans(),
        tags=st.lists(texts, max_size=3).map(tuple),
        note=st.none() | texts,
        assumed=st.none() | st.booleans(),
        quote=st.lists(texts, max_size=2).map(tuple),
        citations=st.lists(citations, max_size=2).map(tuple),
        choose=st.sampled_from([None, "one"]) if is_asked else st.none(),
        standard=st.none(),
    )
    return bare | full


sources = st.builds(Source, *[st.none() | texts] * 6).filter(any)


@st.composite
def _relation(
    draw: st.DrawFn,
    claims: list[str],
    taken: set[str],
    known: list[Relation],
    asked: Sequence[str] = (),
) -> Relation | None:
    """Draw a relation among claims and the relations there are; None where its id is taken.

    ``asked`` are the questions. They may be ends of any relation.
    """
    kinds_ = [kind for kind in RelationKind if asked or kind is not RelationKind.ANSWERS]
    kind = draw(st.sampled_from(kinds_))
    steps = [relation.id for relation in known]
    if kind is RelationKind.UNDERCUTS and not steps:
        return None
    on_step = kind is RelationKind.UNDERCUTS or (
        kind is RelationKind.SUPPORTS and bool(steps) and draw(st.booleans())
    )
    is_answer = kind is RelationKind.ANSWERS
    target = draw(st.sampled_from(steps if on_step else asked if is_answer else claims))
    most = 1 if kind.is_symmetric or is_answer else 3
    some = st.lists(st.sampled_from(claims), min_size=1, max_size=most, unique=True)
    premises = tuple(draw(some))
    name = draw(st.just(default_id(premises, target)) | ids)
    scheme, note = draw(st.none() | schemes), draw(st.none() | texts)
    if name in taken or ((kind.is_symmetric or is_answer) and target in premises):
        return None
    return Relation(name, kind, premises, target, scheme, note)


_tolerances = st.none() | st.sampled_from([0.0, 1e-6, 0.01]) | st.floats(0, 1)


def expectations_of(names: list[str]) -> st.SearchStrategy[list[Expectation]]:
    """Draw what may be expected of claims with these ids, in any order; one id at least."""
    claims = st.sampled_from(names)
    nothing, status, strength = st.none(), st.sampled_from(Status), st.floats(0, 1)
    qualitative = st.builds(
        Expectation, st.sampled_from(QUALITATIVE), claims, status, nothing, nothing
    )
    gradual = st.builds(
        Expectation, st.sampled_from(GRADUAL), claims, nothing, strength, _tolerances
    )
    return st.lists(
        qualitative | gradual, max_size=12, unique_by=lambda each: (each.semantics, each.claim)
    )


def ignored_of(owners: list[str]) -> st.SearchStrategy[list[Ignored]]:
    """Draw rules ignored on claims and relations with these ids, and on the whole map."""
    return st.lists(st.builds(Ignored, ids, texts, st.sampled_from([None, *owners])), max_size=4)


@st.composite
def argument_maps(
    draw: st.DrawFn,
    max_claims: int = 8,
    max_relations: int = 12,
    min_claims: int = 0,
    *,
    expecting: bool = True,
) -> ArgumentMap:
    """Draw a valid map: cycles, islands, linked premises, undercuts of undercuts, backing.

    ``expecting`` is whether it may say what should come out of its evaluation,
    and which rules of a check it ignores.
    """
    names = draw(st.lists(ids, unique=True, min_size=min_claims, max_size=max_claims))
    asked = names[: draw(st.sampled_from((0, 0, 0, 1, 2)))]
    relations: list[Relation] = []
    taken = set(names)
    for _ in range(draw(st.integers(0, max_relations)) if names else 0):
        relation = draw(_relation(names, taken, relations, asked))
        if relation is not None:
            taken.add(relation.id)
            relations.append(relation)
    is_reversed: bool = draw(st.booleans())
    if is_reversed:
        relations.reverse()  # a relation may bear on one that the file has later
    try:
        return ArgumentMap(
            [draw(claims_called(name, is_asked=name in asked)) for name in names],
            relations,
            title=draw(st.none() | texts),
            source=draw(st.none() | sources),
            voices=draw(st.dictionaries(ids, texts, max_size=3)),
            expectations=draw(expectations_of(names[len(asked) :]))
            if expecting and names[len(asked) :]
            else (),
            ignored=draw(ignored_of(sorted(taken))) if expecting else (),
        )
    except BrokenMapError as error:  # the rules above are meant to leave nothing to refuse
        raise AssertionError(str(error)) from error


@st.composite
def shapes(
    draw: st.DrawFn, max_claims: int = 6, max_relations: int = 8, *, asking: bool = True
) -> ArgumentMap:
    """Draw a map for its shape alone: plain claims c0, c1, …, at least one.

    Some of them may be questions, if it is ``asking``.
    """
    names = [f"c{number}" for number in range(draw(st.integers(1, max_claims)))]
    asked = names[-draw(st.sampled_from((1, 2))) :] if asking and draw(st.booleans()) else []
    relations: list[Relation] = []
    taken = set(names)
    for number in range(draw(st.integers(0, max_relations))):
        relation = draw(_relation(names, taken, relations, asked))
        if relation is not None:
            relation = relation._replace(id=f"r{number}", scheme=None, note=None)
            taken.add(relation.id)
            relations.append(relation)
    claim_kinds = st.sampled_from(["thesis", None])
    choices = st.sampled_from([None, "one"])
    claims = [
        Claim(name, name, kind="question", choose=draw(choices))
        if name in asked
        else Claim(name, name, kind=draw(claim_kinds))
        for name in names
    ]
    return ArgumentMap(claims, relations)
