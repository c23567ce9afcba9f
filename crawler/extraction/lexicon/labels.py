"""Labels: the words that editors print before or behind a name or a text, one place for each.

Each constant is a tuple of words, as printed; forms name them as their marks.
"""

from __future__ import annotations

from typing import Final


def _words(*lines: str) -> tuple[str, ...]:
    return tuple(word for line in lines for word in line.split())


def _phrases(*lines: str) -> tuple[str, ...]:
    return tuple(phrase.strip() for line in lines for phrase in line.split("|"))


# Photos, with their photographers and providers

SHOT: Final = _words("摄 摄影 摄制 拍摄 攝 攝影 攝製 拍攝 翻摄 翻攝 翻拍")
"""Behind the photographer's name: `吴林 摄`."""

TAKEN_BY: Final = _words(
    "图片摄影 摄影师 攝影師 摄影记者 攝影記者 摄影 攝影 摄 攝",
    "文/图 图/文 文/圖 圖/文 图文 圖文 文图 文圖 文、图 文、圖",
)
"""Before the photographer's name: `摄影：吴林`."""

PICTURE: Final = _words("图 圖")
"""Before or behind the maker of a picture: `图/吴林`, `记者 吴林 图`."""

DRAWN_BY: Final = _words(
    "插画 插畫 插图 插圖 漫画 漫畫 绘图 繪圖 绘画 繪畫 制图 製圖 图表 圖表 手绘 手繪",
    "海报 海報 海报供图 海报设计 海报制作 图片制作 圖片製作 设计",
)
"""Before the maker of a drawing: `制图：吴林`."""

DRAWN: Final = _words("作 绘 繪 编制 編製")
"""Behind the name of an illustrator: `新华社发 吴林 作`."""

PROVIDED: Final = _words("供图 供圖")
"""Behind the provider of a picture: `林水县文化馆供图`."""

LENT: Final = _words("提供")
"""Behind the provider of anything: `（林水县文化馆提供）`."""

PHOTOS: Final = _words("图片 圖片 照片 图 圖")
"""Words for a picture before its provider: `以上图片均由林水日报提供`."""

PHOTO_SOURCE: Final = _words(
    "图片来源 圖片來源 图像来源 圖像來源 图片来自 圖片來自 图片提供 圖片提供 图片由 圖片由",
    "照片来源 照片來源 照片来自 照片來自 照片由 图由 圖由 照片",
    "图片来源于 圖片來源於 照片提供 图自 圖自 图片源自 图片源于 图片引自 图片转自 图片选自 图片摘自",
    "图片出处 圖片出處 图片授权 圖片授權 图片源 圖片源 资料图来源 资料图片来源",
    "题图来源 題圖來源 头图来源 頭圖來源 首图来源 配图来源 封面图来源 封面图片来源",
    "视频来源 視頻來源 影片来源 影片來源",
    "图源 圖源 供图 供圖 示意图 示意圖 图片 圖片 图 圖",
)
"""Before the source of a picture: `图源：视觉中国`."""

LEADING_PICTURE: Final = _words(
    "题图 題圖 头图 頭圖 首图 首圖 封面图 封面圖 封面 配图 配圖 版权图片 版權圖片"
)
"""The main picture of a text, before its agency: `题图：视觉中国`."""

TAKEN_OVER: Final = _words(
    "照片自 图片自 圖片自 照片取自 图片取自 圖片取自 图取自 圖取自",
    "取自 截自 翻攝自 翻摄自 翻拍自 翻攝 翻摄 翻拍",
    "截图自 截圖自 截图来自 截圖來自 图片截自 圖片截自 图截自 圖截自",
)
"""Before the place where a picture was found: `（翻攝自林水臉書）`."""

SCREENSHOT: Final = _words(
    "视频截图 网络截图 网页截图 电视截图 電視截圖 電視截图 視頻截圖 網路截圖",
    "網上截圖 网上截图 翻攝畫面 翻摄画面 视频截屏 視頻截屏 网页截屏 手机截屏 直播截图 直播截圖",
)
"""A picture that was captured from a screen."""

