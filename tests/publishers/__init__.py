"""What the publisher declarations must hold, and how a URL finds its publisher."""
