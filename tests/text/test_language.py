"""Which language a text is written in."""

from __future__ import annotations

import pytest

from crawler.text.language import COMMON, ONLY_SIMPLIFIED, ONLY_TRADITIONAL, detect_language

TEXTS = {
    "en": "The lock was opened on Monday, and the boats that had waited went through in the evening.",
    "fr": "L'écluse a été ouverte lundi, et les bateaux qui attendaient sont passés dans la soirée.",
    "es": "La esclusa se abrió el lunes, y los barcos que esperaban pasaron por la tarde del día.",
    "de": "Die Schleuse wurde am Montag geöffnet, und die Boote, die gewartet hatten, fuhren mit der Flut.",
    "pt": "A eclusa foi aberta na segunda-feira, e os barcos não tiveram mais de uma hora de espera.",
    "eo": "La kluzo estis malfermita lunde, kaj la boatoj kiuj atendis iris tra ĝi en la vespero.",
    "ru": "Шлюз открыли в понедельник, и лодки, которые ждали, прошли вечером.",
    "ar": "فتحت البوابة يوم الاثنين وعبرت القوارب التي كانت تنتظر في المساء.",
    "kk-Arab": "بۇگىن تاڭەرتەڭ كولدىڭ جاعاسىنداعى ەسكى كوپىر قايتا اشىلدى، وقۋشىلار قۋاندى",
    "fa": "دیروز دریچه قدیمی بندر پس از سه سال تعمیر باز شد و ماهیگیران به تماشای آن آمدند",
    "ur": "پیر کے روز پرانا دروازہ تین سال بعد دوبارہ کھل گیا اور ماہی گیر اسے دیکھنے آئے تھے",
    "ug": "كونا دەرۋازا ئۈچ يىل رېمونت قىلىنغاندىن كېيىن يەنە ئېچىلدى، بېلىقچىلار كەلدى",
    "ps": "زړه دروازه له درېو کلونو ترمیم وروسته بېرته پرانیستل شوه او کب نیوونکي راغلل",
    "ckb": "دەرگا کۆنەکە دوای سێ ساڵ لە چاککردنەوە کرایەوە و ماسیگران هاتن بۆ بینینی",
    "uk": "Шлюз відкрили в понеділок, і човни, які чекали, пройшли ввечері. Рибалки їдуть додому.",
    "be": "Шлюз адкрылі ў панядзелак, і лодкі, якія чакалі, прайшлі ўвечары. Рыбакі едуць дадому.",
    "bg": "Шлюзът беше отворен в понеделник и лодките, които чакаха, минаха вечерта. Рибарите се връщат.",
    "sr": "Брана је отворена у понедељак, а чамци који су чекали прошли су увече. Рибари иду кући.",
    "mk": "Браната беше отворена во понеделникот, а чамците што чекаа поминаа вечерта. Ќе има ѕвезди.",
    "kk": "Бүгін таңертең көлдің жағасындағы ескі көпір қайта ашылды, оқушылар қуанды.",
    "ky": "Бүгүн эртең менен көлдүн жээгиндеги эски көпүрө кайра ачылды, балдар кубанды, өңү жаңы.",
    "mn": "Өнөөдөр өглөө нуурын эргийн хуучин гүүр дахин нээгдэж, хүүхдүүд баярлав.",
    "tg": "Имрӯз субҳ пули кӯҳна дар соҳили кӯл боз кушода шуд ва хонандагон хурсанд шуданд. Ҷашни ҷӯра.",
    "mn-Mong": "ᠥᠨᠥᠳᠦᠷ ᠥᠷᠯᠥᠭᠡ ᠬᠠᠭᠤᠴᠢᠨ ᠭᠦᠦᠷ ᠳᠠᠬᠢᠨ ᠨᠡᠭᠡᠭᠳᠡᠪᠡ",
    "bo": "དེ་རིང་ཞོགས་པར་ཟམ་པ་རྙིང་པ་ཡང་བསྐྱར་སྒོ་ཕྱེས་པ་རེད།",
    "ii": "ꀋꉬꇬꊿꃅꄉꋍꑍꌠꀃꃴ",
    "bn": "আজ সকালে পুরানো সেতুটি আবার খোলা হয়েছে।",
    "hi": "आज सुबह पुराना पुल फिर से खोला गया।",
    "ta": "இன்று காலை பழைய பாலம் மீண்டும் திறக்கப்பட்டது.",
    "my": "ယနေ့နံနက် တံတားဟောင်းကို ပြန်ဖွင့်ခဲ့သည်။",
    "km": "ព្រឹកនេះ ស្ពានចាស់ត្រូវបានបើកឡើងវិញ។",
    "lo": "ເຊົ້ານີ້ ຂົວເກົ່າໄດ້ເປີດຄືນໃໝ່.",
    "ka": "დღეს დილით ძველი ხიდი ხელახლა გაიხსნა.",
    "hy": "Այսօր առավոտյան հին կամուրջը կրկին բացվեց։",
    "ja": "水門は月曜日に開かれ、待っていた船は夕方に通過した。",
    "ko": "갑문은 월요일에 열렸고 기다리던 배들은 저녁에 지나갔다.",
    "zh-Hans": "船闸在周一打开，等候的船只当天傍晚全部通过，这个消息让两岸的居民都很高兴。",
    "zh-Hant": "船閘在週一打開，等候的船隻當天傍晚全部通過，這個消息讓兩岸的居民都很高興。",
}


