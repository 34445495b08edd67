"""What members can do in Discord: a file or a folder a command family."""
