"""Options of the release tests."""


def pytest_addoption(parser):
    parser.addoption(
        "--api-examples", type=int, default=300, help="made-up requests per operation of the API; 300 make about 20,000"
    )
    parser.addoption("--api-seed", type=int, default=None, help="the seed of an earlier run, to see it again")
