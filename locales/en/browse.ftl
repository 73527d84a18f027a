button-topics = 📚 Browse topics
button-back = ‹ Back
button-next = More ›
button-previous = ‹ Previous
topics = **Topics.** Choose one.
topic-choose = Choose what you want to read.
checked-on = *Last checked on { $date }.*
overdue = ⚠️ *The check of this entry is overdue. Look at the official page before you rely on an address or a date.*
being-updated = This entry was last checked on { $date }. That is too long ago: it is being updated. Meanwhile, use the official pages:
sources-title = **Sources**
source-page =
    { $tongue ->
        [en] { $publisher }
        [fr] { $publisher } (in French)
        [ar] { $publisher } (in Arabic)
        [de] { $publisher } (in German)
        [es] { $publisher } (in Spanish)
        [it] { $publisher } (in Italian)
        [pt] { $publisher } (in Portuguese)
       *[other] { $publisher } (in another language)
    }
source-unlinked = *We read it on a site that we do not link to: such sites can harm a phone.*
related-title = **See also**
button-summary = Summary
button-sources = Sources
button-related = See also
button-helped = 👍 Helpful
button-not-helped = 👎 Not helpful
thanks-for-telling = Thank you for telling us.
not-helped = **Sorry.** Try other words, or look through the topics.
section-who = **Who can use it**
section-how = **How**
section-include = **What to include**
section-deadlines = **Deadlines**
section-next = **What happens next**
section-risks = **Risks and consent**
section-without-who = This entry says nothing about who can use it.
section-without-how = This entry says nothing about how to do it.
section-without-include = This entry says nothing about what to include.
section-without-deadlines = This entry says nothing about deadlines.
section-without-next = This entry says nothing about what happens next.
section-without-risks = This entry says nothing about risks.
section-of-costs = This entry has no part about costs. If it names any, you find them in the summary or here:
button-who = Who can use it
button-how = How
button-include = What to include
button-deadlines = Deadlines
button-next-steps = What happens next
button-risks = ⚠️ Risks
topic-protection = Protection and help
topic-general = The UN system
topic-hrc = Human Rights Council
topic-special-procedures = Special procedures
topic-treaty-bodies = Treaty bodies
topic-upr = UPR
topic-african-system = African system
topic-african-commission = African Commission
topic-african-court = African Court
topic-african-standards = African standards
topic-sub-regional-courts = Sub-regional courts
topic-arab-mena = Arab and Islamic systems
topic-asia-pacific = Asia-Pacific
topic-nhri = National institutions
topic-national = National laws
topic-standards = UN standards
topic-funds = Funds
topic-travel = Travel to Geneva
topic-ishr-training = ISHR training
