"""The rules of ``check``: choosing, listing and explaining them."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.cli._output import Charset, Format, glyphs, print_rows, print_table
from argmap.errors import ArgmapError, UnknownNameError
from argmap.model import SourceText
from argmap.suggestions import did_you_mean


def rule_codes(incomplete: str) -> Iterator[tuple[str, str]]:
    """Yield the rules whose codes begin with ``incomplete``, each with its summary."""
    from argmap.analysis.checks import names, rule

    return ((name, rule(name).summary) for name in names() if name.startswith(incomplete))


def chosen_rules(select: list[str] | None, ignore: list[str] | None) -> list[str]:
    """Return the codes of the rules to check; raises ArgmapError for an unknown one."""
    from argmap.analysis.checks import names
    from argmap.documents.error_codes import READING

    known = names()
    chosen, left_out = (
        [code.strip() for part in parts or () for code in part.split(",") if code.strip()]
        for parts in (select, ignore)
    )
    if select and not chosen:
        raise ArgmapError("--select names no rule", "argmap check --list has them all")
    for code in (*chosen, *left_out):
        if code in READING:
            message = f"'{code}' cannot be selected or ignored: it keeps a file from being read"
            raise ArgmapError(message, f"see argmap check --explain {code}")
        if code not in known:
            raise _unknown_rule(code, known)
    return [code for code in known if code in (chosen or known) and code not in left_out]


def _unknown_rule(code: str, known: tuple[str, ...]) -> UnknownNameError:
    """Return the error for an unknown rule; there are too many to list them all in a hint."""
    error = UnknownNameError("rule", code, known)
    near = f"{did_you_mean(code, known) or ''} argmap check --list has them all"
    error.hint = near.strip()
    return error


def print_rules(code: str | None, shown: Format | None) -> None:
    """Explain a rule, or list them all for None; raises ArgmapError for an unknown one."""
    from argmap.analysis.checks import names, rule
    from argmap.views.checks import rule_lines, rule_table
    from argmap.views.checks_data import rule_data

    if code is not None:
        _explain(code, shown)
        return
    rules = [rule(name) for name in names()]
    print_table(
        lambda: rule_table(rules, glyphs(Charset.AUTO)),
        rule_lines(rules),
        lambda: [rule_data(each) for each in rules],
        shown,
    )


def _explain(code: str, shown: Format | None) -> None:
    from argmap.analysis.checks import check_map, names, rule
    from argmap.documents.error_codes import READING
    from argmap.documents.source_text import parse_source_text
    from argmap.formats import loads
    from argmap.views.checks import rule_rows, unread_rows
    from argmap.views.checks_data import rule_data

    if code in READING:
        data = {"code": code, "severity": "error", "summary": READING[code]}
        rows = unread_rows(code, READING[code])
    elif code in names():
        about = rule(code)
        data = rule_data(about)
        text = parse_source_text(SourceText(about.example_source or "", "letter.txt"))
        found = check_map(
            loads(about.example), [code], text=text if about.example_source else None
        ).findings
        rows = rule_rows(about, [each.found.message for each in found])
    else:
        raise _unknown_rule(code, (*names(), *READING))
    print_rows(rows, lambda: data, shown)
