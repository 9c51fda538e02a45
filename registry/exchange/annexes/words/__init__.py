"""The words by which suppliers' papers are read, as data: which words mean which section, label, code or answer."""
