"""The page of figures, read as Prometheus reads it."""

from prometheus_client.parser import text_string_to_metric_families


class Page:
    """The samples of a page, by name and labels."""

    def __init__(self, text: bytes | str) -> None:
        text = text.decode() if isinstance(text, bytes) else text
        self.samples = {
            (sample.name, frozenset(sample.labels.items())): sample.value
            for family in text_string_to_metric_families(text)
            for sample in family.samples
        }

    def value(self, name: str, **labels: str) -> float:
        """The value of one sample."""
        return self.samples[name, frozenset(labels.items())]

    def has(self, name: str, **labels: str) -> bool:
        """Whether there is such a sample."""
        return (name, frozenset(labels.items())) in self.samples

    def sum(self, name: str) -> float:
        """The sum over all labels."""
        return sum(value for (found, _), value in self.samples.items() if found == name)
