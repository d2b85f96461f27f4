"""What each key of the map format may hold."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from argmap.documents.document import is_nothing, what
from argmap.documents.field_values import (
    Field,
    by_name,
    items,
    one_of,
    parts,
    read_boolean,
    read_date,
    read_id,
    read_one_of_several,
    read_text,
    read_weight,
    text_hint,
)
from argmap.documents.places import read_place
from argmap.documents.unfit import UnfitError
from argmap.model import (
    KINDS,
    Citation,
    CriticalQuestion,
    Ignored,
    Raised,
    RelationKind,
    Standard,
    Status,
)
from argmap.model.scheme import WEIGHINGS
from argmap.suggestions import did_you_mean

VERSION = 1
TOP_KEYS = (
    *("argmap", "title", "source", "voices", "schemes"),
    *("ignore", "claims", "relations", "expect"),
)


def _premises(value: Any) -> tuple[str, ...]:
    premises: tuple[str, ...] = items(read_one_of_several)(value)
    if not premises:
        raise UnfitError("empty-list", "must name at least one claim")
    return premises


def _ignored(value: Any) -> tuple[Ignored, ...]:
    """Read a mapping of rules to reasons; the caller adds the owner."""
    if not isinstance(value, dict):
        hint = "such as: {island: it is context only}"
        raise UnfitError("wrong-type", f"must be a mapping, not {what(value)}", hint)
    found, wrong = [], []
    for rule, reason in value.items():
        try:
            found.append(Ignored(read_id(rule), read_text(reason)))
        except UnfitError as unfit:
            if unfit.code != "bad-id":
                unfit.message = f"of '{rule}' needs a reason, which {unfit.message}"
            unfit.path = (rule,)
            wrong.append(unfit)
    if wrong:
        wrong[0].others = wrong[1:]
        raise wrong[0]
    return tuple(found)


STANDARD_CODES: dict[str, str] = {
    "PE": Standard.PREPONDERANCE,
    "CCE": Standard.CLEAR_AND_CONVINCING,
    "BRD": Standard.BEYOND_REASONABLE_DOUBT,
}
"""Short names that Carneades has for proof standards."""

_read_standard = one_of(tuple(map(str, Standard)), STANDARD_CODES)


def _standard(value: Any) -> Standard:
    return Standard(_read_standard(value))


def _citation(value: Any) -> Citation:
    if isinstance(value, str):
        return Citation(read_text(value))
    found = Citation(**parts(value, CITATION_FIELDS, "such as: {text: City survey 2023}"))
    if not any(found):
        raise UnfitError("wrong-type", "must say what it is", "such as: {text: City survey 2023}")
    return found


def _raised(value: Any) -> Raised:
    if isinstance(value, dict):
        return Raised(**parts(value, RAISED_FIELDS, "such as: {step: a/b, question: expertise}"))
    return Raised(read_id(value))


def _named_texts(value: Any) -> tuple[tuple[str, str], ...]:
    return by_name(value, read_text)


def _questions(value: Any) -> tuple[CriticalQuestion, ...]:
    return tuple(CriticalQuestion(name, **given) for name, given in by_name(value, _question))


def _question(value: Any) -> dict[str, Any]:
    if isinstance(value, str):
        return {"text": read_text(value)}
    return parts(value, QUESTION_FIELDS, "such as: {text: How much of an expert is it?}")


def read_scheme(value: Any) -> dict[str, Any]:
    """Return the fields of a scheme, less its id; a scheme may be left empty."""
    such_as = "such as: {premises: {sign: what is seen}, conclusion: what it is a sign of}"
    if is_nothing(value):
        return {}
    found = parts(value, SCHEME_FIELDS, such_as)
    _check_roles(found)
    return found


def _check_roles(scheme: dict[str, Any]) -> None:
    """Raise UnfitError where a question attacks a role that its scheme does not have."""
    known = tuple(role for role, _ in scheme.get("premises", ()))
    wrong = []
    for question in scheme.get("questions", ()):
        role = question.attacks
        if role is not None and role not in known:
            hint = did_you_mean(role, known) or "give it under premises, or leave attacks out"
            message = f"has no premise in the role '{role}', which '{question.name}' attacks"
            path = ("questions", question.name, "attacks")
            wrong.append(UnfitError("unknown-role", message, hint, path))
    if wrong:
        wrong[0].others = wrong[1:]
        raise wrong[0]


CITATION_FIELDS: dict[str, Field] = {
    "text": Field(read_text, "What it is, such as a title."),
    "url": Field(read_text, "Where it can be read."),
    "quote": Field(read_text, "Its own words."),
}

RAISED_FIELDS: dict[str, Field] = {
    "question": Field(read_id, "The name of the critical question.", required=True),
    "step": Field(read_id, "The relation it is asked of."),
}

CLAIM_FIELDS: dict[str, Field] = {
    "text": Field(read_text, "The statement, in one sentence.", required=True),
    "label": Field(read_text, "A short headline for trees and pictures."),
    "kind": Field(read_text, f"Any word; usual: {', '.join(KINDS)}."),
    "voice": Field(read_id, "Who puts the claim forward: a key of voices."),
    "at": Field(items(read_place), 'Where it stands in the source: 3, "4-5", II.4 or a list.'),
    "weight": Field(read_weight, "The base score for evaluation, from 0 to 1."),
    "implicit": Field(read_boolean, "Whether the source leaves it unsaid but needs it."),
    "tags": Field(items(read_text), "Words to find it by."),
    "note": Field(read_text, "A remark of whoever made the map."),
    "assumed": Field(read_boolean, "Whether it may stand without support; absent: by its place."),
    "quote": Field(items(read_text), "The source's own words, one run or several."),
    "citations": Field(items(_citation), "Evidence from elsewhere: texts, or text, url, quote."),
    "choose": Field(one_of(("one",)), "For a question: one, where answers exclude one another."),
    "standard": Field(_standard, f"What decides: {', '.join(Standard)}."),
}

VERBS = {str(kind): kind for kind in RelationKind}

RELATION_FIELDS: dict[str, Field] = {
    "from": Field(_premises, "The premise, or the list of linked premises.", required=True),
    **{verb: Field(read_id, f"The target it {verb}.") for verb in VERBS},
    "id": Field(read_id, "Its name, where premise/target will not do."),
    "scheme": Field(read_text, "The argumentation scheme it follows: argmap schemes lists them."),
    "note": Field(read_text, "A remark of whoever made the map."),
    "weight": Field(read_weight, "How much the step itself counts, from 0 to 1; absent: 1."),
    "raises": Field(_raised, "The critical question of the step's scheme that it raises."),
}

QUESTION_FIELDS: dict[str, Field] = {
    "text": Field(read_text, "The question.", required=True),
    "attacks": Field(read_id, "The premise that a bad answer attacks; absent: it undercuts."),
    "source": Field(read_text, "Where the question is from."),
}

SCHEME_FIELDS: dict[str, Field] = {
    "names": Field(items(read_text), "Its other names."),
    "premises": Field(_named_texts, "What each premise states, by its role, in order."),
    "conclusion": Field(read_text, "What is concluded."),
    "source": Field(read_text, "Where the scheme is from."),
    "weighing": Field(one_of(WEIGHINGS), "How premises are weighed; absent: linked."),
    "questions": Field(_questions, "The critical questions, by name."),
}

# A key of a claim, a relation and the map, which the model has in one place.
IGNORE_FIELD = Field(_ignored, "Rules of argmap check that are wrong here, each with the reason.")

CLAIM_KEYS = {**CLAIM_FIELDS, "ignore": IGNORE_FIELD}
RELATION_KEYS = {**RELATION_FIELDS, "ignore": IGNORE_FIELD}

SOURCE_FIELDS: dict[str, Field] = {
    "title": Field(read_text, "The title of the text."),
    "author": Field(read_text, "Who wrote it."),
    "publisher": Field(read_text, "Where it appeared."),
    "date": Field(read_date, "When, such as 2024-05-02."),
    "url": Field(read_text, "Where it can be read."),
    "unit": Field(read_text, "What the at of a claim counts, such as paragraph or page."),
}


# Keys whose values are ids, numbers or truth values; nobody writes a sentence there.
NO_SENTENCES = frozenset(
    {"argmap", "at", "weight", "implicit", "assumed", "voice", "from", "id", "url", *VERBS}
)

# Keys under a qualitative semantics in ``expect``: each holds one id or a list of them.
STATUS_FIELDS: dict[str, Field] = {
    str(Status.IN): Field(read_one_of_several, "The claims that should be in."),
    str(Status.OUT): Field(read_one_of_several, "The claims that should be out."),
    str(Status.UNDECIDED): Field(read_one_of_several, "The claims that should be neither."),
}

# Keys under a gradual semantics in ``expect``: strengths are a mapping of ids to numbers.
STRENGTH_FIELDS: dict[str, Field] = {
    "strengths": Field(read_weight, "How strong each claim should be, from 0 to 1.", required=True),
    "tolerance": Field(read_weight, "How far off that may be, from 0 to 1; absent: 0.000001."),
}


def unknown_key_hint(key: str, known: tuple[str, ...]) -> str:
    """Return the hint for a key that is not known."""
    if key == "<<":
        return "merge keys are not part of YAML 1.2"
    if key == "id" and "text" in known:
        return "the id of a claim is the key that the claim stands under"
    if is_relation_key(key, known):
        return "relations stand under 'relations', such as: - {from: a-premise, supports: a-claim}"
    return did_you_mean(key, known) or f"known here: {', '.join(known)}"


def is_relation_key(key: str, known: Collection[str]) -> bool:
    """Return whether a key among those of a claim is one of a relation."""
    return "text" in known and key in {"relations", *RELATION_KEYS} - {"id", *known}


def read_claim_text(value: Any) -> str:
    """Return the text of a claim that is written in short, as its text alone."""
    if not isinstance(value, list) and not is_nothing(value):
        return read_text(value)
    message = f"must be a text or a mapping with a text, not {what(value)}"
    hint = text_hint(value)
    if isinstance(value, list) and any(isinstance(item, dict) for item in value):
        hint = "write its keys in lines without '- ', or in braces: {text: …}"
    raise UnfitError("wrong-type", message, hint)
