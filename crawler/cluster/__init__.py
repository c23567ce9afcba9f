"""Runs extraction and crawls on a Dask cluster."""
