"""The arg-microtexts XML, whose root element is ``arggraph``; read, not written.

Follows ``arggraph.dtd`` of the corpus (Peldszus and Stede, "An annotated corpus
of argumentative microtexts", 2015) and the implicit segments of its second part
(Skeppstedt, Peldszus and Stede, 2018).

An ``adu`` is a claim: its text is that of its segments (``edu``), in their order, and
``at`` counts the segments that are in the source. Its ``type`` is its voice. ``sup`` and
``exa`` support, ``reb`` attacks, ``und`` undercuts, and ``add`` is a further premise of
the relation it points at. A ``sup`` that points at a relation backs it, a ``reb``
undercuts it. The id of the text and its topic are the title; its stance is a note on each
root.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.documents.document import fail
from argmap.documents.sample import Sample
from argmap.documents.xml_document import Element, read_xml, shape
from argmap.formats._builder import MapBuilder
from argmap.formats._xml_losses import count_unknown
from argmap.formats.arggraph.elements import VOICES, Graph, is_implicit
from argmap.model import ArgumentMap, FileText, Passage, Source
from argmap.model.losses import Losses

SUMMARY = "arg-microtexts XML"
SUFFIXES = (".arggraph", ".arggraph.xml")
SHARED_SUFFIXES = (".xml",)

_SHAPES = {
    "arggraph": shape("id topic_id stance", "edu joint adu edge"),
    "edu": shape("id implicit", has_text=True),
    "joint": shape("id"),
    "adu": shape("id type"),
    "edge": shape("id src trg type"),
}
_TEXTLESS = (
    "claim without a text, replaced by its id",
    "claims without texts, replaced by their ids",
)


def parse_arggraph(file: FileText, losses: Losses) -> ArgumentMap:
    """Return the map in an argumentation graph; raises InvalidMapError with its errors."""
    root = read_xml(file, "arggraph")
    if not root.named("adu"):
        fail(file, root.offset, "no-claims", "this graph has no claim: no <adu>")
    graph = Graph(file, root)
    segments = graph.segments()
    steps = graph.relations()
    graph.diagnostics.raise_any()
    _count_losses(graph, segments, losses)
    builder = MapBuilder(file, losses)
    _add_claims(builder, graph, segments, {name for step in steps for name in step.premises})
    for step in steps:
        builder.relation(
            step.kind,
            step.premises,
            step.target,
            wanted=step.edge.attributes["id"],
            offset=step.edge.offset,
            scheme="example" if step.edge.attributes["type"] == "exa" else None,
        )
    title = ": ".join(part for part in (graph.about("id"), graph.about("topic_id")) if part)
    is_placed = any(claim.at for claim in builder.claims.values())
    unit = "segment" if is_placed else None
    text = Source(title=graph.about("id"), unit=unit)
    return builder.build(title=title or None, source=text if any(text) else None)


def recognises_arggraph(sample: Sample) -> bool:
    """Return whether the root element is that of the format."""
    return sample.xml_root == "arggraph"


def _add_claims(
    builder: MapBuilder, graph: Graph, segments: dict[str, list[Element]], premises: set[str]
) -> None:
    """Add each ADU; ``premises`` are those with outgoing relations."""
    said = [name for name, edu in graph.edus.items() if not is_implicit(edu)]
    numbers = {name: number for number, name in enumerate(said, start=1)}
    types = [adu.attributes["type"] for adu in graph.adus.values()]
    builder.voices = {voice: text for voice, text in VOICES.items() if voice in types}
    topic, stance = graph.about("topic_id"), graph.about("stance")
    note = f"The stance of the text{f' on {topic}' if topic else ''}: {stance}." if stance else None
    for name, adu in graph.adus.items():
        edus = segments[name]
        places = [numbers[edu.attributes["id"]] for edu in edus if not is_implicit(edu)]
        builder.claim(
            name,
            " ".join(text for edu in edus if (text := edu.text.strip())),
            offset=adu.offset,
            voice=adu.attributes["type"],
            at=tuple(_passages(places)),
            implicit=bool(edus) and not places,
            note=None if name in premises else note,
        )
    if premises.issuperset(graph.adus):
        builder.losses.add("stance of the text", int(stance is not None))


def _passages(numbers: list[int]) -> Iterator[Passage]:
    """Yield the runs of ascending numbers."""
    first = 0
    for index, number in enumerate(numbers, start=1):
        if index == len(numbers) or numbers[index] != number + 1:
            yield Passage(numbers[first], number)
            first = index


def _count_losses(graph: Graph, segments: dict[str, list[Element]], losses: Losses) -> None:
    used = {edu.attributes["id"] for edus in segments.values() for edu in edus}
    unused = sum(name not in used for name in graph.edus)
    losses.add("segment of no claim", unused, "segments of no claim")
    textless = sum(not any(edu.text.strip() for edu in edus) for edus in segments.values())
    what, plural = _TEXTLESS
    losses.add(what, textless, plural)
    marks = 0
    for edus in segments.values():
        implicit = sum(map(is_implicit, edus))
        marks += implicit if implicit < len(edus) else 0
    losses.add("mark of an implicit segment", marks, "marks of implicit segments")
    count_unknown(graph.root, _SHAPES, losses)
