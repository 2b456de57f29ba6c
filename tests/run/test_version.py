"""`made_by` names what decides a reading, the same way everywhere."""

import re

from regesta.read.parser import PACKAGES, model_name
from regesta.run import linked_by, made_by
from regesta.run.version import LANGUAGE_MODELS, _files


def test_shape():
    assert re.fullmatch(r"regesta/\S+\+[0-9a-f]{12} \S+/\S+", made_by())
    assert re.fullmatch(r"regesta/\S+\+[0-9a-f]{12}", linked_by())


def test_the_model_named_is_the_one_that_parses():
    assert tuple(LANGUAGE_MODELS) == tuple(PACKAGES)
    assert f" {model_name()}/" in made_by()


def test_data_files_count_and_caches_do_not():
    names = [name for name, _ in _files(("model", "knowledge"))]
    assert "model/codec.py" in names
    assert any(name.endswith(".tsv") for name in names)
    assert not any("__pycache__" in name for name in names)
    assert names == sorted(names)
