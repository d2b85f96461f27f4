"""APX, the facts by which the ASPARTIX system is given a framework.

``arg(a).`` is an argument, ``att(a,b).`` means that a attacks b, in any order
(https://www.dbai.tuwien.ac.at/research/argumentation/aspartix). ``support(a,b).`` of
bipolar frameworks is read too, and so are ``argument``, ``attack``, ``attacks``, ``sup`` and
``supports``. The syntax is that of answer-set programs: ``%`` begins a
comment, a name with special characters is in quotes.

Names are written without quotes, which few solvers support, from letters, digits and
``_``. An id of these characters stays as it is, though answer-set solvers, unlike those
of the competitions, take one that begins with a capital letter for a variable.
"""

from __future__ import annotations

import re

from argmap.documents.document import refuse_empty
from argmap.documents.sample import Sample
from argmap.formats.frameworks._facts import FactReader
from argmap.formats.frameworks._framework import attacks, count_texts, names_for
from argmap.model import ArgumentMap, FileText
from argmap.model.losses import Losses

SUMMARY = "ASPARTIX facts, for abstract frameworks"
SUFFIXES = (".apx",)

_BEGINS = re.compile(r"(?:\s++|[%#][^\r\n]*+)*+[a-z]\w*\s*\(")
_FACT = re.compile(r"^[ \t]*+(?:arg|att)\s*+\([^()\r\n]++\)\s*+\.", re.MULTILINE)
_NAME = re.compile(r"[A-Za-z0-9_]+")
_NOT_IN_NAME = re.compile(r"[^A-Za-z0-9]+")
_HEAD = 100_000  # characters that are searched for a fact


def parse_apx(file: FileText, losses: Losses) -> ArgumentMap:
    """Return the framework in an APX text; raises InvalidMapError with its errors."""
    refuse_empty(file, "name an argument: arg(a).")
    return FactReader(file, losses).read()


def recognises_apx(sample: Sample) -> bool:
    """Return whether it begins with a fact and has one about an argument or an attack."""
    begins = _BEGINS.match(sample.text)
    return begins is not None and _FACT.search(sample.text[:_HEAD]) is not None


def generate_apx(argument_map: ArgumentMap, losses: Losses) -> str:
    """Return the claims and attacks of a map as facts.

    Raises ArgmapError for a map that has relations other than attacks.
    """
    names = names_for(
        argument_map,
        losses,
        fits=lambda claim_id: _NAME.fullmatch(claim_id) is not None,
        fitting=_fitting,
    )
    pairs = attacks(argument_map, names, losses, "apx")
    count_texts(argument_map, losses)
    facts = [f"arg({name}).\n" for name in names.values()]
    facts += [f"att({premise},{target}).\n" for premise, target in pairs]
    return "".join(facts) or "% no arguments\n"


def _fitting(claim_id: str) -> str:
    """Return a name like an id, which begins with a small letter, so that it is no variable."""
    name = _NOT_IN_NAME.sub("_", claim_id).strip("_")
    return name[0].lower() + name[1:] if name[:1].isalpha() else f"c{name}"
