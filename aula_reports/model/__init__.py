"""The typed programme and the typed layout."""
