"""`chancery bench` measures a checkout; it names what it measured and passes on the verdict."""

from click.testing import CliRunner

from chancery.cli.bench import command


def test_a_word_that_names_no_measurement_measures_nothing_and_says_so() -> None:
    run = CliRunner().invoke(command, ["quick", "--only", "nothing-of-this-name"])
    assert "0 skipped" in run.output
