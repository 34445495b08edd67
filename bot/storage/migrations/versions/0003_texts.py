"""The text that a server, or a channel of it, chose for its questions."""

from alembic import op
from sqlalchemy import Column, ForeignKey, Text

from bot.storage.columns import Snowflake

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.create_table(
        "text_choices",
        Column(
            "guild_id",
            Snowflake,
            ForeignKey("guilds.guild_id", ondelete="CASCADE", name="fk_text_choices_guild_id"),
            primary_key=True,
            autoincrement=False,
        ),
        Column("channel_id", Snowflake, primary_key=True, autoincrement=False),
        Column("essay", Text, nullable=False),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
