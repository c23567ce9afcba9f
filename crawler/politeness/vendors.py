"""Lists the firewalls, with the marks of their answers."""

from __future__ import annotations

from crawler.politeness.answers import Answer, Wall

_ARTICLE = b"<h1>Ferry</h1>" + b"<p>The ferry returned to Lanqiao, and most of the town came to look.</p>" * 3
_LONG = b"<h1>Ferry</h1>" + b"<p>The ferry returned to Lanqiao, and most of the town came to look.</p>" * 40
_SHORT = b"<h1>Forbidden</h1>"
_OWN_403 = Answer(403, _SHORT)
_ASKS = (
    b"<h1>A check</h1><p>We have to see that no robot asks for the page. Enable scripts, and load it"
    b" again.</p>"
)
_HACKER = "当前访问疑似黑客攻击".encode()
_REFUSED = frozenset({403, 405, 418, 429, 503})
"""Statuses of answers by which firewalls refuse a request."""


def _bytes(*texts: str) -> tuple[bytes, ...]:
    """Return texts in the encodings of Chinese pages."""
    return tuple(text.encode(encoding) for text in texts for encoding in ("utf-8", "gbk"))


WALLS = (
    Wall(
        name="Ruishu",
        marks=(
            b"$_ts=window",
            b"$_ts = window",
            b"window['$_ts']",
            b'window["$_ts"]',
            b"$_ts.nsd",
            b"$_ts.cd",
        ),
        examples=(
            Answer(412, b"<meta id='x' content='y'><script>$_ts=window['$_ts'];if(!$_ts)$_ts={};</script>"),
            Answer(202, b"<script>$_ts.nsd=70225;$_ts.cd='qEr'</script><script src='/a/b.js'></script>"),
        ),
        refuses=(Answer(200, b"<script>$_ts=window['$_ts']</script>" + _ARTICLE),),
    ),
    Wall(
        name="Jiasule",
        marks=(b"__jsl_clearance", b"document.cookie=('_')+('_')+('j')"),
        examples=(Answer(521, b"<script>document.cookie=('_')+('_')+('j')+('s')+('l')</script>"),),
        refuses=(Answer(200, _ARTICLE, {"set-cookie": "__jsluid_h=1"}),),
    ),
    Wall(
        name="Jiasule",
        statuses=_REFUSED | {521},
        header=("server", r"jiasule-waf"),
        examples=(Answer(403, "<h1>林水网</h1><p>访问被拦截</p>".encode(), {"server": "jiasule-waf"}),),
        refuses=(Answer(200, _ARTICLE, {"server": "jiasule-waf"}), _OWN_403),
    ),
    Wall(
        name="Knownsec",
        marks=(b"365cyd.com", b"365cyd.net", b"/ks-waf-error", b"/ks_waf_error", _HACKER),
        examples=(
            Answer(403, b"<h1>403</h1><p>" + _HACKER + "，已被拦截</p>".encode()),
            Answer(403, "<a href='http://help.365cyd.com/cyd-error-help.html?code=403'>帮助</a>".encode()),
            Answer(405, b"<img src='/ks-waf-error.png'>"),
        ),
        refuses=(Answer(200, _ARTICLE + b"<a href='http://www.365cyd.com'>badge</a>"), _OWN_403),
    ),
    Wall(
        name="Alibaba Cloud",
        marks=(
            b"acw_sc__v",
            b"errors.aliyun.com",
            b"aliyun_waf_",
            b"potential threats to the server",
            b"/sd-base/static/",
            b"/_____tmd_____/",
        ),
        examples=(
            Answer(200, b"<script>document.cookie='acw_sc__v2='+x;location.reload()</script>"),
            Answer(405, b"<p>It may cause potential threats to the server's security.</p>"),
            Answer(405, b"<img src='https://g.alicdn.com/sd-base/static/1/image/405.png'>"),
            Answer(200, b"<script>location.replace('/_____tmd_____/punish?x5secdata=1')</script>"),
        ),
        refuses=(Answer(200, _ARTICLE, {"set-cookie": "acw_tc=76b"}),),
    ),
    Wall(
        name="Alibaba Cloud",
        statuses=frozenset({405}),
        header=("set-cookie", r"\bacw_tc="),
        examples=(Answer(405, b"<h1>405</h1>", {"set-cookie": "acw_tc=76b; path=/"}),),
        refuses=(
            Answer(405, b"<h1>405 Not Allowed</h1><p>nginx</p>"),
            Answer(405, b"", {"set-cookie": "acw_tc=76b", "allow": "POST"}),
            Answer(403, _SHORT, {"set-cookie": "acw_tc=76b"}),
        ),
    ),
    Wall(
        name="Alibaba Cloud",
        marks=(b'{"_waf_',),
        holds=rb"<textarea\s[^<>]*\bid=[\"']renderData[\"'][^<>]*>\s*\{\"_waf_",
        is_own=True,
        examples=(
            Answer(
                200,
                b"<textarea id='renderData' style='display:none'>{\"_waf_1\":\""
                + b"dG9rZW4" * 20
                + b'"}</textarea>'
                b"<meta name='aliyun_waf_aa' content='1'>",
            ),
        ),
        refuses=(
            Answer(200, b"<textarea id='renderData'>{\"_waf_1\":1}</textarea>" + _LONG),
            Answer(200, b"<textarea id='renderData'>{\"story\":1}</textarea>"),
        ),
    ),
    Wall(
        name="360",
        marks=(
            b"wzws-waf-cgi",
            b"WZWS_CONFIRM_PREFIX_LABEL",
            b"wzwschallenge",
            b"/WZWSREL",
            b"wangshan.360.cn",
        ),
        examples=(
            Answer(200, "<p>请开启JavaScript</p><script>var wzwschallenge='x'</script>".encode()),
            Answer(403, b"<form action='/wzws-waf-cgi/'></form>"),
            Answer(200, b"<script>var dynamicurl='/WZWSRELw==';</script>"),
        ),
        refuses=(Answer(200, _ARTICLE, {"wzws-ray": "1234-1.2"}),),
    ),
    Wall(
        name="360",
        header=("set-cookie", r"wzws_cid="),
        repeats=True,
        examples=(Answer(307, b"", {"set-cookie": "wzws_cid=1", "location": "/a/1.htm"}),),
        refuses=(Answer(307, b"", {"set-cookie": "wzws_cid=1", "location": "/b/2.htm"}),),
    ),
    Wall(
        name="360",
        statuses=_REFUSED,
        header=("server", r"qianxin-waf"),
        examples=(Answer(403, _SHORT, {"server": "qianxin-waf"}),),
        refuses=(Answer(200, _ARTICLE, {"server": "qianxin-waf"}), _OWN_403),
    ),
    Wall(name="360", statuses=frozenset({493}), examples=(Answer(493, _SHORT),), refuses=(_OWN_403,)),
    Wall(
        name="Yunjiasu",
        header=("server", r"yunjiasu"),
        marks=(b"/cdn-cgi/", b"yunjiasu", b"su.baidu.com", "云加速".encode()),
        examples=(
            Answer(503, b"<form action='/cdn-cgi/l/chk_jschl'></form>", {"server": "yunjiasu-nginx"}),
            Answer(403, "<p>百度云加速已拦截</p>".encode(), {"server": "yunjiasu-nginx"}),
        ),
        refuses=(
            Answer(200, b"<script src='/cdn-cgi/a.js'></script>" + _ARTICLE, {"server": "yunjiasu-nginx"}),
            Answer(403, _SHORT, {"server": "yunjiasu-nginx"}),
        ),
    ),
    Wall(
        name="SafeLine",
        marks=(b"challenge.rivers.chaitin.cn", b"/.safeline/", b"sl_waf_recap", b"sl-challenge-server"),
        examples=(
            Answer(200, b"<script src='/.safeline/challenge/v2/challenge.js'></script>"),
            Answer(468, b"<script src='https://challenge.rivers.chaitin.cn/challenge/v2/a.js'></script>"),
        ),
        refuses=(Answer(200, b"<p>/.safeline/</p>" + _ARTICLE), _OWN_403),
    ),
    Wall(name="SafeLine", statuses=frozenset({468}), examples=(Answer(468),), refuses=(_OWN_403,)),
    Wall(
        name="SafeLine",
        statuses=_REFUSED,
        holds=rb"(?i)<!--\s*event[_ ]id:",
        examples=(Answer(403, "<h1>林水</h1><p>访问被拦截</p><!-- event_id: 1f -->".encode()),),
        refuses=(Answer(200, _ARTICLE + b"<!-- event_id: 1f -->"), _OWN_403),
    ),
    Wall(
        name="Yunsuo",
        marks=(b"yunsuo_session", b"yunsuologo"),
        examples=(
            Answer(
                200,
                b"<script>function jump(){self.location='/?security_verify_data='}</script>"
                b"<!-- yunsuo_session_verify -->",
            ),
        ),
        refuses=(Answer(200, _ARTICLE),),
    ),
    Wall(
        name="BT",
        marks=(b"renji_", b"huadong_", b"/btwaf_", b"Rxizm32rm3CPpyyW"),
        holds=rb"(?:renji|huadong)_[0-9a-f]{8}_[0-9a-f]{32}\.js|/btwaf_|Rxizm32rm3CPpyyW",
        examples=(
            Answer(200, b"<script src='/renji_296d626f_0cc175b9c0f1b6a831c399e269772661.js?id=1'></script>"),
        ),
        refuses=(Answer(200, b"<script src='/renji_1.js'></script>"),),
    ),
    Wall(
        name="Safedog",
        marks=(b"safedog.cn", *_bytes("<title>网站防火墙</title>")),
        examples=(
            Answer(403, "<title>网站防火墙</title><a href='http://www.safedog.cn/'>".encode()),
            Answer(200, "<title>网站防火墙</title><p>您的请求已被拦截</p>".encode("gbk")),
        ),
        refuses=(
            Answer(200, "<title>网站防火墙启用</title><p>林水县图书馆今天启用。</p>".encode()),
            Answer(200, "<title>网站防火墙的故事</title>".encode() + _ARTICLE),
        ),
    ),
    Wall(
        name="D-Shield",
        marks=_bytes("<title>D盾_拦截提示</title>"),
        examples=(Answer(200, "<title>D盾_拦截提示</title><p>有风险</p>".encode("gbk")),),
        refuses=(Answer(200, "<title>D盾_拦截提示</title>".encode() + _ARTICLE),),
    ),
    Wall(
        name="Tencent Cloud",
        marks=(
            b"waf_captcha",
            b"WafCaptcha",
            b"/TCaptcha.js",
            b"waf.tencent-cloud.com",
            b"waf-static.tencent.com",
        ),
        examples=(
            Answer(403, b"<script src='https://turing.captcha.qcloud.com/TCaptcha.js'></script>"),
            Answer(501, b"<script>location.href='https://waf.tencent-cloud.com/501page.html?id=1'</script>"),
            Answer(200, b"<iframe src='https://waf-static.tencent.com/501page.html?id=1'></iframe>"),
        ),
        refuses=(
            Answer(200, b"<script src='/TCaptcha.js'></script>" + _ARTICLE),
            Answer(501, b"<h1>Not Implemented</h1>"),
            Answer(200, b"<div id='app'></div><script src='/TCaptcha.js'></script>"),
        ),
    ),
    Wall(
        name="EdgeOne",
        statuses=frozenset({566, 567}),
        examples=(Answer(567, "<h1>林水网</h1><p>安全策略已拦截</p>".encode()), Answer(566)),
        refuses=(Answer(521, b"", {"server": "tencentedgeone"}),),
    ),
    Wall(
        name="EdgeOne",
        marks=(b"__tst_status", b"EO_Bot_Ssid"),
        examples=(
            Answer(
                200, b"<script>document.cookie='__tst_status='+a;location.href=location.href.replace(/x/,'')"
            ),
        ),
        refuses=(Answer(200, b"<script>get('__tst_status')</script>" + _ARTICLE),),
    ),
    Wall(
        name="Huawei Cloud",
        header=("set-cookie", r"hwwafsesid="),
        marks=(b"document.cookie", b"location.reload"),
        examples=(
            Answer(200, b"<script>var a=1;location.reload()</script>", {"set-cookie": "hwwafsesid=a1"}),
        ),
        refuses=(
            Answer(200, b"<script>document.cookie='a'</script>" + _ARTICLE, {"set-cookie": "hwwafsesid=a1"}),
            Answer(403, _SHORT, {"set-cookie": "hwwafsesid=a1"}),
        ),
    ),
    Wall(
        name="Huawei Cloud",
        statuses=_REFUSED,
        header=("set-cookie", r"hwwafsesid="),
        marks=(b"event id", b"Event ID", b"eventID", "事件ID".encode(), "拦截".encode()),
        examples=(
            Answer(418, "<p>您的请求已被拦截，事件ID：01</p>".encode(), {"set-cookie": "hwwafsesid=a1"}),
        ),
        refuses=(Answer(403, _SHORT, {"set-cookie": "hwwafsesid=a1"}), _OWN_403),
    ),
    Wall(
        name="Huawei Cloud",
        statuses=_REFUSED,
        header=("server", r"huaweicloudwaf"),
        examples=(Answer(403, _SHORT, {"server": "huaweicloudwaf"}),),
        refuses=(Answer(200, _ARTICLE, {"server": "huaweicloudwaf"}),),
    ),
    Wall(
        name="Huawei Cloud",
        marks=(b"account.hwclouds.com/static/error", b"hws_security@"),
        examples=(Answer(403, b"<img src='https://account.hwclouds.com/static/error/images/404img.jpg'>"),),
        refuses=(Answer(200, _ARTICLE + b"<p>hws_security@example.cn</p>"),),
    ),
    Wall(
        name="Baidu",
        marks=(b"wappass.baidu.com/static/captcha", "<title>百度安全验证</title>".encode()),
        examples=(
            Answer(200, "<title>百度安全验证</title><p>请稍后重试</p>".encode()),
            Answer(200, b"<script src='https://wappass.baidu.com/static/captcha/a.js'></script>"),
        ),
        refuses=(Answer(200, _ARTICLE), Answer(200, "<title>百度安全验证</title>".encode() + _ARTICLE)),
    ),
    Wall(
        name="ByteDance",
        marks=(b"__ac_signature", b"TTGCaptcha"),
        examples=(Answer(200, b"<script>document.cookie='__ac_signature='+s;location.reload()</script>"),),
        refuses=(Answer(200, b"<script>window.TTGCaptcha&&1</script>" + _ARTICLE),),
    ),
    Wall(
        name="Weibo",
        marks=(b"<title>Sina Visitor System</title>", b"/visitor/genvisitor", b"/js/visitor/mini"),
        examples=(
            Answer(200, b"<title>Sina Visitor System</title><script src='/js/visitor/mini.js'></script>"),
            Answer(200, b"<span id='message'></span><script>post('/visitor/genvisitor2', a)</script>"),
        ),
        refuses=(
            Answer(200, b"<title>Sina Visitor System explained</title><p>One page</p>"),
            Answer(200, b"<script>post('/visitor/genvisitor', a)</script>" + _ARTICLE),
        ),
    ),
    Wall(
        name="Sogou",
        marks=(b"/antispider/", b"util/seccode.php", b"antispider"),
        holds=rb"<(?:script|link|img|form)\s[^<>]*(?:/antispider/|\butil/seccode\.php|\bantispider\.min\.js)",
        is_own=True,
        examples=(
            Answer(200, "<p>请输入字符</p><img id='seccodeImage' src='util/seccode.php?tc=1'>".encode()),
            Answer(200, _ASKS + b"<form action='/antispider/thank.php' method=post></form>"),
        ),
        refuses=(
            Answer(200, b"<img src='util/seccode.php?tc=1'>" + _LONG),
            Answer(200, b"<p>/antispider/ util/seccode.php</p>" + _ARTICLE),
        ),
    ),
    Wall(
        name="WeChat",
        marks=(b"/mp/wappoc_appmsgcaptcha", b"secitptpage/verify"),
        examples=(
            Answer(200, b"<script>location='/mp/wappoc_appmsgcaptcha?poc_token=1'</script>"),
            Answer(200, b"<script src='https://res.wx.qq.com/secitptpage/verify.js'></script>"),
        ),
        refuses=(Answer(200, b"<a href='/mp/wappoc_appmsgcaptcha'>One</a>" + _ARTICLE),),
    ),
    Wall(
        name="Geetest",
        marks=(b"static.geetest.com", b"initGeetest"),
        examples=(
            Answer(200, b"<p>wait</p><script src='https://static.geetest.com/v4/gt4.js'></script>"),
            Answer(403, b"<script>initGeetest({gt: '1'}, show)</script>"),
        ),
        refuses=(
            Answer(200, b"<script src='https://static.geetest.com/v4/gt4.js'></script>" + _ARTICLE),
            Answer(200, b"<div id=app></div><script src='https://static.geetest.com/v4/gt4.js'></script>"),
            Answer(200, b"<h1>Geetest</h1><p>static.geetest.com</p>" + _ARTICLE),
        ),
    ),
    Wall(
        name="Cloudflare",
        header=("cf-mitigated", "challenge"),
        examples=(Answer(403, b"", {"cf-mitigated": "challenge"}),),
        refuses=(Answer(302, b"", {"cf-mitigated": "challenge", "location": "/b.htm"}),),
    ),
    Wall(
        name="Cloudflare",
        marks=(b"_cf_chl_opt", b"cf-browser-verification", b"cf_chl_"),
        examples=(Answer(503, b"<title>Just a moment...</title><script>window._cf_chl_opt={}</script>"),),
        refuses=(
            Answer(200, b"<script src='/cdn-cgi/challenge-platform/scripts/jsd/main.js'>" + _ARTICLE),
            Answer(403, b"<script>window._cf_chl_opt={}</script>" + _LONG),
        ),
    ),
    Wall(
        name="Cloudflare",
        statuses=frozenset({403, 429}),
        holds=rb"\A\s*error code: 10(?:0[5-9]|1[0-5]|20)\b|id=[\"']cf-error-details[\"']",
        examples=(
            Answer(403, b"error code: 1020"),
            Answer(403, b"<div id='cf-error-details'><h1>Error 1020</h1><p>Access denied</p></div>"),
        ),
        refuses=(
            Answer(521, b"<div id='cf-error-details'><h1>Down</h1></div>", {"server": "cloudflare"}),
            Answer(200, b"<h1>Ferry</h1><p>error code: 1020</p>" + _ARTICLE),
        ),
    ),
    Wall(
        name="AWS WAF",
        header=("x-amzn-waf-action", "challenge|captcha"),
        is_own=True,
        examples=(
            Answer(202, b"", {"x-amzn-waf-action": "challenge"}),
            Answer(202, b"<noscript>" + _ASKS + b"</noscript>", {"x-amzn-waf-action": "challenge"}),
        ),
        refuses=(Answer(200, _ARTICLE, {"x-amzn-requestid": "1"}),),
    ),
    Wall(
        name="AWS WAF",
        marks=(b"window.gokuProps",),
        holds=rb"<script[^<>]*>[^<]*\bwindow\.gokuProps\s*=",
        is_own=True,
        examples=(
            Answer(405, b"<script>window.gokuProps={}</script>"),
            Answer(202, b"<script>window.gokuProps = {}</script><noscript>" + _ASKS + b"</noscript>"),
        ),
        refuses=(Answer(200, b"<script>window.gokuProps={}</script>" + _LONG),),
    ),
    Wall(
        name="AWS WAF",
        marks=(b"awsWafCookieDomainList", b".token.awswaf.com/"),
        examples=(
            Answer(202, b"<script src='https://4.us-east-1.token.awswaf.com/4/challenge.js'></script>"),
        ),
        refuses=(
            Answer(200, b"<script src='https://4.token.awswaf.com/4/challenge.js'></script>" + _ARTICLE),
        ),
    ),
    Wall(
        name="Akamai",
        statuses=frozenset({403, 429}),
        marks=(b"errors.edgesuite.net", b"Reference&#32;&#35;"),
        examples=(Answer(403, b"<h1>Access Denied</h1>Reference&#32;&#35;18&#46;2"),),
        refuses=(
            _OWN_403,
            Answer(503, b"<p>An error occurred.</p>Reference&#32;&#35;97&#46;2"),
            Answer(400, b"<h1>Invalid URL</h1>Reference&#32;&#35;9&#46;2"),
        ),
    ),
    Wall(
        name="Akamai",
        marks=(b"bm-verify=", b"/_sec/cp_challenge/", b"/_sec/verify?provider="),
        examples=(
            Answer(428, b"<iframe src='/_sec/cp_challenge/a-4-3.htm'></iframe>"),
            Answer(200, b"<meta http-equiv='refresh' content='5; url=/a/1.htm?bm-verify=1'>"),
        ),
        refuses=(Answer(200, b"<script src='/_sec/cp_challenge/sec-4-3.js'></script>" + _ARTICLE),),
    ),
    Wall(
        name="Imperva",
        marks=(b"_Incapsula_Resource", b"Incapsula incident ID"),
        examples=(Answer(200, b"<iframe src='/_Incapsula_Resource?CWUDNSAI=1'></iframe>"),),
        refuses=(
            Answer(200, b"<script src='/_Incapsula_Resource?SWJIYLWA=1'></script>" + _ARTICLE),
            Answer(200, b"<div id=root></div><script src='/_Incapsula_Resource?SWJIYLWA=1'></script>"),
        ),
    ),
    Wall(
        name="Imperva",
        marks=(b"Pardon Our Interruption",),
        holds=rb"<title>Pardon Our Interruption(?:\.\.\.)?</title>",
        is_own=True,
        examples=(Answer(200, b"<title>Pardon Our Interruption</title>" + _ASKS),),
        refuses=(
            Answer(200, b"<title>Pardon Our Interruption</title>" + _LONG),
            Answer(200, b"<title>Pardon Our Interruption, Says the Ferry</title>" + _ASKS),
        ),
    ),
    Wall(
        name="DataDome",
        marks=(b"captcha-delivery.com",),
        examples=(Answer(403, b"<script src='https://ct.captcha-delivery.com/c.js'></script>"),),
        refuses=(_OWN_403,),
    ),
    Wall(
        name="HUMAN",
        marks=(b"_pxAppId", b"px-captcha"),
        examples=(Answer(403, b"<script>window._pxAppId='PX'</script>"),),
        refuses=(Answer(200, b"<script>window._pxAppId='PX'</script>" + _ARTICLE),),
    ),
    Wall(
        name="HUMAN",
        marks=(b"px-captcha",),
        holds=rb"<div\s[^<>]*\bid=[\"']px-captcha",
        is_own=True,
        examples=(Answer(200, _ASKS + b"<div id='px-captcha'></div>"),),
        refuses=(Answer(200, _LONG + b"<div id='px-captcha'></div>"), Answer(200, b"px-captcha" + _ARTICLE)),
    ),
    Wall(
        name="F5",
        marks=(b"support ID is:",),
        holds=rb"/TSPD/|<title>\s*Request Rejected\s*</title>",
        is_own=True,
        examples=(
            Answer(
                200,
                b"<title>Request Rejected</title>This URL was rejected. Ask the administrator of this site to"
                b" look into it.<br>Your support ID is: 123456",
            ),
            Answer(200, b"<script src='/TSPD/08a.js'></script><noscript>Your support ID is: 9</noscript>"),
        ),
        refuses=(
            Answer(200, b"<title>Ferry</title><p>The page says: your support ID is 123.</p>"),
            Answer(200, b"<title>Request Rejected</title><p>Your support ID is: 1</p>" + _LONG),
        ),
    ),
    Wall(
        name="Shape",
        marks=(b"window['istlWasHere']", b'window["istlWasHere"]', b"istlWasHere="),
        examples=(
            Answer(200, b"<title></title><script>window['istlWasHere']=true;" + b"a=1;" * 999 + b"</script>"),
        ),
        refuses=(
            Answer(200, b"<script>if(window['istlWasHere'])go()</script>" + _ARTICLE),
            Answer(200, b"<h1>Shape</h1><p>istlWasHere</p>" + _ARTICLE),
        ),
    ),
    Wall(
        name="F5",
        marks=(b"/TSPD/", b'window["bobcmn"]', b"window['bobcmn']"),
        examples=(Answer(200, b"<script>window[\"bobcmn\"]='1'</script>"),),
        refuses=(Answer(200, b"<script src='/TSPD/08a.js'></script>" + _ARTICLE),),
    ),
    Wall(
        name="Anubis",
        marks=(b"anubis_challenge", b"anubis_version"),
        holds=rb"<script id=[\"']anubis_(?:challenge|version)[\"']",
        is_own=True,
        examples=(
            Answer(
                200,
                b'<script id="anubis_version" type="application/json">1</script><h1>One moment</h1><p>This'
                b" site has set up Anubis against crawlers. It needs a script and some patience.</p>",
            ),
        ),
        refuses=(
            Answer(200, b'<h1>Anubis</h1><p>&lt;script id="anubis_challenge"&gt;</p>' + _ARTICLE),
            Answer(200, b"<script id='anubis_version'>1</script>" + _LONG),
        ),
    ),
    Wall(
        name="Anubis",
        marks=(b"/.within.website/x/cmd/anubis/",),
        examples=(Answer(500, b"<img src='/.within.website/x/cmd/anubis/static/img/reject.webp'>"),),
        refuses=(Answer(200, b"<p>/.within.website/x/cmd/anubis/</p>" + _ARTICLE),),
    ),
    Wall(
        name="DDoS-Guard",
        marks=(b"check.ddos-guard.net", b"/.well-known/ddos-guard/", b"<title>DDoS-Guard</title>"),
        examples=(
            Answer(403, b"<title>DDoS-Guard</title><h1>Checking your browser</h1>"),
            Answer(200, b"<script src='/.well-known/ddos-guard/js-challenge/index.js'></script>"),
        ),
        refuses=(
            Answer(200, b"<script src='https://check.ddos-guard.net/check.js'></script>" + _ARTICLE),
            Answer(403, _SHORT, {"server": "ddos-guard"}),
        ),
    ),
    Wall(
        name="Vercel",
        header=("x-vercel-mitigated", "challenge|deny"),
        examples=(
            Answer(429, b"<title>Checkpoint</title><p>wait</p>", {"x-vercel-mitigated": "challenge"}),
            Answer(403, b"", {"x-vercel-mitigated": "deny"}),
        ),
        refuses=(Answer(403, _SHORT, {"server": "vercel"}),),
    ),
    Wall(
        name="Vercel",
        marks=(b"/.well-known/vercel/security/", b"<title>Vercel Security Checkpoint"),
        examples=(Answer(403, b"<title>Vercel Security Checkpoint</title><p>wait</p>"),),
        refuses=(Answer(200, b"<title>Vercel Security Checkpoint explained</title>" + _ARTICLE),),
    ),
    Wall(
        name="Kasada",
        marks=(b"KPSDK.scriptStart", b"/149e9513-01fa-4fb0-aad4-566afd725d1b/"),
        examples=(
            Answer(
                429,
                b"<script>window.KPSDK={};KPSDK.now=Date.now</script>"
                b"<script src='/149e9513-01fa-4fb0-aad4-566afd725d1b/2/ips.js?x=1'></script>",
            ),
        ),
        refuses=(
            Answer(200, b"<script src='/149e9513-01fa-4fb0-aad4-566afd725d1b/2/p.js'></script>" + _ARTICLE),
            Answer(429, _SHORT),
        ),
    ),
    Wall(
        name="Kasada",
        statuses=frozenset({403, 429}),
        header=("x-kpsdk-ct", "."),
        examples=(Answer(429, b"", {"x-kpsdk-ct": "0a1"}),),
        refuses=(Answer(200, _ARTICLE, {"x-kpsdk-ct": "0a1"}), Answer(429)),
    ),
    Wall(
        name="Sucuri",
        marks=(b"sucuri_cloudproxy_js", b"Sucuri WebSite Firewall"),
        examples=(Answer(403, b"<title>Sucuri WebSite Firewall</title><p>denied</p>"),),
        refuses=(Answer(200, b"<p>Sucuri WebSite Firewall</p>" + _ARTICLE),),
    ),
    Wall(
        name="Fastly",
        marks=(b"/_fs-ch-",),
        holds=rb"<title>Client Challenge</title>",
        is_own=True,
        examples=(
            Answer(
                200,
                b"<title>Client Challenge</title><script src='/_fs-ch-1T1/a.js'></script>"
                b"<noscript>" + _ASKS + b"</noscript>",
            ),
        ),
        refuses=(
            Answer(200, b"<title>Ferry</title><script src='/_fs-ch-1T1/challenge.js'></script>" + _ASKS),
            Answer(200, b"<title>Client Challenge</title><p>/_fs-ch-</p>" + _LONG),
        ),
    ),
    Wall(
        name="CloudFront",
        statuses=frozenset({403}),
        marks=(b"Generated by cloudfront",),
        holds=rb"Request blocked\.",
        examples=(Answer(403, b"<h1>403 ERROR</h1>Request blocked. <pre>Generated by cloudfront</pre>"),),
        refuses=(Answer(403, b"<h1>403 ERROR</h1>Bad request. <pre>Generated by cloudfront</pre>"), _OWN_403),
    ),
    Wall(
        name="Azure",
        statuses=frozenset({403}),
        marks=(b"The request is blocked.", b"<title>Azure WAF"),
        header=("x-azure-ref", "."),
        examples=(Answer(403, b"<h2>The request is blocked.</h2>", {"x-azure-ref": "0a"}),),
        refuses=(Answer(403, _SHORT, {"x-azure-ref": "0a"}), _OWN_403),
    ),
    Wall(
        name="Qrator",
        marks=(b"/__qrator/",),
        examples=(Answer(401, b"<script src='/__qrator/qauth_utm_v2.js'></script>"),),
        refuses=(Answer(200, b"<script src='/__qrator/qauth_utm_v2.js'></script>" + _ARTICLE),),
    ),
    Wall(
        name="Radware",
        marks=(b".perfdrive.com/",),
        examples=(Answer(200, b"<script src='https://captcha.perfdrive.com/a.js'></script>"),),
        refuses=(Answer(200, b"<script src='https://cdn.perfdrive.com/a.js'></script>" + _ARTICLE),),
    ),
    Wall(
        name="Reblaze",
        marks=(b"window.rbzns",),
        examples=(Answer(247, b"<script>window.rbzns={bereshit:'1'}</script>"),),
        refuses=(Answer(200, b"<script>window.rbzns={}</script>" + _ARTICLE),),
    ),
    Wall(
        name="FortiWeb",
        marks=(b".fgd_icon", b"<title>Web Page Blocked</title>"),
        holds=rb"Attack ID",
        examples=(Answer(403, b"<title>Web Page Blocked</title><p>Attack ID: 2</p>"),),
        refuses=(Answer(403, b"<title>Web Page Blocked</title>"), _OWN_403),
    ),
    Wall(
        name="Barracuda",
        statuses=_REFUSED | {400},
        marks=(b"Barracuda",),
        holds=rb"Barracuda (?:Networks|Web Application Firewall|Application Firewall)",
        examples=(
            Answer(403, b"<h1>Denied</h1><p>Rule 7</p><address>Barracuda Web Application Firewall</address>"),
        ),
        refuses=(Answer(200, _ARTICLE + b"<p>Barracuda Networks</p>"), _OWN_403),
    ),
    Wall(
        name="Barracuda",
        statuses=_REFUSED | {400},
        header=("server", r"barracuda"),
        examples=(Answer(403, _SHORT, {"server": "barracudahttp 4.0"}),),
        refuses=(Answer(200, _ARTICLE, {"server": "barracudahttp 4.0"}), _OWN_403),
    ),
    Wall(
        name="Barracuda",
        statuses=frozenset({403, 429}),
        header=("set-cookie", r"\b(?:barra_counter_session|bn[ies]s?_\w+)="),
        examples=(Answer(403, _SHORT, {"set-cookie": "bnis___utm_is1=a; path=/"}),),
        refuses=(Answer(200, _ARTICLE, {"set-cookie": "bni_persistence=a"}), _OWN_403),
    ),
    Wall(
        name="Wordfence",
        statuses=_REFUSED,
        marks=(b"Generated by Wordfence",),
        examples=(Answer(503, b"<h1>Limited</h1><p>Generated by Wordfence</p>"),),
        refuses=(Answer(200, _ARTICLE + b"<p>Generated by Wordfence</p>"), _OWN_403),
    ),
    Wall(
        name="ModSecurity",
        statuses=_REFUSED | {406},
        marks=(b"generated by Mod_Security",),
        examples=(Answer(406, b"<h1>Not Acceptable!</h1>This error was generated by Mod_Security."),),
        refuses=(Answer(406, b"<h1>Not Acceptable</h1>"), _OWN_403),
    ),
    Wall(
        name="testcookie",
        marks=(b"slowAES.decrypt(",),
        examples=(
            Answer(200, b"<script>document.cookie='_='+slowAES.decrypt(c,2,a,b);location='/?i=1'</script>"),
        ),
        refuses=(Answer(200, b"<script>slowAES.decrypt(a)</script>" + _ARTICLE),),
    ),
    Wall(
        name="a message",
        statuses=_REFUSED,
        marks=_bytes("访问过于频繁", "请求过于频繁", "已被拦截", "被系统拦截", "访问被阻断"),
        examples=(
            Answer(403, "<p>您的访问过于频繁，请稍后再试</p>".encode("gbk")),
            Answer(429, "<p>請稍後</p><p>请求过于频繁</p>".encode()),
            Answer(403, "<p>此次访问存在异常，已被拦截</p>".encode()),
        ),
        refuses=(
            Answer(200, "<h1>诈骗电话已被拦截</h1>".encode()),
            Answer(403, "<h1>禁止访问</h1>".encode("gbk")),
            Answer(503, "<h1>系统维护中</h1>".encode()),
        ),
    ),
    Wall(
        name="a message",
        marks=_bytes("过于频繁", "拦截"),
        holds=b"|".join(_bytes(r"(?:您|你)(?:的)?(?:访问|请求|操作|IP)[^<>]{0,40}(?:过于频繁|拦截)")),
        examples=(
            Answer(200, "<p>您的访问过于频繁，请输入验证码后继续访问</p><input name='code'>".encode("gbk")),
            Answer(200, "<title>安全拦截</title><p>您的请求存在威胁，已被拦截！</p>".encode()),
        ),
        refuses=(
            Answer(200, "<h1>诈骗电话已被拦截</h1>".encode()),
            Answer(200, "<p>渡口广播：您的请求已收到。</p><p>渡船班次过于频繁。</p>".encode("gbk")),
            Answer(200, "<p>您的访问过于频繁</p>".encode() + _ARTICLE),
        ),
    ),
    Wall(
        name="a captcha",
        marks=(b"g-recaptcha", b"h-captcha", b"cf-turnstile"),
        holds=rb"<(?:div|form|input)\s[^<>]*\bclass=[\"'](?:g-recaptcha|h-captcha|cf-turnstile)[\"'\s]",
        examples=(
            Answer(200, b"<p>Are you human?</p><form><div class='h-captcha' data-sitekey='1'></div></form>"),
            Answer(403, b"<h1>One check</h1><div class=\"g-recaptcha\" data-sitekey='1'></div>" + _ASKS),
            Answer(200, b"<div class='cf-turnstile' data-sitekey='1'></div>"),
        ),
        refuses=(
            Answer(200, b"<div class='g-recaptcha' data-sitekey='1'></div>" + _ARTICLE),
            Answer(200, b"<div id=app></div><div class='g-recaptcha' data-sitekey='1'></div>"),
            Answer(200, b"<form><input type='password'><div class='h-captcha'></div></form>"),
            Answer(200, b"<p>A note on g-recaptcha</p>"),
        ),
    ),
    Wall(
        name="a captcha",
        marks=_bytes("验证"),
        holds=rb"(?is)\A(?=.*<img\s[^<>]*(?:captcha|verif|valid|seccode|checkcode|authcode|yzm))(?=.*<input\s)"
        rb"(?!.*<input\s[^<>]*type=[\"']?(?:password|search))",
        examples=(
            Answer(
                200,
                "<p>请输入验证码后继续访问</p><img src='/captcha?1'><input name='code'>".encode("gbk"),
            ),
            Answer(200, "<title>安全验证</title><img src=/verify/img><input name=v>验证".encode()),
        ),
        refuses=(
            Answer(200, "<p>验证码</p><img src='/captcha?1'><input name='code'>".encode() + _ARTICLE),
            Answer(200, "<p>登录验证码</p><img src='/captcha'><input type=password>".encode()),
            Answer(200, "<h1>验证码失灵一小时</h1><img src='/2022/ferry.jpg'>".encode()),
        ),
    ),
    Wall(
        name="a cookie",
        marks=(b"document.cookie",),
        repeats=True,
        examples=(
            Answer(200, b"<script>document.cookie='a=1; path=/';window.location.reload();</script>"),
            Answer(200, b"<script>document.cookie='a=1';location.href=location.href;</script>"),
            Answer(200, b"<script>document.cookie='a=1';location='/a/1.htm'</script>"),
            Answer(200, b"<script>document.cookie='a=1';window['location']['reload']()</script>"),
            Answer(200, b"<script>document.cookie='a=1';self['location']['href']='/a/1.htm'</script>"),
            Answer(
                200, b"<script>document.cookie='a=1'</script><meta http-equiv=refresh content='1;url=1.htm'>"
            ),
        ),
        refuses=(
            Answer(200, b"<script>document.cookie='a=1';location.reload()</script>" + _ARTICLE),
            Answer(200, b"<script>document.cookie='lang=cn';location.href='/cn/'</script>"),
            Answer(
                200,
                b"<script>document.cookie='a';location.href=location.href.replace('http:','https:')</script>",
            ),
        ),
    ),
    Wall(
        name="a cookie",
        header=("set-cookie", "."),
        repeats=True,
        examples=(
            Answer(302, b"", {"set-cookie": "a=1", "location": "http://www.example.cn/a/1.htm"}),
            Answer(200, b"<meta http-equiv='refresh' content='0'>", {"set-cookie": "a=1"}),
            Answer(200, b"<meta http-equiv='refresh' content='0; url=/a/1.htm'>", {"set-cookie": "a=1"}),
            Answer(200, b"<script>location.replace('/a/1.htm')</script>", {"set-cookie": "a=1"}),
            Answer(200, b"", {"set-cookie": "a=1", "refresh": "0; url=/a/1.htm"}),
        ),
        refuses=(
            Answer(302, b"", {"set-cookie": "a=1", "location": "/a/2.htm"}),
            Answer(302, b"", {"set-cookie": "a=1", "location": "https://www.example.cn/a/1.htm"}),
            Answer(301, b"", {"location": "/a/1.htm"}),
            Answer(200, b"<meta http-equiv='refresh' content='0; url=/a/2.htm'>", {"set-cookie": "a=1"}),
            Answer(200, b"<meta http-equiv='refresh' content='300'>" + _ARTICLE, {"set-cookie": "a=1"}),
        ),
    ),
)
"""The walls, in the order in which they are tried: vendors' own marks first, then marks of any site."""
