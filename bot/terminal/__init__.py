"""The commands of `attune`, as a person at a terminal meets them."""
