"""The bundled sample site and its server."""
