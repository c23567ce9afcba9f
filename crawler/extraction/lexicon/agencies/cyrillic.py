"""Agencies, papers and networks with Cyrillic names."""

from __future__ import annotations

from typing import Final

ROWS: Final = """\
Агентство Москва | ru | dateline
АГН Москва | ru | dateline
Азертадж | ru | dateline
Арменпресс | ru | dateline
БелТА | ru | dateline
Вести.ru | ru | dateline
ДАН | ru | dateline
Жэньминь жибао | ru | dateline
ИА Regnum | ru | dateline
Интерфакс | ru | dateline photos
ИТАР-ТАСС | ru | dateline
Кабар | ru | dateline
Казинформ | ru | dateline
КазТАГ | ru | dateline
Коммерсантъ | ru | photos
ЛуганскИнформЦентр | ru | dateline
Прайм | ru | dateline
Р-Спорт | ru | dateline
РАПСИ | ru | dateline
РБК | ru | dateline photos
РИА | ru | dateline
РИА Недвижимость | ru | dateline
РИА Новости | ru | dateline photos
РИА Туризм | ru | dateline
Росбалт | ru | dateline
Росинформ | ru | dateline
РТ | ru | dateline
Синьхуа | ru | dateline photos
Спутник | ru | dateline photos
ТАСС | ru | dateline photos
Украинформ | ru | dateline
Укринформ | ru | dateline
УНИАН | ru | dateline
УНН | ru | dateline
ФАН | ru | dateline
ЦАМТО | ru | dateline
Суспільне | uk | photos
Укрінформ | uk | dateline photos
УНІАН | uk | dateline photos
"""
