"""Words by which editors mark the kind of an article, one place for each."""

from __future__ import annotations

from typing import Final


def _words(*lines: str) -> tuple[str, ...]:
    return tuple(word for line in lines for word in line.split())


def _phrases(*lines: str) -> tuple[str, ...]:
    return tuple(phrase.strip() for line in lines for phrase in line.split("|"))


OF_A_PAPER: Final = _words(
    "社论 社評 社论 社評 社评 社論 评论员文章 評論員文章 评论员观察 特约评论员 评论员 評論員",
    "时评 時評 快评 锐评 网评 短评 微评 微评论 述评 来论 來論 评论部",
)
"""Behind the name of a paper, or alone, before a colon: `临水日报评论员：`."""
COLUMNS: Final = _words(
    "钟声 国纪平 和音 仲音 任仲平 钟才文 人民论坛 今日谈 望海楼 寰宇平 人民观点 人民时评",
    "评论 評論 观点 觀點 漫评 热评 纵论 专栏 專欄 论说 論說 言论",
)
"""Names of columns of opinion, and words for opinion that also follow the name of a speaker."""
COMMENTARY: Final = _phrases(
    "Opinion|Opinions|Editorial|Editorials|Commentary|Commentaries",
    "Op-Ed|Op-ed|Op-eds|Oped|Viewpoint|Viewpoints",
    "Column|Columnist|Columnists|Guest column|Letters to the editor|Leader comment|Leading article",
    "Éditorial|Éditoriaux|Edito|Édito|Tribune|Tribunes|Chronique|Chroniques|Opinión|Opiniones|Columna",
    "Tribuna|Opinião|Coluna|Editoriale|Opinione|Kommentar|Kommentare|Leitartikel|Meinung|Gastbeitrag|Glosse",
    "Opinie|Commentaar|Ledare|Debatt|Kronikk|Leder|Opinia|Opinie|Komentarz|Felieton|Názory|Komentář|Vélemény",
    "Мнение|Мнения|Колонка|Комментарий|Редакционная статья|Думка|Köşe yazısı|Γνώμη|Απόψεις",
    "社説|論説|コラム|오피니언|사설|칼럼|논평|رأي|آراء|افتتاحية|مقالات الرأي|نظر|یادداشت",
)
"""Words for articles of opinion in other languages."""
COMMENT: Final = _phrases("Comment|Comments from our readers|Analysis and opinion|Views|Comment & analysis")
"""Names of sections of opinion that are too common for a headline."""

INTERVIEWS: Final = _words("专访 專訪 独家专访 獨家專訪 高端访谈 访谈 訪談 访谈录 对话 對話 人物专访")
"""Before a colon, an interview."""
INTERVIEW: Final = _phrases(
    "Interview|Exclusive interview|Exclusive Interview|Q&A|Q & A|Entretien|Entrevista|Intervista|Interviu",
    "Wywiad|Rozhovor|Interjú|Röportaj|Интервью|Інтервʼю|Συνέντευξη|インタビュー|인터뷰|مقابلة|حوار|مصاحبه",
)
"""Words for an interview in other languages."""

RECORDS: Final = _words("文字实录 現場實錄 现场实录 图文实录 直播实录 实录 實錄 全文实录")
"""A verbatim record of a talk."""
WHOLE_TEXTS: Final = _words("全文 讲话全文 致辞全文 演讲全文 全文如下")
"""The whole text of a speech or a document, in brackets or before a colon."""
TRANSCRIPT: Final = _phrases(
    "Transcript|Full transcript|Full text|Text of|Verbatim|Texte intégral",
    "Texto íntegro|Texto completo|Im Wortlaut",
    "Полный текст|Стенограмма|전문|النص الكامل|نص",
)
"""Words for whole texts in other languages."""

