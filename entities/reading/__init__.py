"""An article as it is read: its words with their links, under their headings or in order of time."""