ARCHIVE: Final = _words(
    "资料图片 资料图 资料照片 资料照 資料圖片 資料圖 資料照片 資料照",
    "档案图片 档案照片 档案照 檔案圖片 檔案照片 檔案照 资料室 資料室",
)
"""A picture from the archive, in brackets: `（资料图片）新华社记者 吴林 摄`."""

ARCHIVED: Final = _words("资料图片 资料照片 资料照 資料照片 資料照")
"""As ARCHIVE, but without brackets, where `资料图` belongs to the caption."""

KANA_PHOTO: Final = _words("写真提供 画像提供 資料写真 写真 画像 撮影 提供")
"""Before the photographer or provider of a picture, in Japanese: `写真：例野花子`."""

KANA_SHOT: Final = _words("撮影 提供")
"""Behind the photographer or provider of a picture, in Japanese: `＝例野花子撮影`."""

HANGUL_PHOTO: Final = _phrases("자료사진|자료 사진|사진제공|사진 제공|사진출처|사진 출처|사진|촬영")
"""Before the photographer or provider of a picture, in Korean: `사진=연합뉴스`."""

HANGUL_BY: Final = _words("제공 촬영 기자")
"""Behind the provider or photographer of a picture, in Korean: `예시군 제공`."""

CREDIT: Final = _phrases(
    "Mandatory credit|Mandatory Credit|Image copyright|Bild credit|Bildcredit",
    "Image credit|Image Credit|Image credits|Image-credit|Picture credit|Picture-credit",
    "Photo credit|Photo Credit|Photo credits|Photo-credit",
    "Credit|Credits|Credito|Crédit|Crédits|Crédito|Créditos|Credito foto|Crédito foto|Créditos fotos",
    "Crédit photo|Crédit Photo|Crédit photos|Crédits photo|Crédits photos",
    "Photo|Photos|PHOTO|Photograph|Photographs|File photo|File Photo|File photos|File Photos",
    "Picture|Pictures|Image|Images|Imagem|Imagen|Imagens|Imágenes|Pic|Illustration|Screenshot|Cartoon",
    "Foto|Fotos|FOTO|Fotografía|Symbolfoto|Symbolfotos|Symbolbild|Archivfoto|Bild|Bilder|Grafik",
    "Vidéo|Video|Source|Quelle|Фото|ФОТО|تصوير|صورة من|صورة",
    "Photographer|Photographe|Fotograf|Fotografie|Fotografia|Photo illustration|Photo-Illustration|Collage",
    "Fotocredit|Fotoquelle|Bildquelle|Bildnachweis|Bildrechte",
    "Bilde|Billede|Beeld|Kuva|Kuvat|Fotó|Mynd|Ljósmynd",
    "Fotoğraf|Φωτογραφία|Φωτογραφίες|Снимка|Фотография|Фотографія|Коллаж|Колаж|عکس|الصورة|مصدر الصورة",
    "Illustrationsbild|Illustrationsfoto|Pressefoto|Pressebild|Privatfoto",
    "Gambar|Picha|Isithombe|Ảnh|फोटो|फ़ोटो|ছবি|ภาพ|צילום",
    "Copyright|Graphic|Graphics|Screengrab|KUVA|BILD|BILDE|BEELD|PICTURE|PICTURES|IMAGE|IMAGES|ST PHOTO",
    "Źródło|Zdroj|Sursa foto|Sursă foto|Izvor|Forrás|Φωτό|ΦΩΤΟ|Джерело|Источник|Sumber|Nguồn",
    "Image Credits|Picture Credit|Picture credits|Photo Credits|Credit Image|Credit line|CREDIT|CREDITS",
    "PHOTO CREDIT|IMAGE CREDIT|File picture|File image|Pics|Pix|Composite|AI image|Image Source",
    "Photo-illustration|Fotomontage|Montage|Foto/Grafik|Foto/Montage|Bildmontage|Afbeelding|Archieffoto",
    "Illustratie|Arkivfoto|Illustrasjonsfoto|Illustrasjon|Skjermdump|Skjermbilde|Grafikk|PR-foto|Arkivbild",
    "Skärmdump|Kuvaaja|Valokuva|Arkistokuva|Kuvakaappaus|Kuvitus|Grafiikka|Nuotrauka|Zdjęcie|Zdjęcia",
    "Źródło zdjęcia|Ilustracja|Fot|FOT|Ilustrační foto|Ilustrace|Ilustrácia|Repro|Snímek|Snímka|Kép|Fotók",
    "Illusztráció|Grafika|Görsel|Fotoğraflar|FOTOĞRAF|ẢNH|Ảnh minh họa|Đồ họa|ĐỒ HỌA|Cortesía|Ilustración",
    "Ilustração|Foto por|Crediti|Fonte foto|Fotografo|Immagine|Credit foto|Sursa Foto|Imagine|Иллюстрация",
    "Скриншот|Скріншот|Кадр|Изображение|Источник фото|Источник изображения|Автор фото|Фотограф|Инфографика",
    "Ілюстрація|Джерело фото|Світлина|Бейне/Фото|Фото/Бейне|Сурет|Снимки|Извор|Фотографија|Fotografija",
    "Snimio|Snimila|Φωτ.|קרדיט|איור|תמונה|עיבוד|الصور|عکاس|فوٹو|تصویر|तस्वीर|फोटो क्रेडिट|फोटो साभार",
    "इमेज क्रेडिट|छायाचित्र|படம்|ఫొటో|ఫోటో|ಚಿತ್ರ|ഫോട്ടോ|તસવીર|ภาพจาก|เครดิตภาพ|ที่มาภาพ|ISITHOMBE|IZITHOMBE",
    "Izithombe|PICHA|Foto's|Prent|Illustrasie|Larawan",
)
"""Before the photographer or provider of a picture, in alphabetic scripts: `Photo: Ann Example`."""

