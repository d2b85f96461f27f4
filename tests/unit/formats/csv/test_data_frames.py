"""Cells as programs of data frames write them: words for what is missing, whole numbers as 2.0."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable

import pytest
from hypothesis import assume, given
from support.csv_tables import read
from support.laws import examples
from support.strategies import argument_maps

from argmap import ArgumentMap, Claim, Passage, Relation, RelationKind, dumps, loads
from argmap.formats import Losses, Table

SUPPORTS = RelationKind.SUPPORTS
MISSING = ("nan", "NaN", "<NA>", "NaT", "None")


def changed(text: str, change: Callable[[list[list[str]]], None]) -> str:
    """Return a table after a change of its rows, the first of which names the columns."""
    rows = list(csv.reader(io.StringIO(text, newline="")))
    change(rows)
    result = io.StringIO()
    csv.writer(result, quoting=csv.QUOTE_ALL).writerows(rows)
    return result.getvalue()


@pytest.mark.parametrize("word", MISSING)
@given(m=argument_maps(expecting=False))
@examples(20)
def test_a_word_for_what_is_missing_is_an_empty_cell(word: str, m: ArgumentMap) -> None:
    text = dumps(m, "csv", table=Table.CLAIMS)
    empty: list[str] = []

    def fill(rows: list[list[str]]) -> None:
        rows[0].insert(0, "")
        for number, row in enumerate(rows[1:]):
            name, text, *others = row
            assume(not set(MISSING).intersection(others))
            empty.extend(cell for cell in others if not cell)
            row[:] = [str(number), name, text, *(cell or word for cell in others)]

    losses = Losses()
    found = loads(changed(text, fill), "csv", losses=losses)
    assert found.claims == loads(text, "csv").claims
    assert bool(losses.notes) == bool(empty)


@pytest.mark.parametrize("column", ["weight", "implicit", "assumed"])
def test_a_column_in_which_no_word_is_a_value_shows_it(column: str) -> None:
    m, lost = read(f"id,text,note,{column}\na,Trams win.,NaN,NaN\n")
    assert m.claims["a"] == Claim("a", "Trams win.")
    assert not lost


@pytest.mark.parametrize("word", MISSING)
def test_such_a_word_by_itself_is_a_text(word: str) -> None:
    m, _ = read(f"id,text,note\na,Trams win.,{word}\n")
    assert m.claims["a"].note == word


def test_whole_numbers_with_a_fraction_are_places_and_ids() -> None:
    losses = Losses()
    text = "id,text,at,relation,target\n1,A.,1.0,supports,2.0\n2,B.,,,\n3,C.,12.0,supports,2.0\n"
    m = loads(text, "csv", losses=losses)
    assert [claim.at for claim in m.claims.values()] == [(Passage(1, 1),), (), (Passage(12, 12),)]
    assert list(m.relations.values()) == [
        Relation("1/2", SUPPORTS, ("1",), "2"),
        Relation("3/2", SUPPORTS, ("3",), "2"),
    ]
    assert losses.notes == ["places such as 2.0 are read as whole numbers"]


def test_premises_with_a_fraction_are_ids_unless_an_id_has_one() -> None:
    table = "\n\nfrom,relation,target\n1.0,supports,2.0\n"
    assert list(read(f"id,text\n1,A.\n2,B.{table}")[0].relations) == ["1/2"]
    assert list(read(f"id,text\n1,A.\n2,B.\n1.0,C.\n2.0,D.{table}")[0].relations) == ["1.0/2.0"]


def test_numbers_of_sections_stay_names() -> None:
    m, _ = read("id,text,at\na,A.,1.0\nb,B.,1.1\n")
    assert [claim.at for claim in m.claims.values()] == [("1.0",), ("1.1",)]


def test_places_that_would_be_taken_for_numbers_are_counted_in_writing() -> None:
    m = ArgumentMap([Claim("a", "A.", at=("1.0",)), Claim("b", "B.")])
    losses = Losses()
    assert loads(dumps(m, "csv", losses), "csv") != m
    assert re.fullmatch("1 place with a name like a number", str(losses))


@pytest.mark.parametrize("name", ["", "Unnamed: 0"])
def test_the_numbers_of_rows_are_minor_and_other_cells_without_a_name_are_not(name: str) -> None:
    losses = Losses()
    loads(f"{name},id,text\n0,a,A.\n1,b,B.\n", "csv", losses=losses)
    assert str(losses) == "2 numbers of rows"
    assert not losses.touch_the_argument
    loads(f"{name},id,text\nsee below,a,A.\n", "csv", losses=losses)
    assert losses.touch_the_argument
