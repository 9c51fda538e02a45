"""Rows about suppliers, products, agreements and uses: what each says about which record."""

from datetime import date

from registry.exchange.lists.entry import Entry, ListKind, Problem
from registry.model.supplier import PartyRole
from registry.queries.exports.list_rows import BETWEEN
from registry.services.imports.agreements import AgreementFinder, claim_product, uncovered
from registry.services.imports.choices import Choices
from registry.services.imports.contacts import claim_contact, claim_names, claim_remarks, covenant_claim
from registry.services.imports.doubts import ask_role, ask_stage
from registry.services.imports.fields import Headings, claim_fields, claim_name, names_in, written
from registry.services.imports.known import Known, split_names
from registry.services.imports.not_needed import ask_why
from registry.services.imports.plan import Claim, Line, Target
from registry.services.imports.products import ProductFinder
from registry.services.imports.suppliers import Found, SupplierFinder
from registry.services.imports.uses import SchoolFinder, UseFinder

NO_SCHOOL = "Er staat niet bij welke school dit gebruikt."
NO_SCHOOLS = (
    "Dit gaat over het gebruik op een school, maar de lijst noemt geen school. "
    "Kies bij “Kolommen” waar de scholen staan, of neem deze kolom niet over."
)


class SupplierRows:
    """Reads rows about suppliers, one after the other: what came before decides what is new."""

    def __init__(self, known: Known, kind: ListKind, choices: Choices, headings: Headings, on: date) -> None:
        self.kind, self.choices, self.headings, self.on = kind, choices, headings, on
        self.suppliers = SupplierFinder(known, choices.answers)
        self.products = ProductFinder(known, choices.answers)
        self.agreements = AgreementFinder()
        self.uses = UseFinder(known, SchoolFinder(known, choices.answers), choices.since, on)

    def read(self, entry: Entry) -> Line:
        """Return what the row says about which records; what is not clear is a problem or a question of the line."""
        line = Line(entry, problems=list(entry.problems))
        found = self._supplier(line)
        if found.target is None:
            return line
        name = written(line, "product.name") or found.product
        self._claim_supplier(line, found, name)
        products = [self.products.find(line, found.target, one) for one in self._names(found.target, name)]
        if None in products:
            return line
        known = [product for product in products if product is not None]
        line.claims.extend(self._product(line, product) for product in known)
        self._claim_agreement(line, found.target, known)
        self._claim_uses(line, known[0] if known else None)
        return line

    def _names(self, supplier: Target, written: str) -> list[str]:
        """The products that a cell names: one, but for an agreement in our own list, which names all that it covers."""
        if self.kind is not ListKind.REGISTER or self.products.is_known(supplier, written):
            return [written] if written else []
        return [name for name in written.split(BETWEEN) if name]

    def _supplier(self, line: Line) -> Found:
        kvk = written(line, "supplier.kvk")
        found = self.suppliers.find(written(line, "supplier.name"), kvk, written(line, "product.name"))
        line.questions.extend(found.questions)
        line.remarks.extend([Problem("", found.remark)] if found.remark else [])
        if found.problem:
            heading = self.headings.of("supplier.name") or self.headings.of("product.name")
            line.problems.append(Problem(heading, found.problem))
        return found

    def _claim_supplier(self, line: Line, found: Found, product: str) -> None:
        assert found.target is not None
        target = found.target
        claim = Claim(target)
        claim_fields(line, claim, "supplier", self.headings)
        if target.record is None:
            claim_name(line, claim, "supplier", self.headings)
            if self.kind is ListKind.RECIPIENTS:  # the tab is about those who answer for themselves
                claim.fields.setdefault("role", PartyRole.INDEPENDENT_CONTROLLER)
            ask_role(line, claim, self.choices.answers)
        claim_names(line, claim, written(line, "supplier.name") if found.alias else "")
        claim_contact(line, claim, self.headings)
        claim_remarks(line, claim, product)
        line.claims.append(claim)
        listed_on, source = self.choices.listed_on or self.on, self.choices.source
        covenant = covenant_claim(line, target, self.kind, listed_on, source, self.headings)
        line.claims.extend([covenant] if covenant else [])

    def _product(self, line: Line, product: Target) -> Claim:
        claim = Claim(product)
        claim_fields(line, claim, "product", self.headings)
        if product.record is None:
            claim_name(line, claim, "product", self.headings)
        known = split_names(product.record.aliases) if product.record is not None else []
        if new := [name for name in names_in(line, "product.aliases") if name not in known]:
            claim.fields["aliases"] = ", ".join([*known, *new])
        return claim

    def _claim_agreement(self, line: Line, supplier: Target, products: list[Target]) -> None:
        claim = Claim(Target("agreement", "", ""))
        claim_fields(line, claim, "agreement", self.headings)
        note = written(line, "agreement.note")
        if not claim.fields and not note:
            return
        if self.kind is not ListKind.REGISTER:
            ask_stage(line, claim, supplier.name, self.choices.answers)
        target, problem = self.agreements.find(supplier, products[0] if products else None, claim.fields)
        if target is None:
            line.problems.append(Problem(self.headings.of("agreement.reference"), problem))
            return
        claim.target = target
        if self.kind is not ListKind.REGISTER and not ask_why(line, claim, self.choices.answers):
            return
        if note:
            claim.texts["note"] = [note]
        for product in products:
            claim_product(claim, product)
        if self.kind is ListKind.REGISTER and (left := uncovered(target, products)):
            told = f"Een lijst haalt geen producten weg uit een overeenkomst: {', '.join(left)}."
            line.remarks.append(Problem("", told))
        line.claims.append(claim)

    def _claim_uses(self, line: Line, product: Target | None) -> None:
        said = [field for field in line.entry.values if field.startswith("use.")]
        if not said:
            return
        heading = self.headings.of("use.schools")
        if "use.schools" not in said:
            line.problems.append(Problem(heading or self.headings.of(said[0]), NO_SCHOOL if heading else NO_SCHOOLS))
            return
        if product is None:
            line.problems.append(Problem(heading, "Er staan scholen bij, maar geen product dat zij gebruiken."))
            return
        line.claims.extend(self.uses.claims(line, product, self.headings))
