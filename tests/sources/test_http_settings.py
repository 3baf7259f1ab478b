import pytest

from chancery.common.errors import InputError
from chancery.sources.http_settings import HttpSettings, read_http_settings


def test_nothing_set_is_the_default() -> None:
    assert read_http_settings({}) == HttpSettings()


def test_settings_come_from_the_environment() -> None:
    told = {
        "CHANCERY_FETCH_PROXY": "http://proxy.example:3128",
        "CHANCERY_FETCH_CONTACT": "mailto:a@b.example",
        "CHANCERY_FETCH_ALLOW": "10.0.0.0/8, ::1",
    }
    settings = read_http_settings(told)
    assert (settings.proxy, settings.allow) == ("http://proxy.example:3128", ("10.0.0.0/8", "::1"))
    assert settings.agent.endswith(" (+mailto:a@b.example)")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("CHANCERY_FETCH_PROXY", "proxy:3128"),
        ("CHANCERY_FETCH_PROXY", "socks5://x:1"),
        ("CHANCERY_FETCH_CONTACT", "a\nb"),
        ("CHANCERY_FETCH_ALLOW", "office"),
    ],
)
def test_a_setting_that_will_not_do_is_named(name: str, value: str) -> None:
    with pytest.raises(InputError, match=name):
        read_http_settings({name: value})
