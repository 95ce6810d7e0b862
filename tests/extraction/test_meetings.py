"""Meetings of one or two sentences, in words of our own: exactly these, and near misses with none."""

from __future__ import annotations

from datetime import date

import pytest

from dashboard.extraction import extract
from dashboard.facts import Document

PUBLISHED = date(2025, 3, 12)  # a Wednesday
Told = tuple[str, str, str, str, str]  # who met, in which form, how real, from which day, in which country

ENGLISH: list[tuple[str, list[Told]]] = [
    (
        "French Foreign Minister Jean-Noel Barrot travelled to Algiers on Sunday, where he held "
        "two and a half hours of talks with President Abdelmadjid Tebboune.",
        [("abdelmadjid-tebboune; jean-noel-barrot", "talks", "occurred", "2025-03-09", "DZA")],
    ),
    (
        "President Yoweri Museveni hosted his Burundian counterpart, Evariste Ndayishimiye, in Entebbe on Friday.",
        [("evariste-ndayishimiye; yoweri-museveni", "visit", "occurred", "2025-03-07", "UGA")],
    ),
    (
        "US envoy Steve Witkoff met Iranian Foreign Minister Abbas Araghchi in Rome on Saturday. "
        "The two will meet again in Muscat next week, Oman's foreign ministry said.",
        [
            ("abbas-araghchi; steve-witkoff", "talks", "occurred", "2025-03-08", "ITA"),
            ("abbas-araghchi; steve-witkoff", "talks", "planned", "2025-03-17", "OMN"),
        ],
    ),
    (
        "The Turkish president, Recep Tayyip Erdogan, flew to Doha on Wednesday and met the emir, "
        "Sheikh Tamim bin Hamad al-Thani.",
        [("recep-tayyip-erdogan; tamim-bin-hamad", "talks", "occurred", "2025-03-12", "QAT")],
    ),
    (
        "A delegation led by Deputy Prime Minister Ishaq Dar arrived in Kabul on Saturday for "
        "talks with acting Foreign Minister Amir Khan Muttaqi.",
        [("amir-khan-muttaqi; ishaq-dar", "talks", "occurred", "2025-03-08", "AFG")],
    ),
    (
        "Rwandan and Congolese officials met in Luanda on Tuesday.",
        [("COD; RWA", "talks", "occurred", "2025-03-11", "AGO")],
    ),
    (
        "Negotiators from Hamas and Israel held indirect talks in Cairo on Sunday.",
        [("ISR; hamas", "talks", "occurred", "2025-03-09", "EGY")],
    ),
    (
        "Blinken met Foreign Minister Wang Yi in Munich on Friday and British Foreign Secretary "
        "David Lammy in London on Saturday.",
        [
            ("antony-blinken; wang-yi", "talks", "occurred", "2025-03-07", "DEU"),
            ("antony-blinken; david-lammy", "talks", "occurred", "2025-03-08", "GBR"),
        ],
    ),
    (
        "President Emmanuel Macron has invited Prime Minister Mark Carney to visit Paris next month.",
        [("emmanuel-macron; mark-carney", "visit", "proposed", "2025-04-01", "FRA")],
    ),
    (
        "A meeting between Putin and Zelenskyy is not on the agenda, the Kremlin said on Tuesday.",
        [("vladimir-putin; volodymyr-zelenskyy", "talks", "denied", "", "")],
    ),
    (
        "Sudan's army chief, Abdel Fattah al-Burhan, refused to meet RSF leader Mohamed Hamdan Dagalo.",
        [("abdel-fattah-al-burhan; hemedti", "talks", "denied", "", "")],
    ),
    (
        "The chief of the army, General Asim Munir, called on Prime Minister Shehbaz Sharif in Islamabad on Friday.",
        [("asim-munir; shehbaz-sharif", "talks", "occurred", "2025-03-07", "PAK")],
    ),
    (
        "Trump spoke with Erdogan by phone on Sunday, the White House said.",
        [("donald-trump; recep-tayyip-erdogan", "call", "occurred", "2025-03-09", "")],
    ),
    (
        "Macron welcomed Lebanese President Joseph Aoun to the Elysee Palace on Friday.",
        [("emmanuel-macron; joseph-aoun", "visit", "occurred", "2025-03-07", "FRA")],
    ),
    (
        "Pope Francis met Grand Ayatollah Ali al-Sistani in Najaf in March 2021.",
        [("ali-al-sistani; pope-francis", "talks", "occurred", "2021-03-01", "IRQ")],
    ),
    (
        "Thousands gathered in the square to hear the president speak.",
        [],
    ),
    (
        "The team met its target last year.",
        [],
    ),
    (
        "Students met at the Kennedy School to discuss the war on Tuesday.",
        [],
    ),
    (
        "The company met with investors in New York on Monday.",
        [],
    ),
    (
        "John Smith joined the army in 1998 and went to Iraq in 2003.",
        [],
    ),
    (
        "She saw the soldiers in the street on Monday.",
        [],
    ),
    (
        "The actor met fans at the Reagan Library on Tuesday.",
        [],
    ),
    (
        "The rebels met fierce resistance in Goma on Tuesday.",
        [],
    ),
    (
        "Yair Lapid, who heads the opposition, met Benny Gantz in Tel Aviv on Sunday.",
        [("benny-gantz; yair-lapid", "talks", "occurred", "2025-03-09", "ISR")],
    ),
    (
        "Ethiopia's Abiy Ahmed will travel to Asmara next week to meet President Isaias Afwerki.",
        [("abiy-ahmed; isaias-afwerki", "talks", "planned", "2025-03-17", "ERI")],
    ),
    (
        "The visit by Chinese Premier Li Qiang to Hanoi is scheduled for Monday.",
        [("VNM; li-qiang", "visit", "planned", "2025-03-17", "VNM")],
    ),
    (
        "Guterres is expected in Kyiv on Thursday, after talks with Erdogan in Ankara on Monday "
        "and Putin in Moscow on Tuesday.",
        [
            ("antonio-guterres; vladimir-putin", "talks", "planned", "2025-03-18", "RUS"),
            ("antonio-guterres; recep-tayyip-erdogan", "talks", "planned", "2025-03-17", "TUR"),
        ],
    ),
    (
        "Lavrov is due in Ankara on Thursday, where he will be received by President Erdogan.",
        [("recep-tayyip-erdogan; sergei-lavrov", "visit", "planned", "2025-03-13", "TUR")],
    ),
    (
        "The emissary, Jared Kushner, was to fly to Jerusalem on Monday to brief Netanyahu.",
        [("benjamin-netanyahu; jared-kushner", "talks", "planned", "2025-03-17", "ISR")],
    ),
    (
        "Bolivia's foreign minister, Celinda Sosa, met her Peruvian counterpart in Lima on Friday.",
        [("PER; celinda-sosa", "talks", "occurred", "2025-03-07", "PER")],
    ),
    (
        "Ukrainian and Russian delegations will meet in Istanbul on Friday.",
        [("RUS; UKR", "talks", "planned", "2025-03-14", "TUR")],
    ),
    (
        "Kofi Annan left Damascus on Sunday after two days of talks with President Bashar al-Assad.",
        [("bashar-al-assad; kofi-annan", "talks", "occurred", "2025-03-09", "")],
    ),
    (
        "Talks between Iran and the United States, which were to have been held in Oslo on "
        "Thursday, have been postponed.",
        [("IRN; USA", "talks", "denied", "2025-03-13", "NOR")],
    ),
    (
        "Asked about a summit with Trump, Putin said that he was ready to meet him in Moscow.",
        [("donald-trump; vladimir-putin", "talks", "proposed", "", "RUS")],
    ),
    (
        "Prime Minister Han Duck-soo, who is on a visit to Warsaw, met Polish President Andrzej Duda on Thursday.",
        [("andrzej-duda; han-duck-soo", "talks", "occurred", "2025-03-06", "POL")],
    ),
    (
        "Haniyeh arrived in Cairo on Wednesday at the head of a Hamas delegation for talks with "
        "Egypt's spy chief, Abbas Kamel.",
        [("abbas-kamel; ismail-haniyeh", "talks", "occurred", "2025-03-12", "EGY")],
    ),
    (
        "England will meet France in Paris on Saturday.",
        [],
    ),
    (
        "Real Madrid hosted Barcelona on Sunday.",
        [],
    ),
    (
        "The mayor of Bogota, Claudia Lopez, met the mayor of Madrid, Jose Luis Martinez-Almeida, "
        "in Madrid on Tuesday.",
        [("claudia-lopez; jose-luis-martinez-almeida", "talks", "occurred", "2025-03-11", "ESP")],
    ),
    (
        "Police met the protesters with tear gas in Nairobi on Tuesday.",
        [],
    ),
    (
        "After meeting Modi in New Delhi on Saturday, Trump flew to Doha.",
        [("donald-trump; narendra-modi", "talks", "occurred", "2025-03-08", "IND")],
    ),
    (
        "Zambia's President Hakainde Hichilema was received at the State House in Lilongwe by his "
        "Malawian host, Lazarus Chakwera, on Monday.",
        [("hakainde-hichilema; lazarus-chakwera", "visit", "occurred", "2025-03-10", "MWI")],
    ),
    (
        "Gen. John R. Allen, the ISAF commander, met with Nangarhar Governor Gul Agha Sherzai in Jalalabad on Monday.",
        [("gul-agha-sherzai; john-r-allen", "talks", "occurred", "2025-03-10", "AFG")],
    ),
    (
        "Secretary of State John F. Kerry met Foreign Minister Wang Yi in Rome on Monday.",
        [("john-kerry; wang-yi", "talks", "occurred", "2025-03-10", "ITA")],
    ),
    (
        "The Trump-Putin summit in Anchorage on March 4 ended without a deal.",
        [("donald-trump; vladimir-putin", "summit", "occurred", "2025-03-04", "USA")],
    ),
    (
        "While Emmanuel Macron was in Russia, Joe Biden hosted Chancellor Olaf Scholz at the White House on Monday.",
        [("joe-biden; olaf-scholz", "visit", "occurred", "2025-03-10", "USA")],
    ),
    (
        "NATO Secretary General Mark Rutte, who telephoned President Andrzej Duda on Monday, will fly "
        "to Skopje on Thursday, sources in Brussels said.",
        [
            ("andrzej-duda; mark-rutte", "call", "occurred", "2025-03-10", ""),
            ("MKD; mark-rutte", "visit", "planned", "2025-03-13", "MKD"),
        ],
    ),
    (
        "The soldiers, who will fly to Bangui on Thursday, were briefed by General Yudo Margono.",
        [],
    ),
    (
        "UN envoy Hans Grundberg, who visited Muscat to see Mohammed Abdulsalam on Monday, spoke of progress.",
        [("hans-grundberg; mohammed-abdulsalam", "talks", "occurred", "2025-03-10", "OMN")],
    ),
    (
        "President Lansana Conte spoke on Sunday with Charles Taylor, a man whose hand he had sworn "
        "last year never to shake.",
        [("charles-taylor; lansana-conte", "talks", "occurred", "2025-03-09", "")],
    ),
    (
        "Yoko Kamikawa held security talks in the capital on Sunday with Defense Secretary Lloyd Austin.",
        [("lloyd-austin; yoko-kamikawa", "talks", "occurred", "2025-03-09", "")],
    ),
    (
        "President Carlos Andres Perez discussed the matter by telephone on Monday with his Colombian "
        "colleague, Cesar Gaviria.",
        [("carlos-andres-perez; cesar-gaviria", "call", "occurred", "2025-03-10", "")],
    ),
    (
        "Foreign Minister Jaswant Singh met the Pakistan Foreign Minister, Mr. Sartaj Aziz, in Singapore on Monday.",
        [("jaswant-singh; sartaj-aziz", "talks", "occurred", "2025-03-10", "SGP")],
    ),
    (
        "President Rodrigo Duterte received the chair of the Moro Islamic Liberation Front, Murad Ebrahim, on Monday.",
        [("murad-ebrahim; rodrigo-duterte", "visit", "occurred", "2025-03-10", "PHL")],
    ),
    (
        "Talks in Geneva on Monday brought together US envoy Tom Perriello and General Abdel Fattah al-Burhan.",
        [("abdel-fattah-al-burhan; tom-perriello", "talks", "occurred", "2025-03-10", "CHE")],
    ),
    (
        "Vladimir Putin rejected a proposal to meet Volodymyr Zelenskyy in Istanbul.",
        [("vladimir-putin; volodymyr-zelenskyy", "talks", "denied", "", "TUR")],
    ),
    (
        "Vladimir Putin and Recep Tayyip Erdogan agreed on a ceasefire by phone on Monday.",
        [("recep-tayyip-erdogan; vladimir-putin", "call", "occurred", "2025-03-10", "")],
    ),
    (
        "Prime Minister Sanae Takaichi expects to see Donald Trump in Washington in April.",
        [("donald-trump; sanae-takaichi", "talks", "planned", "2025-04-01", "USA")],
    ),
    (
        "As Xi Jinping, Vladimir Putin and Kim Jong Un met in Beijing on Monday, crowds gathered.",
        [("kim-jong-un; vladimir-putin; xi-jinping", "talks", "occurred", "2025-03-10", "CHN")],
    ),
    (
        "NATO Secretary General Mark Rutte, who telephoned President Andrzej Duda on Monday, will fly "
        "to Skopje on Thursday, sources in Brussels said.",
        [
            ("andrzej-duda; mark-rutte", "call", "occurred", "2025-03-10", ""),
            ("MKD; mark-rutte", "visit", "planned", "2025-03-13", "MKD"),
        ],
    ),
    (
        "President Lansana Conte spoke on Sunday with Charles Taylor, a man whose hand he had sworn "
        "last year never to shake.",
        [("charles-taylor; lansana-conte", "talks", "occurred", "2025-03-09", "")],
    ),
    (
        "President Carlos Andres Perez discussed the matter by telephone on Monday with his Colombian "
        "colleague, Cesar Gaviria.",
        [("carlos-andres-perez; cesar-gaviria", "call", "occurred", "2025-03-10", "")],
    ),
    (
        "Senegal's Macky Sall met the president of Guinea-Bissau, Umaro Sissoco Embalo, in Dakar on Monday.",
        [("macky-sall; umaro-sissoco-embalo", "talks", "occurred", "2025-03-10", "SEN")],
    ),
    (
        "President Joao Lourenco of Angola is 71. Foreign Minister Wang Yi met the president in Luanda on Monday.",
        [("joao-lourenco; wang-yi", "talks", "occurred", "2025-03-10", "AGO")],
    ),
    (
        "Jon Hanssen-Bauer, its new peace envoy, met President Mahinda Rajapaksa in Colombo on Tuesday.",
        [("jon-hanssen-bauer; mahinda-rajapaksa", "talks", "occurred", "2025-03-11", "LKA")],
    ),
    (
        "In New Halfa, the local commander, who was appointed in May, met nobody on Monday.",
        [],
    ),
    (
        "Trump told Turkish President Recep Tayyip Erdogan in a phone call on Sunday that soldiers would leave.",
        [("donald-trump; recep-tayyip-erdogan", "call", "occurred", "2025-03-09", "")],
    ),
    (
        "At a meeting in Pristina on Friday, Secretary of State Marco Rubio told Prime Minister Albin "
        "Kurti that he must go.",
        [("albin-kurti; marco-rubio", "talks", "occurred", "2025-03-07", "XKX")],
    ),
    (
        "Critics speak of a phone call on Sunday in which Trump told Turkish President Recep Tayyip Erdogan to wait.",
        [("donald-trump; recep-tayyip-erdogan", "call", "occurred", "2025-03-09", "")],
    ),
    (
        "Trump told Vladimir Putin that he hopes for a deal at a summit in May.",
        [],
    ),
    (
        "President Donald Trump told Vladimir Putin in a letter on Monday that he wanted peace at a summit in Riyadh.",
        [],
    ),
    (
        "Secretary of State Marco Rubio told Fox News host Sean Hannity in an interview on Friday that he must go.",
        [],
    ),
    (
        "During his meeting with Prime Minister Shehbaz Sharif in Islamabad on Monday, Prince Faisal "
        "bin Farhan pledged aid.",
        [("faisal-bin-farhan; shehbaz-sharif", "talks", "occurred", "2025-03-10", "PAK")],
    ),
    (
        "Foreign Minister Faisal bin Farhan pledged aid after meeting Prime Minister Shehbaz Sharif in "
        "Islamabad on Monday.",
        [("faisal-bin-farhan; shehbaz-sharif", "talks", "occurred", "2025-03-10", "PAK")],
    ),
    (
        "Foreign Minister Faisal bin Farhan said after meeting Prime Minister Shehbaz Sharif in Cairo "
        "on Monday that he agreed.",
        [("faisal-bin-farhan; shehbaz-sharif", "talks", "occurred", "2025-03-10", "EGY")],
    ),
    (
        "Following talks with Volodymyr Zelenskyy in Kyiv on Monday, Polish Prime Minister Donald Tusk "
        "said Poland would help.",
        [("donald-tusk; volodymyr-zelenskyy", "talks", "occurred", "2025-03-10", "UKR")],
    ),
    (
        "Russian Ambassador to Indonesia Sergei Tolchenov met Foreign Minister Sugiono in Jakarta on Monday.",
        [("sergei-tolchenov; sugiono", "talks", "occurred", "2025-03-10", "IDN")],
    ),
    (
        "A planned meeting between Trump and Putin in Budapest has been shelved.",
        [("donald-trump; vladimir-putin", "talks", "denied", "", "HUN")],
    ),
    (
        "German soldiers are taking part in Steadfast Defender. Minister Boris Pistorius travelled to "
        "Vilnius on Monday.",
        [("LTU; boris-pistorius", "visit", "occurred", "2025-03-10", "LTU")],
    ),
    (
        "Donald Trump postponed the tariffs after meeting Mark Carney in Ottawa on Monday.",
        [("donald-trump; mark-carney", "talks", "occurred", "2025-03-10", "CAN")],
    ),
    (
        "Vladimir Putin called off the strike after he met Xi Jinping in Beijing on Monday.",
        [("vladimir-putin; xi-jinping", "talks", "occurred", "2025-03-10", "CHN")],
    ),
    (
        "Mahmoud Abbas postponed a visit to Turkey planned for Tuesday.",
        [("TUR; mahmoud-abbas", "visit", "denied", "2025-03-11", "TUR")],
    ),
    (
        "Iraq and Saudi Arabia meet in Jeddah on Tuesday in a World Cup qualifier.",
        [],
    ),
    (
        "President Emmanuel Macron and Prime Minister Keir Starmer travelled to Kyiv on Saturday to "
        "meet Volodymyr Zelenskyy.",
        [("emmanuel-macron; keir-starmer; volodymyr-zelenskyy", "talks", "occurred", "2025-03-08", "UKR")],
    ),
    (
        "Donald Trump met Emir Tamim bin Hamad Al Thani in Doha on Monday. Earlier he spoke with Xi "
        "Jinping over the hotline.",
        [
            ("donald-trump; tamim-bin-hamad", "talks", "occurred", "2025-03-10", "QAT"),
            ("donald-trump; xi-jinping", "call", "occurred", "2025-03-10", ""),
        ],
    ),
    (
        "Donald Trump met Emir Tamim bin Hamad Al Thani in Doha on Monday. Trump also hopes to meet Vladimir Putin.",
        [
            ("donald-trump; tamim-bin-hamad", "talks", "occurred", "2025-03-10", "QAT"),
            ("donald-trump; vladimir-putin", "talks", "proposed", "", ""),
        ],
    ),
    (
        "The presidency in Damascus said Ahmed al-Sharaa would meet Tom Barrack in the Turkish capital on Friday.",
        [("ahmed-al-sharaa; tom-barrack", "talks", "planned", "2025-03-14", "TUR")],
    ),
    (
        "Before flying to Brussels, Marco Rubio held talks with Foreign Minister David Lammy in London on Monday.",
        [("david-lammy; marco-rubio", "talks", "occurred", "2025-03-10", "GBR")],
    ),
    (
        "Talks between Abbas Araghchi and envoy Steve Witkoff, mediated by Foreign Minister Badr "
        "al-Busaidi, opened in Muscat.",
        [("abbas-araghchi; steve-witkoff", "talks", "occurred", "", "OMN")],
    ),
    (
        "The meeting in Cairo on Monday between Abdel-Fattah el-Sissi and Mahmoud Abbas focused on Gaza.",
        [("abdel-fattah-al-sisi; mahmoud-abbas", "talks", "occurred", "2025-03-10", "EGY")],
    ),
    (
        "Antony Blinken met Abdel-Fattah el-Sissi in Cairo and Benjamin Netanyahu in Jerusalem on Monday.",
        [
            ("abdel-fattah-al-sisi; antony-blinken", "talks", "occurred", "2025-03-10", "EGY"),
            ("antony-blinken; benjamin-netanyahu", "talks", "occurred", "2025-03-10", "ISR"),
        ],
    ),
    (
        "Secretary of State Marco Rubio met the Ukrainian delegation in Jeddah on Monday.",
        [("UKR; marco-rubio", "talks", "occurred", "2025-03-10", "SAU")],
    ),
    (
        "Secretary of State Marco Rubio held talks with the Ukrainian delegation in Jeddah on Monday.",
        [("UKR; marco-rubio", "talks", "occurred", "2025-03-10", "SAU")],
    ),
    (
        "President Emmanuel Macron, accompanied by Foreign Minister Jean-Noel Barrot, met President "
        "Joseph Aoun in Beirut on Monday.",
        [("emmanuel-macron; joseph-aoun", "talks", "occurred", "2025-03-10", "LBN")],
    ),
    (
        "Chinese President Xi Jinping told Vladimir Putin at their summit in Beijing on Monday that ties were strong.",
        [("vladimir-putin; xi-jinping", "summit", "occurred", "2025-03-10", "CHN")],
    ),
    (
        "Will Donald Trump sit down with Vladimir Putin in Budapest on Monday?",
        [],
    ),
]

