"""What the claims of a page cite, numbered where there is room to list it."""

from __future__ import annotations

from argmap.analysis.outline import Form, Outline
from argmap.model import Citation, Claim
from argmap.model.citing import described
from argmap.pictures.picture import Picture

MOST = 12
"""How many citations are listed; of more, none is."""
_LONGEST = 1_500  # characters of all of them


def numbered(outline: Outline, picture: Picture) -> dict[Citation, int]:
    """Return citations with numbers from 1, in the order of the rows they are first cited in.

    There are none where labels stand alone, and where they would take too much room.
    """
    found: dict[Citation, int] = {}
    if picture.options.has_labels_alone:
        return found
    length = 0
    for row in outline.rows:
        cited = row.node.citations if row.form is Form.FULL and isinstance(row.node, Claim) else ()
        for citation in cited:
            if citation not in found:
                found[citation] = len(found) + 1
                length += len(described(citation))
        if len(found) > MOST or length > _LONGEST:
            return {}
    return found


def mark(claim: Claim, numbers: dict[Citation, int]) -> str:
    """Return the numbers of what a claim cites: ``[1, 3]``; empty where it cites nothing."""
    marks = [str(numbers[each]) for each in dict.fromkeys(claim.citations) if each in numbers]
    return f"[{', '.join(marks)}]" if marks else ""
