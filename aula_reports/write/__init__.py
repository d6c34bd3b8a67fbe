"""The room that knows the PDF format: pages become files, for the printer and for the website."""
