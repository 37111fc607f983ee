"""How a moment is written wherever nothing else is said, as in the lists and forms of the desk."""

DATE_FORMAT = "j F Y"
TIME_FORMAT = "H:i"
DATETIME_FORMAT = "j F Y, H:i"
