//! What is said around the application forms; their own wording stands with them.

sayings! {
    /// What is said around the application forms; their own wording stands with them.
    Forms, FORMS:
    title { "Өтінішті толтыру", "Заполнить заявление", "Fill in the application" }
    lead {
        "Білетініңізді жазып, басып шығарыңыз да, қол қойыңыз. Бос қалған жолды кейін қолмен толтыра аласыз.",
        "Напишите то, что знаете, напечатайте и подпишите. Пустые строки можно потом заполнить от руки.",
        "Write what you know, print it and sign it. Lines left empty can be filled in by hand later."
    }
    private {
        "Жазғаныңыз ешқайда жіберілмейді және құрылғыда сақталмайды. Ол осы қызметтен шыққанша, өзіңіз өшіргенше не бетті жапқанша ғана тұрады.",
        "То, что вы пишете, никуда не отправляется и не сохраняется на устройстве. Оно остаётся, только пока вы не уйдёте из этой услуги, не сотрёте его или не закроете страницу.",
        "What you write is not sent anywhere and not saved on the device. It stays only until you leave this service, erase it or close the page."
    }
    kazakh_alone {
        "Нысан ресми дереккөздегідей қазақ тілінде тұр.",
        "В нашем источнике эта форма есть только на казахском языке, поэтому и печатается она на казахском. Нужна на русском — спросите там, куда подаёте.",
        "Our source has this form in Kazakh alone, so it is printed in Kazakh. If you need it in another language, ask where you apply."
    }
    borrowed {
        "Сізге қатысты ережелердің нысаны бізде жоқ. Бұл — мына ережелердің нысаны:",
        "Формы из правил, по которым дан ваш ответ, у нас нет. Это форма из других правил:",
        "We do not have the form of the rules that your answer is by. This is the form of these rules:"
    }
    ask_if_taken {
        "Баспас бұрын құжат тапсыратын жерден осы нысанды қабылдай ма, сұраңыз.",
        "Прежде чем печатать, спросите там, куда подаёте, примут ли её.",
        "Before you print it, ask where you apply whether they take it."
    }
    not_in_force {
        "Бұл ережелер өтініш беретін күні қолданыста екені белгісіз не қолданыста емес. Нысанды қабылдай ма, құжат тапсыратын жерден сұраңыз.",
        "Эти правила в день подачи не действуют или неизвестно, действуют ли. Спросите там, куда подаёте, примут ли эту форму.",
        "These rules are not in force on the day of filing, or it is not known whether they are. Ask where you apply whether they take this form."
    }
    on_the_portal {
        "Порталда өтінішті экранда толтырып, қолды да сонда қоясыз: бұл қағаз керек емес. Бірақ не жазатыныңызды осында дайындай аласыз.",
        "На портале заявление заполняют и подписывают прямо на экране: эта бумага не нужна. Но здесь можно подготовить, что написать.",
        "On the portal the application is filled in and signed on the screen: you do not need this paper. But here you can prepare what to write."
    }
    none {
        "Бұл қызметтің өтініш нысаны біздің дереккөздерде жоқ.",
        "Формы заявления для этой услуги в наших источниках нет.",
        "Our sources give no application form for this service."
    }
    ask_for_it {
        "Нысанды құжат тапсыратын жерден сұраңыз: оны сол жерде береді не өтініштің қалай жазылатынын айтады.",
        "Спросите форму там, куда подаёте: её дадут на месте или скажут, как написать заявление.",
        "Ask for the form where you apply: they will give it to you there or tell you how to write the application."
    }
    fields { "Не жазамыз", "Что написать", "What to write" }
    preview { "Қағазда осылай тұрады", "Так будет на бумаге", "This is how it will look on paper" }
    by_hand {
        "Күні мен қолыңызды қағазға өз қолыңызбен қойыңыз.",
        "Дату и подпись поставьте на бумаге своей рукой.",
        "Put the date and your signature on the paper with your own hand."
    }
    print { "Өтінішті басып шығару", "Напечатать заявление", "Print the application" }
    erase { "Жазғанымды өшіру", "Стереть написанное", "Erase what I wrote" }
    meaning { "Мұнда не айтылған", "Что в нём сказано", "What it says" }
    meaning_diploma {
        "Сіз оқу орнының басшысынан дипломның телнұсқасын сұрайсыз және себебін айтасыз. Заң қорғайтын деректеріңізді ақпараттық жүйелерден қарауға келісесіз.",
        "Вы просите руководителя учебного заведения выдать дубликат диплома и называете причину. Вы соглашаетесь, чтобы ваши охраняемые законом данные смотрели в информационных системах.",
        "You ask the head of the institution for a duplicate of your diploma and give the reason. You agree that your data protected by law may be looked up in information systems."
    }
    meaning_certificate {
        "Сіз колледж басшысынан оқуды аяқтамағаныңыз туралы анықтама сұрайсыз және оның не үшін керегін айтасыз. Заң қорғайтын деректеріңізді ақпараттық жүйелерден қарауға келісесіз.",
        "Вы просите руководителя колледжа выдать справку о том, что вы не завершили учёбу, и называете причину. Вы соглашаетесь, чтобы ваши охраняемые законом данные смотрели в информационных системах.",
        "You ask the head of the college for a certificate that you did not complete your studies and give the reason. You agree that your data protected by law may be looked up in information systems."
    }
    meaning_school {
        "Сіз мектептен аттестаттың телнұсқасын сұрайсыз және себебін айтасыз. Заң қорғайтын дербес деректеріңізді ақпараттық жүйелерден қарауға келісесіз. Нысанда «аттестат» деген сөз ғана бар: 9-сыныптың куәлігіне де осы нысан беріледі.",
        "Вы просите школу выдать дубликат аттестата и называете причину. Вы соглашаетесь, чтобы ваши персональные данные, охраняемые законом, смотрели в информационных системах. В форме есть только слово «аттестат»; для свидетельства за 9 класс в источнике та же форма.",
        "You ask the school for a duplicate of the certificate and give the reason. You agree that your personal data protected by law may be looked up in information systems. The form says only “attestat” (general secondary); the source has the same form for the certificate of basic secondary education."
    }
    head { "Оқу орны басшысының аты-жөні", "Фамилия, имя и отчество руководителя учебного заведения", "Full name of the head of the institution" }
    applicant { "Сіздің тегіңіз, атыңыз, әкеңіздің аты", "Ваши фамилия, имя и отчество", "Your full name" }
    applicant_hint { "Жеке куәлігіңіздегідей жазыңыз.", "Как в удостоверении личности.", "As on your identity card." }
    changed_name {
        "Аты-жөніңіз өзгерген болса",
        "Если фамилия, имя или отчество изменились",
        "If your name has changed"
    }
    iin { "Жеке сәйкестендіру нөмірі (ЖСН)", "Индивидуальный идентификационный номер (ИИН)", "Individual identification number (IIN)" }
    iin_hint { "Жеке куәлігіңізде жазылған 12 цифр.", "12 цифр с вашего удостоверения личности.", "The 12 digits on your identity card." }
    iin_length {
        "Тексеріңіз: нөмірде 12 цифр болуы керек. Басып шығара беруге болады.",
        "Проверьте: в номере должно быть 12 цифр. Напечатать можно и так.",
        "Please check: the number should have 12 digits. You can print all the same."
    }
    iin_digits {
        "Тексеріңіз: мұндай нөмір болмайды, бір цифры қате болуы мүмкін. Басып шығара беруге болады.",
        "Проверьте: такого номера быть не может, наверное, в нём ошибка в цифре. Напечатать можно и так.",
        "Please check: there can be no such number, a digit may be wrong. You can print all the same."
    }
    institution { "Оқу орнының атауы", "Название учебного заведения", "Name of the institution" }
    changed_institution {
        "Өзгерген болса: оқу орнының атауы мен мекенжайы",
        "Если изменились: название и адрес учебного заведения",
        "If they changed: name and address of the institution"
    }
    finished { "Бітірген жылыңыз", "Год окончания", "Year in which you finished" }
    speciality { "Мамандығыңыз", "Специальность", "Speciality" }
    course { "Курс", "Курс", "Year of study" }
    group { "Топ", "Группа", "Group" }
    study_form { "Оқу нысаны", "Форма обучения", "Form of study" }
    enrolled { "Оқуға қашан түстіңіз", "Когда вы поступили", "When you were enrolled" }
    expelled { "Оқудан қашан шығарылдыңыз", "Когда вас отчислили", "When you were expelled" }
    phone { "Телефоныңыз", "Ваш телефон", "Your telephone" }
    contact { "Электрондық поштаңыз не мекенжайыңыз", "Электронная почта или адрес", "Email or address" }
    reason { "Себебі", "Причина", "Reason" }
    in_kazakh { "Қазақша, мысалы:", "По-казахски, например:", "In Kazakh, for example:" }
}
