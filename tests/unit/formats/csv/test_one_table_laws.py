"""One of the two tables alone, for programs that read one table a file."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from support.csv_tables import links, read
from support.laws import examples
from support.strategies import argument_maps

from argmap import ArgmapError, ArgumentMap, Claim, Relation, RelationKind, dumps
from argmap.formats import Losses, Table, names

laws = examples(40)


@pytest.mark.parametrize("table", Table)
@given(m=argument_maps(expecting=False))
@laws
def test_one_table_has_its_rows_and_the_other_is_counted(table: Table, m: ArgumentMap) -> None:
    whole, losses = Losses(), Losses()
    both = dumps(m, "csv", whole).split("\r\n\r\n")
    text = dumps(m, "csv", losses, table=table)
    assert text.removesuffix("\r\n") == both[table is Table.RELATIONS].removesuffix("\r\n")
    rows = list(csv.DictReader(io.StringIO(text, newline=""), strict=True))
    sizes = {Table.CLAIMS: len(m.claims), Table.RELATIONS: len(m.relations)}
    assert len(rows) == sizes.pop(table)
    assert not any(None in row or None in row.values() for row in rows)
    ((other, number),) = sizes.items()
    assert losses.counts[f"{other.removesuffix('s')} left out"] == number
    assert not [what for what in whole.counts if "left out" in what]


@given(m=argument_maps(expecting=False))
@laws
def test_either_table_is_read_back(m: ArgumentMap) -> None:
    claims, lost = read(dumps(m, "csv", table=Table.CLAIMS))
    assert lost == {}
    assert claims == ArgumentMap(read(dumps(m, "csv"))[0].claims.values())
    if m.relations:
        relations, lost = read(dumps(m, "csv", table=Table.RELATIONS))
        assert lost == {}
        assert links(relations) == links(m)
        assert list(relations.relations) == list(m.relations)


def test_what_is_left_out_is_said() -> None:
    claims = [Claim("a", "A."), Claim("b", "B.")]
    m = ArgumentMap(claims, [Relation("r", RelationKind.SUPPORTS, ("a",), "b")])
    for table, said in ((Table.CLAIMS, "1 relation left out"), ("relations", "2 claims left out")):
        losses = Losses()
        dumps(m, "csv", losses, table=Table(table))
        assert str(losses) == said


@pytest.mark.parametrize("format", [name for name in names() if name != "csv"])
def test_a_format_without_tables_says_so(format: str) -> None:
    with pytest.raises(ArgmapError) as error:
        dumps(ArgumentMap(), format, table=Table.CLAIMS)
    assert error.value.message == f"--table is for csv, and {format} has no tables"
    assert error.value.hint == "name one with -f: csv"
