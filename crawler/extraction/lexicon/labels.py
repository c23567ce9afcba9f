"""Labels: the words that editors print before or behind what they label, one place for each.

Each constant is a tuple of words, as printed; forms name them as their marks.
"""

from __future__ import annotations

from typing import Final


def _words(*lines: str) -> tuple[str, ...]:
    return tuple(word for line in lines for word in line.split())


def _phrases(*lines: str) -> tuple[str, ...]:
    return tuple(phrase.strip() for line in lines for phrase in line.split("|"))


# Photos: who took or provided them

SHOT: Final = _words("摄 摄影 摄制 拍摄 攝 攝影 攝製 拍攝")
"""Behind the photographer's name: `吴林 摄`."""

TAKEN_BY: Final = _words("摄影 攝影 摄 文/图 图/文 文/圖 圖/文")
"""Before the photographer's name: `摄影：吴林`."""

PICTURE: Final = _words("图 圖")
"""Before or behind whoever made a picture: `图/吴林`, `记者 吴林 图`."""

DRAWN: Final = _words("作 绘 繪")
"""Behind the name of who drew a picture: `新华社发 吴林 作`."""

PROVIDED: Final = _words("供图 供圖 提供")
"""Behind the name of who provided a picture: `林水县文化馆供图`."""

PHOTO_SOURCE: Final = _words(
    "图片来源 圖片來源 图片来自 圖片來自 图片提供 圖片提供 图片由 圖片由 照片来源 照片來源 照片来自 照片由",
    "图源 圖源 图取自 圖取自 供图 供圖 图片 圖片 图 圖",
)
"""Before the source of a picture: `图源：视觉中国`."""

TAKEN_OVER: Final = _words("取自 截自 翻攝自 翻摄自 翻拍自")
"""Before where a picture was found: `（翻攝自林水臉書）`."""

SCREENSHOT: Final = _words("视频截图 网络截图 网页截图 电视截图 電視截圖 電視截图 視頻截圖 網路截圖")
"""A picture that was taken off a screen."""

ARCHIVE: Final = _words("资料图片 资料图 资料照片 资料照 資料圖片 資料圖 資料照片 資料照")
"""A picture out of the archive, as brackets say it: `（资料图片）新华社记者 吴林 摄`."""

ARCHIVED: Final = _words("资料图片 资料照片 资料照 資料照片 資料照")
"""The same where it stands without brackets; `资料图` is then the caption's."""

SOURCE: Final = _words("来源 來源")
"""Before where a text or a picture comes from."""

KANA_PHOTO: Final = _words("写真提供 写真 撮影")
"""Before whoever took or provided a picture, in Japanese: `写真：例野花子`."""

KANA_SHOT: Final = _words("撮影 提供")
"""Behind whoever took or provided a picture, in Japanese: `＝例野花子撮影`."""

HANGUL_PHOTO: Final = _phrases("자료사진|자료 사진|사진제공|사진 제공|사진출처|사진 출처|사진|촬영")
"""Before whoever took or provided a picture, in Korean: `사진=연합뉴스`."""

HANGUL_BY: Final = _words("제공 촬영 기자")
"""Behind whoever provided or took a picture, in Korean: `예시군 제공`."""

CREDIT: Final = _phrases(
    "Mandatory credit|Mandatory Credit|Image copyright|Bild credit|Bildcredit",
    "Image credit|Image Credit|Image credits|Image-credit|Picture credit|Picture-credit",
    "Photo credit|Photo Credit|Photo credits|Photo-credit",
    "Credit|Credits|Credito|Crédit|Crédits|Crédito|Créditos|Credito foto|Crédito foto|Créditos fotos",
    "Crédit photo|Crédit Photo|Crédit photos|Crédits photo|Crédits photos",
    "Photo|Photos|PHOTO|Photograph|Photographs|File photo|File Photo|File photos|File Photos",
    "Picture|Pictures|Image|Images|Imagem|Imagen|Imagens|Imágenes|Pic|Illustration|Screenshot",
    "Foto|Fotos|FOTO|Fotografía|Symbolfoto|Symbolfotos|Symbolbild|Archivfoto|Bild|Bilder|Grafik",
    "Vidéo|Video|Source|Quelle|Фото|ФОТО|تصوير|صورة من|صورة",
)
"""Before whoever took or provided a picture, in alphabetic scripts: `Photo: Ann Example`."""

CREDIT_BY: Final = _phrases(
    "Photo by|Photos by|Photo By|Photos By|Photograph by|Photographs by|Photo courtesy of|Photos courtesy of",
    "Photograph courtesy of|Photo from|Photos from|Photograph from|Courtesy of|©",
)
"""The same without a colon: `Photo by Ann Example`."""

CREDIT_TO: Final = _phrases("Credit|Foto de|Fotografía de")
"""The same where only a capital tells a name from a sentence: `Credit Ann Example`."""


# Captions: how they open

CAPTIONS: Final = _words("图为 圖為 图说 圖說 图注 上图 下图 左图 右图 资料图 資料圖 資料照")
"""Before what a picture shows: `图为渔船在闸前等候`."""


# Before the text

NOTES: Final = (
    *_words(
        "编者按 編者按 编者的话 编前 核心提示 核心阅读 阅读提示 内容提要 摘要 导读 导语 提要 开栏的话 편집자"
    ),
    *_phrases("Note de la rédaction|Nota del editor|Anmerkung der Redaktion|От редакции"),
    *_phrases("Editor's note|Editor’s note|Editors' note|Editors’ note|Editors note|Editor note"),
)
"""Before what the editors say about the text."""

ORIGINAL_TITLES: Final = _words("原标题 原題")
"""Before the title that a reprint had where it came from."""

AUTHORS: Final = _words("作者")
"""Before whoever wrote the text: `作者：李河`."""

EDITORS: Final = _words("责任编辑 编辑")
"""Before whoever edited the text: `责任编辑：周渡`."""

UPDATED: Final = _words("Update Updated")
PUBLISHED_WESTERN: Final = _words("Published")
"""Before the time of publication."""

TYPE_SIZES: Final = _words("字号")
CALLS: Final = _words("点击 关注 扫码")
CALLS_WESTERN: Final = _phrases("Watch|Listen|Read more|Subscribe|Sign up|Download|Follow us|Share")
"""What readers are asked to do."""
