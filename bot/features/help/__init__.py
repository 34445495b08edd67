"""/help and /privacy: what the bot does, and what it stores."""
