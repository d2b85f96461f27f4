"""The explorer: a map in the terminal, to walk about in. Textual is imported here alone.

What does not draw (``outline``, ``search``, ``tracing``, ``judging``,
``following``) knows nothing of Textual; ``app`` puts it together.
"""
