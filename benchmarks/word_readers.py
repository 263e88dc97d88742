"""How other libraries read a Word file's comments and changes, each said in our own words.

What a library does not tell is left out; `benchmarks.word_files` counts what is there and right.
"""

import io
import re
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from cartui.exchange.draft_files import read_draft
from cartui.services.draft_found import found_in

Said = dict[str, Any]
Reader = Callable[[bytes], tuple[list[Said], tuple[int, int]]]


def ours(raw: bytes) -> tuple[list[Said], tuple[int, int]]:
    """cartui."""
    found = found_in(read_draft(raw, "a.docx"))
    fields = [{name: getattr(e, name) for name in e.__struct_fields__} for e in found.comments]
    return fields, (found.n_insertions, found.n_deletions)


def python_docx(raw: bytes) -> tuple[list[Said], tuple[int, int]]:
    """python-docx: comments without ranges and threads."""
    document = import_module("docx").Document(io.BytesIO(raw))
    found = [
        {"id": str(e.comment_id), "author": e.author, "text": e.text,
         "date": e.timestamp.strftime("%Y-%m-%dT%H:%M:%SZ") if e.timestamp else ""}
        for e in document.comments
    ]  # fmt: skip
    return found, (0, 0)


def docx2python(raw: bytes) -> tuple[list[Said], tuple[int, int]]:
    """docx2python: comments with their ranges, without threads."""
    with import_module("docx2python").docx2python(io.BytesIO(raw)) as document:
        found = [
            {"id": None, "author": author, "date": date, "text": text, "anchored_text": anchor}
            for anchor, author, date, text in document.comments
        ]
    return found, (0, 0)


def mammoth(raw: bytes) -> tuple[list[Said], tuple[int, int]]:
    """mammoth: comments as notes of a page, without author, range or thread."""
    page = import_module("mammoth").convert_to_html(
        io.BytesIO(raw), style_map="comment-reference => sup"
    ).value  # fmt: skip
    notes = re.findall(r'<dt id="comment-(\d+)">.*?<dd>(.*?)</dd>', page, re.DOTALL)
    return [{"id": id_, "text": re.sub(r"<[^>]+>|↑", "", text)} for id_, text in notes], (0, 0)


def markitdown(raw: bytes) -> tuple[list[Said], tuple[int, int]]:
    """markitdown: Markdown made by way of mammoth, whose notes of comments would end in a link."""
    words = import_module("markitdown").MarkItDown().convert_stream(
        io.BytesIO(raw), file_extension=".docx"
    ).markdown  # fmt: skip
    return [{"id": id_} for id_ in re.findall(r"#comment-ref-(\d+)", words)], (0, 0)


def all2md(raw: bytes) -> tuple[list[Said], tuple[int, int]]:
    """all2md: comments with ranges and threads; whether one is resolved is looked for too."""
    options = import_module("all2md.options.docx").DocxOptions
    tree = import_module("all2md").to_ast(
        io.BytesIO(raw), source_format="docx",
        parser_options=options(include_comments=True, revisions="mark"),
    )  # fmt: skip
    nodes = list(_nodes(tree, set()))
    comments = [e for e in nodes if type(e).__name__.startswith("Comment")]
    ids = {e.metadata.get("label"): e.metadata.get("identifier") for e in comments}
    found = [
        {"id": e.metadata.get("identifier"), "author": e.metadata.get("author"),
         "date": e.metadata.get("date"), "text": e.content,
         "anchored_text": e.metadata.get("anchored_text"),
         "parent": ids.get(e.metadata.get("parent_label")),
         "resolved": bool(e.metadata.get("resolved") or e.metadata.get("done"))}
        for e in comments
    ]  # fmt: skip
    changes = [e.metadata.get("revision") for e in nodes if hasattr(e, "metadata")]
    kinds = [kind for kind, _ in {(e["type"], e["id"]) for e in changes if e}]
    return found, (kinds.count("insert"), kinds.count("delete"))


def _nodes(node: Any, seen: set[int]) -> Iterator[Any]:
    """Yield a node of a tree and all beneath it, each once."""
    if id(node) in seen:
        return
    seen.add(id(node))
    yield node
    for inner in vars(node).values():
        for each in inner if isinstance(inner, list) else [inner]:
            if type(each).__module__.startswith("all2md.ast"):
                yield from _nodes(each, seen)


def docx_editor(raw: bytes) -> tuple[list[Said], tuple[int, int]]:
    """docx-editor: threads and states without ranges; it reads files, not bytes."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "a.docx"
        path.write_bytes(raw)
        document = import_module("docx_editor").Document.open(path)
        comments, revisions = document.list_comments(), document.list_revisions()
        document.close()
    kinds = [each.type for each in revisions if each.text]
    changes = (kinds.count("insertion"), kinds.count("deletion"))
    return [said for each in comments for said in _thread(each, None)], changes


def _thread(comment: Any, parent: str | None) -> Iterator[Said]:
    """Yield a comment of docx-editor and the replies to it."""
    date = comment.date.strftime("%Y-%m-%dT%H:%M:%SZ") if comment.date else ""
    yield {"id": str(comment.id), "author": comment.author, "date": date, "text": comment.text,
           "parent": parent, "resolved": comment.resolved}  # fmt: skip
    for reply in comment.replies:
        yield from _thread(reply, str(comment.id))


def docx_revisions(raw: bytes) -> tuple[list[Said], tuple[int, int]]:
    """docx-revisions: tracked changes alone."""
    document = import_module("docx_revisions").RevisionDocument(io.BytesIO(raw))
    kinds = [type(each).__name__ for each in document.track_changes if each.text]
    return [], (kinds.count("TrackedInsertion"), kinds.count("TrackedDeletion"))


READERS: dict[str, Reader] = {
    "cartui": ours, "python-docx": python_docx, "docx2python": docx2python, "mammoth": mammoth,
    "markitdown": markitdown, "all2md": all2md, "docx-editor": docx_editor,
    "docx-revisions": docx_revisions,
}  # fmt: skip
MODULES = {
    "cartui": "lxml", "python-docx": "docx", "docx-editor": "docx_editor",
    "docx-revisions": "docx_revisions",
}  # fmt: skip
"""What is imported, where it has another name than the library."""
