"""Django's settings, every one that may differ read from an environment variable (docs/reference/settings.md)."""

from pathlib import Path

from django.utils.translation import gettext_lazy as _

from chancery.common.mark import MARKS
from chancery.workbench import environment as env

HERE = Path(__file__).parent

# Where things are kept
DATA_FOLDER = env.data_folder()
DATABASES = {"default": env.read_database(env.read_text("CHANCERY_DATABASE_URL", f"sqlite:///{DATA_FOLDER}/chancery.sqlite3"))}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
SECRET_KEY = env.read_text("CHANCERY_SECRET_KEY", "") or env.read_secret_key(DATA_FOLDER)

# Who may reach it, and how
DEBUG = env.read_switch("CHANCERY_DEBUG", False)
ALLOWED_HOSTS = env.read_list("CHANCERY_ALLOWED_HOSTS", "localhost,127.0.0.1,[::1]")
BASE_URL = env.read_address("CHANCERY_BASE_URL", "http://localhost:8000")
CSRF_TRUSTED_ORIGINS = [BASE_URL]
HTTPS = env.read_switch("CHANCERY_HTTPS", True)
BEHIND_PROXY = env.read_switch("CHANCERY_BEHIND_PROXY", False)
if BEHIND_PROXY:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    USE_X_FORWARDED_HOST = True

# Cookies and headers
SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = "chancery_session", "chancery_csrf"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = env.read_number("CHANCERY_SESSION_HOURS", 12, 1, 24 * 30) * 3600
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

# One page takes a file, a list of feeds: in memory, never written to the disk by somebody nobody knows; above this, read past
FILE_UPLOAD_MAX_MEMORY_SIZE = 2_500_000
FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.MemoryFileUploadHandler"]

# What may be entered, what may leave, how long it is kept
CEILING = env.read_choice("CHANCERY_CEILING", "sensitive", MARKS)
EXPORT_CEILING = env.read_choice("CHANCERY_EXPORT_CEILING", "official", MARKS)
DEMO = env.read_switch("CHANCERY_DEMO", False)
KEEP_DAYS = env.read_number("CHANCERY_KEEP_DAYS", 0, 0, 36_500)

# Background work
WORKER_THREADS = env.read_number("CHANCERY_WORKER_THREADS", 4, 1, 32)
MORNING = env.read_time("CHANCERY_MORNING", "06:00")

# Mail
globals().update(env.read_mail(env.read_text("CHANCERY_SMTP_URL", "")))
DEFAULT_FROM_EMAIL = SERVER_EMAIL = env.read_text("CHANCERY_MAIL_FROM", "chancery@localhost")

# Languages and time
LANGUAGES = [("en", _("English")), ("vi", _("Vietnamese"))]
LANGUAGE_CODE = env.read_choice("CHANCERY_LANGUAGE", "en", dict(LANGUAGES))
LOCALE_PATHS = [HERE / "locale"]
FORMAT_MODULE_PATH = ["chancery.workbench.formats"]
TIME_ZONE = env.read_zone("CHANCERY_TIME_ZONE", "UTC")
USE_I18N = USE_TZ = True

# The parts
INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_htmx",
    "chancery.workbench",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "chancery.workbench.security_headers.SecurityHeaders",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "chancery.workbench.people.door.ViewerAtTheDoor",
    "chancery.workbench.pages.refusals.Refusals",
]
ROOT_URLCONF = "chancery.workbench.urls"
WSGI_APPLICATION = "chancery.workbench.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.messages.context_processors.messages",
                "chancery.workbench.people.door.viewer_in_templates",
            ]
        },
    }
]

# People
AUTH_USER_MODEL = "workbench.PersonRow"
AUTHENTICATION_BACKENDS = ["chancery.workbench.people.sign_in.NameOrMail"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL, LOGIN_REDIRECT_URL, LOGOUT_REDIRECT_URL = "sign_in", "/", "sign_in"

# Files that never change while the server runs
STATIC_URL = "/static/"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "chancery.workbench.fingerprints.Fingerprinted"},
}
WHITENOISE_USE_FINDERS, WHITENOISE_AUTOREFRESH, WHITENOISE_MAX_AGE = True, DEBUG, 365 * 24 * 3600

# What is written down while it runs: to standard error, never a text or a password
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": env.read_choice("CHANCERY_LOG_LEVEL", "WARNING", env.LEVELS)},
}
