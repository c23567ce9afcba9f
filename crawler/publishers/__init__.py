"""What is known of publishers and of the content management systems they run on, as data."""
