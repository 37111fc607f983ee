"""What the machine notices in texts and claims, and editors are asked about: an index, rebuilt and never edited."""
