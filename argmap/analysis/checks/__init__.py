"""Checks: what a careful reader of a map would ask about. One rule a file.

A module ``x_y`` here is the rule with the code ``x-y``; this folder is the list
of rules. It has

``SUMMARY``
    what it finds, in at most 72 characters, without a full stop;
``SEVERITY``
    how grave that is, unless a finding says otherwise;
``REASON``
    why a reader should care, in whole sentences;
``WRONG_WHEN``
    when a finding is a false alarm, in whole sentences;
``EXAMPLE``
    a small map, as YAML, in which it finds something;
``check(argument_map) -> Iterator[Found]``
    its findings in a map.

A rule about the source text has ``check_source(argument_map, text)`` besides
``check`` or instead of it, and ``EXAMPLE_SOURCE``: it runs if the user gives a copy of
the text, and the places of the map count what the text counts; with ``ANY_UNIT`` if they
count something else, too. A rule about the ``ignore`` entries of a map has ``check_ignored(idle,
known)`` instead: it runs after all others, with the entries that silenced nothing and
the codes of all rules.

Begin with ``island.py``. A rule takes time in proportion to the size of the map; one
that compares pairs of claims limits how many findings it yields. May import
``analysis`` but for its packages other than ``quoting``, and below.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple

from argmap.analysis.checks._finding import Finding, Found, Severity
from argmap.analysis.provenance import count_alike
from argmap.errors import UnknownNameError
from argmap.model import ArgumentMap, Ignored
from argmap.model.paragraph import CountedText

__all__ = ["Checked", "Finding", "Found", "Rule", "Severity", "check_map", "names", "rule"]


class Rule(NamedTuple):
    """What a rule says of itself; ``code`` is its name."""

    code: str
    severity: Severity
    summary: str
    reason: str
    wrong_when: str
    example: str
    example_source: str | None = None


class Checked(NamedTuple):
    """What the rules find in a map, in file order, and what it says to ignore of that."""

    findings: tuple[Finding, ...]
    ignored: tuple[tuple[Finding, Ignored], ...]


@cache
def names() -> tuple[str, ...]:
    """Return the codes of all rules, sorted."""
    files = Path(__file__).parent.glob("[!_]*.py")
    return tuple(sorted(file.stem.replace("_", "-") for file in files))


def rule(code: str) -> Rule:
    """Return what a rule says of itself; UnknownNameError for an unknown one."""
    module = _module(code)
    texts = (module.SUMMARY, module.REASON, module.WRONG_WHEN, module.EXAMPLE)
    summary, reason, wrong_when, example = (text.strip() for text in texts)
    source = getattr(module, "EXAMPLE_SOURCE", None)
    return Rule(code, module.SEVERITY, summary, reason, wrong_when, example, source)


def _module(code: str) -> Any:
    if code not in names():
        raise UnknownNameError("rule", code, names())
    return import_module(f"{__name__}.{code.replace('-', '_')}")


def check_map(
    argument_map: ArgumentMap,
    rules: Iterable[str] | None = None,
    *,
    text: CountedText | None = None,
) -> Checked:
    """Return what some rules, by default all, find in a map.

    ``text`` is the source of the map, where there is a copy. Raises
    UnknownNameError for a rule that is not there.
    """
    modules = {code: _module(code) for code in (names() if rules is None else rules)}
    are_alike = text is not None and count_alike(argument_map, text)
    texts = {
        code: text if are_alike or getattr(module, "ANY_UNIT", False) else None
        for code, module in modules.items()
    }
    found = [
        Finding(code, each.severity or module.SEVERITY, each)
        for code, module in modules.items()
        for each in _ask(module, argument_map, texts[code])
    ]
    kept, silenced = _sifted(argument_map, found)
    used = frozenset(reason for _, reason in silenced)
    # Without a text, what a rule about the text would silence is not known to be idle.
    asked = {code for code, module in modules.items() if _is_asked(module, texts[code])}
    others = _sifted(argument_map, _of_ignored(argument_map, modules, asked, used))
    kept += others[0]
    silenced += others[1]
    place = {name: n for n, name in enumerate((*argument_map.claims, *argument_map.relations))}
    kept.sort(key=lambda finding: place.get(finding.found.owner or "", -1))
    silenced.sort(key=lambda pair: place.get(pair[0].found.owner or "", -1))
    return Checked(tuple(kept), tuple(silenced))


def _is_asked(module: Any, text: CountedText | None) -> bool:
    """Return whether a rule said all that it can say before those about what is ignored."""
    needs_text = hasattr(module, "check_source")
    return not hasattr(module, "check_ignored") and not (needs_text and text is None)


def _ask(module: Any, argument_map: ArgumentMap, text: CountedText | None) -> Iterator[Found]:
    if hasattr(module, "check"):
        yield from module.check(argument_map)
    if text is not None and hasattr(module, "check_source"):
        yield from module.check_source(argument_map, text)


def _sifted(
    argument_map: ArgumentMap, found: Iterable[Finding]
) -> tuple[list[Finding], list[tuple[Finding, Ignored]]]:
    """Return the findings that stay, and those that an entry on their owner or the map silences."""
    reasons = {(each.rule, each.owner): each for each in argument_map.ignored}
    kept, silenced = [], []
    for finding in found:
        code, owner = finding.code, finding.found.owner
        reason = reasons.get((code, owner)) or reasons.get((code, None))
        if reason is None:
            kept.append(finding)
        else:
            silenced.append((finding, reason))
    return kept, silenced


def _of_ignored(
    argument_map: ArgumentMap,
    modules: dict[str, Any],
    asked: Collection[str],
    used: Collection[Ignored],
) -> Sequence[Finding]:
    """Return what the rules about ignoring find, given the rules that said all they could."""
    idle = [
        each
        for each in argument_map.ignored
        if each not in used and (each.rule in asked or each.rule not in names())
    ]
    return [
        Finding(code, each.severity or module.SEVERITY, each)
        for code, module in modules.items()
        if hasattr(module, "check_ignored")
        for each in module.check_ignored(idle, names())
    ]
