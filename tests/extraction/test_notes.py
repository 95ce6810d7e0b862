"""Event notes of one sentence, on many conflicts, in words of our own: exactly these counts, and near misses with none."""

from __future__ import annotations

from datetime import date

import pytest

from dashboard.extraction import extract
from dashboard.facts import Document, Fact

Counts = list[tuple[str, int | None]]

ENGLISH: list[tuple[str, Counts]] = [
    ("Thirty-two Turkish soldiers have died in Afrin.", [("killed", 32)]),
    ("Twenty-five to thirty people were wounded in Herat.", [("wounded", 25)]),
    ("Nineteen rebels surrendered and four were killed in Mindanao, the military said.", [("killed", 4)]),
    (
        "On 3 March 2022, Taliban militants attacked a police post in Kunduz; three policemen were killed and two others wounded.",
        [("killed", 3), ("wounded", 2)],
    ),
    (
        "A suicide bomber blew himself up outside a mosque in Peshawar, killing at least 57 people and injuring nearly 200.",
        [("killed", 57), ("wounded", 200)],
    ),
    ("Boko Haram gunmen killed 12 farmers near Maiduguri on Saturday.", [("killed", 12)]),
    ("Israeli forces shot dead a Palestinian man in Jenin.", [("killed", 1)]),
    ("Five civilians, including two children, were killed in a drone strike in Marib.", [("killed", 5), ("killed", 2)]),
    ("The army said 14 militants were killed in a raid in North Waziristan.", [("killed", 14)]),
    ("Clashes between rival militias in Tripoli left 32 dead and 159 wounded.", [("killed", 32), ("wounded", 159)]),
    ("Al-Shabaab fighters ambushed a convoy, killing seven Ugandan peacekeepers.", [("killed", 7)]),
    (
        "Two Indian soldiers and a civilian were killed in an exchange of fire in Kashmir.",
        [("killed", 2), ("killed", 1)],
    ),
    ("A roadside bomb killed one soldier and injured three others in Helmand.", [("killed", 1), ("wounded", 3)]),
    ("Unidentified gunmen abducted 15 students from a school in Kaduna state.", [("captured", 15)]),
    ("At least 20 people died when a shell hit a market in Goma.", [("killed", 20)]),
    ("A French soldier died in Mali after his vehicle struck a mine.", [("killed", 1)]),
    ("M23 rebels captured 30 Congolese troops in Masisi.", [("captured", 30)]),
    ("The death toll from the attack rose to 45, the health ministry said.", [("killed", 45)]),
    ("More than 100 people have been killed in fighting in Sudan's El Fasher.", [("killed", 100)]),
    ("Police opened fire on protesters in Nairobi, killing 13.", [("killed", 13)]),
    ("An explosion in Kabul killed six and wounded 12.", [("killed", 6), ("wounded", 12)]),
    ("Turkish warplanes hit PKK targets in northern Iraq, killing 17 fighters.", [("killed", 17)]),
    ("No one was killed in the attack.", []),
    ("The rebels fired 20 missiles at the base.", []),
    ("Three soldiers remained missing after the ambush in Niger.", [("missing", 3)]),
    ("Myanmar's junta said 40 of its soldiers were killed in Kachin state.", [("killed", 40)]),
    ("A woman and her two children were killed by shelling in Kherson.", [("killed", 1), ("killed", 2)]),
    ("Hamas released two hostages on Friday.", []),
    ("At least 3,000 members of the Rapid Support Forces were killed, the army claimed.", [("killed", 3000)]),
    ("In Colombia, ELN guerrillas killed four police officers in Arauca.", [("killed", 4)]),
    (
        "Some 25 people were injured, five of them seriously, when police clashed with demonstrators in Dhaka.",
        [("wounded", 25), ("wounded", 5)],
    ),
    ("Nine people, most of them women, were burned to death in Plateau state.", [("killed", 9)]),
    ("The blast left eight people dead and over 30 injured.", [("killed", 8), ("wounded", 30)]),
    ("Two suspected jihadists were shot dead by security forces in Burkina Faso.", [("killed", 2)]),
    ("Gunmen killed a journalist in Quetta.", [("killed", 1)]),
    ("Saudi air strikes killed 31 civilians in Al-Jawf province, the Houthis said.", [("killed", 31)]),
    (
        "A Ukrainian drone attack on Belgorod killed one person and wounded four, the governor said.",
        [("killed", 1), ("wounded", 4)],
    ),
    ("Ethiopian troops killed 29 people in Amhara, residents told Reuters.", [("killed", 29)]),
    ("Six were killed and 10 kidnapped in Zamfara.", [("killed", 6), ("captured", 10)]),
    ("Assailants beheaded three villagers in Cabo Delgado.", [("killed", 3)]),
    ("An army helicopter crashed, killing all 11 on board.", [("killed", 11)]),
    ("A 25-year-old man was killed in a clash in Hebron.", [("killed", 1)]),
    ("About 1,500 Rwandan troops crossed into eastern Congo, the UN said.", [("sent", 1500)]),
    ("Kenya will send 1,000 police officers to Haiti.", []),
    ("Ukraine lost 23 tanks last week.", []),
    ("Wagner withdrew 5,000 fighters from Bakhmut.", [("withdrawn", 5000)]),
    ("Around 17 June, Russian forces shelled Toshkivka; fatalities unknown, coded as 0.", []),
    ("A Palestinian stabbed two Israeli settlers before being shot dead by soldiers.", []),
    ("Two soldiers were blindfolded before being shot dead in Mopti.", [("killed", 2)]),
    ("Four people were shot, one fatally, outside a club in Durham.", [("killed", 1)]),
    (
        "Assailants set fire to a bus in Srinagar, killing four and critically burning nine.",
        [("killed", 4), ("wounded", 9)],
    ),
    ("The blast sent at least 12 soldiers to hospital.", [("wounded", 12)]),
    ("The tanks' crews, numbering 90 men, were either killed or captured.", []),
    ("86 were killed, and no more than 20 were unwounded.", [("killed", 86)]),
    ("Of the 300 militiamen, about 120 fell back, 60 were captured.", [("captured", 60)]),
    ("Killed were Dana Whitfield, 29; Roy Whitfield, 61; and Luis Carrera, 34, of Plainview.", []),
    (
        "All 31 people on the plane, 30 soldiers and a pilot, died in the crash.",
        [("killed", 31), ("killed", 30), ("killed", 1)],
    ),
    (
        "THE ATTACK LEFT A TOLL OF TWO DEAD -- AN OFFICER AND A SOLDIER -- AND FIVE WOUNDED.",
        [("killed", 2), ("killed", 1), ("wounded", 5)],
    ),
    ("Fatalities: 4 (three soldiers, one civilian).", [("killed", 4), ("killed", 3), ("killed", 1)]),
    (
        "Sixteen people, in addition to the two bombers, were killed and 178 injured.",
        [("killed", 16), ("wounded", 178)],
    ),
    ("> 9 marines killed in Nasiriyah.", [("killed", 9)]),
    ("A bomb killed a tribal elder, his two sons and four bodyguards.", [("killed", 1), ("killed", 2), ("killed", 4)]),
    ("A gunman killed one American and wounded another Tuesday near Camp Doha.", [("killed", 1), ("wounded", 1)]),
    ("A fourth victim, who was not identified, died of her wounds.", [("killed", 1)]),
    ("Rights groups documented the execution of at least 53 loyalists.", [("killed", 53)]),
    ("Six dogs were hurt; 2 cats died, and a K-9 was saved.", []),
    ("The exercise simulated an attack with 50 mock casualties.", []),
    ("The jury convicted him on 3 counts of murder and 7 of attempted murder.", []),
    (
        "Two soldiers were killed in a bombing, bringing the total since the war began to 534.",
        [("killed", 2), ("killed", 534)],
    ),
    ("Six policemen died in Quetta, taking this week's tally to 19.", [("killed", 6), ("killed", 19)]),
    ("Two people were killed, bringing the number of attacks this year to 45.", [("killed", 2)]),
    ("Russian casualties: 120 KIA, 450 WIA, 32 MIA.", [("killed", 120), ("wounded", 450), ("missing", 32)]),
    ("Two men in a Kia fled.", []),
    ("Three KIA soldiers were injured near Hpakant.", [("wounded", 3)]),
    ("14 killed / 39 wounded / 2 missing", [("killed", 14), ("wounded", 39), ("missing", 2)]),
    ("The Kurds claimed 98 Turkish soldiers dead for 11 of their own.", [("killed", 98), ("killed", 11)]),
    ("Of the twelve hostages, five were let go and two were killed.", [("killed", 2)]),
    ("Four civilians (incl. two children) died in Demir Qabu.", [("killed", 4), ("killed", 2)]),
    ("Deputies found the couple, both 67, dead inside their home.", []),
    ("22 recruits, some as young as 17, were mown down in Kunduz.", [("killed", 22)]),
    ("Mujahideen losses were put at fewer than 30, while the Soviets downed 57.", [("killed_or_wounded", 30)]),
    ("40 men were captured, and 21 rifles, 3 RPG-2 launchers and 58 grenades.", [("captured", 40)]),
    ("Two soldiers were killed and a third is in critical condition.", [("killed", 2), ("wounded", 1)]),
    ("The plan foresees 200 beds for the wounded and 40 doctors.", []),
    ("Of the wounded, 90 were airlifted.", []),
    ("A 45-year-old was charged with wounding with intent at 12 Station Road.", []),
    ("The film about the 12 dead firemen won 3 awards.", [("killed", 12)]),
    ("KILLED: 14. WOUNDED: 39.", [("killed", 14), ("wounded", 39)]),
]
INDONESIAN: list[tuple[str, Counts]] = [
    (
        "Serangan udara Israel di Jalur Gaza menewaskan sedikitnya 35 orang, termasuk 12 anak-anak, kata Kementerian Kesehatan Gaza.",
        [("killed", 35), ("killed", 12)],
    ),
    ("Sebanyak 17 tentara Pakistan tewas dalam serangan di Waziristan, Sabtu (3/2).", [("killed", 17)]),
    ("Bom bunuh diri di Kabul menewaskan enam orang dan melukai 14 lainnya.", [("killed", 6), ("wounded", 14)]),
    ("Amerika Serikat akan menarik 2.500 tentaranya dari Irak tahun depan.", [("withdrawn", 2500)]),
    ("Indonesia mengirim 1.200 prajurit TNI ke Lebanon untuk misi UNIFIL.", [("sent", 1200)]),
    ("Militer Myanmar kehilangan 40 prajurit dalam pertempuran di Kachin.", [("killed", 40)]),
    ("Dua polisi gugur dan tiga warga sipil terluka dalam kontak tembak di Papua.", [("killed", 2), ("wounded", 3)]),
    ("Hamas menyandera 251 orang pada 7 Oktober 2023.", [("captured", 251)]),
    ("Houthi mengklaim menembak jatuh 3 drone AS.", []),
    ("Harga minyak naik 5 persen setelah 2 kapal diserang.", []),
    ("Sekitar 800 tentara Rusia tewas setiap hari, klaim Kyiv.", []),
    ("Seorang warga sipil tewas akibat ledakan ranjau di Donetsk.", [("killed", 1)]),
    ("Jumlah korban tewas akibat serangan itu bertambah menjadi 48 orang.", [("killed", 48)]),
    ("Tentara Sudan menyatakan 70 anggota RSF tewas di El Fasher.", [("killed", 70)]),
    ("Puluhan demonstran terluka ketika polisi melepaskan tembakan di Dhaka.", [("wounded", 20)]),
    ("Kanada berencana mengerahkan 500 personel militer ke Latvia.", [("sent", 500)]),
    ("Empat jurnalis dilaporkan hilang di Darfur.", [("missing", 4)]),
    ("Lebih dari 40.000 warga Palestina tewas sejak Oktober 2023.", [("killed", 40000)]),
    ("Pemerintah Ethiopia membantah mengirim pasukan ke Somalia.", [("sent", None)]),
    ("Kelompok Abu Sayyaf menculik tiga nelayan Indonesia.", [("captured", 3)]),
    ("NATO menempatkan 5.000 tentara di Estonia.", [("stationed", 5000)]),
    ("Sebanyak 300 pengungsi tiba di Yunani.", []),
    ("Sebanyak 0 orang tewas dalam insiden di Mopti.", []),
    ("Seorang pemuda menikam dua pemukim Israel sebelum ditembak mati tentara.", []),
    ("Empat orang ditembak, satu di antaranya tewas.", [("killed", 1)]),
    ("Dua orang, seorang pria dan seorang anak, terluka di Jenin.", [("wounded", 2), ("wounded", 1)]),
    (
        "Seluruh 31 orang di pesawat itu, 30 prajurit dan seorang pilot, tewas.",
        [("killed", 31), ("killed", 30), ("killed", 1)],
    ),
    ("Enam belas orang, selain dua pelaku, tewas di Kabul.", [("killed", 16)]),
    ("ANTARA 560 DAN 770 ORANG TEWAS DI EL FASHER.", [("killed", 560)]),
    (
        "Dua tentara tewas pada Senin, sehingga total sejak perang dimulai menjadi 534.",
        [("killed", 2), ("killed", 534)],
    ),
    ("Sebanyak 22 siswa, sebagian semuda 17, tewas di Kunduz.", [("killed", 22)]),
]


