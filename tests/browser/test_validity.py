"""Every kind of page is valid HTML, by the checker of the HTML standard (vnu)."""

import json
import subprocess
from urllib.parse import quote

import pytest

from tests.browser.kinds import KINDS
from tests.needs import program
from tests.services import get

pytestmark = pytest.mark.needs("vnu")

ALL = "--exit-zero-always", "--format", "json", "--stdout"


@pytest.fixture(scope="module")
def complaints(address, tmp_path_factory):
    """Of all pages, from one run: starting the checker takes longer than checking."""
    folder = tmp_path_factory.mktemp("pages")
    for kind, path in KINDS.items():
        (folder / f"{kind}.html").write_bytes(get(address + quote(path, safe="/?&=%+"))[2])
    (folder / "wrong.html").write_text("<p><div></p><img src=x>")
    command = ["java", "-Xss4m", "-jar", program("vnu"), *ALL, *sorted(folder.glob("*.html"))]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=True)
    found: dict[str, list[str]] = {}
    for message in json.loads(done.stdout)["messages"]:
        if message["type"] == "error" or message.get("subType") == "warning":
            kind = message["url"].rsplit("/", 1)[1].removesuffix(".html")
            said = f"{message.get('lastLine')}: {message['message']} {message.get('extract', '')}"
            found.setdefault(kind.replace("%20", " ").replace("%2C", ","), []).append(said)
    return found


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_is_valid(complaints, kind):
    assert complaints.get(kind, []) == []


def test_the_checker_complains_of_what_is_wrong(complaints):
    assert complaints["wrong"]
