"""Small files of each format, made for tests."""

import io
from zipfile import ZIP_DEFLATED, ZipFile

CONTAINER = """\
<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0">
<rootfiles><rootfile full-path="book/content.opf" media-type="application/oebps-package+xml"/>
</rootfiles></container>"""
PACKAGE = """\
<package xmlns="http://www.idpf.org/2007/opf" version="3.0">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:title>On Rivers</dc:title><dc:creator>A. Walker</dc:creator><dc:language>en-GB</dc:language>
<dc:date>2021-03-04</dc:date></metadata>
<manifest>{items}</manifest><spine>{spine}</spine></package>"""
CHAPTER = """\
<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops">
<head><title/></head><body>{body}</body></html>"""


def zipped(members: dict[str, str | bytes]) -> bytes:
    """A ZIP that holds `members`."""
    file = io.BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return file.getvalue()


def epub(*bodies: str, **more: str | bytes) -> bytes:
    """An EPUB with a chapter for each of `bodies`, and `more` members by name."""
    names = [f"c{number}.xhtml" for number in range(1, len(bodies) + 1)]
    kind = 'media-type="application/xhtml+xml"'
    items = "".join(f'<item id="{name}" href="{name}" {kind}/>' for name in names)
    spine = "".join(f'<itemref idref="{name}"/>' for name in names)
    chapters = {
        f"book/{name}": CHAPTER.format(body=body) for name, body in zip(names, bodies, strict=True)
    }
    return zipped(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": CONTAINER,
            "book/content.opf": PACKAGE.format(items=items, spine=spine),
            **chapters,
            **more,
        }
    )


def docx(body: str, prologue: str = "") -> bytes:
    """A Word document with the WordprocessingML `body`."""
    word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    package = "http://schemas.openxmlformats.org/package/2006"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    return zipped(
        {
            "[Content_Types].xml": f'<Types xmlns="{package}/content-types">'
            f'<Default Extension="xml" ContentType="application/xml"/>'
            f'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.'
            f'relationships+xml"/><Override PartName="/word/document.xml" ContentType="{main}"/>'
            "</Types>",
            "_rels/.rels": f'<Relationships xmlns="{package}/relationships">'
            f'<Relationship Id="a" Type="{office}" Target="word/document.xml"/></Relationships>',
            "word/styles.xml": f'<w:styles xmlns:w="{word}">'
            + "".join(
                f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{said}"/></w:style>'
                for name, said in (("Title", "Title"), ("H1", "heading 1"))
            )
            + "</w:styles>",
            "word/_rels/document.xml.rels": f'<Relationships xmlns="{package}/relationships">'
            f'<Relationship Id="s" Type="{office.removesuffix("officeDocument")}styles" '
            'Target="styles.xml"/></Relationships>',
            "word/document.xml": f'{prologue}<w:document xmlns:w="{word}"><w:body>{body}</w:body>'
            "</w:document>",
        }
    )


def word_paragraph(text: str, style: str | None = None) -> str:
    """A paragraph of WordprocessingML."""
    styled = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f'<w:p>{styled}<w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def pdf(*pages: list[tuple[int, int, int, str]], trailer: bytes = b"") -> bytes:
    """A PDF whose pages show lines, each (points from the left, from below, size, text); `trailer`
    is what its trailer says more.
    """
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b""]
    objects.append(
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
    )
    kids = []
    for lines in pages:
        shown = "".join(
            f"BT /F1 {size} Tf 1 0 0 1 {x} {y} Tm ({text}) Tj ET\n" for x, y, size, text in lines
        ).encode("cp1252")
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(shown), shown))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R"
            b" /Resources << /Font << /F1 3 0 R >> >> >>" % len(objects)
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b" ".join(kids), len(kids))
    file = b"%PDF-1.4\n"
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(file))
        file += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    return file + (
        b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF"
        % (size, table, size, trailer, len(file))
    )
