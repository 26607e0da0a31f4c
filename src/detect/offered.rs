//! E-mail addresses that an organisation offers as its own contact: "write to ideas@clinic.example".

use super::{Scene, is_in};
use crate::span::Span;

/// Whether an address is at a domain of an organisation, and the sentence offers it or it names a
/// desk, while nothing tells that it is a patient's.
pub(super) fn is_offered(scene: &Scene<'_>, link: Span, person: &str, host: &str) -> bool {
    let text = scene.text;
    let at = text.word_index_at(link.start);
    let sentence = text.sentence_of(at);
    let words = || (sentence.first..sentence.end).filter(|&index| index != at);
    let says = |list| words().any(|index| is_in(list, text.word(index)));
    let staff = says(STAFF);
    let patients = words().any(|index| is_patients(text.word(index), text.word(index + 1), staff));
    let record = (0..text.words().len()).any(|index| is_in("dob mrn ssn", text.word(index)));
    let desk = || person.split(['.', '-', '_']).all(|part| scene.lists.kinds(part).is_plain_word());
    !is_freemail(host) && !record && !patients && (staff || says(OFFERS) || desk())
}

/// Whether a word, before the next, makes the address a patient's: "her email", "patient Jane".
fn is_patients(word: &str, next: &str, staff: bool) -> bool {
    // "Our patient experience lead"
    is_in(ALWAYS, word)
        || is_in("patient resident", word) && !is_in(OFFICES, next)
        || is_in(PERSONS, word) && !staff
        || is_in("her his their", word) && is_in("address chart e email inbox labs mail records results test", next)
}

/// What tells of one patient, or of a message that went to one.
const ALWAYS: &str = "\
    caregiver client emailed forwarded guarantor pt sent";

/// Somebody told about, who may be one of the staff.
const PERSONS: &str = "\
    dad daughter family father he her him his husband mom mother mr mrs ms mum she son their wife";

/// Providers of mailboxes for everybody, by the first label of the host.
fn is_freemail(host: &str) -> bool {
    is_in(FREEMAIL, host.split('.').next().unwrap_or(host))
}

const FREEMAIL: &str = "\
    aol att bellsouth bigpond blueyonder btinternet charter comcast cox earthlink email fastmail free gmail gmx \
    googlemail hey hotmail icloud inbox laposte live mac mail me msn ntlworld optusnet orange outlook pm proton \
    protonmail rocketmail rogers sbcglobal shaw sky sympatico talktalk telus tutanota verizon virginmedia wanadoo web \
    yahoo yandex ymail zoho";

/// What one does with an address that is offered, and who is told or offers it.
const OFFERS: &str = "\
    apply contact cv drop email invoice mail me our reach resume rsvp us we we'd we'll we're write you you'd your";

/// Those who are reached for the house.
const STAFF: &str = "\
    accounts administrator advocate chaplain coordinator department desk director lead manager matron nurse office \
    officer owner principal receptionist secretary supervisor team";

/// What "patient" before it says of an office and not of a patient.
const OFFICES: &str = "\
    access advice advocate advocates care complaints experience feedback information liaison relations representative \
    safety services support";
