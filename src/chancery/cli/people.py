"""`chancery people`: colleagues, from the machine itself."""

import os
from typing import Final

import click

from chancery.common.errors import InputError

BASE_URL: Final = "CHANCERY_BASE_URL"


@click.group()
def command() -> None:
    r"""Invite, reset, deactivate and list colleagues. Whoever runs this is trusted with the machine.

    \b
    Examples:
      chancery people list
      chancery people invite ngoc@mfa.example --role officer --section political
      chancery people reset ngoc
      chancery people deactivate ngoc
    """
    from chancery.workbench.start import migrate, start_django

    start_django()
    migrate()


@command.command(name="list")
@click.option("--mission", default="", metavar="SLUG", help="Which mission; not needed where there is one.")
def list_(mission: str) -> None:
    r"""List everybody of a mission.

    \b
    Examples:
      chancery people list
    """
    from chancery.workbench.people.queries import find_system_viewer, list_people

    for each in list_people(find_system_viewer(mission)):
        state = "" if each.active else "\tdeactivated"
        click.echo(f"{each.username}\t{each.email}\t{each.role}\t{','.join(each.sections)}{state}")


@command.command()
@click.argument("email")
@click.option(
    "--role", default="officer", show_default=True, help="head_of_mission, officer, local_staff, desk or administrator."
)
@click.option("--section", "sections", multiple=True, help="A section of the mission, by id; may be given again.")
@click.option("--ceiling", default="", help="The highest mark this person may see; the role's own where it is left out.")
@click.option("--mail", is_flag=True, help="Send the link to that address too, where mail is set up.")
@click.option("--mission", default="", metavar="SLUG", help="Which mission; not needed where there is one.")
def invite(email: str, role: str, sections: tuple[str, ...], ceiling: str, mail: bool, mission: str) -> None:
    r"""Print a link by which a colleague joins; hand it over yourself. It works once, for three days.

    Where CHANCERY_BASE_URL is not set, only its path is printed: put the address of your workbench before it.

    \b
    Examples:
      chancery people invite ngoc@mfa.example --role officer --section political
    """
    from chancery.workbench.people.operations import invite as make_invitation
    from chancery.workbench.people.queries import find_system_viewer

    if mail and BASE_URL not in os.environ:
        raise InputError("is not set, and a mail needs the whole link; write the address people type", field=BASE_URL)
    viewer = find_system_viewer(mission)
    link = _print_link(make_invitation(viewer, email, role, sections, ceiling))
    if mail:
        from chancery.workbench.people.operations import mail_link

        mail_link(viewer, email, link)


@command.command()
@click.argument("username")
@click.option("--mission", default="", metavar="SLUG", help="Which mission; not needed where there is one.")
def reset(username: str, mission: str) -> None:
    r"""Print a link by which a colleague sets a new password.

    \b
    Examples:
      chancery people reset ngoc
    """
    from chancery.workbench.people.operations import reset as make_reset
    from chancery.workbench.people.queries import find_colleague, find_system_viewer

    viewer = find_system_viewer(mission)
    _print_link(make_reset(viewer, find_colleague(viewer, username).person_id))


@command.command()
@click.argument("username")
@click.option("--mission", default="", metavar="SLUG", help="Which mission; not needed where there is one.")
def deactivate(username: str, mission: str) -> None:
    r"""Shut a colleague out, at once; what they wrote stays.

    \b
    Examples:
      chancery people deactivate ngoc
    """
    from chancery.workbench.people.operations import deactivate as shut_out
    from chancery.workbench.people.queries import find_colleague, find_system_viewer

    viewer = find_system_viewer(mission)
    shut_out(viewer, find_colleague(viewer, username).person_id)
    click.echo(f"{username} can no longer sign in here.")


def _print_link(token: str) -> str:
    """Print the link of a token: only its path where nobody has said by what address people reach the pages."""
    from django.conf import settings

    path = f"/link/{token}/"
    if BASE_URL not in os.environ:
        click.echo(path)
        click.echo(f"Put the address of your workbench before this path; with {BASE_URL} set, it stands there.", err=True)
        return path
    click.echo(f"{settings.BASE_URL}{path}")
    return f"{settings.BASE_URL}{path}"
