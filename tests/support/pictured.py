"""What tests of pictures need: a map of everything there is, and what an SVG has of a map."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from argmap import ArgumentMap, loads
from argmap.formats import drawable
from argmap.model.text import one_line
from argmap.pictures.picture import Arrangement, Picture
from support import MAPS

PICTURES = sorted({*drawable()} - {"html"})  # a page does without a picture


CARDS = Picture(arrangement=Arrangement.CARDS)
LIBRARY = str(MAPS / "library.yaml")

SVG = "{http://www.w3.org/2000/svg}"

# Every kind of relation, linked premises, backing, an undercut of an undercut, and a circle.
EVERYTHING = """
argmap: 1
title: Everything there is
source: {title: A letter, unit: page}
claims:
  top: {text: The topmost claim of all., label: Top, kind: thesis, voice: one, at: 3}
  left: {text: It stands at the left., kind: premise, voice: one, at: [1, 3]}
  right: {text: It stands at the right., kind: evidence, voice: two, implicit: true}
  other: {text: The top is wrong., kind: theory, voice: two, at: [fol. 2, 7]}
  again: {text: What is said of the top is false., kind: concession}
  low: {text: It stands below., kind: context}
  odd: {text: It has a kind of its own., kind: oddity}
  asked: {text: Is the topmost claim right?, kind: question}
relations:
  - {from: [left, right], supports: top, id: both}
  - {from: low, attacks: left}
  - {from: odd, undercuts: both, id: cut}
  - {from: low, supports: both, id: backing}
  - {from: left, undercuts: cut}
  - {from: other, contradicts: top}
  - {from: other, restates: again}
  - {from: top, supports: low}
  - {from: top, answers: asked}
"""


def parsed(svg: bytes | str) -> ET.Element:
    return ET.fromstring(svg)  # noqa: S314 our own


def groups(root: ET.Element, name: str) -> list[ET.Element]:
    """Return the groups of claims or relations, in order."""
    return [g for g in root.iter(f"{SVG}g") if g.get("class", "").split(" ")[0] == name]


def title(group: ET.Element) -> str:
    found = group.find(f"{SVG}title")
    assert found is not None
    return found.text or ""


def words(element: ET.Element) -> str:
    """Return the text drawn, without spaces: lines break anywhere."""
    texts = ("".join(text.itertext()) for text in element.iter(f"{SVG}text"))
    return "".join("".join(texts).split())


def without_spaces(text: str) -> str:
    return "".join(one_line(text).split())


def everything() -> ArgumentMap:
    return loads(EVERYTHING)
