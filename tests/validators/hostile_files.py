"""Files that no editor would send and somebody will: what import_check.py gives to `quoin import`.

Each maker returns (file name, bytes). REFUSED must end with an error; SURVIVED may also be imported, since they are
only strange.
"""

import io
import random
import struct
import zipfile

MEGABYTE = 1_000_000
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
CONTENT_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/word/document.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>')
BOMB = ('<?xml version="1.0"?><!DOCTYPE lol [<!ENTITY a "lollollollollollollol">'
        + "".join(f'<!ENTITY {name} "{f"&{before};" * 10}">' for before, name in zip("abcdefghi", "bcdefghij")) + "]>")
EXTERNAL = '<?xml version="1.0"?><!DOCTYPE lol [<!ENTITY j SYSTEM "file:///etc/hostname">]>'
CONTAINER = ('<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
             '<rootfile full-path="{opf}" media-type="application/oebps-package+xml"/></rootfiles></container>')


def archive(entries, level=9):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=level) as out:
        for name, content in entries:
            info = zipfile.ZipInfo(name, (2020, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            out.writestr(info, content)
    return buffer.getvalue()


def paragraph(text):
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def docx(body=None, document=None, extra=(), relations=""):
    text = document or f'<w:document xmlns:w="{WORD}"><w:body>{body or paragraph("A line of text.")}</w:body></w:document>'
    return archive([
        ("[Content_Types].xml", CONTENT_TYPES),
        ("_rels/.rels", f'<Relationships xmlns="{RELATIONS}"><Relationship Id="r1" Type="{OFFICE_RELATIONS}/officeDocument" '
                        'Target="word/document.xml"/></Relationships>'),
        ("word/_rels/document.xml.rels", f'<Relationships xmlns="{RELATIONS}">{relations}</Relationships>'),
        ("word/document.xml", text), *extra])


def odt(content, extra=()):
    return archive([
        ("mimetype", "application/vnd.oasis.opendocument.text"),
        ("META-INF/manifest.xml", '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
                                  '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
                                  '</manifest:manifest>'),
        ("content.xml", content), *extra])


def odt_content(body):
    return ('<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
            'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text>'
            f'{body}</office:text></office:body></office:document-content>')


def epub(chapter, href="a.xhtml", extra=(), opf="book.opf"):
    package = ('<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="i"><metadata '
               'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>T</dc:title><dc:language>en</dc:language>'
               '<dc:identifier id="i">urn:x</dc:identifier></metadata><manifest>'
               f'<item id="a" href="{href}" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="a"/></spine></package>')
    return archive([("mimetype", "application/epub+zip"), ("META-INF/container.xml", CONTAINER.format(opf=opf)),
                    ("book.opf", package), ("a.xhtml", chapter), *extra])


def xhtml(body, head=""):
    return (f'{head}<html xmlns="http://www.w3.org/1999/xhtml"><head><title>T</title></head><body>{body}</body></html>')


def encrypted(data):
    """The flag of encryption on every entry."""
    data = bytearray(data)
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(signature)
        while at >= 0:
            flags = struct.unpack_from("<H", data, at + offset)[0]
            struct.pack_into("<H", data, at + offset, flags | 1)
            at = data.find(signature, at + 4)
    return bytes(data)


def nested(opening, closing, depth, inside):
    return opening * depth + inside + closing * depth


def junk(size):
    return random.Random(6).randbytes(size)


ODT_ENCRYPTED = (
    '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry '
    'manifest:full-path="content.xml" manifest:media-type="text/xml"><manifest:encryption-data manifest:checksum="x"/>'
    '</manifest:file-entry></manifest:manifest>')
EPUB_ENCRYPTED = (
    '<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container" xmlns:enc="http://www.w3.org/2001/04/xmlenc#">'
    '<enc:EncryptedData><enc:EncryptionMethod Algorithm="http://www.w3.org/2001/04/xmlenc#aes128-cbc"/><enc:CipherData>'
    '<enc:CipherReference URI="a.xhtml"/></enc:CipherData></enc:EncryptedData></encryption>')

REFUSED = {
    "empty-docx": lambda: ("a.docx", b""),
    "empty-odt": lambda: ("a.odt", b""),
    "empty-epub": lambda: ("a.epub", b""),
    "empty-text": lambda: ("a.txt", b""),
    "blank-text": lambda: ("a.txt", b" \n\n\t\n \r\n"),
    "empty-html": lambda: ("a.html", b""),
    "junk-docx": lambda: ("a.docx", junk(40_000)),
    "junk-epub": lambda: ("a.epub", b"PK\x03\x04" + junk(40_000)),
    "truncated-docx": lambda: ("a.docx", docx(extra=[("word/junk.bin", junk(9000))])[:-5000]),
    "truncated-odt": lambda: ("a.odt", odt(odt_content("<text:p>A</text:p>"), [("x.bin", junk(9000))])[:6000]),
    "truncated-epub": lambda: ("a.epub", epub(xhtml("<p>A</p>"), extra=[("x.bin", junk(9000))])[:6000]),
    "truncated-xml": lambda: ("a.docx", docx(document=f'<w:document xmlns:w="{WORD}"><w:body>{paragraph("A")}<w:p')),
    "no-document-part": lambda: ("a.docx", archive([("[Content_Types].xml", CONTENT_TYPES)])),
    "no-content": lambda: ("a.odt", archive([("mimetype", "application/vnd.oasis.opendocument.text")])),
    "chapter-missing": lambda: ("a.epub", epub(xhtml("<p>A</p>"), href="b.xhtml")),
    "chapter-outside": lambda: ("a.epub", epub(xhtml("<p>A</p>"), href="../../../../etc/hostname")),
    "encrypted-zip": lambda: ("a.docx", encrypted(docx())),
    "encrypted-word": lambda: ("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + junk(8192)),
    "encrypted-odt": lambda: ("a.odt", archive([("mimetype", "application/vnd.oasis.opendocument.text"),
                                               ("META-INF/manifest.xml", ODT_ENCRYPTED), ("content.xml", junk(900))])),
    "encrypted-epub": lambda: ("a.epub", epub(junk(500), extra=[("META-INF/encryption.xml", EPUB_ENCRYPTED)])),
    "zip-bomb-docx": lambda: ("a.docx", docx(body=" " * (300 * MEGABYTE))),
    "zip-bomb-odt": lambda: ("a.odt", odt(odt_content("<text:p>" + " " * (300 * MEGABYTE) + "</text:p>"))),
    "zip-bomb-epub": lambda: ("a.epub", epub(xhtml("<p>A</p>"), extra=[("big.bin", bytes(300 * MEGABYTE))])),
    "many-entries": lambda: ("a.docx", docx(extra=[(f"x/{number}", b"") for number in range(30_000)])),
    "name-outside": lambda: ("a.epub", epub(xhtml("<p>A</p>"), extra=[("../../outside.txt", b"out")])),
    "entity-bomb-odt": lambda: ("a.odt", odt(BOMB + odt_content("<text:p>&j;</text:p>"))),
    "deep-docx": lambda: ("a.docx", docx(body=nested("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>", 50_000, paragraph("A")))),
    "deep-odt": lambda: ("a.odt", odt(odt_content(nested("<text:section>", "</text:section>", 100_000, "<text:p>A</text:p>")))),
}

SURVIVED = {
    "no-package": lambda: ("a.epub", epub(xhtml("<p>A</p>"), opf="other.opf")),
    "entity-bomb-docx": lambda: ("a.docx", docx(document=f'{BOMB}<w:document xmlns:w="{WORD}"><w:body>{paragraph("&j;")}'
                                                         '</w:body></w:document>')),
    "deep-epub": lambda: ("a.epub", epub(xhtml(nested("<div>", "</div>", 100_000, "<p>A</p>")))),
    "deep-html": lambda: ("a.html", xhtml(nested("<div>", "</div>", 200_000, "<p>A</p>")).encode()),
    "entity-bomb-epub": lambda: ("a.epub", epub(xhtml("<p>A line &j;</p>", BOMB))),
    "entity-outside-epub": lambda: ("a.epub", epub(xhtml("<p>A line &j;</p>", EXTERNAL))),
    "entity-outside-docx": lambda: ("a.docx", docx(document=f'{EXTERNAL}<w:document xmlns:w="{WORD}"><w:body>'
                                                            f'{paragraph("A &j;")}</w:body></w:document>')),
    "picture-outside": lambda: ("a.docx", docx(relations=f'<Relationship Id="p" Type="{OFFICE_RELATIONS}/image" '
                                                         'Target="../../../../etc/hostname"/>')),
    "html-of-brackets": lambda: ("a.html", b"<" * 300_000),
    "html-of-open-tags": lambda: ("a.html", b"<p><i><b>" * 30_000),
    "text-of-junk": lambda: ("a.txt", junk(200_000)),
    "text-with-nul": lambda: ("a.txt", b"A title\n\nA paragraph with\0 a nul.\n" * 50),
    "one-line-of-5-mb": lambda: ("a.txt", b"word " * MEGABYTE),
    "one-word-of-1-mb": lambda: ("a.txt", b"x" * MEGABYTE),
    "line-of-stars": lambda: ("a.txt", b"*a **b " * 60_000),
    "line-of-brackets": lambda: ("a.txt", b"[" * 100_000 + b"](" * 50_000),
    "50000-open-lines": lambda: ("a.txt", b"An open line that nothing closes and that goes on for a while until\n\n" * 50_000),
    "50000-note-marks": lambda: ("a.txt", b"A title\n\nNotes\n\n" + b"".join(b"%d) x\n\n" % n for n in range(1, 50_000))),
    "50000-calls": lambda: ("a.txt", b"A title\n\n" + b"word.[1] " * 50_000 + b"\n\nNotes\n\n[1] x\n"),
    "20000-dates": lambda: ("a.txt", b"Title\n\nBy A. Nobody, 3 May 2021\n\nSome text.\n\n" * 20_000),
    "hyphens": lambda: ("a.txt", b"in-\n\n" * 30_000),
    "utf-16-cut": lambda: ("a.txt", "A title\n\nA paragraph.\n".encode("utf-16")[:-1]),
    "bad-utf-8": lambda: ("a.txt", b"A title\n\n\xff\xfe\xc0\x80 and \xed\xa0\x80 more\n"),
}
