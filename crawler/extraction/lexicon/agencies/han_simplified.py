"""Agencies, papers and networks in simplified Chinese characters."""

from __future__ import annotations

from typing import Final

ROWS: Final = """\
21世纪经济报道 | zh | dateline
36氪 | zh | dateline
8视界新闻网 | zh | dateline
e公司 | zh | dateline
IT之家 | zh | dateline
三湘都市报 | zh | dateline
上海证券报 | zh | dateline
上游新闻 | zh | dateline
上观新闻 | zh | dateline
上证报 | zh | dateline
东北网 | zh | dateline
东南网 | zh | dateline
东方IC | zh | photos bare
东方网 | zh | dateline
东方财富网 | zh | dateline
中关村在线 | zh | dateline
中国之声 | zh | dateline
中国交通新闻网 | zh | dateline
中国体育报 | zh | dateline
中国侨网 | zh | dateline
中国军号 | zh | dateline
中国军网 | zh | dateline
中国台湾网 | zh | dateline
中国基金报 | zh | dateline
中国妇女报 | zh | dateline
中国山东网 | zh | dateline
中国工业报 | zh | dateline
中国教育报 | zh | dateline
中国教育报-中国教育新闻网 | zh | dateline
中国文化报 | zh | dateline
中国新闻社 | zh | dateline photos
中国新闻网 | zh | dateline
中国日报 | zh | dateline
中国日报网 | zh | dateline
中国气象报 | zh | dateline
中国江苏网 | zh | dateline
中国消费者报 | zh | dateline
中国环境报 | zh | dateline
中国甘肃网 | zh | dateline
中国电子报 | zh | dateline
中国科学报 | zh | dateline
中国纪检监察报 | zh | dateline
中国经济时报 | zh | dateline
中国经济网 | zh | dateline
中国经营报 | zh | dateline
中国网 | zh | dateline photos
中国网财经 | zh | dateline
中国能源报 | zh | dateline
中国航空报 | zh | dateline
中国西藏网 | zh | dateline
中国西部网 | zh | dateline
中国证券报 | zh | dateline
中国证券网 | zh | dateline
中国质量报 | zh | dateline
中国青年报 | zh | dateline
中国青年网 | zh | dateline
中央纪委国家监委网站 | zh | dateline
中安在线 | zh | dateline
中新图片 | zh | photos
中新社 | zh | dateline byline photos bare
中新经纬 | zh | dateline
中新网 | zh | dateline photos
中证网 | zh | dateline
中通社 | zh | dateline photos
中青在线 | zh | dateline
中青报 | zh | dateline
中青网 | zh | dateline
中青评论 | zh | dateline
九派新闻 | zh | dateline
云南日报 | zh | dateline
云南网 | zh | dateline
交汇点 | zh | dateline
京报网 | zh | dateline
人民公安报 | zh | dateline
人民图片 | zh | photos
人民政协报 | zh | dateline
人民政协网 | zh | dateline
人民日报 | zh | dateline
人民日报客户端 | zh | dateline
人民日报海外版 | zh | dateline
人民日报社 | zh | dateline
人民法院报 | zh | dateline
人民网 | zh | dateline byline photos
人民视觉 | zh | photos bare
人民铁道 | zh | dateline
亿欧 | zh | dateline
亿邦动力网 | zh | dateline
今晚报 | zh | dateline
俄塔社 | zh | dateline photos
俄新社 | zh | dateline photos
光华日报 | zh | dateline
光明图片 | zh | photos
光明日报 | zh | dateline
光明网 | zh | dateline
党建网 | zh | dateline
共同社 | zh | dateline photos bare
兵团日报 | zh | dateline
冀云 | zh | dateline
内蒙古日报 | zh | dateline
农民日报 | zh | dateline
凤凰新闻 | zh | dateline
凤凰网 | zh | dateline
北京商报 | zh | dateline
北京头条 | zh | dateline
北京日报 | zh | dateline
北京晚报 | zh | dateline
北京晨报 | zh | dateline
北京青年报 | zh | dateline
北青报 | zh | dateline
北青网 | zh | dateline
千图网 | zh | photos
千龙网 | zh | dateline
半月谈网 | zh | dateline
华商报 | zh | dateline
华声在线 | zh | dateline
华夏时报 | zh | dateline
华尔街见闻 | zh | dateline
华西都市报 | zh | dateline
华龙网 | zh | dateline
南京日报 | zh | dateline
南方+ | zh | dateline
南方周末 | zh | dateline
南方日报 | zh | dateline
南方网 | zh | dateline
南方都市报 | zh | dateline
南洋商报 | zh | dateline
南海网 | zh | dateline
南都 | zh | dateline
印新社 | zh | dateline
参考消息 | zh | dateline
参考消息网 | zh | dateline
合众国际社 | zh | dateline photos
吉林日报 | zh | dateline
同花顺 | zh | dateline
和讯网 | zh | dateline
四川在线 | zh | dateline
四川日报 | zh | dateline
国际在线 | zh | dateline
国际金融报 | zh | dateline
国际锐评 | zh | dateline
图虫 | zh | photos
图虫创意 | zh | photos
埃菲 | zh | dateline
埃菲社 | zh | dateline photos
塔斯社 | zh | dateline photos
多彩贵州网 | zh | dateline
大众日报 | zh | dateline
大众网 | zh | dateline
大江网 | zh | dateline
大河报 | zh | dateline
大河网 | zh | dateline
大洋网 | zh | dateline
大皖新闻 | zh | dateline
大纪元 | zh | dateline photos
大象新闻 | zh | dateline
天山网 | zh | dateline
天津日报 | zh | dateline
天目新闻 | zh | dateline
太平洋电脑网 | zh | dateline
央广军事 | zh | dateline
央广网 | zh | dateline
央视 | zh | dateline
央视军事 | zh | dateline
央视新闻 | zh | dateline
央视新闻客户端 | zh | dateline
央视网 | zh | dateline
央视财经 | zh | dateline
奔流新闻 | zh | dateline
学习时报 | zh | dateline
宁夏日报 | zh | dateline
安徽日报 | zh | dateline
安莎社 | zh | dateline photos
封面新闻 | zh | dateline
山西日报 | zh | dateline
山西晚报 | zh | dateline
川观新闻 | zh | dateline
工人日报 | zh | dateline
希望之声 | zh | dateline photos
广州日报 | zh | dateline
广西新闻网 | zh | dateline
广西日报 | zh | dateline
彭博 | zh | dateline photos bare
彭博社 | zh | dateline photos bare
快科技 | zh | dateline
成都商报 | zh | dateline
扬子晚报 | zh | dateline
投资时报 | zh | dateline
掌上兰州 | zh | dateline
搜狐体育 | zh | dateline
搜狐娱乐 | zh | dateline
搜狐科技 | zh | dateline
摄图网 | zh | photos
文汇报 | zh | dateline
新京报 | zh | dateline
新京报贝壳财经 | zh | dateline
新华全媒 | zh | dateline
新华国际 | zh | dateline
新华报业网 | zh | dateline
新华日报 | zh | dateline
新华每日电讯 | zh | dateline
新华社 | zh | dateline byline photos bare
新华网 | zh | dateline photos
新华视点 | zh | dateline
新华财经 | zh | dateline
新民晚报 | zh | dateline
新民网 | zh | dateline
新浪体育 | zh | dateline
新浪军事 | zh | dateline
新浪娱乐 | zh | dateline
新浪新闻 | zh | dateline
新浪汽车 | zh | dateline
新浪游戏 | zh | dateline
新浪科技 | zh | dateline
新浪网 | zh | dateline
新浪财经 | zh | dateline
新疆日报 | zh | dateline
早报 | zh | dateline
时事社 | zh | dateline photos
时代周报 | zh | dateline
时代财经 | zh | dateline
星洲日报 | zh | dateline
晶报 | zh | dateline
智通财经 | zh | dateline
智通财经APP | zh | dateline
朝中社 | zh | dateline photos
本刊 | zh | dateline
本台 | zh | dateline
本报 | zh | dateline byline
本社 | zh | dateline
本站 | zh | dateline
本网 | zh | dateline byline
极目新闻 | zh | dateline
格隆汇 | zh | dateline
检察日报 | zh | dateline
楚天都市报 | zh | dateline
欧新社 | zh | photos
正义网 | zh | dateline
正北方网 | zh | dateline
每日甘肃网 | zh | dateline
每日经济新闻 | zh | dateline
每经 | zh | dateline
每经AI | zh | dateline
每经网 | zh | dateline
求是网 | zh | dateline
江南时报 | zh | dateline
江西日报 | zh | dateline
河北日报 | zh | dateline
河南日报 | zh | dateline
法制日报 | zh | dateline
法制晚报 | zh | dateline
法制网 | zh | dateline
法新 | zh | photos
法新社 | zh | dateline photos bare
法治日报 | zh | dateline
法治网 | zh | dateline
津云 | zh | dateline
浙江在线 | zh | dateline
浙江日报 | zh | dateline
海南日报 | zh | dateline
海外网 | zh | dateline
海报新闻 | zh | dateline
深圳商报 | zh | dateline
深圳特区报 | zh | dateline
游民星空 | zh | dateline
湖北日报 | zh | dateline
湖南日报 | zh | dateline
潇湘晨报 | zh | dateline
潮新闻 | zh | dateline
澎湃新闻 | zh | dateline photos
猎云网 | zh | dateline
环球时报 | zh | dateline
环球网 | zh | dateline
环球资讯 | zh | dateline
现代快报 | zh | dateline
甘肃日报 | zh | dateline
电商报 | zh | dateline
界面新闻 | zh | dateline
盖蒂图片 | zh | photos bare
盖蒂图片社 | zh | photos bare
直播日照 | zh | dateline
直新闻 | zh | dateline
看看新闻 | zh | dateline
石榴云 | zh | dateline
福建日报 | zh | dateline
科技日报 | zh | dateline
站长之家 | zh | dateline
第一财经 | zh | dateline
紫牛新闻 | zh | dateline
红星新闻 | zh | dateline
红网 | zh | dateline
红网时刻 | zh | dateline
经济参考报 | zh | dateline
经济日报 | zh | dateline
经济观察报 | zh | dateline
经济观察网 | zh | dateline
维基共享资源 | zh | photos bare
维基百科 | zh | photos bare
羊城晚报 | zh | dateline
美联 | zh | photos
美联社 | zh | dateline photos bare
联合国 | zh | photos
联合早报 | zh | dateline
腾讯体育 | zh | dateline
腾讯娱乐 | zh | dateline
腾讯新闻 | zh | dateline
腾讯科技 | zh | dateline
腾讯财经 | zh | dateline
艾瑞网 | zh | dateline
芒果云 | zh | dateline
英国广播公司 | zh | dateline
荆楚网 | zh | dateline
荔枝新闻 | zh | dateline
蓝鲸新闻 | zh | dateline
蓝鲸财经 | zh | dateline
虎嗅 | zh | dateline
西藏日报 | zh | dateline
西部网 | zh | dateline
观察者网 | zh | dateline
视觉中国 | zh | photos bare
解放军报 | zh | dateline
解放日报 | zh | dateline
解放网 | zh | dateline
触电新闻 | zh | dateline
证券日报 | zh | dateline
证券日报网 | zh | dateline
证券时报 | zh | dateline
证券时报网 | zh | dateline
读创 | zh | dateline
读特 | zh | dateline
财新网 | zh | dateline
财经网 | zh | dateline
财联社 | zh | dateline
贵州日报 | zh | dateline
越通社 | zh | dateline photos
路透 | zh | dateline photos bare
路透社 | zh | dateline photos bare
辽宁日报 | zh | dateline
达志影像 | zh | photos bare
道琼斯 | zh | dateline
道瓊 | zh | dateline
都市快报 | zh | dateline
重庆日报 | zh | dateline
金羊网 | zh | dateline
金融界 | zh | dateline
钛媒体 | zh | dateline
钱江晚报 | zh | dateline
长城网 | zh | dateline
长江云 | zh | dateline
长江日报 | zh | dateline
长江网 | zh | dateline
闪电新闻 | zh | dateline
陕西日报 | zh | dateline
雷锋网 | zh | dateline
青海日报 | zh | dateline
韩联社 | zh | dateline photos bare
顶端新闻 | zh | dateline
马新社 | zh | dateline photos
驱动之家 | zh | dateline
黑龙江日报 | zh | dateline
齐鲁壹点 | zh | dateline
齐鲁晚报 | zh | dateline
齐鲁网 | zh | dateline
"""
