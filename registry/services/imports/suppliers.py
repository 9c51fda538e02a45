"""Which supplier a row means: by KvK number, by name, nearly by name, or by the product that it names instead."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from registry.model import Supplier
from registry.services.imports.alike import Names, key_of
from registry.services.imports.asking import NEW, ask, chosen, same
from registry.services.imports.known import Known, names_of
from registry.services.imports.plan import Option, Question, Target

OWN = "own"


@dataclass(frozen=True)
class Found:
    """The supplier that is meant; without a target, the question or the problem that stands in the way.

    `product` is the name of the product where the row gave it in the place of its supplier; `alias` says that a person
    called the supplier the same under a name that the register does not have yet.
    """

    target: Target | None = None
    questions: tuple[Question, ...] = ()
    problem: str = ""
    product: str = ""
    alias: bool = False
    remark: str = ""


class SupplierFinder:
    """Finds suppliers for the rows of one file, and remembers which new ones the rows before named.

    `joins=False` for a list of names that are not all ours: they are held beside the register, not beside each other.
    """

    def __init__(self, known: Known, answers: Mapping[str, str], joins: bool = True) -> None:
        self.known, self.answers, self.joins = known, answers, joins
        self.new: dict[str, Target] = {}
        self.new_by_kvk: dict[str, Target] = {}
        self.names = Names()
        for key in known.by_name:
            self.names.add(key)
        self._found: dict[tuple[str, str, str], Found] = {}

    def find(self, name: str, kvk: str, product: str) -> Found:
        """Return the supplier with this name or KvK number, of this product; each may be empty."""
        asked = (name, kvk, product)
        if asked not in self._found:
            self._found[asked] = self._find(name, kvk, product)
        return self._found[asked]

    def _find(self, name: str, kvk: str, product: str) -> Found:
        if not name and kvk not in self.known.by_kvk:
            return self._of_product(product, product) if product else Found(problem="Er staat geen leverancier bij.")
        exact = self._exact(name, kvk)
        if exact is not None:
            return exact
        if self.joins and not kvk and not product and self._is_product(name):
            return self._of_product(name, name)
        return self._near(name, kvk)

    def _exact(self, name: str, kvk: str) -> Found | None:
        """The supplier that it is beyond doubt, or what speaks against that; None where nothing is known of it."""
        key = key_of(name) if name else ""
        named = self.known.by_name.get(key, [])
        if kvk and (owner := self.known.by_kvk.get(kvk)):
            if named and owner not in named:
                sentence = f"Het KvK-nummer is van {owner.name}, maar de naam is van {named[0].name}."
                return Found(problem=sentence)
            return Found(of(owner), alias=bool(key) and key not in set(names_of(owner)))
        if kvk and (target := self.new_by_kvk.get(kvk)):
            return Found(target)
        open_to = [one for one in named if not (kvk and one.kvk)]
        if len(open_to) > 1:
            return self._ask(name, [(one, 100) for one in open_to], may_be_new=False)
        if open_to:
            return Found(of(open_to[0]))
        if named:  # every one of that name has another KvK number: two organisations that are called alike
            return Found(self._made(name, kvk, f"{key} {kvk}"))
        if key not in self.new:
            return None
        if kvk:
            self.new_by_kvk[kvk] = self.new[key]
        return Found(self.new[key])

    def _near(self, name: str, kvk: str) -> Found:
        key = key_of(name)
        near = self.names.near(key)
        if (other := self.known.other_names.get(key)) and (other in self.known.by_name or other in self.new):
            near = [(other, 99), *(pair for pair in near if pair[0] != other)]
        candidates: list[tuple[Supplier | Target, int]] = []
        for one, score in near:
            known = [supplier for supplier in self.known.by_name.get(one, []) if not (kvk and supplier.kvk)]
            candidates += [(supplier, score) for supplier in known]
            candidates += [(self.new[one], score)] if one in self.new else []
        if not candidates:
            return Found(self._made(name, kvk, key))
        return self._ask(name, candidates)

    def _ask(self, name: str, candidates: list[tuple[Supplier | Target, int]], may_be_new: bool = True) -> Found:
        targets = {}
        options = []
        for one, score in candidates:
            target = of(one) if isinstance(one, Supplier) else one
            if target.key not in targets:
                targets[target.key] = target
                number = f" (KvK {one.kvk})" if isinstance(one, Supplier) and one.kvk else ""
                options.append(Option(same(target.key), f"Ja, dit is {target.name}{number}", score))
        if may_be_new:
            options.append(Option(NEW, "Nee, dit is een andere organisatie"))
        key = key_of(name)
        question = ask(self.answers, f"supplier {key}", f"Is “{name}” een leverancier die er al staat?", options)
        if question.answer == NEW:
            return Found(self._made(name, "", key), (question,))
        picked = targets.get(chosen(question.answer))
        return Found(picked, (question,), alias=picked is not None and may_be_new)

    def _is_product(self, name: str) -> bool:
        key = key_of(name)
        return key in self.known.product_names or key in self.known.makers

    def _of_product(self, product: str, shown: str) -> Found:
        """The supplier of a product that stands alone: from the register, else from the starter catalogue."""
        key = key_of(product)
        owners = {one.supplier.id: one.supplier for one in self.known.product_names.get(key, [])}
        if len(owners) == 1:
            owner = next(iter(owners.values()))
            return Found(of(owner), product=product, remark=f"{shown} is in het register een product van {owner.name}.")
        if owners:
            return replace(self._ask(product, [(one, 100) for one in owners.values()], may_be_new=False), alias=False)
        entry = self.known.makers.get(key)
        if entry is None:
            question = self._who_makes(shown, [])
        else:
            default = "catalogue" if entry.verified else ""
            question = self._who_makes(shown, [Option("catalogue", f"{entry.supplier} (uit de startlijst)")], default)
        if question.answer == OWN:
            return Found(self._made_once(shown), (question,), product=product)
        if entry is None or question.answer != "catalogue":
            return Found(None, (question,), product=product)
        owner_found = self.find(entry.supplier, "", product)
        return replace(owner_found, questions=(question, *owner_found.questions), product=product)

    def _who_makes(self, shown: str, options: list[Option], default: str = "") -> Question:
        offered = [*options, Option(OWN, f"De leverancier heet zelf ook {shown}")]
        about = f"maker {key_of(shown)}"
        return ask(self.answers, about, f"Van welke leverancier is “{shown}”?", offered, default)

    def _made_once(self, name: str) -> Target:
        key = key_of(name)
        return self.new[key] if key in self.new else self._made(name, "", key)

    def _made(self, name: str, kvk: str, key: str) -> Target:
        target = Target("supplier", f"supplier:+{key}", name)
        if not self.joins:
            return target
        self.new[key] = target
        self.names.add(key)
        if kvk:
            self.new_by_kvk[kvk] = target
        return target


def of(supplier: Supplier) -> Target:
    """Return a supplier of the register as the target of a row."""
    return Target("supplier", f"supplier:{supplier.id}", supplier.name, supplier)