def facts(language: str, text: str) -> list[Fact]:
    return extract(Document(document_id="d", text=text, language=language, published=date(2024, 3, 4)))


def counts(language: str, text: str) -> Counts:
    told = [fact for fact in facts(language, text) if fact.kind != "meeting"]
    return sorted(((f.outcome or f.movement, f.value_best or f.value_low or f.value_high) for f in told), key=str)


@pytest.mark.parametrize(("text", "expected"), ENGLISH)
def test_english_notes(text: str, expected: Counts) -> None:
    assert counts("en", text) == sorted(expected, key=str)


@pytest.mark.parametrize(("text", "expected"), INDONESIAN)
def test_indonesian_notes(text: str, expected: Counts) -> None:
    assert counts("id", text) == sorted(expected, key=str)


WHOSE = {
    "the victims' state, not the attacker's": (
        "en",
        "Al-Shabaab fighters ambushed a convoy, killing seven Ugandan peacekeepers.",
        "UGA",
    ),
    "a possessive": ("en", "Myanmar's junta said 40 of its soldiers were killed in Kachin state.", "MMR"),
    "the country of the place": ("en", "An explosion in Kabul killed six civilians.", "AFG"),
    "who loses": ("id", "Militer Myanmar kehilangan 40 prajurit dalam pertempuran di Kachin.", "MMR"),
    "a people": ("id", "Lebih dari 40.000 warga Palestina tewas sejak Oktober 2023.", "PSE"),
    "a suffix that means its": ("id", "Amerika Serikat akan menarik 2.500 tentaranya dari Irak tahun depan.", "USA"),
    "a group": ("en", "Wagner withdrew 5,000 fighters from Bakhmut.", "wagner-group"),
}


