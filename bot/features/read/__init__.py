"""/essay: read the text, see facts about it, and browse its topics."""
