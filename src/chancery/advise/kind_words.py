"""Words that say what a number is a number of: currencies, shares, units, what became of people, up and down. Written by us.

In the tables "_" stands for a space, and a word that ends in "-" for every word that begins so. A language without a line
is one whose numbers are of no kind that we know.
"""

_DOLLARS = "USD CAD AUD NZD HKD SGD TWD"
_PESOS = "MXN ARS CLP COP UYU PHP CUP DOP"

CURRENCIES = {
    words: frozenset(codes.split())
    for codes, words in (
        (f"{_DOLLARS} {_PESOS}", "$"),
        (_DOLLARS, "dollar- dólar- доллар- đô_la đô-la đôla دولار- ดอลลาร์"),
        ("USD", "USD US$ us_dollar- đô_la_mỹ đô-la_mỹ دولار_أمريكي 美元 美金"),
        ("CAD", "CAD C$"),
        ("AUD", "AUD A$"),
        ("HKD", "HKD HK$"),
        ("EUR", "EUR € euro- евро يورو 欧元 歐元 ユーロ"),
        ("GBP EGP SYP LBP SDG SSP", "pound- livre- libra- фунт- bảng جنيه-"),
        ("GBP", "GBP £ sterling livre-_sterling libra-_esterlina- фунт-_стерлингов bảng_anh جنيه_إسترليني 英镑 英鎊"),
        ("JPY CNY", "¥ ￥"),
        ("JPY", "JPY yen yens yenes иен- йен- yên 日元 日圆"),
        ("CNY", "CNY RMB yuan- renminbi юан- nhân_dân_tệ يوان 人民币 人民幣"),
        ("VND", "VND ₫ đồng донг-"),
        ("RUB BYN", "рубл- rouble- ruble- rublo- rúp روبل"),
        ("RUB", "RUB ₽"),
        ("INR PKR LKR NPR IDR", "rupee- roupie- rupia- рупи- روبية"),
        ("INR", "INR ₹"),
        ("KRW", "KRW ₩"),
        ("THB", "THB ฿ baht бат бата батов บาท"),
        ("CHF XAF XOF CDF GNF RWF BIF DJF KMF", "franc francs franco francos франк- فرنك"),
        ("CHF", "CHF swiss_franc- francs_suisses francos_suizos"),
        (_PESOS, "peso- песо"),
        ("DZD TND LYD IQD JOD KWD BHD RSD", "dinar- динар- دينار-"),
        ("AED MAD", "dirham- дирхам- درهم دراهم"),
        ("SAR QAR YER OMR IRR", "riyal- rial- риал- ريال-"),
        ("TRY", "TRY lira liras лир лиры ليرة"),
        ("KES TZS UGX SOS", "shilling- шиллинг- شلن"),
        ("KZT", "KZT tenge тенге"),
        ("PLN", "PLN zloty- złoty- злот-"),
        ("UAH", "UAH hryvnia- гривен гривн-"),
        ("BRL", "BRL R$ reais"),
        ("ZAR", "ZAR rand rands"),
    )
}
"""The currencies (ISO 4217) that a sign or word may stand for: "pounds" is at odds with euros, and not with £."""
NO_MONEY = "đồng_chí đồng_minh đồng_nghiệp đồng_bào đồng_phạm đồng_đội đồng_hồ đồng_bằng"
"""Words that begin as a currency does and are none."""

SHARES = {
    "percentage points": """percentage_point- percent_point- points_de_pourcentage point_de_pourcentage puntos_porcentuales
        punto_porcentual pontos_percentuais punti_percentuali prozentpunkt- điểm_phần_trăm процентн-_пункт- п.п. نقطة_مئوية
        نقاط_مئوية نقطتين_مئويتين نقطتان_مئويتان 个百分点 個百分點 pp""",
    "percent": """% ٪ ％ percent per_cent pct pour_cent por_ciento por_cento per_cento prozent phần_trăm процент- в_المئة
        في_المئة في_المائة بالمئة بالمائة persen เปอร์เซ็นต์ パーセント""",
}

