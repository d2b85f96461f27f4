"""What the rows of a page say, before they have a size and a place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from argmap.analysis.outline import Form, Outline, Row
from argmap.model import ArgumentMap, Claim, Status
from argmap.model.text import one_line, shortened
from argmap.pictures.page.cited import mark, numbered
from argmap.pictures.picture import Picture, Tone

if TYPE_CHECKING:
    from argmap.analysis.evaluation.evaluation import Outcome

_LONGEST_MENTION = 80  # characters of a claim without a label where it is used again


class Entry(NamedTuple):
    """What a row of an outline, that with the index ``at``, says.

    ``sentence`` is the text beside the label, empty where there is none; ``kind`` stands
    after the label, ``remarks`` after the text; ``status`` is None, and ``strength`` and
    ``kind`` empty, where it is not shown.
    """

    at: int
    row: Row
    name: str
    label: str
    sentence: str = ""
    kind: str = ""
    remarks: str = ""
    place: str = ""
    status: Status | None = None
    strength: str = ""
    is_italic: bool = False
    is_lit: bool = False

    @property
    def is_bold(self) -> bool:
        """Whether the label is in bold letters: of heads, and of a highlighted chain."""
        return self.is_head or self.is_lit

    @property
    def is_head(self) -> bool:
        """Whether it is the head of a block, and no branch that began in another."""
        return self.row.parent is None and self.row.relation is None

    @property
    def is_full(self) -> bool:
        """Whether it is the one full row of its claim."""
        return self.row.form is Form.FULL


class _Usual(NamedTuple):
    """The commonest status and kind, which are not shown at each claim."""

    status: Status | None
    kind: str | None


def entries(argument_map: ArgumentMap, outline: Outline, picture: Picture) -> list[Entry]:
    """Return what each row of the outline of a map says."""
    voices: list[str | None] = []
    usual = _Usual(usual_status(argument_map, picture), usual_kind(argument_map))
    numbers = numbered(outline, picture)
    found = []
    for at, row in enumerate(outline.rows):
        claim = row.node
        above = None if row.parent is None else voices[row.parent]
        if not isinstance(claim, Claim):  # only in an outline that is inverted
            raise TypeError(claim)
        voices.append(claim.voice or above)
        if row.form is Form.FULL:
            said = _full(at, row, claim, above, picture, usual)
            cited = mark(claim, numbers)
            remarks = " · ".join(filter(None, (said.remarks, cited)))
            found.append(said._replace(remarks=remarks))
        else:
            found.append(_mention(at, row, claim))
    return found


def usual_status(argument_map: ArgumentMap, picture: Picture) -> Status | None:
    """Return the commonest status of the claims of a map; it is not shown at each of them."""
    statuses = status_counts(argument_map, picture)
    return max(statuses, key=statuses.__getitem__) if statuses else None


def usual_kind(argument_map: ArgumentMap) -> str | None:
    """Return the commonest kind of the claims of a map that all have one.

    Where it is that of few, or some have none, it is None: each is shown.
    """
    kinds = Counter(claim.kind for claim in argument_map.claims.values())
    if not kinds or None in kinds:
        return None
    kind, number = kinds.most_common(1)[0]
    return kind if 3 * number >= len(argument_map.claims) else None


def status_counts(argument_map: ArgumentMap, picture: Picture) -> Mapping[Status, int]:
    """Return how many claims of a map have each status that occurs, in the order of statuses."""
    given = picture.outcome.statuses if picture.outcome else {}
    counts = Counter(given[name] for name in argument_map.claims if name in given)
    return {status: counts[status] for status in Status if counts[status]}


def _full(
    at: int, row: Row, claim: Claim, above: str | None, picture: Picture, usual: _Usual
) -> Entry:
    text = one_line(claim.text)
    label = one_line(claim.label or claim.text)
    is_alone = label == text or picture.options.has_labels_alone
    outcome = picture.outcome
    status = outcome.statuses.get(claim.id) if outcome else None
    return Entry(
        at,
        row,
        claim.id,
        label,
        "" if is_alone else text,
        one_line(claim.kind) if claim.kind and claim.kind != usual.kind else "",
        " · ".join(_remarks(claim, above, picture)),
        one_line(claim.place).replace(", ", ","),
        status if status is not usual.status or picture.fixed(claim.id) else None,
        _strength_of(claim, outcome),
        claim.implicit,
        picture.tone(claim.id) is Tone.LIT,
    )


def _remarks(claim: Claim, above: str | None, picture: Picture) -> Iterator[str]:
    """Yield the voice of a claim where it changes, and what was done to the claim."""
    if claim.voice and claim.voice != above:
        yield one_line(claim.voice)
    if fixed := picture.fixed(claim.id):
        yield fixed
    if left_out := picture.left_out.get(claim.id):
        yield f"+{left_out:,}"


def _strength_of(claim: Claim, outcome: Outcome | None) -> str:
    if outcome is None or not outcome.is_gradual or claim.is_question:
        return ""
    strength = outcome.strengths[claim.id]
    return "unsettled" if strength is None else f"{strength:.2f}"


def _mention(at: int, row: Row, claim: Claim) -> Entry:
    """Return a row for a claim whose full row stands elsewhere, or for several of them."""
    if row.form is Form.MORE:
        return Entry(at, row, claim.id, f"{row.left_out:,} more")
    label = shortened(claim.headline, _LONGEST_MENTION)
    return Entry(at, row, claim.id, label, is_italic=claim.implicit)
