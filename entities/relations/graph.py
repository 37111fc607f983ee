"""What a picture is given: who is tied to whom, and how."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Node:
    key: int
    name: str
    kind: str = ""  # in the plural: what its group is called
    url: str = ""
    thread: str = ""
    rank: int = 0  # of its kind among the kinds


@dataclass(frozen=True, slots=True)
class Edge:
    """Both phrases are in the past tense once it `has_ended`; `until` is when it ends, in words; `url` where what it rests on can be seen."""

    key: int
    subject: Node
    object: Node
    phrase: str
    inverse: str
    url: str = ""
    until: str = ""
    is_forecast: bool = False
    is_judgement: bool = False
    has_ended: bool = False

    @property
    def ends(self) -> tuple[Node, Node]:
        return self.subject, self.object

    def touches(self, node: Node) -> bool:
        return node.key in (self.subject.key, self.object.key)

    def other_end(self, node: Node) -> Node:
        return self.object if node.key == self.subject.key else self.subject

    def words_from(self, node: Node) -> str:
        """As a line is labelled that begins at `node`."""
        phrase = self.phrase if node.key == self.subject.key else self.inverse
        if self.is_forecast:
            phrase = f"forecast: {phrase}"
        return f"until {self.until}: {phrase}" if self.until else phrase

    def sentence_from(self, node: Node) -> str:
        return f"{node.name} {self.words_from(node)} {self.other_end(node).name}"

    @property
    def look(self) -> str:
        """The classes of its line and words."""
        judged = self.is_judgement or self.is_forecast
        marks = {"past": self.has_ended, "forecast": self.is_forecast, "judged": judged}
        return " ".join(name for name, holds in marks.items() if holds)
