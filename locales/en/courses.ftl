command-courses = Courses and consultations
button-courses = 🎓 Courses
courses = **Courses and consultations**
courses-none = **No course is open or coming just now.** I can tell you when one opens.
courses-none-wanted = **No course like this just now.** Change what you look for, or let me tell you when one opens.
courses-choose = Choose a course to read more. Narrow the list with the buttons below it.
course-gone = This course is no longer here. These are the others.
course-other-language = This course is not described in English yet. Here is another language.
course-what = 🎓 { $kind } · { $region }
course-dates = 📅 { $start } – { $end }
course-day = 📅 { $date }
course-days-open = 📅 Dates will follow.
course-place = 📍 { $place }
course-languages = 🗣 { $language }
course-audiences = 👥 { $text }
course-seats = { $number ->
    [one] 💺 1 seat
   *[other] 💺 { $number } seats
}
course-partners = 🤝 With { $text }
course-closed = 🔒 Closed: it takes no more people.
course-no-deadline = ⏳ Open, no deadline.
course-closes-weeks = { $number ->
    [one] ⏳ Closes { $date }, { $time } { $zone } — 1 week left
   *[other] ⏳ Closes { $date }, { $time } { $zone } — { $number } weeks left
}
course-closes-days = { $number ->
    [one] ⏳ Closes { $date }, { $time } { $zone } — 1 day left
   *[other] ⏳ Closes { $date }, { $time } { $zone } — { $number } days left
}
course-closes-hours = { $number ->
    [one] ⏳ **Closes { $date }, { $time } { $zone } — 1 hour left**
   *[other] ⏳ **Closes { $date }, { $time } { $zone } — { $number } hours left**
}
course-closes-minutes = { $number ->
    [0] ⏳ **Closes { $date }, { $time } { $zone } — less than a minute left**
    [one] ⏳ **Closes { $date }, { $time } { $zone } — 1 minute left**
   *[other] ⏳ **Closes { $date }, { $time } { $zone } — { $number } minutes left**
}
course-section-learn = **What you will learn**
course-section-who = **Who it is for**
course-section-costs = **What it costs, what is paid**
course-section-selection = **How people are selected**
button-course-learn = What you will learn
button-course-who = Who it is for
button-course-costs = Costs
button-course-selection = How people are selected
button-course-summary = Overview
button-course-interest = ✍️ Express interest
button-course-share = ↗️ Share
button-course-mine = 📝 My expressions of interest
button-course-tell = 🔔 Tell me when one like this opens
button-course-told = 🔔 What I am told of
button-course-tell-yes = Yes, tell me
button-course-stop = ✕ { $name }
button-course-stop-all = Stop all
button-course-back = ‹ Courses
course-choose-region = **Which region?**
course-choose-kind = **What kind of course?**
course-choose-language = **In which language is it held?**
course-choose-audience = **Who is it for?**
course-any-region = Any region
course-any-kind = Any kind
course-any-language = Any language
course-any-audience = For anyone
course-region-west-africa = West Africa
course-region-east-africa = East Africa
course-region-central-africa = Central Africa
course-region-north-africa = North Africa
course-region-south-africa = Southern Africa
course-region-mena = Middle East and North Africa
course-region-asia-pacific = Asia-Pacific
course-region-geneva = Geneva
course-region-online = Online
course-kind-workshop = Workshop
course-kind-trainers = Training of trainers
course-kind-consultation = Consultation with experts
course-kind-online = Online course
course-kind-geneva = Geneva programme
course-audience-defenders = Defenders
course-audience-nhri = Staff of national institutions
course-audience-trainers = Trainers
course-language-en = English
course-language-fr = French
course-language-ar = Arabic
course-language-es = Spanish
course-language-pt = Portuguese
course-language-ru = Russian
course-language-sw = Swahili
course-language-zh = Chinese
course-tell = **Shall I tell you when a course like this opens?**

    The buttons show what you will hear of: change them as you like.

    If you tap “{ $name }”, I keep these three choices together with your chat number, encrypted, and write to you when such a course opens. One tap stops it.
course-tell-quiet = You have stopped announcements. If you tap “{ $name }”, they come again.
course-tell-kept = **Done.** I will write to you when such a course opens. You can stop it here at any time.
course-tell-full = You have { $number } of these already, and that is the most I keep. Stop one first.
course-told = **What you asked to hear about.** Tap one to stop it.
course-told-nothing = **You have not asked to hear about any courses.** Nothing is kept about that.
course-told-line = { $region } · { $kind } · { $language }
course-link = Read more and express interest:
course-until = ⏳ Until { $date }, { $time } { $zone }
course-qr = The same link as a picture, to print or to show. Pass it on only where that is safe. A picture on a phone can be found: delete it when you no longer need it.
zone-utc = Universal Time (UTC)
zone-geneva = Geneva time
zone-paris = Paris time
zone-brussels = Brussels time
zone-london = London time
zone-new-york = New York time
zone-abidjan = Abidjan time
zone-accra = Accra time
zone-bamako = Bamako time
zone-banjul = Banjul time
zone-dakar = Dakar time
zone-abuja = Abuja time
zone-lome = Lomé time
zone-niamey = Niamey time
zone-ouagadougou = Ouagadougou time
zone-cotonou = Cotonou time
zone-yaounde = Yaoundé time
zone-kinshasa = Kinshasa time
zone-ndjamena = N’Djamena time
zone-addis-ababa = Addis Ababa time
zone-nairobi = Nairobi time
zone-kampala = Kampala time
zone-kigali = Kigali time
zone-dar-es-salaam = Dar es Salaam time
zone-khartoum = Khartoum time
zone-juba = Juba time
zone-mogadishu = Mogadishu time
zone-harare = Harare time
zone-johannesburg = Johannesburg time
zone-lusaka = Lusaka time
zone-maputo = Maputo time
zone-algiers = Algiers time
zone-cairo = Cairo time
zone-rabat = Rabat time
zone-nouakchott = Nouakchott time
zone-tripoli = Tripoli (Libya) time
zone-tunis = Tunis time
zone-amman = Amman time
zone-baghdad = Baghdad time
zone-beirut = Beirut time
zone-damascus = Damascus time
zone-dubai = Dubai time
zone-gaza = Gaza time
zone-jerusalem = Jerusalem time
zone-kuwait = Kuwait City time
zone-riyadh = Riyadh time
zone-istanbul = Istanbul time
zone-bangkok = Bangkok time
zone-colombo = Colombo time
zone-dhaka = Dhaka time
zone-jakarta = Jakarta time
zone-kathmandu = Kathmandu time
zone-new-delhi = New Delhi time
zone-kuala-lumpur = Kuala Lumpur time
zone-manila = Manila time
zone-suva = Suva time
