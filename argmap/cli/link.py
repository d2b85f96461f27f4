"""The command ``link``."""

from __future__ import annotations

from typing import Annotated

import typer

from argmap.cli import _complete
from argmap.cli._editing import DryRun, EditedMap, finish, opened
from argmap.cli._groups import Group
from argmap.errors import ArgmapError, UnknownNameError
from argmap.model import Raised, Relation, RelationKind
from argmap.model.relation import default_id

GROUP = Group.WRITE


def command(
    words: Annotated[
        list[str],
        typer.Argument(
            metavar="WORD...",
            help="One or several premises, a verb, and a target.",
            autocompletion=_complete.sentence,
            show_default=False,
        ),
    ],
    id_: Annotated[
        str | None,
        typer.Option("--id", metavar="ID", help="Id of the relation. Default: premise/target."),
    ] = None,
    scheme: Annotated[
        str | None,
        typer.Option(
            "--scheme",
            metavar="NAME",
            help="Its argumentation scheme (see argmap schemes).",
            autocompletion=_complete.schemes,
        ),
    ] = None,
    weight: Annotated[
        str | None,
        typer.Option("--weight", metavar="N", help="How much the step counts, from 0 to 1."),
    ] = None,
    raises: Annotated[
        str | None,
        typer.Option(
            "--raises",
            metavar="QUESTION",
            help="The critical question of the step that an undercut or attack raises.",
            autocompletion=_complete.questions,
        ),
    ] = None,
    step: Annotated[
        str | None,
        typer.Option(
            "--step",
            metavar="ID",
            help="The step in question, where an attack may be on several.",
            autocompletion=_complete.relations,
        ),
    ] = None,
    note: Annotated[str | None, typer.Option("--note", metavar="TEXT", help="A remark.")] = None,
    map_file: EditedMap = None,
    dry_run: DryRun = False,
) -> None:
    """Add a relation to a map file, read as a sentence.

    The sentence is PREMISE... VERB TARGET; the verb is supports, attacks,
    undercuts, contradicts, restates or answers. Several premises are linked: they
    count together or not at all. To undercut or back a step, name its relation; what
    is answered is a question. Nothing else in the file changes.

    \b
    Examples:
      argmap link treaty-extension supports alliance-threat -m debate.yaml
      argmap link phone-call new-tools supports no-split --id both -m debate.yaml
      argmap link split-1960s undercuts both --dry-run -m debate.yaml
      argmap link never-tested supports fragility --weight 0.6 -m debate.yaml
      argmap link trend undercuts both --raises typicality -m debate.yaml
    """
    from argmap.editing.changes import with_relation
    from argmap.editing.questions import raising
    from argmap.editing.settings import read_line, read_weight, usable_id

    if len(words) < 3:
        hint = "write PREMISE VERB TARGET, such as: argmap link survey supports demand"
        raise ArgmapError("a relation needs a premise, a verb and a target", hint)
    *premises, verb, target = words
    if verb not in list(RelationKind):
        raise UnknownNameError("verb", verb, tuple(map(str, RelationKind)))
    name = usable_id(id_) if id_ is not None else default_id(tuple(premises), target)
    scheme = read_line("scheme", scheme) if scheme is not None else None
    note = read_line("note", note) if note is not None else None
    counts = read_weight(weight) if weight is not None else None
    relation = Relation(name, RelationKind(verb), tuple(premises), target, scheme, note, counts)
    if step is not None and raises is None:
        raise ArgmapError("--step is for --raises, which is not given")
    with opened(map_file) as file:
        if raises is not None:
            relation = raising(relation, Raised(usable_id(raises), step), file.argument_map)
        change = with_relation(file.argument_map, relation)
        finish(file, change, f"added '{name}': {' '.join(words)}", dry_run=dry_run)
