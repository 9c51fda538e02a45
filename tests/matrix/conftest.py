"""One planted world per test process."""

import pytest

from registry.web.papers import paper_desk, paper_pdfs
from tests.matrix.world import World, own_instance


@pytest.fixture(scope="module")
def world(the_app, databases, tmp_path_factory):
    settings, folder = dict(the_app.config), tmp_path_factory.mktemp("matrix")
    own_instance(the_app, folder)
    world = World(the_app, databases, folder)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(paper_pdfs, "pdf", lambda content: b"%PDF-")  # where LibreOffice is, it takes seconds
        patch.setattr(paper_desk, "office", lambda: "soffice")
        yield world
    world.close()
    the_app.config.clear()
    the_app.config.update(settings)
