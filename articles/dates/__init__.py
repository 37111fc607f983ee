"""Times as they are known: a fuzzy date, how it is written and said, and the times that prose names."""
