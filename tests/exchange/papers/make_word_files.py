"""Made-up Word files, put together part by part: what real ones hold, and what hostile ones do."""

import io
import zipfile
from collections.abc import Mapping, Sequence
from xml.sax.saxutils import quoteattr

OFFICE = "http://schemas.openxmlformats.org"
W = f"{OFFICE}/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
W15 = "http://schemas.microsoft.com/office/word/2012/wordml"
BEFORE_RELEASE = "http://schemas.microsoft.com/office/word/2010/11/wordml"
WHEN = "2026-02-03T10:11:00Z"
STYLES = {"Title": "Title", "Ttulo1": "heading 1", "berschrift2": "Heading 2", "10": "heading 3"}
"""Names of styles by ids, as other languages have them."""


def run(words: str, *, properties: str = "") -> str:
    """Words in one run."""
    props = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{props}<w:t xml:space="preserve">{words}</w:t></w:r>'


def p(*inner: str, properties: str = "") -> str:
    """A paragraph."""
    props = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    return f"<w:p>{props}{''.join(inner)}</w:p>"


def start(id_: str) -> str:
    """Where a comment's passage begins."""
    return f'<w:commentRangeStart w:id="{id_}"/>'


def end(id_: str) -> str:
    """Where it ends, and its mark."""
    return f'<w:commentRangeEnd w:id="{id_}"/>{mark(id_)}'


def mark(id_: str) -> str:
    """The mark of a comment alone."""
    return f'<w:r><w:commentReference w:id="{id_}"/></w:r>'


def said_of(id_: str, inner: str) -> str:
    """A passage with a comment."""
    return start(id_) + inner + end(id_)


def changed(kind: str, inner: str, who: str = "Ben Moss", when: str = WHEN) -> str:
    """A tracked change."""
    return f'<w:{kind} w:id="9" w:author="{who}" w:date="{when}">{inner}</w:{kind}>'


def deleted(words: str, who: str = "Ben Moss") -> str:
    """Words that somebody took out."""
    text = f'<w:r><w:delText xml:space="preserve">{words}</w:delText></w:r>'
    return changed("del", text, who)


def inserted(words: str, who: str = "Ben Moss") -> str:
    """Words that somebody put in."""
    return changed("ins", run(words), who)


def comment(
    id_: str, text: str, who: str = "Carys Hale", when: str = WHEN, *, paragraph: str = ""
) -> str:
    """A comment; each line of it is a paragraph, and the last has an id of its own."""
    lines = text.split("\n")
    inner = "".join(p(run(line)) for line in lines[:-1])
    inner += f'<w:p w14:paraId="{paragraph or id_.zfill(8)}">{run(lines[-1])}</w:p>'
    initials = "".join(part[0] for part in who.split())
    attributes = (
        f'w:id="{id_}" w:author={quoteattr(who)} w:date="{when}" w:initials={quoteattr(initials)}'
    )
    return f"<w:comment {attributes}>{inner}</w:comment>"


def thread(id_: str, *, answers: str = "", done: bool = False) -> str:
    """What the part about threads says of a comment."""
    parent = f' w15:paraIdParent="{answers.zfill(8)}"' if answers else ""
    return f'<w15:commentEx w15:paraId="{id_.zfill(8)}"{parent} w15:done="{int(done)}"/>'


def table(*rows: Sequence[str]) -> str:
    """A table; each cell is given as its paragraphs."""
    cells = ["".join(f"<w:tc>{cell}</w:tc>" for cell in row) for row in rows]
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


def styles() -> str:
    """The part that names the styles."""
    each = (
        f'<w:style w:styleId="{id_}"><w:name w:val="{name}"/></w:style>'
        for id_, name in STYLES.items()
    )
    return f"<w:styles>{''.join(each)}</w:styles>"


def numbering(*levels: tuple[str, str]) -> str:
    """A part with one list whose levels are of these kinds: (format, first number)."""
    each = (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="{first}"/><w:numFmt w:val="{kind}"/></w:lvl>'
        for at, (kind, first) in enumerate(levels)
    )
    form = f'<w:abstractNum w:abstractNumId="0">{"".join(each)}</w:abstractNum>'
    return (
        f'<w:numbering>{form}<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )


def in_list(depth: int = 0) -> str:
    """The properties of an item."""
    return f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="1"/></w:numPr>'


def notes(*texts: str, kind: str = "footnote") -> str:
    """Footnotes from 1 on, behind the line that parts them from the text."""
    each = "".join(
        f'<w:{kind} w:id="{at}">{p(run(text))}</w:{kind}>' for at, text in enumerate(texts, 1)
    )
    line = f'<w:{kind} w:id="0" w:type="separator">{p(run("-----"))}</w:{kind}>'
    return f"<w:{kind}s>{line}{each}</w:{kind}s>"


def word_file(
    *body: str,
    comments: Sequence[str] = (),
    threads: Sequence[str] = (),
    parts: Mapping[str, str] | None = None,
    namespace: str = W,
    threads_in: str = W15,
    folder: str = "word",
) -> bytes:
    """A Word file. `parts` are others by what they are to the document: styles, footnotes ..."""
    beside = dict(parts or {})
    if comments:
        beside["comments"] = f"<w:comments>{''.join(comments)}</w:comments>"
    if threads:
        beside["commentsExtended"] = f"<w15:commentsEx>{''.join(threads)}</w15:commentsEx>"
    members = {
        "_rels/.rels": _relations({"officeDocument": f"{folder}/document.xml"}),
        f"{folder}/document.xml": f"<w:document><w:body>{''.join(body)}</w:body></w:document>",
        f"{folder}/_rels/document.xml.rels": _relations({kind: f"{kind}9.xml" for kind in beside}),
        **{f"{folder}/{kind}9.xml": xml for kind, xml in beside.items()},
    }
    spaces = f'xmlns:w="{namespace}" xmlns:w14="{W14}" xmlns:w15="{threads_in}"'
    return zipped({name: _declared(xml, spaces) for name, xml in members.items()})


def _relations(targets: Mapping[str, str]) -> str:
    each = (
        f'<Relationship Id="r{at}" Type="{OFFICE}/relationships/{kind}" Target="{target}"/>'
        for at, (kind, target) in enumerate(targets.items())
    )
    space = f"{OFFICE}/package/2006/relationships"
    return f'<Relationships xmlns="{space}">{"".join(each)}</Relationships>'


def _declared(xml: str, spaces: str) -> str:
    """A part with its namespaces on its root."""
    root, rest = xml[: (at := xml.index(">"))], xml[at:]
    return f"{root} {spaces}{rest}" if root.startswith(("<w:", "<w15:")) else xml


def zipped(members: Mapping[str, str | bytes], *, stored: bool = False) -> bytes:
    """A zip of these members."""
    file = io.BytesIO()
    how = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
    with zipfile.ZipFile(file, "w", how) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return file.getvalue()
