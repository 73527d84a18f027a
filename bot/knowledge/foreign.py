"""Messages in a language that the guide does not speak: by script, by letters that Arabic has not, by small words. Unsure means no: the guide answers.

Words that English, French or Arabic in Latin letters have too are left out ("me" and "que", "de", "no"), so that nobody is sent away wrongly.
"""

import re
from collections.abc import Sequence
from typing import Final

from bot.knowledge.text import is_foreign, words
from bot.knowledge.tongues import plain_words

_ENOUGH = 2  # small words of one language, unless nearly the whole message is one
_FEW = 2  # words of a message that one such word is enough in
_OF_OTHERS = 0.5  # share of letters of other scripts
# Letters of Urdu, Sindhi, Pashto, Uighur and Kurdish, that no keyboard for Arabic or Persian has.
_OTHER_LETTERS = re.compile(
    r"[\u0679\u067c\u0681\u0685\u0688\u0689\u0691\u0693-\u0696\u069a\u06ab\u06b5\u06ba\u06bc\u06be\u06c1\u06c6-\u06c8\u06cb\u06cd\u06ce\u06d2]")
_PERSIAN: Final = frozenset(words("""
    است هست هستم هستند نیست را که برای کمک پلیس لطفا دارم دارند ندارم می‌خواهند میخواهند می‌خواهم میخوام خانه چگونه باید شما آنها پشت ازم کنید
    کنم شده شود خواهش چطور مرا بکشند گرفتند زندان برادرم پدرم حقوق‌بشر خیلی الان‌در اینجا کجا چیست دستگیر بازداشت نجات
"""))
_PERSIAN_LETTERS = re.compile(r"[پچژگکی]")
# By language: words that are common in it and in none of the three.
_LATIN: Final = {
    "es": """
        ayuda ayudame ayúdenme socorro quieren matar policia casa puerta estoy tengo miedo peligro por favor hola gracias como cómo donde
        dónde cuando cuándo quiero necesito puedo puede esta está estan están mi hermano muy pero porque para hacer una los las del ellos
        nosotros derechos humanos queja denunciar secuestraron detenido detuvieron ahora aqui siguiendo amenazas muerte
    """,
    "pt": """
        ajuda ajude ajudem socorro querem polícia policia casa porta estou tenho medo perigo obrigado obrigada olá ola como onde quando
        quero preciso posso pode está meu minha irmão irmao muito mas porque para fazer uma dos das eles nós direitos humanos queixa
        denunciar não nao você voce foi preso prenderam agora aqui ameaças morte seguindo
    """,
    "sw": """
        naomba msaada nisaidie nisaidieni tafadhali polisi nyumba nyumbani mlango mlangoni niko nina hofu hatari asante habari jambo vipi
        wapi lini nataka nahitaji naweza kaka lakini kwa sababu kufanya za binadamu malalamiko wamekamata wamemkamata hapa vitisho kifo
        wananifuata na ya wa ni kwamba hii kuhusu je gani nini ninahitaji yangu wangu kuua
    """,
    "de": """
        hilfe polizei haus tür ich habe angst gefahr bitte danke wie wo wann möchte brauche kann ist mein bruder sehr aber weil und nicht
        der das ein eine menschenrechte beschwerde verhaftet jetzt hier drohungen tod verfolgt sie mich wir
    """,
    "it": """
        aiuto polizia casa porta sono ho paura pericolo prego grazie ciao come dove quando voglio bisogno posso è mio fratello molto perché
        della degli diritti umani denuncia arrestato adesso qui minacce morte seguono vogliono uccidermi
    """,
    "tr": """
        yardım yardim polis kapıda kapida ev korkuyorum tehlike lütfen lutfen merhaba teşekkürler nasıl nerede istiyorum ihtiyacım benim
        kardeşim çok ama için bir ve insan hakları şikayet tutuklandı şimdi burada ölüm beni
    """,
    "id": """
        tolong polisi rumah pintu saya takut bahaya terima kasih bagaimana dimana kapan ingin butuh bisa adalah adik sangat tetapi karena
        untuk yang dan tidak hak asasi manusia ditangkap sekarang disini ancaman kematian mereka kami dengan ini itu apa
    """,
    "tl": """
        tulong tulungan pulis bahay pinto ako takot panganib kumusta paano saan kailan gusto kailangan kapatid ko sobra pero dahil ang mga
        karapatang pantao inaresto ngayon dito kami sila po hindi ng
    """,
    "hi": """
        bachao madad kripya police ghar darwaza mujhe dar khatra dhanyavad namaste kaise kahan kab chahiye bhai bahut lekin kyunki liye aur
        nahi nahin hai hain mein mera meri giraftar maar rahe dhamki karo kya hum wo
    """,
    "so": """
        caawi caawimaad fadlan booliska guriga albaabka waxaan baqayaa khatar mahadsanid sidee halkee goorma rabaa walaalkay aad laakiin
        sababtoo waa iyo maya xuquuqda aadanaha xireen hadda halkan ayaa waan igu ii
    """,
    "ha": """
        taimako taimaka don allah yansanda gida kofa ina tsoro hadari nagode sannu yaya yaushe inaso dan uwana sosai amma saboda da kuma ba
        hakkin bil kama yanzu nan suna zuwa kashe za
    """,
    "mg": """
        vonjeo mpitandro polisy trano matahotra aho azafady misaotra ahoana taiza ny sy tsy rahalahiko
    """,
    "rw": """
        mumfashe ntabaza polisi inzu mfite ubwoba murakoze nshaka umuvandimwe ariko kuko ubu hano
    """,
    "ln": """
        salisa sunga ngai bolamu ndako nazali kobanga limbisa matondi ndenge wapi nalingi ndeko mpo sikoyo awa
    """,
}
_OURS: Final = frozenset(words("""
    police polis polisi casa como dan den con e a o as os don allah da ba ko ii so ni na ya wa je be un une la le les des de du me que no por
    para est tu aw ce sur mi po ev ve tod der das war die pero mas ola ha aid wo hum khatar bolis hai hain ina kama nan ana ani ila an al el fi
    ma min sono ho come qui è pour ng it is am in on humans una los las del si sa mon ton son te se en et au aux ben bir
"""))
_WORDS: Final = {name: frozenset(words(own)) - _OURS for name, own in _LATIN.items()}


