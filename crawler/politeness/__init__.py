"""What a crawler owes to the sites that it visits: their robots.txt and their pace."""
