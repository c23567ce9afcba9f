"""Requirements of the publisher declarations, and the look-up of a URL's publisher."""
