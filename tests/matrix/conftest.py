"""One planted world per test process."""

import pytest

from tests.matrix.world import World, own_instance


@pytest.fixture(scope="module")
def world(the_app, databases, tmp_path_factory):
    settings, folder = dict(the_app.config), tmp_path_factory.mktemp("matrix")
    own_instance(the_app, folder)
    world = World(the_app, databases, folder)
    yield world
    world.close()
    the_app.config.clear()
    the_app.config.update(settings)
