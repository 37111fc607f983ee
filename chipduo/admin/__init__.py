from chipduo.admin.tag import TagAdmin
from chipduo.admin.user import SiteUserAdmin

__all__ = ["SiteUserAdmin", "TagAdmin"]
