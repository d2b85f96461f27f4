"""The JSON of Argdown's own tool to an ArgdownDocument.

Its places are numbers of paths in the JSON, for which ``find_offset`` finds the offsets.
"""

from __future__ import annotations

import re
from typing import Any

from argmap.documents.document import Document, Path, what
from argmap.formats.argdown.document import ArgdownDocument, Argument, Link, Node, Statement, Step
from argmap.formats.argdown.exported_parts import (
    INFERENCE,
    KEYS,
    MEMBER,
    NODE,
    RANGE,
    RELATION,
    SECTION,
    TOP,
    Parts,
    ends,
    first_line,
    part_of,
    without_tags,
)
from argmap.formats.argdown.paragraphs import ParagraphError
from argmap.formats.argdown.structures import Structure
from argmap.model import RelationKind
from argmap.model.losses import Losses

_KINDS = {
    "support": RelationKind.SUPPORTS,
    "entails": RelationKind.SUPPORTS,
    "attack": RelationKind.ATTACKS,
    "contrary": RelationKind.CONTRADICTS,
    "contradictory": RelationKind.CONTRADICTS,
    "undercut": RelationKind.UNDERCUTS,
}
_CONCLUSIONS = frozenset({"main-conclusion", "intermediary-conclusion"})
_ENDS = ("equivalence-class", "argument", "inference")
_UNTITLED = re.compile(r"Untitled \d+")


def read_exported(document: Document, losses: Losses) -> ArgdownDocument:
    """Return the content of an export; raises InvalidMapError with its errors.

    What an ArgdownDocument has no place for is counted in ``losses``.
    """
    return _Reader(document, losses).read()


