"""Lists the words by which class names and ids mark the surroundings of an article, in many languages.

Each row has its own examples. A word is a word of a name (`share` in `shareBar`), a whole class
(`read-also`), or the part of a block in names after BEM (`read-also` in `story__read-also--wide`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class ElementNames:
    """Words that mark one kind of element, with names in which they stand."""

    kind: str
    words: frozenset[str]
    examples: tuple[str, ...]


def _row(kind: str, words: Sequence[str], examples: str) -> ElementNames:
    """Return a row; the examples are separated by `|`, since a name may have several classes."""
    return ElementNames(kind, frozenset(" ".join(words).split()), tuple(examples.split("|")))


ASIDE: Final = (
    _row(
        "advertisements",
        (
            "ad ads adv advert adverts advertisement advertise advertising advertorial advertorials",
            "adsbygoogle adbox adslot adbanner adbar adblock adbottom adcontainer adcontent addiv adframe",
            "adholder adlabel admod adplaceholder adsbox adsense adspace adspot adtext adtop adunit adwrap",
            "adwrapper adzone adfox banner sponsor sponsors sponsored sponsorship promo promotion promoted",
            "mpu dfp leaderboard gads googlead googleads doubleclick adchoices paid-content paidcontent",
            "partner-content partnercontent dianomi revcontent mgid plista ligatus zergnet engageya",
            "nativendo strossle smartfeed marketgid lentainform teads trc popin anzeige anzeigen werbung",
            "werbebox werbeblock werbemittel advertentie advertenties annons annonser annonse annonce",
            "annoncer reklam reklama reklame reklamy reklamni reklamlar mainos mainokset publicidad",
            "publicidade publicite pubblicita hirdetes hirdetesek oglas oglasi inzerce inzerat diafimisi",
            "adthrive gpt mrec skyscraper billboard interstitial criteo primis connatix baner",
            "diafimiseis quangcao guanggao guanggaowei ggw tuiguang",
        ),
        "ad-slot|adsbox|c-anzeige|publicidad-interior|reklama_blok|guanggao1",
    ),
    _row(
        "buttons for sharing",
        (
            "share sharing sharebar sharebox sharebutton sharebuttons sharelinks sharelist sharetools",
            "sharewrap shareicons sharetitle sns socials socialbar socialbuttons socialshare sociallinks",
            "socialmedia socialicons socialnetworks socialtools social-links social-media social-buttons",
            "social-bar addthis addtoany a2a-kit sharethis sharedaddy shareaholic shariff heateor uptolike",
            "pluso yashare copylink copy-link bdshare bdsharebuttonbox jiathis fxd teilen partager partage",
            "compartir compartilhar compartilhe condividi condivisione udostepnij paylas paylasim",
            "podelitsya podelit sdilet sdileni podijeli megosztas distribuie bagikan fenxiang",
        ),
        "shareBar|social-links|a2a_kit|teilen-leiste|barra-compartir|paylas-kutu|fenxiang",
    ),
    _row(
        "sign-ups and payment",
        (
            "newsletter newsletters newsletterbox newsletterform newslettersignup subscribe subscribebox",
            "subscription subscriptions signup sign-up signupform optin opt-in mailchimp mc4wp-form",
            "mailinglist paywall regwall registration-wall access-wall buybox metered app-download",
            "snackbar toaster upsell call-to-action",
            "appbanner smartbanner login register abonnement abonnements abonnieren abonnez abobox abowall",
            "plusbox bezahlschranke suscripcion suscribete suscribirse suscriptores assine assinantes",
            "iscriviti iscrizione abbonati abbonamento inschrijven nieuwsbrief nieuwsbrieven nyhedsbrev",
            "nyhetsbrev nyhetsbrevet uutiskirje bulten ebulten boletin boletines infolettre podpiska",
            "podpisatsya podpishis rassylka prenumerata prenumerera subskrypcja hirlevel",
        ),
        "newsletter-form|regwall|abo abobox|caja-suscripcion|nyhetsbrev-boks|podpiska-form",
    ),
    _row(
        "other pages",
        (
            "relation relevant onward linkbox linklist",
            "breadcrumb breadcrumbs crumb crumbs crumbnav pager pagination pagenav paging pages pageno",
            "nav navigation navbar subnav menu submenu sidebar footer foot footnav search rss",
            "paihang paihangbang remen rementuijian",
        ),
        "breadcrumb|pagenav|link-list linklist|subnavPreview|paihang",
    ),
    _row(
        "replies and votes",
        (
            "livefyre reply replies discuss respond commentform rating vote likes feedback tipoff",
            "poll polls quiz umfrage sondage encuesta enquete sondaggio anket opros golosovanie ankieta",
            "zan dianzan shoucang jiucuo liuyan liuyanban",
        ),
        "reply-box|respond|poll-widget|encuesta-lateral|dianzan",
    ),
    _row(
        "rights and notices",
        (
            "copyright copyrights disclaimer liability cookie cookies cookiebar consent",
            "cookiebanner cookieconsent ccpa gdpr legalnotice mentions-legales haftungsausschluss",
            "shengming shenming mianze banquan mzsm bqsm",
        ),
        "copyright|disclaimer|consent-box|mianze",
    ),
    _row(
        "tools",
        (
            "toolbar toolbox tools fontsize fontsizer fontresizer textsize text-size print printer",
            "printfriendly imprimir imprimer drucken dayin zihao readtime read-time readingtime",
            "reading-time wordcount backtotop back-to-top gotop totop scrolltop donate donation donations",
            "spenden supportus support-us crowdfunding giveaway sweepstakes",
        ),
        "toolbar|story__reading-time|imprimir-nota|zihao",
    ),
    _row(
        "tags",
        (
            "tag tags taglist tagcloud posttags hashtags keyword keywords topics schlagworte stichworte",
            "etiquetas etiquettes mots-cles motscles trefwoorden etiketler etiket tagi tegi stitky cimkek",
            "biaoqian guanjianci",
        ),
        "tag-list|etiquetas-nota|schlagworte|biaoqian",
    ),
    _row(
        "codes for phones",
        ("qrcode ewm erweima weixin wechat guanzhu pengyouquan shoujiban",),
        "qrcode|erweima",
    ),
    _row(
        "authors",
        (
            "author-box authorbox bio authorbio about-author aboutauthor about-the-author abouttheauthor",
            "author-card authorcard author-profile authorprofile author-details autorenbox autor-box",
            "autorbox zuozhejianjie",
        ),
        "author-box|post__about-author|autorenbox",
    ),
    _row("editors", ("zebian zrbj zeren zerenbianji",), "zebian|zeren_bianji"),
    _row("behaviour", ("jump skip hidden hide popup modal tooltip",), "modal|skip-link"),
)
"""Kinds of furniture, which may hold less than half of a page's text."""

