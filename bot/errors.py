"""Errors with a one-sentence message: for the person who asked, or for the operator."""


class UserError(Exception):
    """An error to show to the person who asked; its str says what happened and what to do."""


class OperatorError(Exception):
    """An error that only the operator can fix; its str is for the log and the command line.

    Members get a neutral sentence with a reference instead.
    """
