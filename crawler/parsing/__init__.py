"""From a page as it was fetched to what is seen in it and its article, here or in a process of its own."""

from crawler.parsing.pages import Fault, FetchedPage, Reading, Terms

__all__ = ["Fault", "FetchedPage", "Reading", "Terms"]
