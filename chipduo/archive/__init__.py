"""The whole site as one file that people can read, and that makes the same site again where there is none."""
