"""Which product of a supplier a row means."""

from collections.abc import Mapping

from registry.exchange.lists.entry import Problem
from registry.model import Product
from registry.services.imports.alike import Names, key_of
from registry.services.imports.asking import NEW, ask, chosen, same
from registry.services.imports.known import Known
from registry.services.imports.plan import Line, Option, Question, Target


class ProductFinder:
    """Finds products for the rows of one file."""

    def __init__(self, known: Known, answers: Mapping[str, str]) -> None:
        self.known, self.answers = known, answers
        self._names: dict[int, Names] = {}
        self._found: dict[tuple[str, str], tuple[Target | None, Question | None]] = {}

    def find(self, line: Line, supplier: Target, name: str) -> Target | None:
        """Return the product of this supplier with this name; None while the question that comes with it is open."""
        asked = (supplier.key, name)
        if asked not in self._found:
            self._found[asked] = self._find(supplier, name)
        target, question = self._found[asked]
        if question is not None:
            line.questions.append(question)
        if target is not None and target.record is None:
            line.remarks.extend(Problem("", told) for told in self._elsewhere(supplier, name))
        return target

    def is_known(self, supplier: Target, name: str) -> bool:
        """Tell whether the register has a product of exactly this name at the supplier."""
        return supplier.record is not None and key_of(name) in self.known.products[supplier.record.id]

    def _find(self, supplier: Target, name: str) -> tuple[Target | None, Question | None]:
        key = key_of(name)
        new = Target("product", f"product:{supplier.key}/{key}", name, None, {"supplier": supplier.key})
        if supplier.record is None:
            return new, None
        own = self.known.products[supplier.record.id]
        if key in own:
            return self._of(supplier, own[key]), None
        near = [(own[one], score) for one, score in self._near(supplier).near(key)]
        if not near:
            return new, None
        options = [
            Option(same(f"product:{product.id}"), f"Ja, dit is {product.name}", score)
            for product, score in {product.id: (product, score) for product, score in near}.values()
        ]
        sentence = f"Is “{name}” een product van {supplier.name} dat er al staat?"
        offered = [*options, Option(NEW, "Nee, dit is een ander product")]
        question = ask(self.answers, f"product {supplier.key} {key}", sentence, offered)
        if question.answer == NEW:
            return new, question
        picked = chosen(question.answer)
        found = next((product for product, _ in near if f"product:{product.id}" == picked), None)
        return (self._of(supplier, found) if found else None), question

    def _near(self, supplier: Target) -> Names:
        number = supplier.record.id
        if number not in self._names:
            self._names[number] = names = Names()
            for key in self.known.products[number]:
                names.add(key)
        return self._names[number]

    def _of(self, supplier: Target, product: Product) -> Target:
        return Target("product", f"product:{product.id}", product.name, product, {"supplier": supplier.key})

    def _elsewhere(self, supplier: Target, name: str) -> list[str]:
        others = {one.supplier.name for one in self.known.product_names.get(key_of(name), [])}
        return [f"{name} staat ook al bij {other}." for other in sorted(others - {supplier.name})]
