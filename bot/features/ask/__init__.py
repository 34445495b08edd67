"""Questions: /ask, the message menu, mentions and direct messages."""
