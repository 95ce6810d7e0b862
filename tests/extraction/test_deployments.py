"""Troops sent, stationed and withdrawn, in sentences of our own: one for each phenomenon, and near misses."""

from __future__ import annotations

from datetime import date

import pytest

from dashboard.extraction import extract
from dashboard.facts import Document, Fact

Row = tuple[str, str, str, tuple[int | None, int | None, int | None]]  # actor, movement, status, low, best, high


def best(value: int) -> tuple[None, int, None]:
    return None, value, None


ENGLISH: dict[str, tuple[str, list[Row]]] = {
    "the strength of a contingent stands before it": (
        "The 1,200-strong Kenyan contingent left Haiti on Monday.",
        [("KEN", "withdrawn", "occurred", best(1200))],
    ),
    "a second number in the list of those who are somewhere": (
        "France has 1,500 soldiers in Niger and 1,000 soldiers in Chad.",
        [("FRA", "stationed", "occurred", best(1500)), ("FRA", "stationed", "occurred", best(1000))],
    ),
    "who leaves a country that is not theirs is withdrawn": (
        "The last 50 French soldiers left Niger on Friday.",
        [("FRA", "withdrawn", "occurred", best(50))],
    ),
    "who leaves home is sent": (
        "The 300 Chinese peacekeepers left Kunming by plane on Friday.",
        [("CHN", "sent", "occurred", best(300))],
    ),
    "an advance party and the main body": (
        "Nepal sends a battalion to Chad. An advance party of 48 from Nepal arrived at Abeche on 6 June; "
        "the main body of the battalion, numbering 552, is expected in September.",
        [("NPL", "sent", "occurred", best(48)), ("NPL", "sent", "planned", best(552))],
    ),
    "how strong a force is, and where it goes": (
        "The Rwandan force, numbering 450, flew to Mozambique on Sunday.",
        [("RWA", "sent", "occurred", best(450))],
    ),
    "from so many to so many, and what was before is no plan": (
        "Canada will cut its presence in Latvia from 900 troops to about 400.",
        [("CAN", "stationed", "occurred", best(900)), ("CAN", "stationed", "planned", best(400))],
    ),
    "troop levels that fall without a noun": (
        "Washington's troop levels in Afghanistan would fall from 8,600 to 4,500 by November.",
        [("USA", "stationed", "occurred", best(8600)), ("USA", "stationed", "planned", best(4500))],
    ),
    "at how many a force is put": (
        "Kyiv puts the size of the Russian force in Kherson at around 35,000.",
        [("RUS", "stationed", "occurred", best(35000))],
    ),
    "who is left behind stays": (
        "France will leave just 100 of its 350 soldiers in Gabon and 300 in Chad.",
        [("FRA", "stationed", "planned", best(100)), ("FRA", "stationed", "planned", best(300))],
    ),
    "a verb that tells only with the place where people are carried": (
        "Two Turkish freighters carried 700 members of Turkey's special forces to Misrata in May.",
        [("TUR", "sent", "occurred", best(700))],
    ),
    "a verb that tells only with the way home": (
        "Denmark brought its 160 soldiers home from Mali in January.",
        [("DNK", "withdrawn", "occurred", best(160))],
    ),
    "people taken to no place": (
        "Chad took 300 soldiers to task over the looting.",
        [],
    ),
    "who has people somewhere, and does something else": (
        "Georgia, with 870 soldiers in Afghanistan, withdrew its offer of helicopters.",
        [("GEO", "stationed", "occurred", best(870))],
    ),
    "a state, its army's instructors and a number in between": (
        "Moscow sent 300 military instructors to the Central African Republic.",
        [("RUS", "sent", "occurred", best(300))],
    ),
    "members of an army": (
        "Some 250 Bundeswehr members are already in the country.",
        [("DEU", "stationed", "occurred", best(250))],
    ),
    "where people came from is not whose they are": (
        "Pakistan moved 8,000 troops from the Afghan frontier to Kashmir.",
        [("PAK", "sent", "occurred", best(8000))],
    ),
    "a briefing by others sends nobody": (
        "Kigali will dispatch 3,000 more troops to Mozambique, a Portuguese lawmaker said after a briefing by the CIA.",
        [("RWA", "sent", "planned", best(3000))],
    ),
    "how many a force elsewhere is, between commas": (
        "The Indian contingent in Abyei, 570 strong, stays on.",
        [("IND", "stationed", "occurred", best(570))],
    ),
    "how many they are, between dashes": (
        "Egyptian soldiers – 1,000 of them, according to one account – landed in Mogadishu aboard two planes.",
        [("EGY", "sent", "occurred", best(1000))],
    ),
    "a battalion of so many as an object": (
        "Colombia's army sent in a battalion of 700 men after the massacre.",
        [("COL", "sent", "occurred", best(700))],
    ),
    "a noun that comes with the second number": (
        "By then 48,000 South Korean and 11,500 Thai soldiers were fighting alongside the Americans.",
        [("KOR", "stationed", "occurred", best(48000)), ("THA", "stationed", "occurred", best(11500))],
    ),
    "battalions are no people": (
        "Two US Marine battalions are rotating through Darwin.",
        [],
    ),
    "things before people": (
        "Singapore sent two Chinook helicopters and 70 servicemen to Aceh.",
        [("SGP", "sent", "occurred", best(70))],
    ),
    "who leaves of so many who are there": (
        "Of the 2,100 Kenyan soldiers in Somalia, 400 are to leave before Christmas.",
        [("KEN", "stationed", "occurred", best(2100)), ("KEN", "withdrawn", "planned", best(400))],
    ),
    "from so many to more is no range": (
        "Berlin's force in Lithuania is to swell from 500 to 5,000 by the end of 2027.",
        [("DEU", "stationed", "occurred", best(500)), ("DEU", "stationed", "planned", best(5000))],
    ),
    "a force is called by where it is": (
        "Jakarta could cut its Lebanon contingent from 1,200 to 750.",
        [("IDN", "stationed", "occurred", best(1200)), ("IDN", "stationed", "proposed", best(750))],
    ),
    "who puts the strength of another's contingent": (
        "Somalia put the strength of Kampala's contingent in Mogadishu at 4,000.",
        [("UGA", "stationed", "occurred", best(4000))],
    ),
    "who has sent them follows": (
        "France believes that some 2,500 troops have been sent by Kigali.",
        [("RWA", "sent", "occurred", best(2500))],
    ),
    "government troops of the place": (
        "Around the town of Wau, South Sudan, hundreds of government troops are holding out.",
        [("SSD", "stationed", "occurred", (200, None, None))],
    ),
    "a denial with a perfect": (
        "The Kremlin denied it had sent soldiers to Venezuela.",
        [("RUS", "sent", "denied", (None, None, None))],
    ),
    "a mission with its people": (
        "A lawmaker asked what the UN mission, MONUSCO, with its 14,000 peacekeepers, had done.",
        [("monusco", "stationed", "occurred", best(14000))],
    ),
    "a number that fell": (
        "The number of American troops in Iraq fell to 2,500.",
        [("USA", "stationed", "occurred", best(2500))],
    ),
    "a mission has its people where it is": (
        "The U.N. mission MONUSCO, which has also been asked to go, counts around 13,500 peacekeepers.",
        [("monusco", "stationed", "occurred", best(13500))],
    ),
    "a mission is a force of so many": (
        "Ethiopia provides 2,500 of the troops in the African Union mission, AUSSOM, a force of nearly 12,000.",
        [("ETH", "sent", "occurred", best(2500)), ("aussom", "stationed", "occurred", best(12000))],
    ),
    "of several countries together": (
        "UNMISS guards the camps. Ethiopia leads it. Its 13,000 soldiers from 60 countries remain in South Sudan.",
        [("unmiss", "stationed", "occurred", best(13000))],
    ),
    "on another state's soil": (
        "The minister spoke of 9,000 Russian troops on Ukrainian soil.",
        [("RUS", "stationed", "occurred", best(9000))],
    ),
    "men and women who serve": (
        "Spain has 650 men and women serving in Lebanon.",
        [("ESP", "stationed", "occurred", best(650))],
    ),
    "a force that may grow": (
        "The Turkish force on Syria's border could swell to 30,000 soldiers, officials said.",
        [("TUR", "stationed", "planned", best(30000))],
    ),
    "whoever follows the verb of sending sends nobody": (
        "India supplies the largest contingent of the UN mission in South Sudan, some 2,300 troops.",
        [("IND", "sent", "occurred", best(2300))],
    ),
    "members of a battle group, some from elsewhere": (
        "The Danish battle group in Helmand has some 750 members, 120 of them from Estonia.",
        [("DNK", "stationed", "occurred", best(750)), ("EST", "stationed", "occurred", best(120))],
    ),
    "made to grow": (
        "Uganda will boost its force in Somalia to 8,000 men.",
        [("UGA", "stationed", "planned", best(8000))],
    ),
    "as well as others": (
        "Poland will send 300 engineers to Mosul to clear the town of mines, as well as 120 military policemen.",
        [("POL", "sent", "planned", best(300)), ("POL", "sent", "planned", best(120))],
    ),
    "how many they were at another time": (
        "Turkey has 1,000 soldiers in Somalia, compared with 200 a year ago.",
        [("TUR", "stationed", "occurred", best(1000)), ("TUR", "stationed", "occurred", best(200))],
    ),
    "some of its own": (
        "Spain has withdrawn 400 of its 700 soldiers from Herat.",
        [("ESP", "withdrawn", "occurred", best(400))],
    ),
    "led out of a place": (
        "Nearly 700 Canadian soldiers were led out of the enclave by Saturday.",
        [("CAN", "withdrawn", "occurred", best(700))],
    ),
    "a plan to have so many somewhere": (
        "Ankara plans to have between 500 and 700 troops in Qatar by next year.",
        [("TUR", "stationed", "planned", (500, None, 700))],
    ),
    "two counts, each where it stands": (
        "The United States has about 900 troops in Syria and 2,500 in Iraq.",
        [("USA", "stationed", "occurred", best(900)), ("USA", "stationed", "occurred", best(2500))],
    ),
    "more of those told of before": (
        "Fiji sent 134 soldiers to Baghdad in December. It will send a further 90 there in November.",
        [("FJI", "sent", "occurred", best(134)), ("FJI", "sent", "planned", best(90))],
    ),
    "who is told by the way of a place": (
        "The missiles fired at Al Udeid in Qatar, where about 10,000 American troops are based, hurt nobody.",
        [("USA", "stationed", "occurred", best(10000))],
    ),
    "what the battalion is": (
        "About 600 Colombian soldiers of the battalion, a unit trained by advisers, were moved to Chocó.",
        [("COL", "sent", "occurred", best(600))],
    ),
    "it is whom the sentence names": (
        "Jordan and Kenya were asked. So far only Bangladesh has answered: it will send another 778 men in December.",
        [("BGD", "sent", "planned", best(778))],
    ),
    "none are there, says whose they are": (
        "Burundi's government told the experts that it had no troops in Congo.",
        [("BDI", "stationed", "denied", (None, None, None))],
    ),
    "having any is denied": (
        "Kigali has again denied having any troops there.",
        [("RWA", "stationed", "denied", (None, None, None))],
    ),
    "a part of the whole that was sent is none, the whole is": (
        "That is more than half of the 11,000 soldiers who North Korea sent to Kursk.",
        [("PRK", "sent", "occurred", best(11000))],
    ),
    "a unit of so many members": (
        "South Korea has dispatched a 300-member unit to Iraq.",
        [("KOR", "sent", "occurred", best(300))],
    ),
    "how many they were stands between commas": (
        "The last American soldiers, about 500, left Iraq on Sunday.",
        [("USA", "withdrawn", "occurred", best(500))],
    ),
    "where those serve who go home": (
        "Some 3,000 Ethiopian troops serving with AMISOM will pull out of Somalia by December.",
        [("ETH", "withdrawn", "planned", best(3000))],
    ),
    "a contingent of so many guards a place": (
        "The Dutch contingent of 450 men protects Srebrenica.",
        [("NLD", "stationed", "occurred", best(450))],
    ),
    "what is considered is proposed": (
        "The Pentagon is considering sending 3,000 troops to the Middle East.",
        [("USA", "sent", "proposed", best(3000))],
    ),
    # Near misses.
    "a team of so many members is none of troops": ("South Korea sent an eight-member team to Iraq.", []),
    "exercises": ("Some 3,000 Polish soldiers are taking part in the exercise in Latvia.", []),
    "a fraction is worked out by nobody": ("Russia has withdrawn half of its 2,000 soldiers from Syria.", []),
    "squadrons, patrols": ("Canada sent 200 fighter squadrons to Latvia. Its contingent conducted 3,110 patrols.", []),
    "ships and missiles": ("Britain sent two destroyers and 40 missiles to the Gulf.", []),
    "crossings fall like troops": ("The army said that border crossings fell to 6,070 in June.", []),
    "none of others' are there": ("Pakistan said on Monday that there were no Chinese troops in Kashmir.", []),
    "others have none there": ("Turkey has no troops in Libya, Damascus said.", []),
    "a toll that an army tells": ("Israeli forces said the number of complaints had reached 45,000.", []),
    "no bodies are missing": (
        "The navy flew the wounded to Colombo, the Sri Lankan minister said; no bodies were found.",
        [],
    ),
    "who had died was not there": ("Pakistan denied that any soldier had died in Kargil.", []),
    "nobody sends troops to itself": ("A convoy with 300 soldiers arrived in Lebanon on Monday.", []),
}

