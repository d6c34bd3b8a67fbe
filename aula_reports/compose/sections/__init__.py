"""The parts that documents are made of, one module a family of pages."""
