command-courses = Formations et consultations
button-courses = 🎓 Formations
courses = **Formations et consultations**
courses-none = **Aucune formation n’est ouverte ou prévue en ce moment.** Je peux vous prévenir quand il y en aura une.
courses-none-wanted = **Aucune formation de ce type en ce moment.** Changez votre recherche, ou laissez-moi vous prévenir quand il y en aura une.
courses-choose = Choisissez une formation pour en savoir plus. Les boutons sous la liste permettent de la réduire.
course-gone = Cette formation n’est plus ici. Voici les autres.
course-other-language = Cette formation n’est pas encore décrite en français. Voici une autre langue.
course-what = 🎓 { $kind } · { $region }
course-dates = 📅 { $start } – { $end }
course-day = 📅 { $date }
course-days-open = 📅 Les dates seront précisées plus tard.
course-place = 📍 { $place }
course-languages = 🗣 { $language }
course-audiences = 👥 { $text }
course-seats = { $number ->
    [one] 💺 { $number } place
   *[other] 💺 { $number } places
}
course-partners = 🤝 Avec { $text }
course-closed = 🔒 Close : elle ne reçoit plus de manifestations d’intérêt.
course-no-deadline = ⏳ Ouverte, sans date limite.
course-closes-weeks = { $number ->
    [one] ⏳ Clôture le { $date } à { $time } ({ $zone }) — il reste { $number } semaine
   *[other] ⏳ Clôture le { $date } à { $time } ({ $zone }) — il reste { $number } semaines
}
course-closes-days = { $number ->
    [one] ⏳ Clôture le { $date } à { $time } ({ $zone }) — il reste { $number } jour
   *[other] ⏳ Clôture le { $date } à { $time } ({ $zone }) — il reste { $number } jours
}
course-closes-hours = { $number ->
    [one] ⏳ **Clôture le { $date } à { $time } ({ $zone }) — il reste { $number } heure**
   *[other] ⏳ **Clôture le { $date } à { $time } ({ $zone }) — il reste { $number } heures**
}
course-closes-minutes = { $number ->
    [0] ⏳ **Clôture le { $date } à { $time } ({ $zone }) — il reste moins d’une minute**
    [one] ⏳ **Clôture le { $date } à { $time } ({ $zone }) — il reste { $number } minute**
   *[other] ⏳ **Clôture le { $date } à { $time } ({ $zone }) — il reste { $number } minutes**
}
course-section-learn = **Ce que vous apprendrez**
course-section-who = **Pour qui**
course-section-costs = **Ce que cela coûte, ce qui est payé**
course-section-selection = **Comment les personnes sont choisies**
button-course-learn = Ce que vous apprendrez
button-course-who = Pour qui
button-course-costs = Coûts
button-course-selection = Comment on est choisi
button-course-summary = Présentation
button-course-interest = ✍️ Manifester mon intérêt
button-course-share = ↗️ Partager
button-course-mine = 📝 Mes manifestations d’intérêt
button-course-tell = 🔔 Me prévenir des prochaines
button-course-told = 🔔 Ce dont on me prévient
button-course-tell-yes = Oui, prévenez-moi
button-course-stop = ✕ { $name }
button-course-stop-all = Tout arrêter
button-course-back = ‹ Formations
course-choose-region = **Quelle région ?**
course-choose-kind = **Quel type de formation ?**
course-choose-language = **Dans quelle langue se tient-elle ?**
course-choose-audience = **Pour qui ?**
course-any-region = Toute région
course-any-kind = Tout type
course-any-language = Toute langue
course-any-audience = Pour tout le monde
course-region-west-africa = Afrique de l’Ouest
course-region-east-africa = Afrique de l’Est
course-region-central-africa = Afrique centrale
course-region-north-africa = Afrique du Nord
course-region-south-africa = Afrique australe
course-region-mena = Moyen-Orient et Afrique du Nord
course-region-asia-pacific = Asie-Pacifique
course-region-geneva = Genève
course-region-online = En ligne
course-kind-workshop = Atelier
course-kind-trainers = Formation de formateurs et formatrices
course-kind-consultation = Consultation avec des experts
course-kind-online = Cours en ligne
course-kind-geneva = Programme à Genève
course-audience-defenders = Défenseurs et défenseures
course-audience-nhri = Personnel des INDH
course-audience-trainers = Formateurs et formatrices
course-language-en = anglais
course-language-fr = français
course-language-ar = arabe
course-language-es = espagnol
course-language-pt = portugais
course-language-ru = russe
course-language-sw = swahili
course-language-zh = chinois
course-tell = **Voulez-vous que je vous prévienne quand une formation de ce type ouvre ?**

    Les boutons montrent pour quelles formations je vous écrirai : changez-les comme vous voulez.

    Si vous appuyez sur « { $name } », je garde ces trois choix avec votre numéro de conversation, chiffré, et je vous écris quand une telle formation ouvre. Un seul geste suffit pour arrêter.
