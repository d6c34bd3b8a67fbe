"""The landscapes of the report: a sheet of grain, motifs in millimetres, one function a picture."""
