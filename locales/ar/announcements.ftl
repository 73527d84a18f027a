announcement-first-line = **رسالة من دليل**
announcement-why-announcement = تصلكم هذه الرسالة لأنكم طلبتم أخبار الدورات، أو أرسلتم إبداء اهتمام.
announcement-why-letters = تصلكم هذه الرسالة لأنكم أرسلتم إبداء اهتمام.
announcement-why-incident = تصل هذه الرسالة إلى كل من يستخدم دليل، لأنها تتعلق بسلامتكم.
button-announcement-stop = إيقاف هذه الرسائل
button-announcement-open = عرض الدورة
button-announcement-register = إبداء الاهتمام
announcements-quiet = **تمّ: لن تصلكم إعلانات بعد الآن.** لكن تبقى تصلكم الرسائل عن إبداءات اهتمامكم، والتنبيهات التي تتعلق بسلامتكم.
announcements-loud = تمّ: ستصلكم الإعلانات من جديد.
button-announcements-loud = استئناف الإعلانات
button-announcement-new = إعلان جديد
button-announcement-mine = إعلاناتي
button-announcement-waiting = بانتظار الاعتماد
button-announcement-now = قيد الإرسال
announcement-about = **ما موضوع الإعلان؟**
button-announcement-free = موضوع آخر
announcement-mine = **إعلاناتكم.** اضغطوا أي إعلان للمتابعة.
announcement-waiting = **بانتظار شخص ثانٍ.** اقرؤوا قبل أن تعتمدوا.
announcement-now = **معتمدة، أو قيد الإرسال.**
announcement-none = لا توجد إعلانات هنا.
announcement-not-now = هذا غير ممكن، أو لم يعد ممكنًا: كتب الإعلان شخص آخر، أو بدأ إرساله.
announcement-late = **تأخر إعلان أكثر من ساعة.** ربما لم يعد ما فيه صحيحًا. هل يُرسل رغم ذلك أم يُوقف؟
announcement-failing = **أُوقف إعلان مؤقتًا: يفشل إرسال رسائل كثيرة.** اطّلعوا على الأسباب، ثم استأنفوا الإرسال أو أوقفوه.
announcement-changed = **أُوقف إعلان: لم يعد كما اعتُمد.** غيّره أحدهم في قاعدة البيانات. أبلغوا من يدير الخادم الآن.
announcement-parked = **تجعل تيليغرام الإعلانات تنتظر وقتًا طويلًا.** لا يضيع شيء: يُستأنف الإرسال من تلقاء نفسه، ويستمر الناس في تلقي الأجوبة. يمكنكم إيقافه.
announcement-plain = **رفضت تيليغرام تنسيق أحد الإعلانات.** يصل إلى الناس نصًا بسيطًا. اطّلعوا عليه، وأوقفوه إن كانت قراءته صعبة.
state-draft = مسودة
state-waiting = في الانتظار
state-released = معتمد
state-late = متأخر
state-sending = قيد الإرسال
state-paused = متوقف مؤقتًا
state-stopped = موقوف
state-done = أُرسل
desk = **الإعلان: { $state ->
        [draft] مسودة
        [waiting] بانتظار شخص ثانٍ
        [released] معتمد، ولم يُرسل بعد
       *[other] متأخر
    }.** أي تغيير يعيده مسودة.
desk-no-text = لا نص بعد.
desk-count = { $count ->
        [0] لا يصل الآن إلى أحد
        [one] يصل الآن إلى شخص واحد
        [two] يصل الآن إلى شخصين
        [few] يصل الآن إلى { $count } أشخاص
        [many] يصل الآن إلى { $count } شخصًا
       *[other] يصل الآن إلى { $count } شخص
    }.{ $skipped ->
        [0] { "" }
       *[other] { " " }لا يصل إلى من لا نص بلغتهم، وعددهم: { $skipped }.
    }
desk-at-once = الموعد: فور اعتماده.
desk-at = الموعد: { $time } ({ $zone }).
button-desk = ✎ العودة إلى الإعلان
button-desk-text = ✎ { $language }
button-desk-who = لمن
button-desk-when = الموعد
button-desk-missing = اللغات الناقصة
button-desk-media = صورة أو ملف
button-desk-no-media = بلا صورة ولا ملف
button-desk-buttons = الأزرار
button-desk-preview = معاينة
button-desk-dry = من يصله ومن لا يصله
button-desk-ask = طلب الاعتماد
button-desk-discard = حذف
desk-type-en = **اكتبوا النص بالإنجليزية.** أضيف في أوله سطرًا محايدًا، وهو كل ما يظهر على هاتف مقفل. وأضيف في آخره سبب وصول الرسالة وطريقة إيقافها. لا تكتبوا أسماء المشاركين والمشاركات.
desk-type-fr = **اكتبوا النص بالفرنسية.** أضيف في أوله سطرًا محايدًا، وهو كل ما يظهر على هاتف مقفل. وأضيف في آخره سبب وصول الرسالة وطريقة إيقافها. لا تكتبوا أسماء المشاركين والمشاركات.
desk-type-ar = **اكتبوا النص بالعربية.** أضيف في أوله سطرًا محايدًا، وهو كل ما يظهر على هاتف مقفل. وأضيف في آخره سبب وصول الرسالة وطريقة إيقافها. لا تكتبوا أسماء المشاركين والمشاركات.
desk-too-long = **هذا طويل جدًا. الزائد: { $over ->
        [one] حرف واحد
        [two] حرفان
        [few] { $over } أحرف
        [many] { $over } حرفًا
       *[other] { $over } حرف
    }.** بقي النص السابق كما هو. اكتبوا نصًا أقصر.