STORIES: Final = (
    _row(
        "other stories",
        (
            "related relate relates recommend recommended recommendation recommendations recommends recirc",
            "recirculation relatednews relatedposts relatedpost relatedarticles relatedarticle",
            "relatedcontent relatedlinks relatedstories relatedtopics outbrain taboola read-also readalso",
            "also-read alsoread more-on moreon more-from morefrom more-stories morestories more-news",
            "morenews most-read mostread most-popular mostpopular most-viewed mostviewed top-stories",
            "topstories latest-news latestnews hot-news hotnews you-may-like youmaylike up-next upnext",
            "next-up dont-miss see-also seealso further-reading furtherreading suggested-stories",
            "weiterlesen mehr-zum-thema mehrzumthema lesetipp lesetipps leseempfehlung verwandte",
            "auch-interessant meistgelesen themenbox lees-ook leesook lees-meer leesmeer gerelateerd",
            "gerelateerde meestgelezen lire-aussi lireaussi a-lire-aussi alireaussi a-lire surlememesujet",
            "relacionadas relacionados relacionada relacionado leia-mais leiamais leia-tambem leiatambem",
            "veja-tambem vejatambem saiba-mais saibamais mais-lidas maislidas te-puede-interesar leer-mas",
            "lee-tambien leetambien leggi-anche leggianche correlati correlate articoli-correlati les-ogsa",
            "lesogsa les-mer lesmer laes-ogsa laesogsa las-mer lasmer las-ocksa lasocksa relaterade",
            "relaterat relaterte relaterede relatert lue-myos luemyos aiheesta czytaj-tez czytajtez",
            "czytaj-takze zobacz-tez zobacztez powiazane polecane najnowsze souvisejici kapcsolodo ajanlo",
            "citeste citeste-si povezane povezano chitayte chitajte pohozhie pohozie svyazannye po-teme",
            "poteme rekomenduem schetika sxetika diavaste ilgili ilgilihaber ilgilihaberler benzer onerilen",
            "tuijian xiangguan xiangguanyuedu tuijianyuedu xgyd xgxw xgtj cnxh yanshenyuedu inject",
        ),
        "related-posts|story__read-also|lire-aussi|leer-mas|czytaj-tez|ilgili-haberler|xiangguan",
    ),
    _row(
        "comments",
        (
            "comment comments disqus commentlist commentsarea commentbox usercomments readercomments",
            "fbcomments vuukle viafoura openweb spotim hypercomments kommentare kommentarer kommentit",
            "commentaires commentaire comentarios comentario commenti reacties komentarze komentare",
            "komentari kommentarii yorumlar sxolia scholia hozzaszolasok pinglun pinglunqu",
        ),
        "comments-area|kommentare|bloc-commentaires|komentarze-lista|pinglunqu",
    ),
)
"""Other stories and comments: furniture that may be longer than the article."""

BOXES: Final = (
    _row(
        "boxes",
        (
            "teaser teasers trending popular infobox info-box expandable pullquote pull-quote cta",
            "factbox fact-box faktabox faktaboks faktaruta infokasten infokasse encadre kadertekst",
        ),
        "teaser|infobox|article__fact-box|faktaboks",
    ),
)
"""Boxes within a text, of any length, which may also hold its lead."""


def _words(*tables: Sequence[ElementNames]) -> frozenset[str]:
    return frozenset(word for table in tables for row in table for word in row.words)


FURNITURE_WORDS: Final = _words(ASIDE, STORIES)
"""Words of class names and ids that mark the surroundings of the article."""
OTHER_STORY_WORDS: Final = _words(STORIES, BOXES)
"""Words of class names and ids that mark other articles, comments and boxes of any length."""
BUTTON_BOX_WORDS: Final = frozenset({"social", "follow"})
"""Words of boxes that hold buttons, and on some sites a byline, a deck or a player beside them."""
