"""Who may take everything away: editors, who can look at all of it."""

from django.apps import apps as installed
from django.contrib.auth.management import create_permissions
from django.db import migrations

MAY_EXPORT = "export_site"


def let_editors_export(apps, schema_editor):
    create_permissions(
        installed.get_app_config("chipduo"), apps=apps, verbosity=0, using=schema_editor.connection.alias
    )
    group, permission = apps.get_model("auth", "Group"), apps.get_model("auth", "Permission")
    editors, _ = group.objects.get_or_create(name="Editor")
    editors.permissions.add(permission.objects.get(codename=MAY_EXPORT, content_type__app_label="chipduo"))


class Migration(migrations.Migration):
    dependencies = [("chipduo", "0003_dismissals")]
    operations = [
        migrations.AlterModelOptions(
            name="user",
            options={
                "verbose_name": "user",
                "verbose_name_plural": "users",
                "permissions": [("merge_tag", "Can merge tags"), ("export_site", "Can export everything")],
            },
        ),
        migrations.RunPython(let_editors_export, migrations.RunPython.noop),
    ]
