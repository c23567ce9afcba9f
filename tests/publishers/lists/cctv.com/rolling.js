{"rollData":[
{"dateTime":"2024-05-20 18:22","title":"舰艇开放日迎来首批访客","description":"码头上排起长队。","url":"https://military.cctv.com/2024/05/20/ARTIkLm3nOp5qRs70011240520.shtml","image":"https://p1.img.cctvpic.com/photoworkspace/2024/05/20/11.jpg","id":"ARTIkLm3nOp5qRs70011240520"},
{"dateTime":"2024-05-19 07:40","title":"海岛上的气象站","description":"三名观测员轮流值班。","url":"https://military.cctv.com/2024/05/19/ARTItUv9wXy1zAb30012240519.shtml","image":"https://p2.img.cctvpic.com/photoworkspace/2024/05/19/12.jpg","id":"ARTItUv9wXy1zAb30012240519"}]}
