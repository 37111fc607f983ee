"""What a verb would do to what readers see: it is done, looked at, and undone."""
