button-selecting = إبداءات الاهتمام
button-selecting-staff = قائمة الفريق
button-selecting-course = العودة إلى الدورة
selecting-courses = **إبداءات الاهتمام.** اختاروا دورة.
selecting-no-courses = لا توجد الآن دورة مفتوحة أو مغلقة أو اتُّخذ القرار فيها.
selecting-by-state = **بحسب الحالة**
selecting-by-region = **بحسب المنطقة**
selecting-by-language = **بحسب اللغة**
selecting-none = - لا شيء
selecting-count = - { $name }: { $count }
selecting-state-received = - لم تُقرأ بعد: { $count }
selecting-state-reading = - قيد القراءة: { $count }
selecting-state-accepted = - مقبولة: { $count }
selecting-state-waiting = - في قائمة الانتظار: { $count }
selecting-state-declined = - ليس هذه المرة: { $count }
selecting-region-africa = - أفريقيا: { $count }
selecting-region-mena = - الشرق الأوسط وشمال أفريقيا: { $count }
selecting-region-asia-pacific = - آسيا والمحيط الهادئ: { $count }
selecting-region-other = - مكان آخر: { $count }
selecting-region-none = - لم يُذكر: { $count }
selecting-hidden = الأعداد الأقل من 5 مخفية. وأحيانًا يُخفى عدد آخر حتى لا يستنتجها أحد.
button-review-next = قراءة الطلب التالي
button-ranking = الترتيب والقرارات
button-letters = الرسائل
button-letters-ask = طلب الإرسال
button-letters-release = الإذن بإعلان القرارات والرسائل
button-export = تصدير ملف
review-head = **إبداء اهتمام**
review-sent = أُرسل في { $date }، باللغة { $language ->
        [fr] الفرنسية
        [ar] العربية
       *[en] الإنجليزية
    }
