"""The explorer: an interactive view of a map in the terminal. Only it imports Textual.

``app`` is the application and its keys, ``board`` what is on the screen. What does
not draw (``branches``, ``search``, ``tracing``, ``judging``, ``following``) does not
import Textual. Everything but ``cli`` may be imported. Begin with ``board``.
"""
