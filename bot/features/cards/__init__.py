"""Quote cards: a quotation with its source as a picture."""
