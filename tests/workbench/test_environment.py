import stat

import pytest

from chancery.common.errors import InputError
from chancery.workbench import environment as env


@pytest.mark.parametrize(
    ("written", "meant"), [("1", True), ("yes", True), ("ON", True), ("0", False), ("no", False), ("", False)]
)
def test_a_switch_is_yes_or_no(written, meant):
    assert env.read_switch("X", True, {"X": written}) is meant


@pytest.mark.parametrize("written", ["perhaps", "2", "ja"])
def test_a_switch_that_is_neither_is_named(written):
    with pytest.raises(InputError, match="field `X`"):
        env.read_switch("X", True, {"X": written})


@pytest.mark.parametrize("written", ["0", "33", "-1", "four", "4.5", ""])
def test_a_number_out_of_its_bounds_is_named(written):
    with pytest.raises(InputError, match="from 1 to 32"):
        env.read_number("X", 4, 1, 32, {"X": written})


def test_a_list_is_written_with_commas():
    assert env.read_list("X", "", {"X": " a.example, ,b.example "}) == ["a.example", "b.example"]


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("sqlite:////srv/c.sqlite3", {"NAME": "/srv/c.sqlite3"}),
        ("sqlite:///here/c.sqlite3", {"NAME": "/here/c.sqlite3"}),
        (
            "postgresql://u:p%40ss@db.example:5433/name",
            {"NAME": "name", "USER": "u", "PASSWORD": "p@ss", "HOST": "db.example", "PORT": "5433"},
        ),
        ("postgresql://u@/name?host=/run/pg", {"NAME": "name", "USER": "u", "HOST": "/run/pg", "PORT": ""}),
    ],
)
def test_the_address_of_a_database_is_read(url, expected):
    found = env.read_database(url)
    assert {name: found[name] for name in expected} == expected


@pytest.mark.parametrize("url", ["", "mysql://x/y", "sqlite://", "postgresql://host", "c.sqlite3"])
def test_an_address_of_no_database_is_named(url):
    with pytest.raises(InputError, match="CHANCERY_DATABASE_URL"):
        env.read_database(url)


@pytest.mark.parametrize(
    ("url", "tls", "ssl", "port"),
    [
        ("smtp://u:p@mail.example", True, False, 587),
        ("smtps://u:p@mail.example", False, True, 465),
        ("smtp://localhost:25", False, False, 25),
    ],
)
def test_mail_is_encrypted_unless_it_stays_on_this_machine(url, tls, ssl, port):
    found = env.read_mail(url)
    assert (found["EMAIL_USE_TLS"], found["EMAIL_USE_SSL"], found["EMAIL_PORT"]) == (tls, ssl, port)


def test_mail_is_off_unless_asked_for_and_a_wrong_address_is_named():
    assert env.read_mail("")["EMAIL_BACKEND"].endswith("dummy.EmailBackend")
    with pytest.raises(InputError, match="CHANCERY_SMTP_URL"):
        env.read_mail("mail.example")


def test_the_data_folder_and_its_key_belong_to_their_owner_and_the_key_lasts(tmp_path):
    folder = tmp_path / "deep" / "chancery"
    env.prepare_data_folder(folder)
    first = env.read_secret_key(folder)
    env.prepare_data_folder(folder)
    assert env.read_secret_key(folder) == first
    assert len(first) >= 50
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE((folder / "secret_key").stat().st_mode) == 0o600


def test_the_data_folder_follows_the_variables_in_their_order(tmp_path):
    assert str(env.data_folder({"CHANCERY_DATA_FOLDER": "/a", "XDG_DATA_HOME": "/b"})) == "/a"
    assert str(env.data_folder({"XDG_DATA_HOME": "/b"})) == "/b/chancery"


@pytest.mark.parametrize(
    ("read", "written"),
    [
        (env.read_time, "noon"),
        (env.read_time, "25:00"),
        (env.read_time, "06:00Z"),
        (env.read_time, ""),
        (env.read_zone, "Mars"),
        (env.read_zone, "../etc/passwd"),
        (env.read_zone, ""),
        (env.read_address, "chancery.example"),
        (env.read_address, "ftp://chancery.example"),
        (env.read_address, ""),
    ],
)
def test_a_time_a_zone_or_an_address_that_is_none_is_named(read, written):
    with pytest.raises(InputError, match=r"field `X`: .* write"):
        read("X", "", {"X": written})


def test_a_choice_that_is_none_names_those_there_are():
    assert env.read_choice("X", "en", ("en", "vi"), {}) == "en"
    assert env.read_choice("X", "WARNING", ("INFO", "WARNING"), {"X": "info"}) == "INFO"
    with pytest.raises(InputError, match="field `X`: 'xx' is not known; write one of en, vi"):
        env.read_choice("X", "en", ("en", "vi"), {"X": "xx"})


@pytest.mark.parametrize("read", [env.read_database, env.read_mail])
@pytest.mark.parametrize("url", ["{good}://u:secret@host:port/n", "mysql://u:secret@host/n"])
def test_an_address_that_will_not_do_is_refused_and_its_password_not_shown(read, url):
    good = "postgresql" if read is env.read_database else "smtp"
    with pytest.raises(InputError, match="CHANCERY_") as refused:
        read(url.format(good=good))
    assert "secret" not in str(refused.value)


def test_half_a_secret_key_is_named_with_its_mend(tmp_path):
    (tmp_path / "secret_key").write_text("ab")
    with pytest.raises(InputError, match="secret_key: is only a part of a key; delete it"):
        env.read_secret_key(tmp_path)
