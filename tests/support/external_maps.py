"""The maps that real Mermaid and real Graphviz are given."""

from __future__ import annotations

import json
import re

import argmap
from argmap import ArgumentMap

HOSTILE = {
    "parallelogram": "[/x]",
    "brackets": "[bold]",
    "shortcode": ":smile:",
    "click": '"]; click c1 "javascript:alert(1)"',
    "script": "</script><script>alert(1)</script>",
    "image": "<img src=x onerror=alert(1)>",
    "quoted": '"quoted"',
    "single-quoted": "it's 'so'",
    "backtick": "back`tick",
    "markdown-string": "`**strong**`",
    "last-backslash": "back\\slash ending in \\",
    "directive": "%%{init: {}}%%",
    "comment": "%% not a comment",
    "numbered": "1. numbered",
    "numbered-bracket": "1) numbered",
    "number-alone": "1.",
    "dash": "- dash",
    "dash-alone": "-",
    "rule": "---",
    "underscores": "___",
    "heading": "# heading",
    "quotation": "> quotation",
    "end": "end",
    "graph": "graph TD",
    "subgraph": "subgraph x",
    "entities": "&lt;b&gt;",
    "numeric-entity": "&#60;b&#62;",
    "ampersand": "A & B &amp; C",
    "mermaid-entity": "#quot;",
    "mermaid-number": "#35;",
    "formulae": r"\neg A \land \Gamma \Eta \Theta \\ C:\New",
    "dot-escapes": r"\N \G \l",
    "newline": "one\ntwo",
    "windows-newline": "one\r\ntwo",
    "backslash-n": r"one\ntwo",
    "tab": "one\ttwo",
    "emoji": "👩‍👩‍👧 🇪🇺 ❤️",
    "chinese": "中文“字”",
    "arabic": "العربية",
    "direction": "a\u202ecba",
    "control": "bell\x07 and \x1b[31mred",
    "formula": "=cmd()",
    "braces": "{{x}}",
    "katex": "$$x^2$$",
    "bold": "**bold**",
    "lone www": "www.example.com",
    "italic": "_italic_ and __strong__",
    "strike": "~~struck~~",
    "link": "[link](https://example.com)",
    "reference": "[note]: https://example.com",
    "address": "see https://example.com/a?b=c&d=e#f or www.example.com or me@example.com",
    "icon": "fa:fa-car and fab:fa-x",
    "style": "Lifestyle:'free' and classDef:'x'",
    "attribute": '"; bad [label="x"',
    "html-label": "<<b>bold</b>>",
    "pipe": "a|b| c --> d",
    "long-word": "x" * 100,
    "long": "word " * 60 + "last",
}

_STRUCTURES = {
    "empty": "claims: {}",
    "lone claim": "claims: {a: x}",
    "cycle": "relations: [{from: a, supports: b}, {from: b, attacks: a}]",
    "self-support": "relations: [{from: a, supports: a}]",
    "twice the same": "relations: [{from: a, supports: b}, {from: a, supports: b, id: again}]",
    "linked": "relations: [{from: [a, b], supports: c}]",
    "linked, target a premise": "relations: [{from: [a, b], supports: b}]",
    "undercut of linked": """
relations:
- {id: r, from: [a, b], attacks: c}
- {from: d, undercuts: r}""",
    "undercut of undercut": """
relations:
- {id: r, from: a, supports: b}
- {id: u, from: c, undercuts: r}
- {id: v, from: d, undercuts: u}""",
    "contradicts": "relations: [{from: a, contradicts: b}]",
    "restates": "relations: [{from: a, restates: b}]",
    "backing": """
relations:
- {id: r, from: a, supports: b}
- {from: c, supports: r}""",
    "linked backing": """
relations:
- {id: r, from: a, supports: b}
- {from: [c, d], supports: r}""",
    "contradicts undercut": """
relations:
- {id: r, from: a, contradicts: b}
- {from: c, undercuts: r}""",
    "restates undercut": """
relations:
- {id: r, from: a, restates: b}
- {from: c, undercuts: r}""",
    "every kind": """
relations:
- {id: r, from: a, supports: b}
- {id: s, from: [a, c], attacks: b}
- {id: t, from: c, contradicts: d}
- {id: u, from: d, undercuts: s}
- {id: v, from: b, restates: d}""",
}
_CLAIMS = """claims:
  a: {text: Alpha, kind: thesis, at: 1}
  b: {text: Beta, kind: evidence, at: [2, 4-5]}
  c: {text: Gamma, kind: a kind of its own}
  d: {text: Delta, voice: someone, implicit: true}
voices: {someone: Somebody}"""

_NOT_IN_ID = re.compile(r"[\s\x00-\x1f\x7f-\x9f\u200d\u202e]+")

STRUCTURES = ("bundled", *_STRUCTURES)


def structure(name: str) -> ArgumentMap:
    """Return the bundled map, or a small one by name."""
    if name == "bundled":
        return argmap.load()
    body = _STRUCTURES[name].strip()
    claims = "" if body.startswith("claims") else _CLAIMS
    return argmap.loads(f"argmap: 1\n{claims}\n{body}\n")


def hostile(name: str) -> ArgumentMap:
    """Return a map with one hostile text as text, label, title and, in part, as every id."""
    text = HOSTILE[name]
    name_of = _NOT_IN_ID.sub("_", text)
    claims = {
        name_of: {"text": text},
        "labelled": {"text": text, "label": text, "at": 3},
        f"{name_of}:x": {"text": "plain", "kind": "premise"},
    }
    relations = [
        {"from": [name_of, "labelled"], "supports": f"{name_of}:x", "scheme": text},
        {"id": f"{name_of}/", "from": f"{name_of}:x", "attacks": name_of},
    ]
    document = {"argmap": 1, "title": text, "claims": claims, "relations": relations}
    return argmap.loads(json.dumps(document), "json")