INDONESIAN: list[tuple[str, list[Told]]] = [
    (
        "Presiden Prabowo Subianto menerima kunjungan kehormatan Menteri Luar Negeri Prancis "
        "Jean-Noel Barrot di Istana Merdeka, Jakarta, Rabu (26/3/2025).",
        [("jean-noel-barrot; prabowo-subianto", "visit", "planned", "2025-03-26", "IDN")],
    ),
    (
        "Menlu Sugiono mengadakan pertemuan bilateral dengan mitranya dari Malaysia, Mohamad "
        "Hasan, di Jakarta, Senin (10/3/2025).",
        [("mohamad-hasan; sugiono", "talks", "occurred", "2025-03-10", "IDN")],
    ),
    (
        "Perdana Menteri Anwar Ibrahim bertolak ke Bangkok, Selasa, untuk bertemu Perdana Menteri "
        "Thailand Paetongtarn Shinawatra.",
        [("anwar-ibrahim; paetongtarn-shinawatra", "talks", "occurred", "2025-03-11", "THA")],
    ),
    (
        "Presiden Turki Recep Tayyip Erdogan dan Presiden Prabowo menandatangani 12 nota "
        "kesepahaman di Ankara pada 10 April 2024.",
        [("prabowo-subianto; recep-tayyip-erdogan", "talks", "occurred", "2024-04-10", "TUR")],
    ),
    (
        "Presiden Macron disambut oleh Raja Mohammed VI di Rabat, Senin (28/10/2024).",
        [("emmanuel-macron; mohammed-vi", "visit", "occurred", "2024-10-28", "MAR")],
    ),
    (
        "Melalui sambungan telepon, Presiden Prabowo berbicara dengan Presiden Mesir Abdel Fattah "
        "el-Sisi, Minggu (9/3/2025).",
        [("abdel-fattah-al-sisi; prabowo-subianto", "call", "occurred", "2025-03-09", "")],
    ),
    (
        "Menteri Pertahanan Sjafrie Sjamsoeddin menjamu koleganya dari Australia, Richard Marles, "
        "dalam makan malam di Jakarta, Selasa (11/3).",
        [("richard-marles; sjafrie-sjamsoeddin", "visit", "occurred", "2025-03-11", "IDN")],
    ),
    (
        "Delegasi Hamas dan Israel menggelar perundingan tidak langsung di Doha, Qatar, pada Sabtu.",
        [("ISR; hamas", "talks", "occurred", "2025-03-08", "QAT")],
    ),
    (
        "Pejabat Rusia dan Amerika Serikat bertemu di Riyadh, Arab Saudi, Selasa (18/2/2025).",
        [("RUS; USA", "talks", "occurred", "2025-02-18", "SAU")],
    ),
    (
        "Presiden Zelensky menolak bertemu utusan Rusia.",
        [("RUS; volodymyr-zelenskyy", "talks", "denied", "", "")],
    ),
    (
        "Belum ada rencana pertemuan antara Putin dan Zelensky, kata juru bicara Kremlin Dmitry Peskov, Senin (10/3).",
        [("vladimir-putin; volodymyr-zelenskyy", "talks", "denied", "", "")],
    ),
    (
        "Rencana kunjungan Presiden Putin ke Jakarta dibatalkan.",
        [("IDN; vladimir-putin", "visit", "denied", "", "IDN")],
    ),
    (
        "Warga bertemu di Universitas Diponegoro pada Senin.",
        [],
    ),
    (
        "Tim SAR menemui kendala cuaca pada Senin.",
        [],
    ),
    (
        "Perdana Menteri Jepang Shigeru Ishiba bertemu Presiden Prabowo di Istana Bogor pada 11 "
        "Januari 2025. Keduanya membahas kerja sama pertahanan.",
        [("prabowo-subianto; shigeru-ishiba", "talks", "occurred", "2025-01-11", "")],
    ),
    (
        "Presiden RI ke-7 Joko Widodo menemui pimpinan junta Myanmar, Jenderal Senior Min Aung "
        "Hlaing, di Jakarta, Sabtu (24/4/2021).",
        [("joko-widodo; min-aung-hlaing", "talks", "occurred", "2021-04-24", "IDN")],
    ),
    (
        "Kepala Staf Angkatan Darat Jenderal Maruli Simanjuntak bertemu Panglima Angkatan Darat "
        "Australia Letnan Jenderal Simon Stuart di Canberra, Senin.",
        [("maruli-simanjuntak; simon-stuart", "talks", "occurred", "2025-03-10", "AUS")],
    ),
    (
        "Lavrov dijadwalkan tiba di Ankara pada Kamis, tempat ia akan diterima Presiden Erdogan.",
        [("recep-tayyip-erdogan; sergei-lavrov", "visit", "planned", "2025-03-13", "TUR")],
    ),
    (
        '"Kami berbincang hangat," kata Rubio usai bertemu Lavrov di Riyadh, Selasa.',
        [("marco-rubio; sergei-lavrov", "talks", "occurred", "2025-03-11", "SAU")],
    ),
    (
        "Setelah bertemu Perdana Menteri Narendra Modi di New Delhi pada Sabtu (25/1/2025), "
        "Prabowo terbang ke Kuala Lumpur untuk menemui Anwar Ibrahim.",
        [
            ("anwar-ibrahim; prabowo-subianto", "talks", "occurred", "2025-01-25", "MYS"),
            ("narendra-modi; prabowo-subianto", "talks", "occurred", "2025-01-25", "IND"),
        ],
    ),
    (
        "Ia diterima bekerja di Jakarta pada 2010.",
        [],
    ),
    (
        "Polisi menerima laporan warga pada Senin.",
        [],
    ),
    (
        "Korban ditemui di Rumah Sakit Soeharto Heerdjan, Senin.",
        [],
    ),
    (
        "Pertemuan antara Megawati dan Prabowo akan berlangsung pada April.",
        [("megawati-sukarnoputri; prabowo-subianto", "talks", "planned", "2025-04-01", "")],
    ),
    (
        "Rencananya, Menlu Sugiono bakal menyambangi Ankara pekan depan guna bertemu sejawatnya, Hakan Fidan.",
        [("hakan-fidan; sugiono", "talks", "planned", "2025-03-17", "TUR")],
    ),
    (
        "Presiden Yoon Suk Yeol dan Perdana Menteri Fumio Kishida, yang bertemu di Tokyo pada "
        "Maret 2023, sepakat memulihkan hubungan.",
        [("fumio-kishida; yoon-suk-yeol", "talks", "occurred", "2023-03-01", "JPN")],
    ),
    (
        "Perundingan Rusia dan Ukraina digelar di Istanbul pada 29 Maret 2022.",
        [("RUS; UKR", "talks", "occurred", "2022-03-29", "TUR")],
    ),
    (
        "Pertemuan Biden-Xi di New Delhi pada Senin dipastikan batal.",
        [("joe-biden; xi-jinping", "talks", "denied", "2025-03-10", "IND")],
    ),
    (
        "Menlu RI Retno L.P. Marsudi bertemu Menlu Bangladesh Abul Hassan Mahmood Ali di Dhaka, Selasa.",
        [("abul-hassan-mahmood-ali; retno-marsudi", "talks", "occurred", "2025-03-11", "BGD")],
    ),
    (
        "Sebanyak 175 prajurit yang akan bertolak ke Bunia, Republik Demokratik Kongo, dilepas Laksamana Yudo Margono.",
        [],
    ),
    (
        "Presiden Zelensky, yang dijamu Recep Tayyip Erdogan di Ankara pada Senin, membatalkan pidatonya.",
        [("recep-tayyip-erdogan; volodymyr-zelenskyy", "visit", "occurred", "2025-03-10", "TUR")],
    ),
    (
        "Menko Polkam Budi Gunawan bertemu Menteri Dalam Negeri Australia Tony Burke di Jakarta pada 12 Desember.",
        [("budi-gunawan; tony-burke", "talks", "occurred", "2024-12-12", "IDN")],
    ),
    (
        "Wakil Menteri Luar Negeri Anis Matta melakukan pertemuan dengan Dubes Palestina Zuhair Al-Shun "
        "di Jakarta, Selasa.",
        [("anis-matta; zuhair-al-shun", "talks", "occurred", "2025-03-11", "IDN")],
    ),
    (
        "Donald Trump menyalami Vladimir Putin di Alaska pada 15 Februari.",
        [("donald-trump; vladimir-putin", "talks", "occurred", "2025-02-15", "USA")],
    ),
    (
        "Menlu AS Marco Rubio teleponan dengan Menlu Rusia Sergei Lavrov pada Senin.",
        [("marco-rubio; sergei-lavrov", "call", "occurred", "2025-03-10", "")],
    ),
    (
        "Nasib pasukan itu telah dibahas Menlu Antony Blinken dengan Menlu Turki Hakan Fidan di Ankara pada Senin.",
        [("antony-blinken; hakan-fidan", "talks", "occurred", "2025-03-10", "TUR")],
    ),
    (
        "Emmanuel Macron mengumpulkan Keir Starmer, Olaf Scholz, dan Donald Tusk di Paris pada Senin.",
        [("donald-tusk; emmanuel-macron; keir-starmer; olaf-scholz", "talks", "occurred", "2025-03-10", "FRA")],
    ),
    (
        "Emmanuel Macron mengumpulkan dana untuk korban di Paris pada Senin.",
        [],
    ),
    (
        "Ferdinand Marcos Jr diterima di Istana Merdeka, Jakarta, Senin, oleh Presiden Prabowo Subianto.",
        [("ferdinand-marcos-jr; prabowo-subianto", "visit", "occurred", "2025-03-10", "IDN")],
    ),
    (
        "Wakil Menteri Luar Negeri Anis Matta melakukan pertemuan dengan Dubes Palestina Zuhair Al-Shun "
        "di Jakarta, Selasa.",
        [("anis-matta; zuhair-al-shun", "talks", "occurred", "2025-03-11", "IDN")],
    ),
    (
        "Duta Besar RI untuk Mesir Lutfi Rauf bertemu Menteri Luar Negeri Mesir Badr Abdelatty di Kairo, Senin (10/3).",
        [("badr-abdelatty; lutfi-rauf", "talks", "occurred", "2025-03-10", "EGY")],
    ),
    (
        "Rusia dan Ukraina kembali berunding di Istanbul, Turki, Senin (10/3).",
        [("RUS; UKR", "talks", "occurred", "2025-03-10", "TUR")],
    ),
    (
        "Dalam percakapan telepon pada Minggu, Trump mengatakan kepada Presiden Turki Recep Tayyip "
        "Erdogan bahwa ia menunggu.",
        [("donald-trump; recep-tayyip-erdogan", "call", "occurred", "2025-03-09", "")],
    ),
    (
        "Presiden Prabowo Subianto menerima surat kepercayaan dari tujuh duta besar di Istana Merdeka, Senin.",
        [],
    ),
    (
        "Dalam pertemuan dengan Perdana Menteri Shehbaz Sharif di Islamabad pada Senin, Menlu Faisal "
        "bin Farhan berjanji.",
        [("faisal-bin-farhan; shehbaz-sharif", "talks", "occurred", "2025-03-10", "PAK")],
    ),
    (
        "Timnas Irak dan Arab Saudi bertemu di Jeddah pada Selasa (11/3) dalam kualifikasi Piala Dunia.",
        [],
    ),
    (
        "Presiden Mahmoud Abbas menunda kunjungan ke Turki yang direncanakan pada Selasa (11/3).",
        [("TUR; mahmoud-abbas", "visit", "denied", "2025-03-11", "TUR")],
    ),
    (
        "Donald Trump bertemu Emir Tamim bin Hamad Al Thani di Doha pada Senin. Trump juga ingin "
        "bertemu Vladimir Putin.",
        [
            ("donald-trump; tamim-bin-hamad", "talks", "occurred", "2025-03-10", "QAT"),
            ("donald-trump; vladimir-putin", "talks", "proposed", "", ""),
        ],
    ),
    (
        "Menlu AS Marco Rubio tiba di Jeddah pada Senin untuk berunding dengan delegasi Ukraina.",
        [("UKR; marco-rubio", "talks", "occurred", "2025-03-10", "SAU")],
    ),
    (
        "Menlu AS Marco Rubio bertemu delegasi Ukraina di Jeddah pada Senin.",
        [("UKR; marco-rubio", "talks", "occurred", "2025-03-10", "SAU")],
    ),
    (
        "Pertemuan Trump dengan Zelensky di Gedung Putih, Jumat lalu, berakhir ricuh.",
        [("donald-trump; volodymyr-zelenskyy", "talks", "occurred", "2025-03-07", "USA")],
    ),
    (
        "Presiden Prabowo Subianto didampingi Menlu Sugiono bertemu Presiden Xi Jinping di Beijing pada "
        "9 November 2024.",
        [("prabowo-subianto; xi-jinping", "talks", "occurred", "2024-11-09", "CHN")],
    ),
    (
        "Presiden Prabowo Subianto, didampingi Menlu Sugiono dan Menteri Airlangga Hartarto, bertemu "
        "Presiden Xi Jinping di Beijing, Senin.",
        [("prabowo-subianto; xi-jinping", "talks", "occurred", "2025-03-10", "CHN")],
    ),
]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [("en", *case) for case in ENGLISH] + [("id", *case) for case in INDONESIAN],
)
def test_meetings(language: str, text: str, expected: list[Told]) -> None:
    document = Document(document_id="d", text=text, language=language, published=PUBLISHED)
    told = [
        (fact.participants, fact.format, fact.status, str(fact.date_start or ""), fact.country)
        for fact in extract(document)
        if fact.kind == "meeting"
    ]
    assert sorted(told) == sorted(expected)


