"""What the record says of an entity, or of two together, and the shortest way from one to another."""
