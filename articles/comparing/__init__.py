"""Two texts held against each other: what differs, which passage became which, and both changes together."""
