"""The command line: thin doors onto the rooms. A command's module is imported only when that command is called."""

import importlib
import os
import signal
import sys
from types import FrameType
from typing import Final

import click

from chancery import __version__
from chancery.common.errors import ChanceryError, InputError

EXIT_INPUT: Final = 2
EXIT_REFUSED: Final = 1

COMMANDS: Final = {
    "demo": "Make yesterday's embassy come alive: read its feeds, write its brief, say where it lies.",
    "brief": "Write the brief of a mission that lies in a folder.",
    "collect": "Fetch what the sources of a mission say, or read saved feed files as if fetched.",
    "import": "Load a mission's folder into the workbench.",
    "watch": "Read articles, group them into stories, search them.",
    "advise": "Summarise articles; check a brief against its sources.",
    "serve": "Open the workbench in a browser.",
    "work": "Do the background work of the workbench.",
    "people": "Invite, deactivate and reset colleagues of the workbench.",
    "backup": "Write everything the workbench holds into one file.",
    "restore": "Bring a backup back.",
    "doctor": "Say what is wrong with this installation, and how to mend it.",
    "bench": "Measure this checkout against its floors.",
}
"""Every command and its line in `chancery --help`; the words stand here so that the help imports no command."""


class _Commands(click.Group):
    """Imports `chancery.cli.<name>` when the command is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the commands in the order of a day's work."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command, or None where there is none of this name."""
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"chancery.cli.{'import_' if cmd_name == 'import' else cmd_name}")
        found: click.Command = module.command
        _keep_lines(found)
        return found

    def invoke(self, ctx: click.Context) -> object:
        """Call the command; a reader that has had enough (`| head`) is no fault."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            _drop_output()
            raise click.exceptions.Exit(0) from None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list without importing anything."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


def _keep_lines(command: click.Command) -> None:
    """Let the examples of a help keep their lines: click asks for a backspace, which a raw docstring spells out."""
    command.help = (command.help or "").replace("\\b\n", "\b\n")
    for inner in command.commands.values() if isinstance(command, click.Group) else ():
        _keep_lines(inner)


@click.group(
    cls=_Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Start here: `chancery demo`. Help on a command, with examples: `chancery brief --help`.",
)
@click.version_option(__version__, prog_name="chancery")
def group() -> None:
    """Chancery, the open workbench of a diplomatic mission.

    It reads what the world says, groups it into stories, and writes a brief in which every sentence leads back to its source.
    It needs no cloud and no network.
    """


def main() -> None:
    """Run a command; an error of ours is one line on standard error and an exit status, never a traceback."""
    _clear_up_when_stopped()
    try:
        status = group.main(standalone_mode=False)  # click hands the status of an Exit back instead of raising it
        sys.exit(status if isinstance(status, int) else 0)
    except click.ClickException as fault:
        fault.show()
        sys.exit(fault.exit_code)
    except click.Abort:
        click.echo("Stopped.", err=True)
        sys.exit(130)
    except InputError as fault:
        click.echo(f"chancery: {fault}", err=True)
        sys.exit(EXIT_INPUT)
    except ChanceryError as fault:
        click.echo(f"chancery: {fault}", err=True)
        sys.exit(EXIT_REFUSED)
    except OSError as fault:
        _drop_output()
        click.echo(f"chancery: {fault.filename or 'standard output'}: {fault.strerror or fault}", err=True)
        sys.exit(EXIT_INPUT)
    except Exception as fault:  # a database's own errors, told apart by name: importing Django for it would slow every command
        if not _is_of_the_database(fault):
            raise
        click.echo(f"chancery: the database would not do it ({' '.join(str(fault).split())}); see `chancery doctor`", err=True)
        sys.exit(EXIT_REFUSED)


def _clear_up_when_stopped() -> None:
    """Let a stop from outside unwind like Ctrl+C, so that no half file and no folder of a demo is left."""

    def stop(number: int, _frame: FrameType | None) -> None:
        sys.exit(128 + number)

    for each in (signal.SIGTERM, signal.SIGHUP):
        if signal.getsignal(each) is signal.SIG_DFL:  # who runs us with `nohup` wants us to go on
            signal.signal(each, stop)


def _drop_output() -> None:
    """Send what standard output still holds nowhere, so that it is not tried again on the way out."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _is_of_the_database(fault: Exception) -> bool:
    """Tell whether a full disk, a lock or a server that is away stands behind a fault; Django is asked only where it runs."""
    django = sys.modules.get("django.db.utils")
    return django is not None and isinstance(fault, django.DatabaseError)
