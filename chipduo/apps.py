from django.apps import AppConfig
from django.contrib.admin.apps import AdminConfig
from django.contrib.auth.apps import AuthConfig
from taggit.apps import TaggitAppConfig


class ChipduoConfig(AppConfig):
    name = "chipduo"
    verbose_name = "People"

    def ready(self) -> None:
        from chipduo import checks  # noqa: F401  registers the system checks


class SiteAdminConfig(AdminConfig):
    default_site = "chipduo.admin_site.SiteAdmin"


class RightsConfig(AuthConfig):
    verbose_name = "What people may do"


class TagsConfig(TaggitAppConfig):
    verbose_name = "Tags"
