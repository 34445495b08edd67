"""Daily reflections: chosen weekdays, forum tags, publishing, passages set aside, erased posts."""

from alembic import op
from sqlalchemy import Column, Integer, SmallInteger, Text, text

from bot.storage.columns import Snowflake

revision = "0002"
down_revision = "0001"

_FLAG = SmallInteger().with_variant(Integer, "sqlite")


def upgrade() -> None:
    for column in (
        Column("days", Integer, nullable=False, server_default="127"),
        Column("publish", _FLAG, nullable=False, server_default="0"),
        Column("tags", Text),
        Column("set_aside", Text),
    ):
        op.add_column("reflections", column)
    # In SQL, as Alembic adds no column with a check to a SQLite table without copying it.
    op.execute(
        "ALTER TABLE posts ADD COLUMN published TEXT "
        "CONSTRAINT ck_posts_published CHECK (published IN ('due', 'made', 'failed'))"
    )
    op.drop_index("ix_posts_wake", "posts")
    op.execute("ALTER TABLE posts RENAME COLUMN wake TO check_at")
    pending = text("check_at IS NOT NULL")
    op.create_index(
        "ix_posts_check_at", "posts", ["check_at"], sqlite_where=pending, postgresql_where=pending
    )
    op.create_table(
        "erased_posts",
        Column("channel_id", Snowflake, primary_key=True, autoincrement=False),
        Column("local_date", Text, primary_key=True),
        Column("due", Snowflake, nullable=False),
        Column("state", Text, nullable=False),
        Column("attempts", Integer, nullable=False),
        Column("claimed_at", Snowflake),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
