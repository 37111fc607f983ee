"""How entities stand to each other: the kinds of relation, and the picture of relations as SVG."""
