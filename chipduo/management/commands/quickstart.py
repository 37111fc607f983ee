"""From a fresh clone to a running site: migrate, seed, an admin login, and the server. Safe to run again."""

import os
import secrets
import socket
import sys

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from articles.models import Article

HIGHEST_PORT = 65535
THREADS = 4  # each keeps a connection to the database


class Command(BaseCommand):
    help = "Migrate, seed an empty site, make an admin login if there is none, and serve on 127.0.0.1."

    def add_arguments(self, parser) -> None:
        parser.add_argument("--port", type=int, default=8000)
        parser.add_argument("--no-serve", action="store_true", help="Prepare everything and stop.")

    def handle(self, *args, port: int, no_serve: bool, **options) -> None:
        if not 1 <= port <= HIGHEST_PORT:
            raise CommandError(f"--port must be a number from 1 to {HIGHEST_PORT}, not {port}.")
        if not no_serve:
            self.refuse_taken(port)
        self.prepare_database()
        self.make_admin_login()
        call_command("collectstatic", interactive=False, verbosity=0)
        if not no_serve:
            self.serve(port)

    def refuse_taken(self, port: int) -> None:
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # as the server will
            try:
                probe.bind(("127.0.0.1", port))
            except OSError as error:
                raise CommandError(
                    f"Port {port} is taken: choose another with --port. ({error.strerror})"
                ) from error

    def prepare_database(self) -> None:
        call_command("migrate", interactive=False, verbosity=0)
        self.stdout.write("The database is up to date.")
        if Article.objects.exists():
            self.stdout.write("It has articles already: nothing is seeded.")
        else:
            call_command("seed", stdout=self.stdout)

    def make_admin_login(self) -> None:
        users = get_user_model().objects
        if users.filter(is_superuser=True, is_active=True).exists():
            return
        name = next(
            name
            for name in ("admin", f"admin-{secrets.token_hex(3)}")
            if not users.filter(username=name).exists()
        )
        password = secrets.token_urlsafe(15)
        users.create_superuser(name, password=password)
        self.stdout.write(f"Admin login, shown this once:\n    name      {name}\n    password  {password}")

    def serve(self, port: int) -> None:
        address = f"http://127.0.0.1:{port}"
        self.stdout.write(
            f"Serving on {address} (Ctrl-C stops it), the admin at {address}/admin/", ending="\n\n"
        )
        self.stdout.flush()
        os.environ.setdefault("SITE_URL", address)
        os.chdir(settings.BASE_DIR)
        server = ["-m", "granian", "--interface", "wsgi", "--host", "127.0.0.1", "--port", str(port)]
        server += ["--blocking-threads", str(THREADS)]
        os.execv(
            sys.executable,
            [sys.executable, *server, "--no-ws", "--log-level", "warning", "chipduo.wsgi:application"],
        )
