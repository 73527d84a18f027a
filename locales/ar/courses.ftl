command-courses = الدورات والمشاورات
button-courses = 🎓 الدورات
courses = **الدورات والمشاورات**
courses-none = **لا توجد الآن دورة مفتوحة أو قادمة.** أستطيع إبلاغكم حين تُفتح دورة.
courses-none-wanted = **لا توجد الآن دورة من هذا النوع.** غيّروا ما تبحثون عنه، أو دعوني أبلغكم حين تُفتح دورة كهذه.
courses-choose = اختاروا دورة لقراءة المزيد. ويمكنكم تضييق القائمة بالأزرار التي تحتها.
course-gone = لم تعد هذه الدورة هنا. إليكم الدورات الأخرى.
course-other-language = لا يوجد بعد وصف لهذه الدورة بالعربية. إليكم لغة أخرى.
course-what = 🎓 { $kind } · { $region }
course-dates = 📅 { $start } – { $end }
course-day = 📅 { $date }
course-days-open = 📅 ستُعلن المواعيد لاحقًا.
course-place = 📍 { $place }
course-languages = 🗣 { $language }
course-audiences = 👥 { $text }
course-seats = { $number ->
    [one] 💺 مقعد واحد
    [two] 💺 مقعدان
    [few] 💺 { $number } مقاعد
    [many] 💺 { $number } مقعدًا
   *[other] 💺 { $number } مقعد
}
course-partners = 🤝 بالشراكة مع { $text }
course-closed = 🔒 مغلقة: لم تعد تستقبل أحدًا.
course-no-deadline = ⏳ مفتوحة، بلا موعد نهائي.
course-closes-weeks = { $number ->
    [one] ⏳ تُغلق في { $date }، الساعة { $time } { $zone } — المتبقي: أسبوع واحد
    [two] ⏳ تُغلق في { $date }، الساعة { $time } { $zone } — المتبقي: أسبوعان
    [few] ⏳ تُغلق في { $date }، الساعة { $time } { $zone } — المتبقي: { $number } أسابيع
    [many] ⏳ تُغلق في { $date }، الساعة { $time } { $zone } — المتبقي: { $number } أسبوعًا
   *[other] ⏳ تُغلق في { $date }، الساعة { $time } { $zone } — المتبقي: { $number } أسبوع
}
course-closes-days = { $number ->
    [one] ⏳ تُغلق في { $date }، الساعة { $time } { $zone } — المتبقي: يوم واحد
    [two] ⏳ تُغلق في { $date }، الساعة { $time } { $zone } — المتبقي: يومان
    [few] ⏳ تُغلق في { $date }، الساعة { $time } { $zone } — المتبقي: { $number } أيام
    [many] ⏳ تُغلق في { $date }، الساعة { $time } { $zone } — المتبقي: { $number } يومًا
   *[other] ⏳ تُغلق في { $date }، الساعة { $time } { $zone } — المتبقي: { $number } يوم
}
course-closes-hours = { $number ->
    [one] ⏳ **تُغلق في { $date }، الساعة { $time } { $zone } — المتبقي: ساعة واحدة**
    [two] ⏳ **تُغلق في { $date }، الساعة { $time } { $zone } — المتبقي: ساعتان**
    [few] ⏳ **تُغلق في { $date }، الساعة { $time } { $zone } — المتبقي: { $number } ساعات**
    [many] ⏳ **تُغلق في { $date }، الساعة { $time } { $zone } — المتبقي: { $number } ساعة**
   *[other] ⏳ **تُغلق في { $date }، الساعة { $time } { $zone } — المتبقي: { $number } ساعة**
}
course-closes-minutes = { $number ->
    [0] ⏳ **تُغلق في { $date }، الساعة { $time } { $zone } — المتبقي: أقل من دقيقة**
    [one] ⏳ **تُغلق في { $date }، الساعة { $time } { $zone } — المتبقي: دقيقة واحدة**
    [two] ⏳ **تُغلق في { $date }، الساعة { $time } { $zone } — المتبقي: دقيقتان**
    [few] ⏳ **تُغلق في { $date }، الساعة { $time } { $zone } — المتبقي: { $number } دقائق**
    [many] ⏳ **تُغلق في { $date }، الساعة { $time } { $zone } — المتبقي: { $number } دقيقة**
   *[other] ⏳ **تُغلق في { $date }، الساعة { $time } { $zone } — المتبقي: { $number } دقيقة**
}
course-section-learn = **ما ستتعلمونه**
course-section-who = **لمن هي**
course-section-costs = **كم تكلّف وما الذي يُدفع**
course-section-selection = **كيف يُختار المشاركون والمشاركات**
button-course-learn = ما ستتعلمونه
button-course-who = لمن هي
button-course-costs = التكاليف
button-course-selection = كيف يجري الاختيار
button-course-summary = نظرة عامة
button-course-interest = ✍️ إبداء الاهتمام
button-course-share = ↗️ مشاركة
button-course-mine = 📝 طلبات اهتمامي
button-course-tell = 🔔 أبلغوني حين تُفتح دورة كهذه
button-course-told = 🔔 ما أُبلَغ به
button-course-tell-yes = نعم، أبلغوني
button-course-stop = ✕ { $name }
button-course-stop-all = إيقاف الكل
button-course-back = ‹ الدورات
course-choose-region = **أي منطقة؟**
course-choose-kind = **أي نوع من الدورات؟**
course-choose-language = **بأي لغة تُعقد؟**
course-choose-audience = **لمن هي؟**
course-any-region = أي منطقة
course-any-kind = أي نوع
course-any-language = أي لغة
course-any-audience = للجميع
course-region-west-africa = غرب أفريقيا
course-region-east-africa = شرق أفريقيا
course-region-central-africa = وسط أفريقيا
course-region-north-africa = شمال أفريقيا
course-region-south-africa = الجنوب الأفريقي
course-region-mena = الشرق الأوسط وشمال أفريقيا
course-region-asia-pacific = آسيا والمحيط الهادئ
course-region-geneva = جنيف
course-region-online = عبر الإنترنت
course-kind-workshop = ورشة عمل
course-kind-trainers = تدريب مدربين ومدربات
course-kind-consultation = مشاورة مع خبراء
course-kind-online = دورة عبر الإنترنت
course-kind-geneva = برنامج في جنيف
course-audience-defenders = المدافعون والمدافعات
course-audience-nhri = العاملون والعاملات في المؤسسات الوطنية
course-audience-trainers = المدربون والمدربات
course-language-en = الإنجليزية
course-language-fr = الفرنسية
course-language-ar = العربية
course-language-es = الإسبانية
course-language-pt = البرتغالية
course-language-ru = الروسية
course-language-sw = السواحيلية
course-language-zh = الصينية
course-tell = **هل أبلغكم حين تُفتح دورة كهذه؟**

    تُظهر الأزرار ما ستُبلَغون به: غيّروها كما تشاؤون.

    إذا ضغطتم «{ $name }» أحتفظ بهذه الاختيارات الثلاثة مع رقم محادثتكم مشفّرًا، وأكتب إليكم حين تُفتح دورة كهذه. ويكفي ضغط زر واحد للإيقاف.
