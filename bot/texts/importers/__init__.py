"""From a file of any common format to a clean text that can be quoted."""
