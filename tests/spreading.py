"""Where tests run: each file in one process, the longest first; what needs no database not a second time on PostgreSQL.

A second run says `--database-only`, and at its end how many tests it left out because the first has run them.
"""

import pytest

LONGEST_FIRST = (  # so that no process ends alone with one of them
    "test_seeded_site.py",
    "test_quickstart.py",
    "test_pages.py",
    "test_seed.py",
)
LEFT_OUT = pytest.StashKey[list[int]]()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--database-only",
        action="store_true",
        help="Only the tests that use Django's database: for a run on a second kind of database.",
    )


def pytest_configure(config: pytest.Config) -> None:
    config.stash[LEFT_OUT] = []


def uses_database(item: pytest.Item) -> bool:
    """Every way to the database leads through this fixture of pytest-django's: the mark, `db`, and our `module_db`."""
    return item.get_closest_marker("django_db") is not None or "django_db_setup" in item.fixturenames


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if config.getoption("--database-only"):
        left_out = [item for item in items if not uses_database(item)]
        items[:] = [item for item in items if uses_database(item)]
        config.hook.pytest_deselected(items=left_out)
        config.stash[LEFT_OUT].append(len(left_out))
        if hasattr(config, "workeroutput"):  # pytest-xdist's way from a process to the one that reports
            config.workeroutput["left_out"] = len(left_out)
    items.sort(key=lambda item: item.path.name not in LONGEST_FIRST)


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node, error) -> None:
    if "left_out" in node.workeroutput:
        node.config.stash[LEFT_OUT].append(node.workeroutput["left_out"])


def pytest_terminal_summary(terminalreporter, config: pytest.Config) -> None:
    if config.getoption("--database-only"):
        left_out = max(config.stash[LEFT_OUT], default=0)
        terminalreporter.write_line(f"{left_out} tests use no database and were left to the first run.")