def is_unspoken(text: str, found: Sequence[str]) -> bool:
    """Tell whether `text`, as spoken (see `tongues`), is plainly in another language than English, French and Arabic. `found`: its normalised words."""
    if _is_other_script(text):
        return True
    arabic = [word for word in found if not word.isascii()]
    latin = [word for word in found if word.isascii() and word.isalpha()]
    if len(arabic) > len(latin):
        return _is_other_arabic_script(text, arabic)
    return _is_other_latin(latin)


def _is_other_script(text: str) -> bool:
    if not is_foreign(text):
        return False
    letters = [letter for letter in text if letter.isalpha()]
    return sum(map(is_foreign, letters)) > _OF_OTHERS * len(letters)


def _is_other_arabic_script(text: str, found: Sequence[str]) -> bool:
    """Persian and Urdu: letters of theirs, with Persian letters two small words; Arabic dialects write the letters, too, but not the words."""
    if len(_OTHER_LETTERS.findall(text)) >= _ENOUGH:
        return True
    own = sum(word in _PERSIAN for word in set(found))
    return own >= _ENOUGH and (own > _ENOUGH or bool(_PERSIAN_LETTERS.search(text)))


def _is_other_latin(latin: Sequence[str]) -> bool:
    """One language's small words, more than there are of the three's."""
    found = set(latin)
    most = max((len(found & own) for own in _WORDS.values()), default=0)
    if len(found) <= _FEW:
        return most == len(found) > 0
    return most >= _ENOUGH and most > plain_words(found)
