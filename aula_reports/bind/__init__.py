"""What is done with finished PDF files: what they carry is taken out."""
