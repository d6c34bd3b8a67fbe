"""The landscapes of the example book: a sheet, motifs in millimetres, one function a picture."""
