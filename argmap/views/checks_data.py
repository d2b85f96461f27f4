"""Findings of a check for programs: plain data, GitHub workflow commands, SARIF."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from os import fsencode
from pathlib import Path, PurePath
from typing import Any
from urllib.parse import quote

from argmap import __version__
from argmap.analysis.checks import Rule, Severity
from argmap.model.text import escaped, one_line
from argmap.views.checks import Entry, Report


def rule_data(rule: Rule) -> dict[str, Any]:
    """Return a rule as plain data.

    It has code, severity, summary, reason, wrong_when, example and example_source.
    """
    return {**rule._asdict(), "severity": str(rule.severity)}


def findings_data(reports: Iterable[Report]) -> list[dict[str, Any]]:
    """Return findings as plain data.

    Each has code, severity, message, hint, file, line, column, ``on`` (the id
    of a claim or relation) and ``related`` (ids); hint and on may be None.
    """
    return [
        {
            "code": entry.code,
            "severity": str(entry.severity),
            "message": entry.message,
            "hint": entry.hint,
            "file": entry.location.file,
            "line": entry.location.line,
            "column": entry.location.column,
            "on": entry.on,
            "related": list(entry.related),
        }
        for each in reports
        for entry in each.entries
    ]


_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "notice"}
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "note"}


def github_lines(report: Report) -> Iterator[str]:
    """Yield a workflow command for each finding, for GitHub Actions to show in the diff.

    https://docs.github.com/actions/reference/workflow-commands-for-github-actions
    """
    for entry in report.entries:
        file, line, column = entry.location
        fields = {"file": escaped(file), "line": line, "col": column, "title": entry.code}
        properties = ",".join(f"{key}={_property(str(value))}" for key, value in fields.items())
        yield f"::{_COMMANDS[entry.severity]} {properties}::{_data(_sentence(entry))}"


def _sentence(entry: Entry) -> str:
    return one_line(f"{entry.message} ({entry.hint})" if entry.hint else entry.message)


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def sarif_data(reports: Iterable[Report], rules: Iterable[Rule]) -> dict[str, Any]:
    """Return findings as a SARIF log, those ignored as suppressed.

    SARIF 2.1.0: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
    """
    rules = list(rules)
    index = {rule.code: number for number, rule in enumerate(rules)}
    driver = {"name": "argmap", "version": __version__, "rules": [_sarif_rule(r) for r in rules]}
    entries = [entry for each in reports for entry in (*each.entries, *each.ignored)]
    return {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": driver},
                "columnKind": "unicodeCodePoints",
                "results": [_sarif_result(entry, index) for entry in entries],
            }
        ],
    }


def _sarif_rule(rule: Rule) -> dict[str, Any]:
    reason, wrong_when = (" ".join(text.split()) for text in (rule.reason, rule.wrong_when))
    text = f"{reason} It is wrong when: {wrong_when}"
    return {
        "id": rule.code,
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": reason},
        "help": {"text": text, "markdown": f"{text}\n\n```yaml\n{rule.example}\n```"},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _sarif_result(entry: Entry, index: dict[str, int]) -> dict[str, Any]:
    file, line, column = entry.location
    region = {"startLine": line, "startColumn": column}
    place: dict[str, Any] = {
        "physicalLocation": {"artifactLocation": {"uri": _uri(file)}, "region": region}
    }
    if entry.on is not None:
        place["logicalLocations"] = [{"fullyQualifiedName": entry.on}]
    result: dict[str, Any] = {
        "ruleId": entry.code,
        "level": _LEVELS[entry.severity],
        "message": {"text": _sentence(entry)},
        "locations": [place],
    }
    if entry.code in index:
        result["ruleIndex"] = index[entry.code]
    if entry.reason is not None:
        result["suppressions"] = [{"kind": "inSource", "justification": entry.reason}]
    return result


def _uri(file: str) -> str:
    """Return a file name as a URI, relative if it is below the current folder."""
    path = Path(file)
    if not path.is_absolute():
        return quote(fsencode(PurePath(file).as_posix()))
    here = Path.cwd()
    if not path.is_relative_to(here):
        return path.as_uri()
    return quote(fsencode(path.relative_to(here).as_posix()))