INDONESIAN: dict[str, tuple[str, list[Row]]] = {
    "troops who are moved on": (
        "Inggris menggeser 600 prajurit dari Estonia ke Polandia.",
        [("GBR", "sent", "occurred", best(600))],
    ),
    "a minister announces what his own do": (
        "Rusia menumpuk 90.000 tentara. Menhan AS Lloyd Austin mengumumkan 300 personel bakal ditempatkan di Rumania.",
        [("RUS", "stationed", "occurred", best(90000)), ("USA", "stationed", "planned", best(300))],
    ),
    "whoever follows a passive sends": (
        "Teheran marah. Sebanyak 700 prajurit sudah dikirim pemerintah Prancis ke Niger.",
        [("FRA", "sent", "occurred", best(700))],
    ),
    "a contingent that grows to so many": (
        "Kanada akan melipatgandakan kontingennya di Latvia menjadi 2.200 prajurit.",
        [("CAN", "stationed", "planned", best(2200))],
    ),
    "the main verb tells where they are": (
        "Sebanyak 850 prajurit Nepal yang tergabung dalam UNIFIL pulang, Selasa.",
        [("NPL", "withdrawn", "occurred", best(850))],
    ),
    "how many stands behind whose troops they are": (
        "Pasukan Thailand sebanyak 1.000 orang disiagakan di Surin.",
        [("THA", "stationed", "occurred", best(1000))],
    ),
    "who are somewhere, and will go on": (
        "Lebih dari 800 tentara Burundi berada di Goma dan bakal diterjunkan ke Bukavu.",
        [("BDI", "stationed", "occurred", (800, None, None))],
    ),
    "bodies that are brought home": ("Korea Selatan memulangkan 20 jenazah tentara China.", []),
    "a day that lies ahead": (
        "Lebih dari 100 prajurit Kenya berangkat ke Haiti pekan depan.",
        [("KEN", "sent", "planned", (100, None, None))],
    ),
    "how many of them there are": (
        "Sekitar 12.000 tentara Turki ditempatkan di Suriah. Pada Januari jumlahnya masih 9.000, kata Ankara.",
        [("TUR", "stationed", "occurred", best(12000)), ("TUR", "stationed", "occurred", best(9000))],
    ),
    "how many there are now": (
        "Jumlah pasukan Turki di Libya kini 3.000.",
        [("TUR", "stationed", "occurred", best(3000))],
    ),
    "carried across by others": (
        "Sebanyak 1.500 tentara Eritrea diseberangkan ke Assab dengan tujuh kapal Arab Saudi.",
        [("ERI", "sent", "occurred", best(1500))],
    ),
    "to whom they are given": (
        "Fiji menyumbang 170 tentara kepada UNDOF.",
        [("FJI", "stationed", "occurred", best(170))],
    ),
    "an officer who speaks is no deployment": (
        "Sekitar 900 tentara Turki beroperasi di Suriah, kata seorang perwira NATO.",
        [("TUR", "stationed", "occurred", best(900))],
    ),
    "who is called up goes nowhere": ("Rusia akan memanggil 300.000 tentara cadangan.", []),
    "doses are no soldiers": (
        "Jerman mengirim 900 prajurit ke Irak. Berlin menjanjikan 500 ribu dosis vaksin.",
        [
            ("DEU", "sent", "occurred", best(900)),
        ],
    ),
    "an army's size": ("Angkatan bersenjata Chad memiliki 30.000 prajurit.", []),
    "how strong a contingent is": (
        "Kontingen Inggris di Estonia, yang saat ini berjumlah 900 orang, siaga penuh.",
        [("GBR", "stationed", "occurred", best(900))],
    ),
    "how strong a battalion is, and where it goes": (
        "Batalion Malaysia berkekuatan 850 personel akan bertolak ke Lebanon bulan depan.",
        [("MYS", "sent", "planned", best(850))],
    ),
    "a mission of so many people": (
        "UNPROFOR, yang pada puncaknya beranggotakan hampir 39 ribu orang, hanya menonton.",
        [("unprofor", "stationed", "occurred", best(39000))],
    ),
    "of several countries together, in a mission": (
        "Indonesia merupakan penyumbang terbesar UNIFIL. Misi itu diperkuat 10.000 personel dari 50 negara.",
        [("unifil", "stationed", "occurred", best(10000))],
    ),
    "women among them": (
        "Sebanyak 2.710 personel TNI bertugas di Lebanon, 168 di antaranya perempuan.",
        [("IDN", "stationed", "occurred", best(2710)), ("IDN", "stationed", "occurred", best(168))],
    ),
    "a number that fell": (
        "Jumlah tentara Serbia di dekat perbatasan Kosovo sudah diturunkan menjadi 4.500 orang.",
        [("SRB", "stationed", "occurred", best(4500))],
    ),
    "from where they come home is not whose they are": (
        "Jepang akan menarik 350 anggota zeni dari Sudan Selatan pada Mei.",
        [("JPN", "withdrawn", "planned", best(350))],
    ),
    "an Indonesian paper tells of troops of its own": (
        "Indonesia ikut menjaga Kongo. Rombongan pertama berjumlah 57 prajurit tiba di Kinshasa pada Selasa.",
        [("IDN", "sent", "occurred", best(57))],
    ),
    "a regional command is Indonesia's": (
        "Filipina cemas. Kodam VI/Mulawarman kini menempatkan 650 prajurit di Nunukan.",
        [("IDN", "stationed", "occurred", best(650))],
    ),
    "besides whom": (
        "Selain Indonesia, Kosovo menyetujui pengiriman 22 tentaranya.",
        [("XKX", "sent", "planned", best(22))],
    ),
    "a government, told from its capital": (
        "Inggris mengirim 250 Gurkha. Dari Bangkok, pemerintah Thailand memastikan bakal mengirim 1.580 tentara.",
        [("GBR", "sent", "occurred", best(250)), ("THA", "sent", "planned", best(1580))],
    ),
    "sappers and workers of an army": (
        "Kim Jong Un akan mengirim 1.000 personel zeni penjinak ranjau dan 5.000 pekerja konstruksi militer ke Kursk.",
        [("PRK", "sent", "planned", best(1000)), ("PRK", "sent", "planned", best(5000))],
    ),
    "several hundred": (
        "Prancis memulangkan beberapa ratus prajurit dari Mali.",
        [("FRA", "withdrawn", "occurred", (200, None, None))],
    ),
    "none will be there, says whose they are": (
        "Perdana Menteri Polandia Donald Tusk menegaskan tak akan ada tentara Polandia di Ukraina.",
        [("POL", "stationed", "denied", (None, None, None))],
    ),
    "so many there are to be": (
        "Inggris menggandakan jumlah pasukannya di Estonia menjadi 1.800 personel.",
        [("GBR", "stationed", "occurred", best(1800))],
    ),
    "two lands, two numbers": (
        "Zambia mengirim 800 tentara dan Tanzania 500.",
        [("ZMB", "sent", "occurred", best(800)), ("TZA", "sent", "occurred", best(500))],
    ),
    "a withdrawal that begins": (
        "Uganda mulai menarik 6.000 tentaranya dari Somalia pada Senin.",
        [("UGA", "withdrawn", "occurred", best(6000))],
    ),
    "they gather at a border": (
        "Sebanyak 100 ribu prajurit Rusia berkumpul di perbatasan Ukraina.",
        [("RUS", "stationed", "occurred", best(100000))],
    ),
    "so strong a mission is to be": (
        "INTERFET bertugas di Timor Timur. Kekuatan Interfet akan mencapai 7.500 orang pada pertengahan Oktober.",
        [("interfet", "stationed", "planned", best(7500))],
    ),
    "what is decided is planned": (
        "Kim Jong Un telah memutuskan mengirim 1.000 prajurit ke Kursk.",
        [("PRK", "sent", "planned", best(1000))],
    ),
    "what is weighed is proposed": (
        "Inggris menimbang pengiriman 1.000 prajurit ke Rumania.",
        [("GBR", "sent", "proposed", best(1000))],
    ),
    # Near misses.
    "exercises": ("China menggelar latihan dengan 50.000 tentara.", []),
    "an army counts others": ("Militer Myanmar mengatakan jumlah tahanan mencapai 3.000 orang.", []),
    "spectators": ("Polri menyatakan penonton mencapai 5.000 orang dan aparat berjaga.", []),
    "a council sends none of its own": (
        "Dewan Keamanan menyetujui pengerahan 17.500 personel penjaga perdamaian ke Sudan Selatan.",
        [],
    ),
    "a fraction is worked out by nobody": ("Rusia telah menarik separuh dari 2.000 tentaranya dari Suriah.", []),
    "attackers are nobody's troops": ("Polisi Indonesia menyebut penyerang berjumlah sekitar 50 orang.", []),
    "members of a bloc": ("BRICS semula terdiri atas lima anggota, kemudian bertambah dengan Iran.", []),
    "ships and missiles": ("Inggris mengirim dua kapal perang dan 40 rudal ke Teluk.", []),
}


