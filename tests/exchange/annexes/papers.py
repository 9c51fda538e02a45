"""Small filled-in annexes of invented suppliers, built with python-docx in the forms in which they are met."""

import io

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

W14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'


def content(document):
    """The bytes of a document."""
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def table(document, *rows):
    """Add a table with these rows of texts."""
    added = document.add_table(0, len(rows[0]))
    added.style = "Table Grid"
    for row in rows:
        for cell, text in zip(added.add_row().cells, row, strict=True):
            cell.text = text
    return added


def control_box(document, ticked, label):
    """Add a line with a check box that is a content control."""
    paragraph = document.add_paragraph()
    paragraph._p.append(
        parse_xml(
            f'<w:sdt {nsdecls("w")} {W14}><w:sdtPr><w14:checkbox><w14:checked w14:val="{int(ticked)}"/></w14:checkbox>'
            f"</w:sdtPr><w:sdtContent><w:r><w:t>{'☒' if ticked else '☐'}</w:t></w:r></w:sdtContent></w:sdt>"
        )
    )
    paragraph.add_run(f" {label}")


def legacy_box(document, ticked, label):
    """Add a line with a check box of a form of old."""
    paragraph = document.add_paragraph()
    paragraph._p.append(
        parse_xml(
            f'<w:r {nsdecls("w")}><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="0"/>'
            f'<w:checked w:val="{int(ticked)}"/></w:checkBox></w:ffData></w:fldChar></w:r>'
        )
    )
    paragraph._p.append(
        parse_xml(
            f'<w:r {nsdecls("w")}><w:instrText> FORMCHECKBOX </w:instrText><w:fldChar w:fldCharType="end"/></w:r>'
        )
    )
    paragraph.add_run(f" {label}")


def symbol_box(document, ticked, label):
    """Add a line with a tick out of the font Wingdings."""
    paragraph = document.add_paragraph()
    sign = "F0FE" if ticked else "F0A8"
    paragraph._p.append(parse_xml(f'<w:r {nsdecls("w")}><w:sym w:font="Wingdings" w:char="{sign}"/></w:r>'))
    paragraph.add_run(f" {label}")


def character_box(document, ticked, label):
    """Add a line with a tick as a character."""
    document.add_paragraph(f"{'☒' if ticked else '☐'} {label}")


def model_annex(document, product, box=character_box):
    """Add a privacy annex after the sections of the model, with ticks."""
    document.add_heading(f"Bijlage 1: Privacybijsluiter {product}", 1)
    document.add_heading("A. Algemene informatie", 2)
    table(
        document,
        ("Naam product en/of dienst", product),
        ("Naam Verwerker en vestigingsgegevens", "Telraam Educatief B.V., Wilgenlaan 3, 3511 AB Utrecht, KvK 64752577"),
        ("Link naar leverancier en/of productpagina", "https://www.telraam-educatief.nl/rekenen"),
        ("Beknopte uitleg en werking", "Leerlingen oefenen met rekenen. De leerkracht ziet de resultaten."),
        ("Gebruikers", "leerlingen en docenten"),
    )
    document.add_heading("C. Doeleinden voor het verwerken van gegevens", 2)
    for ticked, label in (
        (True, "a. onderwijs geven en volgen en het begeleiden van leerlingen"),
        (True, "opslag van leer- en toetsresultaten"),
        (False, "terugontvangen van resultaten door de instelling"),
        (True, "beoordelen om leerstof en toetsen op maat te krijgen"),
        (False, "b. geleverd krijgen en in gebruik nemen van leermiddelen"),
        (True, "c. toegang tot het leermiddel: identificatie, authenticatie en autorisatie"),
        (False, "f. onderzoek en analyse ten behoeve van het leerproces"),
    ):
        box(document, ticked, label)
    document.add_heading("D. Categorieën en soorten persoonsgegevens", 2)
    table(
        document,
        ("Categorie", "Toelichting", "Verwerkt"),
        ("1. Contactgegevens", "1.1 beperkt: naam, e-mail, opleiding", "X"),
        ("", "1.2 geboortedatum, geslacht", ""),
        ("5. Medische gegevens", "gezondheid en welzijn", ""),
        ("7. Studievoortgang", "voortgang en resultaten", "X"),
        ("13. BSN/PGN", "", ""),
        ("14. Keten-ID (ECK iD)", "pseudoniem", "X"),
    )
    rest_of_model_annex(document)


def rest_of_model_annex(document):
    """Add what follows the table of data in the model."""
    document.add_paragraph("Categorieën betrokkenen: leerlingen en docenten")
    document.add_heading("E. Opslag en verwerking", 2)
    document.add_paragraph("De gegevens staan in Groningen, Nederland. Er is geen doorgifte buiten de EER.")
    document.add_heading("F. Subverwerkers", 2)
    table(
        document,
        ("Naam", "Soort dienst", "Soorten gegevens", "Plaats/land"),
        ("Wolkenveld Hosting B.V.", "hosting", "alle gegevens", "Groningen, Nederland"),
        ("Briefduif Mail Ltd", "verzenden van e-mail", "e-mailadres", "Dublin, Ierland"),
    )
    document.add_heading("G. Bewaartermijn", 2)
    table(
        document,
        ("Soort gegevens", "Bewaartermijn"),
        ("Leerresultaten", "duur overeenkomst + 3 maanden"),
        ("Back-ups", "30 dagen"),
    )
    document.add_heading("H. Contactgegevens", 2)
    document.add_paragraph("Vragen over deze bijsluiter: privacy officer, privacy@telraam-educatief.nl, 030-1234567.")
    document.add_heading("I. Versie", 2)
    document.add_paragraph("Versie 2.1, laatst aangepast op 1 maart 2024")


def security_annex(document):
    """Add a security annex, with the contact of the school beside that of the supplier."""
    document.add_heading("Bijlage 2: Beveiligingsbijlage", 1)
    document.add_heading("IV. Classificatie en certificering", 2)
    table(
        document,
        ("Aspect", "Laag", "Midden", "Hoog"),
        ("Beschikbaarheid", "", "X", ""),
        ("Integriteit", "", "X", ""),
        ("Vertrouwelijkheid", "", "", "X"),
    )
    table(
        document,
        ("Certificaat", "Houder", "Geldig tot"),
        ("ISO 27001:2013", "Wolkenveld Hosting B.V.", "31-12-2026"),
    )
    document.add_heading("V. Datalekken", 2)
    document.add_paragraph("De leverancier meldt een datalek binnen 24 uur na ontdekking.")
    document.add_paragraph("De school meldt zo nodig binnen 72 uur bij de Autoriteit Persoonsgegevens.")
    table(
        document,
        ("Meldpunt leverancier", "security@telraam-educatief.nl, 030-7654321"),
        ("Contactpersoon onderwijsinstelling", "fg@school.nl, 020-1111111"),
    )


def agreement(document):
    """Add the opening of an agreement on model 4.0."""
    document.add_heading("Model Verwerkersovereenkomst 4.0", 0)
    document.add_paragraph("Partijen:")
    document.add_paragraph(
        "1. Stichting De Zandloper, met administratienummer 41234567 (KvK), hierna te noemen: Onderwijsinstelling"
    )
    document.add_paragraph(
        "2. de besloten vennootschap Telraam Educatief B.V., gevestigd te Utrecht, KvK-nummer 64752577, "
        "hierna te noemen: Verwerker"
    )
    document.add_paragraph("Partijen hebben een Onderliggende Overeenkomst gesloten met een looptijd van <duur>.")
