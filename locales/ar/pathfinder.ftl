button-path = 🧭 أي آلية يمكن أن تساعد؟
command-pathfinder = أي آلية يمكن أن تساعدني؟
path-danger = **أي آلية يمكن أن تساعد؟** بضع نقرات. لا يُحفظ شيء مما تختارونه هنا.

    أولًا: هل أحد في خطر الآن؟
button-path-danger-yes = 🆘 نعم، الآن
button-path-danger-no = لا، لنتابع
path-country = **في أي بلد حدث ذلك؟**

    اكتبوا اسم البلد، أو اختاروا منطقة.
button-path-no-country = أفضّل ألا أقول
button-path-again = ↺ من البداية
button-path-list = ‹ رجوع إلى القائمة
button-path-more = المزيد ›
button-path-entry = 📖 كيف تُستعمل
button-path-check = 🔗 تحققوا من الوضع اليوم
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
path-no-country-chosen = بلا بلد
path-what = **ماذا حدث؟** اختاروا الأقرب.
button-what-detention = اعتقال، احتجاز
button-what-threats = تهديد، مضايقة
button-what-missing = اختفاء
button-what-torture = تعذيب
button-what-killing = قتل
button-what-reprisal = انتقام بسبب التعامل مع الأمم المتحدة
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
path-courts = **هل جرّبتم المحاكم في بلدكم؟**

    كثير من الشكاوى لا تُقبل إلا بعدها.
button-courts-tried = نعم، وانتهت
button-courts-not-yet = ليس بعد
button-courts-impossible = مستحيل أو خطر أو بطيء جدًا
button-courts-unsure = لا أعرف
path-options = **ما يمكنكم استعماله، الأنفع أولًا.** اختاروا لتروا ما تستطيعه كل آلية والمدة والخطر.
path-more-options = **طرق أخرى قد تساعد**
path-closed = **غير متاح في ذلك البلد**
path-consent = ⚠️ قبل إرسال أي قضية أو اسم إلى أي جهة: اسألوا صاحب الشأن، واقرؤوا «المخاطر».
path-open-all = متاح في كل البلدان.
path-open-region = يعمل في هذه المنطقة.
path-no-country = متاح في بعض البلدان فقط. انظروا إن كان بلدكم قد قبله.
path-charter-yes = الدولة طرف في الميثاق الأفريقي، فيمكنكم استعمالها (اطّلعنا في { $seen }).
path-charter-no = الدولة ليست طرفًا في الميثاق الأفريقي (اطّلعنا في { $seen })، فلا يمكنكم استعمالها.
path-charter-ended = لم تعد الدولة طرفًا في الميثاق الأفريقي{ $dated ->
        [1] { " " }منذ { $year }
       *[0] { "" }
    } (اطّلعنا في { $seen }).
path-charter-unknown = لم نتحقق إن كانت الدولة طرفًا في الميثاق الأفريقي. انظروا قبل الاعتماد عليه.
path-court-yes = تسمح الدولة للأفراد والمنظمات غير الحكومية باللجوء إلى المحكمة مباشرة (اطّلعنا في { $seen })، فيمكنكم استعمالها.
path-court-no = لا تسمح الدولة للأفراد والمنظمات غير الحكومية باللجوء إلى المحكمة مباشرة (اطّلعنا في { $seen }).
path-court-ended = سحبت الدولة إعلانها{ $dated ->
        [1] { " " }في { $year }
       *[0] { "" }
    }، فلا يستطيع الأفراد والمنظمات رفع قضايا جديدة مباشرة إلى المحكمة (اطّلعنا في { $seen }).
path-court-unknown = لم نتحقق إن كانت الدولة تسمح للأفراد باللجوء إلى المحكمة. انظروا قبل الاعتماد عليه.
path-acerwc-yes = الدولة طرف في الميثاق الأفريقي لحقوق الطفل ورفاهيته (اطّلعنا في { $seen })، فيمكنكم استعمالها.
path-acerwc-no = الدولة ليست طرفًا في الميثاق الأفريقي لحقوق الطفل ورفاهيته (اطّلعنا في { $seen }).
path-acerwc-ended = لم تعد الدولة طرفًا في الميثاق الأفريقي لحقوق الطفل ورفاهيته (اطّلعنا في { $seen }).
path-acerwc-unknown = لم نتحقق إن كانت الدولة طرفًا في الميثاق الأفريقي لحقوق الطفل ورفاهيته.
path-ecowas-yes = الدولة عضو في جماعة غرب أفريقيا «إيكواس» (اطّلعنا في { $seen })، فيمكنكم اللجوء إلى محكمتها.
path-ecowas-no = الدولة ليست عضوًا في جماعة غرب أفريقيا «إيكواس» (اطّلعنا في { $seen }).
path-ecowas-ended = غادرت الدولة جماعة غرب أفريقيا «إيكواس»{ $dated ->
        [1] { " " }في { $year }
       *[0] { "" }
    } (اطّلعنا في { $seen }). اسألوا محاميًا إن كانت قضية أقدم لا تزال ممكنة.
