"""Words in East Asian scripts get a language wherever they stand, so that they are read out and set as what they are.

Names know theirs (zh-Hans) and keep it. Of a run of characters in running text only the script is known: kana make it
Japanese, hangul Korean, and ideographs alone are taken for Chinese.
"""

import re

KANA, HANGUL = "\u3041-\u30ff\u31f0-\u31ff", "\u1100-\u11ff\u3131-\u318e\uac00-\ud7a3"
HAN = "\u2e80-\u2fdf\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
LETTER = f"[{KANA}{HANGUL}{HAN}]"
BETWEEN = f"[{KANA}{HANGUL}{HAN}\u3001-\u303f\uff01-\uff60·0-9]"

FOREIGN = re.compile(LETTER)
PIECE = re.compile(
    rf"""
      <!--.*?-->
    | <(?P<mute>script|style|title|desc|textarea|option)\b.*?</(?P=mute)>   # what can have no element in it
    | <(?P<named>[a-z]+)\s(?:[^>]*\s)?lang="(?!en\b).*?</(?P=named)>     # what has a language
    | (?P<svg><svg\b[^>]*>)(?P<drawn>.*?)</svg>
    | <(?:[^<>"']|"[^"]*"|'[^']*')*>
    | (?P<run>{LETTER}(?:{BETWEEN}*{LETTER})?)
    """,
    re.DOTALL | re.VERBOSE,
)


def with_languages(html: str, element: str = "span") -> str:
    """A whole page or a part of one: its visible text and its tags stay as they are."""

    def said(match: re.Match[str]) -> str:
        if run := match["run"]:
            return f'<{element} lang="{language(run)}">{run}</{element}>'
        if match["svg"]:
            return f"{match['svg']}{with_languages(match['drawn'], 'tspan')}</svg>"
        return match[0]

    return PIECE.sub(said, html) if FOREIGN.search(html) else html


def language(run: str) -> str:
    if re.search(f"[{KANA}]", run):
        return "ja"
    return "ko" if re.search(f"[{HANGUL}]", run) else "zh"