review-answer-country = **البلد**
review-answer-region = **المنطقة**
review-answer-organisation = **المنظمة**
review-answer-work = **العمل الحالي في مجال حقوق الإنسان**
review-answer-plans = **الخطط للسنة المقبلة**
review-answer-use = **الاستفادة من الأمم المتحدة أو اللجنة الأفريقية**
review-answer-experience = **الخبرة بهذه الآليات حتى الآن**
review-answer-languages = **اللغات**
review-answer-access = **ما يلزم للمشاركة**
review-reason = { $text }
review-nameless = الأسماء وطرق الاتصال مخفية. أما اسم شخص آخر داخل إجابة فلا نكتشفه: لا تنقلوه إلى أحد. قراءتكم هذه مسجَّلة.
review-organisation-ngo = منظمة غير حكومية
review-organisation-network = شبكة أو ائتلاف
review-organisation-nhri = مؤسسة وطنية لحقوق الإنسان
review-organisation-independent = مدافع مستقل أو مدافعة مستقلة
review-organisation-media = وسيلة إعلام
review-organisation-lawyer = محامٍ أو محامية
review-organisation-other = غير ذلك
review-experience-none = لا خبرة بعد
review-experience-some = بعض الخبرة
review-experience-often = خبرة متكررة
button-review-score = تقييم الطلب
button-review-abstain = أمتنع: أعرف صاحب الطلب
button-review-other = طلب آخر
button-review-others = قراءة التقييمات الأخرى
button-review-again = قراءة الطلب (مجددًا)
button-review-file = ✅ تقديم تقييمي
button-review-work = العمل الحالي
button-review-plans = الخطط
button-review-use = الاستفادة من الآليات
review-sheet = **تقييمكم حتى الآن.** أعطوا كل معيار من نقطة إلى 5 نقاط، مع ذكر السبب.
review-kept = لم يُقدَّم بعد: يُحفظ 24 ساعة مشفَّرًا. وما يُقدَّم لا يُستبدل.
review-line-work = **العمل الحالي: { $points }**
review-line-plans = **الخطط: { $points }**
review-line-use = **الاستفادة من الآليات: { $points }**
review-criterion-work = **العمل الحالي في مجال حقوق الإنسان.** ما أهميته، ولمن؟
review-criterion-plans = **الخطط للسنة المقبلة.** ما مدى وضوحها؟
review-criterion-use = **الاستفادة من الأمم المتحدة أو اللجنة الأفريقية.** كيف ستُستخدم الدورة؟
review-points = كم نقطة؟ 1 قليل، و5 كثير.
review-type-reason = **النقاط: { $points }.** اكتبوا الآن السبب في رسالتكم التالية: { $most } حرف على الأكثر، من دون أسماء.
review-type-abstention = **أنتم تمتنعون.** اكتبوا السبب في رسالتكم التالية: { $most } حرف على الأكثر، من دون أسماء. تلك الرسالة تقدِّم الامتناع؛ وبعدها لا تقرؤون هذا الطلب ثانية ولا تقرِّرون فيه.
review-reason-long = في هذا النص { $length } حرفًا؛ اكتبوا ما بين 1 و{ $most }.
review-none-left = لم يبقَ لكم ما تقرؤونه في هذه الدورة.
review-gone = لم يعد هذا الطلب موجودًا. لا يلزم فعل شيء.
review-damaged = لا يمكن فتح هذا الطلب. أخبروا مشغِّل البوت، وانتقلوا إلى الطلب التالي.
review-abstained = امتنعتم عن هذا الطلب، فلا تقرؤونه قبل الإعلان.
review-changed = **غيَّر صاحب الطلب أو صاحبته الإجابات منذ أن قرأتموها.** نقاطكم محفوظة: راجعوها ثم قدِّموا التقييم مجددًا.
review-filed = قُدِّم التقييم. شكرًا. وما يُقدَّم لا يُستبدل.
review-abstention-filed = قُدِّم امتناعكم. سيقرأ الطلبَ آخرون.
review-enough = لهذا الطلب كل ما يلزم من التقييمات. لم يُقدَّم تقييمكم.
review-released = أُعلن القرار في هذا الطلب. لم يُقدَّم تقييمكم.
review-others = **التقييمات**
review-of = **التقييم { $number }**
review-says-abstained = امتناع: { $text }
review-unreadable = لا يمكن فتح هذا التقييم. أخبروا مشغِّل البوت.
review-not-open = لم يعد هذا الطلب مفتوحًا: تُحفظ النقاط غير المقدَّمة 24 ساعة، لطلب واحد في كل مرة.
review-alarm = تنبيه: قرأ عضو الفريق { $name } خلال ساعة { $count } من إبداءات الاهتمام. اسألوا عن السبب. وإن لم يكن هناك سبب وجيه فاسحبوا الدور: /staff.
ranking = **الترتيب: العدد الذي له تقييمات كافية { $count }.** أعلى متوسط أولًا؛ من دون أسماء.
ranking-empty = لا يوجد بعد طلب له تقييمات كافية.
ranked-means = العمل { $work } · الخطط { $plans } · الاستفادة { $use }
ranked-split = ⚠ اختلف المقيِّمون
ranked-changed = ✎ تغيَّر بعد تقييم
ranked-conflict = امتنعتم: يقرِّر شخص آخر.
ranked-accepted = ← مقبول
ranked-waiting = ← قائمة الانتظار
ranked-declined = ← ليس هذه المرة
button-decide-accepted = ✅ قبول
button-decide-waiting = ⏳ قائمة الانتظار
button-decide-declined = ليس هذه المرة
decide-done = حُفظ القرار حتى الإعلان؛ يمكن تغييره. المقبولون: { $count }، المقاعد: { $seats }.
decide-over = حُفظ القرار حتى الإعلان؛ يمكن تغييره. **المقبولون أكثر من المقاعد:** { $count } مقبولون، { $seats } مقاعد.
decide-gone = لم يعد هذا موجودًا. لا يلزم فعل شيء.
decide-conflict = امتنعتم عن تقييمه، فيقرِّر شخص آخر.
decide-too-few = ليست له تقييمات كافية.
decide-released = أُعلن القرار فيه ولا يتغيَّر. لا يُقبل بعد ذلك إلا من هم على قائمة الانتظار.
letters = **الرسائل.** رسالة لكل قرار ولكل لغة. لا يُرسل إلا ما حُفظ (✅).
button-letter-accepted = { $saved ->
    [yes] ✅
   *[no] ▫️
} قبول { $language }
button-letter-waiting = { $saved ->
    [yes] ✅
   *[no] ▫️
} انتظار { $language }
button-letter-declined = { $saved ->
    [yes] ✅
   *[no] ▫️
} اعتذار { $language }
letter-name = { $outcome ->
        [accepted] قبول
        [waiting] قائمة الانتظار
       *[declined] ليس هذه المرة
    } · { $language ->
        [fr] الفرنسية
        [ar] العربية
       *[en] الإنجليزية
    }
