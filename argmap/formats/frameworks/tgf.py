"""Trivial Graph Format, as the ICCMA competitions use it for frameworks.

One line for each argument, a line ``#``, then one line for each attack: ``a b`` means
that a attacks b (https://argumentationcompetition.org, formats of 2015 to 2021). The
label that may follow the name of an argument is the text of the claim. A label after the
two names of an edge says what the edge is, such as ``a b support``; any other is an error.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from argmap.documents.document import fail, refuse_empty
from argmap.documents.sample import Sample
from argmap.formats._vocabulary import relation_kind, unknown_relation
from argmap.formats.frameworks._framework import BLANK, FrameworkReader, attacks, lines, names_for
from argmap.model import ArgumentMap, FileText
from argmap.model.losses import Losses
from argmap.model.text import one_line

SUMMARY = "Trivial Graph Format, for abstract frameworks"
SUFFIXES = (".tgf",)

_DIVIDER = re.compile(rf"(?<![^\r\n]){BLANK}*+#{BLANK}*+(?![^\r\n])")
_HINT = "a line with only # separates arguments from attacks"
_LOOKED_AT = 100  # attacks that are compared with the arguments to recognise a text


def parse_tgf(file: FileText, losses: Losses) -> ArgumentMap:
    """Return the framework in a TGF text; raises InvalidMapError with its errors."""
    refuse_empty(file, "write an argument in each line, then #")
    reader = FrameworkReader(file, losses)
    rest = lines(file.text)
    if not _read_nodes(reader, rest):
        # The attacks have been read as arguments, so that other errors are misleading.
        fail(file, 0, "syntax", "there is no line with only #", _HINT)
    _read_edges(reader, rest)
    return reader.read()


def _read_nodes(reader: FrameworkReader, rest: Iterator[re.Match[str]]) -> bool:
    """Read the arguments; return whether the line that ends them is there."""
    for line in rest:
        name, *label = line[0].split(None, 1)
        at = line.start() + line[0].index(name)
        if not name.startswith("#"):
            reader.argument(name, at, "".join(label).rstrip())
            continue
        if name == "#" and not label:
            return True
        reader.diagnostics.add(at, "syntax", "no argument has a name that begins with #", _HINT)
        if _is_meant_to_divide(reader, line):
            return True
    return False


def _is_meant_to_divide(reader: FrameworkReader, line: re.Match[str]) -> bool:
    """Return whether attacks come after a line such as ``# attacks``, and not more arguments."""
    if _DIVIDER.search(line.string, line.end()) is None:
        return True
    following = next(lines(line.string, line.end()))
    names = following[0].split(None, 2)[:2]
    return len(names) == 2 and all(map(reader.has_argument, names))


def _read_edges(reader: FrameworkReader, rest: Iterator[re.Match[str]]) -> None:
    for line in rest:
        names = line[0].split(None, 2)
        at = line.start() + line[0].index(names[0])
        if names[0].startswith("#"):
            message = "a second line that begins with #"
            reader.diagnostics.add(at, "syntax", message, "one # separates arguments from attacks")
        elif len(names) == 1:
            message = "an attack is two names: the attacker and the target"
            reader.diagnostics.add(at, "syntax", message)
        else:
            _read_edge(reader, line, names, at)


def _read_edge(reader: FrameworkReader, line: re.Match[str], names: list[str], at: int) -> None:
    """Read two names that stand at ``at``; the label after them, if any, says the relation."""
    target_at = line.string.index(names[1], at + len(names[0]))
    label = names[2].rstrip() if names[2:] else "attacks"
    kind = relation_kind(label)
    if kind is None:
        label_at = line.string.index(label, target_at + len(names[1]))
        reader.diagnostics.add(label_at, *unknown_relation(label))
    else:
        reader.relation(names[0], names[1], at, target_at, kind)


def recognises_tgf(sample: Sample) -> bool:
    """Return whether there is a line ``#``, and the lines after it use the names before it."""
    divider = _DIVIDER.search(sample.text)
    if divider is None:
        return False
    nodes = [line[0].split(None, 1) for line in lines(sample.text[: divider.start()])]
    names = {node[0] for node in nodes}
    edges = [
        line[0].split(None, 2)[:2] for line in islice(lines(sample.text, divider.end()), _LOOKED_AT)
    ]
    if not edges:
        return bool(nodes) and all(len(node) == 1 for node in nodes)
    return all(len(edge) == 2 and names.issuperset(edge) for edge in edges)


def generate_tgf(argument_map: ArgumentMap, losses: Losses) -> str:
    """Return the claims and attacks of a map, with texts other than the id as labels.

    Raises ArgmapError for a map that has relations other than attacks.
    """
    names = names_for(
        argument_map,
        losses,
        fits=lambda claim_id: not claim_id.startswith("#"),
        fitting=lambda claim_id: claim_id.lstrip("#") or "c",
    )
    pairs = attacks(argument_map, names, losses, "tgf")
    nodes = []
    for claim in argument_map.claims.values():
        name, label = names[claim.id], one_line(claim.text)
        nodes.append(name if label == name else f"{name} {label}")
        losses.add("label", int(claim.label is not None))
        if label != claim.text:
            losses.add("text, put on one line", plural="texts, put on one line")
    return "".join(f"{line}\n" for line in (*nodes, "#", *map(" ".join, pairs)))
