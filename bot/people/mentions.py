"""Does a text seem to name a third person, or an exact place? Rules of thumb in three languages: they only lead to a question back."""

import re


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_NAME = r"[A-ZÀ-ÖØ-Þ][a-zà-öø-ÿ’'\-]{1,30}"
# Words that begin with a capital letter and are no person's name: organisations, bodies, offices.
_NO_NAME = _set(
    "human rights network association organisation organization coalition commission committee council centre center court union african united "
    "nations international national forum foundation institute ministry general special rapporteur state police army youth women programme program "
    "project campaign réseau comité conseil cour africaine nationale internationale fondation institut ministère général générale rapporteuse état "
    "jeunesse femmes projet droits défenseurs collectif ligue east west north south southern northern eastern western central africa afrique geneva "
    "genève the this these our we they i in on at and since le la les english french arabic muslim christian kenyan january february march april may "
    "june july august september october november december")
_GROUPS = _set(
    "organisation organization network group ngo association coalition project centre center programme program report campaign newspaper film radio "
    "movement organisations réseau groupe ong projet rapport campagne journal mouvement collectif")
_KIN_EN = (r"colleague|friend|brother|sister|husband|wife|son|daughter|father|mother|cousin|uncle|aunt|neighbou?r|client|boss|director|lawyer|assistant"
           r"|driver|volunteer|coordinator")
_ROLE_EN = r"activist|journalist|lawyer|defender|victim|student|blogger|detainee|prisoner|witness|survivor|reporter"
_KIN_FR = (r"collègue|ami|amie|frère|s(?:œ|oe)ur|mari|femme|épouse|époux|fils|fille|père|mère|cousine?|oncle|tante|voisine?|cliente?|directeur|directrice"
           r"|avocate?|camarade|assistante?|chauffeur|coordinateur|coordinatrice")
_ROLE_FR = r"militante?|journaliste|avocate?|défenseure?|victime|étudiante?|blogueu(?:r|se)|détenue?|prisonni(?:er|ère)|témoin|survivante?"
_NAMED = (
    re.compile(rf"\b(?i:my|our|his|her|their) (?i:{_KIN_EN}),? (?:(?i:called|named|is) )?(?P<name>{_NAME})"),
    re.compile(rf"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Sheikh|Imam|Pastor|Judge|Colonel|Captain|Lieutenant|Commander)\.? (?P<name>{_NAME})"),
    re.compile(rf"\b(?i:{_ROLE_EN}),? (?P<name>{_NAME}) {_NAME}"),
    re.compile(rf"\b(?i:his|her|their|whose) names? (?:is|was|are) (?P<name>{_NAME})"),
    re.compile(rf"(?<![\w’'\-])(?P<before>[\w’'\-]{{1,30}}),? (?:who (?:is|was) )?(?:named|called) (?P<name>{_NAME})"),
    re.compile(rf"\b(?i:mon|ma|mes|notre|nos|son|sa|leur) (?i:{_KIN_FR}),? (?:(?:nommée?|appelée?) )?(?P<name>{_NAME})"),
    re.compile(rf"(?:\bM\.|\b(?:Mme|Mlle|Pr|Monsieur|Madame|Maître|Cheikh)) (?P<name>{_NAME})"),
    re.compile(rf"\b(?i:{_ROLE_FR}),? (?P<name>{_NAME}) {_NAME}"),
    re.compile(rf"(?<![\w’'\-])(?P<before>[\w’'\-]{{1,30}}),? (?:qui )?(?:nommée?|appelée?|(?:s[’'])appelle|du nom de) (?P<name>{_NAME})"),
)
_AR = r"[\u0621-\u064a]{2,20}"
_AR_TITLES = r"السيد|السيدة|الأستاذ|الأستاذة|الدكتور|الدكتورة|الشيخ|الآنسة|القاضي|العقيد|الرائد"
_AR_KIN = (r"زميلي|زميلتي|زميلنا|زميلتنا|صديقي|صديقتي|أخي|أختي|زوجي|زوجتي|ابني|ابنتي|والدي|والدتي|جاري|جارتي|موكلي|موكلتي|مديرنا|مديرتنا|محامينا"
           r"|الناشط|الناشطة|الصحفي|الصحفية|المعتقل|المعتقلة")
_AR_NAMED = (
    re.compile(rf"(?<![\u0621-\u064a])و?(?:{_AR_TITLES}|{_AR_KIN}) (?P<name>{_AR})"),
    re.compile(rf"(?<![\u0621-\u064a])(?:و?اسمه|و?اسمها|يدعى|تدعى|المدعو|المدعوة) (?P<name>{_AR})"),
)
_AR_NO_NAME = _set(
    "في من على عن إلى الى الذي التي كان كانت هو هي قد لم لن ما لا أن إن ثم أو مع بعد قبل منذ عند هنا هناك هذا هذه جدا سابق سابقا رئيس رئيسة عضو عضوة "
    "حقوقي حقوقية سياسي سياسية مستقل مستقلة محلي محلية نائب معالي سعادة أيضا وهو وهي وقد ولم")
_AR_VERB = re.compile(r"[يتن][\u0621-\u064a]{3,}")  # "my colleague works": a verb, unless it is one of the names below
_AR_NAMES = _set(
    "يوسف ياسين ياسر يحيى يعقوب يزيد يونس توفيق تامر تيسير تغريد تهاني نادية نبيل ناصر نجلاء نورة نوال نسرين نعيمة")
_PLACES = (
    re.compile(rf"\b\d{{1,4}}[a-z]?,? (?:{_NAME} ){{1,4}}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Boulevard|Drive|Close|Square)\b"),
    re.compile(r"\b(?:house|flat|apartment|room|plot) (?:no\.?|number|#) ?\d", re.IGNORECASE),
    re.compile(r"\b\d{1,4}(?: ?(?:bis|ter))?,? (?:rue|avenue|boulevard|av\.|bd|impasse|allée|chemin|ruelle) \w", re.IGNORECASE),
    re.compile(r"\b(?:maison|appartement|villa|chambre|lot) (?:no\.?|n[°º]|numéro) ?\d", re.IGNORECASE),
    re.compile(r"شارع [^\n.،]{1,40}(?:رقم|بناية|عمارة|منزل) ?\d|(?:منزل|شقة|عمارة|بناية|بيت) رقم ?\d"),
)
_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")
_SPACES = re.compile(r"\s+")
_VOWELS = re.compile(r"[\u064b-\u0652\u0640]")  # written or not, a word is the same


def mentions_somebody(text: str) -> bool:
    """Tell whether `text` (cut to 4,096 characters) seems to name a third person or to give a street address."""
    text = _VOWELS.sub("", _SPACES.sub(" ", text[:4096].translate(_DIGITS)))
    if any(place.search(text) for place in _PLACES):
        return True
    latin = any(_is_name(found) for pattern in _NAMED for found in pattern.finditer(text))
    return latin or any(_is_arabic_name(found["name"]) for pattern in _AR_NAMED for found in pattern.finditer(text))


def _is_name(found: re.Match[str]) -> bool:
    """Leave out organisations: "a network called Defenders", "our lawyer Association"."""
    before = found.groupdict().get("before") or ""
    return before.lower() not in _GROUPS and found["name"].lower().rstrip("’'s") not in _NO_NAME and found["name"].lower() not in _NO_NAME


def _is_arabic_name(word: str) -> bool:
    if word in _AR_NAMES:
        return True
    return not (word.startswith("ال") or word in _AR_NO_NAME or _AR_VERB.fullmatch(word))
