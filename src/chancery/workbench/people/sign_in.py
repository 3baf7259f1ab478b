"""Signing in by user name or e-mail. Guessing is slowed for each account and each address, and tells nothing.

The same work is done whether the account exists or not, so that the time of an answer does not tell either. Limits follow
NIST SP 800-63B, 5.2.2: far below its hundred failures, with a wait that grows, and no account can be shut for good.
"""

from datetime import datetime, timedelta
from hashlib import sha256
from typing import Final

from django.conf import settings
from django.contrib.auth.backends import BaseBackend
from django.contrib.auth.hashers import make_password
from django.db import transaction
from django.db.models import Q
from django.http import HttpRequest

from chancery.clock import now
from chancery.workbench.people.models import AttemptRow, PersonRow

FREE_OF_ACCOUNT: Final = 5
"""Failures of one account from one address before it must wait."""
FREE_OF_ADDRESS: Final = 30
"""Failures from one address over all accounts: an office may share one."""
FREE_OF_ACCOUNT_ANYWHERE: Final = 60
"""Failures of one account from all addresses: many machines guessing at one person."""
FIRST_WAIT: Final = timedelta(seconds=30)
LONGEST_WAIT: Final = timedelta(minutes=15)
FORGET: Final = timedelta(hours=24)
"""Failures older than this no longer count."""


class NameOrMail(BaseBackend):
    """Django's door to our persons."""

    def authenticate(
        self, request: HttpRequest | None, username: str | None = None, password: str | None = None, **_: object
    ) -> PersonRow | None:
        """Return the person, or None: wrong name, wrong password, deactivated, or told to wait."""
        name, moment, address = (username or "").strip().casefold(), now(), address_of(request)
        if wait_left(name, address, moment):
            return None
        person = PersonRow.objects.filter(Q(username=name) | Q(email=name)).first()
        right = _check(person, password or "")
        if right and person is not None and person.is_active:
            AttemptRow.objects.filter(account=_digest(name), address=address).delete()
            return person
        count_failure(name, address, moment)
        return None

    def get_user(self, user_id: int) -> PersonRow | None:
        """Return the person behind a session, None where deactivated since."""
        return PersonRow.objects.filter(pk=user_id, is_active=True).first()


def wait_left(name: str, address: str, moment: datetime) -> int:
    """Return the seconds somebody must wait before trying again, 0 for none; the same for accounts that do not exist."""
    asked = Q()
    for account, where, _ in _counters(name.strip().casefold(), address):
        asked |= Q(account=account, address=where)
    longest = moment + LONGEST_WAIT  # what ends later was written by a clock that ran ahead, and would never end
    waits = AttemptRow.objects.filter(asked, locked_until__gt=moment, locked_until__lte=longest)
    ends = waits.values_list("locked_until", flat=True)
    return max((int((until - moment).total_seconds()) + 1 for until in ends if until is not None), default=0)


def count_failure(name: str, address: str, moment: datetime) -> None:
    """Count a wrong password: of the account from this address, of the address, of the account from anywhere."""
    for account, where, free in _counters(name.strip().casefold(), address):
        _count_failure(account, where, free, moment)


def address_of(request: HttpRequest | None) -> str:
    """Return the address a request came from; behind our proxy, the one that the proxy itself saw."""
    if request is None:
        return ""
    if settings.BEHIND_PROXY and (passed := request.headers.get("X-Forwarded-For", "")):
        return passed.rsplit(",", 1)[-1].strip()[:64]
    return str(request.META.get("REMOTE_ADDR", ""))[:64]


def _check(person: PersonRow | None, password: str) -> bool:
    if person is not None and person.has_usable_password():
        return person.check_password(password)
    make_password(password)
    return False


def _counters(name: str, address: str) -> tuple[tuple[str, str, int], ...]:
    return (
        (_digest(name), address, FREE_OF_ACCOUNT),
        ("", address, FREE_OF_ADDRESS),
        (_digest(name), "", FREE_OF_ACCOUNT_ANYWHERE),
    )


def _count_failure(account: str, address: str, free: int, moment: datetime) -> None:
    with transaction.atomic():
        row, _ = AttemptRow.objects.select_for_update().get_or_create(
            account=account, address=address, defaults={"first_at": moment}
        )
        if not timedelta(0) <= moment - row.first_at <= FORGET:
            row.failures, row.first_at = 0, moment
        row.failures += 1
        over = row.failures - free
        row.locked_until = moment + min(FIRST_WAIT * 2 ** min(over, 10), LONGEST_WAIT) if over >= 0 else None
        row.save()


def _digest(name: str) -> str:
    return sha256(f"{settings.SECRET_KEY}:{name}".encode("utf-8", "replace")).hexdigest()
