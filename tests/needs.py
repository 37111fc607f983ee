"""What some tests need of the machine: where it is missing they are skipped with what to install, and with CI=true they fail.

A test says `@pytest.mark.needs("chromium")`, or asks for the fixture that brings the service up. CI promises to have
everything, so there a skip of any kind is a test that did not run, and fails.
"""

import os
import shutil
from glob import glob
from pathlib import Path

import pytest

POSTGRESQL_PROGRAMS = "/usr/lib/postgresql/*/bin"
INSTALL = {
    "chromium": "install the Debian package chromium",
    "postgresql": "install the Debian package postgresql",
    "redis": "install the Debian package redis-server",
    "vnu": "install Java and Node.js, and run: npm install --prefix tests",
}
NODE_MODULES = Path(os.environ.get("NODE_MODULES") or Path(__file__).parent / "node_modules")


def program(name: str) -> Path | None:
    """Where the program is that a need is about; PostgreSQL's server programs are not on Debian's path, and vnu is no program."""
    if name == "postgresql":
        folders = sorted(glob(POSTGRESQL_PROGRAMS))
        return Path(folders[-1]) / "initdb" if folders else None
    if name == "vnu":
        jar = NODE_MODULES / "vnu-jar/build/dist/vnu.jar"
        return jar if jar.exists() and shutil.which("java") else None
    found = shutil.which({"chromium": "chromium", "redis": "redis-server"}[name])
    return Path(found) if found else None


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line(
        "markers", "needs(name): skipped where chromium, postgresql, redis or vnu is not installed"
    )


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    for marker in item.iter_markers("needs"):
        for name in marker.args:
            if program(name) is None:
                pytest.skip(f"needs {name}: {INSTALL[name]}")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item):
    report = yield
    return in_ci_no_skip(report)


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(collector: pytest.Collector):
    report = yield
    return in_ci_no_skip(report)


def in_ci_no_skip(report):
    expected_to_fail = hasattr(report, "wasxfail")
    if report.skipped and not expected_to_fail and os.environ.get("CI") == "true":
        report.outcome = "failed"
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else report.longrepr
        report.longrepr = f"With CI=true nothing may be skipped. {reason}"
    return report