path-ecowas-unknown = لم نتحقق إن كانت الدولة عضوًا في جماعة غرب أفريقيا «إيكواس».
path-eac-yes = الدولة شريكة في جماعة شرق أفريقيا (اطّلعنا في { $seen })، فيمكنكم اللجوء إلى محكمتها.
path-eac-no = الدولة ليست في جماعة شرق أفريقيا (اطّلعنا في { $seen }).
path-eac-ended = غادرت الدولة جماعة شرق أفريقيا (اطّلعنا في { $seen }).
path-eac-unknown = لم نتحقق إن كانت الدولة في جماعة شرق أفريقيا.
path-treaty-yes = قبلت الدولة هذا الإجراء{ $dated ->
        [1] { " " }({ $year })
       *[0] { "" }
    }، فيمكنكم استعماله (اطّلعنا في { $seen }).
path-treaty-no = لم تكن الدولة قد قبلت هذا الإجراء عند التحقق ({ $seen }). انظروا إن تغيّر ذلك.
path-treaty-ended = انسحبت الدولة من هذا الإجراء{ $dated ->
        [1] { " " }({ $year })
       *[0] { "" }
    } (اطّلعنا في { $seen }).
path-treaty-unknown = لم نتحقق إن كانت الدولة قد قبلت هذا الإجراء. انظروا قبل الاعتماد عليه.
path-nhri-yes = للمؤسسة الوطنية الفئة «ألف»: اعتُبرت مستقلة (اطّلعنا في { $seen }).
path-nhri-no = ليست للمؤسسة الوطنية الفئة «ألف» (اطّلعنا في { $seen }).
path-nhri-ended = فقدت المؤسسة الوطنية الفئة «ألف» (اطّلعنا في { $seen }).
path-nhri-unknown = تحققوا من وجود مؤسسة وطنية، ومن استقلالها (الفئة «ألف»).
path-courts-tried = جرّبتم المحاكم: احتفظوا بنسخ من الأحكام.
path-courts-not-yet = يأتي هذا عادةً بعد المحاكم في البلد: جرّبوها أولًا، أو اشرحوا لماذا ليست طريقًا حقيقيًا.
path-courts-impossible = اشرحوا لماذا المحاكم في البلد ليست طريقًا حقيقيًا: بطيئة جدًا، أو خطرة، أو مغلقة أمامكم.
path-courts-unsure = يأتي هذا عادةً بعد المحاكم في البلد. اسألوا محاميًا إن كان ما جرّبتموه كافيًا.
path-can = **ما تستطيعه:** { $text }
path-cannot = **ما لا تستطيعه:** { $text }
path-time = **المدة:** { $text }
path-risk = ⚠️ **الخطر:** { $text }
path-seen-at = المصدر:
path-party-yes = الدولة طرف في هذه المعاهدة (اطّلعنا في { $seen }).
path-party-no = لم تكن الدولة طرفًا في هذه المعاهدة عند التحقق ({ $seen }). انظروا إن تغيّر ذلك.
path-party-ended = لم تعد الدولة طرفًا في هذه المعاهدة (اطّلعنا في { $seen }).
path-party-unknown = لم نتحقق إن كانت الدولة طرفًا في هذه المعاهدة. انظروا قبل الاعتماد عليه.
path-member-yes = الدولة عضو (اطّلعنا في { $seen }).
path-member-no = الدولة ليست عضوًا (اطّلعنا في { $seen }).
path-member-ended = لم تعد الدولة عضوًا (اطّلعنا في { $seen }).
path-member-unknown = لم نتحقق إن كانت الدولة عضوًا.
path-facts = **ما قبلته هذه الدولة**
button-path-facts = 📋 ما قبلته الدولة
path-fact-charter = الميثاق الأفريقي
path-fact-court-protocol = بروتوكول المحكمة الأفريقية
path-fact-court-declaration = اللجوء المباشر إلى المحكمة الأفريقية
path-fact-maputo = بروتوكول مابوتو (النساء)
path-fact-acrwc = الميثاق الأفريقي لحقوق الطفل ورفاهيته
path-fact-ecowas = جماعة غرب أفريقيا «إيكواس»
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