@pytest.mark.parametrize("name", WHOSE)
def test_whose_people_are_counted(name: str) -> None:
    language, text, actor = WHOSE[name]
    assert {fact.actor for fact in facts(language, text)} == {actor}


MEETINGS: dict[str, tuple[str, str, str, str, str]] = {
    "met": (
        "en",
        "French President Emmanuel Macron met Indian Prime Minister Narendra Modi in New Delhi on Friday.",
        "emmanuel-macron; narendra-modi",
        "occurred",
        "2024-03-01",
    ),
    "to host": (
        "en",
        "Xi Jinping will host Vladimir Putin in Beijing next month, the Kremlin said.",
        "vladimir-putin; xi-jinping",
        "planned",
        "2024-04-01",
    ),
    "two before the verb": (
        "en",
        "Antony Blinken and Wang Yi held talks in Vienna on Saturday.",
        "antony-blinken; wang-yi",
        "occurred",
        "2024-03-02",
    ),
    "a call": (
        "en",
        "Benjamin Netanyahu spoke by phone with Joe Biden on Sunday.",
        "benjamin-netanyahu; joe-biden",
        "occurred",
        "2024-03-03",
    ),
    "a visit to a state": (
        "en",
        "German Chancellor Olaf Scholz travelled to Beijing on Thursday.",
        "CHN; olaf-scholz",
        "occurred",
        "2024-02-29",
    ),
    "states": (
        "en",
        "The foreign ministers of Japan and South Korea met in Tokyo.",
        "JPN; KOR",
        "occurred",
        "",
    ),
    "an invitation": (
        "en",
        "Kim Jong Un invited Xi Jinping to visit Pyongyang.",
        "kim-jong-un; xi-jinping",
        "proposed",
        "",
    ),
    "called off": (
        "en",
        "The planned meeting between Trump and Putin in Budapest has been cancelled.",
        "donald-trump; vladimir-putin",
        "denied",
        "",
    ),
    "bertemu": (
        "id",
        "Presiden Prabowo Subianto bertemu Perdana Menteri Malaysia Anwar Ibrahim di Kuala Lumpur, Senin (29/1/2024).",
        "anwar-ibrahim; prabowo-subianto",
        "occurred",
        "2024-01-29",
    ),
    "menerima kunjungan": (
        "id",
        "Jokowi menerima kunjungan Menlu China Wang Yi di Istana Bogor pada Kamis.",
        "joko-widodo; wang-yi",
        "occurred",
        "2024-02-29",
    ),
    "menelepon": (
        "id",
        "Zelensky menelepon Trump pada Rabu.",
        "donald-trump; volodymyr-zelenskyy",
        "occurred",
        "2024-02-28",
    ),
    "menyambut": (
        "id",
        "Kim Jong Un menyambut Presiden Rusia Vladimir Putin di Bandara Pyongyang, 19 Juni 2023.",
        "kim-jong-un; vladimir-putin",
        "occurred",
        "2023-06-19",
    ),
}


@pytest.mark.parametrize("name", MEETINGS)
def test_meetings(name: str) -> None:
    language, text, participants, status, day = MEETINGS[name]
    [fact] = facts(language, text)
    assert (fact.kind, fact.participants, fact.status) == ("meeting", participants, status)
    assert (fact.date_start.isoformat() if fact.date_start else "") == day


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Macron criticised Putin over the war."),
        ("en", "Modi congratulated Trump on his election victory."),
        ("id", "Putin memuji Xi Jinping."),
    ],
)
def test_two_names_in_one_sentence_are_no_meeting(language: str, text: str) -> None:
    assert facts(language, text) == []
