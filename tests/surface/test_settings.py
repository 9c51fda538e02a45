"""Settings that would make the register unsafe, or that do not exist, keep it from starting; the sentence says why."""

import pytest
from itsdangerous import URLSafeTimedSerializer

from registry import create_app
from registry.errors import BrokenRule
from registry.paths import Instance

STRONG, EARLIER = "0f3d9a71c2b84e65" * 4, "b5e1c07d2a9f4836" * 4


@pytest.fixture
def started(tmp_path, database_url):
    """Start a register with this settings.toml."""

    def start(written):
        instance = Instance(tmp_path / "own")
        instance.prepare()
        instance.settings.write_text(written, encoding="utf-8")
        return create_app(instance, DATABASE_URL=database_url)

    return start


@pytest.mark.parametrize(
    "key",
    [
        pytest.param("dev", id="S27 dev"),
        pytest.param("changeme", id="S27 changeme"),
        pytest.param("x" * 31, id="S27 short"),
        pytest.param("a" * 64, id="S27 one letter"),
        pytest.param("changeme" * 8, id="S27 changeme eight times"),
    ],
)
@pytest.mark.parametrize("setting", ["secret_key", "secret_key_fallbacks"])
def test_a_key_that_can_be_guessed_is_refused_and_not_repeated(started, setting, key):
    value = f'"{key}"' if setting == "secret_key" else f'["{key}"]'
    with pytest.raises(BrokenRule) as refusal:
        started(f"{setting} = {value}")
    assert refusal.value.sentence.startswith(f"De instelling {setting.upper()} is te makkelijk te raden")
    assert key not in refusal.value.sentence


def test_without_a_key_the_register_makes_one_that_it_keeps(started):
    first = started("").config["SECRET_KEY"]
    assert len(first) == 64
    assert started('secret_key = ""').config["SECRET_KEY"] == first


def test_a_cookie_of_an_earlier_key_counts_while_that_key_is_named(started):
    def reads(app, cookie):
        with app.test_request_context(headers={"Cookie": f"session={cookie}"}) as context:
            return dict(context.session)

    before = started(f'secret_key = "{EARLIER}"')
    signer = before.session_interface.get_signing_serializer(before)
    assert isinstance(signer, URLSafeTimedSerializer)
    cookie = signer.dumps({"a": 1})
    assert reads(started(f'secret_key = "{STRONG}"\nsecret_key_fallbacks = ["{EARLIER}"]'), cookie) == {"a": 1}
    assert reads(started(f'secret_key = "{STRONG}"'), cookie) == {}


@pytest.mark.parametrize(
    ("written", "nearest"),
    [
        ('base_ur = "x"', " Bedoelt u base_url?"),
        ("finals_kept_year = 3", " Bedoelt u finals_kept_years?"),
        ('SECRETKEY = "x"', " Bedoelt u secret_key?"),
        ("onzin_die_nergens_op_lijkt = 1", ""),
    ],
)
def test_a_setting_that_does_not_exist_is_named_with_the_one_that_looks_like_it(started, written, nearest):
    name = written.split(" =")[0].lower()
    with pytest.raises(BrokenRule) as refusal:
        started(written)
    assert refusal.value.sentence == f"In settings.toml staat “{name}”. Die instelling bestaat niet.{nearest}"


def test_a_file_that_cannot_be_read_is_named(started):
    with pytest.raises(BrokenRule, match=r"settings\.toml kan niet worden gelezen"):
        started("base_url = https://x")


@pytest.mark.parametrize(
    ("written", "name", "value"),
    [
        ("nee", "DEBUG", False),
        ("1", "SESSION_COOKIE_SECURE", True),
        ("2", "TRUSTED_PROXIES", 2),
        (f"{EARLIER} {STRONG}", "SECRET_KEY_FALLBACKS", [EARLIER, STRONG]),
        ("a@b.nl", "SECURITY_CONTACT", ["mailto:a@b.nl"]),
    ],
)
def test_the_environment_gives_text_and_each_setting_its_own_kind(started, monkeypatch, written, name, value):
    monkeypatch.setenv(f"REGISTER_{name}", written)
    assert started("").config[name] == value


@pytest.mark.parametrize(
    ("name", "written"), [("DEBUG", "misschien"), ("MAX_CONTENT_LENGTH", "veel"), ("MAX_FORM_PARTS", "-1")]
)
def test_a_value_of_another_kind_is_refused(started, monkeypatch, name, written):
    monkeypatch.setenv(f"REGISTER_{name}", written)
    with pytest.raises(BrokenRule, match=f"De instelling {name} is"):
        started("")


@pytest.mark.parametrize("case", [pytest.param("debug", id="S27 debug on")])
def test_with_debug_on_it_does_not_go_beyond_this_device(started, case):
    with pytest.raises(BrokenRule, match="Zet DEBUG uit"):
        started('debug = true\nbase_url = "https://register.bestuur.nl"')
