"""The text of a merged map, with the comments and layout of the texts it comes from.

Begin with ``text``: it takes what git makes of the three texts, line by line
(``by_git``), and what editing makes of ours, and of theirs, until it says what
the merged map says. Each is read as a map to see whether it does. The one that
lost the fewest comments (``comments``) is the result. May import ``editing``
and below.
"""
