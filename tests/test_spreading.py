import pytest

from tests.services import ROOT

FOUR_TESTS = """
import pytest

@pytest.fixture
def django_db_setup(): pass

@pytest.fixture
def db(django_db_setup): pass

@pytest.mark.django_db
def test_marked(): pass

def test_asking(db): pass

def test_pure(): pass

def test_pure_as_well(): pass
"""


@pytest.fixture
def run(pytester, monkeypatch):
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    pytester.makepyfile(FOUR_TESTS)
    return lambda *words: pytester.runpytest_subprocess(
        "-p", "tests.spreading", "-p", "no:django", "-o", "markers=django_db", *words
    )


class TestARunOnASecondDatabase:
    @pytest.mark.parametrize("processes", [["-n0"], ["-n2"]], ids=["by itself", "in two"])
    def test_leaves_out_what_uses_none_and_says_so(self, run, processes):
        result = run("--database-only", *processes)
        result.assert_outcomes(passed=2)
        result.stdout.fnmatch_lines(["2 tests use no database and were left to the first run."])


class TestTheFirstRun:
    def test_leaves_nothing_out(self, run):
        result = run("-n0")
        result.assert_outcomes(passed=4)
        result.stdout.no_fnmatch_line("*left to the first run*")
