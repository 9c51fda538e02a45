"""The other engines: docxtpl in this process, docxtemplater and carbone in a process of Node."""

import json
import shutil
import subprocess
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

from docxtpl import DocxTemplate
from jinja2 import Environment

HERE = Path(__file__).parent / "node"
FOLDER = Path(__file__).parents[1] / ".node"  # ignored by git


def docxtpl(template: bytes, values: dict[str, Any]) -> Callable[[], bytes]:
    """What fills the template by docxtpl, with autoescape, as a program would for each paper."""

    def make() -> bytes:
        document = DocxTemplate(BytesIO(template))
        document.render(values, Environment(), autoescape=True)
        buffer = BytesIO()
        document.save(buffer)
        return buffer.getvalue()

    return make


def install() -> None:
    """Fetches the npm packages, once."""
    FOLDER.mkdir(exist_ok=True)
    for file in HERE.iterdir():
        shutil.copy(file, FOLDER)
    if not (FOLDER / "node_modules").exists():
        npm = shutil.which("npm") or "npm"
        subprocess.run(
            [npm, "install", "--no-audit", "--no-fund", "--no-package-lock"],
            cwd=FOLDER,
            check=True,
            capture_output=True,
        )


def node(engine: str, template: bytes, values: dict[str, Any], runs: int) -> tuple[float, bytes]:
    """The median of `runs` papers by an npm engine, in milliseconds, and the last paper."""
    (FOLDER / "template.docx").write_bytes(template)
    (FOLDER / "values.json").write_text(json.dumps(values), encoding="utf-8")
    command = [shutil.which("node") or "node", "bench.js", engine, str(runs)]
    done = subprocess.run(command, cwd=FOLDER, check=True, capture_output=True, text=True)
    return float(done.stdout.split()[-1]), (FOLDER / "out.docx").read_bytes()
