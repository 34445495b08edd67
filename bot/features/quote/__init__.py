"""/quote: a quotation, about a topic or any."""
