"""How Argdown is read and written; ``argmap.formats.argdown.format`` is the format itself."""
