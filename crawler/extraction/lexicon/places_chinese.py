"""Places that Chinese datelines print without any mark behind a reporter's name, as data."""

from __future__ import annotations

from typing import Final

PROVINCES: Final = tuple(
    """
    北京 天津 上海 重庆 河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 广西 海南
    四川 贵州 云南 西藏 陕西 甘肃 青海 宁夏 新疆 内蒙古 香港 澳门 台湾
    """.split()
)
"""Provinces and cities of their rank, which platforms print behind an account: its place by its address."""

PLACES: Final = frozenset(PROVINCES) | frozenset(
    """
    石家庄 太原 沈阳 长春 哈尔滨 南京 杭州 合肥 福州 南昌 济南 郑州 武汉 长沙 广州 南宁 海口 成都 贵阳
    昆明 拉萨 西安 兰州 西宁 银川 乌鲁木齐 呼和浩特 大连 青岛 宁波 厦门 深圳 苏州 无锡 三亚 桂林 台北
    雄安 重慶 石家莊 瀋陽 長春 哈爾濱 濟南 鄭州 武漢 長沙 廣州 南寧 貴陽 蘭州 烏魯木齊 廈門 蘇州 遼寧
    廣東 廣西 雲南 陝西 甘肅 澳門 蘇北 台灣 臺北 臺中 臺南 新北 新北市 桃園 桃園市 新竹 新竹縣 新竹市
    苗栗 苗栗縣 台中 台中市 彰化 彰化縣 南投 南投縣 雲林 雲林縣 嘉義 嘉義縣 嘉義市 台南 台南市 高雄
    高雄市 屏東 屏東縣 宜蘭 宜蘭縣 花蓮 花蓮縣 台東 台東縣 澎湖 澎湖縣 金門 金門縣 馬祖 連江 連江縣 基隆
    基隆市 台北市 中壢 板橋 立法院 總統府 华盛顿 纽约 洛杉矶 旧金山 芝加哥 伦敦 巴黎 柏林 莫斯科 东京
    首尔 平壤 新德里 曼谷 河内 雅加达 新加坡 吉隆坡 金边 万象 仰光 堪培拉 悉尼 日内瓦 布鲁塞尔 维也纳
    罗马 马德里 里斯本 雅典 开罗 内罗毕 约翰内斯堡 开普敦 联合国 多伦多 渥太华 温哥华 墨西哥城 巴西利亚
    里约热内卢 布宜诺斯艾利斯 哈瓦那 利马 圣地亚哥 德黑兰 巴格达 大马士革 耶路撒冷 特拉维夫 加沙 贝鲁特
    安卡拉 伊斯坦布尔 迪拜 多哈 利雅得 伊斯兰堡 喀布尔 基辅 华沙 布拉格 布达佩斯 斯德哥尔摩 奥斯陆
    赫尔辛基 華盛頓 紐約 洛杉磯 舊金山 倫敦 東京 首爾 漢城 河內 雅加達 坎培拉 雪梨 墨爾本 日內瓦 布魯塞爾
    維也納 羅馬 馬德里 開羅 聯合國 多倫多 溫哥華 德黑蘭 巴格達 大馬士革 特拉維夫 加薩 貝魯特 伊斯坦堡
    杜拜 伊斯蘭馬巴德 喀布爾 基輔 華沙 斯德哥爾摩 奧斯陸 赫爾辛基 馬尼拉 馬尼剌 胡志明市 休士頓 波士頓
    亞特蘭大 達拉斯 檀香山 法蘭克福 慕尼黑 米蘭 日本 韓國 美國 英國 法國 德國 越南 泰國 马尼拉 槟城 檳城
    怡保 新山 马六甲 馬六甲 古晋 古晉 亚庇 亞庇 关丹 關丹 亚罗士打 哥打峇鲁 瓜拉登嘉楼 八打灵再也 莎阿南
    布城 柔佛 雪兰莪 沙巴 砂拉越
    """.split()
)
"""Cities, provinces, counties of Taiwan and countries, simplified and traditional."""

LONGEST: Final = max(map(len, PLACES))
