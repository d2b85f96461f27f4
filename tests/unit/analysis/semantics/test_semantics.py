"""The semantics by name."""

from __future__ import annotations

import pytest
from support.semantics import GRADUAL, QUALITATIVE

from argmap import ArgmapError
from argmap.analysis.semantics import gradual, names, qualitative, summary
from argmap.errors import UnknownNameError


def test_names_and_what_they_give() -> None:
    assert set(names()) == {*QUALITATIVE, *GRADUAL}
    assert all(summary(name) for name in names())
    with pytest.raises(ArgmapError, match="'df-quad' gives strengths, not statuses"):
        qualitative("df-quad")
    with pytest.raises(ArgmapError, match="'stable' gives statuses, not strengths"):
        gradual("stable")
    with pytest.raises(UnknownNameError, match="'prefered'"):
        qualitative("prefered")
    with pytest.raises(UnknownNameError):
        gradual("_gradual")
