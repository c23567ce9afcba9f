"""When an article was published and changed: the dates that its page gives, and which of them is believed."""
