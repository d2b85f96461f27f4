"""A map at a glance, as rows that fit on one screen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from argmap.analysis.counting import Backed
from argmap.analysis.criticism import GRANTED_KINDS
from argmap.analysis.evaluation.resolution import Resolution
from argmap.analysis.overview import Head, Objection, Overview
from argmap.model import ArgumentMap, Claim, Status
from argmap.model.text import one_line
from argmap.views.columns import Line, cut, laid_out
from argmap.views.overview_lists import Lists, Place, named
from argmap.views.phrases import counted
from argmap.views.questions import resolution_words
from argmap.views.rows import BLANK, Row, Span, width_of

MOST_LINES = 23
"""The lines of an overview, so that on a screen of 24 the prompt has its own."""


class _Room(NamedTuple):
    """How much is shown of each part, at the most."""

    reasons: int
    premises: int
    objections: int
    others: int
    rivals: int
    lines: int  # of claims in a list
    high: int  # rows of the text of a claim
    questions: int
    gaps: bool = True


_ROOMS = (
    _Room(8, 8, 8, 12, 8, 3, 4, 12),
    _Room(5, 4, 4, 8, 5, 2, 3, 8),
    _Room(3, 3, 3, 5, 4, 2, 3, 5),
    _Room(3, 3, 3, 5, 4, 2, 2, 4),
    _Room(3, 3, 3, 4, 3, 1, 1, 3),
    _Room(2, 2, 2, 3, 3, 1, 2, 3),
    _Room(2, 2, 2, 3, 3, 1, 1, 2),
    _Room(2, 2, 2, 2, 2, 1, 1, 2, gaps=False),
    _Room(2, 2, 2, 2, 0, 1, 1, 2, gaps=False),
    _Room(2, 2, 2, 2, 2, 1, 1, 0, gaps=False),
    _Room(2, 2, 2, 2, 1, 1, 1, 0, gaps=False),
    _Room(2, 2, 1, 1, 2, 1, 1, 2, gaps=False),
    _Room(1, 2, 1, 1, 2, 1, 1, 1, gaps=False),
    _Room(1, 2, 1, 1, 1, 1, 1, 1, gaps=False),
    _Room(1, 1, 1, 1, 1, 1, 1, 1, gaps=False),
    _Room(1, 1, 1, 0, 0, 1, 1, 1, gaps=False),
)  # the last takes at most MOST_LINES


def overview_rows(argument_map: ArgumentMap, found: Overview, place: Place) -> list[Row]:
    """Return the rows of an overview, at most ``MOST_LINES``, none wider than ``place`` is.

    Where they would be more, less is shown of each part.
    """
    rows: list[Row] = []
    for room in _ROOMS:
        lines = list(_Writer(argument_map, found, place, room).lines())
        rows = [
            *_header(argument_map, place),
            *laid_out(lines, place.width, place.glyphs, high=room.high),
        ]
        if len(rows) <= MOST_LINES:
            break
    return rows


def _header(argument_map: ArgumentMap, place: Place) -> Iterator[Row]:
    """Yield the title, the source and the size, on two rows, and a blank one."""
    source, width = argument_map.source, place.width
    title = one_line(argument_map.title or (source.title if source else None) or place.name)
    size = [counted(len(argument_map.claims), "claim")]
    unsaid = sum(claim.implicit for claim in argument_map.claims.values())
    asked = sum(claim.is_question for claim in argument_map.claims.values())
    of_them = [f"{unsaid:,} of them unsaid"] if unsaid else []
    of_them += [f"{counted(asked, 'question')}"] if unsaid and asked else []
    of_them += [f"{asked:,} of them {'a question' if asked == 1 else 'questions'}"] * (
        bool(asked) and not unsaid
    )
    relations = counted(len(argument_map.relations), "relation")
    about = ", ".join([*size, *([" and ".join(of_them)] if of_them else []), relations])
    if width is not None and width_of(title) + 2 + width_of(about) > width:
        shorter = ", ".join([*size, relations])  # what is unsaid and asked stands below
        about = shorter if width_of(title) + 2 + width_of(shorter) <= width else about
    names: list[str | None] = []
    if source:
        own = f"“{source.title}”" if source.title and argument_map.title else None
        names = [own, source.author, source.publisher, source.date]
    said = ", ".join(one_line(name) for name in names if name)
    is_beside = width is None or width_of(title) + 2 + width_of(about) <= width
    first = [(cut(title, width, place.glyphs), "heading")]
    if is_beside and title:
        yield Row([*first, ("  ", ""), (about, "quiet")])
    elif title:
        yield Row(first)
    if not (is_beside and title):
        room = None if width is None else width - width_of(about) - 2
        is_wide = said and (room is None or room >= _SOURCE)
        said = f"{cut(said, room, place.glyphs)}, {about}" if is_wide else about
    if said:
        yield Row([(cut(said, width, place.glyphs), "quiet")])
    yield BLANK


_SOURCE = 12  # columns below which a source says nothing


class _Writer:
    """Writes the lines below the header, with as much of each part as there is room for."""

    def __init__(
        self, argument_map: ArgumentMap, found: Overview, place: Place, room: _Room
    ) -> None:
        self._map = argument_map
        self._found = found
        self._place = place
        self._room = room
        self._lists = Lists(argument_map, place, room.lines)

    def lines(self) -> Iterator[Line]:
        """Yield the lines, with gaps between parts where there is room for them."""
        found = self._found
        heads = [[*self._head(head)] for head in found.heads]
        around = [*self._others(), *self._rivals()]
        asked = [*self._questions()]
        doubts = [
            *self._lists.joined("unsaid", named(found.unsaid)),
            *self._lists.joined("unbacked", named(found.unbacked), ["list", "--unbacked"]),
            *self._hinges(),
        ]
        # Without theses, what is asked is what the map is about.
        before, after = ([], asked) if found.has_theses else (asked, [])
        if self._room.gaps:
            parts = [before, *heads, around, after, doubts]
        else:
            of_heads = [line for head in heads for line in head]
            parts = [[*before, *of_heads], [*around, *after, *doubts]]
        parts.append([*self._next()])
        for number, part in enumerate(filter(None, parts)):
            if number:
                yield Line()
            yield from part

    def _head(self, head: Head) -> Iterator[Line]:
        """Yield a thesis or root, what is for it and what is against it."""
        room, claim = self._room, head.claim
        word = "thesis" if self._found.has_theses else "claim"
        if any(claim in each.answers for each in self._found.questions) and word == "claim":
            word = "answer"
        voices = {each.claim.voice for each in self._found.heads}
        facts = (*self._status(head.status), *(_voice(claim) if len(voices) > 1 else ()))
        yield Line(word, claim.headline, "heading", facts, claim.id, is_head=True)
        for reason in head.reasons[: room.reasons]:
            shown = reason.premises[: room.premises]
            for number, premise in enumerate(shown, 1):
                left = len(reason.premises) - number if number == len(shown) else 0
                yield _reason("because" if number == 1 else "and", premise, head, left)
        if not head.reasons and self._found.has_theses:
            yield Line("because", "no reason is given", "quiet", whole=True)
        for objection in head.objections[: room.objections]:
            for number, end in enumerate(objection.claims[: room.premises]):
                yield _against("and" if number else "against", end, objection, head)
        cut_off = {
            "reason": len(head.reasons) - room.reasons,
            "objection": len(head.objections) - room.objections,
        }
        more = [counted(number, f"more {noun}") for noun, number in cut_off.items() if number > 0]
        if more:
            yield self._lists.more(", ".join(more), ["show", claim.id])

    def _others(self) -> Iterator[Line]:
        """Yield the heads that are not described: theses, and roots that something bears on."""
        some = [each for each in self._found.others if self._found.has_theses or each.under != 0]
        shown = some[: self._room.others]
        for number, (claim, under) in enumerate(shown):
            yield Line("" if number else "also", claim.headline, "", tuple(_size(under)), claim.id)
        left = len(self._found.others) - len(shown)
        if left:
            words = ["--kind", "thesis"] if self._found.has_theses else ["--roots"]
            bare = f"{counted(left, 'claim')} that nothing bears on"
            text = f"{left:,} more" if some else bare
            yield self._lists.more(text, ["list", *words], "" if shown else "also")

    def _rivals(self) -> Iterator[Line]:
        """Yield what the map argues against."""
        rivals = self._found.rivals
        most = self._room.rivals
        for number, (claim, status, under) in enumerate(rivals[:most]):
            facts = (*self._status(status), *_voice(claim), *_size(under))
            yield Line("" if number else "rival", claim.headline, "", facts, claim.id)
        yield from self._lists.joined(
            "" if most else "rival", named(e.claim for e in rivals[most:])
        )

    def _questions(self) -> Iterator[Line]:
        """Yield the questions, each with the answers that stand, or that it is open."""
        found, most = self._found.questions, self._room.questions
        if not most:
            asked = [_asked(each) for each in found]
            yield from self._lists.joined("question", asked, ["list", "--kind", "question"])
            return
        for number, each in enumerate(found[:most]):
            text = one_line(each.question.headline)
            said = resolution_words(each, lambda claim: claim.headline.removesuffix("."))
            is_whole = width_of(f"{text}  {said}") <= self._place.room
            word = "" if number else "question"
            if is_whole or self._place.width is None:
                yield Line(word, text, "", ((said, "quiet"),), whole=True)
            else:
                yield Line(word, f"{text}  {said}", whole=True)
        if len(found) > most:
            yield self._lists.more(f"{len(found) - most:,} more", ["list", "--kind", "question"])

    def _hinges(self) -> Iterator[Line]:
        """Yield the claims on which the heads hang: without which one falls or, if none, rises."""
        hinges = self._found.hinges
        if hinges:
            falls = [each for each in hinges if any(change.is_fall for change in each.changes)]
            yield from self._lists.joined(
                "hangs on", named([each.claim for each in falls or hinges])
            )
        elif self._found.heads:
            why = "no claim alone" if hinges == () else "not looked for in so large a map"
            yield self._lists.more(why, ["cruxes", self._found.heads[0].claim.id], "hangs on")

    def _next(self) -> Iterator[Line]:
        """Yield the commands to type next, with what they answer if there is room for that."""
        asked = []
        for head in self._found.heads[:1]:
            asked.append((["tree"], "the whole argument"))
            asked.append((["why", head.claim.id], f"why it is {head.status}"))
            asked.append((["cruxes", head.claim.id], "what would change that"))
        commands = [(self._lists.command(words), about) for words, about in asked]
        commands = [each for each in commands if each[0]]
        if not self._room.gaps:
            commands = self._on_one_line(commands)
        widest = max((width_of(command) for command, _ in commands), default=0)
        abouts = max((width_of(about) for _, about in commands), default=0)
        is_short = self._room.gaps and widest + 2 + abouts <= self._place.room
        for number, (command, about) in enumerate(commands):
            padded = command + " " * (widest - width_of(command))
            facts = ((about, "quiet"),) if is_short else ()
            yield Line("" if number else "next", padded, "", facts, whole=True)

    def _on_one_line(self, commands: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
        """Return as many commands as fit together, as one."""
        together = ""
        for command, _ in commands:
            longer = f"{together}   {command}" if together else command
            if width_of(longer) <= self._place.room:
                together = longer
        return [(together, "")] if together else []

    def _status(self, status: Status | None) -> list[Span]:
        if status is None:
            return []
        glyphs = self._place.glyphs
        sign = "" if glyphs.is_ascii else f"{glyphs.statuses[status]} "
        return [(f"{sign}{status}", str(status))]


def _asked(found: Resolution) -> str:
    """Return a question with a word on its answers, where there is no room to name them."""
    state = "answered" if found.is_answered else "open"
    return f"{one_line(found.question.headline)} ({state})"


def _reason(word: str, premise: Backed, head: Head, left: int) -> Line:
    """Return a premise of a reason; ``left`` is how many more premises are not shown."""
    claim, under = premise
    facts: list[Span] = [("unsaid", "quiet")] if claim.implicit else []
    if under == 0 and not claim.implicit:
        is_granted = claim.kind in GRANTED_KINDS
        facts.append((str(claim.kind) if is_granted else "unbacked", "quiet"))
    facts += [*_size(under), *_voice(claim, head.claim)]
    facts += [(f"and {counted(left, 'more premise')}", "quiet")] if left else []
    style = "implicit" if claim.implicit else ""
    return Line(word, claim.headline, style, tuple(facts), claim.id)


def _against(word: str, end: Backed, objection: Objection, head: Head) -> Line:
    claim, under = end
    facts = _voice(claim, head.claim)
    facts.append(("answered" if objection.is_answered else "unanswered", "quiet"))
    if objection.on_step:
        facts.append(("denies a step", "quiet"))
    facts += _size(under)
    return Line(word, claim.headline, "", tuple(facts), claim.id)


def _size(under: int | None) -> list[Span]:
    return [(f"{counted(under, 'claim')} under it", "quiet")] if under else []


def _voice(claim: Claim, beside: Claim | None = None) -> list[Span]:
    """Return whose a claim is, unless the claim beside it is theirs, too."""
    if not claim.voice or (beside is not None and beside.voice == claim.voice):
        return []
    return [(f"of {one_line(claim.voice)}", "quiet")]
