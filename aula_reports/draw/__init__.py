"""Placed things onto a surface."""