CREDIT_BY: Final = _phrases(
    "Photo by|Photos by|Photo By|Photos By|PHOTO BY|PHOTOS BY|Photograph by|Photographs by",
    "Photo courtesy of|Photos courtesy of|Photograph courtesy of|Photo from|Photos from|Photograph from",
    "Courtesy of|COURTESY OF|PHOTO COURTESY OF|©|ⓒ|(c)|(C)",
)
"""As CREDIT, without a colon: `Photo by Ann Example`."""

CREDIT_TO: Final = _phrases(
    "Credit|Foto de|Foto di|Fotografía de|Photo de|Photos de|Fot.|Image courtesy of|Images courtesy of",
    "Image by|Images by|Image via|Images via|Photo via|Photos via|Photography by|Illustration by",
    "Illustrations by|photo by|photos by|photo courtesy of|image by|image courtesy of|foto de|foto di",
    "Picture by|Pictures by|File picture by|Picture courtesy of|Pictures courtesy of|Graphic by|Artwork by",
    "Courtesy|Screenshot from|Screenshot via|Screengrab from|Screengrab via|Beeld|Image courtesy|Fot.:|Ph.",
    "Photo courtesy|Photo supplied by|Photo provided by|Provided by|Contributed by|Nuotr.",
    "Photo Illustration by|Photo illustration by",
    "Submitted by|Supplied by|fot.|Zdj.|Фото из|Снимка|φωτ.|Φωτ.|Picha na|PICHA NA|Kuha ni|Gambar oleh",
    "Screenshot by|Screengrab by|Screen grab by|Screen capture by|Screen capture via|Screen grab via",
)
"""As CREDIT, where only a capital distinguishes a name from a sentence: `Credit Ann Example`."""

CREDIT_SMALL: Final = _phrases(
    "photo credit|photo credits|image credit|image credits|photo|photos|image|credit|credits|picture|foto",
    "fotos|fotó|фото|φωτογραφία|zdroj",
)
"""As CREDIT, in lower case, with a colon: `photo: Ann Example`."""

CREDIT_OR_AUTHOR: Final = _phrases(
    "Autor|Autora|Auteur|Autore|Author|Автор|Fuente|Fonte|Bron|Kilde|Källa|Lähde|Avots|Šaltinis|Sursa",
    "Kaynak|Πηγή|Източник|Bildkälla|المصدر|منبع|स्रोत|সূত্র|ที่มา|מקור",
)
"""As CREDIT, but also before the author or the source of a text: `Autor: Ana Muestra`."""