def test_offices_and_pronouns_point_back() -> None:
    text = (
        "Prime Minister Pascoal Mocumbi of Mozambique came to Beijing with 20 businessmen. "
        "The prime minister, who arrived on Monday, held talks with Chinese President Jiang Zemin on Tuesday. "
        "Li Peng will meet him on Friday."
    )
    document = Document(document_id="d", text=text, language="en", published=PUBLISHED)
    told = {(fact.participants, fact.status, str(fact.date_start)) for fact in extract(document)}
    assert ("jiang-zemin; pascoal-mocumbi", "occurred", "2025-03-11") in told
    assert ("li-peng; pascoal-mocumbi", "planned", "2025-03-14") in told


def test_a_meeting_without_day_and_place_is_none() -> None:
    text = "Vladimir Putin has met Xi Jinping many times."
    assert not extract(Document(document_id="d", text=text, language="en", published=PUBLISHED))


def test_a_denial_without_names_is_of_the_meeting_told_before() -> None:
    text = "Vladimir Putin will meet Volodymyr Zelenskyy in Ankara, reports say. No such meeting is planned."
    document = Document(document_id="d", text=text, language="en", published=PUBLISHED)
    assert {fact.status for fact in extract(document)} == {"planned", "denied"}


def test_the_rest_of_a_name_after_an_office_is_nobody_else() -> None:
    text = "Chinese President Xi Jinping said on Monday that 20 Chinese soldiers had been killed."
    document = Document(document_id="d", text=text, language="en", published=PUBLISHED)
    assert [fact.claimant for fact in extract(document)] == ["xi-jinping"]
