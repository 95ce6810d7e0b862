"""Whose people are counted, in sentences of our own: one for each phenomenon, and near misses that yield nothing."""

from __future__ import annotations

from datetime import date

import pytest

from dashboard.extraction import extract
from dashboard.facts import Document, Fact

Row = tuple[str, str, int | None]  # actor, outcome or movement, number

ENGLISH: dict[str, tuple[str, list[Row]]] = {
    "rebels kill soldiers of the country they are at home in": (
        "Al-Shabaab militants killed 11 soldiers at dawn when they stormed an outpost.",
        [("SOM", "killed", 11)],
    ),
    "a group is meant by its kind": (
        "Al-Shabaab attacked a base. The al-Qaeda-linked group said that 47 soldiers had died.",
        [("SOM", "killed", 47)],
    ),
    "members of the group": (
        "Hezbollah mourned a commander. It acknowledged that four other members of the group died with him.",
        [("hezbollah", "killed", 4)],
    ),
    "the mission told of before": (
        "UNISFA guards the oil fields. The mission has about 3,800 troops in the area.",
        [("unisfa", "stationed", 3800)],
    ),
    "what is told by the way sends nobody": (
        "Egypt, which is locked in a quarrel with Ethiopia over a dam, will send 1,091 soldiers to Somalia.",
        [("EGY", "sent", 1091)],
    ),
    "from where people leave is not whose they are": (
        "The Pentagon will bring home about 3,000 soldiers from Poland and Lithuania in April.",
        [("USA", "withdrawn", 3000)],
    ),
    "a hospital with a state's name": (
        "Sudan is at war. More than 450 patients died at the Saudi maternity hospital in El Fasher.",
        [("SDN", "killed", 450)],
    ),
    "where who counts is based": (
        "Iran was bombed for twelve days. HRANA, a rights group based in Washington, puts the dead at 974.",
        [("IRN", "killed", 974)],
    ),
    "a health ministry counts those at home": (
        "Israel struck Beirut. The Lebanese Health Ministry gave the toll as five dead and 28 wounded.",
        [("LBN", "killed", 5), ("LBN", "wounded", 28)],
    ),
    "a government's count": (
        "The army says it killed 370 Hezbollah operatives; Beirut's count is 331 people killed and 945 wounded.",
        [("hezbollah", "killed", 370), ("LBN", "killed", 331), ("LBN", "wounded", 945)],
    ),
    "an army tells of its own": (
        "The Ukrainian military said on Monday that three soldiers had been killed near Pokrovsk.",
        [("UKR", "killed", 3)],
    ),
    "rebel losses": (
        "The MILF clashed with troops in Mindanao. The army put rebel losses at 13 killed.",
        [("milf", "killed", 13)],
    ),
    "a list with a long name in it": (
        "The army said 14 members of the Farabundo Marti National Liberation Front (FMLN) and three soldiers died.",
        [("fmln", "killed", 14), ("SLV", "killed", 3)],
    ),
    "people in the plural": (
        "An Israeli tank shell wounded two Indonesians in Naqoura.",
        [("IDN", "wounded", 2)],
    ),
    "who kills and whose they are": (
        "The Houthis said American jets had killed four of their fighters in Saada.",
        [("houthis", "killed", 4)],
    ),
    "a noun that no list has": (
        "Seven Spanish intelligence agents were killed in an ambush south of Baghdad in November 2003.",
        [("ESP", "killed", 7)],
    ),
    "members of a group by its name": (
        "Islamabad said 23 soldiers and more than 200 Taliban had been killed along the frontier.",
        [("PAK", "killed", 23), ("taliban", "killed", 200)],
    ),
    "each side counts its own": (
        "Thai and Cambodian troops exchanged fire. Bangkok said 11 civilians had died; Phnom Penh reported one dead.",
        [("THA", "killed", 11), ("KHM", "killed", 1)],
    ),
    "by whose tallies": (
        "Hamas gunmen killed about 1,200 people that day, by Israeli tallies. Gaza was bombed in return.",
        [("ISR", "killed", 1200)],
    ),
    "an army counts what the other side has lost": (
        "Russia's Defence Ministry said Ukrainian forces had lost up to 210 soldiers near Kharkiv.",
        [("UKR", "killed_or_wounded", 210)],
    ),
    "lost where others fell": (
        "South Africa said 13 of its soldiers had been killed in eastern Congo. Malawi lost three.",
        [("ZAF", "killed", 13), ("MWI", "killed", 3)],
    ),
    "a town that only one country has": (
        "Russian shelling killed three people in Nikopol, the regional governor wrote.",
        [("UKR", "killed", 3)],
    ),
    "people by the name of their state": (
        "The coalition said that two Americans, a Briton and a Dane were killed in Helmand.",
        [("USA", "killed", 2), ("GBR", "killed", 1), ("DNK", "killed", 1)],
    ),
    "who abducts": (
        "Boko Haram abducted 276 girls from Chibok; about 90 are still missing.",
        [("NGA", "captured", 276), ("NGA", "missing", 90)],
    ),
    "a number put at so many": (
        "Officials in Abuja put the number of soldiers killed by the insurgents at 17, with 29 wounded.",
        [("NGA", "killed", 17), ("NGA", "wounded", 29)],
    ),
    "each army's own dead": (
        "Azerbaijan said 192 of its men were killed in Karabakh; Armenian officials put their own dead at over 200.",
        [("AZE", "killed", 192), ("ARM", "killed", 200)],
    ),
    "an army tells whose shells fell on its people": (
        "Pakistan's army said Indian shells killed a girl and injured three villagers in the Leepa valley.",
        [("PAK", "killed", 1), ("PAK", "wounded", 3)],
    ),
    "troops who are based": (
        "Iran fired at Al Udeid in Qatar, where about 10,000 American troops are based.",
        [("USA", "stationed", 10000)],
    ),
    "a strength that grows": (
        "Germany's brigade in Lithuania is to grow to 4,800 soldiers by the end of 2027.",
        [("DEU", "stationed", 4800)],
    ),
    "a visit's words that move troops": (
        "Three hundred Peruvian soldiers were flown to Aucayacu this morning.",
        [("PER", "sent", 300)],
    ),
    "who sets out": (
        "The first group of 190 Chinese soldiers left Kunming by plane on Thursday.",
        [("CHN", "sent", 190)],
    ),
    "lives lost have no object": (
        "At least five Afghan policemen lost their lives the same night when insurgents raided a base.",
        [("AFG", "killed", 5)],
    ),
    "a part of those told of": (
        "Eleven Spaniards have been killed in Iraq, seven of them intelligence agents who died in an ambush.",
        [("ESP", "killed", 11), ("ESP", "killed", 7)],
    ),
    "whom a group from next door kills": (
        "Gaza counts 300 dead. Israel sent its tanks after Hamas stormed across the fence, killed some 1,200 people "
        "and went home.",
        [("PSE", "killed", 300), ("ISR", "killed", 1200)],
    ),
    "troops that have not come yet do not die": (
        "Australia will send 80 soldiers to the Philippines. The battle for Marawi cost the lives of 165 soldiers.",
        [("AUS", "sent", 80), ("PHL", "killed", 165)],
    ),
    "a denial of killings": ("The RSF denied that it had killed civilians in El Fasher.", [("SDN", "killed", None)]),
}

