"""What several commands share: days as options, what is known about an article, errors told in a sentence."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, TypeVar

import click

Command = TypeVar("Command", bound=Callable[..., Any])
Result = TypeVar("Result")


class Day(click.ParamType[date]):
    """A day written as ISO 8601."""

    name = "YYYY-MM-DD"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Return the day, or fail with what is expected."""
        try:
            return value if isinstance(value, date) else date.fromisoformat(value)
        except ValueError:
            self.fail(f"{value!r} is not a day like 2025-09-04", param, ctx)


def about_the_article(command: Command) -> Command:
    """Add the options that say what is known about an article."""
    for option in (
        click.option("--published", type=Day(), help="Day of publication; relative dates depend on it."),
        click.option("--language", default="", help="ISO 639-1, such as id or en; recognised when not given."),
        click.option("--publisher", default="", help="Who published it."),
        click.option("--title", default="", help="Its headline."),
        click.option("--url", default="", help="Its address."),
    ):
        command = option(command)
    return command


def told(work: Callable[[], Result], *expected: type[Exception]) -> Result:
    """Do the work; an expected error becomes a sentence instead of a traceback."""
    try:
        return work()
    except expected as error:
        raise click.ClickException(str(error)) from error
