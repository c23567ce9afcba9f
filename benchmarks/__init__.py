"""Measures the speed and accuracy of the extractor beside other extractors, on the same pages in one run."""
