"""What goes wrong on demand with requests over REST."""

import math
import re
from dataclasses import dataclass, field
from enum import Enum

ALWAYS = math.inf


class Way(Enum):
    """How a request fails that gets no proper answer."""

    HANG = "no answer ever comes"
    RESET = "the connection is cut"


@dataclass
class Fault:
    """The next `times` requests that fit fail: with an HTTP status, or in another way.

    `carried_out` says that what was asked is done all the same; `retry_after` are seconds for 429.
    """

    method: str
    path: str
    failure: int | Way
    times: float = 1
    carried_out: bool = False
    retry_after: float = 0.0
    met: int = field(default=0, init=False)

    def takes(self, method: str, path: str) -> bool:
        """Whether the request is one of those that fail, which uses up one of the times."""
        fits = method == self.method and re.fullmatch(self.path, path) is not None
        if not fits or self.met >= self.times:
            return False
        self.met += 1
        return True
