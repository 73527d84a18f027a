"""Running a command: each expected mistake becomes one message and an exit code."""

import asyncio
from collections.abc import Coroutine
from typing import Any, TypeVar

import typer

Result = TypeVar("Result")


def run(work: Coroutine[Any, Any, Result]) -> Result:
    """Return what `work` returns. An expected mistake is told and ends the command with its code; any other error is raised as it is."""
    try:
        return asyncio.run(work)
    except KeyboardInterrupt:
        raise typer.Exit(0) from None
    except Exception as error:
        from bot.commands.mistakes import EXPECTED, exit_code, message  # a second to load: it knows the mistakes of all commands

        if not isinstance(error, EXPECTED):
            raise
        typer.echo(message(error), err=True)
        raise typer.Exit(exit_code(error)) from None