desk-media = **أرسلوا الآن صورة واحدة أو ملفًا واحدًا.** يأتي النص تحته، ولا يزيد عندئذ على 1024 حرفًا.
desk-missing = **من لا نص بلغتهم يصلهم…**
button-desk-skip = { $chosen ->
        [yes] ✅ { "" }
       *[no] { "" }
    }لا شيء
desk-buttons = **أي أزرار تحت النص؟**
button-desk-open = { $chosen ->
        [yes] ✅ { "" }
       *[no] { "" }
    }عرض الدورة
button-desk-register = { $chosen ->
        [yes] ✅ { "" }
       *[no] { "" }
    }إبداء الاهتمام
desk-when = **متى؟** اختاروا المنطقة الزمنية ({ $zone })، ثم اكتبوا السنة والشهر واليوم والساعة، مثلًا:

    2027-01-15 18:00
button-desk-now = فور اعتماده
desk-no-time = لم أفهم هذا الموعد ({ $zone }). اكتبوا السنة والشهر واليوم والساعة، هكذا:

    2027-01-15 18:00
desk-past-time = مضى هذا الموعد ({ $zone }). اكتبوا موعدًا قادمًا، مثلًا:

    2027-01-15 18:00
desk-discarded = تمّ الحذف.
who-everybody = لمن: كل من طلب أخبار الدورات، أو أرسل إبداء اهتمام.
who-in = ✓ { $rule ->
        [language] اللغة
        [region] المنطقة
        [kind] نوع الدورة
        [interested] مهتمون بدورة
        [accepted] مقبولون في دورة
        [waiting] على قائمة الانتظار لدورة
        [declined] «ليس هذه المرة» لدورة
        [joined] انضموا منذ
       *[read] قرؤوا
    }: { $values }
who-out = ✗ ما عدا { $rule ->
        [language] اللغة
        [region] المنطقة
        [kind] نوع الدورة
        [interested] المهتمين بدورة
        [accepted] المقبولين في دورة
        [waiting] من هم على قائمة الانتظار لدورة
        [declined] «ليس هذه المرة» لدورة
        [joined] من انضموا منذ
       *[read] من قرؤوا
    }: { $values }
who-choose = **من يصله الإعلان؟** من تنطبق عليه كل هذه الشروط.
who-choose-out = **من لا يصله الإعلان؟** من ينطبق عليه واحد من هذه الشروط. اختيار منطقة أو نوع من الدورات لا يستثني إلا من اختارها بنفسه، أما من يريد كل المناطق أو كل الأنواع فيصله الإعلان.
who-any-region = كل المناطق
who-any-kind = كل الأنواع
who-language = **لغة الشخص**
who-region = **المنطقة** (التي طلب أخبار دوراتها، أو التي في إبداء اهتمامه)
who-kind = **نوع الدورات** التي طلب أخبارها
who-interested = **أرسل إبداء اهتمام بدورة…**
who-accepted = **قُبل في دورة…**
who-waiting = **على قائمة الانتظار لدورة…**
who-declined = **«ليس هذه المرة» لدورة…**
who-joined = **انضم في الشهر المختار أو بعده**
who-nothing = لا يوجد هنا ما يمكن اختياره.
button-who-language = اللغة
button-who-region = المنطقة
button-who-kind = نوع الدورة
button-who-interested = المهتمون
button-who-accepted = المقبولون
button-who-waiting = قائمة الانتظار
button-who-declined = ليس هذه المرة
button-who-joined = المنضمون منذ
button-who-in = من يصله
button-who-out = من لا يصله
preview-skipped = { $language ->
        [fr] الفرنسية
        [ar] العربية
       *[en] الإنجليزية
    }: لا يصل شيء إلى أصحاب هذه اللغة.
preview-falls-back = { $language ->
        [fr] الفرنسية
        [ar] العربية
       *[en] الإنجليزية
    }: يصل إلى أصحاب هذه اللغة النص المكتوب { $other ->
        [fr] بالفرنسية
        [ar] بالعربية
       *[en] بالإنجليزية
    }.
preview-done = هذا بالضبط ما سيراه الناس. لم يصل إلا إليكم.
dry-run = **لو أُرسل الآن { $count ->
        [0] لما وصل إلى أحد
        [one] لوصل إلى شخص واحد
        [two] لوصل إلى شخصين
        [few] لوصل إلى { $count } أشخاص
        [many] لوصل إلى { $count } شخصًا
       *[other] لوصل إلى { $count } شخص
    }.** لم يُرسل شيء.
