from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from entities.band.packing import APART, Box, Place, pack, spread

START, END = 0, 200
LEFT = st.integers(START, END - 40)
BOXES = st.lists(
    st.builds(
        lambda left, width, words, weight: Box(left, left + width, words, weight),
        LEFT,
        st.integers(10, 40),
        st.sampled_from([0, 20, 60, 150]),
        st.integers(1, 3),
    ),
    max_size=25,
)


def reaches(box: Box, place: Place) -> tuple[float, float]:
    return dict(spread(box)).get(place.side, (box.left, box.right))


def apart(boxes: list[Box], places: dict[int, Place]) -> bool:
    rows = [(place.row, *reaches(boxes[at], place)) for at, place in places.items()]
    return all(
        one[0] != other[0] or one[2] + APART <= other[1] or other[2] + APART <= one[1]
        for one, other in combinations(rows, 2)
    )


class TestBoxes:
    @given(BOXES, st.integers(1, 4))
    def test_never_touch_and_never_leave_the_line(self, boxes, rows):
        places = pack(boxes, rows, START, END)
        assert apart(boxes, places)
        for at, place in places.items():
            left, right = reaches(boxes[at], place)
            assert START <= left <= right <= END
            assert 0 <= place.row < rows

    @given(BOXES, st.integers(1, 4))
    def test_are_placed_the_same_way_each_time(self, boxes, rows):
        assert pack(boxes, rows, START, END) == pack(list(boxes), rows, START, END)

    @given(BOXES)
    def test_are_all_placed_where_there_are_rows_enough(self, boxes):
        assert len(pack(boxes, len(boxes), START, END)) == len(boxes)

    @given(BOXES, st.integers(1, 4))
    def test_that_weigh_less_are_left_out_before_others(self, boxes, rows):
        placed = pack([Box(50, 60, 0, box.weight) for box in boxes], rows, START, END)
        inside = sorted((boxes[at].weight for at in placed), reverse=True)
        assert inside == sorted((box.weight for box in boxes), reverse=True)[:rows]

    def test_go_to_the_lowest_row_that_is_free(self):
        boxes = [Box(10, 20), Box(15, 25), Box(22, 30)]
        assert pack(boxes, 3, START, END) == {0: Place(0), 1: Place(1), 2: Place(0)}


class TestWords:
    def test_stand_to_the_right_or_else_to_the_left(self):
        assert pack([Box(100, 110, 50)], 1, START, END) == {0: Place(0, "right")}
        assert pack([Box(180, 190, 50)], 1, START, END) == {0: Place(0, "left")}

    def test_stand_inside_of_what_leaves_no_room_beside_it(self):
        assert pack([Box(0, 200, 50)], 1, START, END) == {0: Place(0, "inside")}

    def test_go_to_another_row_where_there_is_one(self):
        assert pack([Box(100, 110, 80), Box(120, 130)], 2, START, END)[0] == Place(0, "right")
        assert pack([Box(100, 110, 80), Box(120, 130)], 2, START, END)[1].row == 1

    def test_give_way_to_boxes_those_of_little_weight_first(self):
        boxes = [Box(10, 20, 60, weight=3), Box(100, 110, 60, weight=1), Box(125, 135, 0, weight=1)]
        assert pack(boxes, 1, START, 140) == {0: Place(0, "right"), 1: Place(0), 2: Place(0)}
