"""An agency report in our own words, as other outlets print it, and other articles about the same event."""

from __future__ import annotations

PARAGRAPHS = (
    "Badan intelijen Korea Selatan pada Selasa memperkirakan sekitar 2.000 tentara Korea Utara telah tewas dalam "
    "perang Rusia melawan Ukraina, naik dari 600 orang yang disebut pada April lalu.",
    "Angka itu disampaikan dalam rapat tertutup dengan komisi intelijen parlemen di Seoul, kata anggota parlemen Lee "
    "Seong-kweun kepada wartawan seusai rapat yang berlangsung hampir tiga jam.",
    "Menurut Lee, Pyongyang merencanakan pengiriman gelombang ketiga sebanyak 6.000 orang, dan sekitar 1.000 di "
    "antaranya, yakni anggota zeni, sudah berada di wilayah Rusia.",
    "Rusia dan Korea Utara menandatangani perjanjian pertahanan bersama pada Juni 2024 ketika Presiden Vladimir Putin "
    "berkunjung ke Pyongyang untuk pertama kali dalam dua puluh empat tahun.",
    "Pemerintah di Moskow belum menanggapi keterangan tersebut. Kedutaan besar Rusia di Seoul menolak berkomentar dan "
    "mempersilakan wartawan bertanya kepada kementerian luar negeri.",
    "Korea Utara baru mengakui pengiriman pasukannya pada akhir April, ketika Kim Jong Un menyebut para prajurit itu "
    "pahlawan dan menjanjikan sebuah tugu peringatan di ibu kota.",
    "Para pengamat menilai kerja sama kedua negara akan berlanjut setelah perang, terutama di bidang tenaga kerja, "
    "pertanian, dan pembangunan kembali daerah perbatasan Kursk.",
)
REPORT = "Seoul (Kantor) - " + "\n\n".join(PARAGRAPHS)

# Another article about the same event, by somebody who sat in the same briefing, with the same quotation.
SAME_EVENT = (
    "SEOUL – Jumlah prajurit Korea Utara yang gugur di medan perang Ukraina jauh lebih besar daripada dugaan semula. "
    "Dinas rahasia Korea Selatan kini menyebut kira-kira 2.000 orang.\n\n"
    "Lee Seong-kweun, anggota parlemen dari partai oposisi, membawa kabar itu keluar dari ruang sidang. Ia juga "
    "mengungkapkan bahwa enam ribu orang lagi sedang disiapkan, termasuk pasukan zeni.\n\n"
    "Bagi Pyongyang, kerugian itu adalah harga dari sebuah persekutuan. Sejak pertemuan Kim dan Putin pada musim panas "
    "2024, kedua negara terikat janji saling membela. Kremlin memilih diam.\n\n"
    "Baru beberapa bulan lalu media resmi Korea Utara berani memberitakan keterlibatan itu, lengkap dengan foto "
    "upacara penghormatan bagi keluarga prajurit. Sejumlah ahli di Seoul menduga angka sesungguhnya lebih tinggi lagi."
)
# A longer piece that quotes the beginning of the report and goes on by itself.
ANALYSIS = PARAGRAPHS[0] + "\n\n" + SAME_EVENT.replace("SEOUL – ", "") + "\n\n" + SAME_EVENT[::-1]


def printed(outlet: str, *, cut: int = 0, headline: str = "Ribuan Tentara Korut Dilaporkan Tewas") -> str:
    """Return the report as an outlet prints it: its own headline, dateline and byline, cut at the end."""
    told = "\n\n".join(PARAGRAPHS[: len(PARAGRAPHS) - cut])
    return f"{headline}\n\n{outlet.upper()}, JAKARTA -- {told}\n\nPenulis: Redaksi {outlet}. Sumber: Kantor"
