//! Words that stand before and after names, and are no part of them. Each list is sorted.

/// Whether a word is a title or a part that a name follows, and so not the start of one.
pub(super) const TITLE: &str = "\
    client dear doctor dr hello hey hi miss mr mrs ms mx patient patients pt resident senor senora";

/// Words for a member of the family.
pub(super) const KIN: &str = "\
    abuela abuelo aunt baby boyfriend brother caregiver carer cousin coworker dad daughter father fiance fiancee \
    friend girlfriend grandchild granddaughter grandfather grandma grandmother grandpa grandson guardian hija hijo \
    husband kid kin mama mom mother mum nana neighbor nephew newborn niece papa parent partner roommate sibling sister \
    son spouse stepdaughter stepfather stepmother stepson toddler twin twins uncle widow widower wife";

/// The names of fields that hold a person.
pub(super) const FIELD: &str = "\
    applicant attn beneficiary borrower cardholder claimant customer decedent dependent donor employee enrollee \
    guarantor holder household insured member name names owner payee policyholder re recipient registrant sender \
    student subscriber surname tenant user";

/// Titles of those who treat.
pub(super) const CLINICIAN: &str = "\
    attending caseworker clinician consultant counselor dentist dietitian doula gp hospitalist hygienist internist \
    interpreter md midwife np nurse obstetrician orthodontist pa paramedic pcp pediatrician pharmacist phlebotomist \
    physician practitioner prescriber prof professor provider psychiatrist radiographer rn signed specialist surgeon \
    technician technologist therapist";

/// Offices and parts that people have in public, and those who work for the house.
pub(super) const PUBLIC: &str = "\
    actor actress administrator alderman ambassador astronaut author candidate captain ceo cfo chair chairman \
    chairperson chairwoman chancellor chancellors chaplain chief cmo coach cofounder colonel commissioner congressman \
    congresswoman coo coordinator correspondent councilman councilmember councilwoman dame deputy director \
    epidemiologist expert first founder general gov governor host intern journalist judge justice king lord manager \
    mayor minister officer philosopher pope premier president prince princess queen receptionist rep reporter \
    representative researcher saint scientist secretary sen senator sheriff singer sir speaker spokesman spokesperson \
    spokeswoman st supervisor virologist volunteer volunteers";

/// What people do for a living, as far as it says nothing about care.
pub(super) const JOB: &str = "\
    accountant adjuster agent analyst attorney bassist carpenter chef classmate clerk defendant driver drummer \
    electrician engineer farmer firefighter freshman guitarist inmate landlord lawyer mechanic musician neighbor \
    plaintiff plumber producer pupil retiree soldier songwriter sophomore student survivor suspect teacher tenant \
    veteran victim waiter waitress widow witness";

/// What the names of organisations, places, prizes and programs end in.
pub(super) const THING: &str = "\
    academy act airport arena associates association ave avenue award awards beach blvd boulevard brothers building \
    cardiology center centers centre challenge circle city clinic clinics co college company corp corporation county \
    creek ct day dental dermatology dialysis diet elementary falls family fellowship forest foundation fund gardens \
    group health healthcare heights highway hills hospice hospital hospitals imaging inc infirmary institute \
    institution insurance island islands journal laboratories laboratory league lecture library llc ln lodge ltd manor \
    marathon medical memorial method month museum news nursing oncology orthopaedics orthopedics partners pavilion \
    pediatrics pharmaceuticals pharmacy physicians plaza prize radiology rd rec rehab rehabilitation river road row \
    scholarship school services society sons springs square stadium station street surgery systems team terrace \
    theater theatre times tower town university valley village ward week";

/// The same, of words that are surnames as well: "Mercy Hall", but "Robert Hall".
pub(super) const MAYBE_THING: &str = "\
    bank bay bridge church court cup drive field fields garden grange green hall house lake lane law park place point \
    post press st temple walk way wing wood woods";

