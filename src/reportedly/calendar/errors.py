"""The error of this folder."""

from reportedly.errors import ReportedlyError


class DateFormatError(ReportedlyError, ValueError):
    """A string is not a date or part of one; the message shows it and the forms that are."""
