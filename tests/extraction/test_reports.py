"""Short reports of several sentences, in words of our own, on conflicts that the labelled articles do not cover."""

from __future__ import annotations

from datetime import date

import pytest

from dashboard.extraction import extract
from dashboard.facts import Document

Told = tuple[str, str, str, int | None]
REPORTS: list[tuple[str, str, str, list[Told]]] = [
    (
        "en",
        "2023-10-20",
        """Israel says 1,400 killed in Hamas attack as Gaza toll climbs

JERUSALEM (AP) — At least 3,785 Palestinians have been killed in Gaza since October 7 and nearly 12,500 wounded, the Hamas-run health ministry said on Thursday. More than 1,400 people in Israel have been killed, most of them civilians, and 203 people were taken hostage, according to the Israeli military.

The Israeli army said 306 of its soldiers had died. U.S. President Joe Biden met Prime Minister Benjamin Netanyahu in Tel Aviv on Wednesday and promised support. He spoke by phone with Egyptian President Abdel Fattah el-Sissi afterwards.

The Pentagon has ordered 2,000 troops to prepare to deploy to the region. British Prime Minister Rishi Sunak arrived in Israel on Thursday for talks with Netanyahu.""",
        [
            ("casualty", "PSE", "killed", 3785),
            ("casualty", "PSE", "wounded", 12500),
            ("casualty", "ISR", "killed", 1400),
            ("casualty", "ISR", "captured", 203),
            ("casualty", "ISR", "killed", 306),
            ("deployment", "USA", "sent", 2000),
            ("meeting", "benjamin-netanyahu; joe-biden", "talks", None),
            ("meeting", "abdel-fattah-al-sisi; joe-biden", "call", None),
            ("meeting", "benjamin-netanyahu; rishi-sunak", "talks", None),
        ],
    ),
    (
        "en",
        "2023-04-25",
        """Sudan fighting kills hundreds

KHARTOUM — Fighting between Sudan's army and the paramilitary Rapid Support Forces has killed at least 459 people and injured more than 4,000, the World Health Organization said Tuesday. France evacuated 538 people, including 209 French citizens. Two Egyptian soldiers were among those killed, Cairo confirmed.

Kenya's President William Ruto offered to mediate. The United Nations said it would keep some 700 staff in Port Sudan.""",
        [("casualty", "SDN", "killed", 459), ("casualty", "SDN", "wounded", 4000), ("casualty", "EGY", "killed", 2)],
    ),
    (
        "id",
        "2022-08-03",
        """Taiwan Siaga Usai Kunjungan Pelosi

TAIPEI - Ketua DPR AS Nancy Pelosi bertemu Presiden Taiwan Tsai Ing-wen di Taipei, Rabu (3/8/2022). China mengecam kunjungan itu dan mengerahkan 21 pesawat tempur.

Presiden Joko Widodo sepekan sebelumnya bertemu Presiden China Xi Jinping di Beijing pada Selasa (26/7). Keduanya membahas kerja sama ekonomi.

Kementerian Pertahanan Taiwan menyatakan tidak ada korban.""",
        [
            ("meeting", "nancy-pelosi; tsai-ing-wen", "talks", None),
            ("meeting", "joko-widodo; xi-jinping", "talks", None),
        ],
    ),
    (
        "en",
        "2016-07-16",
        """At least 265 dead after Turkey coup attempt fails

ANKARA, July 16 (Reuters) - Turkish forces loyal to President Tayyip Erdogan crushed the last remnants of a military coup on Saturday. Officials said 161 people were killed, including civilians and police, and 1,440 wounded. A further 104 plotters were killed, the acting chief of staff said. Some 2,839 soldiers were arrested.""",
        [("casualty", "TUR", "killed", 161), ("casualty", "TUR", "wounded", 1440), ("casualty", "TUR", "killed", 104)],
    ),
]


@pytest.mark.parametrize(("language", "published", "text", "expected"), REPORTS)
def test_a_report_yields_its_facts_and_no_other(language: str, published: str, text: str, expected: list[Told]) -> None:
    document = Document(document_id="d", text=text, language=language, published=date.fromisoformat(published))
    told = [
        (
            fact.kind,
            fact.actor or fact.participants,
            fact.outcome or fact.movement or fact.format,
            fact.value_best or fact.value_low or fact.value_high,
        )
        for fact in extract(document)
    ]
    assert sorted(told, key=str) == sorted(expected, key=str)
