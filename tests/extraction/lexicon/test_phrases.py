"""The wording of lines that stand around a text, against the wording of texts."""

from __future__ import annotations

import re

import pytest

from crawler.extraction.lexicon import phrases

KINDS: list[tuple[str, re.Pattern[str], list[str]]] = [
    (
        "button",
        phrases.BUTTONS,
        [
            "分享到：",
            "+关注",
            "打印",
            "字号：大 中 小",
            "收藏 评论",
            "Share",
            "Print Email",
            "Advertisement",
            "展开全文",
            "點擊展開全文",
            "Read more",
            "— — —",
            "Continue reading the main story",
            "Story continues below advertisement",
            "Advertisement - article continues below",
            "SHARE YOUR STORY",
            "Print this page",
            "Sorry, comments are closed for this article.",
            "Thank you for reading!",
            "Empfohlener redaktioneller Inhalt",
            "Externen Inhalt anzeigen",
            "Поделиться",
            "Podziel się",
            "Διαβάστε επίσης:",
            "3 min read",
            "4 Min. Lesezeit",
            "欢迎发表评论",
            "點我看更多",
        ],
    ),
    (
        "notice",
        phrases.NOTICES,
        [
            "点击进入专题",
            "扫描二维码关注我们",
            "相关阅读：临水的船闸开了",
            "推荐阅读",
            "免责声明：本文仅代表作者观点",
            "版权声明：未经授权不得转载",
            "未经授权，不得转载",
            "*林江独家稿件，转载请注明出处。",
            "林江日报·渡口新闻原创稿件，未经允许严禁转载",
            "Copyright 2024 Sample News",
            "© Sample News",
            "All rights reserved.",
            "Follow us on Weibo",
            "Click here for more",
            "Related news",
            "You may also like",
            "Lire aussi : l'écluse",
            "Lea también: la esclusa",
            "Leia mais",
            "Lesen Sie auch: die Schleuse",
            "Читайте также: шлюз",
            "اقرأ أيضا: الهويس",
            "8013945",
            "http://news.sample.test/a.htm",
            "1 of 12",
            "Please enable JavaScript to see the map.",
            "Если вы заметили ошибку, выделите ее и нажмите Ctrl+Enter.",
            "Нашли ошибку? Сообщите нам.",
            "Все права защищены.",
            "Подписывайтесь на наш канал",
            "При использовании материалов ссылка на сайт обязательна",
            "Якщо ви помітили помилку, виділіть її",
            "Czytaj też: śluza w Linshui",
            "Wszelkie prawa zastrzeżone.",
            "Hat Ihnen dieser Artikel gefallen?",
            "Tous droits réservés",
            "Abonnez-vous à notre lettre",
            "Todos los derechos reservados.",
            "Síguenos en nuestras redes",
            "Riproduzione riservata",
            "Tüm hakları saklıdır.",
            "Τα πνευματικά δικαιώματα ανήκουν στο πρακτορείο",
            "この記事は会員限定です。",
            "無断転載を禁じます",
            "残り 512文字",
            "무단 전재 및 재배포 금지",
            "This is a breaking news story and will be updated.",
            "This is a breaking new story - more to follow",
            "To contact the reporter on this story: Lin Wu at lwu@news.sample.test",
            "Last updated at 9:30 AM on 8th May 2024",
            "Updated: May 8, 2024, 9:30 p.m. EDT",
            "Posted on Wednesday, 8 May 2024",
            "Originally published in the Linshui Review.",
            "When you buy through links on our site, we may earn an affiliate commission.",
            "While each product featured is independently selected by our editors, we may be paid.",
            "As an Amazon Associate we earn from qualifying purchases.",
            "Więcej na: www.news.sample.test",
            "Recommended for you",
            "WATCH | The lock opens for the first time:",
            "LISTEN: the bells of the lock",
            "Read next: the harbour closes",
            "Please turn on JavaScript. Media requires JavaScript to play.",
            "To play the video you need to enable JavaScript in your browser.",
            "This video cannot be played",
            "The comments below have not been moderated.",
            "Here's what other readers have said.",
            "Do you have a story about the lock? Write to lin@news.sample.test",
            "The Linshui Post is not responsible for the content of external sites",
            "An dieser Stelle finden Sie einen externen Inhalt, der den Text ergänzt.",
            "Ich bin damit einverstanden, dass mir externe Inhalte angezeigt werden.",
            "Dieser Inhalt kann wegen Ihrer Einstellungen nicht geladen werden.",
            "Wir benötigen Ihre Zustimmung, um die Karte zu laden.",
            "Ce contenu est bloqué, parce que vous n'avez pas accepté les cookies.",
            "Om deze kaart te zien, moet je toestemming geven voor cookies.",
            "Lesezeit: 3 Minuten",
            "Aktuelle Meldungen zur Schleuse finden Sie jederzeit in unserem Liveblog:",
            "Mehr über die Schleuse lesen Sie hier.",
            "Подпишитесь на наш канал",
            "本站声明：本文为网友投稿",
            "文章内容仅供参考，不构成建议",
            "相关专题：临水的船闸",
        ],
    ),
    ("recording", phrases.RECORDINGS, ["3 min", "Video | 8.5.2024 | 2:43 min", "08.05.2024, 21:18 Uhr"]),
    ("tags", phrases.TAGS, ["标签：林水 船闸", "本文关键词：船闸", "Tags: Linshui, locks"]),
    ("pager", phrases.PAGER, ["上一页 1 2 3 下一页", "[1] [2] [3]", "Previous Next", "余下全文"]),
]