UNITS = {
    "tonnes": "t tonne- ton tons metric_ton- tonelada- tấn тонн- طن طنا طنًا أطنان 吨 噸",
    "kilograms": "kg kilo kilos kilogram- kilogramme- kilogramo- quilo- кг килограмм- كيلوغرام-",
    "barrels": "bbl barrel- baril- barril- thùng_dầu thùng баррел- برميل- براميل 桶",
    "litres": "litre- liter- litro- lít литр- لتر- 升",
    "kilometres": "km kilometre- kilometer- kilomètre- kilómetro- ki-lô-mét cây_số км километр- كيلومتر- كلم 公里",
    "miles": "mile miles millas dặm миль мили ميل أميال",
    "metres": "m metre- meter- mètre- metro metros mét м метр метра метров метры متر مترا مترًا أمتار",
    "feet": "ft foot feet pieds pies фут-",
    "centimetres": "cm centimetre- centimeter- centimètre- centímetro- xen-ti-mét см сантиметр- سنتيمتر-",
    "square metres": "m² m2 square_metre- square_meter- mètres_carrés metros_cuadrados mét_vuông кв._м متر_مربع",
    "cubic metres": "m³ m3 cubic_metre- cubic_meter- mètres_cubes metros_cúbicos mét_khối кубометр- متر_مكعب",
    "square kilometres": "km² km2 square_kilomet- kilomètres_carrés kilómetros_cuadrados كيلومتر_مربع",
    "hectares": "ha hectare- hectárea- héc-ta hecta га гектар- هكتار- 公顷",
    "acres": "acre acres",
    "megawatts": "MW megawatt- mégawatt- megavatio- мвт мегаватт- ميغاواط- 兆瓦",
    "gigawatts": "GW gigawatt- gigavatio- гвт гигаватт- غيغاواط-",
    "megawatt-hours": "MWh megawatt-hour- мвт·ч",
    "hours": "hour- heure- hora horas giờ час часа часов ساعة ساعات",
    "days": "day days jour jours día días ngày день дня дней يوم يوما يومًا أيام 天",
    "weeks": "week weeks semaine semaines semana semanas tuần недел- أسبوع أسابيع",
    "months": "month months mois mes meses tháng месяц- شهر شهرا شهور أشهر",
    "years": "year years ans année années año años năm год года лет سنة سنوات عام عاما أعوام 年",
}
"""What measures. In every language: a word of one of them that means something else in another is left out."""

THINGS = {
    "people": {
        "en": """people persons passengers workers employees soldiers troops officers policemen fishermen sailors crewmen
            seafarers
            residents villagers students pupils children women men girls boys migrants refugees civilians farmers nationals
            citizens tourists travellers miners journalists protesters demonstrators drivers patients hostages guests
            firefighters
            inhabitants voters teachers nurses doctors""",
        "fr": """personne- habitant- passager- ouvrier- ouvrière- salarié- soldat- militaires policiers agents pêcheurs marins
            élèves étudiants enfants femmes hommes migrants réfugiés civils agriculteurs ressortissants citoyens touristes
            mineurs
            journalistes manifestants passants soignants""",
        "es": """persona- habitante- pasajero- trabajador- obrero- empleado- soldado- militares policías agentes pescadores
            marineros alumnos estudiantes niños niñas mujeres hombres migrantes refugiados civiles agricultores ciudadanos
            nacionales turistas mineros periodistas manifestantes vecinos viajeros""",
        "vi": """người công_nhân hành_khách ngư_dân công_dân thuyền_viên thủy_thủ binh_sĩ cảnh_sát học_sinh sinh_viên
            trẻ_em phụ_nữ
            nông_dân du_khách người_dân cư_dân nạn_nhân nhà_báo lao_động""",
        "ru": """человек человека людей чел. жител- пассажир- рабоч- сотрудник- солдат- военнослужащ- полицейск- рыбак- моряк-
            студент- школьник- детей женщин- мужчин- мигрант- беженц- граждан граждане фермер- турист- шахтёр- шахтер-
            журналист-""",
        "ar": """شخص- أشخاص نسمة راكب- ركاب عامل- عمال جندي- جنود صياد- صيادين بحار- بحارة طالب- طلاب تلميذ- طفل- أطفال
            امرأة نساء رجل-
            مهاجر- لاجئ- مدني- مواطن- سائح- سياح سكان مزارع-""",
    },
    "ships": {
        "en": "ships vessels boats ferries barges tankers trawlers freighters",
        "fr": "navire- bateau- cargo- ferries pétrolier- chalutier- embarcation- vedettes",
        "es": "barco- buque- lancha- embarcacion- embarcación petrolero- pesqueros",
        "vi": "tàu tàu_cá tàu_hàng thuyền phà",
        "ru": "судно судна судов суда судах судами корабл- лодк- лодок танкер- паром- катер-",
        "ar": "سفينة سفن قارب- قوارب زورق- زوارق ناقلات عبّارات",
    },
    "aircraft": {
        "en": "aircraft planes aeroplanes airplanes helicopters drones jets",
        "fr": "avion- hélicoptère- drone-",
        "es": "avion- avión helicóptero- dron drones aeronave-",
        "vi": "máy_bay trực_thăng",
        "ru": "самолёт- самолет- вертолёт- вертолет- беспилотник-",
        "ar": "طائرة طائرات مروحية مروحيات",
    },
    "vehicles": {
        "en": "vehicles cars trucks lorries buses wagons coaches",
        "fr": "véhicule- voiture- camion- wagon-",
        "es": "vehículo- coche- camion- camión vagones autobuses",
        "vi": "xe xe_tải xe_buýt ô_tô toa",
        "ru": "машин- автомобил- грузовик- автобус- вагон-",
        "ar": "مركبة مركبات سيارة سيارات شاحنة شاحنات حافلة حافلات",
    },
    "containers": {
        "en": "containers",
        "fr": "conteneur-",
        "es": "contenedor-",
        "vi": "container công-ten-nơ công_ten_nơ",
        "ru": "контейнер-",
        "ar": "حاوية حاويات",
    },
    "houses": {
        "en": "houses homes dwellings",
        "fr": "maison- logement-",
        "es": "casa casas vivienda-",
        "vi": "ngôi_nhà căn_nhà",
        "ru": "дом дома домов",
        "ar": "منزل- منازل بيوت",
    },
    "schools": {
        "en": "schools",
        "fr": "écoles",
        "es": "escuelas",
        "vi": "trường_học trường_tiểu_học",
        "ru": "школ школы",
        "ar": "مدرسة مدارس",
    },
}
"""What is counted, by language. In English the plural only: of "ten boat crews" the boats are not counted."""

