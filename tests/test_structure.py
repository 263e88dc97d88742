"""The house itself: sizes, names, who imports whom, and that no user text is ever markup."""

import ast
import re
import statistics
from collections.abc import Iterator
from pathlib import Path

import grimp
import pytest
from importlinter.cli import lint_imports

ROOT = Path(__file__).parents[1]
PACKAGES = ("cartui", "screens", "data")
SOURCES = sorted(path for package in PACKAGES for path in (ROOT / package).rglob("*.py"))
TESTS = sorted((ROOT / "tests").rglob("*.py"))
STYLES = sorted(path for package in PACKAGES for path in (ROOT / package).rglob("*.tcss"))
NAMES = {"manager", "helper", "helpers", "util", "utils", "handler", "data", "info", "item"}
NAMES |= {"process", "processor"}
OVERRIDES = {"process_bindings", "_process_component_classes", "handle_data"}
"""Names that Textual and the standard library give to what we override."""

Function = ast.FunctionDef | ast.AsyncFunctionDef


def relative(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def nodes(path: Path) -> Iterator[ast.AST]:
    return ast.walk(ast.parse(path.read_text(encoding="utf-8")))


def lines_of(function: Function) -> int:
    """Count the lines of a function but its docstring and decorators."""
    first = function.body[0]
    says = first if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant) else None
    docstring = (says.end_lineno or 0) - says.lineno + 1 if says is not None else 0
    return (function.end_lineno or 0) - function.lineno + 1 - docstring


# --- sizes (architecture.md 6)


def test_no_file_is_long() -> None:
    lengths = {relative(path): len(path.read_text().splitlines()) for path in SOURCES + TESTS}
    assert {path: length for path, length in lengths.items() if length >= 400} == {}


def test_most_files_are_short() -> None:
    lengths = [len(path.read_text().splitlines()) for path in SOURCES]
    assert statistics.median(lengths) <= 80
    assert statistics.quantiles(lengths, n=10)[-1] <= 250


def test_no_function_is_long() -> None:
    long = {
        f"{relative(path)}:{node.lineno} {node.name}": lines_of(node)
        for path in SOURCES
        for node in nodes(path)
        if isinstance(node, Function) and lines_of(node) > 25
    }
    assert long == {}


def test_no_class_has_too_many_methods() -> None:
    crowded = {
        f"{relative(path)} {node.name}": methods
        for path in SOURCES
        for node in nodes(path)
        if isinstance(node, ast.ClassDef) and (methods := sum(map(is_method, node.body))) > 20
    }
    assert crowded == {}


def is_method(part: ast.stmt) -> bool:
    """Whether this is something a class does: no property, no double-underscored name."""
    return (
        isinstance(part, Function)
        and not part.name.startswith("__")
        and not any("property" in ast.unparse(mark) for mark in part.decorator_list)
    )


# --- names


def words(name: str) -> set[str]:
    """Return the words a name is made of, lower-cased."""
    return {word.lower() for word in re.findall(r"[A-Z]?[a-z0-9]+", name)}


def test_nothing_has_an_empty_name() -> None:
    empty = [
        f"{relative(path)}: {node.name}"
        for path in SOURCES
        for node in nodes(path)
        if isinstance(node, Function | ast.ClassDef)
        and words(node.name) & NAMES
        and node.name not in OVERRIDES
    ]
    empty += [relative(path) for path in SOURCES if words(path.stem) & NAMES]
    assert empty == []


def test_nothing_is_left_over() -> None:
    marks = re.compile(r"\bTO" + r"DO\b|FIX" + r"ME|\bXX" + r"X\b|raise NotImplemented" + "Error")
    # The model of a disk in the fault scripts refuses what it does not model: that is no left-over.
    looked_at = [path for path in SOURCES + TESTS + STYLES if path.name != "replay.py"]
    left = [relative(path) for path in looked_at if marks.search(path.read_text("utf-8"))]
    assert left == []


# --- who imports whom


@pytest.fixture(scope="module")
def graph() -> grimp.ImportGraph:
    """Who imports whom, for type checking too."""
    return grimp.build_graph(*PACKAGES, cache_dir=None)


