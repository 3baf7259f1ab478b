"""Start Django from the command line: the data folder made, the settings read, the tables up to date."""

import os

from chancery.common.errors import InputError


def start_django(*, prepare: bool = True) -> None:
    """Make the data folder (with `prepare`) and read the settings. Raises InputError where one cannot be read."""
    import django

    from chancery.workbench.environment import data_folder, prepare_data_folder

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "chancery.workbench.settings")
    folder = data_folder()
    try:
        if prepare:
            prepare_data_folder(folder)
    except OSError as fault:
        raise InputError(
            f"the data folder cannot be made ({fault.strerror}); set CHANCERY_DATA_FOLDER", file=str(folder)
        ) from None
    django.setup()


def migrate() -> None:
    """Bring the tables up to date. Raises InputError where the database cannot be reached."""
    from django.core.management import call_command
    from django.db import DatabaseError

    try:
        call_command("migrate", verbosity=0, interactive=False, skip_checks=True)
    except DatabaseError as fault:
        raise InputError(f"the database did not answer ({' '.join(str(fault).split())}); see `chancery doctor`") from None
