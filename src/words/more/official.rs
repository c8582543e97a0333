//! The application forms of the annexes, word for word as their sources print them: in Kazakh alone.
//!
//! A form is what stands on the paper from top to bottom. Its blanks know which fields fill them; nothing else here is
//! ours. The passages are kept in `tests/fixtures/forms/`, and a test wants every letter of them, in their order.

use super::forms::Forms;

/// The form of an annex.
#[derive(Debug)]
pub struct OfficialForm {
    pub service: &'static str,
    /// The editions whose form it is: the one that gives it here first.
    pub editions: &'static [&'static str],
    /// The act whose annex it is.
    pub act: &'static str,
    /// What it is an annex to, line by line.
    pub stamp: &'static [&'static str],
    /// Whom it goes to and who it comes from.
    pub to: &'static [Line],
    pub title: &'static str,
    pub body: &'static [Line],
    pub signed: Signed,
    pub note: &'static str,
    /// A reason that fits into its sentence.
    pub reason: &'static str,
    /// A form of study that fits into its line.
    pub study_form: &'static str,
    /// What its sentences mean, in plain words.
    pub meaning: fn(&Forms) -> &'static str,
}

/// A line on the paper.
#[derive(Debug)]
pub enum Line {
    Says(&'static str),
    Blank {
        before: &'static str,
        of: &'static [Field],
        after: &'static str,
        /// The small words beneath the blank.
        beneath: &'static str,
    },
    /// Another blank for the same, which nobody needs once the first is filled; and the words after it.
    More(&'static str),
}

/// The day and the signature, both left to the hand.
#[derive(Debug)]
pub struct Signed {
    /// What stands around the blanks of day, month and year.
    pub day: [&'static str; 4],
    pub signature: &'static str,
    pub place: Place,
}

/// Where the word "signature" stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    BesideTheLine,
    BeneathTheLine,
}

/// What a blank is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    Head,
    Applicant,
    ChangedName,
    Iin,
    Institution,
    ChangedInstitution,
    Finished,
    Speciality,
    Course,
    Group,
    StudyForm,
    Enrolled,
    Expelled,
    Phone,
    Contact,
    Reason,
}

impl Field {
    /// The name under which what is written is kept.
    pub fn name(self) -> &'static str {
        match self {
            Field::Head => "head",
            Field::Applicant => "applicant",
            Field::ChangedName => "changed-name",
            Field::Iin => "iin",
            Field::Institution => "institution",
            Field::ChangedInstitution => "changed-institution",
            Field::Finished => "finished",
            Field::Speciality => "speciality",
            Field::Course => "course",
            Field::Group => "group",
            Field::StudyForm => "study-form",
            Field::Enrolled => "enrolled",
            Field::Expelled => "expelled",
            Field::Phone => "phone",
            Field::Contact => "contact",
            Field::Reason => "reason",
        }
    }
}

impl OfficialForm {
    /// The form of a service; none where our sources give none.
    ///
    /// ```
    /// use merzim::words::more::official::OfficialForm;
    /// assert_eq!(OfficialForm::of("tve-diploma-duplicate").unwrap().editions, ["standard-2015"]);
    /// assert!(OfficialForm::of("tve-dormitory").is_none());
    /// ```
    pub fn of(service: &str) -> Option<&'static OfficialForm> {
        FORMS.iter().find(|form| form.service == service)
    }

    /// Its fields, in the order of the paper.
    pub fn fields(&self) -> impl Iterator<Item = Field> {
        self.to.iter().chain(self.body).flat_map(Line::fields).copied()
    }

    /// All that is printed, from top to bottom.
    pub fn printed(&self) -> Vec<&'static str> {
        let mut printed = self.stamp.to_vec();
        printed.extend(self.to.iter().flat_map(Line::printed));
        printed.push(self.title);
        printed.extend(self.body.iter().flat_map(Line::printed));
        printed.extend(self.signed.day);
        printed.extend([self.signed.signature, self.note]);
        printed
    }
}

impl Line {
    /// The fields that fill it.
    pub fn fields(&self) -> &'static [Field] {
        match self {
            Line::Blank { of, .. } => of,
            Line::Says(_) | Line::More(_) => &[],
        }
    }

    fn printed(&self) -> [&'static str; 3] {
        match *self {
            Line::Says(words) | Line::More(words) => [words, "", ""],
            Line::Blank { before, after, beneath, .. } => [before, after, beneath],
        }
    }
}

/// A blank with nothing but small words beneath it.
const fn above(of: &'static [Field], beneath: &'static str) -> Line {
    Line::Blank { before: "", of, after: "", beneath }
}

/// A blank that a sentence goes on from.
const fn then(of: &'static [Field], after: &'static str, beneath: &'static str) -> Line {
    Line::Blank { before: "", of, after, beneath }
}

/// A blank that a sentence leads to.
const fn from(before: &'static str, of: &'static [Field], beneath: &'static str) -> Line {
    Line::Blank { before, of, after: "", beneath }
}

/// Every form that our sources give.
pub static FORMS: [OfficialForm; 3] = [DIPLOMA, CERTIFICATE, SCHOOL];

