"""The files that a person names: themselves, those in a folder, those in a ZIP."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, NamedTuple
from zipfile import BadZipFile, ZipFile

from bot.errors import UserError
from bot.texts.importers.formats import MAX_BYTES, SUFFIXES

_MOST_FILES = 500
_MOST_MEMBERS = 10_000
_MOST_IN_ALL = 200_000_000  # bytes


class File(NamedTuple):
    """A file to read: where it stands, and how to get its bytes."""

    name: str
    path: str
    within: str | None = None  # its name in the ZIP at `path`

    def read(self) -> bytes:
        """The bytes of the file. Raises UserError if they cannot be had, or are too many."""
        if self.within is None:
            return _read(self.path)
        try:
            with opened(self.path, self.path) as archive:
                return unpacked(archive, self.within, self.path)
        except OSError as error:
            raise _unreadable(self.path, error) from None


def files_named(path: str) -> list[File]:
    """The files to read in `path`, a file, a folder or a ZIP. Raises UserError if there is none."""
    try:
        if os.path.isdir(path):
            found = list(_in_folder(path))
        elif not os.path.exists(path):
            raise UserError(f"{path}: there is no such file or folder; name one that holds a text")
        elif os.path.splitext(path)[1].lower() == ".zip":
            found = list(_in_zip(path))
        else:
            return [File(path, path)]
    except OSError as error:
        raise _unreadable(path, error) from None
    if not found:
        raise UserError(
            f"{path}: no text is in it; put a text, Markdown, HTML, EPUB, DOCX or PDF there"
        )
    if len(found) > _MOST_FILES:
        raise UserError(
            f"{path}: {len(found):,} files are in it; {_MOST_FILES} is the most at once"
        )
    return found


@contextmanager
def opened(file: str | IO[bytes], path: str) -> Iterator[ZipFile]:
    """The archive in `file`, which is called `path`.

    Raises UserError if it is damaged, or would be too much unpacked.
    """
    try:
        archive = ZipFile(file)
    except (BadZipFile, EOFError, NotImplementedError, OverflowError, ValueError) as error:
        raise _damaged(path) from error
    with archive:
        members = archive.infolist()
        size = sum(one.file_size for one in members)
        if len(members) > _MOST_MEMBERS or size > _MOST_IN_ALL:
            raise UserError(f"{path}: unpacked, it would be too large for a text; split it")
        yield archive


def unpacked(archive: ZipFile, name: str, path: str) -> bytes:
    """The member `name` of the archive at `path`.

    Raises UserError if it is encrypted, damaged, or larger than any text.
    """
    try:
        info = archive.getinfo(name)
        if info.flag_bits & 1:
            raise UserError(f"{path}: {name} is encrypted; unpack it with its password first")
        with archive.open(info) as member:
            data = member.read(MAX_BYTES + 1)
    except KeyError:
        raise UserError(f"{path}: {name} is missing in it; save the file again") from None
    except (BadZipFile, EOFError, NotImplementedError, ValueError) as error:
        raise _damaged(path) from error
    except Exception as error:
        if type(error).__module__ in ("zlib", "lzma", "_lzma", "bz2"):
            raise _damaged(path) from error
        raise
    if len(data) > MAX_BYTES:
        raise UserError(
            f"{path}: {name} has more than {MAX_BYTES / 1e6:.0f} MB unpacked; it is too large for a text"
        )
    return data


def _read(path: str) -> bytes:
    try:
        with open(path, "rb") as file:
            return file.read(MAX_BYTES + 1)
    except OSError as error:
        raise _unreadable(path, error) from None


def _in_folder(folder: str) -> Iterator[File]:
    for above, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith((".", "_")))
        for name in sorted(names):
            if _is_text(name):
                path = os.path.join(above, name)
                yield File(path, path)


def _in_zip(path: str) -> Iterator[File]:
    with opened(path, path) as archive:
        for info in archive.infolist():
            if not info.is_dir() and _is_text(info.filename):
                yield File(f"{path}/{info.filename}", path, info.filename)


def _is_text(name: str) -> bool:
    parts = name.split("/")
    hidden = any(part.startswith((".", "__MACOSX")) for part in parts if part not in (".", ".."))
    stem, suffix = os.path.splitext(parts[-1])
    return suffix.lower() in SUFFIXES and not hidden and stem.upper() != "README"


def _damaged(path: str) -> UserError:
    return UserError(f"{path}: it is damaged; download or save it again")


def _unreadable(path: str, error: OSError) -> UserError:
    reason = (error.strerror or str(error)).lower()
    return UserError(f"{path}: it cannot be read ({reason}); make it readable")
