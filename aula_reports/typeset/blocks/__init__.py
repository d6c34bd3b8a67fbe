"""How each block is laid on pages: one module a family of blocks."""
