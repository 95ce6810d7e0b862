"""Who stands behind a figure, in sentences of our own: one for each way in which newspapers name a claimant."""

from __future__ import annotations

from datetime import date

import pytest

from dashboard.extraction import extract
from dashboard.facts import Document

ENGLISH = {
    "14 soldiers were killed in Goma, according to army spokesman Brig. Gen. Sylvain Ekenge.": "sylvain-ekenge",
    "14 soldiers were killed in Goma, according to Lt. Col. Sylvain Ekenge.": "sylvain-ekenge",
    '"14 soldiers were killed in Goma," Sylvain Ekenge, an army spokesman, told AFP.': "sylvain-ekenge",
    "14 soldiers were killed in Goma, Josue Kayeye, a resident, told AFP.": "josue-kayeye",
    "14 soldiers were killed in Goma, a resident, Josue Kayeye, said.": "josue-kayeye",
    "14 soldiers were killed in Goma, said the group's spokesman, Lawrence Kanyuka.": "lawrence-kanyuka",
    "14 soldiers were killed in Goma, said the group's spokesman Lawrence Kanyuka.": "lawrence-kanyuka",
    "According to two Western officials, 14 soldiers were killed in Kherson.": "western-officials",
    "20 Ukrainian soldiers were killed in Kherson, according to data compiled by the UN.": "un",
    "Two civilians were killed in Barentu, Eritrea, according to a nurse at the town's hospital.": "unnamed-source",
    "Police said a nurse was killed in Gao, Mali.": "police-mli",
    "Rights groups say more than 3,000 people have died in Mali since 2017.": "unnamed-source",
    "Hamas, which rules the strip, said 12 people were killed in Gaza.": "hamas",
    "Vladimir Putin repeated on Thursday that 40 Ukrainian soldiers were killed.": "vladimir-putin",
    "The Kremlin's spokesman, Dmitry Peskov, repeated that 40 Ukrainian soldiers were killed.": "dmitry-peskov",
    "Forty Russian soldiers were killed in Kursk, according to estimates by Mediazona.": "mediazona",
    "Mediazona has counted 95,000 Russian soldiers killed in Ukraine.": "mediazona",
    "Ukraine's defence ministry statistics show that 612 Russian soldiers were killed.": "mod-ukr",
    "Ukraine has put its losses at 31,000 soldiers killed.": "UKR",
    "By Ukrainian estimates, 30,000 Russian soldiers have been killed.": "UKR",
    "Western officials estimate that 30,000 Russian soldiers have been killed.": "western-officials",
    "A senior NATO official said 30,000 Russian soldiers had been killed.": "nato",
    "A UN report says 30 civilians were killed in Kyiv.": "un",
    "Human Rights Watch documented 30 civilians killed in Kyiv.": "human-rights-watch",
    "Doctors said 12 people were killed in Gaza.": "unnamed-source",
    "Three Ukrainian soldiers were killed near Pokrovsk, officials said.": "UKR",
    "Russian drones killed three people in Odesa, officials said.": "unnamed-source",
    "Russian drones killed three people in Odesa, Ukrainian officials said.": "UKR",
    "Witnesses told Reuters that 12 people were killed in Gaza.": "unnamed-source",
    "A security source told AFP 12 soldiers were killed in Mali.": "unnamed-source",
    "Twelve soldiers were killed in Mali, said a witness.": "unnamed-source",
    "In an interview with the BBC, Zelensky put the Ukrainian dead at 31,000 soldiers.": "volodymyr-zelenskyy",
    "Hamas-run Gaza health ministry says 30,000 Palestinians have been killed.": "moh-pse",
    "The Health Ministry in Gaza says 30,000 people have been killed.": "moh-pse",
    "Twelve soldiers were killed in Mali, the ministry of defence in Paris said.": "mod-fra",
    "According to the Russian Defence Ministry, Ukraine lost 300 soldiers.": "mod-rus",
    "In Niger, the army said 12 soldiers were killed near Tillaberi.": "military-ner",
    "South Africa's defence force said nine of its soldiers were killed.": "military-zaf",
    "Twelve Libyan soldiers were killed, Libya's general staff said.": "general-staff-lby",
    "A police spokesman said 12 people were killed in Mopti, Mali.": "police-mli",
    "Twelve soldiers were killed in Mopti, Mali, an army spokesman said.": "military-mli",
    "An interior ministry spokesman said 12 people were killed in Mopti, Mali.": "moi-mli",
    "The defence ministry of Azerbaijan said 12 people were killed.": "mod-aze",
    "The Ministry of Defence of Azerbaijan reports:\n- 25 civilians killed": "mod-aze",
    "Mali is in shock. The health ministry now says 20 people were killed.": "moh-mli",
    '"We found 42 bodies," said doctor Muawiya Hassanein in Gaza.': "muawiya-hassanein",
    '"It was a hard night in Mali," Souleymane Dembele said. "Twenty-two were wounded."': "souleymane-dembele",
    "Zelensky was quoted by Interfax-Ukraine as saying 600 North Korean soldiers had died.": "volodymyr-zelenskyy",
    "Three residents told AFP by phone that 12 soldiers were killed in Mali.": "unnamed-source",
    "Mediazona has established that 600 Russian soldiers were killed.": "mediazona",
    # A body that a sentence is about is "it", and "the war monitor", in the next.
    "Mali's army issued a statement on Monday. It said 12 soldiers had been killed in Gao.": "military-mli",
    "The Syrian Observatory for Human Rights has a network. The war monitor said 90 died in Sweida.": "sohr",
    # Who counts those hurt does so where they were hurt, whoever attacked.
    "Israeli strikes hit Gaza City on Tuesday. At least 30 people died, according to the health ministry.": "moh-pse",
    "An Israeli strike hit a school in Gaza City. The Civil Defence agency said 30 people died.": "civil-defence-pse",
    # A house is called by what it is for.
    "According to the Pakistan Institute for Conflict and Security Studies (PICSS), 137 people died.": "picss",
    "The Institute for Strategy and Policy puts deaths in Myanmar at over 75,000.": "institute-for-strategy-and-policy",
    "The Sudan Doctors Network spoke of a massacre. The group said 21 people were wounded.": "sudan-doctors-network",
    "South Africa has lost 14 soldiers in Congo, its defence force said.": "military-zaf",
    "According to the World Health Organization, at least 40,000 people have died in Sudan.": "who",
    # Of two verbs with one subject, who stands before the first says what follows the second.
    "Zelensky thanked Trump and said that 300 North Korean soldiers had been killed.": "volodymyr-zelenskyy",
    "Zelensky put the strength of Pyongyang's contingent at 12,000 and added that 300 had died.": "volodymyr-zelenskyy",
    "Hamas condemned Israel and said 30 people had been killed in Gaza.": "hamas",
    "Mali's General Oumar Diarra met Vladimir Putin and also said 12 soldiers had been killed.": "oumar-diarra",
    "Mali: General Oumar Diarra, who met Vladimir Putin, thanked Russia and said 12 soldiers had died.": "oumar-diarra",
    "The Malian army's spokesman said 12 soldiers had been killed.": "military-mli",
    "Fighting went on in Gaza, and Hamas said 30 people had been killed.": "hamas",
    # Who speaks without a name, whatever stands between them and the verb.
    "A bomb killed three people in Mogadishu, Somalia, on Thursday, medics and residents told AFP.": "unnamed-source",
    "A bomb killed three people in Mogadishu, Somalia, a doctor at the main hospital told Reuters.": "unnamed-source",
    "A bomb killed three people in Mogadishu, Somalia, on Thursday, a hospital official said.": "unnamed-source",
    "A bomb killed three people in Mogadishu, Somalia, according to two witnesses.": "unnamed-source",
    "Drone strikes on the city of El Fasher, Sudan, have killed 60 people, activists have said.": "unnamed-source",
    "Residents of El Fasher in Sudan, however, put the number of dead at nine.": "unnamed-source",
    "A villager, who asked not to be named, said the gunmen killed 12 people in Moura, Mali.": "unnamed-source",
    "Hospitals in Beirut, Lebanon, reported eight dead by nightfall on Thursday.": "unnamed-source",
    "Fourteen people were killed in Haiti on Thursday, said two residents of the area.": "unnamed-source",
    "A community leader, Farmasum Fuddang, said 14 people were killed in Bokkos, Nigeria.": "farmasum-fuddang",
    # Bodies told by the land told of, whoever attacks it.
    "Israeli strikes on Gaza killed 30 people, the territory's civil defence agency said.": "civil-defence-pse",
    "Israeli air strikes killed 12 people in Damascus, the country's defence ministry said.": "mod-syr",
    "Russia's missile killed 12 in Sumy in Ukraine, according to the prosecutor's office.": "prosecutor-general-ukr",
    "The government in Kinshasa says 8,500 people have been killed in eastern Congo.": "COD",
    "Fourteen people were killed in Haiti on Thursday, the UN rights office said.": "ohchr",
    # Near misses: what is told beside somebody's words is the paper's own.
    "Twelve soldiers were killed in Mali, according to the state news agency.": "publisher",
    "President Sarkozy has warned that he may leave, after four French soldiers were shot dead.": "publisher",
    "Three soldiers were killed in Mali. They were reported by Reuters.": "publisher",
}
INDONESIAN = {
    '"14 prajurit tewas di Papua," kata Kapendam XVII/Cenderawasih Letkol Inf Candra Kurniawan.': "candra-kurniawan",
    '"14 prajurit tewas di Papua," ujar Dandim 1710/Mimika Letkol Inf Slamet Wijaya.': "slamet-wijaya",
    '"14 prajurit tewas di Papua," kata Wakil Ketua DPR, Slamet Wijaya, kepada wartawan.': "slamet-wijaya",
    "Moskow mengatakan dua polisi terluka dalam penyergapan di Mindanao.": "RUS",
    "Menurut dua pejabat Barat, 14 tentara tewas di Kherson.": "western-officials",
    "Serangan Israel di Gaza menewaskan 30 orang, kata badan pertahanan sipil wilayah itu.": "civil-defence-pse",
    "Serangan Israel di Suriah menewaskan lima tentara, kata kementerian pertahanan negara tersebut.": "mod-syr",
    "Menhan Sjafrie Sjamsoeddin mengatakan kepada wartawan bahwa tiga tentara tewas.": "sjafrie-sjamsoeddin",
    "Zelensky saat bertemu Macron mengatakan 600 tentara Korea Utara tewas.": "volodymyr-zelenskyy",
    "Lavrov dalam surat kepada PBB menyatakan 600 tentara Ukraina tewas.": "sergei-lavrov",
    "Lavrov kepada kantor berita TASS mengatakan 600 tentara Ukraina tewas.": "sergei-lavrov",
    "Israel membalas setelah Hamas mengatakan 12 orang tewas di Gaza.": "hamas",
    "Sejumlah saksi mata mengatakan tiga tentara tewas di Mali.": "unnamed-source",
    "Militer Mali mengeluarkan pernyataan pada Senin. Mereka menyebut 12 tentara tewas di Gao.": "military-mli",
    "Pasukan Dukungan Cepat merebut kota itu. Kelompok paramiliter tersebut menyatakan 120 tewas.": "rsf-sdn",
    "Zelensky berterima kasih kepada Trump dan mengatakan 300 tentara Korea Utara tewas.": "volodymyr-zelenskyy",
    "Hamas mengecam Israel dan menyatakan 30 orang tewas di Gaza.": "hamas",
    "NIS menyampaikan kepada parlemen bahwa sekitar 600 tentara Korea Utara tewas.": "nis-kor",
    "Prabowo memberitahu wartawan bahwa tiga tentara tewas di Mali.": "prabowo-subianto",
    "Tiga saksi mata mengatakan kepada Reuters bahwa 12 warga desa tewas di Moura, Mali.": "unnamed-source",
    "Sedikitnya 12 orang tewas di Goma, Kongo, ungkap seorang warga kepada AFP.": "unnamed-source",
    "Sedikitnya 12 orang tewas di Goma, Kongo, menurut dua saksi mata.": "unnamed-source",
    "Sebuah bom menewaskan tiga orang di Mogadishu, Somalia, kata seorang pejabat rumah sakit.": "unnamed-source",
    "Warga El Fasher di Sudan mengatakan sembilan orang tewas.": "unnamed-source",
    "Aktivis setempat menyebut sedikitnya 12 orang tewas di Homs, Suriah.": "unnamed-source",
    "Presiden Zelensky mengatakan kepada CNN, 2.500 tentara Ukraina gugur.": "volodymyr-zelenskyy",
    "Kementerian Kesehatan Lebanon mengatakan pada Kamis bahwa 12 orang tewas di Tyre.": "moh-lbn",
    "Kelompok-kelompok HAM menyebut 3.000 orang tewas di Mali.": "unnamed-source",
    "Kementerian Dalam Negeri Mesir, yang membawahi polisi, mengatakan 43 polisi tewas di Kairo.": "moi-egy",
    "Tiga tentara Ukraina tewas di dekat Pokrovsk, kata para pejabat.": "UKR",
    "Serangan udara Pakistan menewaskan sembilan warga di Khost, kata seorang pejabat.": "unnamed-source",
    "Serangan udara Pakistan menewaskan sembilan warga di Khost, kata pejabat Afghanistan.": "AFG",
    "Pejabat setempat mengatakan tiga orang tewas di Mopti, Mali.": "MLI",
    "Polisi setempat mengatakan tiga orang tewas di Mopti, Mali.": "police-mli",
    "Kementerian Kesehatan Lebanon merinci:\n- 25 orang tewas di Beirut": "moh-lbn",
    '"Malam yang berat di Mali," kata Souleymane Dembele. "Sebanyak 22 orang terluka."': "souleymane-dembele",
    "Kapuspen TNI Mayjen Kristomei Sianturi mengatakan tiga prajurit gugur di Papua.": "kristomei-sianturi",
    "Menurut Kementerian Kesehatan Gaza, 30.000 warga Palestina tewas.": "moh-pse",
    "Sedikitnya 30 orang tewas di Gaza, kata petugas medis.": "unnamed-source",
    "Sedikitnya 30 orang tewas di Gaza, ujar seorang saksi mata kepada Reuters.": "unnamed-source",
    "Zelensky mengaku kehilangan 31.000 tentara.": "volodymyr-zelenskyy",
    "Mediazona telah mencatat 95.000 prajurit Rusia yang tewas.": "mediazona",
    "Seorang pejabat NATO mengatakan 3.000 tentara Korea Utara tewas.": "nato",
    "Anggota parlemen Lee Seong-kweun mengatakan, mengutip NIS, 600 tentara Korea Utara tewas.": "nis-kor",
    "Sebanyak 600 tentara Korea Utara tewas, demikian dilaporkan Yonhap mengutip NIS.": "nis-kor",
    "Menurut juru bicara militer Sylvain Ekenge, dua prajurit Kongo gugur.": "sylvain-ekenge",
    "Agresi Israel menewaskan 540 warga Palestina, menurut otoritas kesehatan Gaza.": "moh-pse",
    "Berdasarkan data PBB, 300 warga sipil tewas di Ukraina.": "un",
    "Laporan PBB menyebut 300 warga sipil tewas di Ukraina.": "un",
    "Polisi Indonesia memastikan 11 orang meninggal di Papua.": "polri",
}
PASSAGES = {  # the claimant of each fact, where another sentence than its own says who it is
    "a quotation of several sentences": (
        "en",
        '"We lost twelve men on that hill. Another thirty were wounded," General Musa Traore said.',
        ["musa-traore", "musa-traore"],
    ),
    "a quotation after a colon": (
        "en",
        'President Zelensky said: "We have lost 400 soldiers this month. Some 900 were wounded."',
        ["volodymyr-zelenskyy", "volodymyr-zelenskyy"],
    ),
    "after a quotation": (
        "en",
        '"It was a terrible night," said Mayor Ihor Terekhov. Nine people were killed in Kharkiv on Tuesday.',
        ["publisher"],
    ),
    "a quotation without an end": (
        "en",
        '"They were heroes, said Mayor Ihor Terekhov.\n\nNine people were killed in Kharkiv on Tuesday.',
        ["publisher"],
    ),
    "whose figure it was": (
        "en",
        "Forty soldiers were killed in Mali on Sunday. The toll was announced by the army in Bamako.",
        ["military-mli"],
    ),
    "the same in Indonesian": (
        "id",
        "Sebanyak 40 tentara Mali tewas pada Minggu. Angka itu diumumkan militer Mali.",
        ["military-mli"],
    ),
    "so it was said": (
        "id",
        "Kongo mengirim 3.000 tentara ke Rwanda. Demikian diungkapkan Kementerian Pertahanan Uganda.",
        ["mod-uga"],
    ),
    "what makes up a figure": (
        "id",
        "NIS memperkirakan 3.000 tentara Korea Utara menjadi korban. Rinciannya, 300 tewas dan 2.700 terluka.",
        ["nis-kor", "nis-kor", "nis-kor"],
    ),
    "another event": (
        "en",
        "Mediazona says 95,000 Russian soldiers have been killed. In Sudan, 40 people were killed on Monday.",
        ["mediazona", "publisher"],
    ),
    "a body by its kind": (
        "id",
        "Human Rights Watch menyelidiki serangan itu. Menurut lembaga itu, 90 warga sipil tewas di Darfur.",
        ["human-rights-watch"],
    ),
    "who gives a list of several items": (
        "en",
        "The Lebanese health ministry reports:\n\n- 25 people were killed in Beirut.\n\n- 30 were hurt in Tyre.\n\n"
        "Five soldiers were killed in Mali.",
        ["moh-lbn", "moh-lbn", "publisher"],
    ),
    "yang merinci beberapa hal": (
        "id",
        "Kementerian Kesehatan Lebanon merinci:\n\n• 25 orang tewas di Beirut.\n• 30 orang terluka di Tirus.",
        ["moh-lbn", "moh-lbn"],
    ),
    "who passes on what he said": (
        "en",
        "Yoon Suk Yeol met reporters. He said 1,500 North Korean soldiers had been sent to Russia, Yonhap reported.",
        ["yoon-suk-yeol"],
    ),
}
CASES = [("en", *each) for each in ENGLISH.items()] + [("id", *each) for each in INDONESIAN.items()]


@pytest.mark.parametrize(("language", "text", "claimant"), CASES)
def test_claimant(language: str, text: str, claimant: str) -> None:
    document = Document(document_id="x", text=text, language=language, published=date(2025, 3, 12))
    assert {fact.claimant for fact in extract(document)} == {claimant}


@pytest.mark.parametrize("name", PASSAGES)
def test_who_says_a_passage(name: str) -> None:
    language, text, claimants = PASSAGES[name]
    document = Document(document_id="x", text=text, language=language, published=date(2025, 3, 12))
    assert [fact.claimant for fact in extract(document)] == claimants