CREDIT_READ_OUT: Final = _phrases(
    "Image source|Image copyright|Fuente de la imagen|Crédito da foto|Crédit photo|Автор фото|صدر الصورة",
    "مصدر الصورة|منبع تصویر|इमेज स्रोत|图像来源|圖像來源|Sumber gambar|Nguồn hình ảnh|사진 출처|画像提供",
)
"""Words that screen readers read before a credit, with a comma: `Image source, Getty Images`."""

COPYRIGHT: Final = _phrases(
    "Copyright|Tous droits réservés|Todos los derechos reservados|Todos os direitos reservados",
    "Alle Rechte vorbehalten|Diritti riservati|Все права защищены",
)
"""Before the owner of the rights in a picture, behind a dash: `Boats wait. - Copyright Ann Example`."""

# Captions, by their openings

CAPTIONS: Final = _words(
    "图为 圖為 图说 圖說 图注 上图 下图 左图 右图 资料图 資料圖 资料照 資料照 档案照 檔案照"
)
"""Before the description of a picture: `图为渔船在闸前等候`."""

PICTURE_OF: Final = _words("图为 圖為")
"""As CAPTIONS, but only in captions, near a picture or not."""

STILLS: Final = _words(
    "资料图 资料图片 资料照 资料照片 資料圖 資料圖片 資料照 資料照片 档案照 檔案照 檔案照片"
)
"""Words at a caption's end for a picture from the archive: `旧船闸（资料图）`."""

SITES: Final = _words("网站 網站 官网 官網")
"""Behind the name of the site of a picture: `（林水之声网站）`."""

ACCOUNTS: Final = _words("微博 微信 公众号 公眾號 脸书 臉書 推特 抖音 小红书 小紅書")
"""Social networks, named behind the account that a picture comes from: `（林水县微博）`."""

PICTURE_KINDS: Final = _words("截图 截圖 剧照 劇照 海报 海報 配图 配圖 示意图 示意圖")
"""Kinds of pictures, at the end of a short caption: `《船闸》剧照`."""

POINTERS: Final = "▲▼▽◎↑↓"
"""Signs that point from a caption to its picture, and are no part of it."""

CAPTION_LABELS: Final = _phrases(
    "Image caption|Media caption|Video caption|Photo caption|Caption|Legende|Bildlegende|Bildunterschrift",
    "Légende|Légende image|Légende photo|Pie de foto|Legenda da foto|Legenda|Didascalia|Подпись к фото",
    "Підпис до фото|التعليق على الصورة|توضیح تصویر|इमेज कैप्शन|图像加注文字|圖像加註文字",
    "视频加注文字|視頻加註文字|Keterangan gambar|Chụp lại hình ảnh|사진 설명|画像説明",
)
"""Words that screen readers read before a caption: `Image caption, Boats wait`, `Legende: Boote`."""

PICTURE_WORDS: Final = _phrases(
    "Image|Images|Photo|Photos|Picture|Photograph|Video|Gallery",
    "Slideshow|Foto|Fotos|Bild|Bilder|Imagen|Imagem",
    "Immagine|Kuva|Фото|Видео|صورة|图片|圖片|图像|圖像|视频|視頻|影片|画像|写真|사진",
)
"""Lines beside a picture that only screen readers need: `Image`."""

NETWORKS_OF_PICTURES: Final = _phrases("X|Twitter|Instagram|Facebook|TikTok|YouTube|Threads|Bluesky|IG|FB")
"""Social networks, named beside the account that a picture comes from: `Instagram/@linshui`."""

# Headlines: marks of a story that is not written yet

FLASH: Final = _phrases(
    "Flash|News flash|Newsflash|Urgent|Breaking|Breaking news|News alert|Alert|Just in|Bulletin",
    "快讯|快訊|急讯|急訊|突发|突發|速报|速報|号外|號外|即时新闻|緊急|속보|긴급|긴급속보",
    "Alerte|Alerte info|Flash info|Urgente|Última hora|Eilmeldung|Eil|Ultim'ora|Срочно|Молния|عاجل",
)
"""Before a headline that is published before its story: `FLASH: BRIDGE OF LANQIAO REOPENS`."""

