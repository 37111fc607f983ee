"""What is over is told in the past."""

import pytest

from entities.relations.kinds import KINDS
from entities.relations.tense import PAST, past


class TestPast:
    @pytest.mark.parametrize(
        ("phrase", "told"),
        [
            ("belongs to", "belonged to"),
            ("makes progress that benefits", "made progress that benefited"),
            ("shows what the market needs to", "showed what the market needed to"),
            ("controls exports of", "controlled exports of"),
            ("under the export controls of", "under the export controls of"),
            ("built by", "built by"),
            ("founded", "founded"),
        ],
    )
    def test_puts_the_verbs_in_the_past_and_nothing_else(self, phrase, told):
        assert past(phrase) == told

    def test_knows_every_verb_of_every_kind(self):
        words = {
            word
            for kind in KINDS.values()
            for word in kind.phrase.split()[:1] + kind.inverse.split()[:1]
            if word.endswith("s") and word != "was"
        }
        assert words <= PAST.keys()
