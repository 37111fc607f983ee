"""Relations of the database as what a picture is drawn of."""

from collections.abc import Iterable

from entities.models import Entity, Relation, Standing
from entities.relations.graph import Edge, Node
from entities.relations.kinds import KINDS


def node(entity: Entity) -> Node:
    kind = Entity.Kind(entity.kind)
    place = list(Entity.Kind).index(kind)
    return Node(
        entity.pk, entity.name, kind.plural.capitalize(), entity.get_absolute_url(), entity.thread, place
    )


def edges(relations: Iterable[Relation]) -> list[Edge]:
    return [edge(relation) for relation in relations]


def edge(relation: Relation) -> Edge:
    """Its line leads to its row in the table."""
    forward, back = KINDS[relation.kind].worded(has_ended=relation.has_ended)
    return Edge(
        relation.pk,
        node(relation.subject),
        node(relation.object),
        forward,
        back,
        f"#relation_{relation.pk}",
        relation.until.words if relation.until else "",
        relation.standing == Standing.FORECAST,
        relation.standing == Standing.JUDGEMENT,
        relation.has_ended,
    )
