"""How Argdown is read and written; ``argmap.formats.argdown`` is the format itself."""
