"""Forms of words that only lists of stories have: their titles, and the counts of results."""

from __future__ import annotations

import re
from typing import Final

from crawler.extraction.form import Form

_DENSE = "一-鿿぀-ヿ가-힣"

TITLES: Final = (
    Form(
        name="search results",
        languages="zh ja ko en fr es de pt it ru ar eo",
        pattern=r"^\W*MARK\W*$",
        marks=(
            *("搜索结果", "搜索結果", "搜尋結果", "检索结果", "檢索結果", "站内搜索", "全站搜索", "新闻搜索"),
            *("検索結果", "サイト内検索", "검색결과", "검색 결과", "통합검색"),
            *("Search Results", "Search Result", "Résultats de recherche", "Résultats de la recherche"),
            *("Resultados de búsqueda", "Resultados de la búsqueda", "Resultados da pesquisa"),
            *("Resultados da busca", "Suchergebnisse", "Suchergebnis", "Risultati della ricerca"),
            *("Результаты поиска", "نتائج البحث", "Serĉrezultoj", "Rezultoj de serĉo"),
        ),
        examples={"搜索结果": {}, "Search Results": {}, "Результаты поиска": {}},
        refuses=("搜索结果排名惹争议", "Search results that nobody asked for"),
        flags=re.IGNORECASE,
    ),
    Form(
        name="results of a search: what was searched for",
        languages="zh ja ko en fr es de pt it ru ar",
        pattern=r"^\W*MARK\s*[:：\"“「«„'‘].{1,60}$",
        marks=(
            *(
                "搜索结果",
                "搜尋結果",
                "检索结果",
                "検索結果",
                "검색결과",
                "Search results",
                "Search results for",
            ),
            *("Résultats de recherche", "Résultats de recherche pour", "Resultados de búsqueda"),
            *("Resultados de la búsqueda", "Resultados da pesquisa", "Suchergebnisse", "Suchergebnisse für"),
            *("Risultati della ricerca per", "Результаты поиска", "Результаты поиска по запросу"),
            *("نتائج البحث", "نتائج البحث عن"),
        ),
        examples={"搜索结果：老桥": {}, "Search results: bridge": {}, "Suchergebnisse für „Brücke“": {}},
        refuses=("搜索结果排名惹争议", "Search results that nobody asked for"),
        flags=re.IGNORECASE,
    ),
    Form(
        name="results of a search for something",
        languages="en fr es de pt it ru ar",
        pattern=r"^\W*MARK(?:\s[^\s:：\"“«„]+){1,2}$",
        marks=(
            *("Search results for", "Résultats de recherche pour", "Résultats de la recherche pour"),
            *("Resultados de búsqueda para", "Resultados da pesquisa por", "Suchergebnisse für"),
            *("Risultati della ricerca per", "Результаты поиска по запросу", "نتائج البحث عن"),
        ),
        examples={"Search results for old bridge": {}, "Résultats de recherche pour pont": {}},
        refuses=("Search results for Chinese bridges are biased", "Bridge: search results for all"),
        flags=re.IGNORECASE,
    ),
    Form(
        name="something's search results",
        languages="zh ja ko",
        pattern=r"[\"”」』’\s](?:の|에 대한)?\s?的?(?:MARK)\W*$",
        marks=("搜索结果", "搜索結果", "搜尋結果", "检索结果", "検索結果", "검색결과", "검색 결과"),
        examples={"“老桥”的搜索结果": {}, "「橋」の検索結果": {}, "'다리' 검색결과": {}},
        refuses=("谁在左右搜索结果",),
    ),
    Form(
        name="tag list",
        languages="zh ja en",
        pattern=r"^\W*MARK\W*$",
        marks=(
            *("标签列表", "標籤列表", "标签页", "标签云", "標籤雲", "标签", "標籤", "热门标签", "タグ一覧"),
            *("相关新闻", "相關新聞", "新闻列表", "新聞列表", "文章列表", "Tag Archives", "Tag Archive"),
            *("Category Archives", "News List"),
        ),
        examples={"标签列表": {}, "相關新聞": {}, "Tag Archives": {}},
        refuses=("给老桥贴标签", "Tag archives of a museum"),
        flags=re.IGNORECASE,
    ),
    Form(
        name="a tag and its name",
        languages="zh ja ko en fr es de pt ru ar",
        pattern=r"^\W*MARK\s*[:：]\s*\S.{0,40}$",
        marks=(
            *("标签", "標籤", "当前标签", "關鍵字", "关键字", "关键词", "タグ", "태그", "Tag", "Tags"),
            *("Tag Archives", "Category Archives", "Étiquette", "Mot-clé", "Etiqueta", "Schlagwort"),
            *("Метка", "Тег", "وسم"),
        ),
        examples={"标签：老桥": {}, "Tag Archives: bridge": {}, "Schlagwort: Brücke": {}},
        refuses=("标签老桥", "Taghdoomsh bridge", "Heritage: the tag that sticks"),
        flags=re.IGNORECASE,
    ),
)
"""Parts of a page's title that only lists have."""

