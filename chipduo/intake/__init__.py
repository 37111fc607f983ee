"""A document taken in at the desk: what could be made of it is proposed, each with its sentence; what is ticked is made."""
