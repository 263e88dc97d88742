"""A page to print: one HTML file without scripts, made from the same Markdown as every page out."""

from html import escape
from itertools import pairwise
from pathlib import PurePath

from markdown_it import MarkdownIt

ENDINGS = (".html", ".htm")
_ALIVE = ("html_block", "html_inline", "autolink", "link", "image", "reference")
_STYLE = """
  :root { color-scheme: light; }
  body { font: 12pt/1.45 Georgia, 'Times New Roman', serif; color: black; background: white;
         max-width: 46em; margin: 2em auto; padding: 0 1em; overflow-wrap: anywhere; }
  h1, h2, h3 { font-family: 'Helvetica Neue', Arial, sans-serif; line-height: 1.2;
               break-after: avoid; }
  h1 { font-size: 20pt; } h2 { font-size: 15pt; margin-top: 1.6em; } h3 { font-size: 12.5pt; }
  table { border-collapse: collapse; width: 100%; font-size: 10.5pt; }
  th, td { border: 1px solid dimgray; padding: .3em .5em; text-align: left; vertical-align: top; }
  th { background: whitesmoke; } thead { display: table-header-group; }
  tr, li { break-inside: avoid; }
  blockquote { border-left: 3px solid dimgray; margin-left: 0; padding-left: 1em; }
  @page { margin: 18mm; }
  @media print { body { margin: 0; max-width: none; padding: 0; } }
"""


def page_html_out(markdown: str) -> str:
    """Return a whole HTML page of a Markdown page; its first heading is the title.

    Nothing in it is alive: no script, no link, no picture, nothing fetched from elsewhere, and
    HTML in the Markdown shows letter by letter.
    """
    reader = MarkdownIt("commonmark").enable("table").disable(list(_ALIVE))
    tokens = reader.parse(markdown)
    titles = (words.children for sign, words in pairwise(tokens) if sign.type == "heading_open")
    title = "".join(child.content for child in next(titles, None) or ())
    return html_page(title, reader.renderer.render(tokens, reader.options, {}))


def html_page(title: str, body: str, style: str = "") -> str:
    """Return a whole page of a body in which every text is escaped already."""
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width">\n'
        '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; '
        "style-src 'unsafe-inline'\">\n"
        f"<title>{escape(title or 'cartui')}</title>\n<style>{_STYLE}{style}</style>\n</head>\n"
        f"<body>\n{body}</body>\n</html>\n"
    )


def page_out(markdown: str, name: str | PurePath) -> str:
    """Return a page in the form that its file's name asks for: HTML for `.html`, else Markdown."""
    wants_html = PurePath(name).suffix.lower() in ENDINGS
    return page_html_out(markdown) if wants_html else markdown
