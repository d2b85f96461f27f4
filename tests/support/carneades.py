"""Carneades: a graph, and what is read of it."""

from __future__ import annotations

from argmap import ArgumentMap, Relation, loads
from argmap.formats import Losses
from argmap.model import Expectation, Status

NIGHT_BUSES = """\
meta:
  title: Night buses
  source: >
    Minutes of the transport committee,
    its second meeting
statements:
  run:
    text: Buses should run at night.
  stop: Buses should stop at midnight.
  shifts: {text: Many people work in shifts., assumed: true}
  way home: "Whoever works in a shift needs a way home."
  costly: Night buses cost more than they bring.
  empty: {text: They are empty on most nights.}
  few drivers: There are too few drivers.
  ¬app(a1): The step from shifts to buses does not hold.
assumptions: [way home, costly, empty]
issues:
  i1:
    positions:
      - run
      - stop
arguments:
  a1:
    scheme: linked
    premises:
      need: shifts
      rule: way home
    conclusion: run
    undercutter: ¬app(a1)
  a2:
    premises: [costly]
    conclusion: stop
  a3:
    scheme: cumulative
    conclusion: costly
    premises: [empty, few drivers]
  a4:
    conclusion: ¬app(a1)
    premises: few drivers
tests:
  in: [shifts, costly, stop]
  out: [run]
  undecided: []
"""


def read(text: str) -> tuple[ArgumentMap, Losses]:
    """Return the map of a graph, and what was lost."""
    losses = Losses()
    return loads(text, "carneades", losses=losses), losses


def relations(argument_map: ArgumentMap) -> list[Relation]:
    """Return the relations of a map in order."""
    return list(argument_map.relations.values())


def labelled(label: str, *claims: str) -> list[Expectation]:
    """Return the expectation that claims have a status there."""
    return [Expectation("carneades", claim, Status(label)) for claim in claims]
