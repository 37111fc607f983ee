from articles.admin.moment_widget import MomentWidget


class TestTheBoxesOfAMoment:
    def test_have_names_that_can_be_heard(self):
        shown = MomentWidget("Until").render("until", None)
        assert 'aria-label="Until, date"' in shown and 'aria-label="Until, time"' in shown
