"""The command ``diff``."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Annotated, Any

import typer

from argmap.cli._groups import Group
from argmap.cli._inputs import is_map_named, says_it_is_map
from argmap.cli._options import CharsetName, Json, MapFile, MapFormat, ReviewFormatName
from argmap.cli._output import (
    Charset,
    Format,
    ReviewFormat,
    glyphs,
    say,
    say_error,
    show_rows,
    write,
    write_json,
    write_lines,
)
from argmap.cli._parsing import Command
from argmap.errors import NO, ArgmapError

if TYPE_CHECKING:
    from argmap.analysis.comparing.difference import Difference

GROUP = Group.COMPARE


# git calls an external diff with a path and three words for each side, and with
# two more when a file was renamed; with the path alone while it is unmerged.
_IN_GIT = "GIT_DIFF_PATH_COUNTER"
_FROM_GIT = (9, 7)


class CommandClass(Command):
    """The command, with the arguments that git adds never taken for options.

    They are names and hashes, and a file may be called ``--json.yaml``.
    """

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read the arguments, those of git after ``--``."""
        if _IN_GIT in os.environ and "--" not in args:
            number = next((n for n in _FROM_GIT if _is_from_git(args[-n:])), 1)
            args = [*args[:-number], "--", *args[-number:]]
        return super().parse_args(ctx, args)


def _is_from_git(words: list[str]) -> bool:
    """Return whether these are a path and, for each of two sides, a file, a hash and a mode."""
    modes = [*words[3:4], *words[6:7]]
    return len(words) in _FROM_GIT and all(mode == "." or mode.isdigit() for mode in modes)


def command(
    context: typer.Context,
    maps: Annotated[
        list[str],
        typer.Argument(
            metavar="OLD [NEW]",
            help="Two maps: files in any readable format, -, or REV:PATH as in git."
            " NEW defaults to the map of -m or, if OLD is REV:PATH, to PATH.",
            show_default=False,
        ),
    ],
    map_file: MapFile = None,
    map_format: MapFormat = None,
    format_: ReviewFormatName = None,
    json: Json = False,
    charset: CharsetName = Charset.AUTO,
) -> None:
    """Show how two maps differ as arguments.

    It lists the claims and relations that were removed, added or changed, reworded
    texts word by word, and what follows: which theses lost or gained their last
    support or attacker, and which claims became in, out or undecided (see argmap
    evaluate). Layout, comments and order never count. A claim whose id changed is
    recognized by its text and its relations; where ids are numbers, such as those of
    Kialo and AIF, it is only counted how many are renumbered. Theses are the claims of that kind
    or, if there are none, those that bear on nothing further.

    JSON is {"same", "map", "claims", "relations", "consequences"}: claims and
    relations have removed, added, changed, and the number of those renumbered; a
    change has id, old_id and fields, each with field, old and new; a consequence has
    claim, thesis and effect. The exit status is 0 if the maps say the same, in
    whichever numbering, 1 if they differ.

    \b
    In git, with a line such as  maps/*.yaml diff=argmap  in .gitattributes:
      git config diff.argmap.command "argmap diff"
    or, to use it only on demand:
      git config difftool.argmap.cmd 'argmap diff "$LOCAL" "$REMOTE"'
      git difftool -y -t argmap HEAD~1
    or, for a line by line diff of the maps as trees:
      git config diff.argmap.textconv "argmap tree -f text -m"
    Two versions of one map:  argmap diff HEAD~1:map.yaml map.yaml

    \b
    Examples:
      argmap diff debate.json
      argmap diff debate.json debate.json -f markdown
    """
    chosen = ReviewFormat.JSON if json else format_
    if _IN_GIT in os.environ and len(maps) in {1, *_FROM_GIT}:
        _answer_git(maps, map_format, chosen, charset)
        return
    if len(maps) > 2:
        hint = "write argmap diff OLD NEW"
        raise ArgmapError(f"argmap diff takes two maps, not {len(maps)}", hint)
    if len(maps) == 2 and is_map_named(context):
        raise ArgmapError("-m names a third map", "write argmap diff OLD NEW, or OLD -m NEW")
    difference = _compared(maps, map_file, map_format, json=chosen is ReviewFormat.JSON)
    _print(difference, chosen, charset)
    if difference.is_empty:
        if chosen not in {ReviewFormat.JSON, ReviewFormat.MARKDOWN}:
            _say_the_same(difference)
    else:
        raise typer.Exit(NO)


def _say_the_same(difference: Difference) -> None:
    from argmap.views.difference import renumbered_words

    renumbered = renumbered_words(difference)
    say(f"the maps say the same; {renumbered}" if renumbered else "the maps say the same")


def _compared(
    maps: list[str], map_file: str | None, map_format: str | None, *, json: bool
) -> Difference:
    from argmap.analysis.comparing.difference import compare
    from argmap.cli._sides import in_working_tree, read_side
    from argmap.formats import bundled_path

    old = maps[0]
    new = maps[1] if maps[1:] else map_file
    if (old, new) == ("-", "-"):
        raise ArgmapError("both maps are standard input", "name a file for one of them")
    before = read_side(old, map_format, json=json).map
    new = new or in_working_tree(old) or str(bundled_path())
    return compare(before, read_side(new, map_format, json=json).map)


def _answer_git(
    words: list[str], map_format: str | None, format_: ReviewFormat | None, charset: Charset
) -> None:
    """Print the difference of a file as part of ``git diff``.

    The exit status is always 0: git takes any other for a failure and skips all
    the files that follow.
    """
    from argmap.model.text import one_line

    path, *new_path = words[:1] + words[7:8]
    if len(words) == 1:
        say(f"{one_line(path)} is unmerged")
        return
    old, new = (_as_path(words[at]) for at in (1, 4))
    try:
        difference = _compared([old, new], None, map_format, json=False)
    except ArgmapError as error:
        _show_lines(old, new, path, error)
        return
    if format_ is not ReviewFormat.JSON and (new_path or not difference.is_empty):
        names = f" {glyphs(charset).arrow} ".join([path, *new_path])
        write(f"argmap diff {one_line(names)}\n")
    if not difference.is_empty:
        _print(difference, format_, charset)
    elif difference.claims_renumbered or difference.relations_renumbered:
        _say_the_same(difference)


def _as_path(name: str) -> str:
    """Return a path that is taken for nothing but a file, unlike - or an option."""
    return name if os.path.isabs(name) else os.path.join(".", name)  # noqa: PTH117, PTH118


def _show_lines(old: str, new: str, path: str, error: ArgmapError) -> None:
    """Print a line by line difference, of a file that is not a map or is broken."""
    from argmap.cli._sides import content
    from argmap.views.edits import diff_rows

    try:
        before, after = content(old), content(new)
    except ArgmapError as unreadable:
        say_error(unreadable)
        return
    if says_it_is_map(before) or says_it_is_map(after):
        say_error(error)
    texts = [data.decode(errors="replace") for data in (before, after)]
    show_rows(diff_rows(texts[0], texts[1], path))


def _print(difference: Difference, format_: ReviewFormat | None, charset: Charset) -> None:
    if format_ is ReviewFormat.JSON:
        from argmap.views.difference import difference_data

        write_json(difference_data(difference))
    elif format_ is ReviewFormat.MARKDOWN:
        from argmap.views.difference_markdown import difference_markdown

        write_lines(difference_markdown(difference))
    elif not difference.is_empty:
        from argmap.views.difference import difference_rows

        chosen = Format.TEXT if format_ is ReviewFormat.TEXT else None
        show_rows(difference_rows(difference, glyphs(charset)), chosen)
