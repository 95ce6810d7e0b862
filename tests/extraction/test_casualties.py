"""Who fell, and how many: sentences of our own in the ways newspapers tell of the dead, the hurt and the missing."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from dashboard.extraction import extract
from dashboard.facts import Document, Fact

ENGLISH = {
    "At least 53 men have been killed in tribal fighting in Enga province.": "PNG killed 53+",
    "Bombs that fell on Tabayin, Myanmar, killed 18 people and wounded 20, residents said.": (
        "MMR killed 18; MMR wounded 20"
    ),
    # Who did it is not hurt, and neither is who tells of it.
    "Twelve people were killed by a gunman in Quetta, Pakistan.": "PAK killed 12",
    "Twelve people were killed by two snipers in Quetta, Pakistan.": "PAK killed 12",
    "Turkish drones killed 12 civilians in Qamishli, Syria, two security sources said.": "SYR killed 12",
    "More than 20 rebels were hurt in Mali, an officer on the frontline told AFP.": " wounded 20+",
    "Ukrainian forces inflicted 300 casualties on the Russian brigade, Kyiv said.": "RUS killed_or_wounded 300",
    "Two suicide bombers were killed near a mosque in Bannu, Pakistan.": " killed 2",
    "Thailand said 14 civilians had been killed in fighting with Cambodia.": "THA killed 14",
    "Rebels murdered an Australian nun and four peasants in Junin, Peru.": "AUS killed 1; PER killed 4",
    "The Israeli military said a reservist was killed in Jabaliya, Gaza.": "ISR killed 1",
    "Israeli strikes killed 30 people in Gaza, as mediators from Egypt and Qatar tried to revive ceasefire talks.": (
        "PSE killed 30"
    ),
    "Colombia mourns. The rebel National Liberation Army said one of its fighters had been killed near Arauca.": (
        "eln killed 1"
    ),
    "More than 3,000 people have died in Mali and some 700,000 have been forced to flee.": "MLI killed 3000+",
    "Some 40 people died in Mali and five were women.": "MLI killed 40; MLI killed 5",
    "Ukraine said 300 Russian soldiers had been killed, wounded or captured.": "RUS killed_or_wounded 300",
    "Ukraine said 12 Russian soldiers were killed, 30 wounded and five captured.": (
        "RUS captured 5; RUS killed 12; RUS wounded 30"
    ),
    "Armenia has lost 500 soldiers, of whom 200 were killed.": "ARM killed 200; ARM killed_or_wounded 500",
    "Ethiopia had lost 12,000 men, among them at least 4,000 dead.": "ETH killed 4000+; ETH killed_or_wounded 12000",
    "A soldier at the scene put the toll in Mogadishu, Somalia, at nine dead.": "SOM killed 9",
    "The Houthis said 30 mercenaries were killed in Marib, Yemen.": "YEM killed 30",
    "Four Malian soldiers died and seven were hurt by a mine.": "MLI killed 4; MLI wounded 7",
    "The ambush left 14 Nigerian soldiers dead and 20 others missing.": "NGA killed 14; NGA missing 20",
    "At least 22 Pakistani troops were martyred in the attack.": "PAK killed 22+",
    "Israel said it had lost 402 soldiers in Gaza since the ground operation began.": "ISR killed 402",
    "Up to 100 Houthi fighters were killed in the strikes.": "houthis killed -100",
    "Two North Korean soldiers were taken prisoner in Kursk.": "PRK captured 2",
    "An air strike on a hospital in Khartoum killed 70 people.": "SDN killed 70",
    "Thirteen US service members and 170 Afghans were killed at Kabul airport.": "AFG killed 170; USA killed 13",
    "Twelve people, among them three Frenchmen, were killed in Niger.": "FRA killed 3; NER killed 12",
    "The death toll in Gaza has reached 50,021, with 113,274 others wounded.": "PSE killed 50021; PSE wounded 113274",
    "Gaza's death toll stands at 50,021, it said, with 113,274 wounded.": "PSE killed 50021; PSE wounded 113274",
    "The dead in Gaza rose to 50,021, and 113,274 people were injured.": "PSE killed 50021; PSE wounded 113274",
    "According to Ukraine, total Russian combat losses exceed 1.1 million people.": "RUS killed_or_wounded 1100000+",
    "One soldier was killed and another seriously wounded in the West Bank, the Israeli military said.": (
        "ISR killed 1; ISR wounded 1"
    ),
    "Thailand said 14 people had been killed and 46 injured by Cambodian rockets.": "THA killed 14; THA wounded 46",
    "Cambodia accused Thailand of killing eight civilians.": "KHM killed 8",
    "Al-Shabaab attacked a Ugandan base and killed 54 soldiers.": "UGA killed 54",
    "At least 16 people were killed in fighting between Thailand and Cambodia.": " killed 16+",
    "Of 11,000 North Korean troops, 4,000 have been killed or wounded, Kyiv says.": "PRK killed_or_wounded 4000",
    "The bodies of 12 South African soldiers were flown home from Congo.": "ZAF killed 12",
    "Two Chinese were killed in Pakistan.": "CHN killed 2",
    "Russia lost about 600 men, some 200 of them killed.": "RUS killed 200; RUS killed_or_wounded 600",
    "Some 1,200 Ukrainian marines laid down their arms in Mariupol, Russia said.": "UKR captured 1200",
    "The rebels took 30 Malian soldiers prisoner.": "MLI captured 30",
    "Six Filipino soldiers were being treated for shrapnel wounds.": "PHL wounded 6",
    "Eleven Burundian soldiers met their end near Goma.": "BDI killed 11",
    "Hamas took 36 Israelis hostage.": "ISR captured 36",
    "US air strikes on Hodeidah in Yemen killed 74 people, the health ministry said.": "YEM killed 74",
    "Sudan has lost over 900 soldiers and 12 infantry fighting vehicles since the fighting began.": "SDN killed 900+",
    "Malawi lost three of its soldiers in the same fighting and Uruguay one.": "MWI killed 3; URY killed 1",
    "Ukraine put the number of dead at 43,000.": "UKR killed 43000",
    "The three Kenyan soldiers killed in Lamu were named on Monday.": "KEN killed 3",
    "Strikes on Yemen's coast killed 74 people, the Houthi-run health ministry said.": "YEM killed 74",
    "Two Kenyan soldiers died on Sunday at Camp 22.": "KEN killed 2",
    "Seven prisoners who are under 25 were let go in Mali.": "",
    "Hundreds of Malian soldiers had been killed or hurt, he said.": "MLI killed_or_wounded 200+",
    "Sudan lost 900 men. More than 70 of the dead were officers.": "SDN killed 70+; SDN killed 900",
    "The death toll from the Sudanese attack in Nyala rose to 18, including nine women.": "SDN killed 18; SDN killed 9",
    "Russian forces shelled Kherson on Tuesday, killing two people.": "UKR killed 2",
    "A blast rocked the airport of Aden after a plane had landed from Oman, killing 22 people.": "YEM killed 22",
    "Six Iraqi policemen were blown up by a roadside bomb.": "IRQ killed 6",
    "India lost 20 soldiers, among them the commander of 16 Bihar, in a clash.": "IND killed 20",
    "The shells killed 49 Kurdish villagers in Iraq.": "IRQ killed 49",
    "Two civilians died in Kharkiv, Ukraine, along with a girl of nine.": "UKR killed 1; UKR killed 2",
    "Forty-three Ethiopian soldiers were killed or badly wounded.": "ETH killed_or_wounded 43",
    "The army lost 12 men and wounded 30 rebels in Mali.": "MLI killed 12; MLI wounded 30",
    "The Israeli army lost 12 soldiers and another 40 were wounded in the battle.": "ISR killed 12; ISR wounded 40",
    "Ukrainian casualties in the Donbas are believed to have topped 10,000.": "UKR killed_or_wounded 10000+",
    "The five men captured by Iran in the Gulf are Britons.": "GBR captured 5",
    "Four policemen, an officer among them, had died in Kunduz, Afghanistan.": "AFG killed 1; AFG killed 4",
    "President Assad of Syria said that 4,000 soldiers had been martyred since March.": "SYR killed 4000",
    "The names of 20 Armenian prisoners of war who, it says, died in Baku are known.": "ARM killed 20",
    "Clashes between Armenia and Azerbaijan have resumed. At least 20 people were killed.": " killed 20+",
    "The clashes along the Indian-Pakistani border left 12 people dead.": " killed 12",
    "Syria buried its dead. The two Aleppo policemen killed in Lebanon were brothers.": "SYR killed 2",
    "The rebels hit a camp in Mali; N'Djamena admitted to nine dead and four missing soldiers.": (
        "TCD killed 9; TCD missing 4"
    ),
    "North Korea and South Korea hold talks. The North had lost about 600 men, Seoul said.": "PRK killed 600",
    "Thai-Cambodian border clashes go on. They have left 40 people dead.": " killed 40",
    "Eritrea and Ethiopia end their war. Some 70,000 people died in the conflict.": " killed 70000",
    "Four Kenyan soldiers were killed on Monday and three more the following day.": "KEN killed 3; KEN killed 4",
    "Uganda said 54 of the country's soldiers, the commander of the base among them, had died.": "UGA killed 54",
    "More than 300 Ukrainians laid down their arms near the town.": "UKR captured 300+",
    # Near misses
    "The army said 85 rebels had surrendered in Kivu.": "",
    "The troops captured 21 hostile positions in Helmand.": "",
    "Some 40 children were treated for cholera in Harare, Zimbabwe.": "",
    "Neither side reported casualties.": "",
    "The attack caused no casualties among the 300 French soldiers at the base.": "",
    "The rebels freed 30 captured soldiers.": "",
    "Ukraine and Russia exchanged 205 prisoners each.": "",
    "Police arrested 40 protesters in Nairobi.": "",
}
INDONESIAN = {
    "Pemberontak Maois membantai 75 polisi di Dantewada, India. Tujuh polisi lainnya luka-luka.": (
        "IND killed 75; IND wounded 7"
    ),
    "Taliban kehilangan 12 pejuang di Kunduz, Afganistan. Tiga rekannya terluka.": (
        "taliban killed 12; taliban wounded 3"
    ),
    "Sebanyak 24 jenazah dibawa ke rumah sakit di Batken, Kirgizstan.": "KGZ killed 24",
    "Kirgizstan menyerahkan 24 jenazah kepada Tajikistan.": "",
    "Lebih dari 120 orang tewas di Kongo dan 90.000 orang meninggalkan rumah mereka.": "COD killed 120+",
    "Ukraina menyatakan 300 tentara Rusia tewas, terluka, atau ditangkap.": "RUS killed_or_wounded 300",
    "Ukraina menyatakan 12 tentara Rusia tewas, 30 terluka, dan lima ditangkap.": (
        "RUS captured 5; RUS killed 12; RUS wounded 30"
    ),
    'Tentara Nasional Libya mengatakan 250 "teroris" tewas di Tripoli.': "LBY killed 250",
    "Sembilan prajurit Ghana gugur di Goma, dua di antaranya bertugas di MONUSCO.": "GHA killed 2; GHA killed 9",
    "Militer Thailand menyebut 90 tentara Kamboja tewas, di pihaknya 15 gugur.": "KHM killed 90; THA killed 15",
    "Di Karabakh 32 orang tewas dan lebih dari 90 luka di pihak Armenia.": "ARM killed 32; ARM wounded 90+",
    "Serangan AS ke Taiz menewaskan 38 orang, menurut kelompok Houthi.": "YEM killed 38",
    "Ukraina menerima 212 jenazah tentaranya dari Rusia, kata Markas Tawanan Perang.": "",
    "Menurut Houthi 16 orang tewas akibat serangan udara AS dan Inggris di Saada.": "YEM killed 16",
    "Komandan Hizbullah Mohammed Nasser tewas dalam serangan Israel di Tirus.": "hezbollah killed 1",
    "Prancis melepas 500 tawanan Niger ke Mali.": "",
    "Di antara yang tewas terdapat Panglima Garda Revolusi Iran Jenderal Hossein Salami.": "IRN killed 1",
    "Di antara yang hadir terdapat Menteri Pertahanan Mali Sadio Camara.": "",
    "Houthi menguasai Sanaa. Serangan udara kemarin menewaskan 53 orang menurut kelompok itu.": "YEM killed 53",
    "“Prajurit kami yang gugur hanya delapan orang,” kata Menteri Pertahanan Mali Sadio Camara.": "MLI killed 8",
    "Kamboja menuding Thailand membunuh seorang prajuritnya di Preah Vihear.": "KHM killed 1",
    "“Mereka kehilangan 900 tentara,” kata juru bicara militer Ukraina Serhii Cherevatyi soal Rusia.": "RUS killed 900",
    "Sebanyak 26 wisatawan dibunuh kelompok bersenjata di Pahalgam, India.": "IND killed 26",
    "Wartawan Palestina Shireen Abu Akleh tewas ditembak di Jenin.": "PSE killed 1",
    "Jumlah tentara Etiopia yang gugur dalam perang Tigray diperkirakan sekitar 2.000 orang.": "ETH killed 2000",
    "Korban di pihak Sudan, baik tewas maupun luka, mencapai 700 personel.": "SDN killed_or_wounded 700",
    "Jumlah korban di kalangan tentara Mali yang bertempur di utara telah melampaui 300 orang. "
    "Mereka terdiri dari 100 orang tewas dan 200 orang luka-luka.": (
        "MLI killed 100; MLI killed_or_wounded 300+; MLI wounded 200"
    ),
    "Serangan itu menewaskan 14 tentara Nigeria, sementara 20 lainnya hilang.": "NGA killed 14; NGA missing 20",
    "Jumlah tentara Turki yang tewas bertambah menjadi 33 orang.": "TUR killed 33",
    "Israel kehilangan 402 tentaranya di Gaza sejak operasi darat dimulai.": "ISR killed 402",
    "Dua tentara Korea Utara ditawan di Kursk.": "PRK captured 2",
    "Bom bunuh diri di Kabul merenggut nyawa 12 orang dan melukai 30 lainnya.": "AFG killed 12; AFG wounded 30",
    "Korban tewas di Gaza mencapai 50.021 orang, 113.274 lainnya cedera.": "PSE killed 50021; PSE wounded 113274",
    "Jumlah korban jiwa di Gaza kini 50.021 orang, dengan 113.274 orang luka-luka.": (
        "PSE killed 50021; PSE wounded 113274"
    ),
    "Al-Shabaab menyerang pangkalan Uganda dan menewaskan 54 tentara.": "UGA killed 54",
    "Sedikitnya 16 orang tewas dalam pertempuran antara Thailand dan Kamboja.": " killed 16+",
    "Dari 11.000 tentara Korut, 4.000 telah tewas atau terluka, kata Kyiv.": "PRK killed_or_wounded 4000",
    "Jenazah 12 prajurit Afrika Selatan dipulangkan dari Kongo.": "ZAF killed 12",
    "Tiga prajurit TNI gugur dan dua terluka dalam serangan KKB di Papua.": "IDN killed 3; IDN wounded 2",
    "Serangan udara di Sanaa menelan sedikitnya 25 nyawa.": "YEM killed 25+",
    "Nyawa 15 warga Haiti melayang akibat serangan geng.": "HTI killed 15",
    "Sedikitnya 19 tentara Nigeria mengembuskan napas terakhir dalam penyergapan di Borno.": "NGA killed 19+",
    "Lima tentara Mali tak tertolong setelah kendaraan mereka menginjak ranjau.": "MLI killed 5",
    "Tiga orang dilarikan ke rumah sakit akibat serangan rudal di Odesa.": "UKR wounded 3",
    "Rusia menderita 100.000 korban sejak Desember.": "RUS killed_or_wounded 100000",
    "Empat puluh tiga tentara Ethiopia mati atau luka berat.": "ETH killed_or_wounded 43",
    "Militer Ethiopia mengatakan 30 prajuritnya tewas, terluka, atau hilang.": "ETH killed_or_wounded 30",
    "Serangan itu menewaskan dan melukai 60 tentara Mali.": "MLI killed_or_wounded 60",
    "Kolombia melaporkan 50 personelnya tewas pada Selasa, terdiri atas 42 tentara dan delapan polisi.": (
        "COL killed 42; COL killed 50; COL killed 8"
    ),
    "Perang itu menelan lebih dari 6.500 nyawa di kedua kubu.": " killed 6500+",
    "Dua belas prajurit Ukraina menyerah kepada pasukan Rusia di Mariupol.": "UKR captured 12",
    "Dua anggota UNIFIL asal Ghana terluka akibat ledakan.": "GHA wounded 2",
    "Sebanyak 12 perempuan diculik Boko Haram di Borno, Nigeria.": "NGA captured 12",
    "Menurut Kiev, prajuritnya yang gugur dihitung tiap bulan, dan jumlahnya tak sampai 6.000.": "UKR killed -6000",
    "Seorang prajurit Pakistan gugur dalam baku tembak. Seorang anggota lainnya terluka tembak di bahu.": (
        "PAK killed 1; PAK wounded 1"
    ),
    "Jumlah yang terluka di Beirut semula disebut 25 orang, lalu direvisi menjadi 34 orang.": (
        "LBN wounded 25; LBN wounded 34"
    ),
    "Dari 50 korban tewas di Aleppo, 20 di antaranya anak-anak.": "SYR killed 20; SYR killed 50",
    "Serangan itu menewaskan 100 lebih tentara Mali.": "MLI killed 100+",
    "Sekitar 200-an tentara Niger tewas disergap.": "NER killed 200",
    "Di Kiev enam orang tewas dan 20 lainnya dirawat.": "UKR killed 6; UKR wounded 20",
    "Rusia menggempur Kharkiv, enam orang tewas.": "UKR killed 6",
    "Israel membombardir Beirut dan 12 orang tewas.": "LBN killed 12",
    "Gempuran Rusia atas Kharkiv menelan enam korban jiwa.": "UKR killed 6",
    "Perang di Sudan berkecamuk. Hitungan ACLED, lembaga yang bermarkas di Wisconsin: sedikitnya 150 jiwa melayang.": (
        "SDN killed 150+"
    ),
    "Korban di pihak tentara Belarus yang bertempur di Kharkiv telah melampaui 3.000 orang.": (
        "BLR killed_or_wounded 3000+"
    ),
    "Seorang prajurit Pakistan gugur, sedangkan dua rekannya luka-luka.": "PAK killed 1; PAK wounded 2",
    # Near misses
    "Pemerintah Jerman menyiapkan 2.000 tempat tidur untuk korban luka Ukraina.": "",
    "Tim nasional Irak kehilangan dua pemain.": "",
    "Dua belas militan menyerah di Basilan.": "",
    "Upacara di Aleppo untuk mengenang korban tewas dihadiri 300 orang.": "",
    "Tak satu pun dari 40 prajurit Mali itu terluka.": "",
    "Proyek di Gaza itu menelan biaya 500 juta.": "",
    "Pertempuran di Sudan mengusir 14 juta orang.": "",
    "Rumah sakit di Kiev menyelamatkan nyawa 20 warga.": "",
    "Tidak ada korban jiwa dalam serangan itu.": "",
    "Polisi menangkap 40 pengunjuk rasa di Nairobi.": "",
}
CASES = [("en", *each) for each in ENGLISH.items()] + [("id", *each) for each in INDONESIAN.items()]

# One case a line: what it shows, its language and text, and exactly the people that it tells (actor, outcome, and the
# number's low, best and high); near misses have none.
LINES = Path(__file__).with_name("casualties.jsonl").read_text(encoding="utf-8").splitlines()
NOTES: list[dict[str, Any]] = [json.loads(line) for line in LINES]


def told(fact: Fact) -> str:
    """Write a casualty in short: "PSE killed 12", "killed 12+" at least, "killed -12" at most."""
    number = f"{fact.value_best}" if fact.value_best is not None else ""
    low = f"{fact.value_low}+" if fact.value_low is not None else ""
    high = f"-{fact.value_high}" if fact.value_high is not None else ""
    return f"{fact.actor} {fact.outcome or fact.movement} {number or low or high}"


@pytest.mark.parametrize(("language", "text", "expected"), CASES)
def test_casualties(language: str, text: str, expected: str) -> None:
    document = Document(document_id="x", text=text, language=language, published=date(2025, 3, 12))
    assert "; ".join(sorted(told(fact) for fact in extract(document))) == expected


@pytest.mark.parametrize("case", NOTES, ids=lambda case: case["what"])
def test_notes(case: dict[str, Any]) -> None:
    document = Document(document_id="n", text=case["text"], language=case["language"], published=date(2025, 3, 12))
    found = [
        [fact.actor, fact.outcome or fact.movement, [fact.value_low, fact.value_best, fact.value_high]]
        for fact in extract(document)
    ]
    assert sorted(found, key=str) == sorted(case["people"], key=str)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The army will investigate the killing of 12 people in Mali on Monday."),
        ("en", "The court will hear how 12 soldiers were killed in Mali."),
        ("id", "Militer akan menyelidiki kematian 12 warga di Mali."),
    ],
)
def test_what_is_planned_about_the_dead_is_not_their_death(language: str, text: str) -> None:
    document = Document(document_id="d", text=text, language=language, published=date(2025, 3, 12))
    assert [(f.value_best, f.status, f.date_start) for f in extract(document)] == [(12, "occurred", None)]
