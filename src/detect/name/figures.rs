//! People everybody knows and health posts name: nobody's patient here.

/// Whether the words are the name, or the unmistakable surname, of a public figure.
pub(super) fn is_public_figure(words: &[&str]) -> bool {
    match words {
        [only] => SURNAMES.binary_search(only).is_ok(),
        [first, .., last] => FULL.binary_search(&(*last, *first)).is_ok(),
        [] => false,
    }
}

/// Surnames that alone mean the public figure.
const SURNAMES: &[&str] = &[
    "beyonce",
    "biden",
    "birx",
    "cuomo",
    "einstein",
    "fauci",
    "gandhi",
    "ghebreyesus",
    "hippocrates",
    "kardashian",
    "lincoln",
    "mandela",
    "messonnier",
    "murthy",
    "nightingale",
    "obama",
    "oprah",
    "pasteur",
    "putin",
    "redfield",
    "shakespeare",
    "socrates",
    "stalin",
    "trump",
    "walensky",
    "zelensky",
    "zuckerberg",
];

/// Surname and given name, sorted.
#[rustfmt::skip]
const FULL: &[(&str, &str)] = &[
    ("abbott", "greg"), ("adams", "jerome"), ("adams", "patch"), ("adhanom", "tedros"), ("ali", "muhammad"), ("anthony", "susan"),
    ("apgar", "virginia"), ("armstrong", "lance"), ("ashe", "arthur"), ("azar", "alex"), ("barnard", "christiaan"), ("barton", "clara"),
    ("becerra", "xavier"), ("bezos", "jeff"), ("bhattacharya", "jay"), ("biden", "hunter"), ("biden", "jill"), ("biden", "joe"),
    ("biles", "simone"), ("birx", "deborah"), ("blackwell", "elizabeth"), ("bolsonaro", "jair"), ("boseman", "chadwick"),
    ("bourla", "albert"), ("bush", "george"), ("bush", "laura"), ("carson", "ben"), ("carter", "jimmy"), ("carter", "rosalynn"),
    ("charles", "king"), ("christie", "chris"), ("clinton", "bill"), ("clinton", "hillary"), ("cohen", "mandy"), ("cook", "tim"),
    ("crick", "francis"), ("crumpler", "rebecca"), ("cuomo", "andrew"), ("cuomo", "chris"), ("curie", "marie"), ("darwin", "charles"),
    ("degeneres", "ellen"), ("dempsey", "patrick"), ("desantis", "ron"), ("dion", "celine"), ("dole", "bob"), ("drew", "charles"),
    ("eilish", "billie"), ("einstein", "albert"), ("elizabeth", "queen"), ("farmer", "paul"), ("fauci", "anthony"),
    ("fleming", "alexander"), ("ford", "betty"), ("fox", "michael"), ("fox", "terry"), ("franklin", "rosalind"), ("freud", "sigmund"),
    ("frieden", "tom"), ("gaga", "lady"), ("gage", "phineas"), ("gandhi", "mahatma"), ("gates", "bill"), ("gates", "melinda"), ("gawande", "atul"),
    ("ghebreyesus", "tedros"), ("gilbert", "sarah"), ("ginsburg", "ruth"), ("gomez", "selena"), ("gomperts", "rebecca"),
    ("goodall", "jane"), ("gottlieb", "scott"), ("gupta", "sanjay"), ("hahn", "stephen"), ("hamlin", "damar"), ("hancock", "matt"),
    ("hanks", "tom"), ("harris", "kamala"), ("hawking", "stephen"), ("hochul", "kathy"), ("hopkins", "johns"), ("jenner", "edward"),
    ("jinping", "xi"), ("jobs", "steve"), ("johnson", "boris"), ("johnson", "katherine"), ("johnson", "magic"), ("jolie", "angelina"),
    ("kahlo", "frida"), ("kardashian", "kim"), ("kariko", "katalin"), ("kay", "mary"), ("keller", "helen"), ("kennedy", "john"),
    ("kennedy", "robert"), ("king", "luther"), ("king", "martin"), ("koch", "robert"), ("komen", "susan"), ("lacks", "henrietta"),
    ("lilly", "eli"), ("lincoln", "abraham"), ("lister", "joseph"), ("luther", "martin"), ("macron", "emmanuel"), ("mahoney", "mary"),
    ("makary", "marty"), ("mandela", "nelson"), ("markle", "meghan"), ("mcconnell", "mitch"), ("means", "casey"), ("mercola", "joseph"),
    ("mercury", "freddie"), ("merkel", "angela"), ("messonnier", "nancy"), ("middleton", "kate"), ("mikovits", "judy"),
    ("modi", "narendra"), ("mullis", "kary"), ("murthy", "vivek"), ("musk", "elon"), ("newsom", "gavin"), ("newton", "isaac"),
    ("nightingale", "florence"), ("obama", "barack"), ("obama", "michelle"), ("osaka", "naomi"), ("osler", "william"), ("oz", "mehmet"),
    ("paltrow", "gwyneth"), ("parks", "rosa"), ("parton", "dolly"), ("pasteur", "louis"), ("pelosi", "nancy"), ("pence", "mike"),
    ("perry", "matthew"), ("phelps", "michael"), ("putin", "vladimir"), ("raoult", "didier"), ("redfield", "robert"), ("reed", "walter"),
    ("reeve", "christopher"), ("rogan", "joe"), ("roosevelt", "eleanor"), ("roosevelt", "franklin"), ("rush", "benjamin"),
    ("sabin", "albert"), ("sacks", "oliver"), ("sahin", "ugur"), ("salk", "jonas"), ("sanders", "bernie"), ("saunders", "cicely"),
    ("seacole", "mary"), ("semmelweis", "ignaz"), ("shakespeare", "william"), ("sheen", "charlie"), ("snow", "john"),
    ("spears", "britney"), ("starmer", "keir"), ("sunak", "rishi"), ("swift", "taylor"), ("taylor", "elizabeth"), ("teresa", "mother"),
    ("thomas", "danny"), ("thomas", "marlo"), ("thunberg", "greta"), ("trudeau", "justin"), ("trump", "donald"), ("trump", "melania"),
    ("tubman", "harriet"), ("vallance", "patrick"), ("wakefield", "andrew"), ("walensky", "rochelle"), ("warren", "elizabeth"),
    ("watson", "james"), ("weissman", "drew"), ("wenliang", "li"), ("white", "ryan"), ("whitty", "chris"), ("william", "prince"),
    ("williams", "robin"), ("williams", "serena"), ("willis", "bruce"), ("wilson", "rita"), ("winfrey", "oprah"), ("wonder", "stevie"),
    ("zelensky", "volodymyr"), ("zuckerberg", "mark"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_sorted() {
        assert!(SURNAMES.is_sorted() && FULL.is_sorted());
    }

    #[test]
    fn known_people() {
        assert!(is_public_figure(&["florence", "nightingale"]) && is_public_figure(&["fauci"]) && !is_public_figure(&["john", "smith"]));
    }
}
