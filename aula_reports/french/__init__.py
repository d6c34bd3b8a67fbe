"""The rules of French text on plain strings; it knows nothing of pages, programmes or files."""