/// What is named after the people who described it.
pub(super) const MEDICAL_THING: &str = "\
    anaemia anemia arteritis ataxia bodies body bone canal catheter cells chorea classification coma contracture \
    criteria cyst disease dystrophy encephalopathy esophagus exam fever forceps fracture hernia incision index law \
    line lymphoma maneuver manoeuvre monitor neuropathy node nodes palsy phenomenon position procedure pump reflex \
    ring rule rules sarcoma scale score shot sign signs smear stage stages staging stain syndrome technique test \
    thyroiditis triad tube tube's tubes tumor tumour ulcer valve valves virus";

/// Short forms of days and months; the long forms are everyday words.
pub(super) const CALENDAR: &str = "\
    apr aug dec feb fri mar mon nov oct sat sep sept sun thu thur thurs tue tues wed weds";

/// What the names of places start with: "San Diego", "Fort Worth".
pub(super) const STARTS_A_PLACE: &str = "\
    baton cape costa des east el fort grand hong lake las los mount mt new north palm port puerto saint san santa \
    sierra south sri st west";

/// What stands behind the name of somebody of the house: degrees and jobs.
pub(super) const CREDENTIAL: &str = "\
    aprn bsn ccc ceo cfo chair chief cmo cna cnm coo coordinator crna dc dds dentist director dmd dnp do dpt dvm emt \
    executive facp facs fnp founder lcsw lmft lpc lpn ma manager mba md mph ms msn np nurse od ot otr our pa pac \
    pharmacist pharmd phd physician president professor psyd pt rd rdh rdn rn rph slp spokesman spokesperson \
    spokeswoman surgeon vice volunteer";

/// What a patient has: "Smith's labs".
pub(super) const CARE_NOUN: &str = "\
    account appointment baby bed biopsy blood cancer care case chart chemo ct death diagnosis discharge dose file \
    follow history injury insurance lab labs medication meds mri overdose pain pregnancy prescription procedure record \
    records recovery results return room scan stroke surgery symptoms test treatment ultrasound visit vitals wound \
    xray";

/// What happens to patients.
pub(super) const CARE_VERB: &str = "\
    admitted arrived coded complained complains currently denied denies diagnosed discharged experiencing feels fell \
    felt hospitalized intubated miscarried overdosed prescribed presented presenting presents readmitted receiving \
    recovered recovering referred reports requests requires residing scheduled seen suffered suffering suffers tested \
    transferred treated undergoing underwent vaccinated visited visiting";

/// What people do.
pub(super) const PERSONS_VERB: &str = "\
    accused agreed and asked asks attached brought called calls came can can't claimed comes confirmed could cried \
    decided did didn't died discovered does doesn't emailed employs explained gave gets goes got graduated had has is \
    isn't just knows laughed loved loves married met moved needed needs noted noticed passed provided refused reported \
    requested resides said says shared signed smiled started stopped submitted takes tells texted thanked thinks \
    thought told took wanted wants was wasn't went will woke worked works would writes wrote";

/// What follows the name of somebody who is spoken to.
pub(super) const SPOKEN_TO: &str = "\
    are can could did do have how i i'm i've if is it let my please sorry thank thanks that this we we're what when \
    where why will would you your";

#[cfg(test)]
mod tests {
    #[test]
    fn lists_are_sorted() {
        for list in [
            super::TITLE,
            super::KIN,
            super::FIELD,
            super::CLINICIAN,
            super::PUBLIC,
            super::JOB,
            super::THING,
            super::MAYBE_THING,
            super::MEDICAL_THING,
            super::CALENDAR,
            super::STARTS_A_PLACE,
            super::CREDENTIAL,
            super::CARE_NOUN,
            super::CARE_VERB,
            super::PERSONS_VERB,
            super::SPOKEN_TO,
        ] {
            assert!(list.split(' ').is_sorted_by(|a, b| a < b), "{list}");
        }
    }
}