class _Reader(Parts):
    """Reads one export."""

    def __init__(self, document: Document, losses: Losses) -> None:
        super().__init__(document, losses)
        self.result = ArgdownDocument(find_offset=self.offset)
        self.sections: dict[str, str] = {}  # the headings that lead to each, by id
        self.statements: dict[str, Statement] = {}
        self.arguments: dict[str, Argument] = {}
        self.relations: dict[tuple[str, ...], dict[str, Any]] = {}  # by kind and ends
        self.structures: dict[str, list[Any]] = {}  # of arguments that have one
        self.steps: dict[tuple[str, int], Step] = {}  # by argument, and place in its structure

    def read(self) -> ArgdownDocument:
        """Return the content."""
        top = self.document.value
        if not isinstance(top, dict) or not top.keys() >= KEYS:
            found = "an object without them" if isinstance(top, dict) else what(top)
            keys = "arguments, statements and relations"
            self.document.fail(f"the JSON of Argdown is an object with {keys}, not {found}")
        self.count(top, TOP)
        for item in self.get(top, "relations", (), []):
            if isinstance(item, dict):
                self.relations[ends(item)] = item
        self._read_sections(self.get(top, "sections", (), []))
        self._read_nodes(top)
        for title, items in self.structures.items():
            self._structure(title, items)
        for number, item in enumerate(self.get(top, "relations", (), [])):
            path = ("relations", number)
            self._relation(self.checked(item, path, {}), path)
        self._count_drawing(top)
        self.diagnostics.raise_any()
        return self.result

    def _count_drawing(self, top: dict[str, Any]) -> None:
        drawing = self.get(top, "map", (), {})
        parts = sum(len(part) for part in drawing.values() if isinstance(part, list))
        self.losses.add(
            "node or edge of a drawing", parts, "nodes and edges of a drawing", is_minor=True
        )
        tags = self.get(top, "tags", (), {})
        coloured = sum("color" in tag for tag in tags.values() if isinstance(tag, dict))
        self.losses.add("colour", coloured, is_minor=True)

    def _read_sections(self, items: list[Any]) -> None:
        waiting: list[tuple[Any, Path, str]] = [
            (item, ("sections", n), "") for n, item in enumerate(items)
        ]
        while waiting:
            item, path, above = waiting.pop()
            body = self.checked(item, path, {})
            self.count(body, SECTION)
            title = self.get(body, "title", path, "").strip()
            self.losses.add("heading with data", int(bool(body.get("data"))), "headings with data")
            name = f"{above} > {title}" if above else title
            self.sections[self.get(body, "id", path, "")] = name
            children = self.get(body, "children", path, [])
            waiting += [(child, (*path, "children", n), name) for n, child in enumerate(children)]

    def _read_nodes(self, top: dict[str, Any]) -> None:
        """Read statements and arguments, in the order of the Argdown text."""
        bodies = [
            (self.checked(body, (key, title), {}), (key, title))
            for key in ("statements", "arguments")
            for title, body in self.get(top, key, (), {}).items()
        ]
        for body, path in sorted(bodies, key=lambda each: first_line(each[0])):
            key, title = path
            named = None if _UNTITLED.fullmatch(title) else title
            place = self.place(path)
            node: Statement
            if key == "arguments":
                node = self.arguments[title] = Argument(named, place)
                items = self.get(body, "pcs", path, [])
                self.structures |= {title: items} if items else {}
            else:
                node = self.statements[title] = Statement(named, place)
            self.result.nodes.append(node)
            self._node(node, body, path)

    def _node(self, node: Statement, body: dict[str, Any], path: Path) -> None:
        self.count(body, NODE)
        node.data = dict(self.get(body, "data", path, {}))
        self._embedded(body, path)
        node.tags = dict.fromkeys(self.texts(body, "tags", path))
        for n, item in enumerate(self.get(body, "members", path, [])):
            at = (*path, "members", n)
            member = self.checked(item, at, {})
            self.count(member, MEMBER)
            self._repeated(body, member)
            if not member.get("isReference"):
                self._member(node, member, at)
                if member.get("role") == "top-level-statement" and node.title is None:
                    self.result.prose.add(node)
        node.data.pop("isCanonical", None)

    def _repeated(self, body: dict[str, Any], member: dict[str, Any]) -> None:
        """Count what a member repeats of the structure of an argument, and says otherwise."""
        if "pcs" in member:
            self.count_repeated(member["pcs"], body.get("pcs"), "pcs")
        if "inference" in member:
            inference = member["inference"]
            index = part_of(inference, "conclusionIndex")
            path = ("arguments", member.get("argumentTitle"), "pcs", index, "inference")
            original = part_of(self.document.value, *path)
            self.count_repeated(inference, original, "inference")

    def _embedded(self, body: dict[str, Any], path: Path) -> None:
        """Count the relations of a node or inference that are not among all relations."""
        for n, item in enumerate(self.get(body, "relations", path, [])):
            relation = self.checked(item, (*path, "relations", n), {})
            original = self.relations.get(ends(relation))
            if original is None:
                one, many = "relation at one end alone", "relations at one end alone"
                self.losses.add(one, 1, many, name=" ".join(ends(relation)[:3]))
            else:
                self.count_repeated(relation, original, "relations")

    def _member(self, node: Statement, member: dict[str, Any], path: Path) -> None:
        """Add a wording, with its section."""
        text = self._text(node, member, path)
        data = self.get(member, "data", path, {})
        if text:
            node.say(text, is_canonical=data.get("isCanonical") is True)
        others = sum(node.data.setdefault(key, data[key]) != data[key] for key in data)
        self.losses.add("data entry given anew", others, "data entries given anew")
        section = self.sections.get(self.get(member, "section", path, ""))
        node.section = node.section or section
        if section != node.section and section is not None:
            one = "further section of a statement"
            self.losses.add(one, 1, "further sections of a statement")

    def _text(self, node: Statement, member: dict[str, Any], path: Path) -> str:
        """Return the text of a member without the tags before and after it."""
        text = self.get(member, "text", path, "").strip()
        bare = without_tags(text, set(self.texts(member, "tags", path)))
        for n, item in enumerate(self.get(member, "ranges", path, [])):
            span = self.checked(item, (*path, "ranges", n), {})
            self.count(span, RANGE)
            kind = self.get(span, "type", (*path, "ranges", n), "")
            if kind in {"bold", "italic"}:
                self.losses.add("emphasis", 1, "emphases", is_minor=True)
            elif kind == "link":
                url = self.get(span, "url", (*path, "ranges", n), "")
                self.losses.add("link", name=url or None)
        return bare if bare or node.title else text

    def _structure(self, title: str, items: list[Any]) -> None:
        """Read the premise-conclusion structure of an argument."""
        structure = Structure(self.arguments[title])
        try:
            for n, item in enumerate(items):
                path = ("arguments", title, "pcs", n)
                part, place = self.checked(item, path, {}), self.place(path)
                if part.get("inference") or self.get(part, "role", path, "") in _CONCLUSIONS:
                    self.steps[title, n] = self._step(structure, part, path)
                node = self._find(self.statements, part, "title", path)
                if node is None:
                    return
                structure.add(node, str(n + 1), place)
            structure.end()
        except ParagraphError as error:
            self.error(self.paths[error.offset], "syntax", error.message)

    def _step(self, structure: Structure, conclusion: dict[str, Any], path: Path) -> Step:
        """Read the inference to a conclusion; raises ParagraphError as ``infer`` does."""
        at = (*path, "inference")
        inference = self.get(conclusion, "inference", path, {})
        self.count(inference, INFERENCE)
        self._embedded(inference, at)
        rules = ", ".join(self.texts(inference, "inferenceRules", at))
        data = self.get(inference, "data", at, {})
        step, unknown = structure.infer(rules, data, self.place(path))
        one, many = "use of what is no premise", "uses of what are no premises"
        self.losses.add(one, unknown, many)
        self.result.links.append(step)
        return step

    def _find(self, nodes: dict[str, Any], body: dict[str, Any], key: str, path: Path) -> Any:
        """Return the statement or argument with the title under a key; None after an error."""
        title = self.get(body, key, path, "")
        if title in nodes:
            return nodes[title]
        if body.get(key) is None:
            self.error(path, "missing-key", f"the key '{key}' is missing")
        elif title:
            one = "argument" if nodes is self.arguments else "statement"
            hint = self.diagnostics.near(title, nodes)
            self.error((*path, key), "dangling-id", f"there is no {one} '{title}'", hint)
        return None

    def _relation(self, body: dict[str, Any], path: Path) -> None:
        self.count(body, RELATION)
        kind = self.get(body, "relationType", path, "")
        if kind not in _KINDS:
            known = f"known here: {', '.join(_KINDS)}"
            self.error(path, "unknown-relation", f"there is no relation '{kind}'", known)
            return
        source, target = self._end(body, "from", path), self._end(body, "to", path)
        if isinstance(source, Step):
            message = "a relation starts from a statement or an argument, not from an inference"
            self.error(path, "premise-is-relation", message)
        elif source is not None and target is not None:
            self.result.prose -= {source, target}
            self.result.links.append(Link(_KINDS[kind], source, target, self.place(path)))

    def _end(self, body: dict[str, Any], key: str, path: Path) -> Node | None:
        """Return an end of a relation; None after an error."""
        type_ = self.get(body, f"{key}Type", path, "")
        if type_ and type_ not in _ENDS:
            known = f"known here: {', '.join(_ENDS)}"
            message = f"there is no type '{type_}' of an end of a relation"
            self.error((*path, f"{key}Type"), "unknown-type", message, known)
            return None
        is_statement = type_ == _ENDS[0] or (not type_ and str(body.get(key)) in self.statements)
        nodes: dict[str, Any] = self.statements if is_statement else self.arguments
        found: Statement | None = self._find(nodes, body, key, path)
        if type_ != "inference" or not isinstance(found, Argument):
            return found
        step = self.steps.get((body[key], self.get(body, "conclusionIndex", path, -1)))
        if step is None and not ("conclusionIndex" not in body and found.steps):
            message = f"the argument '{body[key]}' has no such inference"
            self.error((*path, key), "dangling-id", message)
            return None
        return step or found.steps[-1]