course-tell-quiet = Vous avez arrêté les annonces. Si vous appuyez sur « { $name } », elles reprennent.
course-tell-kept = **C’est fait.** Je vous écrirai quand une telle formation ouvrira. Vous pouvez arrêter ici à tout moment.
course-tell-full = Vous en avez déjà { $number }, je n’en garde pas plus. Arrêtez-en une d’abord.
course-told = **Ce que vous avez demandé.** Appuyez sur une ligne pour l’arrêter.
course-told-nothing = **Vous n’avez rien demandé au sujet des formations.** Rien n’est gardé à ce sujet.
course-told-line = { $region } · { $kind } · { $language }
course-link = En savoir plus et manifester son intérêt :
course-until = ⏳ Jusqu’au { $date } à { $time } ({ $zone })
course-qr = Le même lien en image, à imprimer ou à montrer. Ne le transmettez qu’aux personnes qui peuvent le recevoir sans danger. Une image sur un téléphone peut être trouvée : supprimez-la quand vous n’en avez plus besoin.
zone-utc = UTC, temps universel
zone-geneva = heure de Genève
zone-paris = heure de Paris
zone-brussels = heure de Bruxelles
zone-london = heure de Londres
zone-new-york = heure de New York
zone-abidjan = heure d’Abidjan
zone-accra = heure d’Accra
zone-bamako = heure de Bamako
zone-banjul = heure de Banjul
zone-dakar = heure de Dakar
zone-abuja = heure d’Abuja
zone-lome = heure de Lomé
zone-niamey = heure de Niamey
zone-ouagadougou = heure de Ouagadougou
zone-cotonou = heure de Cotonou
zone-yaounde = heure de Yaoundé
zone-kinshasa = heure de Kinshasa
zone-ndjamena = heure de N’Djamena
zone-addis-ababa = heure d’Addis-Abeba
zone-nairobi = heure de Nairobi
zone-kampala = heure de Kampala
zone-kigali = heure de Kigali
zone-dar-es-salaam = heure de Dar es Salaam
zone-khartoum = heure de Khartoum
zone-juba = heure de Djouba
zone-mogadishu = heure de Mogadiscio
zone-harare = heure de Harare
zone-johannesburg = heure de Johannesburg
zone-lusaka = heure de Lusaka
zone-maputo = heure de Maputo
zone-algiers = heure d’Alger
zone-cairo = heure du Caire
zone-rabat = heure de Rabat
zone-nouakchott = heure de Nouakchott
zone-tripoli = heure de Tripoli (Libye)
zone-tunis = heure de Tunis
zone-amman = heure d’Amman
zone-baghdad = heure de Bagdad
zone-beirut = heure de Beyrouth
zone-damascus = heure de Damas
zone-dubai = heure de Dubaï
zone-gaza = heure de Gaza
zone-jerusalem = heure de Jérusalem
zone-kuwait = heure de Koweït
zone-riyadh = heure de Riyad
zone-istanbul = heure d’Istanbul
zone-bangkok = heure de Bangkok
zone-colombo = heure de Colombo
zone-dhaka = heure de Dacca
zone-jakarta = heure de Jakarta
zone-kathmandu = heure de Katmandou
zone-new-delhi = heure de New Delhi
zone-kuala-lumpur = heure de Kuala Lumpur
zone-manila = heure de Manille
zone-suva = heure de Suva
