"""Where it was, when it was and who says so: short texts of our own, each with what its facts must say."""

from __future__ import annotations

from datetime import date

import pytest

from dashboard.extraction import extract
from dashboard.facts import Document, Fact

PUBLISHED = date(2024, 5, 16)  # a Thursday
COUNTRIES = {  # of each fact in the order of the text
    "near a border people fall at home": (
        "en",
        "Mali lost ten soldiers in an ambush near the border with Niger, the army in Bamako said.",
        ["MLI"],
    ),
    "the same in Indonesian": ("id", "Tiga prajurit Niger gugur di dekat perbatasan Mali pada Senin.", ["NER"]),
    "on which side of a border troops stand": (
        "en",
        "Turkey has massed 5,000 soldiers along the border with Syria.",
        [""],
    ),
    "whose attack it was is no place": (
        "en",
        "Six Ghanaian peacekeepers were wounded in an Israeli air strike on their post in southern Lebanon.",
        ["LBN"],
    ),
    "in several missions": ("id", "Bangladesh menempatkan 6.000 personel di delapan misi PBB.", [""]),
    "a place that no list has": (
        "en",
        "Philippine troops fought rebels in the hills of Banga. Four soldiers were killed in the clash, Manila said.",
        ["PHL"],
    ),
    "an island that shares its name with a city abroad": (
        "en",
        "The Philippine army said six NPA guerrillas had been killed on Samar and in Leyte.",
        ["PHL"],
    ),
    "a month is no town": ("en", "Since the invasion in March, 40 British soldiers have died in Iraq.", ["IRQ"]),
    "an occupied town": (
        "en",
        "Twelve Russian officers were killed in a missile attack near occupied Donetsk.",
        ["UKR"],
    ),
    "behind an article": (
        "en",
        "North Korea has agreed to send 1,000 sappers to the Kursk region, Sergei Shoigu said in Pyongyang.",
        ["RUS"],
    ),
    "where somebody said so": (
        "id",
        "Zelensky di Brussels mengatakan Korea Utara menyiapkan 10.000 tentara untuk dikirim ke Rusia.",
        ["RUS"],
    ),
    "a total of a whole war": ("en", "Ukraine said that 31,000 of its soldiers had been killed.", [""]),
    "a sea beside a state": ("en", "Air strikes on Yemen's Red Sea coast killed 12 people.", ["YEM"]),
}

