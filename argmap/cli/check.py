"""The command ``check``."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from argmap.cli._folder import maps_named
from argmap.cli._groups import Group
from argmap.cli._inputs import maps_asked, read_input, says_it_is_map, shown_name
from argmap.cli._options import Json, MapFile, MapFormat
from argmap.cli._output import (
    Format,
    is_on_screen,
    say,
    say_error,
    say_losses_of_files,
    show_rows,
    write_json,
    write_lines,
)
from argmap.cli._rules import chosen_rules, print_rules, rule_codes
from argmap.cli._schemes import SchemesFile, schemes_of, with_schemes
from argmap.cli._sources import SourceFile, read_text, say_unlike, say_unplaced
from argmap.errors import NO, UNUSABLE, ArgmapError
from argmap.model import InvalidMapError, Scheme

if TYPE_CHECKING:
    from argmap.formats import Losses
    from argmap.model.paragraph import CountedText
    from argmap.views.checks import Report

GROUP = Group.WRITE


class Output(StrEnum):
    """How findings are printed."""

    FULL = "full"
    CONCISE = "concise"
    JSON = "json"
    GITHUB = "github"
    SARIF = "sarif"


def command(
    context: typer.Context,
    maps: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[MAP]...",
            help="Maps to check: files, folders, or - for standard input."
            " Default: the bundled essay.",
            show_default=False,
        ),
    ] = None,
    select: Annotated[
        list[str] | None,
        typer.Option(
            "--select",
            metavar="RULE",
            help="Check only these rules; may be repeated, or separated by commas.",
            autocompletion=rule_codes,
        ),
    ] = None,
    ignore: Annotated[
        list[str] | None,
        typer.Option(
            "--ignore", metavar="RULE", help="Skip these rules.", autocompletion=rule_codes
        ),
    ] = None,
    strict: Annotated[
        bool, typer.Option("--strict", help="Exit with status 1 for warnings, too.")
    ] = False,
    only_maps: Annotated[
        bool,
        typer.Option(
            "--only-maps", help="Skip YAML and JSON without the key argmap, for use in a hook."
        ),
    ] = False,
    list_rules: Annotated[bool, typer.Option("--list", help="List the rules and exit.")] = False,
    explain: Annotated[
        str | None,
        typer.Option(
            "--explain",
            metavar="RULE",
            help="Explain a rule, with an example, and exit.",
            autocompletion=rule_codes,
        ),
    ] = None,
    source: SourceFile = None,
    schemes_file: SchemesFile = None,
    map_file: MapFile = None,
    map_format: MapFormat = None,
    format_: Annotated[
        Output | None,
        typer.Option(
            "--format",
            "-f",
            help="How to print findings. Default: full, with the line of the map.",
            show_default=False,
        ),
    ] = None,
    json: Json = False,
) -> None:
    """Find what a careful reader of a map would ask about.

    Errors break the map, warnings are worth a look, hints are about style;
    --explain says why a rule is there, and when it is wrong. A finding can be
    ignored in the map, with a reason:

    \b
      claims:
        aside:
          text: This is said by the way.
          ignore: {island: it is context only}

    With --source FILE, a copy of the source text, the map is also checked against
    it: places that the text does not have, paragraphs that no claim cites, claims
    that share no word with theirs, and quotes that are elsewhere or nowhere in it.
    argmap read --help says how paragraphs are counted.

    A terminal shows the name of a file once, above its findings; anywhere else, and
    with -f, each begins with file:line:column: for editors and grep.

    The exit status is 1 for errors (with --strict, for warnings too), 2 if a file
    cannot be read, and 0 otherwise. JSON is an array of findings: code, severity,
    message, hint, file, line, column, on (a claim or relation) and related.

    \b
    Examples:
      argmap check
      argmap check --ignore bare-assertion --strict
      argmap check --explain circular-support
      argmap check --list
    """
    output = Output.JSON if json else format_ or Output.FULL
    shown = Format.JSON if output is Output.JSON else (Format.TEXT if format_ else None)
    if list_rules or explain is not None:
        print_rules(explain, shown)
        return
    rules = chosen_rules(select, ignore)
    reports: list[Report] = []
    lost: list[Losses] = []
    unread = False
    text = None if source is None else read_text(source)
    request = _Request(map_format, rules, text, schemes_of(schemes_file))
    paths = maps_named(maps_asked(context, maps, map_file))
    for path in paths or (None,):
        try:
            data, name = _content(path)
            if not only_maps or not name.lower().endswith(_COMMON) or says_it_is_map(data):
                reports.append(_checked(data, name, request, lost))
        except ArgmapError as error:
            say_error(error)
            unread = True
    if lost:
        say_losses_of_files(lost, json=json)
    _print(reports, rules, output, shown)
    unread = unread or any(entry.code in _NO_TEXT for each in reports for entry in each.entries)
    status = _status(reports, strict=strict)
    if unread or status:
        raise typer.Exit(UNUSABLE if unread else status)


_COMMON = (".json", ".yaml", ".yml")  # suffixes of many files that are no maps
_NO_TEXT = ("other-kind", "encoding")  # errors of files in which nothing can be checked


class _Request(NamedTuple):
    """What is the same for all files: their format, the rules, the source text, the schemes."""

    format: str | None
    rules: list[str]
    text: CountedText | None
    schemes: Mapping[str, Scheme]


def _checked(data: bytes, name: str, request: _Request, lost: list[Losses]) -> Report:
    """Return the findings in a file, or the errors for which it cannot be read.

    What is not kept in reading it is added to ``lost``.
    """
    from argmap.analysis.checks import check_map
    from argmap.documents.files import decode
    from argmap.formats import Losses, load_bytes
    from argmap.views.checks import report, unread_report

    losses = Losses()
    try:
        argument_map = load_bytes(data, name, request.format, losses)
    except InvalidMapError as error:
        return unread_report(error)
    lost.append(losses)
    argument_map = with_schemes(argument_map, request.schemes)
    text = request.text
    if text is not None:
        has_quotes = any(claim.quote for claim in argument_map.claims.values())
        more = ", but quotes are looked for" if has_quotes else ""
        say_unlike(argument_map, text, f"they are not compared{more}")
        say_unplaced(argument_map)
    found = check_map(argument_map, request.rules, text=text)
    return report(argument_map, found, decode(data, name))


def _from_here(path: Path) -> Path:
    """Return a path relative to the current folder if it is below it."""
    try:
        here = Path.cwd()
    except OSError:  # the folder is gone
        return path
    return path.relative_to(here) if path.is_relative_to(here) else path


def _content(path: str | None) -> tuple[bytes, str]:
    from argmap.formats import bundled_path

    file = str(_from_here(bundled_path())) if path is None else path
    return read_input(file), shown_name(file)


def _print(reports: list[Report], rules: list[str], output: Output, shown: Format | None) -> None:
    from argmap.views import checks

    if output in (Output.JSON, Output.SARIF):
        from argmap.analysis.checks import rule
        from argmap.views import checks_data

        if output is Output.SARIF:
            write_json(checks_data.sarif_data(reports, map(rule, rules)))
        else:
            write_json(checks_data.findings_data(reports))
        return
    is_grouped = output is Output.FULL and is_on_screen(shown)
    if output is Output.GITHUB:
        from argmap.views.checks_data import github_lines

        for each in reports:
            if each.entries:
                write_lines(github_lines(each))
    else:
        _show(reports, output, shown, is_grouped=is_grouped)
    if reports:
        say(checks.summary(reports, are_named=is_grouped))


def _show(reports: list[Report], output: Output, shown: Format | None, *, is_grouped: bool) -> None:
    """Print findings for people; ``is_grouped`` has the name of each file once, above them."""
    from argmap.views import checks
    from argmap.views.rows import BLANK

    rows = checks.full_rows if output is Output.FULL else checks.concise_rows
    if is_grouped:
        rows = checks.grouped_rows
    for number, each in enumerate(each for each in reports if each.entries):
        gap = [BLANK] if number and is_grouped else []
        show_rows([*gap, *rows(each)], shown)


def _status(reports: list[Report], *, strict: bool) -> int:
    from argmap.analysis.checks import Severity

    counting = (Severity.ERROR, Severity.WARNING) if strict else (Severity.ERROR,)
    return NO if any(e.severity in counting for each in reports for e in each.entries) else 0
