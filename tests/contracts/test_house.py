"""The house: who imports whom, how large a file is, what no file may name."""

import ast
import re
import subprocess
import sys
from pathlib import Path

from tests.conftest import ROOT

CODE = [path for folder in ("bot", "handlers") for path in sorted((ROOT / folder).rglob("*.py"))]


def test_layers_hold() -> None:
    """The layers of docs/architecture.md, checked by import-linter without its cache."""
    run = subprocess.run([str(Path(sys.executable).parent / "lint-imports"), "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)

    assert run.returncode == 0, run.stdout + run.stderr


def test_files_and_functions_stay_small() -> None:
    """A file has at most 250 lines, a function at most 30: one can see through it."""
    large = [f"{path.relative_to(ROOT)}: {len(path.read_text(encoding='utf-8').splitlines())} lines" for path in CODE
             if len(path.read_text(encoding="utf-8").splitlines()) > 250]
    long = []
    for path in CODE:
        if "versions" in path.parts:
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)) and (node.end_lineno or 0) - node.lineno + 1 > 30:
                long.append(f"{path.relative_to(ROOT)}:{node.lineno} {node.name}")
    assert large + long == []


def test_importing_has_no_effect() -> None:
    """Importing the whole program opens nothing and prints nothing."""
    modules = [".".join(path.relative_to(ROOT).with_suffix("").parts) for path in CODE
               if path.name not in ("__main__.py", "__init__.py") and "migrations" not in path.parts]
    run = subprocess.run([sys.executable, "-W", "error::ResourceWarning", "-c", "\n".join(f"import {module}" for module in modules)],
                         cwd=ROOT, capture_output=True, text=True, check=False)

    assert (run.returncode, run.stdout, run.stderr) == (0, "", "")


def test_the_project_speaks_only_of_itself() -> None:
    """No path of somebody's machine, no registry's host, no mark of unfinished work in any tracked file."""
    files = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.split()
    marks = ("TO" + "DO", "FIX" + "ME", "NotImplemented" + "Error", "/home" + "/", "/work" + "/", "pypi" + ".org", "files.pythonhosted" + ".org")
    found = []
    for name in files:
        if name.endswith((".png", ".jsonl")) or not (ROOT / name).is_file():
            continue
        text = (ROOT / name).read_text(encoding="utf-8")
        found += [f"{name}: {mark}" for mark in marks if re.search(rf"(?<![\w]){re.escape(mark)}", text)]
    assert found == []


def test_the_lock_files_pin_every_package_with_hashes_and_name_no_host() -> None:
    """P27: unlocked or unhashed packages cannot be installed."""
    for name in ("requirements.lock", "requirements-dev.lock"):
        text = (ROOT / name).read_text(encoding="utf-8")
        packages = re.split(r"\n(?=[a-z0-9])", text.strip())
        assert len(packages) > 30
        assert all("==" in package.splitlines()[0] and "--hash=sha256:" in package for package in packages)
        assert "://" not in text
