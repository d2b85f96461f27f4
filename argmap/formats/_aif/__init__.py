"""How AIF is read and written; ``argmap.formats.aif`` is the format itself."""
