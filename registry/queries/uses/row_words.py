"""The words of a row that are put together from several fields, alike wherever parents read it."""

from typing import TYPE_CHECKING

from registry import dutch


class RowWords:
    """What has a product with modules, a supplier with others beside it, and countries outside the EEA."""

    if TYPE_CHECKING:  # whoever has these words has these as fields
        product: str
        modules: tuple[str, ...]
        supplier: str
        makers: tuple[str, ...]
        distributors: tuple[str, ...]
        outside_eea: tuple[str, ...] | None

    @property
    def product_text(self) -> str:
        """The product with the modules that the school opened."""
        parts = f"{'onderdeel' if len(self.modules) == 1 else 'onderdelen'}: {dutch.enumeration(self.modules)}"
        return f"{self.product} ({parts})" if self.modules else self.product

    @property
    def supplier_text(self) -> str:
        """The supplier with the maker and the distributors beside it."""
        makers, distributors = (dutch.enumeration(names) for names in (self.makers, self.distributors))
        named = {"maker": makers, "distributeur": distributors}
        others = [f"{part}: {names}" for part, names in named.items() if names]
        return f"{self.supplier} ({'; '.join(others)})" if others else self.supplier

    @property
    def outside_text(self) -> str:
        """ "nee", or "ja" with the countries; empty while unknown."""
        if self.outside_eea is None:
            return ""
        return f"ja: {dutch.enumeration(self.outside_eea)}" if self.outside_eea else "nee"
