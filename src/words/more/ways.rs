//! What is said of the other ways: the channels side by side, how late one may file, what would make the answer a yes.

sayings! {
    /// What is said of the other ways: the channels side by side, how late one may file, what would make the answer a yes.
    Ways, WAYS:
    race_first {
        "Нәтиже ең ерте мына тәсілмен дайын болады: {channels}.",
        "Быстрее всего будет готово этим способом: {channels}.",
        "Ready first: {channels}."
    }
    race_first_known {
        "Күні белгілі тәсілдердің ішінде нәтиже ең ерте мына тәсілмен дайын болады: {channels}.",
        "Из способов, для которых день известен, быстрее всего будет готово этим: {channels}.",
        "Of the ways whose day is known, ready first: {channels}."
    }
    race_equal {
        "Нәтиже мына тәсілдермен бірдей уақытта дайын болады: {channels}.",
        "Одинаково скоро будет готово этими способами: {channels}.",
        "Ready equally soon: {channels}."
    }
    race_equal_known {
        "Күні белгілі тәсілдердің ішінде нәтиже мына тәсілдермен бірдей уақытта дайын болады: {channels}.",
        "Из способов, для которых день известен, одинаково скоро будет готово этими: {channels}.",
        "Of the ways whose day is known, ready equally soon: {channels}."
    }
    race_sooner {
        "Мұнда құжатты келесі тәсілге қарағанда ертерек қабылдайды.",
        "Документы примут раньше, чем следующим способом.",
        "It accepts your documents sooner than the next way."
    }
    race_shorter {
        "Мұның мерзімі келесі тәсілге қарағанда қысқа.",
        "Срок короче, чем у следующего способа.",
        "Its term is shorter than that of the next way."
    }
    race_no_date {
        "Әзірге бірде-бір тәсіл бойынша күнді айта алмаймыз.",
        "Ни для одного способа пока нельзя назвать день.",
        "For no way can a date be named yet."
    }
    race_documents {
        "Керек құжаттар: {documents}.",
        "Нужные документы: {documents}.",
        "Documents you need: {documents}."
    }
    day_excluded {
        "Ереже бойынша құжат қабылданған күн мерзімге кірмейді.",
        "По правилам день приёма в срок не входит.",
        "The rules say that the day of acceptance is not in the term."
    }
    day_silent {
        "Құжат қабылданған күн мерзімге кіре ме — ережеде жазылмаған; біз келесі күннен бастап санаймыз.",
        "В правилах не сказано, входит ли день приёма в срок; считаем со следующего дня.",
        "The rules do not say whether the day of acceptance is in the term; we count from the next day."
    }
    no_visits {
        "Өзіңіз бармайсыз.",
        "Приходить не нужно.",
        "You need not come in person."
    }
    no_visit_to_file {
        "Өтініш беру үшін бармайсыз.",
        "Чтобы подать заявление, приходить не нужно.",
        "You need not come to apply."
    }
    visits_unknown {
        "Нәтижені алуға неше рет баратыныңыз белгісіз.",
        "Сколько раз приходить за результатом, неизвестно.",
        "How many times you come to collect the result is not known."
    }
    file_until {
        "Өтінішті осы уақыттан кешіктірмей беріңіз: {at.week}.",
        "Подайте не позже этого времени: {at.week}.",
        "Apply no later than: {at.week}."
    }
    too_late {
        "Енді үлгермейді: өтінішті қазір берсеңіз де, дайын болатын соңғы күн: {day.week}.",
        "Уже не успеть: даже если подать сейчас, готово будет только к {day}.",
        "That is no longer possible: even if you apply now, the last ready day is {day.week}."
    }
    tomorrow_no_later {
        "Өтінішті келесі қабылдау күні берсеңіз де ({at.week}), нәтиже бұдан кешікпейді: {day.week}.",
        "Если подать на следующий день ({at.week}), готово будет не позже: {day.week}.",
        "If you apply on the next day ({at.week}), it is ready no later: {day.week}."
    }
    tomorrow_later {
        "Өтінішті келесі қабылдау күні берсеңіз ({at.week}), нәтиже кешірек дайын болады: {day.week}.",
        "Если подать на следующий день ({at.week}), готово будет позже: {day.week}.",
        "If you apply on the next day ({at.week}), it is ready later: {day.week}."
    }
    tomorrow_no_date {
        "Өтінішті келесі қабылдау күні берсеңіз ({at.week}), дайын болатын күнді айта алмаймыз.",
        "Если подать на следующий день ({at.week}), дня готовности нет.",
        "If you apply on the next day ({at.week}), there is no date."
    }
    way_wait {
        "Күте тұруға болады: кейінірек бұл қызметті ала аласыз.",
        "Можно подождать: позже вы сможете получить услугу.",
        "You can wait: later you can get the service."
    }
    way_untold {
        "{changes} деп жауап берсеңіз, қызметті ала аласыз.",
        "Услугу можно получить, если вы ответите {changes}.",
        "You can get the service if you answer {changes}."
    }
    way_beyond {
        "Жағдай басқаша болып, {changes} деп жауап берсеңіз, шешім «иә» болар еді.",
        "При других обстоятельствах, если бы вы могли ответить {changes}, решение было бы «да».",
        "In other circumstances, if you could answer {changes}, the decision would be a yes."
    }
    way_first_day {
        "Бірінші күні: {day.week}.",
        "Первый день: {day.week}.",
        "The first day: {day.week}."
    }
    ways {
        "Өтініш берудің барлық тәсілін салыстыру",
        "Сравнить все способы подать",
        "Compare all the ways to apply"
    }
    ways_hint {
        "Мұнда аталған құжаттардың бәрін апарасыз деп есептейміз.",
        "Здесь мы считаем, что вы принесёте все названные документы.",
        "Here we take it that you bring all the documents named."
    }
    see_this_way {
        "Осы тәсілдің жауабын көру",
        "Показать ответ для этого способа",
        "See the answer for this way"
    }
    needed_by {
        "Нәтиже белгілі бір күнге керек пе?",
        "Результат нужен к определённому дню?",
        "Do you need the result by a certain day?"
    }
    needed_day {
        "Қай күнге керек?",
        "К какому дню нужен?",
        "By which day do you need it?"
    }
}
