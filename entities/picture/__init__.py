"""Pictures of relations: who stands to whom, drawn as threads and fans of lines that are read from left to right."""
