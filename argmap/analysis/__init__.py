"""Answers about a map: an ArgumentMap in, values out. Nothing here prints."""
