"""Carneades: ``format`` is the format, ``reader`` reads its YAML, ``graph`` its attacks."""
