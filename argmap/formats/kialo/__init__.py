"""The text export of Kialo, which is read and not written.

``format`` is the format, and makes a map of the places in a discussion; ``lines`` splits
a text into its title, claims and sources. May import ``documents``, the underscore
modules of ``formats`` and what is below. Begin with ``format``.
"""
