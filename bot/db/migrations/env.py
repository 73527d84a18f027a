"""Alembic's entry: runs the steps on the connection that `bot.db.migrate` opened."""

from alembic import context


def run() -> None:
    """Run the steps inside the transaction of the connection given by `bot.db.migrate`: all of them, or none."""
    context.configure(connection=context.config.attributes["connection"], transactional_ddl=True, render_as_batch=True)
    context.run_migrations()


run()
