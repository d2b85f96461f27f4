"""How AIF is read and written; ``argmap.formats.aif.format`` is the format itself."""