course-tell-quiet = لقد أوقفتم الإعلانات. إذا ضغطتم «{ $name }» تصلكم من جديد.
course-tell-kept = **تمّ.** سأكتب إليكم حين تُفتح دورة كهذه. ويمكنكم إيقاف ذلك من هنا في أي وقت.
course-tell-full = لديكم { $number } منها، وهذا أقصى ما أحتفظ به. أوقفوا واحدًا منها أولًا.
course-told = **ما طلبتم أن أبلغكم به.** اضغطوا أي سطر لإيقافه.
course-told-nothing = **لم تطلبوا أن أبلغكم بأي دورة.** ولا يُحفظ شيء عن ذلك.
course-told-line = { $region } · { $kind } · { $language }
course-link = للمزيد ولإبداء الاهتمام:
course-until = ⏳ حتى { $date }، الساعة { $time } { $zone }
course-qr = الرابط نفسه على شكل صورة للطباعة أو للعرض. لا ترسلوه إلا إلى من لا يعرّضه استلامه للخطر. يمكن العثور على صورة في هاتف: احذفوها حين لا تعودون بحاجة إليها.
zone-utc = بالتوقيت العالمي (UTC)
zone-geneva = بتوقيت جنيف
zone-paris = بتوقيت باريس
zone-brussels = بتوقيت بروكسل
zone-london = بتوقيت لندن
zone-new-york = بتوقيت نيويورك
zone-abidjan = بتوقيت أبيدجان
zone-accra = بتوقيت أكرا
zone-bamako = بتوقيت باماكو
zone-banjul = بتوقيت بانجول
zone-dakar = بتوقيت داكار
zone-abuja = بتوقيت أبوجا
zone-lome = بتوقيت لومي
zone-niamey = بتوقيت نيامي
zone-ouagadougou = بتوقيت واغادوغو
zone-cotonou = بتوقيت كوتونو
zone-yaounde = بتوقيت ياوندي
zone-kinshasa = بتوقيت كينشاسا
zone-ndjamena = بتوقيت نجامينا
zone-addis-ababa = بتوقيت أديس أبابا
zone-nairobi = بتوقيت نيروبي
zone-kampala = بتوقيت كمبالا
zone-kigali = بتوقيت كيغالي
zone-dar-es-salaam = بتوقيت دار السلام
zone-khartoum = بتوقيت الخرطوم
zone-juba = بتوقيت جوبا
zone-mogadishu = بتوقيت مقديشو
zone-harare = بتوقيت هراري
zone-johannesburg = بتوقيت جوهانسبرغ
zone-lusaka = بتوقيت لوساكا
zone-maputo = بتوقيت مابوتو
zone-algiers = بتوقيت الجزائر العاصمة
zone-cairo = بتوقيت القاهرة
zone-rabat = بتوقيت الرباط
zone-nouakchott = بتوقيت نواكشوط
zone-tripoli = بتوقيت طرابلس (ليبيا)
zone-tunis = بتوقيت تونس العاصمة
zone-amman = بتوقيت عمّان
zone-baghdad = بتوقيت بغداد
zone-beirut = بتوقيت بيروت
zone-damascus = بتوقيت دمشق
zone-dubai = بتوقيت دبي
zone-gaza = بتوقيت غزة
zone-jerusalem = بتوقيت القدس
zone-kuwait = بتوقيت مدينة الكويت
zone-riyadh = بتوقيت الرياض
zone-istanbul = بتوقيت إسطنبول
zone-bangkok = بتوقيت بانكوك
zone-colombo = بتوقيت كولومبو
zone-dhaka = بتوقيت دكا
zone-jakarta = بتوقيت جاكرتا
zone-kathmandu = بتوقيت كاتماندو
zone-new-delhi = بتوقيت نيودلهي
zone-kuala-lumpur = بتوقيت كوالالمبور
zone-manila = بتوقيت مانيلا
zone-suva = بتوقيت سوفا
