"""Every name in the example is invented, but those of the two bodies that the law names."""

import re

import pytest
from sqlalchemy import select

from registry.demo.reading import FOLDER
from registry.identifiers import name_key
from registry.model import (
    Certificate,
    Product,
    ProductModule,
    School,
    SchoolBoard,
    Subprocessor,
    SubprocessorNotice,
    Supplier,
    SupplierAlias,
)
from registry.model.supplier import PartyRole
from registry.reference import facts

pytestmark = pytest.mark.xdist_group("demo")

NAMES = [
    Supplier.name,
    SupplierAlias.name,
    Product.name,
    Product.aliases,
    ProductModule.name,
    Subprocessor.name,
    SubprocessorNotice.name,
]
INVENTED_KVK = re.compile("|900000[0-9]{2}")
ADDRESS = re.compile(r"(?:https?://|@)([\w.-]+)")
FILES = [path for path in FOLDER.rglob("*") if path.suffix in (".toml", ".txt", ".eml")]


def of_the_catalogue():
    for entry in facts().catalogue.values():
        yield from (entry.label, entry.supplier, entry.product)
        yield from (*entry.supplier_aliases, *entry.product_aliases, *entry.misspellings)


@pytest.mark.parametrize("column", [*NAMES, Certificate.holder, School.name, SchoolBoard.name], ids=str)
def test_no_name_is_that_of_a_real_supplier_or_product(example, column):
    real = {name_key(name) for name in of_the_catalogue() if name}
    assert {name for name in example.scalars(select(column)) if name_key(name) in real} == set()


def test_no_text_names_a_real_supplier(example):
    names = {name for entry in facts().catalogue.values() for name in (entry.supplier, *entry.supplier_aliases) if name}
    words = re.compile(rf"\b(?:{'|'.join(map(re.escape, names))})\b")
    assert {path.name: words.findall(path.read_text(encoding="utf-8")) for path in FILES} == {
        path.name: [] for path in FILES
    }


def test_only_bodies_of_the_law_bear_their_own_name(example):
    official = select(Supplier.name).where(Supplier.role == PartyRole.LEGAL_RECIPIENT)
    assert set(example.scalars(official)) == {
        "Dienst Uitvoering Onderwijs (DUO)",
        "Leerplichtambtenaar van de gemeente",
    }


def test_every_address_on_the_web_is_an_example():
    hosts = {host for path in FILES for host in ADDRESS.findall(path.read_text(encoding="utf-8"))}
    assert hosts
    assert {host for host in hosts if not host.endswith(".example")} == set()


@pytest.mark.parametrize("column", [Supplier.kvk, SchoolBoard.kvk], ids=str)
def test_every_kvk_number_is_plainly_invented(example, column):
    assert [number for number in example.scalars(select(column)) if not INVENTED_KVK.fullmatch(number)] == []


def test_no_site_code_exists(example):
    assert all(code.startswith("99X") for code in example.scalars(select(School.site_code)))
