{"items":[
{"id":"40239001","title":"渡口恢复夜航","url":"http://society.people.com.cn/n1/2024/0520/c1008-40239001.html","date":"2024-05-20 20:41:00","nodeId":"1008","imgCount":"1"},
{"id":"40238755","title":"船闸检修提前完成","url":"http://finance.people.com.cn/n1/2024/0520/c1004-40238755.html","date":"2024-05-20 09:02:15","nodeId":"1004","imgCount":"0"},
{"id":"40238112","title":"沿江书店开门","url":"http://culture.people.com.cn/n1/2024/0519/c1013-40238112.html","date":"2024-05-19 17:30:40","nodeId":"1013","imgCount":"2"}]}
