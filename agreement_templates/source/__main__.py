"""Makes the .docx files of agreement_templates anew."""

from agreement_templates.source import FOLDER, TEMPLATES, build

for name in TEMPLATES:
    (FOLDER / f"{name}.docx").write_bytes(build(name))
