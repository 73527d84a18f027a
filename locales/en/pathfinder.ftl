button-path = 🧭 Which mechanism can help?
command-pathfinder = Which mechanism can help me?
path-danger = **Which mechanism can help?** A few taps. What you choose here is not kept.

    First: is someone in danger right now?
button-path-danger-yes = 🆘 Yes, now
button-path-danger-no = No, go on
path-country = **In which country did it happen?**

    Write its name, or choose a region.
button-path-no-country = I prefer not to say
button-path-again = ↺ Start again
button-path-list = ‹ Back to the list
button-path-more = More ›
button-path-entry = 📖 How to use it
button-path-check = 🔗 Check today’s state
button-path-after = 🧭 Then: which mechanism can help?
path-did-you-mean-country = Did you mean a country? Choose it to see which mechanisms can help there.
button-region-africa-west = West Africa
button-region-africa-central = Central Africa
button-region-africa-east = East Africa
button-region-africa-southern = Southern Africa
button-region-africa-north = North Africa
button-region-mena = Middle East
button-region-asia-pacific = Asia and Pacific
button-region-other = Elsewhere
path-region = **Choose the country.** You can also write its name.
path-no-country-chosen = No country
path-what = **What happened?** Choose what comes closest.
button-what-detention = Arrest, detention
button-what-threats = Threats, harassment
button-what-missing = Disappearance
button-what-torture = Torture
button-what-killing = Killing
button-what-reprisal = Punished for contact with UN or AU
button-what-protest = Protest, association
button-what-media = Journalists, expression
button-what-law = Restrictive law
button-what-lawyers = Lawyers, judges, trials
button-what-women = Women, girls
button-what-children = Children
button-what-lgbti = LGBTI people
button-what-indigenous = Indigenous peoples
button-what-land = Land, environment
button-what-work = Work, trade unions
button-what-racism = Racism, minorities
button-what-religion = Religion or belief
button-what-disability = Disability
button-what-migrants = Refugees, migrants
button-what-nhri = National institution (NHRI)
button-what-other = Something else
path-seek = **What do you want first?**
button-seek-stop = Stop the harm now
button-seek-decision = A decision on a case
button-seek-public = Public attention
button-seek-change = Change a law or policy
button-seek-protect = Protection, support
button-seek-learn = Learn, training
path-courts = **Did you try the courts at home?**

    Many complaints are only accepted after that.
button-courts-tried = Yes, it is over
button-courts-not-yet = Not yet
button-courts-impossible = Impossible, unsafe or too slow
button-courts-unsure = I don’t know
path-options = **What you can use, best first.** Choose one to see what it can do, how long it takes and the risk.
path-more-options = **More that may help**
path-closed = **Not open there**
path-consent = ⚠️ Before you send a case or a name anywhere: ask the person concerned, and read “Risks”.
path-open-all = Open in every country.
path-open-region = Works in this region.
path-no-country = Open in some countries only. Look whether yours has accepted it.
path-charter-yes = { $country } is a party to the African Charter, so you can use it (seen { $seen }).
path-charter-no = { $country } is not a party to the African Charter (seen { $seen }), so you cannot use it.
path-charter-ended = { $country } is no longer a party to the African Charter{ $dated ->
        [1] { " " }since { $year }
       *[0] { "" }
    } (seen { $seen }).
path-charter-unknown = { $country }: we have not checked whether the State is a party to the African Charter. Look before you rely on it.
path-court-yes = { $country } lets individuals and NGOs go to the Court directly (seen { $seen }), so you can use it.
path-court-no = { $country } does not let individuals and NGOs go to the Court directly (seen { $seen }).
path-court-ended = { $country } withdrew its declaration{ $dated ->
        [1] { " " }in { $year }
       *[0] { "" }
    }, so individuals and NGOs cannot go to the Court directly with new cases (seen { $seen }).
path-court-unknown = { $country }: we have not checked whether the State lets individuals go to the Court. Look before you rely on it.
path-acerwc-yes = { $country } is a party to the African Children’s Charter (seen { $seen }), so you can use it.
path-acerwc-no = { $country } is not a party to the African Children’s Charter (seen { $seen }).
path-acerwc-ended = { $country } is no longer a party to the African Children’s Charter (seen { $seen }).
path-acerwc-unknown = { $country }: we have not checked whether the State is a party to the African Children’s Charter.
path-ecowas-yes = { $country } is a member of ECOWAS (seen { $seen }), so you can use its court.
path-ecowas-no = { $country } is not a member of ECOWAS (seen { $seen }).
path-ecowas-ended = { $country } left ECOWAS{ $dated ->
        [1] { " " }in { $year }
       *[0] { "" }
    } (seen { $seen }). Ask a lawyer whether an older case is still possible.