INDONESIAN: dict[str, tuple[str, list[Row]]] = {
    "tentara of a state": (
        "PBB memperkirakan 3.000 sampai 4.000 tentara Rwanda berada di Kongo timur.",
        [("RWA", "stationed", 3000)],
    ),
    "fighting alongside": (
        "Pakar PBB memperkirakan sedikitnya 4.000 serdadu Rwanda bertempur bersama M23.",
        [("RWA", "stationed", 4000)],
    ),
    "landing": (
        "Sebanyak 2.500 prajurit Australia mendarat di Bandara Komoro, Dili.",
        [("AUS", "sent", 2500)],
    ),
    "an offer": (
        "Inggris menawarkan 10.000 prajurit sebagai pasukan penjaga perdamaian di Ukraina.",
        [("GBR", "sent", 10000)],
    ),
    "the scene of a paragraph": (
        "Israel menyerang Teheran. Di Iran, angkanya berbeda-beda. Kementerian Kesehatan, yang terakhir memperbarui "
        "data pekan lalu, menyebut 224 orang meninggal.",
        [("IRN", "killed", 224)],
    ),
    "a hospital with a state's name": (
        "Perang di Sudan memburuk. Sedikitnya 460 pasien dibunuh di Rumah Sakit Bersalin Saudi di El Fasher.",
        [("SDN", "killed", 460)],
    ),
    "since a day begins no clause": (
        "Total tentara Afrika Selatan yang tewas sejak Kamis pekan lalu menjadi 13 orang.",
        [("ZAF", "killed", 13)],
    ),
    "whom a group is accused of killing": (
        "Sejak militer Kongo melancarkan ofensif, kelompok ADF dituding PBB telah menghabisi 500 warga sipil.",
        [("COD", "killed", 500)],
    ),
    "helmets": (
        "Amerika Serikat mengirim 3.000 tentara ke Ukraina. Jerman hanya mengirim 5.000 helm, yang dicemooh.",
        [("USA", "sent", 3000)],
    ),
    "to where they fly": (
        "Pentagon mengatakan 2.000 tentara akan diterbangkan ke Polandia dan Jerman.",
        [("USA", "sent", 2000)],
    ),
    "a soldier named behind a comma": (
        "Indonesia berduka. Mereka menanti kepulangan Sersan Mayor Rama Wahyudi, prajurit Kontingen Garuda yang "
        "gugur di Kongo.",
        [("IDN", "killed", 1)],
    ),
}

