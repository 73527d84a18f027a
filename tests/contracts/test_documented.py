"""The documentation is true: every setting, command and column stands in it, and nothing else."""

import re

from typer.main import get_command

import bot.broadcasts.models
import bot.courses.models
import bot.inbox.models
import bot.people.models
import bot.staff.models
import bot.telegram.models
from bot.__main__ import app
from bot.db.budget import BUDGET, Kind
from bot.db.types import METADATA
from bot.settings import PREFIX, Settings
from handlers.registration import COMMANDS
from tests.conftest import ROOT

OPERATIONS = (ROOT / "docs" / "operations.md").read_text(encoding="utf-8")
PRIVACY = (ROOT / "docs" / "privacy.md").read_text(encoding="utf-8")


def test_every_setting_is_documented() -> None:
    """The table of settings and the code name the same ones."""
    documented = set(re.findall(r"^\| (DALIL_\w+) \|", OPERATIONS, re.MULTILINE))

    assert documented == {PREFIX + name.upper() for name in Settings.model_fields} | {"DALIL_SECRETS_DIR"}


def test_every_command_is_documented() -> None:
    """Each command of the command line stands in docs/operations.md."""
    group = get_command(app)
    for name, command in group.commands.items():  # type: ignore[attr-defined]
        assert re.search(rf"python -m bot (?:[a-z]+ \| )*{name}\b", OPERATIONS), name
        for inner in getattr(command, "commands", {}):
            assert re.search(rf"{name} .*\b{inner}\b", OPERATIONS), f"{name} {inner}"


def test_every_column_is_in_the_data_budget() -> None:
    """What is not in the budget is not stored; each column has a class and a life, and what is sealed is sealed by its type."""
    stored = {(table.name, column.name) for table in METADATA.tables.values() for column in table.columns}
    encrypted = {(table.name, column.name) for table in METADATA.tables.values() for column in table.columns
                 if type(column.type).__name__ == "Encrypted"}

    assert {(table, column) for table, columns in BUDGET.items() for column in columns} == stored
    assert {(table, column) for table, columns in BUDGET.items() for column, kept in columns.items() if kept.kind is Kind.SEALED} == encrypted


def test_the_data_budget_is_documented() -> None:
    """docs/privacy.md says the same as the budget, in plain words."""
    rows = re.findall(r"^\| (\w+) \| (\w+) \| (.+?) \| (\w+) \| (.+?) \|$", PRIVACY, re.MULTILINE)
    documented = {(table, column): (kind, life) for table, column, _, kind, life in rows if table != "Table"}

    assert documented == {(table, column): (str(kept.kind), str(kept.life)) for table, columns in BUDGET.items() for column, kept in columns.items()}


def test_every_bot_command_is_explained_to_people() -> None:
    """/help names what the menu of commands offers."""
    for language in ("en", "fr", "ar"):
        text = (ROOT / "locales" / language / "start.ftl").read_text(encoding="utf-8") + (ROOT / "locales" / language / "other.ftl").read_text(encoding="utf-8")
        assert all(f"/{command}" in text for command in COMMANDS if command != "start")


def test_links_between_documents_lead_somewhere() -> None:
    """No dead link in README or docs."""
    for file in [ROOT / "README.md", *(ROOT / "docs").glob("*.md")]:
        for target in re.findall(r"\]\((?!https?://)([^)#]+)", file.read_text(encoding="utf-8")):
            assert (file.parent / target).exists(), f"{file.name}: {target}"


def test_make_help_lists_every_target() -> None:
    """`make help` explains what people type."""
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = next(line for line in makefile.splitlines() if line.startswith(".PHONY")).split(":")[1].split()
    assert all(re.search(rf"^{target}:.*## ", makefile, re.MULTILINE) for target in targets)


def test_modules_are_imported_for_their_tables() -> None:
    """Every module of tables is known here, and to the migrations' test."""
    modules = {path.parent.name for path in (ROOT / "bot").glob("*/models.py")}

    assert modules == {"broadcasts", "courses", "inbox", "people", "staff", "telegram"}
    assert all((bot.broadcasts.models, bot.courses.models, bot.inbox.models, bot.people.models, bot.staff.models, bot.telegram.models))
