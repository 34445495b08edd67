"""The tables, as the newest migration leaves them."""

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, MetaData, Table, Text, text

from bot.storage.columns import Clock, Count, Day, Flag, Ids, Moment, Snowflake

metadata = MetaData(
    naming_convention={
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "ix": "ix_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)

guilds = Table(
    "guilds",
    metadata,
    Column("guild_id", Snowflake, primary_key=True, autoincrement=False),
    # When the bot was removed from the server; its rows go thirty days later.
    Column("removed_at", Moment),
    sqlite_strict=True,
)

# One row for each channel that has a daily reflection.
reflections = Table(
    "reflections",
    metadata,
    Column("channel_id", Snowflake, primary_key=True, autoincrement=False),
    Column(
        "guild_id",
        ForeignKey(guilds.c.guild_id, ondelete="CASCADE"),
        nullable=False,
        index=True,
    ),
    Column("local_time", Clock, nullable=False),
    Column("zone", Text, nullable=False),
    Column("role_id", Snowflake),
    Column("thread", Flag, nullable=False),
    Column("picture", Flag, nullable=False),
    # The text that passages come from; none: all texts.
    Column("essay", Text),
    Column("state", Text, CheckConstraint("state IN ('on', 'paused')", "state"), nullable=False),
    Column("reason", Text),
    Column("set_up_by", Snowflake, nullable=False),
    Column("created_at", Moment, nullable=False),
    # When the next post is due; none while paused, or while the bot is not on the server.
    Column("due", Moment),
    # How far the shuffled round of passages is: its number, and the rank of the last one drawn.
    Column("round", Count, nullable=False, server_default="0"),
    Column("drawn", Snowflake, nullable=False, server_default="-1"),
    # Since when every post has failed, and whether the moderators were told.
    Column("failing_since", Moment),
    Column("told", Flag, nullable=False, server_default="0"),
    # The weekdays of posts: the sum of 1 for Monday, 2 for Tuesday, up to 64 for Sunday.
    Column("days", Count, nullable=False, server_default="127"),
    # Whether posts in an announcement channel are published to the servers that follow it.
    Column("publish", Flag, nullable=False, server_default="0"),
    # The tags of posts in a forum.
    Column("tags", Ids),
    # The ranks of excerpts that were passed over and wait for the end of the round.
    Column("set_aside", Ids),
    sqlite_strict=True,
)
Index("ix_reflections_due", reflections.c.due)

# The ledger: one row for each channel and local date; its key is what makes a post single.
# It outlives its channel's row in `reflections`, so that stopping and setting up again on the
# same day cannot post twice.
posts = Table(
    "posts",
    metadata,
    Column("channel_id", Snowflake, primary_key=True, autoincrement=False),
    Column("local_date", Day, primary_key=True),
    Column(
        "guild_id",
        ForeignKey(guilds.c.guild_id, ondelete="CASCADE"),
        nullable=False,
        index=True,
    ),
    Column("due", Moment, nullable=False),
    Column(
        "state",
        Text,
        CheckConstraint(
            "state IN ('claimed', 'waiting', 'sent', 'failed', 'missed', 'skipped')", "state"
        ),
        nullable=False,
    ),
    # Which process works on the row, and how often it was claimed: together they fence a
    # process whose lease has run out off the row.
    Column("owner", Text),
    Column("attempts", Count, nullable=False),
    # When somebody must look at the row again: the lease's end, or the next try.
    Column("check_at", Moment),
    Column("claimed_at", Moment),
    Column("sent_at", Moment),
    Column("message_id", Snowflake),
    Column("late", Flag, nullable=False),
    Column("thread", Text, CheckConstraint("thread IN ('due', 'made', 'failed')", "thread")),
    Column("error", Text),
    # The passage that was drawn: a text, a paragraph, its first and last sentence, a question.
    Column("essay", Text),
    Column("paragraph", Count),
    Column("first", Count),
    Column("last", Count),
    Column("question", Count),
    Column(
        "published", Text, CheckConstraint("published IN ('due', 'made', 'failed')", "published")
    ),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)
Index(
    "ix_posts_check_at",
    posts.c.check_at,
    sqlite_where=text("check_at IS NOT NULL"),
    postgresql_where=text("check_at IS NOT NULL"),
)

# What is left of the posts of an erased server for two days, so that erasing it and setting it up
# again on the same day cannot post twice: that there was a post, and nothing of what it said.
erased_posts = Table(
    "erased_posts",
    metadata,
    Column("channel_id", Snowflake, primary_key=True, autoincrement=False),
    Column("local_date", Day, primary_key=True),
    Column("due", Moment, nullable=False),
    Column("state", Text, nullable=False),
    Column("attempts", Count, nullable=False),
    Column("claimed_at", Moment),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

# The text that questions of a server go to, and those of single channels; channel 0 stands for all
# channels without a choice of their own.
text_choices = Table(
    "text_choices",
    metadata,
    Column("guild_id", ForeignKey(guilds.c.guild_id, ondelete="CASCADE"), primary_key=True),
    Column("channel_id", Snowflake, primary_key=True, autoincrement=False),
    Column("essay", Text, nullable=False),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

# The servers whose moderators had questions without an answer kept.
learning_servers = Table(
    "learning_servers",
    metadata,
    Column("guild_id", ForeignKey(guilds.c.guild_id, ondelete="CASCADE"), primary_key=True),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

# What was asked of a text and not answered: its plain words, and how often in a week (its Monday).
questions = Table(
    "questions",
    metadata,
    Column("guild_id", ForeignKey(guilds.c.guild_id, ondelete="CASCADE"), primary_key=True),
    Column("essay", Text, primary_key=True),
    Column("words", Text, primary_key=True),
    Column("week", Day, primary_key=True),
    Column("times", Count, nullable=False),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)
Index("ix_questions_week", questions.c.week)

# What a server's moderators decided about such a question: the sentence that answers it, as a
# button names it; none if the text does not answer it.
decisions = Table(
    "decisions",
    metadata,
    Column("guild_id", ForeignKey(guilds.c.guild_id, ondelete="CASCADE"), primary_key=True),
    Column("essay", Text, primary_key=True),
    Column("words", Text, primary_key=True),
    Column("sentence", Text),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

# What was last registered with Discord, so that commands are synced only when they changed.
commands = Table(
    "commands",
    metadata,
    Column("application_id", Snowflake, primary_key=True, autoincrement=False),
    Column("hash", Text, nullable=False),
    sqlite_strict=True,
)
