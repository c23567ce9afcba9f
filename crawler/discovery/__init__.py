"""What a response is and where it leads: feeds, sitemaps, lists, pagers and links."""
