"""Defines the error for arguments of spiders."""


class ArgumentError(ValueError):
    """Raised for an invalid argument of a spider; the message gives the remedy."""
