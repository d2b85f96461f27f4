"""Statuses and strengths: of the claims of a map, and of the lines of a tree."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from argmap.analysis.evaluation.evaluation import Outcome
from argmap.analysis.evaluation.expectations import Checked
from argmap.analysis.evaluation.resolution import resolution, resolutions
from argmap.analysis.tree import TreeLine
from argmap.model import ArgumentMap, Claim, Relation, Status
from argmap.model.text import escaped, one_line
from argmap.views.phrases import counted, listed
from argmap.views.questions import question_data, resolution_words
from argmap.views.rows import Row, Span
from argmap.views.theme import Glyphs
from argmap.views.tree import Judgement

if TYPE_CHECKING:
    from argmap.analysis.outline import Row as OutlineRow

UNSETTLED = "unsettled"


def strength_text(strength: float | None) -> str:
    """Return a strength with four decimals, or ``unsettled`` for None."""
    return UNSETTLED if strength is None else f"{strength:.4f}"


def outcome_data(
    outcome: Outcome, claims: Iterable[Claim], argument_map: ArgumentMap
) -> dict[str, Any]:
    """Return ``{"semantics": …, "claims": [{"id": …, "status" or "strength": …}]}``.

    A status is null if there is no extension, a strength if it does not settle.
    If the semantics can have several extensions, ``in_some`` is whether the claim
    is in in at least one. A question is as ``question_data`` returns it.
    """

    def judged(claim: Claim) -> dict[str, Any]:
        if claim.is_question:
            return question_data(resolution(argument_map, outcome, claim))
        return judged_data(outcome, claim.id)

    return {
        "semantics": outcome.semantics,
        "claims": [{"id": claim.id, **judged(claim)} for claim in claims],
    }


def judged_data(outcome: Outcome, name: str) -> dict[str, Any]:
    """Return the entry of one claim or relation in ``outcome_data``, without its id.

    Of a question it is null alone.
    """
    if outcome.is_gradual:
        return {"strength": outcome.strengths.get(name)}
    status = outcome.statuses.get(name)
    found: dict[str, Any] = {"status": None if status is None else str(status)}
    if outcome.has_several:
        found["in_some"] = name in outcome.in_some
    return found


def verdict_text(outcome: Outcome, name: str) -> str:
    """Return the strength or status of a claim; ``in some only`` if not in every extension."""
    if outcome.is_gradual:
        return strength_text(outcome.strengths[name])
    status = outcome.statuses.get(name)
    if status is Status.UNDECIDED and outcome.has_several and name in outcome.in_some:
        return "in some only"
    return str(status or "none")


def tab_separated(
    outcome: Outcome, claims: Iterable[Claim], argument_map: ArgumentMap
) -> Iterator[str]:
    """Yield id, status or strength, and text of each claim on a line, separated by tabs.

    A question has in place of a status whether it is answered, and by what.
    """
    for claim in claims:
        if claim.is_question:
            verdict = resolution_words(resolution(argument_map, outcome, claim))
        else:
            verdict = verdict_text(outcome, claim.id)
        yield "\t".join((one_line(claim.id), verdict, one_line(claim.text)))


def summary(outcome: Outcome, argument_map: ArgumentMap) -> str:
    """Return a sentence on how many claims have which status, and how many questions are open."""
    return f"{_summary(outcome, argument_map)}{_on_questions(outcome, argument_map)}"


def _on_questions(outcome: Outcome, argument_map: ArgumentMap) -> str:
    found = list(resolutions(argument_map, outcome)) if outcome.has_extension else []
    if not found:
        return ""
    is_open = sum(not each.is_answered for each in found)
    words = f"; {counted(len(found), 'question')}"
    if is_open in {0, len(found)}:
        return f"{words}, {'open' if is_open else 'answered'}"
    return f"{words}, {is_open:,} of them open"


def _summary(outcome: Outcome, argument_map: ArgumentMap) -> str:
    claims = [claim.id for claim in argument_map.claims.values() if not claim.is_question]
    if outcome.is_gradual:
        missing = sum(outcome.strengths[claim] is None for claim in claims)
        unsettled = one_line(listed(outcome.unsettled[:3]))
        more = len(outcome.unsettled) - 3
        rest = f" and {more:,} more" if more > 0 else ""
        if missing:
            what = f"{counted(missing, 'claim')} without a strength"
            return f"{outcome.semantics}: {what}: {unsettled}{rest} do not settle"
        return f"{outcome.semantics}: {counted(len(claims), 'claim')}, from 0 to 1"
    if not outcome.has_extension:
        return (
            f"{outcome.semantics}: this map has no extension, so nothing can be said of its claims"
        )
    numbers = Counter(outcome.statuses[claim] for claim in claims)
    parts = [f"{numbers[status]:,} {status}" for status in Status]
    return f"{outcome.semantics}: {', '.join(parts)}"


def judge(outcome: Outcome, glyphs: Glyphs, line: TreeLine | OutlineRow) -> Judgement:
    """Return the status or strength of the claim of a line of a tree.

    For linked premises it is that of all of them together. The effect of an
    undercut on a step is added after the line.
    """
    node, relation = line.node, line.relation
    if outcome.is_gradual:
        if isinstance(node, Claim) and node.is_question:
            return Judgement(None)
        strength = outcome.strengths.get(node.id)
        own = None if relation is None else outcome.strengths[relation.id]
        if isinstance(node, Relation):
            strength = contribution(outcome, node)
        given = 1.0 if relation is None or relation.weight is None else relation.weight
        is_less = own is not None and own < given
        left = f" (undercut, {strength_text(own)} is left)" if is_less else ""
        sign = (strength_text(strength), "heading")
        return Judgement(sign, ((left, "undercuts"),), (0, "0.0000", "strength, from 0 to 1"))
    undercut = relation is not None and is_cut_off(outcome, relation)
    after: tuple[Span, ...] = ((" (undercut)", "undercuts"),) if undercut else ()
    status = outcome.statuses.get(node.id)
    if status is None:
        return Judgement(None, after)
    return judged_status(status, glyphs, after)


def judged_status(status: Status, glyphs: Glyphs, after: tuple[Span, ...] = ()) -> Judgement:
    """Return the sign of a status as a judgement, with a legend unless the sign is the word."""
    sign = status_span(status, glyphs)
    rank = list(Status).index(status)
    is_word = sign[0] == f"({status})"
    return Judgement(sign, after, None if is_word else (rank, sign[0], str(status)))


def status_span(status: Status, glyphs: Glyphs) -> Span:
    """Return the sign of a status."""
    return glyphs.statuses[status], str(status)


def contribution(outcome: Outcome, relation: Relation) -> float | None:
    """Return the contribution of a relation: its weakest premise times its own strength.

    A question contributes nothing.
    """
    parts = [outcome.strengths.get(name, 0.0) for name in (*relation.premises, relation.id)]
    known = [part for part in parts if part is not None]
    if len(known) < len(parts):
        return 0.0 if 0.0 in known else None
    return min(known[:-1]) * known[-1]


def line_data(outcome: Outcome, line: TreeLine) -> dict[str, Any]:
    """Return the status or strength of a line of a tree as plain data."""
    return judged_data(outcome, line.node.id)


def is_cut_off(outcome: Outcome, relation: Relation) -> bool:
    """Return whether a relation is out although all its premises are in.

    Not where its weight alone has it carry nothing.
    """
    statuses: Mapping[str, Status] = outcome.statuses
    return (
        relation.weight != 0
        and statuses.get(relation.id) is Status.OUT
        and all(statuses.get(premise) is Status.IN for premise in relation.premises)
    )


def extension_row(lead: str, claims: list[str]) -> Row:
    """Return the claims that are in in an extension, on one line."""
    names = " ".join(map(one_line, claims))
    lead = f"{lead}  "
    return Row([(names or "(nothing more)", "id" if names else "quiet")], lead, " " * len(lead))


def checked_data(checked: Iterable[Checked]) -> list[dict[str, Any]]:
    """Return expectations as plain data: semantics, claim, expected, found, holds."""
    return [
        {
            "semantics": each.expectation.semantics,
            "claim": each.expectation.claim,
            "expected": _plain(each.expectation.status, each.expectation.strength),
            "found": each.found if isinstance(each.found, float) else _plain(each.found, None),
            "holds": each.holds,
        }
        for each in checked
    ]


def _plain(status: object, strength: float | None) -> str | float | None:
    return strength if status is None else str(status)


def checked_summary(checked: Collection[Checked]) -> str:
    """Return how many expectations are met, under which semantics: of several, how many each."""
    met: dict[str, list[bool]] = {}
    for each in checked:
        met.setdefault(each.expectation.semantics, []).append(each.holds)
    failed = sum(not each.holds for each in checked)
    number = counted(len(checked), "expectation")
    said = f"{failed:,} of {number} not met" if failed else f"{number} met"
    if len(met) == 1:
        return f"{said} under {next(iter(met))}"
    parts = [f"{sum(found):,} of {len(found):,} met under {name}" for name, found in met.items()]
    return f"{said}: {', '.join(parts)}"


def failed_rows(
    argument_map: ArgumentMap, checked: Iterable[Checked], *, is_file_once: bool = False
) -> Iterator[Row]:
    """Yield ``file:line:column: error: …`` for each expectation that does not hold.

    With ``is_file_once`` the name of the file stands above them all.
    """
    places = argument_map.expectation_locations
    failed = [each for each in checked if not each.holds]
    files = {places[each.expectation].file for each in failed if each.expectation in places}
    if is_file_once:
        yield from (Row([(escaped(file), "heading")]) for file in sorted(files))
    for each in failed:
        location = places.get(each.expectation)
        severity, said = ("error: ", "error"), (_failure(each), "")
        if location and is_file_once:
            lead = f"{location.line}:{location.column}  "
            yield Row([severity, said], lead, " " * len(lead))
        else:
            place = f"{escaped(str(location))}: " if location else ""
            yield Row([(place, "heading"), severity, said])


def _failure(checked: Checked) -> str:
    expectation, found = checked.expectation, checked.found
    wanted = expectation.status or f"{expectation.strength:g}"
    if found is None:
        is_gradual = expectation.strength is not None
        got = "does not settle" if is_gradual else "has no status: there is no extension"
    else:
        got = f"is {found:.6f}" if isinstance(found, float) else f"is {found}"
    claim = one_line(expectation.claim)
    return f"'{claim}' {got} under {expectation.semantics}; expected: {wanted}"
