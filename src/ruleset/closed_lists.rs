//! What rules may choose from: detectors, validators, measures and conditions. The lists are closed,
//! so that a rule set cannot bring code.

use serde::{Deserialize, Serialize};

use crate::report::named;

named! {
    /// A check of a pattern's value by code. Source of each: `src/detect/validators.rs`.
    Validator {
        /// Social security number: never-issued groups lower the confidence.
        Ssn = "ssn",
        /// Payment card: Luhn check digit.
        Luhn = "luhn",
        /// Medicare Beneficiary Identifier: position classes.
        Mbi = "mbi",
        /// DEA registration number: check digit.
        Dea = "dea",
        /// Vehicle identification number: check digit.
        Vin = "vin",
        /// IMEI of a device: 15 digits with a Luhn check digit.
        Imei = "imei",
        /// NHS number: modulus 11.
        Nhs = "nhs",
        /// UK National Insurance number: letters in use.
        Nino = "nino",
        /// Scottish Community Health Index number: a day and modulus 11.
        Chi = "chi",
        /// Dutch citizen service number: the eleven test.
        Bsn = "bsn",
        /// Spanish DNI or NIE: check letter.
        Dni = "dni",
        /// French NIR: key modulo 97.
        Nir = "nir",
        /// Polish PESEL: weighted check digit.
        Pesel = "pesel",
        /// Australian Medicare card number: weighted check digit.
        MedicareAu = "medicare-au",
        /// Australian Individual Healthcare Identifier: prefix and Luhn check digit.
        Ihi = "ihi",
        /// Canadian social insurance number: nine digits with a Luhn check digit.
        Sin = "sin",
        /// Ontario health number: ten digits with a Luhn check digit.
        Ohip = "ohip",
        /// British Columbia personal health number: 9, then modulus 11.
        PhnBc = "phn-bc",
        /// Quebec health insurance number: four letters and a day of birth.
        Ramq = "ramq",
        /// International bank account number: modulus 97.
        Iban = "iban",
        /// At least one digit.
        HasDigit = "has-digit",
        /// Not a word of the language: letters and digits mixed, or digits only.
        Code = "code",
    }
}

named! {
    /// A detector for identifiers. Each lives in `src/detect/`.
    Detector {
        /// Social security numbers.
        Ssn = "ssn",
        /// Telephone numbers.
        Phone = "phone",
        /// Fax numbers.
        Fax = "fax",
        /// E-mail addresses.
        Email = "email",
        /// IP addresses.
        Ip = "ip",
        /// Portal addresses that carry a person or a token.
        PortalUrl = "portal-url",
        /// Dates tied to care.
        CareDate = "care-date",
        /// Days told from today or by their name.
        RelativeDate = "relative-date",
        /// Ages over 89.
        AgeOver89 = "age-over-89",
        /// Persons named by a cue.
        NameByCue = "name-by-cue",
        /// Persons with a title, an age or "name is" alone: "Mrs. Alvarez".
        TitledName = "titled-name",
        /// Persons named as somebody's family.
        RelativeName = "relative-name",
        /// Persons who treat: "Dr. Patel".
        ClinicianName = "clinician-name",
        /// Persons in the field of a form: "Name: Jane Roe".
        NameInField = "name-in-field",
        /// Given name and surname or initial.
        FullName = "full-name",
        /// Persons of whom nothing is told but the name.
        OtherName = "other-name",
        /// The same, and words and handles that are names only beside care: "Kevin", "@kevinroe".
        NameBesideCare = "name-beside-care",
        /// The name of the person who is being answered.
        AnsweredName = "answered-name",
        /// Record numbers in the organisation's own form, from the profile.
        OwnRecordNumber = "own-record-number",
        /// Hospitals, clinics and the like by name.
        Facility = "facility",
        /// A town before its state.
        Town = "town",
        /// A town of the list where a place stands, or any after words of living there.
        Locality = "locality",
        /// Addresses by their form.
        Address = "address",
        /// Addresses by the words before them.
        GivenAddress = "given-address",
        /// How old somebody is, whatever the age.
        Age = "age",
        /// He or she, and what he or she did.
        Narrative = "narrative",
        /// He, she, him, her: one person, not people.
        ThirdPerson = "third-person",
        /// A place or thing by its own name after a word such as "in", "at" or "from".
        NamedPlace = "named-place",
    }
}

named! {
    /// What a `ratio` rule measures.
    RatioMeasure {
        /// Capital letters among letters.
        Capitals = "capitals",
        /// Sentences that hold one of the phrases among all sentences.
        Sentences = "sentences",
    }
}

named! {
    /// What a `count` rule counts.
    CountMeasure {
        /// Hashtags.
        Hashtags = "hashtags",
        /// Long hashtags without capitals.
        UnreadableHashtags = "unreadable-hashtags",
        /// The longest row of emoji.
        EmojiRun = "emoji-run",
        /// Mentions of accounts.
        Mentions = "mentions",
        /// Emoji.
        Emoji = "emoji",
        /// Letters made of mathematical or enclosed symbols.
        StyledLetters = "styled-letters",
        /// The longest row of drawing characters.
        SymbolRun = "symbol-run",
        /// School grade by Flesch–Kincaid, of posts with three sentences or more.
        ReadingGrade = "reading-grade",
        /// Words of the longest sentence.
        LongestSentence = "longest-sentence",
    }
}

named! {
    /// What an `attachment` rule looks at.
    AttachmentCondition {
        /// No alternative text is written.
        NoAltText = "no-alt-text",
        /// The alternative text is a file name.
        FileNameAlt = "file-name-alt",
        /// The alternative text starts by saying that it is a picture.
        AnnouncedAlt = "announced-alt",
        /// Such a file is attached.
        Present = "present",
    }
}
