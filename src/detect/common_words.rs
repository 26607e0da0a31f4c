//! Words that are names in the census lists and everyday or medical words in posts.

use super::is_in;

/// Whether a folded word is more often a word than a name.
pub(super) fn is_common(word: &str) -> bool {
    is_in(COMMON, word)
}

/// Sorted, because it is searched by halves.
const COMMON: &str = "\
    academy access act advocate advocates african afternoon age agency airport american an and angel annual april are \
    arena art arthritis asia asian assistance association asthma august autumn avenue award awards awareness babies \
    baby bank barber basil bay beach bill black blue bone bridge brown bureau campaign cancer care case center central \
    challenge chance channel charity child children china christian christmas church city clean clinic clinics club \
    coast cold college committee community company conference congress cook cost council county court coverage covid \
    dad dads day days dean december dementia department diabetes dialysis disease diwali do doctor doctors dollar \
    donors drug early east easter education eid employees engineering england english european evening experience \
    faith fall families farmer farmers fashion father fathers february federal festival fever field first fish fitness \
    flu forest foundation france free friday friend fund garden gardens general georgia glass global good grace grant \
    gray green group guests guide hall halloween hand hanukkah harbor harbour harmony has he health heart heath \
    heights help herald hills him holiday holly home honor hope hospital house how hunter if imaging in independence \
    information initiative institute insurance international iris is island israel january jersey journal joy judge \
    july june juneteenth justice key kids king labor lake land latin law le league lean liberty library life light \
    link little live long love lower ma magazine major mall man march mark market marshal mason may medicaid medical \
    medicare memorial men mercy miles miller miracle mom moms monday money month more morning mothers mountain museum \
    my national native new news night no noble north november nurse nurses nutrition october office old olive order \
    page parent parents park patience patients peace penny people pharmacy pink plan plans portal post precious \
    presidents prevention price princess privacy private prize program project public queen radio rain ramadan ray \
    records recovery red regional rehab report research rich rights river road rock rose royal ruby rule rules safety \
    sage saint satisfaction saturday school science screening see senate september service services shore short so \
    society south spring springs square stadium staff star station stories storm story street stroke strong summer \
    sunday sunny support supreme surgery sweet syndrome talk team technology television temple thanks thanksgiving the \
    theater therapy they thursday times to today tomorrow tonight tower treasure treatment tribune trust tuesday \
    united unity university upper vaccine valentine valley van veterans virginia virus visitors volunteers walker was \
    way wednesday week weeks welcome wellness west white will winter wise wolf women wood woods world year young your";

#[cfg(test)]
mod tests {
    #[test]
    fn words_are_sorted() {
        assert!(super::COMMON.split(' ').is_sorted());
    }
}
