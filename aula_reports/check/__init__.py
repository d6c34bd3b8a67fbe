"""What a programme says, compared with what it holds: the checker tells, it never repairs."""
