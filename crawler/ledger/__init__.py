"""What a crawl knows, on disk: every URL, every revision, the output, and who works in the directory."""
