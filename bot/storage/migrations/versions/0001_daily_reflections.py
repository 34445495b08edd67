"""Daily reflections: servers, their channels, the ledger of posts, the commands that are known."""

from alembic import op
from sqlalchemy import CheckConstraint, Column, ForeignKey, Integer, SmallInteger, Text, text

from bot.storage.columns import Snowflake

revision = "0001"
down_revision = None

_FLAG = SmallInteger().with_variant(Integer, "sqlite")
_STATES = "'claimed', 'waiting', 'sent', 'failed', 'missed', 'skipped'"


def upgrade() -> None:
    op.create_table(
        "guilds",
        Column("guild_id", Snowflake, primary_key=True, autoincrement=False),
        Column("removed_at", Snowflake),
        sqlite_strict=True,
    )
    _create_reflections()
    _create_posts()
    op.create_table(
        "commands",
        Column("application_id", Snowflake, primary_key=True, autoincrement=False),
        Column("hash", Text, nullable=False),
        sqlite_strict=True,
    )


def _of_a_guild() -> ForeignKey:
    return ForeignKey("guilds.guild_id", ondelete="CASCADE")


def _create_reflections() -> None:
    op.create_table(
        "reflections",
        Column("channel_id", Snowflake, primary_key=True, autoincrement=False),
        Column("guild_id", Snowflake, _of_a_guild(), nullable=False),
        Column("local_time", Text, nullable=False),
        Column("zone", Text, nullable=False),
        Column("role_id", Snowflake),
        Column("thread", _FLAG, nullable=False),
        Column("picture", _FLAG, nullable=False),
        Column("essay", Text),
        Column("state", Text, nullable=False),
        Column("reason", Text),
        Column("set_up_by", Snowflake, nullable=False),
        Column("created_at", Snowflake, nullable=False),
        Column("due", Snowflake),
        Column("round", Integer, nullable=False, server_default="0"),
        Column("drawn", Snowflake, nullable=False, server_default="-1"),
        Column("failing_since", Snowflake),
        Column("told", _FLAG, nullable=False, server_default="0"),
        CheckConstraint("state IN ('on', 'paused')", "ck_reflections_state"),
        sqlite_strict=True,
    )
    op.create_index("ix_reflections_guild_id", "reflections", ["guild_id"])
    op.create_index("ix_reflections_due", "reflections", ["due"])


def _create_posts() -> None:
    op.create_table(
        "posts",
        Column("channel_id", Snowflake, primary_key=True, autoincrement=False),
        Column("local_date", Text, primary_key=True),
        Column("guild_id", Snowflake, _of_a_guild(), nullable=False),
        Column("due", Snowflake, nullable=False),
        Column("state", Text, nullable=False),
        Column("owner", Text),
        Column("attempts", Integer, nullable=False),
        Column("wake", Snowflake),
        Column("claimed_at", Snowflake),
        Column("sent_at", Snowflake),
        Column("message_id", Snowflake),
        Column("late", _FLAG, nullable=False),
        Column("thread", Text),
        Column("error", Text),
        Column("essay", Text),
        Column("paragraph", Integer),
        Column("first", Integer),
        Column("last", Integer),
        Column("question", Integer),
        CheckConstraint(f"state IN ({_STATES})", "ck_posts_state"),
        CheckConstraint("thread IN ('due', 'made', 'failed')", "ck_posts_thread"),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_index("ix_posts_guild_id", "posts", ["guild_id"])
    pending = text("wake IS NOT NULL")
    op.create_index(
        "ix_posts_wake", "posts", ["wake"], sqlite_where=pending, postgresql_where=pending
    )
