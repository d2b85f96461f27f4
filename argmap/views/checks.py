"""Findings of a check for people: with the line of the map, or one line each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from argmap.analysis.checks import Checked, Finding, Found, Rule, Severity
from argmap.model import ArgumentMap, FileText, InvalidMapError, Location
from argmap.model.text import escaped, one_line
from argmap.views.diagnostics import excerpt_rows
from argmap.views.phrases import counted, listed
from argmap.views.rows import BLANK, INDENT, Row, Span, table_with_head
from argmap.views.theme import STYLES, Glyphs

if TYPE_CHECKING:
    from rich.table import Table


class Entry(NamedTuple):
    """A finding in a file, or an error that kept the file from being read.

    ``on`` is the id of the claim or relation it is about, None for the whole
    file; ``headline`` is that of the claim; ``reason`` is why it is ignored.
    If it has no place, ``location`` is the start of the file.
    """

    code: str
    severity: Severity
    message: str
    hint: str | None
    location: Location
    on: str | None = None
    related: tuple[str, ...] = ()
    headline: str = ""
    reason: str | None = None
    has_place: bool = True


class Report(NamedTuple):
    """The findings in the text of one file, and those that are ignored there."""

    text: FileText
    entries: tuple[Entry, ...]
    ignored: tuple[Entry, ...] = ()
    unlisted: int = 0  # errors that are too many to be entries


def report(argument_map: ArgumentMap, checked: Checked, text: FileText) -> Report:
    """Return the findings in a map that was read from a text, in the order of the text."""
    entries = (_entry(argument_map, finding, text) for finding in checked.findings)
    ignored = (
        _entry(argument_map, finding, text)._replace(reason=ignored.reason)
        for finding, ignored in checked.ignored
    )
    return Report(text, _in_order(entries), _in_order(ignored))


def _in_order(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    return tuple(sorted(entries, key=lambda entry: entry.location[1:]))


def _entry(argument_map: ArgumentMap, finding: Finding, text: FileText) -> Entry:
    code, severity, found = finding
    owner, message, hint, related, *_ = found
    place = _place(argument_map, found)
    claim = argument_map.claims.get(owner or "")
    headline = one_line(claim.headline) if claim else ""
    location = place or Location(text.name, 1, 1)
    return Entry(
        code,
        severity,
        message,
        hint,
        location,
        on=owner,
        related=related,
        headline=headline,
        has_place=place is not None,
    )


def _place(argument_map: ArgumentMap, found: Found) -> Location | None:
    """Return the place of the part a finding is about, or of what contains it; None if unknown."""
    if found.location is not None:
        return found.location
    for length in range(len(found.part), 0, -1):
        place = argument_map.part_locations.get((found.owner, found.part[:length]))
        if place is not None:
            return place
    return None if found.owner is None else argument_map.locations.get(found.owner)


def unread_report(error: InvalidMapError) -> Report:
    """Return the errors for which a file could not be read."""
    entries = (
        Entry(each.code, Severity(each.severity), each.message, each.hint, each.location)
        for each in error.diagnostics
    )
    return Report(error.file, tuple(entries), unlisted=error.count - len(error.diagnostics))


def full_rows(report: Report) -> Iterator[Row]:
    """Yield each finding with its line, a caret under the place, and a hint."""
    for entry in report.entries:
        yield _head(entry)
        if entry.has_place:
            severity = str(entry.severity)
            yield from excerpt_rows(report.text, entry.location, entry.headline, severity)
        if entry.hint:
            yield Row([(one_line(entry.hint), "")], INDENT, INDENT)


def grouped_rows(report: Report) -> Iterator[Row]:
    """Yield the name of the file, then each finding as ``full_rows`` does, by line and column.

    Findings that follow one another in one place have its line once.
    """
    yield Row([(escaped(report.text.name), "heading")])
    places = [f"{entry.location.line}:{entry.location.column}" for entry in report.entries]
    width = max(map(len, places), default=0) + 2
    indent = " " * min(width, _WIDEST_INDENT)
    shown: Location | None = None
    for place, entry in zip(places, report.entries, strict=True):
        *said, code = _finding(entry)
        is_key = _is_key_alone(entry, report.text)
        is_new = entry.has_place and entry.location != shown
        yield Row(said if is_key else [*said, code], f"{place:{width}}", " " * width)
        if is_key:
            yield Row([(entry.headline, "quiet"), code], indent, indent)
        elif is_new:
            style = str(entry.severity)
            yield from excerpt_rows(report.text, entry.location, entry.headline, style, indent)
        if entry.hint:
            yield Row([(one_line(entry.hint), "")], indent, indent)
        shown = entry.location


_WIDEST_INDENT = 8  # columns, beside which an excerpt fits into 80


def _is_key_alone(entry: Entry, text: FileText) -> bool:
    """Return whether the line of a finding has nothing but the id that the message names."""
    line = text.line(entry.location.line).strip()
    return entry.has_place and bool(entry.headline) and line == f"{entry.on}:"


def concise_rows(report: Report) -> Iterator[Row]:
    """Yield each finding on a line."""
    return map(_head, report.entries)


def _head(entry: Entry) -> Row:
    return Row([(f"{escaped(str(entry.location))}: ", "heading"), *_finding(entry)])


def _finding(entry: Entry) -> list[Span]:
    return [
        (f"{entry.severity}: ", str(entry.severity)),
        (one_line(entry.message), ""),
        (f" [{entry.code}]", "quiet"),
    ]


def summary(reports: Iterable[Report], *, are_named: bool = False) -> str:
    """Return how many findings there are in how many maps, and how to have them explained.

    ``are_named`` says that the name of each map with findings has been printed above them.
    """
    reports = list(reports)
    number = Counter(entry.severity for each in reports for entry in each.entries)
    number[Severity.ERROR] += sum(each.unlisted for each in reports)
    ignored = sum(len(each.ignored) for each in reports)
    where = f" in {len(reports):,} maps"
    if len(reports) == 1:
        is_known = are_named and reports[0].entries
        where = "" if is_known else f" in {escaped(reports[0].text.name)}"
    parts = [counted(number[each], str(each)) for each in Severity if number[each]]
    text = f"{listed(parts) or 'nothing found'}{where}"
    text += f", {ignored:,} ignored" if ignored else ""
    codes = {entry.code for each in reports for entry in each.entries}
    if not codes:
        return text
    return f"{text}; why: argmap check --explain {codes.pop() if len(codes) == 1 else 'RULE'}"


def rule_lines(rules: Iterable[Rule]) -> Iterator[str]:
    """Yield code, severity and summary of each rule on a line, separated by tabs."""
    for rule in rules:
        yield f"{rule.code}\t{rule.severity}\t{rule.summary}"


def rule_table(rules: Iterable[Rule], glyphs: Glyphs) -> Table:
    """Return a Rich table of rules."""
    from rich.text import Text

    table = table_with_head(glyphs)
    table.add_column("Rule", style=STYLES["id"], no_wrap=True)
    table.add_column("Severity", no_wrap=True)
    table.add_column("Finds")
    for rule in rules:
        severity = Text(str(rule.severity), STYLES[rule.severity])
        table.add_row(rule.code, severity, rule.summary)
    return table


def rule_rows(rule: Rule, messages: Iterable[str]) -> Iterator[Row]:
    """Yield a rule in full; ``messages`` are its findings in its example."""
    yield Row([(rule.code, "heading"), (f"  {rule.summary}", "")])
    yield BLANK
    facts = {"severity": str(rule.severity), "why": rule.reason, "wrong when": rule.wrong_when}
    for name, text in facts.items():
        yield Row([(f"{name:10}  ", "quiet"), (" ".join(text.split()), "")], "", " " * 12)
    yield BLANK
    yield Row([("Example", "heading")])
    for line in rule.example.splitlines():
        yield Row([(line, "")], INDENT, INDENT)
    if rule.example_source:
        yield Row([("of this source", "quiet")])
        for line in rule.example_source.strip().splitlines():
            yield Row([(line, "")], INDENT, INDENT)
    for message in messages:
        yield Row([(f"{rule.severity}: ", str(rule.severity)), (one_line(message), "")])
    yield BLANK
    yield Row([("To ignore it on a claim, a relation or, at the top of the file, everywhere:", "")])
    yield Row([(f"ignore: {{{rule.code}: the reason why it is wrong here}}", "")], INDENT, INDENT)


def unread_rows(code: str, meaning: str) -> Iterator[Row]:
    """Yield the meaning of the code of an error in reading a map."""
    yield Row([(code, "heading"), (f"  {meaning}", "")])
    yield BLANK
    text = "An error that keeps a file from being read as a map. It cannot be ignored."
    yield Row([("severity  ", "quiet"), ("error", "error")])
    yield Row([(text, "")])
