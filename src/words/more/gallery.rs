//! What the gallery of the page's parts says.

sayings! {
    /// What the gallery of the page's parts says.
    Gallery, GALLERY:
    title { "Бет бөліктерінің көрмесі", "Выставка частей страницы", "A gallery of the page’s parts" }
    hint {
        "Мұнда әр бөлік бір рет көрсетілген. Ештеңе сақталмайды және жіберілмейді.",
        "Здесь каждая часть показана один раз. Ничего не сохраняется и не отправляется.",
        "Every part is shown here once. Nothing is kept and nothing is sent."
    }
    fields { "Өрістер мен қателер", "Поля и ошибки", "Fields and errors" }
    tags { "Белгілер", "Метки", "Status tags" }
    notices { "Хабарламалар", "Сообщения", "Notices" }
    plain { "Білген жөн.", "Полезно знать.", "Good to know." }
    good { "Бәрі дұрыс.", "Всё в порядке.", "All is well." }
    care { "Назар аударыңыз.", "Обратите внимание.", "Please take care." }
    bad { "Бұлай болмайды.", "Так не получится.", "This will not work." }
    result { "Жауап", "Ответ", "The answer" }
    disclosure { "Ашылатын бөлік", "Раскрывающаяся часть", "A part that opens" }
    dialog { "Сұхбат терезесі", "Диалог", "A dialog" }
    buttons { "Түймелер мен сілтемелер", "Кнопки и ссылки", "Buttons and links" }
    checklist { "Құжаттар тізімі", "Список документов", "Checklist" }
    summary { "Жауаптар тізімі", "Список ответов", "Summary list" }
    calendar { "Күнтізбе", "Календарь", "Calendar" }
    timeline { "Уақыт сызығы", "Линия времени", "Timeline" }
}
