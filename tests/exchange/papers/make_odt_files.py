"""Made-up OpenDocument texts, put together by hand."""

from tests.exchange.papers.make_word_files import zipped

SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{path}:1.0"'
    for name, path in (
        ("office", "office"), ("text", "text"), ("table", "table"), ("style", "style"),
        ("fo", "xsl-fo-compatible"), ("meta", "meta"), ("draw", "drawing"),
    )
) + ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:loext="urn:loext"'  # fmt: skip
STYLES = (
    '<style:style style:name="T1"><style:text-properties fo:font-weight="bold"/></style:style>'
    '<style:style style:name="P1" style:parent-style-name="Title"/>'
    '<style:style style:name="Title"/>'
    '<text:list-style style:name="L1"><text:list-level-style-number text:level="1"/>'
    '<text:list-level-style-bullet text:level="2"/></text:list-style>'
)


def odt_file(body: str, mimetype: str = "application/vnd.oasis.opendocument.text") -> bytes:
    content = (
        f"<office:document-content {SPACES}><office:automatic-styles>{STYLES}"
        f"</office:automatic-styles><office:body><office:text>{body}</office:text></office:body>"
        "</office:document-content>"
    )
    return zipped({"mimetype": mimetype, "content.xml": content})


def note(name: str, text: str, who: str = "Carys Hale", more: str = "") -> str:
    return (
        f'<office:annotation office:name="{name}" {more}><dc:creator>{who}</dc:creator>'
        f"<dc:date>2026-02-03T10:11:12.5</dc:date><meta:creator-initials>CH</meta:creator-initials>"
        f"<text:p>{text}</text:p></office:annotation>"
    )
