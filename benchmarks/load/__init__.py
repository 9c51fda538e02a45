"""The register under people who keep coming, as many a second as told: `python -m benchmarks.load`."""
