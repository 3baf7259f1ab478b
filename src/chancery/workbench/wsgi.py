"""The door for a server that speaks WSGI. A process that serves pages ends with the server that started it."""

import os
from multiprocessing import parent_process
from threading import Thread

from django.core.wsgi import get_wsgi_application

from chancery.workbench.end_with_parent import end_with_parent


def _end_with_the_server() -> None:
    """End at once when the server is gone, however it ended: nobody holds its port, and what is half done is rolled back."""
    server = parent_process()
    if server is not None:
        end_with_parent()

        def watch() -> None:
            server.join()  # waits for the end of a pipe that the server alone holds open
            os._exit(1)

        Thread(target=watch, daemon=True).start()


os.environ.setdefault("DJANGO_SETTINGS_MODULE", "chancery.workbench.settings")
_end_with_the_server()
application = get_wsgi_application()
