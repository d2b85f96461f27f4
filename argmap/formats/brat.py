r"""Annotations of BRAT, in its standoff format (``.ann``); read, not written.

Follows the description of the format (Stenetorp and others, "brat: a Web-based Tool for
NLP-Assisted Text Annotation", 2012) and, for arguments, the corpus of argument annotated
essays (Stab and Gurevych, "Parsing Argumentation Structures in Persuasive Essays", 2017).

A text-bound annotation, ``T1\tClaim 10 42\tits words``, is a claim: its words are its text
and its quote, its type is its kind (``MajorClaim`` is a thesis). ``R1\tsupports Arg1:T2
Arg2:T1`` is a relation from the first to the second, whose verb may be any of those that
other readers know and that lead from claim to claim. A ``Stance`` of a claim, For or
Against, is a relation to the first major claim, and other major claims restate that one, as
the essays have it; so do those that ``*\tEquiv T1 T2`` says are equal. Notes of annotators
are notes. All else is counted.

With the text that is annotated beside it, as ``essay.txt`` for ``essay.ann``, claims are at
the paragraphs that their words are in, counted as in any source.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from argmap.documents.diagnostics import Diagnostics
from argmap.documents.document import fail, refuse_empty
from argmap.documents.paragraphs import parse_paragraphs
from argmap.documents.sample import Sample
from argmap.formats._builder import MapBuilder
from argmap.formats._vocabulary import relation_kind
from argmap.model import ArgumentMap, FileText, InvalidMapError, Passage, RelationKind, Source
from argmap.model.losses import Losses

SUMMARY = "annotations of BRAT"
SUFFIXES = (".ann",)
BESIDE = ".txt"

_LINE = re.compile(r"([^\r\n]*+)(?:\r\n|\n|\r|\Z)")
_MARK = re.compile(
    r"(T[0-9]+)\t(\S+) ([0-9]{1,9} [0-9]{1,9}(?:;[0-9]{1,9} [0-9]{1,9})*)(?:\t(.*))?"
)
_RELATION = re.compile(r"(R[0-9]+)\t(\S+) Arg1:(\S+) Arg2:(\S+)\s*")
_ATTRIBUTE = re.compile(r"[AM][0-9]+\t(\S+) (\S+)(?: (.*?))?\s*")
_EQUAL = re.compile(r"\*\tEquiv((?: \S+)+)\s*")
_NOTE = re.compile(r"#[0-9]*\t(\S+) (\S+)\t(.*)")
_OTHERS = (
    (re.compile(r"E[0-9]+\t\S+:\S+"), "event", "events"),
    (re.compile(r"N[0-9]+\t\S+ \S+"), "normalization", "normalizations"),
    (re.compile(r"#"), "remark of an annotator", "remarks of annotators"),
)
_LIKE_IT = re.compile(r"[TRAMEN#*][0-9]*\t\S")
_MAJOR = "majorclaim"
_STANCES = {"for": RelationKind.SUPPORTS, "against": RelationKind.ATTACKS}
# What is said of relations and of questions, of which this format has none.
_ON_OTHERS = frozenset({RelationKind.UNDERCUTS, RelationKind.ANSWERS})
_EXAMPLES = {
    "T": "such as: T1<tab>Claim 10 42<tab>its words",
    "R": "such as: R1<tab>supports Arg1:T2 Arg2:T1",
}
_MOST_FRAGMENTS = 100  # of one annotation


class _Mark(NamedTuple):
    """A text-bound annotation: its type, from where to where its words are, and these."""

    offset: int
    type: str
    spans: tuple[tuple[int, int], ...]
    text: str

    @property
    def quote(self) -> str:
        """Its words, with a sign where those between two parts of it are left out."""
        parts, at = [], 0
        for start, end in self.spans:
            parts.append(self.text[at : at + end - start])
            at += end - start + 1
        is_whole = at - 1 == len(self.text)
        return " […] ".join(filter(None, map(str.strip, parts))) if is_whole else self.text


class _Link(NamedTuple):
    """A relation: its id, if it has one, its kind and its ends."""

    offset: int
    name: str | None
    kind: RelationKind
    premise: str
    target: str


class _Annotations:
    """What the lines of a file say, and the errors in them."""

    def __init__(self, file: FileText, losses: Losses) -> None:
        self.diagnostics = Diagnostics(file)
        self.losses = losses
        self.marks: dict[str, _Mark] = {}
        self.links: list[_Link] = []
        self.stances: list[tuple[int, str, RelationKind]] = []
        self.notes: dict[str, list[str]] = {}
        self._links: dict[str, None] = {}
        for found in _LINE.finditer(file.text):
            if found[1].strip():
                self._read(found.start(), found[1])

    def _read(self, offset: int, line: str) -> None:
        if mark := _MARK.fullmatch(line):
            self._add_mark(offset, mark)
        elif link := _RELATION.fullmatch(line):
            self._add_link(offset, link)
        elif equal := _EQUAL.fullmatch(line):
            first, *others = equal[1].split()
            self.links += [
                _Link(offset, None, RelationKind.RESTATES, other, first) for other in others
            ]
        elif attribute := _ATTRIBUTE.fullmatch(line):
            self._add_attribute(offset, attribute)
        elif note := _NOTE.fullmatch(line):
            self.notes.setdefault(note[2], []).append(note[3].strip())
        else:
            self._count_or_refuse(offset, line)

    def _count_or_refuse(self, offset: int, line: str) -> None:
        for pattern, what, plural in _OTHERS:
            if pattern.match(line):
                self.losses.add(what, 1, plural, name=line.partition("\t")[2] or line)
                return
        hint = _EXAMPLES.get(line[0], "an annotation begins with its id and a tab: T1, R1, A1")
        self.diagnostics.add(offset, "syntax", "this line is no annotation", hint)

    def _add_mark(self, offset: int, found: re.Match[str]) -> None:
        pairs = [tuple(map(int, pair.split())) for pair in found[3].split(";")[:_MOST_FRAGMENTS]]
        mark = _Mark(offset, found[2], tuple((a, b) for a, b in pairs), (found[4] or "").strip())
        if found[1] in self.marks:
            message = f"the id '{found[1]}' is used twice"
            self.diagnostics.add(offset, "duplicate-id", message)
        elif any(start >= end for start, end in mark.spans):
            message = f"the words of '{found[1]}' end before they begin"
            self.diagnostics.add(offset + found.start(3), "out-of-range", message)
        elif not mark.text:
            message = f"'{found[1]}' has no words after its offsets"
            self.diagnostics.add(offset, "empty-text", message, _EXAMPLES["T"])
        self.marks.setdefault(found[1], mark)

    def _add_link(self, offset: int, found: re.Match[str]) -> None:
        name, word, premise, target = found.groups()
        if name in self._links:
            message = f"the id '{name}' is used twice"
            self.diagnostics.add(offset, "duplicate-id", message)
        self._links[name] = None
        kind = relation_kind(word)
        if kind is None or kind in _ON_OTHERS:
            self.losses.add(
                "relation of an unknown type", 1, "relations of unknown types", name=word
            )
        else:
            self.links.append(_Link(offset, name, kind, premise, target))

    def _add_attribute(self, offset: int, found: re.Match[str]) -> None:
        name, owner, value = found.groups()
        kind = _STANCES.get((value or "").lower()) if name == "Stance" else None
        if kind is None:
            label = f"{name} {value}" if value else name
            self.losses.add("attribute", name=label)
        else:
            self.stances.append((offset, owner, kind))

    def check_ends(self) -> None:
        """Add an error for each end of a relation that is no claim."""
        ends = [(link.offset, end) for link in self.links for end in (link.premise, link.target)]
        ends += [(offset, owner) for offset, owner, _ in self.stances]
        for offset, end in ends:
            if end not in self.marks:
                near = self.diagnostics.near(end, self.marks)
                message = f"there is no annotation '{end}' of words"
                self.diagnostics.add(offset, "dangling-id", message, near)


def parse_brat(file: FileText, losses: Losses, beside: FileText | None = None) -> ArgumentMap:
    """Return the map in annotations; raises InvalidMapError with their errors.

    ``beside`` is the text that they are of, where there is a copy.
    """
    refuse_empty(file)
    found = _Annotations(file, losses)
    found.check_ends()
    found.diagnostics.raise_any()
    if not found.marks:
        fail(file, 0, "no-claims", "no words are annotated: no line begins with T1", _EXAMPLES["T"])
    places = _places(found, beside, losses)
    builder = MapBuilder(file, losses)
    for name, mark in found.marks.items():
        builder.claim(
            name,
            mark.text,
            offset=mark.offset,
            kind=_kind(mark.type),
            quote=(mark.quote,),
            at=tuple(places.get(name, ())),
            note="\n".join(found.notes.pop(name, [])) or None,
        )
    _add_relations(builder, found)
    rest = sum(map(len, found.notes.values()))
    losses.add("note on no claim and no relation", rest, "notes on no claims and no relations")
    return builder.build(source=Source(unit="paragraph") if places else None)


def recognises_brat(sample: Sample) -> bool:
    """Return whether the first lines are annotations, and one of them is of words."""
    lines = [line for line in sample.text[:_HEAD].splitlines() if line.strip()][:_LINES]
    are_like = sum(1 for line in lines if _LIKE_IT.match(line))
    return are_like * 10 >= 9 * len(lines) > 0 and any(map(_MARK.match, lines))


_HEAD, _LINES = 10_000, 50  # characters and lines in which annotations show what they are


def _kind(type_: str) -> str:
    """Return the type of an annotation as a kind: ``thesis``, ``claim``, ``background claim``."""
    words = re.sub(r"(?<=[a-z])(?=[A-Z])|_", " ", type_).lower()
    return "thesis" if words.replace(" ", "") == _MAJOR else words


def _add_relations(builder: MapBuilder, found: _Annotations) -> None:
    """Add the relations that are written, and those that the essays leave to the reader."""
    for link in found.links:
        note = "\n".join(found.notes.pop(link.name or "", [])) or None
        builder.relation(
            link.kind,
            (link.premise,),
            link.target,
            wanted=link.name,
            offset=link.offset,
            note=note,
        )
    major = [name for name, mark in found.marks.items() if mark.type.lower() == _MAJOR]
    for offset, name, kind in found.stances:
        if major and name not in major:
            builder.relation(kind, (name,), major[0], offset=offset)
        else:
            builder.losses.add("stance toward no claim", 1, "stances toward no claim", name=name)
    restated = {(link.premise, link.target) for link in found.links}
    for name in major[1:]:
        if not restated & {(name, major[0]), (major[0], name)}:
            offset = found.marks[name].offset
            builder.relation(RelationKind.RESTATES, (name,), major[0], offset=offset)


def _places(
    found: _Annotations, beside: FileText | None, losses: Losses
) -> dict[str, list[Passage]]:
    """Return the paragraphs that the words of annotations are in, if there is their text."""
    if beside is None:
        return {}
    wrong = next((name for name, mark in found.marks.items() if not _is_of(mark, beside)), None)
    if wrong is not None:
        losses.notes.append(
            f"'{beside.name}' is not the text of these annotations: the words of {wrong} do not"
            " stand where it says, and claims have no places"
        )
        return {}
    try:
        counted = parse_paragraphs(beside).paragraphs
    except InvalidMapError as error:
        losses.notes.append(f"claims have no places: {error.diagnostics[0]}")
        return {}
    starts = [(each.location.line, each.location.column) for each in counted.values()]
    return {
        name: list(dict.fromkeys(_passages(mark, beside, starts, list(counted))))
        for name, mark in found.marks.items()
        if starts == sorted(starts)
    }


def _is_of(mark: _Mark, text: FileText) -> bool:
    """Return whether the words of an annotation stand in a text where it says."""
    words = " ".join(text.text[start:end] for start, end in mark.spans)
    return words.split() == mark.text.split()


def _passages(
    mark: _Mark, text: FileText, starts: list[tuple[int, int]], numbers: list[int]
) -> Iterator[Passage]:
    """Yield the paragraphs of each part of an annotation; none for one before the first."""
    for start, end in mark.spans:
        places = [text.location(offset) for offset in (start, end - 1)]
        first, last = (bisect_right(starts, (each.line, each.column)) - 1 for each in places)
        if first >= 0 and numbers[first] <= numbers[last]:
            yield Passage(numbers[first], numbers[last])
