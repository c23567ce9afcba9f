"""Forms of wording that only captions have, at their beginning, or at their end without a credit."""

from __future__ import annotations

import re
from typing import Final

from crawler.extraction.form import Form
from crawler.extraction.lexicon import labels

OPENINGS: Final = (
    Form(
        name="says what the picture is of",
        languages="zh",
        marks=labels.CAPTIONS,
        pattern="^MARK",
        examples={"图为渔船在闸前等候": {}, "资料图：旧船闸": {}, "左图为旧闸门": {}},
        refuses=("船闸的图为何不同", "图书馆为渔民开放"),
    ),
    Form(
        name="numbers the picture",
        languages="zh",
        marks=("图", "圖"),
        pattern=r"^MARK(?:[:：]|\d)",
        examples={"图：旧船闸": {}, "图1 旧船闸": {}},
        refuses=("图书馆", "船闸图：旧船闸"),
    ),
    Form(
        name="points at the picture",
        languages="zh ja",
        marks=("△", "▲", "▼"),
        pattern="^MARK",
        examples={"△渔船在闸前等候": {}},
        refuses=("渔船在闸前等候▲",),
    ),
    Form(
        name="says in brackets who stands where",
        languages="zh",
        marks=("（左", "（右", "（中", "(左", "(右", "(中"),
        pattern="^[^。]{1,90}MARK[一二三四五六1-6]?[）)][^。]{0,60}。?$",
        examples={"吴林（左）和周样在闸前等候": {}, "船闸重开，吴林（右二）到场。": {}},
        refuses=("船闸（中国水务）重开", "吴林（左）到场。周样说，闸前很挤。"),
    ),
    Form(
        name="names the film that a still is from",
        languages="zh",
        marks=("电影", "電影", "影片", "纪录片", "紀錄片", "电视剧", "電視劇"),
        pattern="^MARK《[^》]{1,24}》(?:剧照|劇照|海报|海報|截图|截圖)?。?$",
        examples={"电影《船闸》": {}, "纪录片《渔船》剧照": {}},
        refuses=("电影《船闸》讲述渔民的一天，今晚在林水首映。", "一部电影《船闸》"),
    ),
    Form(
        name="says who stands where",
        languages="zh",
        marks=("左", "右", "前排", "后排", "後排"),
        pattern=r"^(?:图中)?MARK(?:[一二三四五六七八九十\d]|侧|側|起|者)?(?:为|為|是|：|:)",
        examples={"左一为吴林": {}, "右为旧闸门": {}, "左起：吴林、周样": {}},
        refuses=("左边的闸门开着", "右派认为"),
    ),
    Form(
        name="speaks of the photo",
        languages="en",
        marks=("photo shows", "photo show", "photo taken", "file photo", "file -", "file –", "filephoto"),
        pattern="^MARK",
        flags=re.IGNORECASE,
        examples={
            "Photo shows boats at the lock": {},
            "FILE - Boats at the lock": {},
            "File photo: boats at the lock": {},
        },
        refuses=("Photos of the lock were sold", "The file - a thick one - was found"),
    ),
    Form(
        name="speaks of this photo",
        languages="en",
        marks=("photo", "picture", "image"),
        pattern=(
            r"^this (?:aerial |file |undated |combination )?MARK "
            r"(?:taken|shows?|released|provided|made|from|by|illus)"
        ),
        flags=re.IGNORECASE,
        examples={"This aerial photo shows the lock.": {}},
        refuses=("This picture of calm is wrong", "In this book"),
    ),
    Form(
        name="speaks of an aerial photo",
        languages="en",
        marks=("aerial photo", "aerial view", "aerial drone", "drone photo", "aerial drone photo"),
        pattern=r"^an? MARK",
        flags=re.IGNORECASE,
        examples={"An aerial drone photo taken on May 6 shows the lock.": {}},
        refuses=("An aerial attack",),
    ),
    Form(
        name="dates the photo",
        languages="en",
        marks=("photo",),
        pattern=r"^in this .{0,20}MARK",
        flags=re.IGNORECASE,
        examples={"In this May 6, 2024 photo, boats wait.": {}},
        refuses=("In a photo, boats wait", "In this long book about the lock there is a photo"),
    ),
    Form(
        name="speaks of the photo, in Japanese",
        languages="ja",
        marks=("写真は",),
        pattern="^MARK",
        examples={"写真は水門の前で待つ船": {}},
        refuses=("この写真は古い",),
    ),
    Form(
        name="speaks of the photo, in Korean",
        languages="ko",
        marks=("사진은", "사진설명", "사진:", "사진="),
        pattern="^MARK",
        examples={"사진은 갑문 앞의 배들": {}},
        refuses=("그 사진은 오래됐다",),
    ),
)
"""Beginnings of captions: `图为渔船在闸前等候`, `Photo shows boats at the lock`."""

ENDS: Final = (
    Form(
        name="dated in brackets",
        languages="zh",
        marks=labels.SHOT,
        pattern=r"[（(]\d{2,4}年\d{1,2}月(?:\d{1,2}日)?MARK[）)]",
        examples={"林水船闸（2023年5月6日摄）": {}},
        refuses=("林水船闸（2023年5月6日重开）", "吴林2023年5月6日摄"),
    ),
    Form(
        name="says when it was taken",
        languages="zh",
        marks=("拍摄的", "拍攝的"),
        pattern=r"(?:\d+日|无人机)MARK|MARK.{0,40}。?$",
        examples={"这是5月6日拍摄的林水船闸。": {}},
        refuses=("记者了解到，照片由吴林拍摄",),
    ),
    Form(
        name="taken from the air",
        languages="zh",
        marks=("无人机照片",),
        pattern="（MARK）",
        examples={"林水船闸（无人机照片）。": {}},
        refuses=("渔民买了一张无人机照片",),
    ),
    Form(
        name="says what kind of picture it is",
        languages="zh",
        marks=(*labels.STILLS, *labels.PICTURE_KINDS),
        pattern="^[^。，！？]{1,30}MARK[）)]?。?$",
        examples={"吴林推文截图。": {}, "《船闸》剧照": {}, "（网络配图）": {}},
        refuses=("渔民贴出海报，吴林也在看截图", "他看了海报后走了"),
    ),
)
"""Ends of captions without a credit: `林水船闸（2023年5月6日摄）`."""

SURE: Final = (
    Form(
        name="opens with a picture out of the archive",
        languages="zh",
        marks=labels.STILLS,
        pattern="^MARK[:：]",
        examples={"资料照片：旧船闸": {}, "資料圖：舊船閘": {}},
        refuses=("资料图显示，船闸已有百年", "旧船闸的资料图：三张"),
    ),
    Form(
        name="ends with a picture out of the archive",
        languages="zh",
        marks=labels.STILLS,
        pattern="[（(]MARK[）)]。?$",
        examples={"林水船闸（资料图）": {}, "旧船闸。（资料照片）": {}},
        refuses=("船闸（资料图）重开", "资料图"),
    ),
    Form(
        name="says in its first or last sentence what the picture is of",
        languages="zh",
        marks=labels.PICTURE_OF,
        pattern="(?:^|(?<=[。！？]))MARK[^。]{2,80}。?$",
        examples={"图为渔船在闸前等候。": {}, "船闸5月6日重开。图为渔船在闸前等候。": {}},
        refuses=("他问图为什么这么旧", "船闸重开。图为渔船。渔民说，闸前很挤。"),
    ),
)
"""Wording that only captions have, near a picture or not."""
