"""Errors that are told in a sentence: to the person who asked, or to the operator."""


class UserError(Exception):
    """A mistake of the person who asked; its str is one sentence: what happened, what to do."""


class OperatorError(Exception):
    """What only the operator can fix; its str is one sentence, for the log and the command line.

    Members get a neutral sentence with a reference instead.
    """
