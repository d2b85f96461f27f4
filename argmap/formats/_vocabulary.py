"""The words by which files of other programs say what a relation does, and where.

One vocabulary for every reader: a word means the same relation in each. A word that is
not here is none: a reader refuses it with ``unknown_relation``, or counts it where the
relation is given elsewhere.
"""

from __future__ import annotations

from collections.abc import Callable

from argmap.documents.fields import VERBS
from argmap.model import RelationKind
from argmap.model.text import shortened
from argmap.suggestions import did_you_mean

RELATION_WORDS: dict[str, RelationKind] = {
    **VERBS,
    **{verb.removesuffix("s"): kind for verb, kind in VERBS.items()},
    **dict.fromkeys(("pro", "for", "+", "sup", "supp", "supporting"), RelationKind.SUPPORTS),
    **dict.fromkeys(
        ("con", "contra", "against", "-", "−", "att", "attacking", "opposes", "oppose"),
        RelationKind.ATTACKS,
    ),
    **dict.fromkeys(
        ("rebuts", "rebut", "rebutting", "refutes", "refute", "defeats", "defeat"),
        RelationKind.ATTACKS,
    ),
    **dict.fromkeys(("undercutting", "undercutter"), RelationKind.UNDERCUTS),
    **dict.fromkeys(("contradiction", "contradicting"), RelationKind.CONTRADICTS),
    **dict.fromkeys(("restatement", "restating"), RelationKind.RESTATES),
    **dict.fromkeys(("answering", "responds to", "response"), RelationKind.ANSWERS),
}
"""What each word says, in lower case; only words that lead from the premise to the target."""

RELATION_KEYS = ("verb", "relation", "type", "kind", "label", "edge label", "interaction")
"""The attributes of an edge that may have such a word; ``verb`` is argmap's own.

``edge label`` is what Gephi calls a label in GraphML.
"""

TEXT_KEYS = ("text", "statement", "sentence", "content", "description", "desc", "body")
"""The attributes of a node that may have the text of a claim, the surest first."""

LABEL_KEYS = ("label", "title", "name", "headline")
"""The attributes that may have its label; its text, where there is no other."""

_LONG = 20  # characters; no verb has as many
_SHOWN = 40  # characters of a word, in a message


def relation_kind(word: str) -> RelationKind | None:
    """Return the relation that a word says, in any case; None for any other word."""
    return RELATION_WORDS.get(word.strip().casefold())


def unknown_relation(word: str) -> tuple[str, str, Callable[[], str]]:
    """Return code, message and hint of the error that a word says no relation."""

    def hint() -> str:
        near = did_you_mean(word.strip(), tuple(VERBS)) if len(word) < _LONG else None
        return near or f"one of {', '.join(VERBS)}"

    return "unknown-relation", f"'{shortened(word, _SHOWN)}' is no relation", hint