def test_every_contract_is_kept(capsys: pytest.CaptureFixture[str]) -> None:
    code = lint_imports(config_filename=str(ROOT / "pyproject.toml"), cache_dir=None)
    assert code == 0, capsys.readouterr().out


DOORS = {"cartui.cli", "cartui.app.stage_door", "cartui.commands.exporting"}
"""Who may import the back stage: the app by its one stage door, and the command line."""


def within(module: str, *packages: str) -> bool:
    return any(module == package or module.startswith(f"{package}.") for package in packages)


def test_the_back_stage_has_one_door(graph: grimp.ImportGraph) -> None:
    wing = ("cartui.backstage", "screens.backstage")
    inside = {module for module in graph.modules if within(module, *wing)}
    importers = {by for module in inside for by in graph.find_modules_that_directly_import(module)}
    assert importers - inside <= DOORS


def test_the_apps_own_rooms_are_its_own(graph: grimp.ImportGraph) -> None:
    """What stands beside app.py belongs to the app: nothing below may import it."""
    beside = {f"cartui.{path.stem}" for path in (ROOT / "cartui").glob("*.py")}
    free = {"cartui.__init__", "cartui.crash", "cartui.settings"}
    above = ("cartui.commands", *beside)
    climbs = [
        f"{by} imports {module}"
        for module in beside - free
        if module in graph.modules
        for by in graph.find_modules_that_directly_import(module)
        if not within(by, *above)
    ]
    assert climbs == []


def test_no_imports_go_round_in_a_circle(graph: grimp.ImportGraph) -> None:
    waiting = {m: set(graph.find_modules_directly_imported_by(m)) for m in graph.modules}
    while free := {module for module, needed in waiting.items() if not needed & waiting.keys()}:
        waiting = {module: needed for module, needed in waiting.items() if module not in free}
    assert waiting == {}


def test_no_screen_climbs_to_the_app() -> None:
    ours = re.compile(r"self\.app\.(?!" + "|".join(TEXTUALS_OWN) + r"\b)\w+|TYPE_CHECKING")
    climbs = [
        f"{relative(path)}: {found[0]}"
        for path in SOURCES
        if path.is_relative_to(ROOT / "screens")
        for found in ours.finditer(path.read_text("utf-8"))
    ]
    assert climbs == []


TEXTUALS_OWN = (
    "push_screen", "push_screen_wait", "pop_screen", "copy_to_clipboard", "clipboard", "size",
    "screen_stack", "screen", "exit", "bell", "suspend", "call_later", "theme_variables",
    "current_theme", "set_focus", "call_from_thread", "keymap", "get_key_display",
    "animation_level", "is_headless", "_batch_count",
    "simulate_key", "run_action", "console", "post_message", "available_themes", "ansi_color",
    "native_ansi_color", "theme", "batch_update", "app_focus", "mouse_captured", "features",
)  # fmt: skip
"""What a screen may ask of the app: only what Textual itself puts there."""


# --- user text is never markup (reliability.md 6)

PARSES_MARKUP = {
    "Static", "Label", "Button", "Checkbox", "RadioButton", "Collapsible", "OptionList", "Option",
    "Select", "SelectionList", "Selection", "Tree", "TabPane", "Tab", "Link", "Toast", "Tooltip",
}  # fmt: skip
PARSES_WHEN_SET = {"border_title", "border_subtitle", "tooltip"}


def is_safe(node: ast.expr) -> bool:
    """Whether an argument cannot be a user's text read as markup."""
    if isinstance(node, ast.Constant):
        return not isinstance(node.value, str) or "[" not in node.value
    if isinstance(node, ast.Call):
        made = node.func.value if isinstance(node.func, ast.Attribute) else node.func
        called = ast.unparse(node.func)
        return "Content" in ast.unparse(made) and not called.endswith("from_markup")
    if isinstance(node, ast.IfExp):
        return is_safe(node.body) and is_safe(node.orelse)
    return False


def has_no_markup(call: ast.Call) -> bool:
    """Whether a call says markup=False."""
    return any(
        word.arg == "markup" and isinstance(word.value, ast.Constant) and word.value.value is False
        for word in call.keywords
    )


