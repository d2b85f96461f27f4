"""Abstract argumentation frameworks: arguments and attacks, without texts.

A module here without an underscore is a format, as in ``formats`` itself;
``_framework`` reads and writes what they have in common.
"""
