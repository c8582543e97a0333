//! What the leaflets say: the pages of the rules themselves, written when the app is built.

sayings! {
    /// What the leaflets say beside the labels and phrases of the app.
    Leaflet, LEAFLET:
    kind { "Құжаттар мен мерзім", "Документы и сроки", "Documents and terms" }
    description {
        "{service}: қандай құжат керек, қайда тапсырасыз, қанша күнде дайын болады, негізі қай актіде.",
        "{service}: какие нужны документы, куда их подать, за сколько дней всё будет готово и на каком акте это основано.",
        "{service}: which documents are needed, where to apply, how long it takes, and the acts behind it."
    }
    start_description {
        "Білім беру саласындағы жеті мемлекеттік қызмет: әрқайсысына қандай құжат керек, мерзімі қанша, негізі қай актіде.",
        "Семь государственных услуг в образовании: какие нужны документы, какой срок и на каком акте это основано.",
        "Seven public education services: which documents each needs, how long it takes, and the acts behind it."
    }
    open_app {
        "Қосымшаны ашу: ол құжаттарыңызды тексеріп, күнді санайды",
        "Открыть приложение: оно проверит документы и посчитает день",
        "Open the app: it checks your documents and counts the day"
    }
    needs_scripts {
        "Қосымшаға JavaScript пен WebAssembly керек, ал бұл бет оларсыз да ашылады.",
        "Приложению нужны JavaScript и WebAssembly, а эта страница открывается и без них.",
        "The app needs JavaScript and WebAssembly; this page opens without them."
    }
    reference {
        "Бұл бетте ереженің өзі жазылған. Бет құжаттарыңызды тексермейді, дайын болатын күнді уәде етпейді.",
        "Здесь записаны сами правила. Страница не проверяет ваши документы и не обещает день готовности.",
        "This page gives the rules themselves. It does not check your documents and promises no ready date."
    }
    all_services { "Барлық қызмет", "Все услуги", "All services" }
    contents { "Бұл бетте", "На этой странице", "On this page" }
    open_data { "Ашық деректер", "Открытые данные", "Open data" }
    data_calendar { "күнтізбе", "календарь", "the calendar" }
    data_acts { "актілер", "акты", "the acts" }
    data_service { "осы қызметтің деректері", "данные этой услуги", "the facts of this service" }
    data_index { "қызметтер тізімі", "список услуг", "the list of services" }

    // The span of validity, as far as it is known.
    standing_yes {
        "біз көрген актілер бойынша күшінде",
        "по актам, которые мы видели, действуют",
        "in force by the acts that we saw"
    }
    standing_unsure { "күшінде екені нақты емес", "неясно, действуют ли", "not certain to be in force" }
    standing_no { "күші жойылған", "утратили силу", "repealed" }
    in_force {
        "Біз көрген актілер бойынша бұл ереже {day.loc} күшінде болған. Кейін өзгеруі мүмкін: бармас бұрын сұрап алыңыз.",
        "По актам, которые мы видели, {day} эти правила действовали. Потом они могли измениться: спросите, прежде чем идти.",
        "By the acts that we saw, these rules were in force on {day}. They may have changed since: ask before you go."
    }
    in_force_unsure {
        "Бұл ереже {day.loc} күшінде болды ма — нақты белгісіз. Бармас бұрын сұрап алыңыз.",
        "Точно неизвестно, действовали ли эти правила {day}. Спросите, прежде чем идти.",
        "It is not certain that these rules were in force on {day}. Ask before you go."
    }
    not_in_force {
        "Бұл ереженің күші жойылған. Ол тек анықтама үшін берілді, қазіргі құқығыңызды анықтамайды.",
        "Эти правила утратили силу. Они даны только для справки и не решают, на что вы имеете право сейчас.",
        "These rules have been repealed. They are given for reference only and do not decide your rights today."
    }
    not_before { "Күшіне {day.abl} ерте енбеген.", "Вступили в силу не раньше {day}.", "In force no earlier than {day}." }
    surely_from { "{day.abl} бастап анық күшінде.", "С {day} действуют точно.", "Surely in force from {day}." }
    surely_was {
        "{day.abl} бастап анық күшінде болған.",
        "С {day} точно действовали.",
        "They were surely in force from {day}."
    }
    repeal_not_before { "Күші {day.abl} ерте жойылмаған.", "Отменены не раньше {day}.", "Repealed no earlier than {day}." }
    surely_ended { "{day.abl} бастап анық күшінде емес.", "С {day} точно не действуют.", "Surely no longer in force from {day}." }
    bound_follows {
        "Құжаттың өзінде бұл күн жазылмаған: ол басқа мәтіндерден шығады.",
        "В самом документе этой даты нет: она следует из других текстов.",
        "The document itself does not give this day: it follows from other texts."
    }
    one_region {
        "Бұл ереже бір ғана өңірде қолданылады: {place}.",
        "Эти правила действуют только в одном регионе: {place}.",
        "These rules apply in one region only: {place}."
    }
    five_days {
        "Жұмыс күндері дүйсенбіден жұмаға дейін саналады.",
        "Рабочие дни считают с понедельника по пятницу.",
        "Working days are counted Monday to Friday."
    }
    six_days {
        "Жұмыс күндері дүйсенбіден сенбіге дейін саналады.",
        "Рабочие дни считают с понедельника по субботу.",
        "Working days are counted Monday to Saturday."
    }
    standard { "Сүйенетін стандарты", "На каком стандарте основано", "The standard it rests on" }

    // The right and the refusal.
    right { "Кімнің құқығы бар", "Кто имеет право", "Who has the right" }
    grounds { "Бас тарту негіздері", "Основания для отказа", "Grounds for refusal" }
    no_grounds {
        "Бізде бар мәтінде бас тарту негіздері аталмаған.",
        "В тексте, который у нас есть, основания для отказа не названы.",
        "The text that we have names no grounds for refusal."
    }
    hearing_first {
        "Негіз табылса, алдымен сізді тыңдауға шақырады, содан кейін ғана шешеді.",
        "Если основание найдут, вас сначала пригласят на заслушивание и только потом решат.",
        "If a ground is found, you are first invited to a hearing, and only then is it decided."
    }
    refuse_service {
        "Негіз табылса, қызметтен бас тартып, себебін жазып береді.",
        "Если основание найдут, в услуге откажут и напишут почему.",
        "If a ground is found, the service is refused and they write why."
    }
    elsewhere { "Басқа жерге баратын жағдай", "Когда идти в другое место", "When to go elsewhere" }
    forms { "Қосымшалардағы үлгілер", "Бланки из приложений", "Forms in the annexes" }

    // The desk.
    hours { "Қашан қабылдайды", "Когда принимают", "When it accepts" }
    queue { "Кезекте күту, ең көбі: {span}.", "Ждать в очереди, самое большее: {span}.", "Waiting in the queue, at most: {span}." }
    serving { "Қызмет көрсету, ең көбі: {span}.", "Обслуживание, самое большее: {span}.", "Being served, at most: {span}." }
    collect {
        "Нәтижені алу үшін бөлек барасыз.",
        "За результатом нужно прийти отдельно.",
        "You come separately to collect the result."
    }
    collect_not {
        "Нәтижені алу үшін бөлек бармайсыз.",
        "Отдельно приходить за результатом не нужно.",
        "You need not come separately to collect the result."
    }

    // Documents and their conditions.
    always { "Әрдайым керек.", "Этот документ нужен всегда.", "Always needed." }
    asked_when { "Мына жағдайда сұралады:", "Этот документ нужен в таком случае:", "Asked for in this case:" }
    in_case { "Бұл мына жағдайға қатысты:", "Это относится к такому случаю:", "This concerns this case:" }
    nearest_list { "Сол тізімді көру", "Посмотреть тот список", "See that list" }
    valid_for {
        "Жарамдылық мерзімі — {span}, мына күннен саналады: {fact}.",
        "Срок годности — {span}, считая с этого дня: {fact}.",
        "Valid for {span}, counted from this day: {fact}."
    }
    not_valid_when { "Мына жағдайда жарамсыз:", "Документ не годится в таком случае:", "Not valid in this case:" }
    all_of { "Мұның бәрі қатар орындалғанда:", "Когда верно всё это:", "When all of this is so:" }
    any_of { "Мұның кемінде біреуі орындалғанда:", "Когда верно хотя бы одно:", "When at least one of these is so:" }
    is_not { "{fact} — мынадан басқасы: {values}", "{fact} — любое, кроме: {values}", "{fact} — anything but: {values}" }
    has { "мына құжат тапсырылса: {name}", "подан документ {name}", "the document {name} is handed in" }
    has_not { "мына құжат тапсырылмаса: {name}", "документ {name} не подан", "the document {name} is not handed in" }
    filed_from {
        "құжат {day.loc} немесе одан кейін қабылданса",
        "документы приняты {day} или позже",
        "the documents are accepted on {day} or later"
    }
    filed_before {
        "құжат {day.abl} бұрын қабылданса",
        "документы приняты раньше {day}",
        "the documents are accepted before {day}"
    }
    filed_between {
        "құжат жылдың мына күндері қабылданса: {first}–{last}",
        "документы приняты в эти дни года: {first}–{last}",
        "the documents are accepted on these days of the year: {first}–{last}"
    }
    filed_outside {
        "құжат жылдың мына күндерінен тыс қабылданса: {first}–{last}",
        "документы приняты вне этих дней года: {first}–{last}",
        "the documents are accepted outside these days of the year: {first}–{last}"
    }
    filed_since {
        "құжат мына күні немесе одан кейін қабылданса: {name}",
        "документы приняты в этот день или позже: {name}",
        "the documents are accepted on this day or later: {name}"
    }
    filed_earlier {
        "құжат мына күннен бұрын қабылданса: {name}",
        "документы приняты раньше этого дня: {name}",
        "the documents are accepted before this day: {name}"
    }
    filed_by {
        "құжат мына күннен кешікпей қабылданса: {name}",
        "документы приняты не позже этого дня: {name}",
        "the documents are accepted no later than this day: {name}"
    }
    filed_later {
        "құжат мына күннен кейін қабылданса: {name}",
        "документы приняты после этого дня: {name}",
        "the documents are accepted after this day: {name}"
    }
    fact_after { "{fact} мына күннен кейін болса: {name}", "{fact} — после этого дня: {name}", "{fact} is after this day: {name}" }
    fact_not_after {
        "{fact} мына күннен кейін болмаса: {name}",
        "{fact} — не позже этого дня: {name}",
        "{fact} is not after this day: {name}"
    }

    // Terms and milestones.
    term { "Мерзім", "Срок", "Term" }
    first_that_fits {
        "Бірнеше мерзім бар: жоғарыдан санағанда бірінші сәйкес келгені қолданылады.",
        "Сроков несколько: действует первый сверху, который подходит.",
        "There are several terms: the first from the top that fits applies."
    }
    shorter { "Бұл — екі мерзімнің қысқасы.", "Это более короткий из двух сроков.", "This is the shorter of two terms." }
    no_earliest_when {
        "Ең ерте қай күні дайын болатыны мына жағдайда белгісіз:",
        "Самый ранний день неизвестен в таком случае:",
        "The earliest day is not known in this case:"
    }
    the_term_end { "мерзімнің соңғы күні", "последний день срока", "the last day of the term" }
    the_acceptance { "құжат қабылданған күн", "день приёма документов", "the day of acceptance" }
    after_term_end {
        "мерзімнің соңғы күнінен кейін {span}",
        "{span} после последнего дня срока",
        "{span} after the last day of the term"
    }
    before_term_end {
        "мерзімнің соңғы күнінен {span} бұрын",
        "за {span} до последнего дня срока",
        "{span} before the last day of the term"
    }
    after_acceptance {
        "құжат қабылданған күннен кейін {span}",
        "{span} после дня приёма документов",
        "{span} after the day of acceptance"
    }
    before_acceptance {
        "құжат қабылданған күннен {span} бұрын",
        "за {span} до дня приёма документов",
        "{span} before the day of acceptance"
    }
    after_day { "мына күннен ({name}) кейін {span}", "{span} после этого дня ({name})", "{span} after this day ({name})" }
    before_day { "мына күннен ({name}) {span} бұрын", "за {span} до этого дня ({name})", "{span} before this day ({name})" }
    moves_on {
        "Ол демалысқа тура келсе, келесі жұмыс күніне жылжиды.",
        "Если это выходной, день переносится на следующий рабочий.",
        "If that is a day off, it moves to the next working day."
    }
    moves_back {
        "Ол демалысқа тура келсе, алдыңғы жұмыс күніне жылжиды.",
        "Если это выходной, день переносится на предыдущий рабочий.",
        "If that is a day off, it moves back to the working day before."
    }
}
