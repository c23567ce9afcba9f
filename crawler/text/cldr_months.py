"""Lists the names of the months in CLDR, written by .ci/months.py with Babel 2.19.0."""

from typing import Final

# One line a month, in lower case and without dots. No word names two months.
CLDR_MONTHS: Final = """\
eanáir enero gener gennaio ianuarie ionawr jaan jaanuar janairu janar janeiro januar januari januarie \
  januaro january januwari január januára janv janvier janvāris janúar leden ledna ocak saus sausio \
  sausis siječanj siječnja styczeń stycznia tammi tammikuu tammikuuta urtarrila xaneiro yanvar ýanwar \
  ιαν ιανουάριος ιανουαρίου сту студзень студзеня січ січень січня янв январ январь января яну януари \
  јан јануар јануари қаң қаңтар հնվ հունվար հունվարի ינואר ינו׳ جنوري جنوری يانۋار يناير ژانویه जनवरी \
  जन॰ जाने जानेवारी জানু জানুয়ারি ਜਨ ਜਨਵਰੀ જાન્યુ જાન્યુઆરી ஜன ஜனவரி జన జనవరి ಜನ ಜನವರಿ ജനു ജനുവരി \
  มกราคม มค ມກ ມັງກອນ ཟླ་བ་དང་པོ ཟླ་བ་དང་པོ་ ဇန် ဇန်နဝါရီ იან იანვარი ጃን ጃንዋሪ មករា
chwef chwefror faburairu feabh feabhra febbraio febr febreiro febrer febrero februar februari \
  februarie februaro february februwari február februára februāris febrúar fevereiro fevral fewral févr \
  février helmi helmikuu helmikuuta lutego luty otsaila pebrero shkurt vasario vasaris veebr veebruar \
  velj veljača veljače únor února şubat φεβ φεβρουάριος φεβρουαρίου ақп ақпан лют лютага лютий лютого \
  люты феб фебруар фев февр феврал февраль февраля февруари փետրվար փետրվարի փտվ פברואר פבר׳ فبراير \
  فبروري فروری فوریه فېبروري فېۋرال फ़रवरी फ़र॰ फेब्रु फेब्रुअरी फेब्रुवारी ফেব ফেব্রুয়ারি ਫ਼ਰ ਫ਼ਰਵਰੀ \
  ફેબ્રુ ફેબ્રુઆરી பிப் பிப்ரவரி ఫిబ్ర ఫిబ్రవరి ಫೆಬ್ರ ಫೆಬ್ರವರಿ ഫെബ്രു ഫെബ്രുവരി กพ กุมภาพันธ์ ກພ ກຸມພາ \
  ཟླ་བ་གཉིས་པ ཟླ་བ་གཉིས་པ་ ဖေ ဖေဖော်ဝါရီ თებ თებერვალი ፌብ ፌብሩዋሪ កុម្ភៈ
březen března kovas kovo maalis maaliskuu maaliskuuta maart machi marca march marec maret maris mars \
  marso mart martie marto marts martxoa marzec marzo març março mashi mawrth márc március márta märts \
  märz ožujak ožujka μάρ μάρτιος μαρ μαρτίου бер березень березня мар март марта нау наурыз сак сакавік \
  сакавіка մարտ մարտի մրտ מרץ مارت مارس مارچ मार्च মার্চ ਮਾਰਚ માર્ચ மார் மார்ச் మార్చి ಮಾರ್ಚ್ മാർ \
  മാർച്ച് มีค มีนาคม ມນ ມີນາ ཟླ་བ་གསུམ་པ ཟླ་བ་གསུམ་པ་ မတ် მარ მარტი ማርች មីនា
abril afirilu aibreán apirila aprel april aprile aprili aprilie aprill aprilo apríl apríla aprīlis \
  avril balandis balandžio duben dubna ebrill ephreli huhti huhtikuu huhtikuuta kwiecień kwietnia nisan \
  prill travanj travnja április απρ απρίλιος απριλίου апр апрел апрель апреля април квіт квітень квітня \
  кра красавік красавіка сәу сәуір ապր ապրիլ ապրիլի אפריל אפר׳ آوریل أبريل ئاپرېل اپریل अप्रिल अप्रैल \
  एप्रि एप्रिल এপ্রি এপ্রিল ਅਪ੍ਰੈ ਅਪ੍ਰੈਲ એપ્રિલ ஏப் ஏப்ரல் ఏప్రి ఏప్రిల్ ಏಪ್ರಿ ಏಪ್ರಿಲ್ ഏപ്രി ഏപ്രിൽ เมย \
  เมษายน ມສ ເມສາ ཟླ་བ་བཞི་པ ཟླ་བ་བཞི་པ་ ဧပြီ აპრ აპრილი ኤፕሪ ኤፕሪል មេសា
beal bealtaine gegužė gegužės květen května maggio maiatza maig maijs maio maja majo mayo mayu mayıs \
  meyi mája május svibanj svibnja touko toukokuu toukokuuta μάι μάιος μαΐ μαΐου май мам мамыр мая мај \
  трав травень травня մայիս մայիսի մյս מאי مئی ماي مايو مه مۍ मई मे মে ਮਈ મે மே మే ಮೇ മേയ് พค พฤษภาคม \
  ພພ ພຶດສະພາ ཟླ་བ་ལྔ་པ ཟླ་བ་ལྔ་པ་ မေ მაი მაისი ሜይ ឧសភា
birž birželio birželis czerwca czerwiec ekaina giugno haziran hunyo iunie iyun iýun juin june junho \
  juni junie junij junio juny juuni júna június júní jūnijs kesä kesäkuu kesäkuuta lipanj lipnja \
  mehefin meith meitheamh qershor xuño yuni červen června ιουν ιουνίου ιούν ιούνιος июн июнь июня мау \
  маусым черв червень червня чэр чэрвень чэрвеня юни јун јуни հնս հունիս հունիսի יוני ئىيۇن جون يونيو \
  ژوئن जुन जून জুন ਜੂਨ જૂન ஜூன் జూన్ ಜೂನ್ ജൂൺ มิถุนายน มิย ມິຖ ມິຖຸນາ ཟླ་བ་དྲུག་པ ཟླ་བ་དྲུག་པ་ ဇွန် ივნ \
  ივნისი ጁን មិថុនា
gorff gorffennaf heinä heinäkuu heinäkuuta hulyo iulie iyul iúil iýul juil juillet julai julayi julho \
  juli julie julij julio juliol july juuli júla július júlí jūlijs korr korrik liep liepa liepos lipca \
  lipiec luglio srpanj srpnja temmuz uztaila xullo yuli července červenec ιουλ ιουλίου ιούλ ιούλιος июл \
  июль июля лип липень липня ліп ліпень ліпеня шіл шілде юли јул јули հլս հուլիս հուլիսի יולי ئىيۇل \
  جولائی جولای يوليو ژوئیه जुलाई जुलै जुल॰ জুল জুলাই ਜੁਲਾ ਜੁਲਾਈ જુલાઈ ஜூலை జులై ಜುಲೈ ജൂലൈ กค กรกฎาคม ກລ \
  ກໍລະກົດ ཟླ་བ་བདུན་པ ཟླ་བ་བདུན་པ་ ဇူ ဇူလိုင် ივლ ივლისი ጁላይ កក្កដា
abuztua agasti agost agosti agosto agusta agustus août august augusta augusti augusts augustus \
  augusztus avgust avqust awgust awst ağustos aŭgusto elokuu elokuuta gush gusht kolovoz kolovoza \
  lúnasa ogos rugp rugpjūtis rugpjūčio sierpień sierpnia srpen srpna ágúst αυγ αυγούστου αύγ αύγουστος \
  авг август августа жні жнівень жніўня серп серпень серпня там тамыз օգոստոս օգոստոսի օգս אוגוסט אוג׳ \
  أغسطس ئاۋغۇست اوت اګست اگست अगस्ट अगस्त अग॰ ऑग ऑगस्ट আগ আগস্ট ਅਗ ਅਗਸਤ ઑગસ્ટ ஆக ஆகஸ்ட் ఆగ ఆగస్టు ಆಗ \
  ಆಗಸ್ಟ್ ഓഗ ഓഗസ്റ്റ് สค สิงหาคม ສຫ ສິງຫາ ཟླ་བ་བརྒྱད་པ ཟླ་བ་བརྒྱད་པ་ ဩဂုတ် აგვ აგვისტო ኦገስ ኦገስት សីហា
eylül iraila medi mfómh rugs rugsėjis rugsėjo rujan rujna satumba sentabr sentyabr sentýabr sept \
  septemba septembar september septembra septembre septembrie septembris septembro septhemba septiembre \
  setembre setembro settembre setyembre shtator syys syyskuu syyskuuta szept szeptember wrzesień \
  września září σεπ σεπτέμβριος σεπτεμβρίου вер верасень верасня вересень вересня сен сент сентябр \
  сентябрь сентября сеп септембар септември қыр қыркүйек սեպ սեպտեմբեր սեպտեմբերի ספטמבר ספט׳ سبتمبر \
  ستمبر سپتامبر سپتمبر سېنتەبىر سېپتمبر सप्टें सप्टेंबर सितंबर सित॰ सेप्टेम्बर সেপ সেপ্ট সেপ্টেম্বর ਸਤੰ \
  ਸਤੰਬਰ સપ્ટે સપ્ટેમ્બર செப் செப்டம்பர் సెప్టెం సెప్టెంబర్ ಸೆಪ್ಟೆಂ ಸೆಪ್ಟೆಂಬರ್ സെപ്റ്റം സെപ്റ്റംബർ กย \
  กันยายน ກຍ ກັນຍາ ཟླ་བ་དགུ་པ ཟླ་བ་དགུ་པ་ စက် စက်တင်ဘာ სექ სექტემბერი ሴፕቴ ሴፕቴምበር កញ្ញា
dfómh ekim hydref loka lokakuu lokakuuta october octobre octombrie octubre oktabr okthoba oktoba \
  oktobar oktober oktobris oktobro oktoober oktubre oktyabr október októbra oktýabr ottobre outubro \
  październik października spal spalio spalis tetor urria říjen října οκτ οκτωβρίου οκτώβριος жовт \
  жовтень жовтня кас кастрычнік кастрычніка окт октобар октомври октябр октябрь октября қаз қазан հոկ \
  հոկտեմբեր հոկտեմբերի אוקטובר אוק׳ أكتوبر ئۆكتەبىر اکتبر اکتوبر अक्टूबर अक्टू॰ अक्टोबर ऑक्टो ऑक्टोबर \
  অক্টো অক্টোবর ਅਕਤੂ ਅਕਤੂਬਰ ઑક્ટો ઑક્ટોબર அக் அக்டோபர் అక్టో అక్టోబర్ ಅಕ್ಟೋ ಅಕ್ಟೋಬರ್ ഒക്ടോ ตค ตุลาคม ຕລ \
  ຕຸລາ ཟླ་བ་བཅུ་པ ཟླ་བ་བཅུ་པ་ အောက် အောက်တိုဘာ ოქტ ოქტომბერი ኦክቶ ኦክቶበር តុលា
azaroa kasım lapkr lapkritis lapkričio listopadu marras marraskuu marraskuuta nobyembre noiembrie \
  novemba novembar november novembra novembre novembris novembro noviembre noyabr noýabr nuwamba nëntor \
  nóvember samh samhain studeni studenoga tach tachwedd νοέ νοέμβριος νοε νοεμβρίου лист листопад \
  листопада ліс лістапад лістапада нов новембар ное ноември ноя нояб ноябр ноябрь ноября қар қараша նոյ \
  նոյեմբեր նոյեմբերի נובמבר נוב׳ نوامبر نوفمبر نومبر نويابىر नवंबर नव॰ नोभेम्बर नोव्हें नोव्हेंबर নভে \
  নভেম্বর ਨਵੰ ਨਵੰਬਰ નવે નવેમ્બર நவ நவம்பர் నవం నవంబర్ ನವೆಂ ನವೆಂಬರ್ നവം നവംബർ พย พฤศจิกายน ພຈ ພະຈິກ \
  ཟླ་བ་བཅུ་གཅིག་པ ཟླ་བ་བཅུ་གཅིག་པ་ နို နိုဝင်ဘာ ნოე ნოემბერი ኖቬም ኖቬምበር វិច្ឆិកា
abendua aralık decembar december decembra decembrie decembris decembro dekabr desemba desember \
  desembre dets detsember dezember dezembro dhjetor dicembre diciembre disamba disemba disember \
  disyembre décembre grudnia grudzień gruod gruodis gruodžio joulu joulukuu joulukuuta noll nollaig \
  prosinac prosinca prosince prosinec rhag rhagfyr δεκ δεκέμβριος δεκεμβρίου груд грудень грудня дек \
  декабр декабрь декабря декември дец децембар жел желтоқсан сне снежань снежня դեկ դեկտեմբեր \
  դեկտեմբերի דצמבר דצמ׳ دسامبر دسمبر ديسمبر دېكابىر डिसें डिसेंबर डिसेम्बर दिसंबर दिस॰ ডিসে ডিসেম্বর \
  ਦਸੰ ਦਸੰਬਰ ડિસે ડિસેમ્બર டிச டிசம்பர் డిసెం డిసెంబర్ ಡಿಸೆಂ ಡಿಸೆಂಬರ್ ഡിസം ഡിസംബർ ธค ธันวาคม ທວ ທັນວາ \
  ཟླ་བ་བཅུ་གཉིས་པ ཟླ་བ་བཅུ་གཉིས་པ་ ဒီ ဒီဇင်ဘာ დეკ დეკემბერი ዲሴም ዲሴምበር ធ្នូ
"""
