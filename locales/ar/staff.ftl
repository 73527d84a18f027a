button-staff = ☰ الفريق
staff-menu = **الفريق.** أدواركم: { $roles }.

    ما يُكتب هنا يبقى في هذه المحادثة وعلى هاتفكم ولدى تيليغرام. أفرغوا المحادثة عندما تنتهون.
staff-welcome = **أهلًا بكم في الفريق.** أدواركم: { $roles }. يمكنكم فتح قائمة الفريق في أي وقت بالأمر /staff.
button-staff-members = الأعضاء
button-staff-invite = دعوة
button-staff-audit = سجل التدقيق
staff-members = **الأعضاء.** لا تُحفظ إلا أرقام، بلا أسماء. اضغطوا أي رقم لتغيير أدوار صاحبه.
staff-roles = { $roles }
staff-toggle = اضغطوا أي دور لمنحه أو سحبه. ومن لا يبقى له أي دور يخرج من الفريق.
staff-last-admin = **لم يتم ذلك.** هذا آخر من يستطيع منح الأدوار، ولا بد أن يبقى واحد على الأقل.
staff-invite = **ما دور العضو الجديد؟** يمكنكم إضافة أدوار أخرى لاحقًا.
staff-invited = **دعوة: { $role }.** لشخص واحد، لمدة 48 ساعة. أرسلوا هذا الرابط بوسيلة تثقون بها:

    { $link }

    أول من يفتحه يحصل على الدور.
role-admin = الإدارة — إدارة الحسابات، دون قراءة إبداءات الاهتمام
role-editor = التحرير — كتابة الإعلانات والدورات
role-approver = الاعتماد — اعتماد ما يُرسل واتخاذ القرار
role-reviewer = المراجعة — قراءة إبداءات الاهتمام
role-responder = الإجابة — الإجابة عن الأسئلة
role-name-admin = الإدارة
role-name-editor = التحرير
role-name-approver = الاعتماد
role-name-reviewer = المراجعة
role-name-responder = الإجابة
staff-audit = **سجل التدقيق.** من فعل، وماذا فعل، وفي أي شيء. لا يُسجَّل أي محتوى.
audit-fits = السلسلة سليمة: { $entries ->
        [zero] لا قيود
        [one] قيد واحد
        [two] قيدان
        [few] { $entries } قيود
        [many] { $entries } قيدًا
       *[other] { $entries } قيد
    }. آخر بصمة فيها، ليحتفظ بها شخصان:

    { $head }
audit-broken = **السلسلة مكسورة بدءًا من القيد { $entry }.** غيّر أحدهم قاعدة البيانات. أبلغوا من يدير الخادم الآن.
audit-head = **آخر بصمة في سجل التدقيق.** احفظوا هذا السطر خارج الخادم، ويُستحسن عند شخصين:

    { $head }

    إذا حذف أحد نهاية السجل فلا يكشف ذلك إلا هذا السطر. للتحقق: python -m bot staff audit verify --head NUMBER:HASH
staff-joined = **استُعملت دعوتكم.** رقم العضو الجديد { $number }. دوّنوا لمن هو خارج هذا البوت: لا تُحفظ هنا أي أسماء. وإن لم يكن الشخص الذي دعوتموه فاسحبوا أدواره فورًا من «الأعضاء».
course-staff = **الدورات.** اضغطوا على دورة لفتحها أو إغلاقها أو مشاركتها.
course-staff-none = لا توجد دورات بعد. يستوردها من ملف مَن لديه صلاحية الدخول إلى الخادم.
course-staff-state = الحالة: { $state }
course-state-draft = مسودة، لا يراها أحد
course-state-open = مفتوحة
course-state-closed = مغلقة
course-state-decided = تم الاختيار
course-state-archived = في الأرشيف
course-named-draft = مسودة
course-named-open = مفتوحة
course-named-closed = مغلقة
course-named-decided = تم الاختيار
course-named-archived = في الأرشيف
button-staff-courses = الدورات
button-course-to-draft = إعادتها إلى مسودة
button-course-to-open = فتحها
button-course-to-closed = إغلاقها
button-course-to-decided = تم الاختيار
button-course-to-archived = نقلها إلى الأرشيف
button-course-open-yes = نعم، افتحوها
button-course-link = الرابط ورمز QR
course-open-ask = **هل تُفتح هذه الدورة؟** من الآن يراها الجميع ويمكنهم إبداء الاهتمام، وقد يُخبَر من طلبوا إعلامهم بمثلها.
course-not-opened = **لم تُفتح.** بحسب تواريخها ستُغلق أو تُنقل إلى الأرشيف فورًا. غيّروا التواريخ في الملف ثم استوردوه من جديد.
course-moved = تم.