FATES = {
    "the dead": {
        "en": """dead died killed kills killing deaths death_toll fatalities
            perished drowned bodies
            lost_their_lives lives_lost fatal""",
        "fr": "mort- tué- tuant décès décédé- noyé- victimes_mortelles perdu_la_vie",
        "es": "muert- mató mataron murieron murió fallecid- fallecieron víctimas_mortales ahogad- perdieron_la_vida",
        "vi": "chết thiệt_mạng tử_vong tử_nạn qua_đời hy_sinh",
        "ru": "погиб- умер- убит- смерт- жертв- жизни утонул-",
        "ar": "قتيل- قتلى قتل- قُتل- مقتل لقي- وفاة وفيات توفي- مصرع بحياة لقوا حتفهم",
    },
    "the injured": {
        "en": "injured injuring wounded wounding injuries hurt hospitalised hospitalized taken_to_hospital still_in_hospital",
        "fr": "blessé- blesse- hospitalisé- transporté-",
        "es": "herid- lesionad- hospitalizad- trasladad-",
        "vi": "bị_thương thương_tích nhập_viện nằm_viện cấp_cứu",
        "ru": "ранен- пострада- травм- госпитализ- в_больнице в_больницу",
        "ar": "جريح- جرحى أصيب- إصابة أصابت إصابات مصاب- بجروح نُقلوا نقلوا",
    },
    "the missing": {
        "en": "missing unaccounted_for not_been_found disappeared",
        "fr": "disparu- introuvable-",
        "es": "desaparecid- desaparecieron",
        "vi": "mất_tích chưa_tìm_thấy",
        "ru": "пропал- пропавш- без_вести",
        "ar": "مفقود- المفقودين المفقودون فُقد- فقد",
    },
    "the rescued": {
        "en": """rescued saved survived survivors evacuated displaced safe hospitalised hospitalized taken_to_hospital
            still_in_hospital""",
        "fr": "secouru- hospitalisé- transporté- sauvé- survivant- rescapé- évacué- déplacé- sains_et_saufs indemnes",
        "es": "rescatad- hospitalizad- trasladad- salvad- supervivient- sobrevivi- evacuad- desplazad- a_salvo",
        "vi": "được_cứu nhập_viện nằm_viện cấp_cứu cứu_sống cứu_hộ sống_sót an_toàn sơ_tán",
        "ru": "госпитализ- в_больнице в_больницу спасли спасен- спасён- спасти выжил- выживш- эвакуир- вывез-",
        "ar": "نُقلوا نقلوا أنقذ- إنقاذ نجا- ناج- أُجلي- إجلاء أجلت",
    },
    "the arrested": {
        "en": "arrested detained arrests captured",
        "fr": "arrêté- arrestation- interpellé- interpellation-",
        "es": "detenid- detuvo detuvieron arrestad-",
        "vi": "bắt_giữ bị_bắt tạm_giữ công_an_bắt cảnh_sát_bắt",
        "ru": "арестов- задержа-",
        "ar": "اعتقل- اعتقال أوقف- توقيف معتقل-",
    },
}
"""What became of the people counted, by language."""

