"""The timeline page and what can be taken away from it: what is asked for, how closely it is looked at, and other forms of it."""
