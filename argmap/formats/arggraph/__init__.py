"""Arg-microtexts (arggraph XML): ``format`` is the format, ``elements`` its elements."""
