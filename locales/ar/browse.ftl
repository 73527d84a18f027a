button-topics = 📚 تصفّح المواضيع
button-back = ‹ رجوع
button-next = المزيد ›
button-previous = ‹ السابق
topics = **المواضيع.** اختاروا موضوعًا.
topic-choose = اختاروا ما تريدون قراءته.
checked-on = *آخر تحقق: { $date }.*
overdue = ⚠️ *تأخّر التحقق من هذه المادة. راجعوا الصفحة الرسمية قبل الاعتماد على عنوان أو تاريخ.*
being-updated = جرى آخر تحقق من هذه المادة في { $date }. مضى على ذلك وقت طويل، وهي الآن قيد التحديث. في هذه الأثناء استخدموا الصفحات الرسمية:
sources-title = **المصادر**
source-page =
    { $tongue ->
        [ar] { $publisher }
        [en] { $publisher } (بالإنجليزية)
        [fr] { $publisher } (بالفرنسية)
        [de] { $publisher } (بالألمانية)
        [es] { $publisher } (بالإسبانية)
        [it] { $publisher } (بالإيطالية)
        [pt] { $publisher } (بالبرتغالية)
       *[other] { $publisher } (بلغة أخرى)
    }
source-unlinked = *قرأناه في موقع لا نضع رابطًا إليه: مواقع كهذه قد تضرّ بالهاتف.*
related-title = **انظروا أيضًا**
button-summary = الملخص
button-sources = المصادر
button-related = انظروا أيضًا
button-helped = 👍 مفيد
button-not-helped = 👎 غير مفيد
thanks-for-telling = شكرًا لإخبارنا.
not-helped = **نعتذر.** جرّبوا كلمات أخرى، أو تصفّحوا المواضيع.
section-who = **من يمكنه الاستفادة**
section-how = **كيف تفعلون ذلك**
section-include = **ما الذي يجب ذكره**
section-deadlines = **المهل**
section-next = **ماذا يحدث بعد ذلك**
section-risks = **المخاطر والموافقة**
section-without-who = لا تذكر هذه المادة من يمكنه الاستفادة.
section-without-how = لا تذكر هذه المادة كيف يتم ذلك.
section-without-include = لا تذكر هذه المادة ما الذي يجب ذكره.
section-without-deadlines = لا تذكر هذه المادة أي مهل.
section-without-next = لا تذكر هذه المادة ماذا يحدث بعد ذلك.
section-without-risks = لا تذكر هذه المادة شيئًا عن المخاطر.
section-of-costs = ليس في هذه المادة قسم عن التكاليف. وإن ذُكرت فيها، فستجدونها في الملخص أو هنا:
button-who = من يمكنه الاستفادة
button-how = كيف تفعلون ذلك
button-include = ما الذي يجب ذكره
button-deadlines = المهل
button-next-steps = ماذا يحدث بعد ذلك
button-risks = ⚠️ المخاطر
topic-protection = الحماية والمساعدة
topic-general = منظومة الأمم المتحدة
topic-hrc = مجلس حقوق الإنسان
topic-special-procedures = الإجراءات الخاصة
topic-treaty-bodies = هيئات المعاهدات
topic-upr = الاستعراض الدوري الشامل
topic-african-system = المنظومة الأفريقية
topic-african-commission = اللجنة الأفريقية
topic-african-court = المحكمة الأفريقية
topic-african-standards = المعايير الأفريقية
topic-sub-regional-courts = المحاكم دون الإقليمية
topic-arab-mena = المنظومتان العربية والإسلامية
topic-asia-pacific = آسيا والمحيط الهادئ
topic-nhri = المؤسسات الوطنية
topic-national = القوانين الوطنية
topic-standards = معايير الأمم المتحدة
topic-funds = الصناديق
topic-travel = السفر إلى جنيف
topic-ishr-training = تدريبات ISHR
