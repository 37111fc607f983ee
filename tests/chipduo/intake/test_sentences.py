from chipduo.intake.sentences import Words, within


class TestWhatIsWithinASentence:
    def test_is_what_begins_and_ends_in_it(self):
        some = [Words(0, 3), Words(5, 9), Words(10, 20), Words(12, 14), Words(18, 30)]
        assert within(some, 10, 25) == [Words(10, 20), Words(12, 14)]

    def test_is_looked_for_without_reading_all_the_others(self):
        class Read(list):
            count = 0

            def __getitem__(self, place):
                Read.count += 1
                return super().__getitem__(place)

        assert within(Read(Words(n, n + 1) for n in range(100_000)), 50_000, 50_001) == [
            Words(50_000, 50_001)
        ]
        assert Read.count < 40
