"""How many words a text has, for reading times: a run of letters is one, and so is each Han character."""

import re

WORD = re.compile(
    r"[\u3400-\u9fff\uf900-\ufaff]|[^\W\u3400-\u9fff\uf900-\ufaff]+(?:['’-][^\W\u3400-\u9fff]+)*"
)


def word_count(text: str) -> int:
    return sum(1 for _ in WORD.finditer(text))
