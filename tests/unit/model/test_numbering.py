"""Which ids are numbers, and which are names."""

from __future__ import annotations

import pytest

from argmap.model.numbering import is_number, is_text_counted, without_numbers


@pytest.mark.parametrize(
    "name",
    [
        *("1", "12", "1.2.3", "1.2.", "1042_171", "10:2", "a7", "e12", "n0", "c-4", "RA3"),
        "3f2a9c1e-00aa-4bcd-9e10-0123456789ab",
    ],
)
def test_a_number_says_nothing(name: str) -> None:
    assert is_number(name)
    assert "#" in without_numbers(name)


@pytest.mark.parametrize(
    "name", ["a", "a/b", "wet", "1.2/1", "step-3", "a7b", "covid-19", "B-", ""]
)
def test_a_name_does(name: str) -> None:
    assert not is_number(name)


def test_names_with_numbers_have_a_pattern() -> None:
    assert without_numbers("premise-3") == without_numbers("premise-4.1") == "premise-#"


def test_first_words_may_have_a_number_after_them() -> None:
    text = "The pool: open in winter."
    assert is_text_counted("the-pool-open", "the-pool-open-2", text)
    assert is_text_counted("the-pool-open-3", "the-pool-open-2", text)
    assert not is_text_counted("the-po", "the-po-2", text)
    assert not is_text_counted("the-pool-open", "the-pool-2", text)
    assert not is_text_counted("open", "open-2", text)