# Authors

AUTHORS: Final = _words("作者")
"""Before the author of the text: `作者：李河`."""
DRAFTED: Final = _words("撰稿 执笔 執筆")
"""Before the drafter of the text: `执笔/吴林`."""
WRITTEN: Final = _words("撰文 采写 採寫")
"""Before the author of the text, named by the work: `采写：李河`."""
AUTHORS_WESTERN: Final = _words("Author Autor Autora Autorin Auteur Автор")
"""Before the author of the text, in alphabetic scripts: `Author: Wade Lindqvist`."""
BY: Final = (
    *_words("By by BY Par Por Von Di Av Af"),
    *_phrases("Written by|Reported by|Story by|Words by|Text by|Escrito por|Écrit par|Geschrieben von"),
    *_phrases("Analysis by|Commentary by|Opinion by|Review by|Perspective by|Essay by|Interview by"),
    *_phrases("Reporting by|Análisis de|Analyse par|Analyse von|Kommentar von|Ein Kommentar von"),
)
"""Before an author, without a colon: `By Wade Lindqvist`."""
TEXT_AND_PICTURES: Final = _words("文/图 文/圖 图文 圖文 文图 文圖")
"""Before the author of text and pictures: `文/图 吴林`."""
TEXT: Final = _words("文 文字")
"""Before the author, named by the work: `文/李河`. Within other words these are no labels."""
REPORTERS: Final = _words("记者 記者")
"""Behind the paper, before its reporters: `临水晚报记者 李河`."""
REPORTER_KINDS: Final = _words(
    "首席 特约 特約 特派 见习 見習 实习 實習 驻站 资深 摄影 攝影 视频 文字 高级 前方"
)
"""Before a role, to narrow it: `见习记者`."""
ROLES: Final = _words("通讯员 通訊員 实习生 實習生 特派员 特派員 评论员 評論員 撰稿人")
"""Before a name, for authors who are no reporters: `通讯员 吴林`."""
PHOTOGRAPHERS: Final = _words("摄影师 攝影師 摄影部 攝影部")
"""Before a photographer, beside reporters: `林水日报摄影师 吴林 摄`."""
REPORTED: Final = _words(
    "报道 報道 報導 报导 综合报导 综合报道 綜合報導 摄影报道 攝影報導 采访报道 採訪報導 现场报道 現場報導"
)
"""Behind the reporters' names: `記者 李河 吳帆 臨水報導`."""
HELPERS: Final = _words("摄影 攝影 摄像 视频 图片 圖片 供图 供圖 制图 製圖 海报 绘图")
"""Before people who worked for the article but did not write it: `制图：吴林`."""
PROFESSIONS: Final = _words(
    "columnist contributor author writer reporter correspondent editor curator journalist"
)
"""Professions of authors, below the text: `Quell is a columnist with Linshui Post.`"""

OFFICES: Final = _words(
    "professor lecturer researcher fellow director founder president chairman CEO attorney lawyer partner"
    " analyst economist historian physician blogger consultant faculty manager engineer scientist"
    " strategist specialist expert coach producer psychologist dietitian nutritionist"
    " Redakteur Redakteurin Reporterin Korrespondent Korrespondentin Journalistin Autorin Autor Gründer"
)
"""Other offices of authors: `Lin Wu is a professor of law at Linshui University.`"""

OFFICES_CHINESE: Final = _words(
    "教授 研究员 研究員 研究者 学者 學者 作家 专家 專家 记者 記者 评论员 評論員 撰稿人 博士 律师 律師",
    "院长 院長 所长 所長 馆长 館長 会长 會長 执行长 執行長 秘书长 秘書長 主任 主编 主編",
    "编辑 編輯 导演 導演 工作者",
)
"""Offices of authors in Chinese, below the text: `作者是旅欧作家`."""

ADDRESSES: Final = (
    *_phrases("Contact the writer at|Contact the writers at|Contact the author at|Contact the authors at"),
    *_phrases("Contact the reporter at|Contact the writer through|Contact the writers through"),
    *_phrases("Contact|Kontakt|Contacto|E-mail|Email|Mail"),
    *_words("邮箱 郵箱 作者邮箱 联系邮箱 电邮 電郵 电子邮箱 電子郵箱 电子邮件 電子郵件"),
)
"""Before an author's e-mail address: `Contact the writer at quell@linshui.test`."""

