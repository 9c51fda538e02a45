"""The days when something happens: a notice on a subprocessor, a data breach, a product that stops."""