def told(text: str, language: str) -> list[Fact]:
    document = Document(document_id="d", text=text, language=language, published=date(2025, 9, 4))
    return [fact for fact in extract(document) if fact.kind == "deployment"]


def rows(text: str, language: str) -> list[Row]:
    found = [
        (fact.actor, fact.movement, fact.status, (fact.value_low, fact.value_best, fact.value_high))
        for fact in told(text, language)
    ]
    return sorted(found, key=str)


@pytest.mark.parametrize("name", ENGLISH)
def test_english_troops(name: str) -> None:
    text, expected = ENGLISH[name]
    assert rows(text, "en") == sorted(expected, key=str)


@pytest.mark.parametrize("name", INDONESIAN)
def test_indonesian_troops(name: str) -> None:
    text, expected = INDONESIAN[name]
    assert rows(text, "id") == sorted(expected, key=str)


PLACES = {
    "a number is not told around a place": ("en", "Around 2,000 French troops are stationed in Ivory Coast.", ["CIV"]),
    "where those are who tell it": ("en", "Some 5,000 Cuban soldiers fight in Syria, officials in Kyiv said.", ["SYR"]),
    "each its own": ("en", "The United States has 900 troops in Syria and 2,500 in Iraq.", ["SYR", "IRQ"]),
    "what is left": ("en", "The last 50 French soldiers left Niger on Friday.", ["NER"]),
    "before the president who tells it": (
        "en",
        "The United States will station 500 soldiers in Poland, President Joe Biden announced.",
        ["POL"],
    ),
    "whose they are is no place": ("en", "At present 28,500 US troops are stationed in South Korea.", ["KOR"]),
    "a contingent's state is none": ("id", "Kontingen Inggris di Estonia berjumlah 900 orang.", ["EST"]),
    "a ministry's town is none": (
        "id",
        "Kini 500 tentara Jerman yang bertugas di Lituania, menurut Kementerian Pertahanan di Berlin.",
        ["LTU"],
    ),
    "from where they are withdrawn": ("en", "Japan is to withdraw its 350 engineers from South Sudan.", ["SSD"]),
    "to where, though it was announced": (
        "en",
        "The deployment of 2,000 Chadian soldiers to Mali was announced.",
        ["MLI"],
    ),
    "another's soil": ("en", "The minister spoke of 9,000 Russian troops on Ukrainian soil.", ["UKR"]),
    "where who speaks is at home": (
        "en",
        "North Korea will send 3,000 soldiers to Russia, Seoul's spies said.",
        ["RUS"],
    ),
}


@pytest.mark.parametrize("name", PLACES)
def test_troops_are_where_they_are_told_to_be(name: str) -> None:
    language, text, expected = PLACES[name]
    assert [fact.country for fact in told(text, language)] == expected
