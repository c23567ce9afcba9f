"""Lists the services whose players, posts and charts pages embed, with the kind of their content, as data."""

from __future__ import annotations

from typing import Final

_TABLE: Final = """
airtable.com/embed | document
art19.com | audio
bilibili.com | video
brightcove.net | video
cctv.com | video
cntv.cn | video
content.jwplatform.com | video
coub.com | video
dailymotion.com | video
datawrapper.dwcdn.net | chart
docs.google.com | document
documentcloud.org | document
douyin.com | video
e.infogram.com | chart
embed.acast.com | audio
embed.podcasts.apple.com | audio
facebook.com/plugins/post | post
facebook.com/plugins/video | video
flo.uri.sh | chart
flourish.studio | chart
geo.dailymotion.com | video
google.com/maps | map
infogram.com | chart
instagram.com | post
ixigua.com | video
jwplayer.com | video
kaltura.com | video
libsyn.com | audio
map.baidu.com | map
maps.google.com | map
megaphone.fm | audio
mgtv.com | video
mixcloud.com | audio
odysee.com | video
ok.ru | video
omny.fm | audio
openstreetmap.org | map
platform.twitter.com/embed | post
player.vimeo.com | video
playwire.com | video
podbean.com | audio
reddit.com | post
redditmedia.com | post
rumble.com | video
rutube.ru | video
scribd.com/embeds | document
slideshare.net | document
sohu.com | video
soundcloud.com | audio
spotify.com | audio
streamable.com | video
t.me | post
tableau.com | chart
tiktok.com | video
tudou.com | video
twitch.tv | video
v.qq.com | video
vidyard.com | video
view.officeapps.live.com | document
vimeo.com | video
vk.com/video | video
w.soundcloud.com | audio
weibo.com | post
wistia.com | video
wistia.net | video
ximalaya.com | audio
youku.com | video
youtu.be | video
youtube-nocookie.com | video
youtube.com | video
"""
"""One service a line: host with the beginning of a path, and kind."""

EMBED_KINDS: Final = {
    place: kind for line in _TABLE.split("\n") if line for place, kind in [line.split(" | ")]
}
"""The kinds of embeds by host and beginning of the path."""

FILE_KINDS: Final = {
    **dict.fromkeys(("mp4", "m3u8", "webm", "ogv", "mov", "flv", "wmv", "swf"), "video"),
    **dict.fromkeys(("mp3", "m4a", "ogg", "oga", "wav", "aac"), "audio"),
    **dict.fromkeys(("pdf", "doc", "docx", "xls", "xlsx", "ppt", "pptx"), "document"),
}
"""The kinds of embeds by the ending of the file."""

POSTS: Final = frozenset(
    "twitter-tweet twitter-video instagram-media tiktok-embed fb-post fb-video reddit-card reddit-embed-bq"
    " bluesky-embed mastodon-embed telegram-post imgur-embed-pub".split()
)
"""Class names of elements that a service's script replaces by a post."""