DATES = {  # of each fact in the order of the text, from when to when
    "the month of an interview": (
        "en",
        "In an interview with a broadcaster this month, Zelensky said that over 46,000 Ukrainian troops had died.",
        [".."],
    ),
    "the month of a statement at the end": (
        "id",
        "Ukraina kehilangan 43.000 tentara sejak invasi dimulai, ungkap Zelensky pada Desember lalu.",
        [".."],
    ),
    "the day of a statement before it": (
        "en",
        "On Tuesday, Defence Minister Ana Ruiz said that six Colombian soldiers had been killed in Cauca.",
        [".."],
    ),
    "since when nothing was as deadly": (
        "en",
        "At least 29 soldiers were killed in western Niger, the deadliest attack since the army took power in July.",
        [".."],
    ),
    "the day on which a toll rose": ("en", "The death toll in Goma rose to 18 on Saturday, officials said.", [".."]),
    "a month that opens a sentence": (
        "en",
        "In January 2022, a strike by the Saudi-led coalition on a crowded prison in Saada killed 91 detainees.",
        ["2022-01-01..2022-01-31"],
    ),
    "the day of an incident in the sentence after": (
        "en",
        "A mortar attack on a market in Goma killed six people. The shells fell on Monday.",
        ["2024-05-13..2024-05-13"],
    ),
    "the day of an interview": (
        "id",
        "Dalam wawancara yang ditayangkan Minggu (12/5/2024), Presiden Zelensky mengakui 31.000 tentara Ukraina tewas.",
        [".."],
    ),
    "the day of an attack before who speaks": (
        "en",
        "On Tuesday six Colombian soldiers were killed in Cauca, the army said.",
        ["2024-05-14..2024-05-14"],
    ),
    "since a weekday with its date": (
        "id",
        "Sembilan tentara Mali tewas sejak Senin (13/5/2024) di Kidal.",
        ["2024-05-13.."],
    ),
    "counted until a day, of an event told before": (
        "id",
        "Bom meledak di Kabul pada Senin. Hingga Rabu, polisi mencatat 12 orang tewas.",
        ["2024-05-13..2024-05-13"],
    ),
    "a month of the clause before": (
        "en",
        "In May 2017 the camp at Kolofata in Cameroon was raided; 15 soldiers were killed.",
        ["2017-05-01..2017-05-31"],
    ),
    "a part with a date of its own": (
        "en",
        "Some 300 Nigerian soldiers have been killed since 2019, including 90 this year.",
        ["2019-01-01..", "2024-01-01..2024-12-31"],
    ),
    "each its own day": (
        "en",
        "Six Turkish soldiers were killed on May 3 in Iraq and four more the following day.",
        ["2024-05-03..2024-05-03", "2024-05-04..2024-05-04"],
    ),
    "over the weekend": ("en", "Rebels killed 12 soldiers in Mali over the weekend.", ["2024-05-11..2024-05-12"]),
    "the same in Indonesian": (
        "id",
        "Sebelas tentara Mali tewas di Gao pada akhir pekan lalu.",
        ["2024-05-11..2024-05-12"],
    ),
    "since the year began": ("id", "Sebanyak 40 tentara Mali tewas sejak awal tahun.", ["2024-01-01.."]),
    "but not of another year": ("id", "Sebanyak 40 tentara Mali tewas sejak awal tahun 2019.", ["2019-01-01.."]),
    "the evening before": (
        "en",
        "Kharkiv was hit again on Tuesday. Two people were killed there the previous evening.",
        ["2024-05-13..2024-05-13"],
    ),
    "over the past day": (
        "en",
        "Over the past 24 hours, 30 people have been killed in Gaza, its health ministry said.",
        ["2024-05-15..2024-05-16"],
    ),
    "what did not happen was on no day": (
        "en",
        "The rebels took Goma in Congo on Monday. The group denied that it had killed civilians.",
        [".."],
    ),
}


def facts(language: str, text: str) -> list[Fact]:
    return extract(Document(document_id="", text=text, language=language, published=PUBLISHED))


@pytest.mark.parametrize("name", COUNTRIES)
def test_in_which_country_it_was(name: str) -> None:
    language, text, expected = COUNTRIES[name]
    assert [fact.country for fact in facts(language, text)] == expected


@pytest.mark.parametrize("name", DATES)
def test_when_it_was(name: str) -> None:
    language, text, expected = DATES[name]
    found = sorted(facts(language, text), key=lambda fact: str(fact.date_start))
    assert [f"{fact.date_start or ''}..{fact.date_end or ''}" for fact in found] == expected


