from django.apps import AppConfig
from django.contrib.admin.apps import AdminConfig


class ChipduoConfig(AppConfig):
    name = "chipduo"

    def ready(self) -> None:
        from chipduo import checks  # noqa: F401  registers the system checks


class SiteAdminConfig(AdminConfig):
    default_site = "chipduo.admin_site.SiteAdmin"
