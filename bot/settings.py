"""The settings, read from the environment and .env and validated once."""

import re
from pathlib import Path
from typing import Annotated, Any, Literal, Self

from pydantic import Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from bot.errors import UserError


class SettingsError(UserError):
    """A setting cannot be used; its str is one sentence that names it and what to do."""


class Settings(BaseSettings):
    """The settings; each is read from the variable of its name in capitals."""

    model_config = SettingsConfigDict(
        env_file=".env",
        env_file_encoding="utf-8-sig",
        env_ignore_empty=True,
        extra="ignore",
        frozen=True,
    )

    discord_token: SecretStr | None = Field(
        default=None, description="The bot's token, from the Discord developer portal."
    )
    knowledge: Path | None = Field(
        default=None,
        description="A knowledge file, or a folder of them, in place of the shipped text.",
    )
    database_url: SecretStr | None = Field(
        default=None,
        description="A PostgreSQL or SQLite address; without it, a SQLite file in STATE_DIR.",
    )
    state_dir: Path = Field(
        default=Path("state"), description="The folder for what must survive a restart."
    )
    meaning: Literal["on", "off", "neural"] = Field(
        default="on",
        description="Whether words of like meaning count: on, off, or neural for the model of "
        "attune[neural].",
    )
    uploads: bool = Field(
        default=False, description="Whether moderators may add texts in Discord: on or off."
    )
    learn: bool = Field(
        default=False,
        description="Whether moderators may have questions without an answer collected: on or off.",
    )
    sync_guild: int | None = Field(
        default=None,
        gt=0,
        description="A server's id: commands then go to it alone, at once, while you develop.",
    )
    log_format: Literal["text", "json"] = Field(
        default="text", description="How log lines look: text or json."
    )
    log_level: Literal["debug", "info", "warning", "error"] = Field(
        default="info", description="From which level on is logged: debug, info, warning or error."
    )
    health_port: int | None = Field(
        default=None,
        ge=0,
        le=65535,
        description="The port of /healthz and /metrics; off if empty, any free one if 0.",
    )
    health_host: str = Field(
        default="127.0.0.1",
        description="The address of these two pages; 0.0.0.0 shows them to other machines.",
    )
    shard_count: int | None = Field(
        default=None,
        gt=0,
        description="How many shards there are over all processes; Discord says if empty.",
    )
    shard_ids: Annotated[tuple[int, ...] | None, NoDecode] = Field(
        default=None, description="The shards of this process, such as 0,1; needs SHARD_COUNT."
    )
    shard_processes: int | None = Field(
        default=None,
        gt=0,
        description="In place of SHARD_IDS: how many processes share the shards evenly.",
    )
    shard_ordinal: int | None = Field(
        default=None,
        ge=0,
        description="Which of them this process is, from 0; or a pod's name such as attune-2.",
    )

    @model_validator(mode="before")
    @classmethod
    def _without_quotation_marks(cls, values: Any) -> Any:
        """Refuses values in quotation marks, which docker's --env-file takes for part of them."""
        for name, value in values.items():
            if isinstance(value, str) and value.strip().startswith(("'", '"')):
                raise ValueError(
                    f"{name.upper()} begins with a quotation mark, as docker --env-file keeps "
                    "them; write the value without"
                )
        return values

    @field_validator("log_format", "log_level", "meaning", mode="before")
    @classmethod
    def _in_any_case(cls, value: Any) -> Any:
        return value.lower() if isinstance(value, str) else value

    @field_validator("shard_ids", mode="before")
    @classmethod
    def _from_list(cls, value: Any) -> Any:
        return value.replace(",", " ").split() if isinstance(value, str) else value

    @field_validator("shard_ordinal", mode="before")
    @classmethod
    def _from_pod(cls, value: Any) -> Any:
        named = re.fullmatch(r".*\w-(\d+)", value.strip()) if isinstance(value, str) else None
        return named[1] if named else value

    @model_validator(mode="after")
    def _shards_shared(self) -> Self:
        """The shards of this process, where it is said as its place among several."""
        processes, ordinal = self.shard_processes, self.shard_ordinal
        if processes is None and ordinal is None:
            return self
        if processes is None or ordinal is None:
            raise ValueError("SHARD_PROCESSES and SHARD_ORDINAL go together; set both or neither")
        if self.shard_ids is not None:
            raise ValueError("SHARD_IDS and SHARD_ORDINAL both name shards; leave out one of them")
        if self.shard_count is None:
            raise ValueError("SHARD_ORDINAL needs SHARD_COUNT; set how many shards there are")
        if processes > self.shard_count:
            raise ValueError(
                f"SHARD_PROCESSES is {processes}, more than there are shards ({self.shard_count}); "
                "run fewer processes or raise SHARD_COUNT"
            )
        if ordinal >= processes:
            raise ValueError(
                f"SHARD_ORDINAL is {ordinal}, outside 0 to {processes - 1}; change it or "
                "SHARD_PROCESSES"
            )
        # The settings are frozen for everybody else.
        object.__setattr__(self, "shard_ids", tuple(range(ordinal, self.shard_count, processes)))
        return self

    @model_validator(mode="after")
    def _shards_exist(self) -> Self:
        if self.shard_ids is not None:
            if self.shard_count is None:
                raise ValueError("SHARD_IDS needs SHARD_COUNT; set both or neither")
            if not self.shard_ids:
                raise ValueError("SHARD_IDS names no shard; name some or leave it out")
            if not all(0 <= shard < self.shard_count for shard in self.shard_ids):
                most = self.shard_count - 1
                raise ValueError(
                    f"SHARD_IDS names a shard outside 0 to {most}; change one of the two"
                )
        return self

    @property
    def all_shards(self) -> bool:
        """Whether this process holds every shard, and so sees every server."""
        return self.shard_ids is None or len(set(self.shard_ids)) == self.shard_count


def load_settings() -> Settings:
    """The settings of this process. Raises SettingsError."""
    try:
        return Settings()
    except ValidationError as error:
        raise SettingsError(_sentence(error)) from None
    except UnicodeDecodeError:
        raise SettingsError(".env is not UTF-8; save it as UTF-8 text") from None
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise SettingsError(f".env cannot be read ({reason}); make it readable") from None


_OWN_WORDS = {
    "bool_parsing": "it is not on or off",
    "int_parsing": "it is no whole number",
    "int_parsing_size": "the number is too large",
    "greater_than": "it is not above {gt}",
    "greater_than_equal": "it is below {ge}",
    "less_than_equal": "it is above {le}",
    "literal_error": "it is not {expected}",
}


def _sentence(error: ValidationError) -> str:
    """The first fault, without the value: it may be a secret."""
    fault = error.errors(include_input=False, include_url=False)[0]
    said = fault["msg"].removeprefix("Value error, ")
    if not fault["loc"]:
        return said
    name = str(fault["loc"][0]).upper()
    if fault["type"] in _OWN_WORDS:
        said = _OWN_WORDS[fault["type"]].format(**fault.get("ctx", {})).replace("'", "")
    return f"{name} cannot be used ({said}); fix it in the environment or in .env"
