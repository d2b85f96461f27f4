"""How CSV is read; ``argmap.formats.csv`` is the format itself."""
