"""From names to links: names are found in passages, some of these mentions become links, and all is done again when names change."""
