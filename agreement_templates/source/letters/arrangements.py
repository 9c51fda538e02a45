"""The letter, or text for a mail, with arrangements for who gets no agreement, such as a photographer."""

from agreement_templates.source.letters import layout
from agreement_templates.source.paper import Paper
from agreement_templates.source.tables import Column


def write() -> Paper:
    """The letter: per product what the recipient gets, what for and for how long, and what it may not do."""
    paper = layout.begin("afspraken over persoonsgegevens")
    paper.text(
        "Onze scholen geven u persoonsgegevens. In deze brief staat wat u daarmee doet, en wat niet. U verwerkt de "
        "gegevens voor ons: u bent verwerker in de zin van de AVG en wij zijn verantwoordelijk."
    )
    with paper.each("deel", "afspraken.producten"):
        _write_product(paper)
    _write_use(paper)
    _write_protection(paper)
    _write_end(paper)
    return layout.close_for_two(paper)


def _write_product(paper: Paper) -> None:
    paper.heading("{{ deel.naam }}", 2)
    paper.text("**Waarvoor:** {{ deel.doel }}")
    with paper.when("deel.scholen"):
        paper.text("**Voor welke scholen:** {{ deel.scholen }}.")
    paper.text("**Deze gegevens krijgt u:**").paragraph_format.keep_with_next = True
    paper.rows(
        "Gegevens die u krijgt",
        "gegeven",
        "deel.gegevens",
        Column("Gegevens", 6, "{{ gegeven.wat }}"),
        Column("Van wie", 4, "{{ gegeven.van_wie }}"),
        Column("Waarom nodig", 7, "{{ gegeven.noodzaak }}"),
    )
    with paper.when("deel.niet"):
        layout.after_a_list(paper, "**Hier hoort uitdrukkelijk niet bij:**").paragraph_format.keep_with_next = True
        with paper.each("niet", "deel.niet"):
            paper.text("{{ niet }}", "List Bullet")
    layout.after_a_list(paper, "**Hoelang u de gegevens bewaart:**").paragraph_format.keep_with_next = True
    with paper.each("regel", "deel.bewaren"):
        paper.text("{{ regel.gegevens }}: {{ regel.termijn }}", "List Bullet")
    layout.after_a_list(paper, "**Waar u de gegevens bewaart:** {{ deel.landen }}.")


def _write_use(paper: Paper) -> None:
    paper.heading("Wat u met de gegevens doet, en wat niet", 2)
    paper.bullets(
        "U gebruikt de gegevens alleen voor wat hierboven staat, en volgens wat wij u schriftelijk of per e-mail "
        "vragen. Vindt u dat zo’n vraag tegen de privacyregels ingaat, dan zegt u dat meteen.",
        "U gebruikt ze niet voor reclame, verkoop of andere eigen doelen.",
        "Wilt u leerlingen of ouders zelf iets aanbieden? Dan vraagt u daar zelf vooraf toestemming voor. Zonder die "
        "toestemming gebruikt u onze gegevens daar niet voor.",
        "U geeft de gegevens niet aan anderen en brengt ze niet naar een ander land. Wilt u dat toch, of wilt u een "
        "ander inschakelen die de gegevens ook krijgt? Dan vraagt u ons dat vooraf, en maakt u met die ander dezelfde "
        "afspraken. Alleen als een wet u verplicht, mag het zonder onze instemming. U meldt ons dat dan vooraf, tenzij "
        "die wet dat verbiedt.",
        "Vraagt een leerling of ouder u om inzage, verbetering of verwijdering? Dan stuurt u die vraag zonder "
        "vertraging aan ons door, en helpt u ons met het antwoord.",
    )


def _write_protection(paper: Paper) -> None:
    paper.heading("Veilig bewaren en datalekken", 2)
    paper.bullets(
        "Alleen wie de gegevens nodig heeft voor dit werk, kan erbij. Die mensen houden ze geheim.",
        "U beveiligt de gegevens, ook onderweg en op apparaten, zoals artikel 32 AVG vraagt.",
        "Gaat er iets mis met de gegevens? Dan meldt u dat zonder onredelijke vertraging"
        "{% if afspraken.uren %}, uiterlijk binnen {{ afspraken.uren }} uur,{% endif %} aan ons meldpunt: "
        "{{ afspraken.meldpunt.functie }}, {{ afspraken.meldpunt.email }}"
        "{% if afspraken.meldpunt.telefoon %}, {{ afspraken.meldpunt.telefoon }}{% endif %}. U helpt ons met wat "
        "daarna nodig is.",
        "U laat ons desgevraagd zien dat u zich aan deze afspraken houdt, en werkt mee als wij dat willen controleren.",
    )


def _write_end(paper: Paper) -> None:
    paper.heading("Na het einde", 2)
    paper.text(
        "Is het werk klaar, of stoppen wij ermee? Dan geeft u de gegevens terug als wij dat vragen, en vernietigt u ze "
        "met alle kopieën, ook bij anderen die u hebt ingeschakeld. De termijn daarvoor is: {{ afspraken.termijn }}. "
        "U bevestigt dat aan ons. Een wet kan eisen dat u iets langer bewaart; dan zegt u wat, waarom en tot wanneer."
    )