dry-left-out = **لا يصل إلى:**
dry-language = من لا نص بلغتهم: { $count }
dry-gone = من حظروا البوت: { $count }
dry-unread = من لم يقرؤوا تنبيه السلامة: { $count }
dry-quiet = من لا يريدون الإعلانات: { $count }
dry-excluded = من ينطبق عليهم شرط استثناء: { $count }
dry-fits = **حسب الشروط** (قد يُحسب الشخص أكثر من مرة):
release-wanted = **إعلان ينتظر شخصًا ثانيًا.** اقرؤوه قبل أن تعتمدوه.
button-release-read = قراءته
release-asked = **طُلب الاعتماد.** يقرأ شخص ثانٍ الإعلان ثم يعتمده. أي تغيير يعيده مسودة.
release-read = **هذا كل ما فيه.** عدد من يصلهم حين طُلب الاعتماد: { $count }. والآن: { $now }.
release-delay = بعد الاعتماد يبقى بعض الوقت لإيقافه.
button-release = اعتماد هذا كما هو
release-done = **تمّ الاعتماد.** يبدأ الإرسال في { $time } ({ $zone }). حتى ذلك الوقت، وفي أثناء الإرسال، يستطيع أي شخص من الفريق إيقافه.
release-gone = لم يعد هذا ممكنًا: تغيّر الإعلان، أو أُوقف، أو اعتُمد من قبل.
release-changed = **لم يُعتمد: لم يعد كما عُرض عليكم.** اقرؤوه من جديد.
release-drifted = **لم يُعتمد: تغيّر عدد من سيصلهم.** على من كتبه أن يطلب الاعتماد من جديد.
release-same-person = **لم يُعتمد.** لا يستطيع من كتبه أو طلب إرسال باقيه أن يعتمده: يجب أن يعتمده شخص ثانٍ.
release-not-allowed = **لم يُعتمد.** ليس لديكم الدور اللازم لذلك.
release-empty = **ليس بعد:** لا نص فيه، أو لا أحد يصل إليه.
button-announcement-end = ■ إيقاف
button-announcement-pause = ‖ إيقاف مؤقت
button-announcement-resume = ▶ استئناف
button-late-send = إرساله رغم ذلك
report-title = **{ $state ->
        [draft] مسودة
        [waiting] بانتظار شخص ثانٍ
        [released] معتمد
        [late] متأخر
        [sending] قيد الإرسال
        [paused] متوقف مؤقتًا
        [stopped] موقوف
       *[done] أُرسل
    }**
report-numbers = أُرسل إلى: { $sent }، غادروا البوت أو أوقفوا الرسائل: { $gone }، فشل الإرسال: { $failed }، من أصل { $total }
report-pace = { $rate } في الثانية، والباقي نحو { $minutes ->
        [one] دقيقة واحدة
        [two] دقيقتين
        [few] { $minutes } دقائق
        [many] { $minutes } دقيقة
       *[other] { $minutes } دقيقة
    }
report-reasons = الأسباب: { $reasons }
report-uncertain = **غير مؤكد: { $count }.** لا أحد يعرف هل وصلت هذه الرسائل. لا يُعاد إرسالها من تلقاء نفسها.
report-everybody = الجميع
report-alone = اعتُمد بلا شخص ثانٍ: يسمح بذلك من يدير الخادم.
button-again = إعادة إرسال غير المؤكد
button-again-yes = نعم، إعادة الإرسال
again-ask = **قد يصل مرتين إلى بعض هؤلاء الأشخاص.** هل يُعاد إرساله رغم ذلك؟
again-done = يُعاد الإرسال الآن إلى: { $count }.
again-nobody = **لم يُعَد إرسال شيء.** لم يبق أحد غير مؤكد، أو أُوقف الإعلان.
again-asked = **ليس لديكم الدور اللازم لذلك.** قد يصل الإعلان مرتين إلى بعض الأشخاص، لذلك يعود القرار إلى من يعتمدون الإعلانات. وقد أُبلغوا.
again-wanted = **بعض رسائل أحد الإعلانات غير مؤكدة.** يريد أحد أعضاء الفريق إعادة إرسالها. قد تصل عندئذ مرتين إلى بعض الأشخاص: القرار لكم.
report-letters-stopped = **أُوقفت هذه الرسائل، وعدد ما لم يُرسل منها: { $count }.** يرى المتقدمون والمتقدمات نتيجتهم في البوت رغم ذلك، فالإيقاف لا يسحب شيئًا. إن كان ينبغي أن تصلهم الرسالة، فاطلبوا إرسال الباقي، ويعتمده شخص ثانٍ. من وصلته الرسالة لا تصله مرة أخرى.
button-letters-rest = طلب إرسال الباقي
letters-rest-asked = **قُدِّم الطلب.** يقرأ شخص ثانٍ الرسالة ويعتمد إرسال الباقي. من وصلته الرسالة لا تصله مرة أخرى.
