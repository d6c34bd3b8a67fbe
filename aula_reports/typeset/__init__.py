"""Blocks become placed things: setting, breaking, laying."""