SEARCH: Final = Form(
    name="search",
    languages="zh ja ko en fr es de pt ru ar",
    pattern=r"(?:^|\s|(?<=[一-鿿]))MARK\W*$",
    marks=(
        *("搜索", "搜尋", "检索", "檢索", "検索", "검색", "Search", "Recherche", "Búsqueda", "Buscar"),
        *("Pesquisa", "Suche", "Поиск", "بحث"),
    ),
    examples={"Lanqiao Search": {}, "蓝桥搜索": {}, "Recherche": {}},
    refuses=("Search for a bridge", "搜索老桥", "Research"),
    flags=re.IGNORECASE,
)
HINTS: Final = (
    SEARCH,
    Form(
        name="topic, channel or home page",
        languages="zh ja ko en fr es de ru",
        pattern=r"^.{0,24}?MARK\W*$",
        marks=(
            *("专题", "專題", "专题报道", "频道", "頻道", "首页", "首頁", "滚动新闻", "新闻中心"),
            *("特集", "トップページ", "홈페이지", "Homepage", "Home page", "Home", "Special Coverage"),
            *("Topics", "Accueil", "Portada", "Startseite", "Dossier", "Главная"),
        ),
        examples={"老桥专题": {}, "Homepage": {}, "社会频道": {}},
        refuses=("专题讲座在蓝桥举行", "Home at last: ferry crew returns"),
        flags=re.IGNORECASE,
    ),
    Form(
        name="a name of a few words",
        languages="zh ja ko en fr es de pt it ru ar eo",
        pattern=rf"^(?:[{_DENSE}]{{1,6}}|[^\W\d_{_DENSE}]{{2,14}}(?:\s+[^\W\d_{_DENSE}]{{2,14}})?)$",
        examples={"平安蓝桥": {}, "World": {}, "Ferry News": {}},
        refuses=("蓝桥老桥勘测昨日全部结束", "Ferry returns to Lanqiao"),
    ),
)
"""Parts of a page's title that lists have, and some articles."""

COUNTS: Final = (
    Form(
        name="so many were found",
        languages="zh ja",
        pattern=r"MARK\D{0,12}?\d[\d,，]*\s*(?:余|多)?[条條个個篇项項则則筆笔件]",
        marks=("找到", "搜索到", "搜尋到", "检索到", "檢索到", "搜到", "查到"),
        examples={"共找到约 1,204 条结果": {}, "为您找到相关结果 35 个": {}, "共搜到3篇": {}},
        refuses=("警方找到两辆车", "他找到了三条路中的一条"),
    ),
    Form(
        name="so many results",
        languages="en fr es de pt it ru",
        pattern=r"(?<![\d,.])\d[\d,.\u00a0\u202f ]{0,20}+MARK\b",
        marks=(
            *("results", "result found", "résultats", "resultados", "Ergebnisse", "Treffer", "risultati"),
            *("результатов", "результата"),
        ),
        examples={"About 1,204 results (0.3 seconds)": {}, "12 résultats": {}, "35 Treffer": {}},
        refuses=("the results of 2 elections", "resultaten 12"),
        flags=re.IGNORECASE,
    ),
    Form(
        name="results, so many",
        languages="ko ar ja ru",
        pattern=r"MARK\s*[:：(（]?\s*(?:약|عن)?\s*\d[\d,]*",
        marks=("검색결과", "검색 결과", "検索結果", "نتائج البحث", "Найдено", "Найдено результатов"),
        examples={"검색결과 (1,204건)": {}, "検索結果：35件": {}, "Найдено 12 материалов": {}},
        refuses=("검색결과가 달라졌다", "Найдено тело моста"),
    ),
)
"""The count of results, printed above the results of a search."""

READ_ON: Final = frozenset(
    "阅读全文 閱讀全文 查看全文 查看详情 阅读更多 詳細 详细 详情 全文 続きを読む 더보기 자세히".split()
) | {
    *("read more", "read on", "full story", "lire la suite", "leer más", "saiba mais", "leia mais"),
    *("weiterlesen", "leggi tutto", "подробнее", "читать далее", "اقرأ المزيد", "legu pli"),
}
"""Folded texts of the links that end a list's entries."""