WAYS = {
    "up": {
        "en": """rise rises rose risen rising raised increase- grow grows grew grown growing growth climb- gain gains
            gained gaining
            jump- surge- soar- expanded widened up""",
        "fr": "augment- hausse- croît croiss- progress- grimp- bond- relev- gagne- accru-",
        "es": "aument- sube suben subi- subió crece- creci- crecen alza alzas gana ganan ganó ganaron increment-",
        "vi": "tăng nâng",
        "ru": "вырос- выраст- возрос- рост роста ростом повы- увелич- подорожа- подня-",
        "ar": "ارتفع- ارتفاع زاد- زيادة بزيادة صعد- نما نمو يرتفع ترتفع",
    },
    "down": {
        "en": """fall falls fell fallen falling drop- decline- declining decrease- shrink- shrank slip slipped slips slump- sank
            tumbl- plunge- reduc- cut cuts lower lowered lost contracted narrowed down""",
        "fr": "baiss- recul- chut- diminu- réduit- rédui- perd- repli- céd- contract-",
        "es": """baja bajan bajó bajar- cae caen caída- cayó cayeron caer- descen- descien- disminu- reduc- reduj- perdió
            perdieron
            pierde retroce- contraj-""",
        "vi": "giảm sụt hạ",
        "ru": "упал- паден- сниж- снизи- сократ- сокращ- уменьш- подешев- спад",
        "ar": "انخفض- انخفاض تراجع- هبط- هبوط ينخفض تنخفض يتراجع تقلص",
    },
}
"""The way a figure went, by language."""

MORE = {
    "up": {"en": "more higher", "fr": "de_plus", "es": "más", "vi": "cao_hơn", "ru": "больше выше", "ar": "أعلى"},
    "down": {"en": "less lower fewer", "fr": "de_moins", "es": "menos", "vi": "thấp_hơn", "ru": "меньше ниже", "ar": "أقل"},
}
"""The way a figure went, told after it: "5 per cent more"; before it, "more than" is no direction."""

LEVELS = {
    "en": "to from at",
    "fr": "à jusqu'à",
    "es": "a al hasta",
    "vi": "lên xuống còn từ đạt mức tới đến",
    "ru": "до с",
    "ar": "إلى من",
}
"""Before a number: the height a figure has reached, not how far it went ("fell to 4%", "fell 4%")."""

WHOLES = {
    "en": "of_the of_its of_their out_of",
    "fr": "des sur",
    "es": "de_los de_las",
    "vi": "trong_số trong_tổng_số",
    "ru": "из",
    "ar": "من_أصل من_بين",
}
"""Before a number: it is the whole of which another is told ("26 of the 38 survived")."""

STOPS = {
    "en": "in on at from by with to for were was are is had have has who that as per a an the of and or but than",
    "fr": "dans en sur à au aux par pour avec qui ont sont a est du des le la les un une et ou mais que selon",
    "es": "en a por para con que son fue fueron del los las el la un una y o pero según",
    "vi": "ở tại trên từ cho với đã của trong là và nhưng bị được do",
    "ru": "в на из от для с по о к у за и но а",
    "ar": "في من على إلى عن التي الذي",
}
"""Words beyond which what follows a number is no longer what it counts."""

BREAKS = {
    "en": "and but while whereas though",
    "fr": "et mais tandis alors",
    "es": "y e pero mientras",
    "vi": "và nhưng trong_khi",
    "ru": "и а но",
    "ar": "فيما بينما",
}
"""Words that part two statements of one sentence."""

NEGATIONS = {
    "en": "no not none nobody never without neither",
    "fr": "ne n'a n'ont n'est n'était pas aucun- ni sans",
    "es": "no ningun- ningún ni sin nadie",
    "vi": "không chưa chẳng",
    "ru": "не ни нет никто без",
    "ar": "لم لن ليس ليست دون",
}