PROSE = [
    "3 minutes later the gate was open.",
    "2024",
    "The lock was opened on Monday, and the boats that had waited went through.",
    "Source of the river is a spring high above Linshui, where three paths meet.",
    "Editors from twelve countries came to Linshui to see the lock.",
    "By the river, boats were waiting for the lock to open.",
    "Following the opening of the lock, forty boats went through.",
    "Related questions were asked in the county's assembly.",
    "Share prices of the shipping company rose when the lock was opened.",
    "Printing began in Linshui eight hundred years ago, the museum says.",
    "Home to forty fishermen, the island has no lock of its own.",
    "来自十二个国家的客人参观了临水的船闸。",
    "记者在临水看到，四十条船正在等候。",
    "编剧周样回到临水，写她的第三部戏。",
    "作者在书里写临水的船闸，也写守闸的人。",
    "点击量超过四十万的短片讲的是临水的船闸。",
    "分享经济来到临水，船也可以合租。",
    "首页是印在红纸上的，第二页才是白纸。",
    "2024年，临水的船闸开了四百次。",
    "La fuente del río está en la montaña, dice el guarda de la esclusa.",
    "Lire un livre au bord de l'écluse, c'est son plaisir du soir.",
    "Редакция газеты переехала в дом у шлюза.",
    "Нашли в отчёте ошибку ревизоры из соседнего уезда.",
    "При использовании шлюза разрешение выдаёт порт.",
    "Todos los barcos pasaron por la esclusa.",
    "Tous les bateaux ont franchi l'écluse.",
    "Posted on the wall of the lock in May 2024, the tide table is wrong.",
    "Updated 2024 rules let forty boats through.",
    "First published in 1988, the tide books are still read in Linshui.",
    "If you buy a boat, you need a place for it, and the county has none left.",
    "We may receive guests at the lock, the harbour master says.",
    "To contact the other bank, the keepers ring a bell.",
    f"Click here, said the sign {'on the panel of the lock ' * 4}, and nobody knew why.",
    "Download the tide tables before you sail, since there is no signal on the river, and print them.",
    "Recommended depth: two metres",
    "Recommended by the county, the new lock is wider than the old one.",
    "Watch out: the lower gate opens first.",
    "Listen: in the evening, the bells of the lock ring.",
    "To play the bells, the keeper needs both hands.",
    "Comments are rare in the tide book.",
    "Have a look at the lock, the keeper says.",
    "An dieser Stelle steht seit 1988 die Schleuse von Linshui.",
    "Weitere Nachrichten von der Schleuse kamen am Abend.",
    "Mit dem Laden beginnt der Morgen an der Schleuse.",
    "Dieser Beitrag wird von der Gemeinde bezahlt.",
    "Pour accepter un bateau, l'éclusier sonne la cloche.",
    "Подробнее о шлюзе смотритель рассказал школьникам.",
    "声明还透露，船闸将在夏天打开。",
    "外交部声明：船闸属于两国。",
    "潮汐表仅供参考的说法，守闸人不同意。",
]


@pytest.mark.parametrize(
    ("pattern", "line"),
    [(pattern, line) for _, pattern, lines in KINDS for line in lines],
    ids=[f"{name}-{n}" for name, _, lines in KINDS for n in range(len(lines))],
)
def test_line_around_the_text(pattern: re.Pattern[str], line: str) -> None:
    """A line is recognised by its beginning."""
    assert pattern.match(line)


@pytest.mark.parametrize("line", PROSE, ids=range(len(PROSE)))
def test_prose(line: str) -> None:
    """A sentence is no such line, though it may begin with one of their words."""
    assert [name for name, pattern, _ in KINDS if pattern.match(line)] == []


@pytest.mark.parametrize(
    "line", ["（" * 3000, "by " * 2000, "大 中 小 " * 900, "1 2 3 " * 900 + "x", "：" * 3000]
)
def test_long_lines_cost_little(line: str) -> None:
    """No pattern goes astray on a line made for it: rows of numbers are no pagers because of their length."""
    for _, pattern, _ in KINDS:
        pattern.match(line)


@pytest.mark.parametrize(
    ("line", "is_promotion"),
    [
        ("请下载临水客户端，了解更多。", True),
        ("Get the Lock Keeper's Monthly for two coins an issue. Click here to subscribe.", True),
        ("The map is out! Click here", True),
        ("Lin Wu's book about locks is out now. Follow her on Twitter @linwu.", True),
        ("Boats follow him on their way to the lock.", False),
        ("Click here, the sign says, and the gate opens.", False),
        ("He said: click here. Then the gate of the lock opened, and forty boats went through.", False),
    ],
)
def test_promotion(line: str, *, is_promotion: bool) -> None:
    """Wording that advertises is recognised anywhere in a line."""
    assert bool(phrases.PROMOTION.search(line)) is is_promotion
