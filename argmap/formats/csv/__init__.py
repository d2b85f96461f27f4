"""How CSV is read; ``argmap.formats.csv.format`` is the format itself."""
