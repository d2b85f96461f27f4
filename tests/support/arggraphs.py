"""Arg-microtexts: a text, and what is read of it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from argmap import ArgumentMap, Relation

BRIDGE = """\
<?xml version='1.0' encoding='UTF-8'?>
<!DOCTYPE arggraph SYSTEM "arggraph.dtd">
<arggraph id="bridge_01" topic_id="close_the_bridge" stance="con">
  <edu id="e1"><![CDATA[Lorries wear the old bridge down,]]></edu>
  <edu id="e2">but closing it would cut the village off,</edu>
  <edu id="e3"> for the next bridge &amp; ford is far away. </edu>
  <edu id="e4"><![CDATA[Weight limits <7 t would do.]]></edu>
  <edu id="e5">The ferry town did so.</edu>
  <edu id="e6">And limits are easy to enforce.</edu>
  <edu id="e7" implicit="true">The bridge should stay open.</edu>
  <joint id="j1"/>
  <adu id="a1" type="opp"/>
  <adu id="a2" type="pro"/>
  <adu id="a3" type="pro"/>
  <adu id="a4" type="pro"/>
  <adu id="a5" type="pro"/>
  <adu id="a6" type="pro"/>
  <edge id="s1" src="e1" trg="a1" type="seg"/>
  <edge id="s3" src="e3" trg="j1" type="seg"/>
  <edge id="s2" src="e2" trg="j1" type="seg"/>
  <edge id="s4" src="j1" trg="a2" type="seg"/>
  <edge id="s5" src="e4" trg="a3" type="seg"/>
  <edge id="s6" src="e5" trg="a4" type="seg"/>
  <edge id="s7" src="e6" trg="a5" type="seg"/>
  <edge id="s8" src="e7" trg="a6" type="seg"/>
  <edge id="c5" src="a5" trg="c3" type="add"/>
  <edge id="c1" src="a1" trg="a6" type="reb"/>
  <edge id="c2" src="a2" trg="a6" type="sup"/>
  <edge id="c3" src="a3" trg="c1" type="und"/>
  <edge id="c4" src="a4" trg="a3" type="exa"/>
</arggraph>
"""


def relations(argument_map: ArgumentMap) -> list[Relation]:
    """Return the relations of a map in order."""
    return list(argument_map.relations.values())


def graph(inside: str, claims: Iterable[str] = "abcd", attributes: str = "") -> str:
    """Return a graph of claims with one segment each, and what is given besides."""
    segments = "".join(
        f'<edu id="e{name}">The text of {name}.</edu><adu id="{name}" type="pro"/>'
        f'<edge id="s{name}" src="e{name}" trg="{name}" type="seg"/>'
        for name in claims
    )
    return f"<arggraph{attributes}>{segments}\n{inside}</arggraph>"


def edges(*lines: str) -> str:
    """Return edges written as ``id: source type target``."""
    found = []
    for line in lines:
        name, source, kind, target = re.split(r":?\s+", line)
        found.append(f'<edge id="{name}" src="{source}" trg="{target}" type="{kind}"/>\n')
    return "".join(found)
