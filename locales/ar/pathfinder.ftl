button-path = 🧭 أي آلية يمكن أن تساعد؟
command-pathfinder = أي آلية يمكن أن تساعدني؟
path-danger = **أي آلية يمكن أن تساعد؟** ببضع نقرات. لا يُحفظ شيء مما تختارونه هنا.

    أولًا: هل هناك شخص في خطر الآن؟
button-path-danger-yes = 🆘 نعم، الآن
button-path-danger-no = لا، لنتابع
path-country = **في أي بلد حدث ذلك؟**

    اكتبوا اسم البلد، أو اختاروا منطقة.
button-path-no-country = أفضّل ألا أقول
button-path-again = ↺ من البداية
button-path-list = ‹ رجوع إلى القائمة
button-path-more = المزيد ›
button-path-entry = 📖 كيف تُستعمل
button-path-check = 🔗 تحققوا من الوضع الحالي
button-path-after = 🧭 وبعدها: أي آلية يمكن أن تساعد؟
path-did-you-mean-country = هل تقصدون بلدًا؟ اختاروه لتروا أي الآليات يمكن أن تساعد فيه.
button-region-africa-west = غرب أفريقيا
button-region-africa-central = وسط أفريقيا
button-region-africa-east = شرق أفريقيا
button-region-africa-southern = الجنوب الأفريقي
button-region-africa-north = شمال أفريقيا
button-region-mena = الشرق الأوسط
button-region-asia-pacific = آسيا والمحيط الهادئ
button-region-other = مكان آخر
path-region = **اختاروا البلد.** ويمكنكم أيضًا كتابة اسمه.
path-no-country-chosen = لم يُحدَّد بلد
path-what = **ماذا حدث؟** اختاروا الأقرب.
button-what-detention = اعتقال، احتجاز
button-what-threats = تهديد، مضايقة
button-what-missing = اختفاء
button-what-torture = تعذيب
button-what-killing = قتل
button-what-reprisal = عقاب على مخاطبة هيئة أممية أو أفريقية
button-what-protest = تظاهر، جمعيات
button-what-media = صحفيون، تعبير
button-what-law = قانون يقيّد الحقوق
button-what-lawyers = محامون، قضاة، محاكمات
button-what-women = نساء، فتيات
button-what-children = أطفال
button-what-lgbti = الميل الجنسي والهوية الجنسانية
button-what-indigenous = شعوب أصلية
button-what-land = أرض، بيئة
button-what-work = عمل، نقابات
button-what-racism = عنصرية، أقليات
button-what-religion = دين أو معتقد
button-what-disability = إعاقة
button-what-migrants = لاجئون، مهاجرون
button-what-nhri = مؤسسة وطنية لحقوق الإنسان
button-what-other = شيء آخر
path-seek = **ماذا تريدون أولًا؟**
button-seek-stop = وقف الضرر الآن
button-seek-decision = قرار في قضية
button-seek-public = اهتمام الرأي العام
button-seek-change = تغيير قانون أو سياسة
button-seek-protect = حماية، دعم
button-seek-learn = تعلّم، تدريب
path-courts = **هل لجأتم إلى محاكم بلدكم؟**

    لا تُقبل شكاوى كثيرة إلا بعد ذلك.
button-courts-tried = نعم، وانتهت القضية
button-courts-not-yet = ليس بعد
button-courts-impossible = مستحيل أو خطر أو بطيء جدًا
button-courts-unsure = لا أعرف
path-options = **ما يمكنكم استعماله، الأنفع أولًا.** اختاروا لتروا ما تستطيعه كل آلية والمدة والخطر.
path-more-options = **طرق أخرى قد تساعد**
path-closed = **غير متاح في ذلك البلد**
path-consent = ⚠️ قبل إرسال أي قضية أو اسم إلى أي جهة: اسألوا صاحب الشأن، واقرؤوا «المخاطر».
path-open-all = متاح في كل البلدان.
path-open-region = يعمل في هذه المنطقة.
path-no-country = متاح في بعض البلدان فقط. تحققوا مما إذا كان بلدكم قد قبله.
path-charter-yes = { $country }: الدولة طرف في الميثاق الأفريقي، فيمكنكم استعمال هذه الآلية (اطّلعنا عليه في { $seen }).
path-charter-no = { $country }: الدولة ليست طرفًا في الميثاق الأفريقي (اطّلعنا عليه في { $seen })، فلا يمكنكم استعمال هذه الآلية.
path-charter-ended = { $country }: لم تعد الدولة طرفًا في الميثاق الأفريقي{ $dated ->
        [1] { " " }منذ { $year }
       *[0] { "" }
    } (اطّلعنا عليه في { $seen }).
