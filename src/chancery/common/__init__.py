"""Nouns every room shares: mission, place, time, likelihood, mark, citation, finding, text, errors.

Nothing here knows a room, a file or a database.
"""
