"""What all letters share: sender, addressee, date, subject line, and the signature by function."""

from docx.shared import Pt
from docx.text.paragraph import Paragraph

from agreement_templates.source import style
from agreement_templates.source.agreement import sign_in_two_columns
from agreement_templates.source.paper import Paper

SUBJECT = Pt(13)  # a real heading, but no louder than a letter is
SIGNING = Pt(34)  # room for a signature on paper
QUESTIONS = "Hebt u vragen? Mail ons op {{ bestuur.privacycontact }}."
WORDS = (
    ("Functie: {{ bestuur.ondertekenaar_functie }}", "Functie:"),
    ("Datum:", "Datum:"),
    ("Handtekening:", "Handtekening:"),
)


def begin(subject: str) -> Paper:
    """A letter down to its salutation; `subject` is its heading."""
    paper = Paper()
    style.add(paper.document, "Adres", style.Look(after=0))
    for line in ("**{{ bestuur.naam }}**", "{{ bestuur.adres }}", "{{ bestuur.postcode }} {{ bestuur.plaats }}"):
        last = paper.text(line, "Adres")
    last.paragraph_format.space_after = Pt(14)
    with paper.each("regel", "brief.geadresseerde"):
        paper.text("{{ regel }}", "Adres")
    date = paper.text("{{ bestuur.plaats }}, {{ document.gemaakt_op }}")
    date.paragraph_format.space_before = Pt(10)
    with paper.when("brief.kenmerk"):
        paper.text("Kenmerk: {{ brief.kenmerk }}")
    for run in paper.text(f"Onderwerp: {subject}", "Heading 1").runs:
        run.font.size = SUBJECT
    paper.text("Geachte heer of mevrouw,")
    return paper


def close(paper: Paper) -> Paper:
    """End the letter: where to answer, and who signs, by function."""
    sign(paper)
    paper.finish()
    return paper


def sign(paper: Paper) -> None:
    """Say where to ask, greet, leave room for a signature, and name the function of who signs."""
    paper.text(QUESTIONS)
    greeting = paper.text("Met vriendelijke groet,")
    greeting.paragraph_format.keep_with_next = True
    signer = paper.text("{{ bestuur.naam }}\n{{ bestuur.ondertekenaar_functie }}")
    signer.paragraph_format.space_before = SIGNING


def close_for_two(paper: Paper) -> Paper:
    """End the letter with an answer to a mail, or with room for both parties to sign."""
    with paper.when("brief.per_mail"):
        paper.text("Gaat u akkoord? Beantwoord dan deze e-mail met: **wij gaan akkoord met deze afspraken.**")
        sign(paper)
        paper.otherwise()
        paper.text(QUESTIONS)
        paper.text("Gaat u akkoord? Onderteken dan deze brief en stuur een exemplaar terug.")
        sign_in_two_columns(paper, "Handtekeningen van beide partijen", *WORDS)
    paper.finish()
    return paper


def answer_before(paper: Paper, what: str) -> None:
    """Ask to do something before the day in four weeks, and say where that day comes from."""
    term = "Dat is vier weken na de datum van deze brief."
    after_a_list(paper, f"{what} voor of op **{{{{ brief.antwoord_voor }}}}**. {term}")


def after_a_list(paper: Paper, text: str) -> Paragraph:
    """A paragraph that stands a little apart from the list above it."""
    paragraph = paper.text(text)
    paragraph.paragraph_format.space_before = Pt(6)
    return paragraph
