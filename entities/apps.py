from django.apps import AppConfig


class EntitiesConfig(AppConfig):
    name = "entities"
    verbose_name = "The knowledge"

    def ready(self) -> None:
        from entities import receivers  # noqa: F401  connects edition_published
