"""Big maps in the formats that argmap only reads, or that hold attacks alone."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any
from xml.sax.saxutils import escape

from support.random_maps import plain

import argmap
from argmap.formats import writable

FRAMEWORKS = ("af", "apx", "tgf")


def text_of(name: str, claims: int) -> str:
    """Return a map of so many claims in a format.

    Kialo and the frameworks get a tree, of which frameworks have every relation
    an attack; the others get a sixth more relations than claims, of all kinds.
    """
    if name in FRAMEWORKS:
        data = plain(claims, 0, "tree")
        for link in data["relations"]:
            link["attacks"] = link.pop("supports")
        return argmap.dumps(argmap.loads(json.dumps(data), "json"), name)
    if name in _TEXTS:
        shape = "tree" if name == "kialo" else "mixed"
        return _TEXTS[name](plain(claims, claims * 6 // 5, shape))
    if name not in writable():
        raise ValueError(f"no text can be made in the format {name}")
    return argmap.dumps(
        argmap.loads(json.dumps(plain(claims, claims * 6 // 5, "mixed")), "json"), name
    )


def _kialo(data: dict[str, Any]) -> str:
    """Return a tree in the older layout, deeper claims under longer numbers."""
    children: dict[str, list[str]] = {}
    for link in data["relations"]:
        children.setdefault(link["supports"], []).append(link["from"])
    lines = [f"Discussion Title: {data['title']}", ""]
    todo = [("claim-0", "1", "")]
    while todo:
        name, number, side = todo.pop()
        lines.append(f"{number}. {side}{data['claims'][name]['text']}")
        below = enumerate(children.get(name, ()), 1)
        todo += reversed([(child, f"{number}.{n}", "Pro: ") for n, child in below])
    return "\n".join(lines) + "\n"


def _arggraph(data: dict[str, Any]) -> str:
    """Return a graph with a segment for each claim, and an added premise for each linked one."""
    types = {"supports": "sup", "attacks": "reb", "undercuts": "und"}
    numbers = {name: number for number, name in enumerate(data["claims"])}
    lines = ['<arggraph id="big" topic_id="big" stance="pro">']
    texts = enumerate(claim["text"] for claim in data["claims"].values())
    lines += [f'<edu id="e{n}"><![CDATA[{text}]]></edu>' for n, text in texts]
    lines += [f'<adu id="a{n}" type="{("pro", "opp")[n % 2]}"/>' for n in numbers.values()]
    lines += [f'<edge id="s{n}" src="e{n}" trg="a{n}" type="seg"/>' for n in numbers.values()]
    steps: dict[str, str] = {}
    for number, link in enumerate(data["relations"]):
        premises = link["from"] if isinstance(link["from"], list) else [link["from"]]
        verb = next(verb for verb in types if verb in link)
        target = link[verb]
        end = f"a{numbers[target]}" if target in numbers else steps[target]
        edges = [(f"c{number}", end, types[verb])]
        edges += [(f"c{number}x{n}", f"c{number}", "add") for n in range(1, len(premises))]
        for premise, (name, to, type_) in zip(premises, edges, strict=True):
            start = f"a{numbers[premise]}"
            lines.append(f'<edge id="{name}" src="{start}" trg="{escape(to)}" type="{type_}"/>')
        steps[f"{'+'.join(premises)}/{target}"] = f"c{number}"
    return "\n".join([*lines, "</arggraph>"]) + "\n"


def _carneades(data: dict[str, Any]) -> str:
    """Return statements and arguments; every relation to a claim is one."""
    lines = ["meta:", f"  title: {data['title']}", "statements:"]
    lines += [f"  {name}: {claim['text']}" for name, claim in data["claims"].items()]
    lines.append("arguments:")
    for number, link in enumerate(data["relations"]):
        target = link.get("supports") or link.get("attacks")
        if target in data["claims"]:
            premises = link["from"] if isinstance(link["from"], list) else [link["from"]]
            lines += [f"  r{number}:", f"    premises: [{', '.join(premises)}]"]
            lines.append(f"    conclusion: {target}")
    return "\n".join(lines) + "\n"


_TEXTS: dict[str, Callable[[dict[str, Any]], str]] = {
    "arggraph": _arggraph,
    "carneades": _carneades,
    "kialo": _kialo,
}
