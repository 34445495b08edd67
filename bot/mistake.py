"""What a person did wrong, as opposed to what the program did wrong."""


class Mistake(Exception):
    """A mistake in usage, settings or a file; its str is one sentence: what, where, the mend."""