BRIEFINGS: Final = _words(
    "例行记者会 例行新闻发布会 例行記者會 记者会 記者會 新闻发布会 新聞發布會 吹风会 答记者问"
)
"""A press conference, or answers to the press, at the end of a headline."""
BRIEFING: Final = _phrases(
    "Regular Press Conference|Press Briefing|Press Conference",
    "Press Gaggle|Regular press conference|Press briefing",
)
"""Words for a press conference in other languages."""

GALLERIES: Final = _words("组图 組圖 图集 圖集 高清组图 高清图集 多图 图刊 画刊 图片故事 图说 圖說 光影")
"""Before a colon or in brackets, a gallery."""
GALLERY: Final = _phrases(
    "In pictures|In photos|In Pics|In pics|Pictures|Photos|Photo gallery",
    "Gallery|Photo essay|Photo story|Slideshow",
    "En images|Diaporama|Fotogalería|Galería|En imágenes|Galeria de fotos",
    "Bildergalerie|Bilderstrecke|Fotostrecke",
    "Fotogalerie|Fotogalleria|Галерея|Фоторепортаж|Фоторепортажі|写真特集|フォトギャラリー|포토|صور|بالصور",
)
"""Words for a gallery in other languages."""

LIVE_REPORTS: Final = _words("直播 图文直播 现场直播 視頻直播 视频直播 正在直播 实时更新 滚动直播 直播中")
"""Before a colon or in brackets, a report that continues."""
LIVE: Final = _phrases(
    "Live|Live updates|Live Updates|Live blog|Liveblog|Liveticker",
    "Live-Ticker|Newsticker|Newsblog|As it happened",
    "En direct|Direct|En vivo|Directo|En directo|Ao vivo|In diretta|Diretta|Онлайн|Canlı|速報中|실시간|مباشر",
)
"""Words for a report that continues, in other languages."""

VIDEOS: Final = _words("视频 視頻 影片 影音 微视频 短视频 独家视频 視訊 V观 V视")
"""Before a colon or in brackets, a video."""
VIDEO: Final = _phrases(
    "Video|Videos|Watch|Vidéo|Vidéos|Vídeo|Vídeos|Видео|Відео|動画|영상|동영상|فيديو|بالفيديو|ویدئو"
)
"""Words for a video in other languages."""

ANNOUNCEMENTS: Final = _words("公告 通告 公示 启事 啟事 讣告 訃告 公告栏 通知公告 公示公告")
"""An announcement, before a colon or at the end of a headline."""
DOCUMENTS: Final = _words("通知 公告 通告 公示 通报 决定 意见 批复 函 规定 办法")
"""At the end of the title of an official document: `关于…的通知`."""
ANNOUNCEMENT: Final = _phrases(
    "Announcement|Announcements|Notice|Public notice|Press release",
    "Press Release|Statement|Official statement",
    "Communiqué|Communiqué de presse|Comunicado|Nota de prensa|Pressemitteilung|Mitteilung|Comunicato stampa",
    "Объявление|Заявление|Пресс-релиз|お知らせ|공지|بيان",
)
"""Words for an announcement in other languages."""

NEWS_FLASHES: Final = _words("快讯 快訊 简讯 簡訊 突发 突發 急讯 速报 速報 消息")
"""Before a colon or in brackets, a piece of news."""
NEWS: Final = _phrases(
    "Breaking|Breaking news|Breaking News|News flash|Newsflash|Urgent|Flash|News in brief|News brief",
    "Urgente|Última hora|Eilmeldung|Kurzmeldung|Срочно|Молния|속보|عاجل|فوری|Son dakika",
)
"""Words for a piece of news in other languages."""
NEWS_SECTIONS: Final = _phrases(
    "新闻|新聞|要闻|要聞|快讯|快訊|News|Latest news|Breaking news",
    "Noticias|Notícias|Actualités|Nachrichten|Notizie",
    "Nyheter|Nieuws|Uutiset|Wiadomości|Haberler|Новости|Новини|ニュース|뉴스|أخبار|اخبار",
)
"""Names of sections of news."""
