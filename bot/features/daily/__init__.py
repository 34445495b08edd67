"""/reflection: a passage a day, delivered exactly once."""
