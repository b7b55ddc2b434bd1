"""How people write as they speak, and in the shorthand of messages, with the words of a plan. Data only."""

from collections.abc import Mapping
from types import MappingProxyType

SPOKEN_FORMS: Mapping[str, str] = MappingProxyType(
    {
        "mkt": "mycket",
        "mycke": "mycket",
        "nåt": "något",
        "nån": "någon",
        "nåra": "några",
        "nånting": "någonting",
        "nånstans": "någonstans",
        "sån": "sådan",
        "sånt": "sådant",
        "såna": "sådana",
        "dom": "de",
        "dej": "dig",
        "mej": "mig",
        "sej": "sig",
        "oxå": "också",
        "åxå": "också",
        "sen": "sedan",
        "va": "vad",
        "e": "är",
        "å": "och",
        "o": "och",
        "ngn": "någon",
        "ngt": "något",
        "ngra": "några",
        "iofs": "i och för sig",
        "iaf": "i alla fall",
        "pga": "på grund av",
        "mha": "med hjälp av",
        "mtp": "med tanke på",
        "enl": "enligt",
        "vilke": "vilket",
        "hurdå": "hur",
        "hurdan": "hur",
        "asså": "alltså",
        "lr": "eller",
        "stålar": "pengar",
        "milj": "miljoner",
        "mille": "miljon",
        "spänn": "kronor",
        "tusenlappar": "tusen kronor",
    }
)
"""Casefolded words as they are spoken or typed in haste, with the written form."""

SPOKEN_AFTER: Mapping[tuple[str, str], str] = MappingProxyType(
    {(before, "ar"): "år" for before in ("i", "per", "nasta", "nästa", "varje", "forra", "förra", "detta", "ett")}
)
"""What a word typed without dots and rings is after another, where it would else be taken for a commoner one."""
