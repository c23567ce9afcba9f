"""Lists the ways in which editors mark the kind of an article, its deck, access and rights."""
