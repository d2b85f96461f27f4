"""An ArgumentMap to Argdown text.

Claims come first, then relations, each in the order of the map. A relation is a line
under its target if that is enough. If it has several premises, a scheme, a note or incoming
relations, or is given twice, it is an argument with a premise-conclusion structure.
Argdown has no attack by several premises: such an argument concludes that the target does
not hold, and its data have the kind of relation (``relation: attacks``). What answers a
question is a line with + under it: nothing else can be meant by that.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from argmap.analysis.schemes.catalogue import canonical_name
from argmap.documents.yaml_scalars import flow, quoted
from argmap.formats._builder import slug
from argmap.formats.argdown.writable import count_ids, representable, structured
from argmap.model import ArgumentMap, Claim, Relation, RelationKind
from argmap.model.losses import Losses
from argmap.model.plain import plain_claim
from argmap.model.text import one_line, shortened

_SHORTCODE = r"(?:[AEOPvyn?~^]|v_|<?->|<>|\[\]|[+-]1|[a-z]{2,16}(?:-[a-z]+)?)"
# Markup in a text. A dot or colon may begin a shortcode such as .v. or :heart:, in which
# nothing can be escaped.
_MARKUP = re.compile(
    r"[\\\[{<*_#]|/(?=[/*])|:(?=[^\s:]*:)|=(?===)|-(?=-)|(?<=-)-"
    rf"|\.(?=[^\s.]+\.)(?={_SHORTCODE}\.|[^\s.]*?[\\\[{{<*_#/=:-])"
)
_BARE_TAG = re.compile(r"[A-Za-z0-9-]+")
_TITLE = re.compile(r"(?![-!+_])[^\[\]<>\x00-\x1f\x7f-\x9f\ufeff]+")
# Titles that the official tool uses for names of its own.
_NOT_A_TITLE = re.compile(
    r"Untitled \d+|__.*|constructor|hasOwn.*|is[A-Z].*|prop.*|to[A-Z].*|valueOf"
)
_NORMALIZED = (
    "text with double spaces, line ends or control characters, normalized or escaped",
    "texts with double spaces, line ends or control characters, normalized or escaped",
)
_LONGEST_TITLE = 200  # characters; a title is repeated in each reference
_ENDS = frozenset("{}>")  # of data, and of the title of an argument
_ESCAPED = re.compile("[{}>]")
_SIGNS = {
    RelationKind.SUPPORTS: "+",
    RelationKind.ATTACKS: "-",
    RelationKind.UNDERCUTS: "_",
    RelationKind.ANSWERS: "+",
}
_ARGUMENT = "argument"
_WHY_ADDED = "Argdown has attacks, undercuts and backing in steps only by way of a conclusion"


def text_of(argument_map: ArgumentMap, losses: Losses) -> str:
    """Return a map as Argdown; what that cannot represent is counted in ``losses``."""
    return _Writer(argument_map, losses).text()


class _Writer:
    """Writes one map."""

    def __init__(self, argument_map: ArgumentMap, losses: Losses) -> None:
        self.map = argument_map
        self.losses = losses
        self.relations = representable(argument_map, losses)
        self.structured = structured(argument_map, self.relations)
        self.arguments = self._argument_claims()
        self.titles: dict[str, str] = {}
        self.sentences: list[str] = []  # conclusions that are not in the map

    def _argument_claims(self) -> set[str]:
        """Return the claims of the kind ``argument`` that are only where Argdown allows them."""
        claims = {claim.id for claim in self.map.claims.values() if claim.kind == _ARGUMENT}
        for relation in self.relations:
            if relation.id in self.structured or relation.kind.is_symmetric:
                claims.difference_update(relation.premises, [relation.target])
        return claims

    def text(self) -> str:
        """Return the whole text."""
        count_ids(self.map, self.relations, self.structured, self.losses)
        self._name()
        parts = [*self._front_matter()]
        parts += map(self._claim, self.map.claims.values())
        parts += self._relations()
        if self.sentences:
            number, some = len(self.sentences), shortened(self.sentences[0], 60)
            is_added = "1 sentence is added" if number == 1 else f"{number:,} sentences are added"
            self.losses.notes.append(f"{is_added}, such as “{some}”: {_WHY_ADDED}")
        return "\n\n".join(parts) + "\n" if parts else ""

    def _name(self) -> None:
        """Give each claim and structured relation a unique title."""
        taken: set[str] = set()
        for claim in self.map.claims.values():
            self.titles[claim.id] = self._title((claim.label, claim.id), taken, "claim")
        for relation in self.relations:
            if relation.id in self.structured:
                self.titles[relation.id] = self._title((relation.id,), taken, "step")

    def _title(self, wanted: Iterable[str | None], taken: set[str], otherwise: str) -> str:
        """Return the first valid and unique title, or else one with a number."""
        for title in wanted:
            if (
                title
                and len(title) <= _LONGEST_TITLE
                and _TITLE.fullmatch(title)
                and one_line(title) == title
                and not _NOT_A_TITLE.fullmatch(title)
                and title not in taken
                and slug(title)
            ):
                taken.add(title)
                return title
        number = len(taken) + 1
        while f"{otherwise}-{number}" in taken or f"{otherwise}-{number}" in self.map.claims:
            number += 1
        taken.add(f"{otherwise}-{number}")
        return f"{otherwise}-{number}"

    def _front_matter(self) -> Iterator[str]:
        source = self.map.source._asdict() if self.map.source else {}
        lines = [f"title: {_quoted(self.map.title)}"] if self.map.title else []
        given = {key: value for key, value in source.items() if value is not None}
        for name, entries in (("source", given), ("voices", self.map.voices)):
            if entries:
                lines.append(f"{name}:")
                lines += (f"  {_key(key)}: {_quoted(text)}" for key, text in entries.items())
        if lines or not self.map.claims:  # a text must not be empty
            yield "\n".join(("===", *lines, "==="))

    def _claim(self, claim: Claim) -> str:
        title = self.titles[claim.id]
        data = plain_claim(claim)
        del data["text"]
        head = self._reference(claim.id)
        if claim.id in self.arguments:
            del data["kind"]
        # What the reader makes from the title is left out.
        if slug(title) != claim.id:
            data = {"id": claim.id, **data}
        if claim.label is not None and claim.label == title and slug(title) != title:
            del data["label"]
        tags = ""
        if _are_plain(claim.tags):
            data.pop("tags", None)
            tags = "".join(f" {_tag(tag)}" for tag in claim.tags)
        return f"{head}: {self._escaped(claim.text)}{tags}{_data(data)}"

    def _reference(self, node_id: str) -> str:
        title = self.titles[node_id]
        is_argument = node_id in self.structured or node_id in self.arguments
        return f"<{title}>" if is_argument else f"[{title}]"

    def _escaped(self, text: str) -> str:
        """Return a text on one line, without markup."""
        line = one_line(text)
        self.losses.add(_NORMALIZED[0], int(line != text), _NORMALIZED[1])
        return escaped(line)

    def _relations(self) -> Iterator[str]:
        """Yield a paragraph for consecutive relations with one head, and for each structure."""
        block: list[str] = []
        for relation in self.relations:
            if relation.id in self.structured:
                if block:
                    yield "\n".join(block)
                block = []
                yield from self._structure(relation)
                continue
            ends = (relation.target, relation.premises[0])
            head, other = reversed(ends) if relation.kind.is_symmetric else ends
            sign = "><" if relation.kind.is_symmetric else _SIGNS[relation.kind]
            if block[:1] != [self._reference(head)]:
                if block:
                    yield "\n".join(block)
                block = [self._reference(head)]
            block.append(f"  {sign} {self._reference(other)}")
        if block:
            yield "\n".join(block)

    def _structure(self, relation: Relation) -> Iterator[str]:
        """Yield an argument and its premise-conclusion structure."""
        title = self.titles[relation.id]
        data: dict[str, Any] = {} if slug(title) == relation.id else {"id": relation.id}
        on_claim = relation.target in self.map.claims
        is_plain = relation.kind is RelationKind.SUPPORTS and on_claim
        if not is_plain:
            data["relation"] = str(relation.kind)
        rule = relation.scheme or ""
        if one_line(rule) != rule:
            data["scheme"], rule = rule, ""
        elif rule and canonical_name(rule) != rule:
            data["scheme"] = rule  # a rule is read by the name that argmap has for it
        note = relation.note or ""
        if note and one_line(note) != note:
            data["note"], note = note, ""
        if relation.weight is not None:
            data["weight"] = relation.weight
        colon = f": {escaped(note)}" if note else ""
        yield f"{self._reference(relation.id)}{colon}{_data(data)}"
        lines = [f"({n}) {self._reference(p)}" for n, p in enumerate(relation.premises, 1)]
        lines += ["--", _rules(rule), "--"] if rule else ["----"]
        number = f"({len(relation.premises) + 1})"
        if is_plain:
            lines.append(f"{number} {self._reference(relation.target)}")
        else:
            sign = _SIGNS[relation.kind] + ">"
            self.sentences.append(self._conclusion(relation))
            lines.append(f"{number} {escaped(self.sentences[-1])}")
            lines.append(f"  {sign} {self._reference(relation.target)}")
        yield "\n".join(lines)

    def _conclusion(self, relation: Relation) -> str:
        """Return the conclusion, in words, of a relation other than support of a claim."""
        if relation.kind is RelationKind.ANSWERS:
            return f"This answers: {one_line(self.map.claims[relation.target].headline)}"
        holds = "holds" if relation.kind is RelationKind.SUPPORTS else "does not hold"
        if relation.target in self.map.claims:
            return f"This {holds}: {one_line(self.map.claims[relation.target].headline)}"
        return f"The step {one_line(relation.target)} {holds}."


def escaped(line: str) -> str:
    """Return a line of text with a backslash before all markup."""
    return _MARKUP.sub(r"\\\g<0>", line)


def _rules(scheme: str) -> str:
    """Return a scheme as rules, separated by its commas unless one would be empty."""
    rules = escaped(scheme)
    if rules.startswith("("):
        rules = f"\\{rules}"  # or it may look like the number of a conclusion
    return rules if all(map(str.strip, rules.split(","))) else rules.replace(",", "\\,")


def _quoted(text: str) -> str:
    """Return a text as a YAML scalar that does not end the front matter."""
    return quoted(text).replace("===", "\\u003d" * 3)


def _key(text: str) -> str:
    return _quoted(text) if "=" in text else flow(text)


def _are_plain(tags: tuple[str, ...]) -> bool:
    """Return whether tags can be written as tags of Argdown, in their order."""
    return len(set(tags)) == len(tags) and all(
        one_line(tag) == tag and not set(tag) & set("()\\#") for tag in tags
    )


def _tag(tag: str) -> str:
    return f"#{tag}" if _BARE_TAG.fullmatch(tag) else f"#({tag})"


def _data(data: dict[str, Any]) -> str:
    """Return data in braces, in which nothing ends them or the title before them."""
    entries = ", ".join(f"{key}: {_value(value)}" for key, value in data.items())
    return f" {{{entries}}}" if entries else ""


def _value(value: Any) -> str:
    if isinstance(value, list):
        items = [_value(item) for item in value]
        return items[0] if len(items) == 1 else f"[{', '.join(items)}]"
    if isinstance(value, str) and not _ENDS.isdisjoint(value):
        return _ESCAPED.sub(lambda found: f"\\u{ord(found[0]):04x}", quoted(value))
    return flow(value)
