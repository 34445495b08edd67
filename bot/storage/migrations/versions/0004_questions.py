"""Questions that a text does not answer, as words, and what moderators decided about them."""

from alembic import op
from sqlalchemy import Column, ForeignKey, Integer, Text

from bot.storage.columns import Snowflake

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.create_table(
        "learning_servers", _guild("learning_servers"), sqlite_strict=True, sqlite_with_rowid=False
    )
    op.create_table(
        "questions",
        _guild("questions"),
        Column("essay", Text, primary_key=True),
        Column("words", Text, primary_key=True),
        Column("week", Text, primary_key=True),
        Column("times", Integer, nullable=False),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_index("ix_questions_week", "questions", ["week"])
    op.create_table(
        "decisions",
        _guild("decisions"),
        Column("essay", Text, primary_key=True),
        Column("words", Text, primary_key=True),
        Column("sentence", Text),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )


def _guild(table: str) -> Column[int]:
    return Column(
        "guild_id",
        Snowflake,
        ForeignKey("guilds.guild_id", ondelete="CASCADE", name=f"fk_{table}_guild_id"),
        primary_key=True,
        autoincrement=False,
    )