path-charter-unknown = { $country }: لم نتحقق مما إذا كانت الدولة طرفًا في الميثاق الأفريقي. تحققوا قبل الاعتماد عليه.
path-court-yes = { $country }: تسمح الدولة للأفراد والمنظمات غير الحكومية باللجوء إلى المحكمة مباشرة (اطّلعنا عليه في { $seen })، فيمكنكم اللجوء إليها.
path-court-no = { $country }: لا تسمح الدولة للأفراد والمنظمات غير الحكومية باللجوء إلى المحكمة مباشرة (اطّلعنا عليه في { $seen }).
path-court-ended = { $country }: سحبت الدولة إعلانها{ $dated ->
        [1] { " " }في { $year }
       *[0] { "" }
    }، فلا يستطيع الأفراد والمنظمات غير الحكومية رفع قضايا جديدة مباشرة إلى المحكمة (اطّلعنا عليه في { $seen }).
path-court-unknown = { $country }: لم نتحقق مما إذا كانت الدولة تسمح للأفراد باللجوء إلى المحكمة. تحققوا قبل الاعتماد عليها.
path-acerwc-yes = { $country }: الدولة طرف في الميثاق الأفريقي لحقوق الطفل ورفاهه (اطّلعنا عليه في { $seen })، فيمكنكم استعمال هذه الآلية.
path-acerwc-no = { $country }: الدولة ليست طرفًا في الميثاق الأفريقي لحقوق الطفل ورفاهه (اطّلعنا عليه في { $seen }).
path-acerwc-ended = { $country }: لم تعد الدولة طرفًا في الميثاق الأفريقي لحقوق الطفل ورفاهه (اطّلعنا عليه في { $seen }).
path-acerwc-unknown = { $country }: لم نتحقق مما إذا كانت الدولة طرفًا في الميثاق الأفريقي لحقوق الطفل ورفاهه.
path-ecowas-yes = { $country }: الدولة عضو في الجماعة الاقتصادية لدول غرب أفريقيا «إيكواس» (اطّلعنا عليه في { $seen })، فيمكنكم اللجوء إلى محكمتها.
path-ecowas-no = { $country }: الدولة ليست عضوًا في الجماعة الاقتصادية لدول غرب أفريقيا «إيكواس» (اطّلعنا عليه في { $seen }).
path-ecowas-ended = { $country }: انسحبت الدولة من الجماعة الاقتصادية لدول غرب أفريقيا «إيكواس»{ $dated ->
        [1] { " " }في { $year }
       *[0] { "" }
    } (اطّلعنا عليه في { $seen }). اسألوا محاميًا: هل ما زالت قضية أقدم ممكنة؟
path-ecowas-unknown = { $country }: لم نتحقق مما إذا كانت الدولة عضوًا في الجماعة الاقتصادية لدول غرب أفريقيا «إيكواس».
path-eac-yes = { $country }: الدولة عضو في جماعة شرق أفريقيا (اطّلعنا عليه في { $seen })، فيمكنكم اللجوء إلى محكمتها.
path-eac-no = { $country }: الدولة ليست عضوًا في جماعة شرق أفريقيا (اطّلعنا عليه في { $seen }).
path-eac-ended = { $country }: انسحبت الدولة من جماعة شرق أفريقيا (اطّلعنا عليه في { $seen }).
path-eac-unknown = { $country }: لم نتحقق مما إذا كانت الدولة عضوًا في جماعة شرق أفريقيا.
path-treaty-yes = { $country }: قبلت الدولة هذا الإجراء{ $dated ->
        [1] { " " }({ $year })
       *[0] { "" }
    }، فيمكنكم استعماله (اطّلعنا عليه في { $seen }).
path-treaty-no = { $country }: لم تكن الدولة قد قبلت هذا الإجراء عند التحقق ({ $seen }). تحققوا مما إذا كان ذلك قد تغيّر.
path-treaty-ended = { $country }: انسحبت الدولة من هذا الإجراء{ $dated ->
        [1] { " " }({ $year })
       *[0] { "" }
    } (اطّلعنا عليه في { $seen }).