letter-count = **{ $outcome ->
        [accepted] قبول
        [waiting] قائمة الانتظار
       *[declined] ليس هذه المرة
    } · { $language ->
        [fr] الفرنسية
        [ar] العربية
       *[en] الإنجليزية
    }: { $count }**
letter-saved = حُفظت. هكذا ستُقرأ:
letter-not-saved = لم يحفظ أحد هذه الرسالة بعد: لن تُرسل. النص الذي يُبدأ منه:
button-letter-default = حفظ هذا النص
button-letter-type = كتابة نص آخر
letter-type = **اكتبوا الرسالة ({ $language ->
        [fr] الفرنسية
        [ar] العربية
       *[en] الإنجليزية
    })** في رسالتكم التالية: { $most } حرف على الأكثر. لا أسماء ولا مكان. يمكنكم استخدام { "{course}" } و{ "{dates}" } و{ "{deadline}" }؛ و**نجمتان** من كل جانب للخط العريض، ويُرسل كل ما سوى ذلك كما تكتبونه. النص الحالي:
letter-text = { $text }
letter-gone = لم تعد هذه الدورة موجودة.
letter-empty = الرسالة فارغة. اكتبوها مجددًا.
letter-too-long = **الرسالة طويلة جدًا، ولم يُؤخذ منها شيء.** الحد الأقصى { $most } حرف. تقسم تيليغرام النص الطويل إلى عدة رسائل، ولا يُؤخذ ما يأتي بعد هذه أيضًا. اضغطوا لكتابة رسالة أقصر.
letter-cut = **لم يُؤخذ هذا:** قد يكون بقية الرسالة التي كانت طويلة جدًا. اضغطوا لكتابة رسالة أقصر.
letter-unknown-variable = لا يمكن ملء «{ $name }». لا يُملأ إلا { "{course}" } و{ "{dates}" } و{ "{deadline}" }. اكتبوها مجددًا.
letter-language = تُكتب الرسالة بالإنجليزية أو الفرنسية أو العربية.
letter-sent = وصلت هذه الرسالة إلى أحدهم: لا تتغيَّر بعد ذلك.
letters-ready = **كل شيء جاهز: عدد من سيُبلَّغون: { $count }.** مقبولون { $accepted }، قائمة الانتظار { $waiting }، ليس هذه المرة { $declined }.
letters-left = بلا قرار: { $count }. تبقى «قيد القراءة» ويمكن إعلانها لاحقًا.
letters-missing = تنقص رسائل: { $text }. اكتبوها واحفظوها أولًا.
letters-gone = لم تعد هذه الدورة موجودة.
letters-open = لم يحن الموعد النهائي بعد: ما زال الإرسال والتغيير ممكنين. لا يُعلن شيء قبله.
letters-nothing = لا يوجد قرار ينتظر الإعلان.
letters-undecided = لبعض الطلبات لا قرار بعد.
letters-already-asked = طلب أحدهم هذا الإرسال من قبل. الطلب الجديد يحل محل السابق.
letters-stopped = **أُوقفت رسائل لهذه الدورة** قبل أن تصل إلى الجميع. النتائج ظاهرة رغم ذلك. افتحوا الرسائل لطلب إرسال الباقي، أو لمعرفة هل طلبه أحد.
button-letters-stopped = أُوقفت: { $rule ->
        [accepted] القبول
        [waiting] قائمة الانتظار
       *[declined] ليس هذه المرة
    }
