"""The ways in which people read: each is what `read` takes after the address, and they can be combined."""

WIDE = {"viewport": {"width": 1280, "height": 800}}
DARK = {"color_scheme": "dark"}
BETWEEN = {"viewport": {"width": 900, "height": 800}}  # just wide enough for a gutter
NARROW = {"viewport": {"width": 360, "height": 740}}
TOUCH = {**NARROW, "has_touch": True, "is_mobile": True}
ZOOMED = {"viewport": {"width": 640, "height": 400}, "device_scale_factor": 2}  # 1280 by 800 at 200%
ZOOMED_MOST = {"viewport": {"width": 320, "height": 256}, "device_scale_factor": 4}  # at 400%: WCAG 1.4.10
STILL = {"reduced_motion": "reduce"}
MORE_CONTRAST = {"contrast": "more"}
FORCED_COLOURS = {"forced_colors": "active"}
WITHOUT_JAVASCRIPT = {"java_script_enabled": False}
PRINTED = {"media": "print"}
