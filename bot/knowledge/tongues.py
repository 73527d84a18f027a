"""Short messages: words that only one of the languages has say more than letters do; addresses, markup and nonsense say nothing."""

import re
from collections.abc import Iterable, Sequence

_MARKUP = re.compile(r"&#?\w{1,12};|</?\w[^<>]*>")
_OF_ADDRESSES = ("://", "@", "www.")
_LONGEST = 24  # letters; longer ones are no words
_SHORT = 2
# Not among them: what means something else in another language ("un" is the UN, "ou" an Arabic "and").
_ENGLISH = """
    the is are am was were been i im my we they he she you your our us him her them it its this that these those what why how when where who which
    help please hello hi hey thanks thank thx bye goodbye yes yeah sorry good morning evening night want need know can cannot could should would will
    and or of for from with without about there here now right door coming outside someone somebody kill killed arrested kidnapped afraid scared
    emergency rescue save hiding found soldiers cops friend brother sister mother father free deadline risk risks safe cancel
"""
_FRENCH = """
    le les une des du au aux je j jai tu il elle nous vous ils elles mon mes ton ta tes notre nos votre vos leur leurs est sont suis sommes ont
    avons avez ce cet cette ces ca cela qui que qu quoi quel quelle quels quelles comment pourquoi quand et mais avec sans pour dans sur chez pas ne
    bonjour bonsoir salut bjr bsr slt coucou merci mrc svp stp oui non ouais secours urgence aide aidez aider sauvez moi toi peur arrive arrivent
    policiers flics gendarmes gendarmerie soldats frere soeur pere mere ami amie arrete arretee enleve tuer tue revoir bientot bonne journee soiree nuit
    voudrais veux peux faut faire combien gratuit cout annuler annule retour quitter
"""
_ARABIZI = """
    khatar khater khayef khayfa khaif ma7bous mahbous rani bolis boulis chorta shorta askar mokhabarat makhtouf mafhemtch momken aywa tamam mashi wakha
    behi bslama yslamo labes ahla aslema kifak kifek keefak ezayak izzayak chokran barakallahou bghit wallah rabbi najda
"""
_WORDS = {"en": frozenset(_ENGLISH.split()), "fr": frozenset(_FRENCH.split()), "arabizi": frozenset(_ARABIZI.split())}


def spoken(text: str) -> str:
    """Return `text` without addresses, names of accounts and markup; itself where it has none."""
    if not any(mark in text for mark in (*_OF_ADDRESSES, "<", "&")):
        return text
    plain = _MARKUP.sub(" ", text)
    return " ".join(part for part in plain.split() if not any(mark in part for mark in _OF_ADDRESSES))


def is_word(word: str) -> bool:
    """Tell whether a normalised word may be one of a language: not one letter again and again, nor an endless one."""
    return len(word) <= _LONGEST and (len(word) <= _SHORT or len(set(word)) > 1)


def plainly(latin: Sequence[str]) -> str | None:
    """Return the language (en, fr or arabizi) of which alone there are words among normalised ones, or None."""
    found = [name for name, own in _WORDS.items() if not own.isdisjoint(latin)]
    if not found and len(latin) > 1 and latin[0] == "la":  # "la police": alone it is an Arabic "no"
        return "fr"
    return found[0] if len(found) == 1 else None


def plain_words(latin: Iterable[str]) -> int:
    """Return how many of normalised words are plain ones of English, French or Arabic in Latin letters."""
    found = frozenset(latin)
    return max(len(found & own) for own in _WORDS.values())
