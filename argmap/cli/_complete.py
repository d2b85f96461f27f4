"""What a shell offers to complete: ids, kinds, voices, tags, formats and semantics.

Each function takes the ``incomplete`` word, and returns or yields the words that
begin with it, some with a description.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

import typer

from argmap.cli._inputs import as_file
from argmap.errors import ArgmapError
from argmap.formats import bundled_names, drawable, load, readable, summary, writable
from argmap.model import KINDS, ArgumentMap, RelationKind
from argmap.model.text import one_line


def _map(context: typer.Context) -> ArgumentMap:
    path = context.params.get("map_file") or os.environ.get("ARGMAP_MAP")
    path = path and as_file(os.path.expanduser(path))  # noqa: PTH111 as the shell will
    try:
        return quick_map(path, context.params.get("map_format"))
    except ArgmapError:
        return ArgumentMap()  # completion is no place for messages


def quick_map(path: str | None, format_: str | None = None) -> ArgumentMap:
    """Return a map as ``load`` does, but an empty one if it is too big or not a regular file."""
    return load(path, format_) if not path or _is_quickly_read(path) else ArgumentMap()


def _is_quickly_read(path: str) -> bool:
    try:
        found = Path(path).stat()
    except (OSError, ValueError):
        return False
    return stat.S_ISREG(found.st_mode) and found.st_size <= _MOST_BYTES


_MOST_BYTES = 8 << 20  # of a map that is read while the user waits after pressing Tab


def _starting(incomplete: str, words: Iterable[str | None]) -> list[str]:
    return sorted({word for word in words if word and word.startswith(incomplete)})


def bundled_maps(incomplete: str) -> Iterator[str]:
    """Yield the maps that come with argmap, unless a file begins so: the shell completes those."""
    folder, begin = os.path.split(incomplete)
    try:
        is_file = any(name.startswith(begin) for name in os.listdir(folder or "."))  # noqa: PTH208
    except OSError:
        is_file = False
    if not folder and not is_file:
        yield from (name for name in bundled_names() if name.startswith(incomplete))


def claims(ctx: typer.Context, incomplete: str) -> Iterator[tuple[str, str]]:
    """Yield ids of claims, with their headlines."""
    for claim in _map(ctx).claims.values():
        if claim.id.startswith(incomplete):
            yield claim.id, one_line(claim.headline)


def claims_and_relations(ctx: typer.Context, incomplete: str) -> Iterator[tuple[str, str]]:
    """Yield ids of claims and relations, with headlines or kinds and targets."""
    yield from claims(ctx, incomplete)
    for name, about in relations(ctx, incomplete):
        yield name, f"relation: {about}"


def asked(ctx: typer.Context, incomplete: str) -> Iterator[tuple[str, str]]:
    """Yield ids of questions, with their headlines."""
    for claim in _map(ctx).claims.values():
        if claim.is_question and claim.id.startswith(incomplete):
            yield claim.id, one_line(claim.headline)


def sentence(ctx: typer.Context, incomplete: str) -> Iterator[tuple[str, str]]:
    """Yield what may come next of a relation: premises, then also verbs, then the target.

    After ``answers`` that is a question.
    """
    words = ctx.params.get("words") or []
    if words and words[-1] == RelationKind.ANSWERS:
        yield from asked(ctx, incomplete)
        return
    if words and not any(word in list(RelationKind) for word in words):
        yield from ((kind, "verb") for kind in relation_kinds(incomplete))
    yield from claims_and_relations(ctx, incomplete)


def semantics(incomplete: str) -> Iterator[tuple[str, str]]:
    """Yield semantics, with their summaries."""
    from argmap.analysis import semantics as known

    return ((n, known.summary(n)) for n in known.names() if n.startswith(incomplete))


def kinds(ctx: typer.Context, incomplete: str) -> list[str]:
    """Return the kinds of claim in the map."""
    return _starting(incomplete, (claim.kind for claim in _map(ctx).claims.values()))


def usual_kinds(ctx: typer.Context, incomplete: str) -> Iterator[tuple[str, str]]:
    """Yield the kinds that argmap suggests, with what each is, and others of the map."""
    yield from ((kind, what) for kind, what in KINDS.items() if kind.startswith(incomplete))
    yield from ((kind, "") for kind in kinds(ctx, incomplete) if kind not in KINDS)


def voices(ctx: typer.Context, incomplete: str) -> list[str]:
    """Return the voices of the claims in the map."""
    return _starting(incomplete, (claim.voice for claim in _map(ctx).claims.values()))


def tags(ctx: typer.Context, incomplete: str) -> list[str]:
    """Return the tags of the claims in the map."""
    found = (tag for claim in _map(ctx).claims.values() for tag in claim.tags)
    return _starting(incomplete, found)


def relation_kinds(incomplete: str) -> list[str]:
    """Return the kinds of relation."""
    return _starting(incomplete, RelationKind)


def topics(incomplete: str) -> Iterator[tuple[str, str]]:
    """Yield the topics of the guides, with their titles."""
    from argmap.views.guides import guides

    return ((g.topic, g.title) for g in guides() if g.topic.startswith(incomplete))


def readable_formats(incomplete: str) -> Iterator[tuple[str, str]]:
    """Yield the formats argmap reads, with their summaries."""
    return ((name, summary(name)) for name in readable() if name.startswith(incomplete))


def writable_formats(incomplete: str) -> Iterator[tuple[str, str]]:
    """Yield the formats argmap writes or draws, with their summaries."""
    known = sorted((*writable(), *drawable()))
    return ((name, summary(name)) for name in known if name.startswith(incomplete))


def schemes(ctx: typer.Context, incomplete: str) -> Iterator[tuple[str, str]]:
    """Yield the names of schemes, with what each concludes from what."""
    from argmap.analysis.schemes.catalogue import catalogue, usual_name
    from argmap.views.schemes import in_short

    given = ctx.params.get("map_file") or os.environ.get("ARGMAP_MAP")
    known = catalogue(_map(ctx) if given else ArgumentMap())
    names = ((usual_name(scheme), in_short(scheme)) for scheme in known)
    return ((name, about) for name, about in names if name.startswith(incomplete.casefold()))


def relations(ctx: typer.Context, incomplete: str) -> Iterator[tuple[str, str]]:
    """Yield ids of relations, with their kinds and targets."""
    for relation in _map(ctx).relations.values():
        if relation.id.startswith(incomplete):
            yield relation.id, f"{relation.kind} {one_line(relation.target)}"


def questions(ctx: typer.Context, incomplete: str) -> Iterator[tuple[str, str]]:
    """Yield the critical questions of the step that is the last word so far, or of all schemes."""
    from argmap.analysis.schemes.catalogue import catalogue
    from argmap.analysis.schemes.steps import general_text
    from argmap.model.raising import questioned

    argument_map = _map(ctx)
    known = catalogue(argument_map)
    target = (ctx.params.get("words") or [""])[-1]
    steps = [argument_map.relations[target]] if target in argument_map.relations else []
    steps = steps or [*questioned(argument_map.outgoing(target))]
    found = [known.find(step.scheme) for step in steps if step.scheme]
    for scheme in [each for each in found if each] or known:
        for question in scheme.questions:
            if question.name.startswith(incomplete):
                yield question.name, one_line(general_text(question))