RANKS: Final = _words(
    "senior staff chief deputy special foreign political business associate contributing sports"
)
"""Before a profession: `Senior Reporter`."""
WORK_BY: Final = _phrases(
    "More stories by|More articles by|More from|Written by|Posted by|Story by|Text by|By"
)
"""Before an author, in boxes and lines about authors."""
BIOGRAPHIES: Final = _phrases(
    "About the author|About the authors|About the writer|Author bio|Author biography",
    "作者简介|作者簡介|作者介绍|作者介紹|关于作者|關於作者|作者信息",
    "著者プロフィール|筆者プロフィール|著者紹介|저자 소개|필자 소개",
    "Über den Autor|Über die Autorin|Zum Autor|Zur Autorin",
    "À propos de l'auteur|À propos de l’auteur|L'auteur",
    "Sobre el autor|Sobre la autora|Sobre o autor|Sobre a autora|L'autore|Об авторе|О авторе|Про автора",
    "عن الكاتب|نبذة عن الكاتب|Về tác giả|Tentang penulis|Yazar hakkında",
)
"""Alone on a line, above a biography of the author."""

NETWORKS: Final = _words("Twitter Facebook Instagram LinkedIn Bluesky Email E-mail RSS")
"""Buttons behind an author's name."""

# Editors

EDITORS: Final = _words("编辑 編輯 责编 責编 責編 主编 主編 编审 编校 选稿")
"""Before the editor of the text: `责任编辑：周渡`."""
EDITOR_KINDS: Final = _words(
    "责任 責任 特约 执行 值班 网络 網路 网站 新媒体 本文 本期 稿件 文字 见习 实习 微信 初审 每经 流程 核稿"
)
"""Before an editor's label: `责任编辑`."""
EDITORS_WESTERN: Final = (
    *_words("Editor Editors Editores Rédacteur Rédacteurs Redacteur Redacteurs Redakteur Redaktion Редактор"),
    "Web editor",
    "Web editors",
    "Responsable",
)
"""Before the editor of the text, in alphabetic scripts: `Web editor: Mara Quell`."""
EDITORS_EASTERN: Final = _words("责任者 責任者 編集者 편집 المحرر")
"""Before the editor of the text, in Japanese, Korean, Arabic and on Taiwan: `편집: 예시문`."""
PRODUCERS: Final = _words(
    "校对 校對 审核 審核 审读 审阅 签发 监制 总监制 制作 策划 总策划 统筹 终审 初审 复审 排版 美编"
    " 值班主任 值班编委 值班总编 总值班 一审 二审 三审"
    " 运营 出品 核稿 审稿 责任审核 内容审核 指导老师 指导教师"
)
"""Before people who prepared an article for publication: `校对：郑桥`."""
TRANSLATORS: Final = _words("编译 編譯 翻译 翻譯 译者 譯者")
"""Before the translator of the text: `编译：郑桥`."""
CONTRIBUTORS: Final = _words("供稿 来稿 通讯员 通訊員")
"""Before or behind the contributor of the text: `临水县水务局供稿`."""

# Books

BOOKS: Final = _words(
    "书名 書名 出版社 出版 出版者 出版时间 出版時間 定价 定價 版次 页数 頁數 ISBN 丛书 叢書 装帧 裝幀"
)
"""Before the data of a book that a text recommends: `定价：48元`."""

# Sources

SOURCES: Final = _words("来源 來源 稿源 转自 轉自 摘自 出处 出處 来自 來自")
"""Before the first publisher of the text: `来源：临水晚报`."""
SOURCE_KINDS: Final = _words("本文 稿件 文章 新闻 资料 内容 信息 文字 图文 消息")
"""Before a source's label: `文章来源`."""
MATERIAL: Final = _words("据 據 綜合 综合")
"""Before the sources of a text, in brackets below it: `（据临水晚报）`."""
MATERIAL_KINDS: Final = _words("资料 資料 图片 圖片 素材")
"""Before such a word, to narrow it: `（资料来源：临水晚报）`."""
SOURCES_WESTERN: Final = _words(
    "Source Fuente Quelle Источник Джерело Fonte Fonto المصدر Źródło Zdroj Πηγή Kaynak Källa"
)
"""Before the first publisher of the text, in alphabetic scripts: `Source: Linshui Post`."""
SOURCES_EASTERN: Final = _words("出典 출처")
"""As SOURCES_WESTERN, in Japanese and Korean: `출처: 린수이일보`."""