def imported_from_textual(tree: list[ast.AST]) -> Iterator[str]:
    """Yield the names that a module has from Textual."""
    for node in tree:
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("textual"):
            yield from (name.asname or name.name for name in node.names)


def knows_textual(tree: list[ast.AST]) -> bool:
    return any(imported_from_textual(tree))


def markup_slips(path: Path) -> Iterator[str]:
    """Yield where a text that is no literal could be read as markup."""
    tree = list(nodes(path))
    parsers = PARSES_MARKUP & set(imported_from_textual(tree))
    for node in tree:
        if isinstance(node, ast.Call):
            name = ast.unparse(node.func).rpartition(".")[2]
            first = node.args[:1]
            if name in parsers and first and not is_safe(first[0]):
                if not has_no_markup(node):
                    yield f"{relative(path)}:{node.lineno} {name}"
            elif name == "notify" and knows_textual(tree) and not has_no_markup(node):
                yield f"{relative(path)}:{node.lineno} notify"
            elif name == "from_markup":
                yield f"{relative(path)}:{node.lineno} from_markup"
        elif isinstance(node, ast.Assign):
            for target in node.targets:
                sets = isinstance(target, ast.Attribute) and target.attr in PARSES_WHEN_SET
                if sets and not is_safe(node.value):
                    yield f"{relative(path)}:{node.lineno} {ast.unparse(target)}"


def test_no_text_of_a_user_is_read_as_markup() -> None:
    assert [slip for path in SOURCES for slip in markup_slips(path)] == []


def test_the_lint_sees_what_it_is_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.test_structure.ROOT", tmp_path)
    imports = "from textual.widgets import Label, Static\n"
    slips = "Static(name)\nLabel(f'{name}')\nself.notify(name)\nx.border_title = name\n"
    fine = "Static('Word')\nLabel(Content(name))\nStatic(name, markup=False)\nx.tooltip = 'Word'\n"
    (tmp_path / "slips.py").write_text(imports + slips)
    (tmp_path / "fine.py").write_text(imports + fine)
    assert len(list(markup_slips(tmp_path / "slips.py"))) == 4
    assert list(markup_slips(tmp_path / "fine.py")) == []


@pytest.mark.parametrize("forbidden", [r"markup=True", r"rich\.markup", r"markup import escape"])
def test_markup_is_never_asked_for(forbidden: str) -> None:
    found = [relative(path) for path in SOURCES if re.search(forbidden, path.read_text("utf-8"))]
    assert found == []


# --- styles


def test_colours_stand_in_the_themes_alone() -> None:
    colour = re.compile(r"#[0-9a-fA-F]{6}\b|#[0-9a-fA-F]{3}\b")
    found = [
        f"{relative(path)}: {hit[0]}"
        for path in SOURCES + STYLES
        if path.name != "themes.py"
        for hit in colour.finditer(path.read_text("utf-8"))
    ]
    assert found == []


def test_each_style_sheet_stays_in_its_own_room() -> None:
    """Every top rule of a sheet names a class that is written beside it."""
    strays = []
    for sheet in STYLES:
        # The app's own sheet dresses the frame that every screen shares.
        beside = ROOT / "screens" / "parts" if sheet.name == "app.tcss" else sheet.parent
        owned = {
            node.name
            for path in beside.glob("*.py")
            for node in nodes(path)
            if isinstance(node, ast.ClassDef)
        }
        strays += [f"{relative(sheet)}: {top}" for top in top_rules(sheet) if top not in owned]
    assert strays == []


def top_rules(sheet: Path) -> list[str]:
    """Return the first word of each top rule of a style sheet."""
    text = re.sub(r"/\*.*?\*/", "", sheet.read_text("utf-8"), flags=re.DOTALL)
    depth, tops, rule = 0, [], ""
    for sign in text:
        if sign == "{":
            if depth == 0:
                tops += [part.split()[0].split(":")[0].split(".")[0] for part in rule.split(",")]
            depth, rule = depth + 1, ""
        elif sign == "}":
            depth, rule = depth - 1, ""
        else:
            rule += sign
    return tops
