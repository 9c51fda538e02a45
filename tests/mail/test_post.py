"""Letters go to a real mail server on this device: what arrives, and what is said when it does not."""

import socket

import pytest

from registry.errors import BrokenRule
from registry.mail import Letter, MailServer, Post
from registry.mail.letter import ON_ONE_LINE
from tests.mail_server import PASSWORD, USER, certificate, known_by_password

SENDER = "register@bestuur.example"


def letter(to="iemand@school.example", **said):
    return Letter(to, **{"subject": "3 termijnen – één te laat", "text": "Eén\n", "html": "<p>Eén</p>\n"} | said)


def server_at(port, host="127.0.0.1", security="", **options):
    return MailServer(host, port, security, SENDER, **{"timeout": 5, "sender_name": "Register, Oost"} | options)


def sent(server, *letters):
    with Post(server) as post:
        return [post.send(one) for one in letters]


def test_it_arrives_as_text_and_as_html(post_office):
    assert [one.is_accepted for one in sent(server_at(post_office.port), letter())] == [True]
    ((addresses, message),) = post_office.postman.received
    assert addresses == ["iemand@school.example"]
    assert message["Subject"] == "3 termijnen – één te laat"
    assert message["From"] == '"Register, Oost" <register@bestuur.example>'
    assert message["Auto-Submitted"] == "auto-generated"
    assert message["Message-ID"].endswith("@bestuur.example>")
    assert message["Date"].datetime.tzinfo is not None
    assert message.get_content_type() == "multipart/alternative"
    assert [part.get_content_type() for part in message.iter_parts()] == ["text/plain", "text/html"]
    assert [part.get_content().strip() for part in message.iter_parts()] == ["Eén", "<p>Eén</p>"]


def test_one_connection_carries_them_all(post_office):
    letters = [letter(f"{number}@school.example") for number in range(10)]
    assert all(one.is_accepted for one in sent(server_at(post_office.port), *letters))
    assert post_office.postman.connections == 1
    assert len(post_office.postman.received) == 10


def test_one_address_of_ten_is_refused_and_the_others_get_theirs(post_office):
    post_office.postman.refused["4@school.example"] = "550 4@school.example: no such user"
    results = sent(server_at(post_office.port), *(letter(f"{number}@school.example") for number in range(10)))
    assert [number for number, one in enumerate(results) if not one.is_accepted] == [4]
    assert results[4].sentence == "De mailserver neemt dit e-mailadres niet aan (code 550)."
    assert post_office.postman.to == [f"{number}@school.example" for number in range(10) if number != 4]


def test_a_refused_letter_has_its_code(post_office):
    post_office.postman.answer = "554 looks like spam"
    (result,) = sent(server_at(post_office.port), letter())
    assert result.sentence == "De mailserver weigerde de mail (code 554)."


def test_a_server_that_closes_the_line_between_two_letters_is_called_again(post_office):
    with Post(server_at(post_office.port)) as post:
        assert post.send(letter()).is_accepted
        post._line.sock.shutdown(socket.SHUT_RDWR)
        assert post.send(letter()).is_accepted
    assert post_office.postman.connections == 2


def test_a_server_that_is_down_has_its_sentence(post_office):
    post_office.close()
    results = sent(server_at(post_office.port), letter(), letter(), letter())
    assert {one.sentence for one in results} == {"De mailserver is niet te bereiken."}


def test_a_name_that_leads_nowhere_has_its_sentence():
    (result,) = sent(server_at(25, host="smtp.bestuur.invalid"), letter())
    assert result.sentence == "De mailserver is niet te bereiken."


def test_a_server_that_says_nothing_is_not_waited_for_again_and_again():
    with socket.create_server(("127.0.0.1", 0)) as silent:
        results = sent(server_at(silent.getsockname()[1], timeout=0.2), *(letter() for _ in range(50)))
    assert {one.sentence for one in results} == {"De mailserver gaf niet op tijd antwoord."}


def test_a_server_that_is_slow_once_keeps_nobody_else_from_their_letter(post_office):
    with Post(server_at(post_office.port, timeout=0.3)) as post:
        post_office.postman.delay = 0.6
        slow = post.send(letter())
        post_office.postman.delay = 0
        post.server = server_at(post_office.port)
        assert (slow.sentence, post.send(letter()).is_accepted) == ("De mailserver gaf niet op tijd antwoord.", True)


@pytest.mark.parametrize("where", ["to", "subject"])
@pytest.mark.parametrize("end", ["\n", "\r", "\r\n", "\x00", "\u2028"], ids=["lf", "cr", "crlf", "nul", "ls"])
def test_nobody_adds_a_header(where, end):
    with pytest.raises(BrokenRule, match=ON_ONE_LINE):
        letter(**{where: f"a@b.example{end}Bcc: c@d.example"})


@pytest.mark.parametrize("address", ["a@b.example, c@d.example", "a b@c.example", "geen adres", "jörg@school.example"])
def test_an_address_that_no_header_can_carry_has_its_sentence(post_office, address):
    first, second = sent(server_at(post_office.port), letter(address), letter())
    assert first.sentence == "Dit e-mailadres kan niet boven een mail staan."
    assert second.is_accepted


def test_over_starttls_with_a_password(open_office, tmp_path, monkeypatch):
    shown, context = certificate(tmp_path)
    office = open_office(
        tls_context=context, require_starttls=True, auth_required=True, authenticator=known_by_password
    )
    monkeypatch.setenv("SSL_CERT_FILE", str(shown))
    server = server_at(office.port, host="localhost", security="starttls", user=USER, password=PASSWORD)
    assert [one.is_accepted for one in sent(server, letter())] == [True]
    assert office.postman.to == ["iemand@school.example"]


def test_a_wrong_password_is_tried_once_and_not_repeated(open_office, tmp_path, monkeypatch):
    shown, context = certificate(tmp_path)
    office = open_office(
        tls_context=context, require_starttls=True, auth_required=True, authenticator=known_by_password
    )
    monkeypatch.setenv("SSL_CERT_FILE", str(shown))
    server = server_at(office.port, host="localhost", security="starttls", user=USER, password="mis")
    results = sent(server, letter(), letter())
    assert {one.sentence for one in results} == {"De mailserver nam SMTP_USER met SMTP_PASSWORD niet aan."}
    assert office.postman.connections <= 2  # one try: a greeting before and one after STARTTLS
    assert "mis" not in repr(server)


def test_a_server_that_nobody_vouches_for_gets_nothing(open_office, tmp_path):
    _, context = certificate(tmp_path)
    office = open_office(tls_context=context)
    (result,) = sent(server_at(office.port, host="localhost", security="starttls"), letter())
    assert result.sentence == "De mailserver kon niet tonen dat hij de goede is: zijn certificaat klopt niet."
    assert office.postman.received == []


def test_a_server_without_starttls_gets_nothing(post_office):
    (result,) = sent(server_at(post_office.port, security="starttls"), letter())
    assert result.sentence.startswith("De mailserver biedt niet wat de instellingen vragen")
    assert post_office.postman.received == []
