"""Files become a located tree, then the typed programme; faults become findings, all of them."""
