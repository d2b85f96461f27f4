"""The argument schemes of a Carneades document, and how each has arguments weighed.

A scheme is kept as one of the map: its premises and conclusion, its exceptions and
assumptions as critical questions, its weighing function where a map has that. Of the
others, constants and preferences become weights of arguments, and criteria an argument
for each combination of values (``weighing``).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from argmap.documents.document import as_written, is_nothing, value_of
from argmap.documents.field_values import as_id
from argmap.formats.carneades.terms import Language
from argmap.model import CriticalQuestion, Scheme
from argmap.model.losses import Losses
from argmap.model.scheme import WEIGHINGS

LINKED = WEIGHINGS[0]
_KNOWN = frozenset(
    {
        *("id", "meta", "metadata", "variables", "weight", "premises", "assumptions"),
        *("exceptions", "conclusions", "conclusion", "deletions", "guards", "roles"),
    }
)
_DERIVING = (
    "scheme with variables, by which nothing is derived here",
    "schemes with variables, by which nothing is derived here",
)
_CONDITIONS = "condition of a scheme", "conditions of schemes"
_UNKNOWN = "weighing function that is not known", "weighing functions that are not known"
_UNUSED = "weighing function that no scheme has", "weighing functions that no scheme has"
_HUGE = 1e12  # what weighs so much is no weight
_QUESTION_NAMES = {"exceptions": "exception", "assumptions": "assumption"}


class Order(NamedTuple):
    """What arguments are ordered by: a property, and its values from weak to strong, or how."""

    name: str
    values: tuple[str, ...]
    is_descending: bool


class Soft(NamedTuple):
    """A criterion: how much it counts, and what its values are worth."""

    factor: float
    values: dict[str, float]


class Criteria(NamedTuple):
    """What arguments are measured by, by the names of properties.

    What is a hard constraint, here as there, is a premise that must be in.
    """

    soft: dict[str, Soft]


class Function(NamedTuple):
    """A weighing function: a built-in one by its name, or what another one needs."""

    weighing: str = LINKED
    constant: float | None = None
    orders: tuple[Order, ...] = ()
    criteria: Criteria | None = None


class Schemes(NamedTuple):
    """Schemes for the map, and by the name of each, its function and what its ``meta`` says."""

    found: list[Scheme]
    functions: dict[str, Function]
    properties: dict[str, dict[str, Any]]


def named(value: Any) -> Iterator[tuple[str | None, Any]]:
    """Yield the entries of a part with their names: a mapping, or a list of ``{id: …}``."""
    if isinstance(value, dict):
        yield from value.items()
        return
    for item in value if isinstance(value, list) else () if is_nothing(value) else (value,):
        given = item.get("id") if isinstance(item, dict) else item
        is_name = not isinstance(given, list | dict) and not is_nothing(given)
        yield as_written(given) if is_name else None, item


def read_schemes(body: dict[str, Any], language: Language, losses: Losses) -> Schemes:
    """Return the schemes of a document; what a map has no place for is counted."""
    return _Reader(body, language, losses).read()


class _Reader:
    def __init__(self, body: dict[str, Any], language: Language, losses: Losses) -> None:
        self.body = body
        self.language = language
        self.losses = losses
        given = body.get("weighing_functions")
        self.given: dict[str, Any] = {k.casefold(): v for k, v in _mapping(given).items()}
        self.used: set[str] = set()

    def read(self) -> Schemes:
        result = Schemes([], {}, {})
        taken: set[str] = set()
        for name, given in named(self.body.get("argument_schemes")):
            if name is None or not as_id(name):
                self.losses.add("scheme without a name", plural="schemes without names")
                continue
            fields = given if isinstance(given, dict) else {}
            result.functions[name] = self.function(name, fields.get("weight"))
            result.properties[name] = _mapping(fields.get("meta", fields.get("metadata")))
            if as_id(name) not in taken:
                taken.add(as_id(name))
                result.found.append(self.scheme(name, fields, result))
            self.count(name, fields)
        for name in self.given:
            if name not in self.used:
                self.losses.add(_UNUSED[0], 1, _UNUSED[1], name=name)
        return result

    def scheme(self, name: str, fields: dict[str, Any], result: Schemes) -> Scheme:
        meta, weighing = result.properties[name], result.functions[name].weighing
        title, source = _text(meta.get("title")), _text(meta.get("source"))
        names = (each for each in (name, title) if each and each != as_id(name))
        says = self.language.say
        premises = ((role, says(formula)) for role, formula in _formulas(fields.get("premises")))
        concluded = fields.get("conclusions", fields.get("conclusion"))
        conclusions = [says(formula) for _, formula in _formulas(concluded)]
        return Scheme(
            as_id(name),
            tuple(dict.fromkeys(names)),
            tuple(premises),
            "; ".join(conclusions) or None,
            tuple(self.questions(fields)),
            source,
            None if weighing == LINKED else weighing,
        )

    def questions(self, fields: dict[str, Any]) -> Iterator[CriticalQuestion]:
        """Yield exceptions and assumptions: what a critical question asks whether it holds."""
        seen: set[str] = set()
        for key, kind in _QUESTION_NAMES.items():
            for role, formula in _formulas(fields.get(key)):
                name = f"{kind}-{role}" if role.isdecimal() else as_id(role)
                if name not in seen:
                    seen.add(name)
                    yield CriticalQuestion(name, self.language.say(formula))

    def count(self, name: str, fields: dict[str, Any]) -> None:
        """Count what a map has no place for in a scheme."""
        if any(not is_nothing(each) for each in _items(fields.get("variables"))):
            self.losses.add(_DERIVING[0], 1, _DERIVING[1], name=name)
        for key in ("deletions", "guards"):
            number = len(_items(fields.get(key)))
            self.losses.add(_CONDITIONS[0], number, _CONDITIONS[1], name=name)
        for key in fields:
            if key not in _KNOWN:
                self.losses.add("unknown key of a scheme", 1, "unknown keys of schemes", name=key)

    def function(self, name: str, given: Any) -> Function:
        """Return the weighing function that is given for a scheme, by name or in full."""
        seen: set[str] = set()
        while not isinstance(given, dict | list) and not is_nothing(given):
            wanted = as_written(given).strip().casefold()
            if wanted in self.given and wanted not in seen:
                self.used.add(wanted)
                seen.add(wanted)
                given = self.given[wanted]
            elif wanted in WEIGHINGS:
                return Function(wanted)
            else:
                return self.unknown(name)
        if is_nothing(given):
            return Function()
        for key, value in _mapping(given).items():
            found = _READERS[key.casefold()](value) if key.casefold() in _READERS else None
            return found or self.unknown(name)
        return self.unknown(name)

    def unknown(self, name: str) -> Function:
        self.losses.add(_UNKNOWN[0], 1, _UNKNOWN[1], name=name)
        return Function()


def _constant(value: Any) -> Function | None:
    number = number_of(value)
    return Function(constant=number) if number is not None and 0 <= number <= 1 else None


def _preference(value: Any) -> Function | None:
    orders = []
    for item in value if isinstance(value, list) else [value]:
        fields = _mapping(item)
        given = fields.get("order")
        is_listed = isinstance(given, list)
        values = tuple(as_written(each).casefold() for each in _items(given)) if is_listed else ()
        is_descending = not is_listed and (_text(given) or "descending").casefold() != "ascending"
        name = _text(fields.get("property"))
        if name is None:
            return None
        orders.append(Order(name, values, is_descending))
    return Function(orders=tuple(orders))


def _criteria(value: Any) -> Function | None:
    parts = _mapping(value)
    soft = {}
    for name, given in _mapping(parts.get("soft")).items():
        factor = number_of(_mapping(given).get("factor"))
        values = {
            k: number_of(v) or 0.0 for k, v in _mapping(_mapping(given).get("values")).items()
        }
        if factor is None or factor < 0 or not all(0 <= each <= 1 for each in values.values()):
            return None
        soft[name] = Soft(factor, values)
    if not sum(each.factor for each in soft.values()):
        return None
    return Function(criteria=Criteria(soft))


_READERS = {"constant": _constant, "preference": _preference, "criteria": _criteria}


def number_of(value: Any) -> float | None:
    """Return a finite number as a float, None for anything else."""
    number = value_of(value)
    if not isinstance(number, int | float) or isinstance(number, bool):
        return None
    return float(number) if abs(number) < _HUGE else None


def _mapping(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _items(value: Any) -> list[Any]:
    if isinstance(value, dict):
        return list(value.values())
    return value if isinstance(value, list) else [] if is_nothing(value) else [value]


def _text(value: Any) -> str | None:
    if isinstance(value, list | dict) or is_nothing(value):
        return None
    return " ".join(as_written(value).split()) or None


def _formulas(value: Any) -> Iterator[tuple[str, str]]:
    """Yield the role and the text of each formula; its number where it has no role."""
    keys = list(value) if isinstance(value, dict) else []
    seen: set[str] = set()
    for number, item in enumerate(_items(value), 1):
        text = _text(item)
        role = as_id(keys[number - 1]) if keys else str(number)
        if text and role and role not in seen:
            seen.add(role)
            yield role, text
