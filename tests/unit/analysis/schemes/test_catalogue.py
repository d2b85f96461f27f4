"""The file of schemes that argmap comes with."""

from __future__ import annotations

import re

import pytest

from argmap.analysis.schemes.catalogue import packaged, usual_name
from argmap.analysis.schemes.names import key
from argmap.analysis.schemes.steps import OF_ALL, PLACEHOLDER, general_text
from argmap.model.scheme import Scheme

SCHEMES = tuple(packaged())
_PAGE = re.compile(r"(?:added to )?pp?\. (3[0-4]\d)(?:-(3[0-4]\d))?")
_OTHERS = re.compile(
    r"(?:added to|after) (?:Bex|Wyner) et al\. \d{4}|(?:added to|after) Walton 2006"
    r"|(?:added to|after) Rigotti and Greco 2019"
)


def test_there_are_enough() -> None:
    assert len(SCHEMES) >= 40


def test_no_name_is_that_of_two_schemes() -> None:
    owners: dict[str, str] = {}
    for scheme in SCHEMES:
        for name in (scheme.id, *scheme.names):
            assert owners.setdefault(key(name), scheme.id) == scheme.id, name


@pytest.mark.parametrize("scheme", SCHEMES, ids=usual_name)
def test_a_scheme_is_whole(scheme: Scheme) -> None:
    assert scheme.names
    assert scheme.premises
    assert scheme.conclusion
    assert scheme.source
    assert len(scheme.questions) >= 3
    roles = dict(scheme.premises)
    assert len(roles) == len(scheme.premises)
    names = [question.name for question in scheme.questions]
    assert len({key(name) for name in names}) == len(names)
    for question in scheme.questions:
        assert re.fullmatch(r"[a-z]+(-[a-z]+)*", question.name)
        assert question.text.endswith("?")
        assert question.attacks is None or question.attacks in roles
        assert set(PLACEHOLDER.findall(question.text)) <= {*roles, *OF_ALL}
        assert "{" not in general_text(question)
        assert question.source
        page = _PAGE.fullmatch(question.source)
        assert page or _OTHERS.fullmatch(question.source), question.source
        if page:
            first, last = (int(each) for each in (page[1], page[2] or page[1]))
            assert 308 <= first <= last <= 346
            assert scheme.source.endswith(question.source.removeprefix("added to "))


def test_what_an_unfavourable_answer_does_is_of_both_kinds() -> None:
    effects = [question.attacks for scheme in SCHEMES for question in scheme.questions]
    assert effects.count(None) > 60
    assert len(effects) - effects.count(None) > 60
