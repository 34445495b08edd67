"""/quote: a quotation to come upon, about a topic or any."""
