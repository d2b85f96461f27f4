"""A map at a glance as plain data."""

from __future__ import annotations

from typing import Any

from argmap.analysis.counting import Backed
from argmap.analysis.overview import Head, Hinge, Overview, Rival
from argmap.model import ArgumentMap, Status
from argmap.views.questions import question_data


def overview_data(argument_map: ArgumentMap, found: Overview) -> dict[str, Any]:
    """Return an overview as plain data; the help of the command has the shape."""
    source = argument_map.source
    return {
        "title": argument_map.title,
        "source": {k: v for k, v in source._asdict().items() if v} if source else None,
        "claims": len(argument_map.claims),
        "relations": len(argument_map.relations),
        "heads": "theses" if found.has_theses else "roots",
        "main": [_head_data(head) for head in found.heads],
        "others": [_backed_data(each) for each in found.others],
        "rivals": [_rival_data(rival) for rival in found.rivals],
        "unsaid": [claim.id for claim in found.unsaid],
        "unbacked": [claim.id for claim in found.unbacked],
        "hinges": None if found.hinges is None else [_hinge_data(each) for each in found.hinges],
        "questions": [{"id": each.question.id, **question_data(each)} for each in found.questions],
        "counted": found.is_counted,
    }


def _head_data(head: Head) -> dict[str, Any]:
    return {
        "id": head.claim.id,
        "text": head.claim.text,
        "status": _plain(head.status),
        "reasons": [
            {
                "relation": reason.relation.id,
                "under": reason.under,
                "premises": [_backed_data(each) for each in reason.premises],
            }
            for reason in head.reasons
        ],
        "objections": [
            {
                "relation": objection.relation.id,
                "answered": objection.is_answered,
                "claims": [_backed_data(each) for each in objection.claims],
            }
            for objection in head.objections
        ],
    }


def _backed_data(backed: Backed) -> dict[str, Any]:
    return {"id": backed.claim.id, "under": backed.under}


def _rival_data(rival: Rival) -> dict[str, Any]:
    return {"id": rival.claim.id, "status": _plain(rival.status), "under": rival.under}


def _hinge_data(hinge: Hinge) -> dict[str, Any]:
    changes = [
        {"claim": change.head.id, "status": _plain(change.status)} for change in hinge.changes
    ]
    return {"id": hinge.claim.id, "without_it": changes}


def _plain(status: Status | None) -> str | None:
    return None if status is None else str(status)