@pytest.mark.parametrize("language", TEXTS)
def test_undeclared(language: str) -> None:
    """Script and common words tell the language where the page says nothing."""
    assert detect_language(TEXTS[language]) == language


@pytest.mark.parametrize("language", TEXTS)
@pytest.mark.parametrize("declared", ["zh-CN", "ja", "ar"])
def test_script_outweighs_a_template(language: str, declared: str) -> None:
    """A wrong `lang` of another script does not count."""
    assert detect_language(TEXTS[language], declared) == language


@pytest.mark.parametrize("language", ["en", "fr", "es", "de", "pt", "ru", "ar"])
def test_declared_language_holds_where_it_fits(language: str) -> None:
    """The page's own word decides between languages that a short text leaves open."""
    assert detect_language(TEXTS[language][:40], f"{language}-XX") == language


DECLARED = [
    ("На причале стоит паром", "uk", "uk"),
    (TEXTS["ru"], "ru-RU", "ru"),
    (TEXTS["ru"], "kk", "kk"),
    (TEXTS["ru"], "uk", "ru"),
    (TEXTS["kk"], "ru", "kk"),
    (TEXTS["mn"], "kk", "kk"),
    (TEXTS["uk"], "ru", "uk"),
    (TEXTS["sr"], "bg", "sr"),
    (TEXTS["ar"], "fa", "fa"),
    (TEXTS["fa"], "ar", "fa"),
    (TEXTS["fa"], "ur-PK", "ur"),
    (TEXTS["ur"], "fa", "ur"),
    (TEXTS["ug"], "kk", "ug"),
    (TEXTS["kk-Arab"], "ug", "ug"),
    (TEXTS["kk-Arab"], "kk-CN", "kk-Arab"),
    (TEXTS["ckb"], "ku", "ku-Arab"),
    (TEXTS["hi"], "ne", "ne"),
    (TEXTS["bo"], "dz", "dz"),
    (TEXTS["bo"], "mn", "bo"),
    (TEXTS["mn-Mong"], "mn-CN", "mn-Mong"),
    (TEXTS["en"], "bo", "en"),
]


@pytest.mark.parametrize(("text", "declared", "expected"), DECLARED)
def test_languages_of_one_script(text: str, declared: str, expected: str) -> None:
    """A declared language is believed where its alphabet has the letters of the text."""
    assert detect_language(text, declared) == expected


@pytest.mark.parametrize(("language", "name"), [("ru", "Олександр Їжак"), ("ar", "گوگل"), ("mn", "Әлия")])
def test_name_of_another_language(language: str, name: str) -> None:
    """The letters of a name do not change the language of the text."""
    assert detect_language(f"{TEXTS[language] * 5} {name}.") == language


@pytest.mark.parametrize("text", ["", "12345", "— …", "http://"])
def test_nothing_to_tell_it_from(text: str) -> None:
    """Without letters there is no language."""
    assert detect_language(text) is None


def test_scripts_of_chinese_share_no_mark() -> None:
    """A character speaks for one script only."""
    assert not ONLY_SIMPLIFIED & ONLY_TRADITIONAL
    assert all(words for words in COMMON.values())
