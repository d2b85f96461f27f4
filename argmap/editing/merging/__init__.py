"""The text of a merged map, with the comments and layout of the texts it comes from.

Several texts are made: what git makes of the three, by lines and by words
(``by_git``), as they are and with everything under one name in all of them, and
ours alone. One that does not say what the merged map says is edited until it
does (``by_edit``). Each is read as a map to see whether that is so, and of those
that are right the one that has lost the fewest comments is taken (``text``).
"""