# Original titles

ORIGINAL_TITLES: Final = _words("原标题 原標題 原题 原題 原文标题 原标题为 原题为 原題為")
"""Before the title that a reprint had in its source."""

# Dates

PUBLISHED: Final = _words("发布 發佈 时间 時間 日期")
"""Before the time of publication, also in pairs: `发布时间`."""
PUBLISHED_WESTERN: Final = _words("published posted date")
"""Before the time of publication, in English: `Published: May 8, 2024`."""
DATED_WESTERN: Final = _phrases(
    "Updated|Published|Posted|Publié|publié|Publiée|publiée|Mis à jour|mis à jour|Modifié|modifié",
    "Veröffentlicht|veröffentlicht|Aktualisiert|aktualisiert|Publicado|publicado|Actualizado|actualizado",
    "Atualizado|atualizado|Pubblicato|pubblicato|Aggiornato",
    "aggiornato|Publicerad|Uppdaterad|Publisert|Oppdatert",
    "Publiceret|Opdateret|Gepubliceerd|Bijgewerkt",
)
"""Between an author's name and the day of publication or of an update: `Par Maël Quérin Publié le 8 mai`."""
UPDATED: Final = _words("更新 Update Updated")
"""Before the time of the last change: `Updated: May 8, 2024`."""

# Places on the site

PLACES: Final = (
    *_words(
        "您所在的位置 您的位置 您现在的位置 您的当前位置 您当前的位置 您当前位置 您现在所在的位置 你的位置"
    ),
    *_words("你所在的位置 你现在的位置 您在这里 当前位置 当前的位置 现在的位置 所在位置 所在的位置"),
    "you are here",
)
"""Before a breadcrumb: `您所在的位置：首页 > 新闻`."""
PLACES_WITHIN: Final = _words("位置 location")
"""As PLACES, but only at a breadcrumb: elsewhere they state where something happens."""
HOMES: Final = (
    *_words(
        "home homepage 首页 首頁 主页 主頁 网站首页 accueil inicio portada startseite главная начало الرئيسية"
    ),
    *_words("ホーム トップ 홈 hejmo hejmpaĝo início anasayfa"),
    "الصفحة الرئيسية",
)
"""A site's front page, the first step of a breadcrumb."""

# Tags

TAGGED: Final = (
    *_words("本文标签 本文標籤 文章标签 标签 標籤 关键词 關鍵詞 关键字 關鍵字 タグ キーワード 태그 키워드"),
    *_phrases(
        "Tags|Tag|Keywords|Key words|Filed under|Etiquetas|Etiquetado en|Palabras clave|Palavras-chave"
    ),
    *_phrases(
        "Mots-clés|Mots clés|Étiquettes|Schlagwörter|Schlagworte|Stichwörter|Теги|Метки|Ключевые слова"
    ),
    *_phrases("وسوم|كلمات مفتاحية|الكلمات المفتاحية"),
)
"""Before the tags of an article: `标签：林水 船闸`."""

# Notes before the text

SUMMARIES: Final = (
    *_words("核心提示 核心阅读 阅读提示 内容提要 内容摘要 新闻摘要 文章摘要 摘要 提要 导读 導讀 导语 導語"),
    "摘 要",
)
"""Before a summary of the text: `核心提示：船闸打开。`"""
SUMMARIES_WESTERN: Final = _phrases(
    "Summary|In summary|Abstract|In brief|At a glance|Résumé",
    "En bref|Resumen|Resumo|Zusammenfassung|Riassunto",
    "Кратко|Резюме|要約|요약|ملخص",
)
"""Before a summary of the text, in other languages."""

