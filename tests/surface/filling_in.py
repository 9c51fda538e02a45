"""What must hold of a text in every field of every form; the daily tests try a few texts, the release test all."""

from tests.surface.changes import stand
from tests.surface.forms import forms_on, kept_text, saved, sentences, wrong_fields

ONLY_WHEN_TICKED = ("data-", "purposes-", "measures-")  # the note beside a code that is not chosen is not read


def refused_everywhere(client, forms, text):
    """What is wrong where the text, one field after the other in each form, should be refused; and how many fields."""
    app, wrong, fields = client.application, [], 0
    before = stand(app)
    for form in forms:
        if not form.texts:
            continue
        fields += len(form.texts)
        answer = form.sent(client, dict.fromkeys(form.texts, text))
        if answer.status_code in (400, 413):  # not one text of it is read
            continue
        silent = {name for name in form.texts if not name.startswith(ONLY_WHEN_TICKED)} - wrong_fields(answer)
        if answer.status_code != 422 or silent or "!" in "".join(sentences(answer)).partition("“")[0]:
            wrong.append((form.address, answer.status_code, silent))
    if stand(app) != before:
        wrong.append("something changed")
    return wrong, fields


def kept_or_refused_everywhere(client, forms, text):
    """What is wrong where the text should be kept and read back, or refused with a sentence; how many of each."""
    wrong, counts = [], {"kept": 0, "refused": 0}
    for old in forms:
        form = again(client, old)
        if form is None or not form.texts:
            continue
        typed, refused, answer = saved(client, form, text)
        counts["refused"] += len(refused)
        if answer.status_code == 302:
            wrong += _not_read_back(client, form, typed)
            counts["kept"] += len(typed)
        elif answer.status_code not in (200, 409, 422) or not (answer.status_code == 200 or sentences(answer)):
            wrong.append((form.address, answer.status_code))
        else:
            wrong += _lost(answer, form, typed)
            counts["refused"] += len(typed)
    return wrong, counts


def again(client, old):
    """The form as it stands now: an earlier text may have made another version of the record."""
    answer = client.get(old.address, buffered=True)
    if answer.status_code != 200:
        return None
    return next((one for one in forms_on(old.address, answer.text) if one.address == old.address), None)


def _not_read_back(client, form, typed):
    """The fields of a form that changes a record which say something else when it is opened again."""
    if not form.address.endswith("/wijzigen"):
        return []
    opened = again(client, form)
    now = dict(opened.pairs) if opened else {}
    return [
        (form.address, name, now[name][:60])
        for name, text in typed.items()
        if name in now and now[name].replace("\r\n", "\n") != _kept_in(name, text) and not _is_row(name)
    ]


def _kept_in(name, text):
    """The text as a field of this name keeps it: the end of an address in small letters."""
    return kept_text(text).lower() if name == "slug" else kept_text(text)


def _lost(answer, form, typed):
    """The fields whose text is no longer what was typed, on the page that says what is wrong."""
    shown = {name: value for one in forms_on(form.address, answer.text) for name, value in one.pairs}
    return [
        (form.address, name, "lost")
        for name, text in typed.items()
        if name in shown and kept_text(shown[name]) != kept_text(text)
    ]


def _is_row(name):
    return "-" in name  # a row without text is no row, and the next takes its place
