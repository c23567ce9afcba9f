"""How fast and how right the extractor is, beside other extractors, on the same pages in the same run."""