path-treaty-unknown = { $country }: لم نتحقق مما إذا كانت الدولة قد قبلت هذا الإجراء. تحققوا قبل الاعتماد عليه.
path-nhri-yes = { $country }: المؤسسة الوطنية مصنّفة في الفئة «ألف»: اعتُبرت مستقلة (اطّلعنا عليه في { $seen }).
path-nhri-no = { $country }: المؤسسة الوطنية غير مصنّفة في الفئة «ألف» (اطّلعنا عليه في { $seen }).
path-nhri-ended = { $country }: فقدت المؤسسة الوطنية تصنيفها في الفئة «ألف» (اطّلعنا عليه في { $seen }).
path-nhri-unknown = { $country }: تحققوا من وجود مؤسسة وطنية، ومن استقلالها (الفئة «ألف»).
path-courts-tried = لجأتم إلى المحاكم: احتفظوا بنسخ من الأحكام.
path-courts-not-yet = لا يُستعمل هذا الطريق عادةً إلا بعد محاكم البلد: الجؤوا إليها أولًا، أو اشرحوا لماذا ليست سبيلًا حقيقيًا للإنصاف.
path-courts-impossible = اشرحوا لماذا محاكم البلد ليست سبيلًا حقيقيًا للإنصاف: بطيئة جدًا، أو خطرة، أو مغلقة أمامكم.
path-courts-unsure = لا يُستعمل هذا الطريق عادةً إلا بعد محاكم البلد. اسألوا محاميًا: هل يكفي ما قمتم به؟
path-can = **ما تستطيعه:** { $text }
path-cannot = **ما لا تستطيعه:** { $text }
path-time = **المدة:** { $text }
path-risk = ⚠️ **الخطر:** { $text }
path-seen-at = المصدر:
path-party-yes = { $country }: الدولة طرف في هذه المعاهدة (اطّلعنا عليه في { $seen }).
path-party-no = { $country }: لم تكن الدولة طرفًا في هذه المعاهدة عند التحقق ({ $seen }). تحققوا مما إذا كان ذلك قد تغيّر.
path-party-ended = { $country }: لم تعد الدولة طرفًا في هذه المعاهدة (اطّلعنا عليه في { $seen }).
path-party-unknown = { $country }: لم نتحقق مما إذا كانت الدولة طرفًا في هذه المعاهدة. تحققوا قبل الاعتماد عليها.
path-member-yes = { $country }: الدولة عضو (اطّلعنا عليه في { $seen }).
path-member-no = { $country }: الدولة ليست عضوًا (اطّلعنا عليه في { $seen }).
path-member-ended = { $country }: لم تعد الدولة عضوًا (اطّلعنا عليه في { $seen }).
path-member-unknown = { $country }: لم نتحقق مما إذا كانت الدولة عضوًا.
path-facts = **ما قبلته هذه الدولة**
button-path-facts = 📋 ما قبلته الدولة
path-fact-charter = الميثاق الأفريقي
path-fact-court-protocol = بروتوكول المحكمة الأفريقية
path-fact-court-declaration = اللجوء المباشر إلى المحكمة الأفريقية
path-fact-maputo = بروتوكول مابوتو (النساء)
path-fact-acrwc = الميثاق الأفريقي لحقوق الطفل ورفاهه
path-fact-ecowas = الجماعة الاقتصادية لدول غرب أفريقيا «إيكواس»
path-fact-eac = جماعة شرق أفريقيا
path-fact-sadc = الجماعة الإنمائية للجنوب الأفريقي
path-fact-iccpr-op1 = شكاوى: الحقوق المدنية والسياسية (CCPR)
path-fact-cedaw-op = شكاوى: النساء (سيداو)
path-fact-crpd-op = شكاوى: الإعاقة (CRPD)
path-fact-icescr-op = شكاوى: الحقوق الاقتصادية والاجتماعية (CESCR)
path-fact-crc-opic = شكاوى: الأطفال (CRC)
path-fact-cat-art22 = شكاوى: التعذيب (CAT)
path-fact-ced-party = اتفاقية الاختفاء القسري
path-fact-ced-art31 = شكاوى: الاختفاء القسري (CED)
path-fact-cerd-art14 = شكاوى: التمييز العنصري (CERD)
path-fact-nhri = المؤسسة الوطنية
path-fact-treaty-party = طرف في المعاهدات الأخرى للأمم المتحدة
path-fact-ilo-member = عضو في منظمة العمل الدولية
path-some-regions = يعمل في بعض المناطق فقط. انظروا إن كانت منطقتكم منها.
path-elsewhere = **هذا الاسم ليس في قائمة البلدان عندي.** ولا تقول القائمة شيئًا عن وضع أي مكان.

    تابعوا دون بلد: سترون ما هو متاح في كل مكان، وما لا يعمل إلا في بعض البلدان. أو اختاروا منطقة، أو اكتبوا الاسم من جديد.
button-path-elsewhere = مكان آخر، ليس في القائمة
path-facts-none = **لم يتحقق أحد من ذلك بعد لهذه الدولة.** وهذا لا يعني «لا». انظروا في الصفحات الرسمية:
