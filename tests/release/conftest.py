"""Options of the release tests."""


def pytest_addoption(parser):
    """Say how many generated requests to send."""
    parser.addoption("--requests", type=int, default=2_000, help="how many generated requests the fuzz sends")