CLAIMANTS = {  # of each fact, and how it is put
    "an office that was introduced with its holder": (
        "en",
        "Prime Minister Petr Fiala visited the base on Monday. The Czech Republic will send 300 soldiers to Mali, "
        "the prime minister said.",
        ["petr-fiala states"],
    ),
    "by somebody's account": (
        "en",
        "By Riyadh's account, 12 Houthi fighters were killed in Hodeidah.",
        ["SAU states"],
    ),
    "by the army's own count": (
        "en",
        "Forty rebels died in the battle for Goma in Congo, by the army's own count.",
        ["military-cod states"],
    ),
    "what follows a colon does not speak": (
        "en",
        "Turkey's defence ministry reported a raid. Nine PKK fighters were killed, the ministry said: four in "
        "northern Iraq and five in northern Syria.",
        ["mod-tur states"] * 3,
    ),
    "a spokesman behind the body for which he speaks": (
        "id",
        "Sejak Januari 40 tentara Mali tewas, kata juru bicara Dewan Keamanan Nasional John Kirby.",
        ["john-kirby states"],
    ),
    "somebody who lives there": (
        "id",
        '"Lima warga Gaza tewas," ujar seorang penduduk kepada AFP.',
        ["unnamed-source states"],
    ),
    "by nobody's account": ("en", "Twelve soldiers were killed in Mali by rebels.", ["publisher states"]),
    "who speaks behind the verb, not the place before it": (
        "en",
        '"23 soldiers were killed in Gao, Mali," said South Korea\'s National Intelligence Service.',
        ["nis-kor states"],
    ),
    "a spokeswoman behind the verb": (
        "en",
        "More than 40 were wounded at a post where the borders of Jordan, Syria and Iraq meet, said Sabrina Singh, the "
        "deputy Pentagon press secretary.",
        ["sabrina-singh states"],
    ),
    "a sentence that says according to whom": (
        "en",
        "23 soldiers were killed in Gao, Mali. That is according to the Israeli military.",
        ["idf states"],
    ),
    "whose figure it was": (
        "en",
        "31 soldiers were killed in Gao, Mali. The figure was given by Human Rights Watch.",
        ["human-rights-watch states"],
    ),
    "those who say it are nobody's dead": (
        "en",
        "45 soldiers were killed in Gao, Mali, two people briefed by the Russian Defence Ministry said.",
        ["mod-rus states"],
    ),
    "from whom a medium has it": (
        "id",
        "Sebanyak 31 tentara tewas di Gao, Mali, seperti dikutip Reuters dari Presiden Volodymyr Zelensky.",
        ["volodymyr-zelenskyy states"],
    ),
    "a statement behind what it says": (
        "id",
        "Sebanyak 31 tentara tewas di Gao, Mali, demikian pernyataan Kementerian Pertahanan Rusia.",
        ["mod-rus states"],
    ),
    "what a name in an apposition only says of another": (
        "en",
        "JNIM, an al-Qaida affiliate, claimed responsibility and said it killed 60 soldiers in Mali.",
        ["jnim states"],
    ),
}


@pytest.mark.parametrize("name", CLAIMANTS)
def test_who_says_so(name: str) -> None:
    language, text, expected = CLAIMANTS[name]
    assert [f"{fact.claimant} {fact.assertion}" for fact in facts(language, text)] == expected


SUPPORTED = {  # of each fact: the side that is helped
    "the army of whoever rules there": (
        "en",
        "Rwanda keeps 900 soldiers in Bangui to help the army of President Faustin-Archange Touadera of the Central "
        "African Republic.",
        ["CAF"],
    ),
    "the army of the place": ("en", "Some 300 Russian instructors are in Mali to support the army.", ["MLI"]),
    "to advise an army": ("en", "About 80 US soldiers are in Somalia to advise the Somali army.", ["SOM"]),
    "an alliance has no side": ("en", "Canada will send 1,000 soldiers to Latvia to reinforce NATO.", [""]),
    "what something is for": ("id", "Inggris mengirim 200 prajurit ke Polandia, peringatan bagi Rusia.", [""]),
    "those who clear mines": ("en", "Morocco has sent 300 sappers to Libya to clear the port of mines.", ["LBY"]),
    "those who build": ("id", "Kuba mengirim 2.000 pekerja konstruksi militer ke Nikaragua.", ["NIC"]),
    "sappers of a mission": ("en", "Vietnam sent 200 engineers to South Sudan within UNMISS.", [""]),
    "against another state": (
        "id",
        "Sebanyak 800 tentara Chad berada di Niger untuk bertempur melawan Libya.",
        ["NER"],
    ),
    "against rebels": ("en", "The US sent 400 soldiers to Syria to fight against Islamic State.", [""]),
    "a kingdom": ("en", "Turkey will send 1,200 troops to Qatar to help the kingdom against its foes.", ["QAT"]),
    "a place that is built again": ("en", "North Korea will send 6,000 workers to help rebuild Kursk.", ["RUS"]),
    "the forces of the place": ("en", "Russia sent 100 instructors to train local forces in Niger.", ["NER"]),
    "a coalition that fights": (
        "id",
        "Sudan mengirim 800 prajurit ke Yaman membantu koalisi pimpinan Arab Saudi.",
        ["saudi-led-coalition"],
    ),
}


@pytest.mark.parametrize("name", SUPPORTED)
def test_who_is_helped(name: str) -> None:
    language, text, expected = SUPPORTED[name]
    assert [fact.supported for fact in facts(language, text)] == expected
