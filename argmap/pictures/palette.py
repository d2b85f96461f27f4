"""The colours of pictures, the same in every format that has some.

Those of relations stay apart for the colour-blind (after Okabe and Ito 2008);
line style and arrow head say the same without colour.
"""

from __future__ import annotations

from argmap.model import RelationKind

LINES = {
    RelationKind.SUPPORTS: "#00795c",
    RelationKind.ATTACKS: "#c24e00",
    RelationKind.UNDERCUTS: "#b0306a",
    RelationKind.CONTRADICTS: "#c24e00",
    RelationKind.RESTATES: "#767676",
}
FILLS = {
    "thesis": "#f5d66b",
    "theory": "#d5c3e8",
    "premise": "#c9def2",
    "evidence": "#cbe4c3",
    "concession": "#f6d9c6",
    "context": "#e6e6e6",
}
