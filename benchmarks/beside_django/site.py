"""Django's administration of the register's tables, as somebody who knows Django sets it up; runs in its environment.

    python site.py FOLDER tables | ready | serve PORT

`tables` writes the models as Django's own `inspectdb` reads them from FOLDER/register.sqlite, `ready` adds the tables
that Django keeps and a user, `serve` serves it by the same server as the register, with as many threads.
"""

import sys
from pathlib import Path

import django
from django.conf import settings
from django.core.management import call_command

TABLES = ("supplier", "covenant_entry", "supplier_contact", "product", "agreement", "school", "use", "audit_event")
ROWS = 50  # on a page of the register too
USER, PASSWORD = "beheerder", "vier woorden achter elkaar"
NEEDS = ("contenttypes", "auth", "sessions", "messages", "admin")
CARRIES = (
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
)
TELLS = ("template.context_processors.request", "contrib.auth.context_processors.auth")
TELLS += ("contrib.messages.context_processors.messages",)


def set_up(folder: Path, *apps: str) -> None:
    """Make Django ready for the database in this folder."""
    sys.path.insert(0, str(folder))
    told = {"context_processors": [f"django.{name}" for name in TELLS]}
    settings.configure(
        ALLOWED_HOSTS=["127.0.0.1"],
        DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": folder / "register.sqlite"}},
        DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
        INSTALLED_APPS=[*(f"django.contrib.{name}" for name in NEEDS), *apps],
        LANGUAGE_CODE="nl",
        MIDDLEWARE=CARRIES,
        ROOT_URLCONF=__name__,
        SECRET_KEY="only here",
        STATIC_URL="/static/",
        TEMPLATES=[
            {"BACKEND": "django.template.backends.django.DjangoTemplates", "APP_DIRS": True, "OPTIONS": told},
        ],
    )
    django.setup()


def write_models(folder: Path) -> None:
    """Write the app that holds the tables as models that Django does not manage."""
    app = folder / "tables"
    app.mkdir(exist_ok=True)
    (app / "__init__.py").touch()
    with (app / "models.py").open("w", encoding="utf-8") as file:
        call_command("inspectdb", *TABLES, stdout=file)


def make_ready() -> None:
    """Add Django's own tables, and a user who may do everything."""
    from django.contrib.auth.models import User

    call_command("migrate", verbosity=0)
    if not User.objects.filter(username=USER).exists():
        User.objects.create_superuser(USER, password=PASSWORD)


def inline(of: type, *columns: str, beside: tuple[str, ...] = ()) -> type:
    """Return rows of this model for the page of their owner, to be looked at; `beside` is read along."""
    from django.contrib import admin

    class Rows(admin.TabularInline):
        model, fields, extra = of, columns, 0

        def get_queryset(self, request):
            found = super().get_queryset(request)
            return found.select_related(*beside) if beside else found

        def has_change_permission(self, *_):
            return False

        has_add_permission = has_delete_permission = has_change_permission

    return Rows


def enter_suppliers() -> None:
    """Enter the suppliers with what the register shows of them; their list asks no question a row."""
    from django.contrib import admin
    from tables import models  # type: ignore[import-not-found]

    @admin.register(models.Supplier)
    class Suppliers(admin.ModelAdmin):
        list_display = ("name", "kvk", "role", "products", "agreements")
        list_per_page, ordering = ROWS, ("name",)
        inlines = (
            inline(models.CovenantEntry, "status", "checked_on"),
            inline(models.SupplierContact, "kind", "function", "email", "phone"),
            inline(models.Product, "name", "kind"),
            inline(models.Agreement, "arrangement", "status", "starts_on", "ends_on"),
        )

        def get_queryset(self, request):
            found = super().get_queryset(request)
            is_list = request.resolver_match.url_name.endswith("changelist")
            return found.prefetch_related("product_set", "agreement_set") if is_list else found

        def products(self, row):
            return ", ".join(one.name for one in row.product_set.all())

        def agreements(self, row):
            return ", ".join(one.status for one in row.agreement_set.all())


def enter_others() -> None:
    """Enter the products with their uses, and the history."""
    from django.contrib import admin
    from tables import models

    @admin.register(models.Product)
    class Products(admin.ModelAdmin):
        raw_id_fields = ("supplier",)
        inlines = (inline(models.Use, "school", "since", "until", beside=("school",)),)

    @admin.register(models.AuditEvent)
    class Lines(admin.ModelAdmin):
        list_display = ("at", "who", "subject", "record", "action", "field", "old", "new")
        list_per_page, ordering = ROWS, ("-id",)


def serve(port: int) -> None:
    """Serve until somebody stops it."""
    from django.contrib import admin
    from django.core.wsgi import get_wsgi_application
    from django.urls import path
    from waitress import serve as served

    enter_suppliers()
    enter_others()
    globals()["urlpatterns"] = [path("admin/", admin.site.urls)]
    served(get_wsgi_application(), host="127.0.0.1", port=port, threads=8)


if __name__ == "__main__":
    place, step, *rest = sys.argv[1:]
    set_up(Path(place), *([] if step == "tables" else ["tables"]))
    {"tables": lambda: write_models(Path(place)), "ready": make_ready, "serve": lambda: serve(int(rest[0]))}[step]()
