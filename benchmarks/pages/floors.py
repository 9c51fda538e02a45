"""The pages that are measured, and by hand the SQL that yields the same facts, as short as somebody would write it.

`{supplier}` and the others in an address, and `:supplier` in a statement, stand for the number of a record from the
middle of the register. A page without statements has no floor: it is measured all the same.
"""

from benchmarks.big_register import APART

IN_USE = "(until IS NULL OR until >= :today)"

RECORDS = {
    "supplier": f"SELECT max(id) FROM (SELECT id FROM supplier WHERE id > {APART} ORDER BY id LIMIT 100)",
    "product": "SELECT min(id) FROM product WHERE supplier_id = :supplier",
    "agreement": "SELECT min(id) FROM agreement WHERE supplier_id = :supplier",
    "privacy_annex": "SELECT min(id) FROM privacy_annex WHERE product_id = :product",
    "security_annex": "SELECT min(id) FROM security_annex WHERE product_id = :product",
    "school": f"SELECT max(id) FROM (SELECT id FROM school WHERE id > {APART} ORDER BY id LIMIT 10)",
    "use": "SELECT min(id) FROM use WHERE school_id = :school",
}
"""By name: the statement that finds the record; each may use those before it."""

BOARD = "SELECT name FROM school_board WHERE id = 1"
OF_SUPPLIER = "IN (SELECT id FROM product WHERE supplier_id = :supplier)"
OF_ITS_ANNEXES = f"IN (SELECT id FROM privacy_annex WHERE product_id {OF_SUPPLIER})"
FIRST = "(SELECT id FROM supplier WHERE retired_on IS NULL ORDER BY lower(name), id LIMIT 50)"
PAGES: dict[str, tuple[str, ...]] = {
    "/": (
        BOARD,
        "SELECT count(*) FROM supplier WHERE retired_on IS NULL",
        "SELECT status, count(*) FROM agreement GROUP BY status",
        f"SELECT school_id, count(*) FROM use WHERE {IN_USE} GROUP BY school_id",
        "SELECT s.id, s.name FROM supplier s WHERE NOT EXISTS (SELECT 1 FROM agreement a WHERE a.supplier_id = s.id)",
        "SELECT id, supplier_id, ends_on FROM agreement WHERE ends_on IS NOT NULL OR review_on <= :today",
        "SELECT name, holder, ends_on FROM certificate WHERE ends_on IS NOT NULL",
        "SELECT supplier_id, max(checked_on) FROM covenant_entry GROUP BY supplier_id",
        "SELECT what, owner, due_on FROM action WHERE done_on IS NULL",
        "SELECT title, review_on FROM statement",
    ),
    "/leveranciers/": (
        BOARD,
        "SELECT count(*) FROM supplier WHERE retired_on IS NULL",
        "SELECT id, name, kvk, role FROM supplier WHERE retired_on IS NULL ORDER BY lower(name), id LIMIT 50",
        f"SELECT supplier_id, name FROM product WHERE supplier_id IN {FIRST}",
        f"SELECT supplier_id, status FROM agreement WHERE supplier_id IN {FIRST}",
    ),
    "/leveranciers/{supplier}": (
        BOARD,
        "SELECT * FROM supplier WHERE id = :supplier",
        "SELECT * FROM covenant_entry WHERE supplier_id = :supplier",
        "SELECT * FROM supplier_contact WHERE supplier_id = :supplier",
        "SELECT * FROM product WHERE supplier_id = :supplier",
        "SELECT * FROM agreement WHERE supplier_id = :supplier",
        f"SELECT * FROM privacy_annex WHERE product_id {OF_SUPPLIER}",
        f"SELECT * FROM annex_data WHERE privacy_annex_id {OF_ITS_ANNEXES}",
        f"SELECT * FROM security_annex WHERE product_id {OF_SUPPLIER}",
        f"SELECT u.*, s.name FROM use u JOIN school s ON s.id = u.school_id WHERE product_id {OF_SUPPLIER}",
        "SELECT * FROM audit_event WHERE subject = 'supplier' AND subject_id = :supplier ORDER BY id DESC LIMIT 20",
    ),
    "/producten/{product}": (
        BOARD,
        "SELECT p.*, s.name FROM product p JOIN supplier s ON s.id = p.supplier_id WHERE p.id = :product",
        "SELECT * FROM product_module WHERE product_id = :product",
        "SELECT * FROM privacy_annex WHERE product_id = :product",
        "SELECT * FROM security_annex WHERE product_id = :product",
        "SELECT u.*, s.name FROM use u JOIN school s ON s.id = u.school_id WHERE product_id = :product",
        "SELECT a.* FROM agreement a JOIN agreement_product p ON p.agreement_id = a.id WHERE p.product_id = :product",
    ),
    "/overeenkomsten/{agreement}": (
        BOARD,
        "SELECT a.*, s.name FROM agreement a JOIN supplier s ON s.id = a.supplier_id WHERE a.id = :agreement",
        "SELECT p.* FROM product p JOIN agreement_product l ON l.product_id = p.id WHERE l.agreement_id = :agreement",
        "SELECT * FROM agreement_annex WHERE agreement_id = :agreement",
        "SELECT * FROM deviation WHERE agreement_id = :agreement",
        "SELECT c.*, o.* FROM choice c JOIN annex_option o ON o.id = c.option_id WHERE c.agreement_id = :agreement",
        "SELECT * FROM audit_event WHERE subject = 'agreement' AND subject_id = :agreement ORDER BY id DESC LIMIT 20",
    ),
    "/privacybijsluiters/{privacy_annex}": (
        BOARD,
        "SELECT a.*, p.name FROM privacy_annex a JOIN product p ON p.id = a.product_id WHERE a.id = :privacy_annex",
        "SELECT * FROM annex_purpose WHERE privacy_annex_id = :privacy_annex",
        "SELECT * FROM annex_data WHERE privacy_annex_id = :privacy_annex",
        "SELECT * FROM annex_storage WHERE privacy_annex_id = :privacy_annex",
        "SELECT * FROM annex_retention WHERE privacy_annex_id = :privacy_annex",
        "SELECT * FROM subprocessor WHERE privacy_annex_id = :privacy_annex",
    ),
    "/beveiligingsbijlagen/{security_annex}": (
        BOARD,
        "SELECT a.*, p.name FROM security_annex a JOIN product p ON p.id = a.product_id WHERE a.id = :security_annex",
        "SELECT * FROM measure WHERE security_annex_id = :security_annex",
        "SELECT * FROM access_role WHERE security_annex_id = :security_annex",
        "SELECT * FROM certificate WHERE security_annex_id = :security_annex",
    ),
    "/scholen/": (
        BOARD,
        "SELECT * FROM school ORDER BY name",
        f"SELECT school_id, count(*) FROM use WHERE {IN_USE} GROUP BY school_id",
    ),
    "/scholen/{school}": (
        BOARD,
        "SELECT * FROM school WHERE id = :school",
        "SELECT u.*, p.name, s.name FROM use u JOIN product p ON p.id = u.product_id"
        " JOIN supplier s ON s.id = p.supplier_id WHERE u.school_id = :school ORDER BY p.name",
    ),
    "/wie-gebruikt-wat/": (
        BOARD,
        "SELECT id, name FROM school WHERE closed_on IS NULL ORDER BY name",
        "SELECT id, name FROM product WHERE retired_on IS NULL ORDER BY name LIMIT 50",
        "SELECT school_id, product_id FROM use WHERE product_id IN (SELECT id FROM product ORDER BY name LIMIT 50)",
    ),
    "/wie-gebruikt-wat/school/{school}": (
        BOARD,
        "SELECT p.id, p.name, s.name, u.since, u.groups FROM product p JOIN supplier s ON s.id = p.supplier_id"
        " LEFT JOIN use u ON u.product_id = p.id AND u.school_id = :school ORDER BY p.name",
    ),
    "/gebruik/{use}": (
        BOARD,
        "SELECT u.*, p.*, s.name FROM use u JOIN product p ON p.id = u.product_id JOIN school s ON s.id = u.school_id"
        " WHERE u.id = :use",
        "SELECT * FROM audit_event WHERE subject = 'use' AND subject_id = :use ORDER BY id DESC LIMIT 20",
    ),
    "/jaar/termijnen": (
        BOARD,
        "SELECT a.id, s.name, a.ends_on, a.notice_months FROM agreement a JOIN supplier s ON s.id = a.supplier_id"
        " WHERE a.ends_on IS NOT NULL OR a.review_on <= :today",
        "SELECT name, holder, ends_on FROM certificate WHERE ends_on IS NOT NULL",
        "SELECT supplier_id, max(checked_on) FROM covenant_entry GROUP BY supplier_id",
        "SELECT what, owner, due_on FROM action WHERE done_on IS NULL",
        "SELECT title, review_on FROM statement",
    ),
    "/geschiedenis/": (
        BOARD,
        "SELECT count(*) FROM audit_event",
        "SELECT * FROM audit_event ORDER BY id DESC LIMIT 50",
    ),
    "/signalen/": (),
    "/jaar/": (),
    "/verklaringen/": (),
    "/documenten/": (),
    "/tekenen/": (),
    "/zoeken?q=product": (),
    "/bestuur/": (),
}
"""By address: the statements."""
