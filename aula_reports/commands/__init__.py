"""The commands of the command line, one module for those that work on the same thing."""
