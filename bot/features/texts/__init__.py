"""/texts: which texts there are, and which of them a channel asks."""
