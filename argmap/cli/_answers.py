"""Answers about one claim that is named or, if none is, about the main claims of a map."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

import typer

from argmap.cli import _inputs
from argmap.cli._options import CommonOptions
from argmap.cli._output import say, show_rows, write, write_json
from argmap.errors import NO
from argmap.model import ArgumentMap
from argmap.views.rows import Row


class Answer(NamedTuple):
    """An answer as rows and as data, what else to say, and whether it is other than no."""

    rows: list[Row]
    data: dict[str, Any]
    said: list[str]
    is_yes: bool


def print_answers(
    argument_map: ArgumentMap,
    claim_id: str | None,
    answer: Callable[[str], Answer],
    common: CommonOptions,
) -> None:
    """Print the answer about a claim or, for None, about those that ``main_claims`` gives.

    The data of several is an array. Raises typer.Exit if every answer is no, and as
    ``_inputs.claim_id``.
    """
    if claim_id is not None:
        asked = [_inputs.claim_id(argument_map, claim_id)]
    else:
        from argmap.analysis.overview import main_claims

        asked = main_claims(argument_map)
    answers = [answer(each) for each in asked]
    if common.is_json:
        data = [each.data for each in answers]
        write_json(data if claim_id is None else data[0])
    for number, each in enumerate(answers):
        if not common.is_json:
            if number:
                write("\n")
            show_rows(each.rows, common.format)
        for sentence in each.said:
            say(sentence)
    if not asked:
        say("this map has no claims")
    elif not any(each.is_yes for each in answers):
        raise typer.Exit(NO)
