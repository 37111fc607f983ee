#!/usr/bin/env python
"""The command line: `manage.py quickstart` is the way in."""

import os
import sys

from django.core.exceptions import ImproperlyConfigured
from django.core.management import execute_from_command_line


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "chipduo.settings")
    if sys.argv[1:2] == ["quickstart"]:
        from chipduo.environment import write_private_env

        write_private_env()  # before the settings are read, which need its SECRET_KEY
    try:
        execute_from_command_line(sys.argv)
    except ImproperlyConfigured as error:
        sys.exit(f"chipduo cannot start. {error}")


if __name__ == "__main__":
    main()
