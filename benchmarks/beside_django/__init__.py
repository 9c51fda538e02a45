"""The register beside the administration that Django makes of the same tables: `python -m benchmarks.beside_django`."""
