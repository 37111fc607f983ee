import pytest

pytestmark = pytest.mark.needs("chromium")


class TestAPage:
    def test_may_run_no_script_but_the_site_s_own(self, read, said):
        page = read("/")
        page.evaluate(
            "document.body.append(Object.assign(document.createElement('script'), {textContent: 'window.ran = 1'}))"
        )
        assert page.evaluate("window.ran") is None
        assert any("Content Security Policy" in line for line in said)

    def test_that_fails_to_load_a_part_is_complained_of(self, read, said):
        page = read("/")
        page.evaluate("fetch('/nowhere/').then(response => response.text())")
        assert any("404" in line for line in said)
