"""The two groups of the desk: writers write, editors decide what readers see. Neither manages users."""

from django.apps import apps as installed
from django.contrib.auth.management import create_permissions
from django.db import migrations

APPS = ("articles", "entities", "taggit", "chipduo")
OF_WRITERS = {"add_article", "change_article", "add_source", "change_source", "add_tag"}
OF_THE_SITE = "merge_tag"


def make_groups(apps, schema_editor):
    # permissions are made by post_migrate, which has not come yet
    for label in APPS:
        create_permissions(
            installed.get_app_config(label), apps=apps, verbosity=0, using=schema_editor.connection.alias
        )
    group, permission = apps.get_model("auth", "Group"), apps.get_model("auth", "Permission")
    content = permission.objects.filter(content_type__app_label__in=("articles", "entities", "taggit"))
    view = content.filter(codename__startswith="view_")
    writers, _ = group.objects.get_or_create(name="Writer")
    writers.permissions.add(*view, *content.filter(codename__in=OF_WRITERS))
    editors, _ = group.objects.get_or_create(name="Editor")
    editors.permissions.add(
        *content, permission.objects.get(codename=OF_THE_SITE, content_type__app_label="chipduo")
    )


class Migration(migrations.Migration):
    dependencies = [
        ("chipduo", "0001_initial"),
        ("articles", "0002_initial"),
        ("entities", "0002_token_index"),
        ("taggit", "0006_rename_taggeditem_content_type_object_id_taggit_tagg_content_8fc721_idx"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]
    operations = [
        migrations.AlterModelOptions(
            name="user",
            options={
                "verbose_name": "user",
                "verbose_name_plural": "users",
                "permissions": [("merge_tag", "Can merge tags")],
            },
        ),
        migrations.RunPython(make_groups, migrations.RunPython.noop),
    ]