NOTES: Final = (
    *SUMMARIES,
    *_words("编者按 編者按 编者的话 编前 开栏的话"),
    *_words("편집자"),
    "Note de la rédaction",
    "Nota del editor",
    "Anmerkung der Redaktion",
    "От редакции",
    *_phrases("Editor's note|Editor’s note|Editors' note|Editors’ note|Editors note|Editor note"),
)
"""Before a remark of the editors about the text."""

# Tools, which are buttons

TYPE_SIZES: Final = _words("字号 字號 字体 字體 大字体 小字体")
"""Before buttons for the size of the type: `字号：大 中 小`."""
PASSING_ON: Final = _words("分享 打印")
"""Buttons to share the text."""
COMMENTS: Final = _words("评论 发表评论 网友评论 暂无网友评论 参与互动")
"""Buttons and counters of readers' comments."""
COUNTERS: Final = _words("阅读 閱讀 浏览 瀏覽 点击 點擊 播放")
"""Labels of how often a page was read, before a number: `阅读 157`."""
BOXES: Final = _words(
    "相关链接 相关新闻 相关报道 相关阅读 相关文章 延伸阅读 延伸閱讀 延伸·推荐 推荐阅读 往期回顾",
    "此前报道 先行报道",
)
"""Titles of boxes with other stories; in papers, of boxes with background, too: `相关链接`."""
OTHER_STORIES: Final = _words(
    "更多新闻 更多内容 更多资讯 精彩推荐 热点推荐 热门推荐 猜你喜欢 为你推荐 為你推薦 阅读原文 查看原文",
    "聚焦新聞 您可能感兴趣",
)
"""Titles of lists of other stories, and links to them: `热门推荐`."""
REQUESTS: Final = _words(
    "请 請 关注 關注 点击 點擊 扫码 掃碼 扫描 掃描 下载 下載 登录 登錄 访问 訪問 尽在 盡在 搜索 返回",
    "首页 APP",
)
"""Words in requests to the readers."""
RIGHTS: Final = _words(
    "转载 轉載 版权 版權 著作权 侵权 侵權 本网 本網 本站 本报 本報 平台 观点 觀點 立场 立場 来源 來源",
    "免责 仅供 僅供 投资 投資 广告 廣告 本文 文章 作者 原创 內容 内容",
)
"""Words in notices of rights and disclaimers."""
CALLS: Final = _words("点击 點擊 关注 扫码")
"""Requests to the readers in Chinese: `点击查看图集`."""
FOLLOWING: Final = _words(
    "按讚追蹤 按赞追踪 按讚加入 追蹤粉絲 追踪粉丝 臉書粉絲 脸书粉丝 LINE好友 好友大募集",
    "點讚關注 点赞关注 關注點讚 关注点赞 點這裡 点这里",
    "点赞在看 点赞、在看 点“在看” 点个“在看” 点亮“在看” 点个在看",
)
"""Within requests to follow a page: `按讚追蹤粉絲頁`."""
CALLS_WESTERN: Final = _phrases("Watch|Listen|Read more|Subscribe|Sign up|Download|Follow us")
"""Requests to the readers: `Subscribe to our newsletter`."""
MORE: Final = _phrases(
    "more|all|see|view|más|plus|mehr|mais|altro|ещё|еще|更多|查看|全部|もっと|더보기|المزيد"
)
"""The first words of links to more of a list: `Más temas »`."""
TOOLS: Final = (
    *TYPE_SIZES,
    *PASSING_ON,
    *COMMENTS,
    *_words(
        "浏览 点击 點擊 扫码 关注 举报 订阅 收藏 Share Print Imprimer Partager طباعة مشاركة Печать Imprimir"
    ),
    *_words("Compartir Drucken Teilen E-mail Email"),
)
"""Buttons and counters that share a line with source and authors."""

ADVERTISEMENTS: Final = _words(
    "广告 廣告 広告 광고 إعلان advert advertisement advertising advertizing advertisment publicidad publicité"
    " publicidade pubblicità anzeige werbung реклама iklan advertentie annonse annons reklama reklam reklame"
    " mainos hirdetés διαφήμιση"
)
"""Labels of advertisements, each alone on its line."""
