"""What members can do in Discord: a file a family of commands, and what they share."""
