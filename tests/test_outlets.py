"""However an outlet's name is written, it is one outlet."""

import pytest

from reportedly.outlets import is_address, is_same_outlet, name_over_address, outlet_key


def test_spellings_are_folded() -> None:
    """Article, case and sort do not make another outlet; nothing is folded to nothing."""
    assert outlet_key("The Evening Bell") == outlet_key("evening-bell.com")
    assert outlet_key("Bell") != outlet_key("Evening Bell")
    assert outlet_key("Bell magazine") == outlet_key("the weekly Bell") == outlet_key("Bell")
    assert outlet_key("Bell Magazine") != outlet_key("Bell")
    assert outlet_key("magazine") == "magazine"
    assert outlet_key("???")


@pytest.mark.parametrize(
    "address",
    [
        "ferrytimes.com",
        "www.ferrytimes.de",
        "theferrytimes.co.uk",
        "the-ferry-times.example",
        "sport.ferrytimes.com.au",
        "https://m.ferrytimes.news/harbour/one.html",
    ],
)
def test_an_address_is_its_outlet(address: str) -> None:
    """Whatever country, department or page stands in it, and with the article run together."""
    assert is_address(address)
    assert is_same_outlet(address, "The Ferry Times")


def test_addresses_of_others_stay_apart() -> None:
    """Writers who share a host, and words that merely begin like an article."""
    assert not is_same_outlet("gull.substack.com", "tern.substack.com")
    assert is_same_outlet("gull.substack.com", "Gull")
    assert is_same_outlet("theatre.com", "Theatre")
    assert not is_same_outlet("theatre.com", "Atre")
    assert not is_same_outlet("Ferry Times", None)
    assert is_same_outlet(None, None)


def test_what_is_no_address() -> None:
    """Frequencies, initials and full stops."""
    for name in ("Radio Gull 96.4", "F.T.", "St. Brine Review", "The Ferry Times"):
        assert not is_address(name)


def test_an_outlet_is_shown_by_its_name() -> None:
    """An address only where no article has a name, however often it stands."""
    names = ("theferrytimes.co.uk", "Ferry Times", "The Ferry Times")
    assert max(names, key=name_over_address) == "The Ferry Times"
