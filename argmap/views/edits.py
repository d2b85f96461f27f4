"""An edit of a map file: as a unified diff, and in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from argmap.editing.changes import Dangling
from argmap.model import ArgumentMap, Relation, RelationKind
from argmap.model.claim import asked_among
from argmap.model.text import escaped, one_line
from argmap.suggestions import did_you_mean
from argmap.views.phrases import counted, listed
from argmap.views.rows import Row

_STYLES = {"+": "added", "-": "removed"}
_AROUND = 3  # lines shown before and after what changes


def diff_rows(old: str, new: str, name: str) -> Iterator[Row]:
    """Yield a unified diff of two texts of the file ``name``; nothing if they are equal.

    ``patch`` and ``git apply`` accept it, except for characters that must not
    reach a terminal, which are escaped.
    """
    from difflib import unified_diff

    before, after = _lines(old), _lines(new)
    head, tail = _skipped(before, after)
    rows = unified_diff(
        before[head : len(before) - tail],
        after[head : len(after) - tail],
        f"a/{name.lstrip('/')}",
        f"b/{name.lstrip('/')}",
        n=_AROUND,
        lineterm="",
    )
    for number, line in enumerate(rows):
        if number < 2:
            yield Row([(_shown(line), "heading")])
        elif line.startswith("@@"):
            yield Row([(_moved(line, head), "id")])
        else:
            text, _, rest = line.partition("\n")
            yield Row([(_shown(text), _STYLES.get(line[:1], ""))])
            if rest:
                yield Row([(rest, "quiet")])


def _lines(text: str) -> list[str]:
    """Return the lines of a text, with git's remark if the last has no newline."""
    lines = text.split("\n")
    if lines[-1]:
        lines[-1] += "\n\\ No newline at end of file"
    else:
        lines.pop()
    return lines


def _skipped(before: Sequence[str], after: Sequence[str]) -> tuple[int, int]:
    """Return how many equal lines at the start and at the end to leave out.

    ``difflib`` would take long to compare those of a big file.
    """
    most = min(len(before), len(after))
    head = next((i for i in range(most) if before[i] != after[i]), most)
    most -= head
    tail = next((i for i in range(most) if before[-1 - i] != after[-1 - i]), most)
    return max(head - _AROUND, 0), max(tail - _AROUND, 0)


def _moved(line: str, by: int) -> str:
    """Return the header of a hunk with its line numbers moved ``by`` lines."""
    mark, old, new, _ = line.split(" ")
    places = []
    for place in (old, new):
        start, comma, length = place[1:].partition(",")
        places.append(f"{place[0]}{int(start) + by}{comma}{length}")
    return " ".join([mark, *places, mark])


def _shown(line: str) -> str:
    """Return a line with all but tabs escaped, and without a carriage return at the end."""
    return "\t".join(escaped(part) for part in line.removesuffix("\r").split("\t"))


def dangling_words(dangling: Dangling) -> str:
    """Return a phrase that lists what would be left dangling; empty for nothing."""
    names = [f"'{one_line(relation.id)}'" for relation in dangling.relations[:_NAMED]]
    more = len(dangling.relations) - len(names)
    parts = []
    if names:
        named = listed([*names, *([f"{more:,} more"] if more else [])])
        parts.append(f"{counted(len(dangling.relations), 'relation')} ({named})")
    if dangling.expectations:
        parts.append(counted(len(dangling.expectations), "expectation"))
    if dangling.raising:
        names = [f"'{one_line(relation.id)}'" for relation in dangling.raising[:_NAMED]]
        more = len(dangling.raising) - len(names)
        named = listed([*names, *([f"{more:,} more"] if more else [])])
        parts.append(f"{counted(len(dangling.raising), 'critical question')} (of {named})")
    return listed(parts)


_NAMED = 8  # relations named in one message


def notes(before: ArgumentMap, after: ArgumentMap) -> Iterator[str]:
    """Yield a sentence for each change that may be unintended.

    These are a new voice that is missing from the voices of the map, if it has
    any, a new relation of a claim to itself, and relations that carry nothing from now on,
    as a question is an end of them.
    """
    known = {None, *after.voices, *(claim.voice for claim in before.claims.values())}
    for claim in after.claims.values() if after.voices else ():
        if claim.voice not in known:
            known.add(claim.voice)
            near = did_you_mean(str(claim.voice), tuple(after.voices))
            yield f"voices does not say who '{claim.voice}' is" + (f"; {near}" if near else "")
    if len(after.relations) > len(before.relations):
        for relation in after.relations.values():
            if relation.id not in before.relations and relation.target in relation.premises:
                yield f"'{relation.target}' {relation.kind} itself"
    is_longer = len(after.relations) > len(before.relations)  # else a new id is another name
    known_ids = None if is_longer else before.relations
    idle = [
        each
        for each in _idle(after)
        if (known_ids is None or each.id in known_ids) and not _was_idle(each, before)
    ]
    for relation in idle[:_NOTED]:
        yield f"'{relation.id}' carries nothing: a question is neither for nor against anything"
    if len(idle) > _NOTED:
        more = len(idle) - _NOTED
        yield f"so it is with {counted(more, 'more relation')}: argmap check names them"


_NOTED = 3


def _idle(argument_map: ArgumentMap) -> Iterator[Relation]:
    """Yield the relations for or against something that a question is an end of."""
    if not any(claim.is_question for claim in argument_map.claims.values()):
        return
    for relation in argument_map.relations.values():
        if relation.kind not in {RelationKind.ANSWERS, RelationKind.RESTATES} and asked_among(
            argument_map.claims, (*relation.premises, relation.target)
        ):
            yield relation


def _was_idle(relation: Relation, before: ArgumentMap) -> bool:
    ends = (*relation.premises, relation.target)
    return relation.id in before.relations and asked_among(before.claims, ends)


def removed_words(before: ArgumentMap, after: ArgumentMap) -> str:
    """Return `` with 2 relations and 1 expectation`` for what was removed; empty for none."""
    relations = len(before.relations) - len(after.relations)
    expectations = len(before.expectations) - len(after.expectations)
    parts = [counted(relations, "relation")] if relations else []
    parts += [counted(expectations, "expectation")] if expectations else []
    return f" with {listed(parts)}" if parts else ""
