"""The words that a claim rests on: found in what readers read, followed through later editions, shown."""