button-letters-ask-now = طلب هذا الإرسال
letters-asked = **قُدِّم الطلب.** يجب أن يأذن به شخص آخر خلال 24 ساعة. أي تغيير في قرار أو رسالة يلغي الطلب.
letters-wanted = يطلب أحدهم إذنكم بإعلان قرارات «{ $course }» ورسائلها. اقرؤوها أولًا.
letters-release-means = بعد ذلك تظهر القرارات فورًا ولا تتغيَّر؛ ولا يُقبل بعدها إلا من هم على قائمة الانتظار. تُرسل الرسائل بعد مهلة قصيرة؛ وحتى ذلك الحين يستطيع أي عضو في الفريق إيقافها.
button-letters-release-now = الإذن الآن
letters-released = **صدر الإذن، وعدد من سيُبلَّغون: { $count }.** تُرسل الرسائل بعد المهلة. لإيقافها: /staff.
letters-too-long = إحدى الرسائل أطول من رسالة واحدة. اختصروها ثم اطلبوا مجددًا.
letters-nobody-asked = لا أحد يطلب الإرسال الآن: صدر الإذن، أو مضى على الطلب أكثر من 24 ساعة.
letters-changed = تغيَّر قرار أو رسالة عمّا عُرض. انظروا مجددًا واطلبوا مجددًا.
letters-same-person = **يجب أن يأذن بهذا شخص آخر:** أنتم من طلبه، أو قرَّرتم في جزء منه. إذا كنتم اثنين فأحدكما يقرِّر ويطلب، والآخر يأذن.
letters-not-allowed = دوركم لا يسمح بهذا.
export-about = **الملف يمكن العثور عليه.** فيه كل إبداءات الاهتمام بهذه الدورة؛ والأسماء وطرق الاتصال لمن قُبلوا وأُبلغوا فقط. من يأخذ هاتفكم أو حاسوبكم يستطيع قراءته. لا تطلبوه إلا عند الحاجة، واحذفوه بعد ذلك. يجب أن يؤكِّد شخص ثانٍ.
export-waits = طلبتم الملف. يجب أن يؤكِّد شخص آخر خلال 24 ساعة.
export-wanted = يطلب عضو الفريق { $name } إبداءات الاهتمام بـ«{ $course }» في ملف. لا تؤكِّدوا إلا إذا عرفتم السبب. يُرسل الملف إليه لا إليكم.
button-export-ask = طلب الملف
button-export-confirm = تأكيد: إرساله إلى من طلبه
button-export-look = عرض
export-gone = لا توجد دورة كهذه، أو لا أحد فيها.
export-nobody-asked = لا أحد يطلب هذا الملف الآن: أُرسل، أو مضى على الطلب أكثر من 24 ساعة.
export-same-person = أنتم من طلبه: يجب أن يؤكِّد شخص آخر.
export-not-allowed = أحدكما ليس له دور يسمح بهذا.
export-done = أُرسل إلى من طلبه: { $count } من إبداءات الاهتمام.
export-not-sent = ليس مؤكَّدًا أن الملف وصل. إن لم يصل فيمكن طلبه مجددًا.
export-caption = الملف الذي طلبتموه. احذفوه حين لا تحتاجون إليه، هنا وحيث حفظتموه.
button-accepted = المقبولون: طرق الاتصال
button-waiting-list = قائمة الانتظار
waiting-list = **قائمة الانتظار: { $count }، وقد أُبلغوا.** إن كان هناك مقعد شاغر فافتحوا طلبًا واقبلوه. يُبلَّغ صاحبه بعد إذن ثانٍ، برسالة القبول.
waiting-list-empty = لا أحد على قائمة الانتظار.
accepted-list = **مقبولون أُبلغوا بذلك.** افتحوا طلبًا لرؤية الاسم وطريقة الاتصال. كل فتح مسجَّل. من يأخذ هاتفكم يستطيع قراءة ما هنا: أخلوا هذه المحادثة بعد ذلك (/wipe).
accepted-none = لا أحد قُبل وأُبلغ بعد.
accepted-counts = المقبولون: { $count }. المقاعد: { $seats }. قائمة الانتظار: { $waiting }.
accepted-one = **مقبول.** اللغة: { $language ->
        [fr] الفرنسية
        [ar] العربية
       *[en] الإنجليزية
    }.
accepted-name = **الاسم أو الاسم المستعار**
accepted-reach = **طريقة الاتصال**
accepted-contact_detail = **بيانات الاتصال**
accepted-share = **هل يجوز إطلاع الشريك؟**
accepted-may-share = نعم
accepted-may-not-share = لا
accepted-noted = فتحكم هذا مسجَّل. لا تستخدموا إلا الطريقة التي اختارها صاحب الطلب.
place-free = **شغر مقعد في «{ $course }»:** انسحب شخص مقبول. يمكنكم قبول شخص من قائمة الانتظار، ويأذن بذلك شخص ثانٍ.