path-ecowas-unknown = { $country }: we have not checked whether the State is a member of ECOWAS.
path-eac-yes = { $country } is a partner State of the East African Community (seen { $seen }), so you can use its court.
path-eac-no = { $country } is not in the East African Community (seen { $seen }).
path-eac-ended = { $country } left the East African Community (seen { $seen }).
path-eac-unknown = { $country }: we have not checked whether the State is in the East African Community.
path-treaty-yes = { $country } has accepted this procedure{ $dated ->
        [1] { " " }({ $year })
       *[0] { "" }
    }, so you can use it (seen { $seen }).
path-treaty-no = { $country } had not accepted this procedure when it was checked ({ $seen }). Look whether that has changed.
path-treaty-ended = { $country } has withdrawn from this procedure{ $dated ->
        [1] { " " }({ $year })
       *[0] { "" }
    } (seen { $seen }).
path-treaty-unknown = { $country }: we have not checked whether the State has accepted this procedure. Look before you rely on it.
path-nhri-yes = { $country }: the national institution has “A” status: it was found independent (seen { $seen }).
path-nhri-no = { $country }: the national institution does not have “A” status (seen { $seen }).
path-nhri-ended = { $country }: the national institution lost its “A” status (seen { $seen }).
path-nhri-unknown = { $country }: check whether there is a national institution, and whether it is independent (“A” status).
path-courts-tried = You tried the courts: keep copies of the decisions.
path-courts-not-yet = It normally comes after the courts at home: try them first, or explain why they are no real way.
path-courts-impossible = Explain why the courts at home are no real way: too slow, unsafe, or not open to you.
path-courts-unsure = It normally comes after the courts at home. Ask a lawyer whether you have tried enough.
path-can = **It can:** { $text }
path-cannot = **It cannot:** { $text }
path-time = **How long:** { $text }
path-risk = ⚠️ **Risk:** { $text }
path-seen-at = Seen at:
path-party-yes = { $country } is a party to this treaty (seen { $seen }).
path-party-no = { $country } was not a party to this treaty when it was checked ({ $seen }). Look whether that has changed.
path-party-ended = { $country } is no longer a party to this treaty (seen { $seen }).
path-party-unknown = { $country }: we have not checked whether the State is a party to this treaty. Look before you rely on it.
path-member-yes = { $country } is a member (seen { $seen }).
path-member-no = { $country } is not a member (seen { $seen }).
path-member-ended = { $country } is no longer a member (seen { $seen }).
path-member-unknown = { $country }: we have not checked whether the State is a member.
path-facts = **What this State has accepted**
button-path-facts = 📋 What the State has accepted
path-fact-charter = African Charter
path-fact-court-protocol = Protocol on the African Court
path-fact-court-declaration = Direct access to the African Court
path-fact-maputo = Maputo Protocol (women)
path-fact-acrwc = African Children’s Charter
path-fact-ecowas = ECOWAS
path-fact-eac = East African Community
path-fact-sadc = SADC
path-fact-iccpr-op1 = Complaints: civil and political rights (CCPR)
path-fact-cedaw-op = Complaints: women (CEDAW)
path-fact-crpd-op = Complaints: disability (CRPD)
path-fact-icescr-op = Complaints: economic and social rights (CESCR)
path-fact-crc-opic = Complaints: children (CRC)
path-fact-cat-art22 = Complaints: torture (CAT)
path-fact-ced-party = Convention on enforced disappearances
path-fact-ced-art31 = Complaints: enforced disappearances (CED)
path-fact-cerd-art14 = Complaints: racial discrimination (CERD)
path-fact-nhri = National institution
path-fact-treaty-party = Party to the other UN treaties
path-fact-ilo-member = Member of the ILO
path-some-regions = Works in some regions only. Look whether yours is one of them.
path-elsewhere = **That name is not in my list of countries.** The list says nothing about the status of any place.

    Go on without a country: you see what is open everywhere, and what works in some countries only. Or choose a region, or write the name again.
button-path-elsewhere = Elsewhere, not in the list
path-facts-none = **Nobody has checked this for this State yet.** That does not mean “no”. Look at the official pages:
