"""Kialo's exported outlines: ``format`` is the format, ``lines`` its lines."""
