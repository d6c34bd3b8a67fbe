"""Finished pages judged: how evenly their text is set, and what a proof shows of it.

It knows placed things only, as a reader of the file does, and changes none of them.
"""
