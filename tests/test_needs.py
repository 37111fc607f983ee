import pytest

from tests import needs

pytest_plugins = ["pytester"]

A_TEST = """
import pytest

@pytest.mark.needs("chromium")
def test_browses(): {body}
"""


@pytest.fixture
def run(pytester, monkeypatch):
    """Run one test that needs chromium, on a machine that has it or not, in CI or not."""

    def run(*, installed: bool, ci: bool, body: str = "pass"):
        monkeypatch.setattr(needs, "program", lambda name: name if installed else None)
        monkeypatch.setenv("CI", "true") if ci else monkeypatch.delenv("CI", raising=False)
        pytester.makepyfile(A_TEST.format(body=body))
        return pytester.runpytest_inprocess("-rs", "-p", "no:django", "-p", "no:xdist", plugins=[needs])

    return run


class TestWhatATestNeeds:
    def test_lets_it_run_when_it_is_there(self, run):
        run(installed=True, ci=False).assert_outcomes(passed=1)

    def test_skips_it_and_says_what_to_install_when_it_is_not(self, run):
        result = run(installed=False, ci=False)
        result.assert_outcomes(skipped=1)
        result.stdout.fnmatch_lines(["*needs chromium: install the Debian package chromium*"])

    def test_fails_it_in_ci_and_says_what_to_install(self, run):
        result = run(installed=False, ci=True)
        result.assert_outcomes(errors=1)
        result.stdout.fnmatch_lines(["*nothing may be skipped*install the Debian package chromium*"])

    @pytest.mark.parametrize("name", needs.INSTALL)
    def test_is_looked_for_under_a_name_that_is_known(self, name):
        assert needs.program(name) is None or needs.program(name).exists()


class TestASkipInCi:
    def test_fails_inside_a_test(self, run):
        run(installed=True, ci=True, body="pytest.skip('not today')").assert_outcomes(failed=1)

    def test_fails_for_a_whole_module(self, pytester, monkeypatch):
        monkeypatch.setenv("CI", "true")
        pytester.makepyfile("import pytest\npytest.skip('not today', allow_module_level=True)")
        result = pytester.runpytest_inprocess("-p", "no:django", "-p", "no:xdist", plugins=[needs])
        result.assert_outcomes(errors=1)

    def test_is_none_when_a_test_is_expected_to_fail(self, run):
        result = run(installed=True, ci=True, body="pytest.xfail('known')")
        result.assert_outcomes(xfailed=1)
