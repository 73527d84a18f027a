"""Danger as it is written in a hurry: words missing, other people's grammar, dialects; and calm messages with the same words. Whoever wrote the phrases
wrote NEW and CALM after them; of these a part may be missed."""

import pytest

from bot.knowledge.library import Library

NEW_RECALL, NEW_WRONG = 0.75, 0.06  # when they were written: 44 of 56 heard, 1 of 52 taken for danger
HEARD: dict[str, tuple[str, ...]] = {
    "en": (
        "somebody follow me", "i get death message on whatsapp", "plz hlp me", "military junta looking for me", "interrogation tomorrow what do i do",
        "they torture my brother now", "i receive threat", "no food in jail my father is sick they refuse doctor", "they took my passport at the border",
        "need safe house tonight", "one man he is following me since church", "2 cars behind me since morning am scared",
        "they write me on facebook they will cut my head", "every night unknown number call me say you will die",
        "police give me paper to come to station tomorow", "my husband is call for question at the intelligence tonight",
        "they seize my passport i can not travel", "i am at airport they dont let me go", "where i can sleep tonight they know my house",
        "pls i need place to hide my children", "my son is in cell he have asthma no inhaler they say no",
        "they beat my brother inside the cell right now we hear him", "officer say tomorrow they come with warrant", "army take all the boys in our village",
        "father arrested yesterday no lawyer we dont know", "they have my location pls do something", "they burn my shop because of my work",
        "my colleague not answer since they pick him",
    ),
    "fr": (
        "ya un mec qui me suit depuis le marché", "2 voitures devant chez moi depuis ce matin g peur", "je recoi des sms on va te tuer",
        "la nuit on m'appelle pour me dire que je vais mourir", "la gendarmerie ma donné un papier je dois venir demain",
        "mon mari est convoqué ce soir a la sureté", "ils ont gardé mon passeport je ne peux plus voyager", "on me bloque a laeroport",
        "ou dormir cette nuit ils connaissent ma maison", "je cherche un endroit pour cacher mes enfants",
        "mon fils est en cellule il est asthmatique ils refusent ses medicament", "ils tapent mon frere dans la cellule on entend ses cris",
        "les militaires ramassent tous les jeunes du quartier", "papa arrété hier pas d'avocat on sait rien",
        "mon collegue ne repond plus depuis quils l'ont pris", "ils ont brulé ma boutique a cause de mon travail", "ils savent ou j'habite et ils arrivent",
    ),
    "ar": (
        "في واحد لاحقني من الصبح وين ما روح", "سيارتين واقفين تحت بيتي من امبارح", "بيجيني مسجات انو رح يذبحوني", "كل ليلة رقم مجهول يتصل ويقول ستموت",
        "عطوني ورقة لازم روح عالفرع بكرا", "زوجي طلبوه المخابرات الليلة", "صادروا جواز سفري وما بقدر سافر", "انا بالمطار ومو مخليني اطلع",
        "وين انام الليلة عرفوا بيتي", "عايز مكان اخبي فيه ولادي", "ابني بالزنزانة عنده ربو وما بيعطوه الدوا", "عم يضربوا اخي جوا القسم وسامعين صوته",
        "العسكر هزو كاع الدراري ديال الحومة", "بابا تشد البارح وما عندو محامي", "زميلي ما عاد يرد من وقت اخدوه", "حرقولي المحل بسبب شغلي",
        "شكون تابعني ملي خرجت من المحكمة", "جاني استدعا من عند البوليس وخايف", "wa7ed tab3ni mn sba7", "khdaw lya passport f lmatar",
        "3ndi istid3a ghedda 3nd lbolis", "kay3ayto lya w ygolo ghadi n9atlouk", "fin nkhabi wladi had lila",
    ),
}
NEW: dict[str, tuple[str, ...]] = {
    "en": (
        "one motorbike dey follow me from market", "the same men again behind my car", "i recieve whatsapp they will slaughter my family",
        "somebody call my wife say your husband will be dead", "paper from police say come tomorow for statement",
        "cid want to question me tomorrow morning i fear", "immigration keep my passport and they say i cannot go out of country",
        "soldiers block me at border with my child", "give me any safe place for tonight", "we hide in the church they search house by house",
        "my mother in prison very sick no medicine", "my brother in the station they are hanging him by the hands", "they carry my uncle inside black car",
        "plzz hellp they catch my friend", "tomorrow they hang my father", "militia want kill all teachers here i am teacher",
        "no news of my sister since soldiers came", "police come night two time ask where am i",
    ),
    "fr": (
        "une moto me colle depuis deux jours", "ya des types devant mon portail toute la nuit", "jrecois des whatsapp ils vont egorger ma famille",
        "un inconnu a appelé ma femme ton mari va mourir", "la police a laissé une convocation pour demain", "la dgse veut m'interroger demain g peur",
        "la police des frontieres garde mon passeport", "des soldats me bloquent au barrage avec mon enfant", "trouvez moi un endroit sur pour ce soir",
        "on se cache dans l'eglise ils fouillent maison par maison", "ma mere est tres malade en prison sans medicament",
        "mon frere est au commissariat on le pend par les mains", "ils ont emmené mon oncle dans une voiture noire", "ils ont chopé mon pote aidé",
        "demain ils pendent mon pere", "pas de nouvelle de ma soeur depuis que les soldats sont venu",
        "la police est passé 2 fois la nuit elle demande ou je suis",
    ),
    "ar": (
        "موتوسيكل ماشي ورايا من السوق", "نفس الرجال واقفين قبال داري الليل كامل", "كيصيفطو ليا فالواتساب غادي نذبحو عائلتك",
        "واحد اتصل بمرتي وقالها زوجك رح يموت", "تركولي ورقة من الشرطة لازم احضر بكرة", "الامن الوطني عاوز يحقق معايا الصبح",
        "شرطة الحدود احتفظت بجوازي ومنعتني من السفر", "الجيش موقفني عالحاجز ومعي طفل", "لقولي مكان امان لهالليلة", "متخبيين بالكنيسة وعم يفتشوا بيت بيت",
        "امي مريضة كتير بالسجن وما في دوا", "اخي بالقسم معلقينه من ايديه", "اخدوا عمي بسيارة سودا", "مسكوا صاحبي الحقونا", "بكرا رح يعدموا ابوي",
        "ما في خبر عن اختي من وقت اجا العسكر", "البوليس جا جوج مرات بالليل كيسول عليا", "3assas 9oddam dari men lbare7", "hadadni b lmout f telephone",
        "a5dou jawazi f el matar", "el mokhabarat talbeeni bokra",
    ),
}
CALM: dict[str, tuple[str, ...]] = {
    "en": (
        "kindly send me the sources", "thanks please one more thing", "who follows up the recommendations", "is there a phone number for the secretariat",
        "the registration page is blocked for me", "can someone from the team call me", "we follow your courses with interest",
        "can children attend the session", "what is the position on the death penalty", "does the court hear prison cases",
        "i was invited for an interview tomorrow", "how do i get a new passport for the trip", "safe travel tips for geneva", "hello please, what is the upr",
        "i am dying to know the result of my application", "our organisation works with torture survivors",
        "police reform guidelines of the african commission", "is the training free for refugees",
    ),
    "fr": (
        "merci d'envoyer les sources", "encore une chose s'il vous plaît", "qui suit les recommandations de l'epu", "y a t il un numéro pour le secrétariat",
        "la page d'inscription est bloquée chez moi", "nous suivons vos formations avec intérêt", "les enfants peuvent ils assister à la session",
        "la position sur la peine de mort", "la cour examine t elle des affaires de prison", "je suis invité à un entretien demain",
        "comment obtenir un passeport pour le voyage", "conseils pour voyager en sécurité à genève", "bonjour svp c'est quoi l'epu",
        "je meurs d'envie de connaître le résultat", "notre organisation accompagne des survivants de torture", "lignes directrices sur la police en afrique",
        "la formation est elle gratuite pour les réfugiés",
    ),
    "ar": (
        "ارسلوا لي المصادر من فضلكم", "شكرا وسؤال آخر لو سمحتم", "من يتابع توصيات الاستعراض", "هل يوجد رقم هاتف للأمانة", "صفحة التسجيل محجوبة عندي",
        "نتابع دوراتكم باهتمام", "هل يحضر الأطفال الجلسة", "ما الموقف من عقوبة الإعدام", "هل تنظر المحكمة في قضايا السجون", "عندي مقابلة غدا للتدريب",
        "كيف احصل على جواز سفر للرحلة", "نصائح للسفر الآمن إلى جنيف", "مرحبا لو سمحت شو هو الاستعراض الدوري", "منظمتنا تعمل مع الناجين من التعذيب",
        "مبادئ توجيهية عن الشرطة في أفريقيا", "هل التدريب مجاني للاجئين", "متى يظهر قرار الاختيار",
    ),
}
FALSE: dict[str, tuple[str, ...]] = {
    "en": (
        "the deadline please", "source please", "link please", "more please", "yes please", "thank you please", "email please", "english please",
        "french please", "menu please", "one more question please", "i want to know please", "what do you know about me", "help me choose",
        "i am stuck on the form", "rights during arrest", "our ngo helps victims of rape", "the police station address of geneva?",
    ),
    "fr": (
        "police d'assurance voyage", "convocation de la session", "le lien est mort", "nous documentons les tueries", "encore une question svp",
        "le délai svp",
    ),
    "ar": (
        "ساعدني القى دورة", "ساعدوني في الاستمارة", "استدعوني لمقابلة الدورة", "انا خايف يفوتني الموعد", "الموعد من فضلك", "المصدر لو سمحت", "رابط بليز",
    ),
}
QUIET: dict[str, tuple[str, ...]] = {
    "en": (
        "can you follow up my application please", "does the committee follow cases in my country", "what is the deadline for interrogation of states",
        "where can i sleep in geneva during the session", "is my passport enough or do i need visa", "send me the form please",
        "i want to stop the questions", "who can call a special session", "my phone number changed how do i update", "death penalty rapporteur name",
        "hello dear, kindly share the training link", "i will jump to the next question", "i am hungry for more courses",
        "how do the police train on human rights", "i lost my certificate, can you help me", "please tell me about women rights in prison",
        "are doctors allowed to visit prisons", "can ngo attend the court hearing tomorrow", "i want to end this chat",
        "help us to register our organisation please",
    ),
    "fr": (
        "pouvez vous suivre mon dossier", "le comité suit il les recommandations", "où dormir à genève pendant la session",
        "mon passeport est-il suffisant pour le visa", "envoyez moi le formulaire svp", "qui peut convoquer une session extraordinaire",
        "comment changer mon numéro de téléphone", "je veux en finir avec ce formulaire", "bonjour cher monsieur le lien de la formation svp",
        "je saute cette question", "j'ai perdu mon attestation aidez moi", "les droits des femmes en prison", "les médecins peuvent ils visiter les prisons",
        "une ong peut assister à l'audience de demain", "aidez nous à enregistrer notre association", "je suis convoqué à l'entretien de sélection",
        "la peine de mort en afrique", "j'ai peur de rater le délai",
    ),
    "ar": (
        "كيف اتابع طلبي من فضلكم", "هل تتابع اللجنة التوصيات", "وين انام بجنيف خلال الدورة", "هل يكفي جواز السفر ام احتاج تأشيرة",
        "ابعتولي الاستمارة لو سمحتوا", "من يدعو إلى جلسة استثنائية", "غيرت رقم هاتفي كيف احدثه", "اريد انهاء الاستمارة", "بدي خلص من هالسؤال",
        "مرحبا ممكن رابط التدريب", "ضاعت شهادتي ساعدوني", "حقوق النساء في السجن", "هل يزور الاطباء السجون", "هل تحضر المنظمات جلسة المحكمة غدا",
        "ساعدونا في تسجيل جمعيتنا", "عقوبة الإعدام في أفريقيا", "خايف ما الحق الموعد", "تعبت من الانتظار متى الجواب", "bghit lien dyal formation 3afak",
        "kifach nsajel f dawra",
    ),
}
LANGUAGES = ("en", "fr", "ar")


@pytest.mark.parametrize("language", LANGUAGES)
def test_danger_in_broken_sentences_is_heard(real: Library, language: str) -> None:
    """Pursuit, death threats, summons, papers taken, a place to hide, torture now, jail without a doctor."""
    missed = [text for text in HEARD[language] if not real.match(text, language).urgent]

    assert missed == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_most_of_what_the_phrases_never_saw_is_heard(real: Library, language: str) -> None:
    """A measure, not a list to complete."""
    heard = sum(real.match(text, language).urgent for text in NEW[language])
    wrong = sum(real.match(text, language).urgent for text in CALM[language])

    assert min(len(NEW[language]), len(CALM[language])) >= 15
    assert heard >= NEW_RECALL * len(NEW[language])
    assert wrong <= NEW_WRONG * len(CALM[language])


@pytest.mark.parametrize("language", LANGUAGES)
def test_politeness_and_papers_ring_no_alarm(real: Library, language: str) -> None:
    """"Please" says nothing about danger, nor does a form, a session, a course."""
    wrong = [text for text in (*FALSE[language], *QUIET[language]) if real.match(text, language).urgent]

    assert wrong == []
