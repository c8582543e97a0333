//! What a kiosk says.

sayings! {
    /// What a kiosk says.
    Kiosk, KIOSK:
    invitation {
        "Қандай құжат керек және нәтиже қай күні дайын болады? Білу үшін басыңыз.",
        "Какие нужны документы и в какой день всё будет готово? Нажмите, чтобы узнать.",
        "Which documents do you need, and when will it be ready? Touch to find out."
    }
    done {
        "Аяқтадым",
        "Готово",
        "I am done"
    }
    still_here {
        "Сіз әлі осындасыз ба?",
        "Вы ещё здесь?",
        "Are you still here?"
    }
    will_forget {
        "Ешкім баспаса, жауаптарыңыз өшіріледі. Уақыт, секунд:",
        "Если никто не нажмёт, ваши ответы будут стёрты. Осталось секунд:",
        "If nobody touches the screen, your answers will be erased. Seconds left:"
    }
    stay {
        "Иә, жалғастырамын",
        "Да, продолжаю",
        "Yes, I go on"
    }
}
