"""Who photos are credited to beside people: agencies, desks, archives, and words that organisations carry."""

from __future__ import annotations

import re
from functools import lru_cache

_NAMES = """
Xinhua|AP|AP Photo|AP Foto|AP Images|Associated Press|The Associated Press|Reuters|AFP|Agence France-Presse
Getty|Getty Images|EPA|EPA-EFE|EFE|dpa|DPA Images|picture alliance|picture-alliance|ANSA|PA|PA Images
PA Wire|PA Media|Press Association|Rex|Shutterstock|Alamy|iStock|iStockphoto|VCG|VCG Photo|CFP|cfp.cn|IC
Imagine China|Imaginechina|China Daily|China.org.cn|CNS|China News Service|CGTN|CNSPHOTO|CNSphoto|CRI
Bloomberg|UPI|TASS|Sputnik|Ria Novosti|Zuma|ZUMA Press|Imago|imago images|APA|Keystone|NTB|TT|Ritzau
Scanpix|Lehtikuva|Belga|ANP|Anadolu|AA|Kyodo|Jiji|Yonhap|KCNA|PTI|ANI|Corbis|AAP|CP|The Canadian Press
USA Today Sports|NASA|Agencies|Handout|Courtesy|File|File Photo|Pool|Facebook|Twitter|Instagram|YouTube
Weibo|WireImage|FilmMagic|NurPhoto|SIPA|Global Times|People's Daily|People’s Daily|People's Daily Online
People’s Daily Online|provided to China.org.cn|provided to Xinhua|Синьхуа|ТАСС|РИА Новости|Интерфакс
Reuters|شينخوا|رويترز|أ ف ب|新華社|新华社|中新社|中央社|路透|法新|美联|视觉中国|視覺中國|人民视觉|路透社
法新社|美联社|美聯社|歐新社|欧新社|韓聯社|韩联社|塔斯社|俄新社|德新社|安莎社|埃菲社|共同社|新华网|新華網|中新网
中通社|香港中通社|人民网|中国网|东方IC|图虫|图虫创意|千图网|摄图网|资料图|资料图片|资料照片|資料照|資料照片|资料照
视频截图|网络|网络图片|人民图片|光明图片|中新图片|中通社圖片|ECNS|アフロ|ロイター|ロイター/アフロ|共同通信社|時事通信社|人民網|신화사|연합뉴스|뉴시스|共同|共同通信|時事|時事通信
"""
KNOWN = frozenset(name.casefold() for line in _NAMES.strip().splitlines() for name in line.split("|"))
"""Names in lower case."""

_ORGANISATION_WORDS = frozenset(
    """
abendblatt administration agence agencia agencies agency agentur agenzia agência alliance anzeiger archiv
archive archives archivo arquivo association biro broadcasting center centre channel city club collection
commons company corp corporation county court daily department divulgação entertainment esa estudios
family feuerwehr film films fire for foundation gallery getty gobierno government governo group handout
herald illustration image images inc institute journal library llc ltd mairie media ministerio ministry
ministère museum nachrichten nasa netflix network news office photo photos picture pictures police
polizei pool post prefeitura presidencia press privat private production productions radio reprodução
revolución sekretariat service services sheriff society space sport sports stadt staff stringer studio
studios team television times tribune tv universidad universidade university università universität via
ville warner wikimedia wikipedia zeitung
""".split()
)
"""Words in lower case that a name of several words has where it is an organisation's."""
_WORDS = re.compile(r"\w+")
_ORGANISATION = re.compile(
    r"(?i:\.(?:com|cn|org|net|ru|de|co)\b)|[局部委院会社報报网網台馆館校司厅中国]$"
    r"|公司|政府|大学|官网|电视|委员会|集团|中心|医院|学校|记者站"
)
NOBODY = frozenset(
    "str stringer handout uncredited staff file pool privat private courtesy archiv archive agencies"
    " xinhua reuters".split()
)
"""Words in the photographer's place that name nobody."""


_NO_NAMES = frozenset("end ends more comments comment continued".split())
"""Words that stand alone in brackets or between slashes, and name nobody."""


@lru_cache(maxsize=1024)
def is_agency(name: str) -> bool:
    """Whether a part of a credit names an agency or another organisation."""
    name = name.strip(" .,")
    folded = name.casefold()
    if not _NO_NAMES.isdisjoint(_WORDS.findall(folded)):
        return False
    if folded in KNOWN or _ORGANISATION.search(name):
        return True
    if not _ORGANISATION_WORDS.isdisjoint(_WORDS.findall(folded)):
        return True
    first = name.partition(" ")[0]
    if len(first) > 2 and first.isupper() and not name.isupper() and first.casefold() in KNOWN:
        return True  # an edition: `CRI Deutsch`
    return name.isupper() and 2 <= len(name) <= 6 and " " not in name