const DIPLOMA: OfficialForm = OfficialForm {
    service: "tve-diploma-duplicate",
    editions: &["standard-2015"],
    act: "F1",
    stamp: &[
        "«Техникалық және кәсіптік білім",
        "туралы құжаттардың төлнұсқаларын",
        "беру» мемлекеттік көрсетілетін қызмет",
        "стандартына",
        "1-қосымша",
    ],
    to: &[
        above(&[Field::Head], "/оқу орны басшысының Т.А.Ә. (бар болса) толық /"),
        above(&[Field::Applicant], "/көрсетілетін қызметті алушының Т.А.Ә. (бар болса) толық /"),
        above(&[Field::Institution, Field::Finished], "/оқу орнының атауы, бітірген жылы/"),
        then(&[Field::Speciality], "мамандығы бойынша", "(мамандық атауы)"),
        above(&[Field::ChangedInstitution], "өзгерген жағдайда оқу орнының атауы және мекенжайы"),
    ],
    title: "Өтініш",
    body: &[
        from("Маған", &[Field::Reason], "/себебін көрсету/"),
        Line::More(""),
        Line::More("байланысты дипломның телнұсқасын беруіңізді сұраймын"),
        Line::Says(
            "Ақпараттық жүйелерде қамтылған заңмен қорғалатын құпияларды құрайтын мәліметтерді пайдалануға келісемін.",
        ),
    ],
    signed: Signed { day: ["«", "»", "20", "ж."], signature: "/қолы/", place: Place::BeneathTheLine },
    note: "",
    reason: "дипломымның жоғалуына",
    study_form: "",
    meaning: |words| words.meaning_diploma,
};

const CERTIFICATE: OfficialForm = OfficialForm {
    service: "tve-incomplete-certificate",
    // The annex was not re-worded in 2023.
    editions: &["order-19-2020", "order-19-2023"],
    act: "F2",
    stamp: &[
        "\"Техникалық және кәсіптік,",
        "орта білімнен кейінгі білім",
        "алуды аяқтамаған адамдарға",
        "анықтама беру\"",
        "мемлекеттік қызмет көрсету",
        "қағидаларына",
        "1-қосымша",
        "Нысан",
    ],
    to: &[
        above(
            &[Field::Head],
            "Техникалық және кәсіптік, орта білімнен кейінгі білім беру ұйымы басшысының тегі, аты, әкесінің аты \
             (бар болған жағдайда)",
        ),
        then(&[Field::Course], "курстың", ""),
        then(&[Field::Group], "тобының", ""),
        then(&[Field::Speciality], "мамандығы бойынша", ""),
        then(&[Field::StudyForm], "оқу нысанында", ""),
        then(&[Field::Enrolled], "оқуға түскен", ""),
        then(&[Field::Expelled], "оқудан шығарылған", ""),
        Line::Says("көрсетілетін қызмет алушы"),
        above(&[Field::Applicant], "тегі, аты, әкесінің аты (бар болған жағдайда) толық"),
        above(&[Field::ChangedName], "тегі, аты, әкесінің аты (бар болған жағдайда) өзгерген жағдайда"),
        above(&[Field::Phone], ""),
        above(&[Field::Contact], "көрсетілетін қызметті алушының байланыс деректері"),
    ],
    title: "Өтініш",
    body: &[
        from("Маған", &[Field::Reason], "себебін көрсету"),
        Line::More(""),
        Line::Says(
            "техникалық және кәсіптік, орта білімнен кейінгі білім беруді аяқтамағаным туралы анықтама беруді сұраймын.",
        ),
        Line::Says(
            "Заңмен қорғалатын құпияны құрайтын, ақпараттық жүйелерде қамтылған мәліметтерді пайдалануға келісім \
             беремін.",
        ),
    ],
    signed: Signed { day: ["\"", "\"", "20", "ж."], signature: "/қолы/", place: Place::BesideTheLine },
    note: "Ескертпе: мемлекеттік көрсетілетін қызметті алушының тегі, аты, әкесінің аты (бар болған жағдайда) жеке \
           басын куәландыратын құжатқа сәйкес баспа әріптермен толтырылады",
    reason: "басқа колледжге оқуға түсуіме байланысты",
    study_form: "күндізгі",
    meaning: |words| words.meaning_certificate,
};

const SCHOOL: OfficialForm = OfficialForm {
    service: "school-certificate-duplicate",
    editions: &["rules-undated"],
    act: "F4",
    stamp: &["НЫСАН"],
    to: &[
        above(&[Field::Institution], "(оқу орнының атауы)"),
        from("азамат(ша)", &[Field::Applicant, Field::Iin], "(Тегі, аты, әкесінің аты (болған жағдайда) және ЖСН)"),
        above(&[Field::Finished], "(аяқталу жылы)"),
        above(&[Field::ChangedInstitution], "оқу орнының атауы мен мекенжайы өзгерістер болған жағдайда"),
    ],
    title: "Өтініш",
    body: &[
        from("Сізден", &[Field::Reason], "(себебін көрсету)"),
        Line::Says("байланысты маған аттестаттың телнұсқасын беруіңізді сұраймын"),
        Line::Says(
            "Ақпараттық жүйелерде қамтылған \"Дербес деректер және оларды қорғау туралы\" Қазақстан Республикасының \
             Заңымен құпия қорғалатын мәліметтерді қолдануға келісемін.",
        ),
    ],
    signed: Signed { day: ["\"", "\"", "20", "жыл"], signature: "қолы", place: Place::BeneathTheLine },
    note: "",
    reason: "аттестатымның жоғалуына",
    study_form: "",
    meaning: |words| words.meaning_school,
};
