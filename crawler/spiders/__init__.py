"""Spiders, which fetch and discover; extraction is not their task."""
