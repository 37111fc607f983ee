"""The index of search: what can be found, as codes of its words, and how a database is asked for them."""
