"""CSV: a map in two tables and in one, and what is read of them."""

from __future__ import annotations

from argmap import (
    ArgumentMap,
    loads,
)
from argmap.formats import Losses

LIBRARY = """\
id,text,label,kind,voice,at,weight,implicit,tags,note,assumed
open,The library should open on Sundays.,Open,thesis,author,"1, 6",,,,,
work,"Most people work, Monday to Friday.",,premise,author,2-3,0.7,,staff; money,,true
free,A service should be open when its public is free.,,,,,,true,,"They say ""often"".",false

id,from,relation,target,scheme,note,weight
access,work free,supports,open,practical reasoning,,0.4
free/access,free,supports,access,,a note,
"""


ONE_TABLE = """\
id,text,target,relation
open,Open on Sundays,,
work,Most people work,open,pro
cost,It costs too much,open,con
cost,,work,attacks
help,Volunteers would help,cost/open,undercuts
"""


def read(text: str) -> tuple[ArgumentMap, dict[str, int]]:
    """Return the map in a CSV text, and how many of each thing were lost."""
    losses = Losses()
    return loads(text, "csv", losses=losses), dict(losses.counts)


def links(m: ArgumentMap) -> list[tuple[str, str, str]]:
    """Return premises, kind and target of each relation."""
    return [(" ".join(r.premises), str(r.kind), r.target) for r in m.relations.values()]