NOTHING: dict[str, tuple[str, str]] = {
    "what may happen": ("en", "If the fighting in Goma resumes, thousands could die, the United Nations warned."),
    "an amnesty": ("en", "Eritrea will grant an amnesty to 3,500 prisoners to mark the new year."),
    "all of a group": ("en", "It was the first death among the 800 officers in Haiti, Kenya said."),
    "a major task": ("en", "The killings are a major challenge for the government of Burundi."),
    "a loss is no person": ("en", "The raid on Goma was one of the heaviest losses of the war for Malawi."),
    "captives of old": ("en", "United Nations monitors interviewed 174 former Ukrainian captives in May."),
    "others who are missing": ("en", "Hundreds of women with photographs of missing husbands stood in Kyiv on Friday."),
    "what is quoted": ("en", "“We will not forget our martyrs,” an army officer said in Khartoum."),
    "what has not happened": ("en", "Poland would answer if 20 soldiers were killed in an attack."),
    "people on duty": ("en", "In Kyiv, 260 emergency workers and 70 repair crews are on duty around the clock."),
    "recruits taken in": ("en", "Japan's Self-Defense Forces took in just 9,724 recruits last year."),
    "people flown out": ("en", "The US sent soldiers to Kabul. Since then 109,200 people have been flown out."),
    "who lives where": ("en", "She is a mother of four who lives in a mobile home near Houston, in the United States."),
    "phones": ("en", "Donald Trump and Mike Pompeo are in charge. All that they need now is a smart phone."),
    "captives who come home": (
        "id",
        "Ukraina dan Rusia kembali bertukar tahanan. Masing-masing pihak memulangkan 303 prajurit.",
    ),
    "people who leave their homes": (
        "id",
        "Israel mengirim pasukan ke Lebanon. Lebih dari 1,2 juta warga terpaksa meninggalkan rumah.",
    ),
    "no denial": ("id", "Korut tak menampik bahwa ada prajuritnya yang gugur."),
}


def facts(language: str, text: str) -> list[Fact]:
    document = Document(document_id="x", text=text, language=language, published=date(2025, 11, 13))
    return [fact for fact in extract(document) if fact.kind != "meeting"]


def rows(language: str, text: str) -> list[Row]:
    found = facts(language, text)
    return [
        (
            each.actor,
            each.outcome or each.movement,
            next((n for n in (each.value_best, each.value_low, each.value_high) if n is not None), None),
        )
        for each in found
    ]


@pytest.mark.parametrize("name", ENGLISH)
def test_english(name: str) -> None:
    text, expected = ENGLISH[name]
    assert sorted(rows("en", text), key=str) == sorted(expected, key=str)


@pytest.mark.parametrize("name", INDONESIAN)
def test_indonesian(name: str) -> None:
    text, expected = INDONESIAN[name]
    assert sorted(rows("id", text), key=str) == sorted(expected, key=str)


@pytest.mark.parametrize("name", NOTHING)
def test_near_misses_yield_nothing(name: str) -> None:
    assert rows(*NOTHING[name]) == []


def test_where_an_army_sits_is_not_where_it_lost_people() -> None:
    text = "Nairobi, 5 May 2022 - Ten Burundian soldiers died in Somalia on Tuesday. Twelve were hurt, the army in "
    found = facts("en", text + "Bujumbura said.")
    assert [(fact.country, fact.value_best) for fact in found] == [("SOM", 10), ("SOM", 12)]
    assert found[1].claimant == "military-bdi"


def test_a_transcript_without_capitals_is_read() -> None:
    spoken = (
        "anchor: good evening again. it is morning in baghdad and the sun is up over the smoke of the city. we start "
        "with the numbers tonight. the pentagon says seventy-four americans have died since this thing began. there is "
        "no other word from the ministry in london, and nobody here expects one before the morning."
    )
    assert rows("en", spoken) == [("USA", "killed", 74)]
