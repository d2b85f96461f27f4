"""Maps to begin with: small, and with comments that teach the format."""

from __future__ import annotations

from argmap.documents.yaml_scalars import block_key, flow
from argmap.errors import UnknownNameError
from argmap.model import KINDS
from argmap.model.relation import default_id

DEFAULT = "claim"

_HEAD = """\
# An argument map: what is claimed, and what bears on it.
#   argmap tree -m FILE    shows it            argmap add, link, set …    change it
#   argmap check -m FILE   looks it over       argmap schema              is for editors
argmap: 1
"""

_CLAIM = """
claims:
  # Each claim has an id of your choice, without spaces, and a text: one statement.
  {key}
    text: {text}
    kind: thesis  # or {other_kinds}: any word
    # label: a short headline for trees and pictures
    # voice: who says so, such as a key of voices
    # at: where the source says it, such as 3, II.4 or [1, "4-5"]
    # quote: a few of the source's own words, which argmap check --source looks for
    # citations: what else shows it, as texts or as {{text: …, url: …}}
    # note: a remark of yours

# Each relation reads as a sentence: from a premise to what it supports, attacks,
# undercuts (another relation), contradicts, restates or answers (a question). For example:
#   - {{from: a-reason, supports: {id}, scheme: expert opinion}}  # argmap schemes lists them
#   - {{from: [one-half, other-half], supports: {id}, id: both-together}}
#   - {{from: a-doubt, undercuts: {of_a_reason}}}
relations: []
"""

_DEBATE = """
voices:
  pro: Those in favour
  con: Those against

claims:
  {key}
    text: {text}
    kind: thesis
    voice: pro

  # One reason for it and one against; add as many as there are.
  benefit:
    text: Something good would come of it.
    voice: pro
  cost:
    text: Something would be lost by it.
    voice: con

  # An answer that leaves the reason as it is and denies that it counts here.
  cost-is-small:
    text: The loss would be too small to matter.
    voice: pro

relations:
  - {{from: benefit, supports: {id}}}
  - {{from: cost, attacks: {id}}}
  - {{from: cost-is-small, undercuts: {of_cost}}}
"""

_DECISION = """
claims:
  # What is to be decided. Its answers exclude one another.
  question:
    text: What is to be done?
    kind: question
    choose: one
    # standard: by how much an answer must outweigh the others, such as clear-and-convincing

  {key}
    text: {text}
  other-way:
    text: Something else is to be done.

  # What speaks for each answer and against it; add as much as there is.
  benefit:
    text: Something good would come of it.
  cost:
    text: Something would be lost by it.
  other-benefit:
    text: Something good would come of the other way.

relations:
  - {{from: {id}, answers: question}}
  - {{from: other-way, answers: question}}

  # How much each reason counts, from 0 to 1. This says which answer outweighs the others:
  #   argmap evaluate -s carneades -m FILE
  - {{from: benefit, supports: {id}, weight: 0.7}}
  - {{from: cost, attacks: {id}, weight: 0.3}}
  - {{from: other-benefit, supports: other-way, weight: 0.5}}
"""

_ESSAY = """
source:
  title: The title of the essay
  author: Who wrote it
  # publisher, date and url, if you like
  unit: paragraph  # what the at of a claim counts

voices:
  author: Who wrote it
  opponent: Whom the essay answers

claims:
  # A kind says what a claim is in the essay. It may be any word; the usual ones are
{kinds}

  # What the essay comes to.
  {key}
    text: {text}
    kind: thesis
    voice: author
    at: 1
    # quote: a few words of the essay, which argmap check --source looks for

  # What carries it: two claims that only hold it up together.
  observation:
    text: Something was observed.
    kind: evidence
    voice: author
    at: 2
  principle:
    text: What is observed so speaks for the thesis.
    kind: reason
    implicit: true  # the essay needs it and does not say it

  # What the essay answers.
  objection:
    text: The thesis leaves something out of account.
    voice: opponent
    at: 3

relations:
  # A scheme has questions to ask of such a step: argmap critique -m FILE
  - {{from: [observation, principle], supports: {id}, id: main-step, scheme: sign}}
  - {{from: objection, attacks: {id}}}
"""

_FRAMEWORK = """
# Arguments that attack one another, to see what can stand together:
#   argmap evaluate -m FILE
claims:
  {key} {text}
  reply: This speaks against it.
  rejoinder: And this against the reply.

relations:
  - {{from: reply, attacks: {id}}}
  - {{from: rejoinder, attacks: reply}}

# What should come of it; argmap evaluate --check compares.
expect:
  grounded:
    in: [{id}, rejoinder]
    out: reply
"""

TEMPLATES = {
    DEFAULT: ("One claim, and comments that teach the format.", _CLAIM),
    "debate": ("A motion with a reason for it, one against, and an answer.", _DEBATE),
    "decision": ("A question, two answers to choose from, and reasons with weights.", _DECISION),
    "essay": ("A thesis with its premises and places in a text.", _ESSAY),
    "framework": ("Arguments that attack one another, for evaluate.", _FRAMEWORK),
}


def new_map(
    template: str, claim_id: str, text: str, title: str | None = None, schema: str | None = None
) -> str:
    """Return the YAML of a new map whose first claim has this id and text.

    With ``schema``, the path or URL of a JSON Schema, the first line makes
    YAML language servers use it. Raises UnknownNameError for an unknown
    template.
    """
    if template not in TEMPLATES:
        raise UnknownNameError("template", template, tuple(TEMPLATES))
    names = {
        "key": block_key(claim_id),
        "id": flow(claim_id),
        "text": flow(text),
        "of_cost": flow(default_id(("cost",), claim_id)),
        "of_a_reason": flow(default_id(("a-reason",), claim_id)),
        "kinds": "\n".join(f"  #   {kind:10} {what}" for kind, what in KINDS.items()),
        "other_kinds": ", ".join(list(KINDS)[1:]),
    }
    body = TEMPLATES[template][1].format(**names)
    first = f"# yaml-language-server: $schema={schema}\n" if schema else ""
    return first + _HEAD + (f"title: {flow(title)}\n" if title else "") + body
