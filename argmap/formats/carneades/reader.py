"""A Carneades document to statements, arguments and issues in which every name is known."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from argmap.documents.document import (
    Document,
    Path,
    is_nothing,
    what,
)
from argmap.formats.carneades.graph import Argument, Graph, Issue, Statement, Test
from argmap.formats.carneades.issue_schemes import positions
from argmap.formats.carneades.parts import META, REMARKS, PartReader, one_spaced
from argmap.formats.carneades.schemes import named, number_of, read_schemes
from argmap.formats.carneades.terms import normalized
from argmap.model import Standard, Status
from argmap.model.losses import Losses
from argmap.suggestions import did_you_mean

_LOST_PARTS = {
    "references": ("reference", "references"),
    "rules": ("rule", "rules"),
}
_READ_PARTS = ("statements", "arguments", "issues", "assumptions", "tests", "labels", "meta")
_OF_SCHEMES = ("argument_schemes", "weighing_functions", "issue_schemes", "language")
PARTS = frozenset((*_READ_PARTS, *_LOST_PARTS, *_OF_SCHEMES))


_STATEMENT = ("text", "assumed", "label", "value", *META)
_ARGUMENT = (
    *("premises", "conclusion", "scheme", "undercutter"),
    *("weight", "weights", "parameters", *META),
)
_ISSUE = ("positions", "standard", *META)
_LOST_OF_ARGUMENTS = {
    "weights": ("weight of an argument", "weights of arguments"),
    "parameters": ("list of parameters", "lists of parameters"),
}
_PREDICATE = "predicate of the language", "predicates of the language"
_STANDARDS = {
    "pe": Standard.PREPONDERANCE,
    "dv": Standard.PREPONDERANCE,  # dialectical validity, which asks for no more
    "cce": Standard.CLEAR_AND_CONVINCING,
    "brd": Standard.BEYOND_REASONABLE_DOUBT,
}
_STANDARD = "unknown proof standard of an issue", "unknown proof standards of issues"
_LABELS = tuple(map(str, Status))


def read_graph(document: Document, losses: Losses) -> Graph:
    """Return the graph in a document; raises InvalidMapError with its errors.

    What a map cannot represent is counted in ``losses``.
    """
    body = document.value
    if isinstance(body, dict) and PARTS.intersection(body):
        return _Reader(document, losses).read()
    message = f"a Carneades file is a mapping of keys, not {what(body)}"
    hint = "begin with: statements:"
    if isinstance(body, dict):
        message = f"none of the keys of a Carneades file is here: {', '.join(_READ_PARTS)}"
        near = (did_you_mean(key, _READ_PARTS) for key in list(body)[:20])
        hint = next(filter(None, near), hint)
    return document.fail(message, hint)


class _Reader(PartReader):
    """Reads one graph."""

    def read(self) -> Graph:
        for name, value in self.part("statements").items():
            self.statement(name, value)
        self.arguments = self.part("arguments")
        self.assumptions()
        arguments = [self.argument(name, value) for name, value in self.arguments.items()]
        issues = [self.issue(name, value) for name, value in self.part("issues").items()]
        tests = [test for key in ("tests", "labels") for test in self.tests(key)]
        stated = [argument for argument in arguments if argument]
        self.other_parts()
        title, source = self.head()
        self.diagnostics.raise_any()
        issues += self.found_issues(issues)
        schemes = read_schemes(self.body, self.language, self.losses)
        for predicate in self.part("language"):
            is_lost = predicate not in self.language.used
            self.losses.add(_PREDICATE[0], int(is_lost), _PREDICATE[1], name=predicate)
        tested = self.agreeing(tests)
        return Graph(title, source, self.statements, stated, issues, tested, schemes)

    def head(self) -> tuple[str | None, dict[str, str]]:
        """Return the title and the fields of the source."""
        meta = self.part("meta")
        title = self.text(("meta", "title"), meta.get("title")) if "title" in meta else None
        source = [
            text
            for key in ("source", "sources")
            for path, item in self.items(("meta", key), meta.get(key))
            if (text := self.text(path, item))
        ]
        for key in meta:
            if key in REMARKS:
                plural = "notes on the map"
                self.losses.add("note on the map", 1, plural, name=key, is_minor=True)
            elif key not in {"title", "source", "sources"}:
                self.lose_meta(key)
        cited = "; ".join(" ".join(text.split()) for text in source)
        is_address = cited.startswith(("https://", "http://")) and " " not in cited
        return one_spaced(title), {"url" if is_address else "title": cited} if cited else {}

    def statement(self, key: str, value: Any) -> None:
        path: Path = ("statements", key)
        name = normalized(key)
        if not name:
            self.error(path, "bad-id", "a statement must have a name", key=True)
        elif name in self.statements:
            self.error(path, "duplicate-key", f"the statement '{name}' is given twice", key=True)
        found = Statement(self.language.say(name), self.offset(path, key=True))
        self.statements[name] = found
        if not isinstance(value, dict):
            found.text = self.text(path, value) or found.text
            return
        fields = self.entries(path, value, _STATEMENT)
        found.text = self.text((*path, "text"), fields.get("text")) or found.text
        found.assumed = self.boolean((*path, "assumed"), fields.get("assumed"))
        found.label, found.note = self.remarks(path, fields)
        for given in ("label", "value"):
            label = (self.text((*path, given), fields.get(given)) or "").casefold()
            if label in _LABELS:
                found.tags.append(f"expected: {label}")
            self.losses.add("label", int(label not in {"", *_LABELS}), name=label)

    def assumptions(self) -> None:
        value = self.body.get("assumptions")
        if isinstance(value, dict):
            for key, assumed in value.items():
                path: Path = ("assumptions", key)
                name = self.reference(path, key, key=True)
                if name:
                    given = self.boolean(path, assumed)
                    self.statements[name].assumed = given is not False
            return
        for path, item in self.items(("assumptions",), value):
            name = self.reference(path, item)
            if name:
                self.statements[name].assumed = True

    def argument(self, name: str, value: Any) -> Argument | None:
        path: Path = ("arguments", name)
        fields = self.entries(path, value, _ARGUMENT)
        if not isinstance(value, dict) and not is_nothing(value):
            return None
        conclusion = None
        if is_nothing(fields.get("conclusion")):
            message = f"the argument '{name}' has no conclusion"
            self.error(path, "missing-key", message, "give it one: conclusion: …", key=True)
        else:
            conclusion = self.reference((*path, "conclusion"), fields["conclusion"])
        undercutters = [
            (undercutter, self.offset(where))
            for where, item in self.items((*path, "undercutter"), fields.get("undercutter"))
            if (undercutter := self.reference(where, item))
        ]
        for key, (one, several) in _LOST_OF_ARGUMENTS.items():
            self.losses.add(one, int(not is_nothing(fields.get(key))), several, name=name)
        title, note = self.remarks(path, fields)
        return Argument(
            name,
            self.offset(path, key=True),
            self.premises((*path, "premises"), fields.get("premises")),
            conclusion or "",
            list(dict(undercutters).items()),
            self.text((*path, "scheme"), fields.get("scheme")),
            "\n".join(filter(None, (title, note))) or None,
            self.weight(name, fields.get("weight")),
            self.mapping((*path, "meta"), fields.get("meta", fields.get("metadata"))),
        )

    def weight(self, name: str, value: Any) -> float | None:
        """Return the weight of an argument; one that is none of a map is counted."""
        number = number_of(value)
        if number is not None and 0 <= number <= 1:
            return number
        what, plural = _LOST_OF_ARGUMENTS["weights"]
        self.losses.add(what, int(not is_nothing(value)), plural, name=name)
        return None

    def premises(self, path: Path, value: Any) -> list[tuple[str, str]]:
        """Return the role and the statement of each premise; a number is not a role."""
        if isinstance(value, dict):
            found = [("" if k.isdecimal() else k, (*path, k), item) for k, item in value.items()]
        else:
            found = [("", where, item) for where, item in self.items(path, value)]
        named = ((role, self.reference(where, item)) for role, where, item in found)
        return [(role, name) for role, name in named if name]

    def issue(self, name: str, value: Any) -> Issue:
        path: Path = ("issues", name)
        fields = self.entries(path, value, _ISSUE)
        named = [
            self.reference(where, item)
            for where, item in self.items((*path, "positions"), fields.get("positions"))
        ]
        title, note = self.remarks(path, fields)
        positions = list(dict.fromkeys(filter(None, named)))
        standard = self.standard((*path, "standard"), fields.get("standard"))
        return Issue(name, self.offset(path, key=True), positions, title, note, standard)

    def found_issues(self, issues: list[Issue]) -> Iterator[Issue]:
        """Yield the issues that schemes find; a scheme of unknown form is counted."""
        taken = {name for each in issues for name in each.positions}
        for name, found in positions(self.body.get("issue_schemes"), self.statements, taken):
            self.losses.add("issue scheme", int(found is None), name=name)
            for number, each in enumerate(found or (), 1):
                at = self.statements[each[0]].offset
                yield Issue(f"{name}-{number}", at, each, None, None, None)

    def standard(self, path: Path, value: Any) -> Standard | None:
        """Return the proof standard of an issue; an unknown one is counted."""
        written = self.text(path, value)
        if written is None:
            return None
        found = _STANDARDS.get(written.strip().casefold())
        what, plural = _STANDARD
        self.losses.add(what, int(found is None), plural, name=written)
        return found

    def tests(self, part: str) -> Iterator[Test]:
        """Yield the expectations in a part: ``tests``, or ``labels`` in older files."""
        fields = self.entries((part,), self.body.get(part), _LABELS)
        missing = 0
        for label in _LABELS:
            for path, item in self.items((part, label), fields.get(label)):
                name = normalized(self.text(path, item) or "")
                if name in self.statements:
                    yield Test(name, Status(label), self.offset(path))
                else:
                    missing += bool(name)
        what = "expectation of a statement that is not there"
        self.losses.add(what, missing, "expectations of statements that are not there")

    def agreeing(self, tests: list[Test]) -> list[Test]:
        """Return the first test of each statement, and count those that contradict it."""
        first: dict[str, Test] = {}
        for test in tests:
            other = first.setdefault(test.statement, test)
            if other.status is not test.status:
                what = "expectation at odds with one before it"
                self.losses.add(what, plural="expectations at odds with one before them")
        return list(first.values())

    def other_parts(self) -> None:
        """Count the content of parts that a map cannot represent, unknown ones by name."""
        for key, value in self.body.items():
            if key in _LOST_PARTS:
                for name, _ in named(value):
                    self.losses.add(_LOST_PARTS[key][0], 1, _LOST_PARTS[key][1], name=name)
            elif key not in PARTS:
                self.check_near((), key, _READ_PARTS)
                self.losses.add("unknown part", name=key)
