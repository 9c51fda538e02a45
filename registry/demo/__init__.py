"""The example board that `run --demo` shows. Its data lie in the TOML files here; every name in them is invented."""

from registry.demo.loading import load

__all__ = ["load"]
