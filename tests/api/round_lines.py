"""A round as another system answers it: the addresses of its lines, and what is sent there."""

from registry.reference import active, facts

YES = {"nogInGebruik": "yes", "gegevensKloppen": "yes"}
AGREED = {"conclusie": "agreed", "risico": "low"}


def path_to(number, verb=""):
    return f"/jaarronderegels/{number}{verb}"


def tag(client, number):
    return client.get(path_to(number)).headers["ETag"].strip('"')


def answer(client, number, body, seen=None):
    return client.post(path_to(number, "/_beantwoorden"), body, tag=tag(client, number) if seen is None else seen)


def judge(client, number, body, seen=None):
    return client.post(path_to(number, "/_beoordelen"), body, tag=tag(client, number) if seen is None else seen)


def faults(response):
    return [(one["location"]["pointer"], one["detail"]) for one in response.json["errors"]]


def all_answered():
    return [{"vraag": question.code, "antwoord": "yes"} for question in active(facts().review_questions)]
