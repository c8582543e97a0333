//! What the printed page says.

sayings! {
    /// What the printed page says.
    Paper, PAPER:
    print { "Бір бетке басып шығару", "Напечатать на одном листе", "Print on one sheet" }
    checklist { "Алып баратын құжаттар", "Какие документы принести", "Documents to bring" }
    tick { "Дайын болғанын белгілеңіз.", "Отмечайте то, что готово.", "Tick what is ready." }
    no_list { "Құжаттар тізімі белгісіз: алып бармас бұрын сұраңыз.", "Список документов неизвестен: спросите заранее.", "The list of documents is not known: ask beforehand." }
    no_room {
        "Күнтізбе бұл бетке сыймады: оны экраннан қараңыз.",
        "Календарь на этот лист не поместился: он есть на экране.",
        "The calendar did not fit on this sheet: see it on the screen."
    }
}
