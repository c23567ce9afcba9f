"""Spiders: they fetch and discover; they know nothing about articles."""
