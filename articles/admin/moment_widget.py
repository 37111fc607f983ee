"""A date and a time, with names that can be heard: those of the stock widget are for the eye alone."""

from django.contrib.admin.widgets import AdminSplitDateTime


class MomentWidget(AdminSplitDateTime):
    class Media:
        js = ["admin/js/core.js"]  # which the stock calendar needs, and only the admin's own forms load

    def __init__(self, name: str) -> None:
        super().__init__()
        for box, part in zip(self.widgets, ("date", "time"), strict=True):
            box.attrs["aria-label"] = f"{name}, {part}"
