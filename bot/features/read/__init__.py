"""/essay: reading the text, what it is, and what it can be asked."""
