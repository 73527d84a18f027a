announcement-first-line = **A message from Dalil**
announcement-why-announcement = You get this because you asked to hear about courses, or sent an expression of interest.
announcement-why-letters = You get this because you sent an expression of interest.
announcement-why-incident = This goes to everybody who uses Dalil, because it concerns your safety.
button-announcement-stop = Stop these messages
button-announcement-open = See the course
button-announcement-register = Express interest
announcements-quiet = **Done: no more announcements.** Letters about your own expressions of interest, and warnings about your safety, still come.
announcements-loud = Done: you get announcements again.
button-announcements-loud = Get them again
announcements-are-on = **Announcements are on.** They go to people who asked to hear about courses, or sent an expression of interest.
announcements-are-off = **Announcements are off:** I do not write to you about courses. Letters about your own expressions of interest, and warnings about your safety, still come.
button-announcements-off = 🔕 Stop announcements
button-announcements-on = 🔔 Get announcements again
button-announcement-new = New announcement
button-announcement-mine = My announcements
button-announcement-waiting = Waiting for release
button-announcement-now = Being sent
announcement-about = **What is it about?**
button-announcement-free = Something else
announcement-mine = **Your announcements.** Tap one to go on.
announcement-waiting = **Waiting for a second person.** Read before you release.
announcement-now = **Released, or being sent.**
announcement-none = There are none.
announcement-not-now = That is not possible (any more): somebody else wrote it, or it is being sent.
announcement-late = **An announcement is more than an hour late.** What it says may no longer be true. Send it all the same, or stop it?
announcement-failing = **An announcement was paused: too many messages fail.** Look at the reasons. Anybody on staff can stop it; an approver resumes it.
announcement-changed = **An announcement was stopped: it is not what was released.** Somebody changed it in the database. Tell the operator now.
announcement-parked = **Telegram makes announcements wait for a long time.** Nothing is lost: this one goes on by itself, and people still get answers. You can stop it.
announcement-plain = **Telegram refused the formatting of an announcement.** People get it as plain text. Look at it, and stop it if that reads badly.
state-draft = Draft
state-waiting = Waiting
state-released = Released
state-late = Late
state-sending = Being sent
state-paused = Paused
state-stopped = Stopped
state-done = Sent
desk = **Announcement: { $state ->
        [draft] draft
        [waiting] waiting for a second person
        [released] released, not yet sent
       *[other] late
    }.** Any change makes it a draft again.
desk-no-text = No text yet.
desk-count = It reaches { $count ->
        [0] nobody
        [one] one person
       *[other] { $count } people
    } now.{ $skipped ->
        [0] { "" }
       *[other] { " " }Left out, because their language is missing: { $skipped }.
    }
desk-skipped-rough = Left out, because their language is missing: { $count }.
desk-count-rough = It reaches now: { $count }. A rule is about expressions of interest, so small numbers are hidden and others rounded down.
count-from = { $count } or more
count-few = fewer than 5
desk-at-once = When: as soon as it is released.
desk-at = When: { $time } ({ $zone }).
button-desk = ✎ Back to the announcement
button-desk-text = ✎ { $language }
button-desk-who = Who
button-desk-when = When
button-desk-missing = Missing languages
button-desk-media = Photo or file
button-desk-no-media = Without photo or file
button-desk-buttons = Buttons
button-desk-preview = Preview
button-desk-dry = Who gets it, who not
button-desk-ask = Ask for the release
button-desk-discard = Discard
desk-type-en = **Write the English text.** A neutral line is added above it, but a locked phone shows what follows, too, and a photo: **begin with nothing that could harm.** Why people get it, and how to stop, is added below. No names of participants. **Two stars** on each side make words bold; all else is sent as you type it.
desk-type-fr = **Write the French text.** A neutral line is added above it, but a locked phone shows what follows, too, and a photo: **begin with nothing that could harm.** Why people get it, and how to stop, is added below. No names of participants. **Two stars** on each side make words bold; all else is sent as you type it.
desk-type-ar = **Write the Arabic text.** A neutral line is added above it, but a locked phone shows what follows, too, and a photo: **begin with nothing that could harm.** Why people get it, and how to stop, is added below. No names of participants. **Two stars** on each side make words bold; all else is sent as you type it.
desk-too-long = **A text is too long by { $over } characters:** Telegram does not take it like this. Write a shorter one.
desk-media = **Send one photo or one file now.** The text stands below it, and may then have 1,024 characters.
desk-missing = **Whose language has no text, gets…**
button-desk-skip = { $chosen ->
        [yes] ✅ { "" }
       *[no] { "" }
    }nothing
desk-buttons = **Which buttons stand below the text?**
button-desk-open = { $chosen ->
        [yes] ✅ { "" }
       *[no] { "" }
    }See the course
button-desk-register = { $chosen ->
        [yes] ✅ { "" }
       *[no] { "" }
    }Express interest
desk-when = **When?** Choose the time zone ({ $zone }), then write day and hour, for example: 2027-01-15 18:00
button-desk-now = As soon as it is released
desk-no-time = I did not understand that time. Write only day and hour, from 00:00 to 23:59, in the zone chosen ({ $zone }): 2027-01-15 18:00
desk-past-time = That time has passed ({ $zone }). Write one that is still to come, for example: 2027-01-15 18:00
desk-discarded = Discarded.
who-everybody = Who: everybody who asked to hear about courses, or sent an expression of interest.
who-in = ✓ { $rule ->
        [language] language
        [region] region
        [kind] kind of course
        [interested] interested in
        [accepted] accepted for
        [waiting] on the waiting list of
        [declined] not this time for
        [joined] joined since
       *[read] were shown
    }: { $values }
who-out = ✗ without { $rule ->
        [language] language
        [region] region
        [kind] kind of course
        [interested] interested in
        [accepted] accepted for
        [waiting] on the waiting list of
        [declined] not this time for
        [joined] joined since
       *[read] were shown
    }: { $values }
who-choose = **Who gets it?** All of these must be true.
who-choose-out = **Who is left out?** Whoever fits one of these. A region or a kind of course leaves out only those who named it: people who want to hear of any stay in.
who-any-region = any region
who-any-kind = any kind
who-africa-out = **Said only “Africa”: { $count }.** They may be in that region, so they are left out too.
who-region-africa = Africa
who-africa-missed = **Said only “Africa”: { $count }.** An expression of interest keeps no part of Africa, so this rule does not reach them. Add “Africa” to reach them.
who-language = **Language of the person**
who-region = **Region** (of what they asked to hear about, or of their expression of interest)
who-kind = **Kind of course** they asked to hear about
who-interested = **Sent an expression of interest for…**
who-accepted = **Accepted for…**
who-waiting = **On the waiting list of…**
who-declined = **Not this time for…**
who-joined = **Joined in this month or later**
who-nothing = There is nothing to choose from.
button-who-language = Language
button-who-region = Region
button-who-kind = Kind of course
button-who-interested = Interested
button-who-accepted = Accepted
button-who-waiting = Waiting list
button-who-declined = Not this time
button-who-joined = Joined since
button-who-in = Who gets it
button-who-out = Who is left out
preview-skipped = { $language ->
        [fr] French
        [ar] Arabic
       *[en] English
    }: these people get nothing.
preview-falls-back = { $language ->
        [fr] French
        [ar] Arabic
       *[en] English
    }: these people get the text in { $other ->
        [fr] French
        [ar] Arabic
       *[en] English
    }.
preview-done = This is exactly what people see. Only you got it.
dry-run = **It would go to { $count ->
        [0] nobody
        [one] one person
       *[other] { $count } people
    }.** Nothing was sent.
dry-run-rough = **It would go to: { $count }.** Nothing was sent. Small numbers are hidden, others rounded down, because a rule is about expressions of interest.
dry-left-out = **Left out:**
dry-language = their language has no text: { $count }
dry-gone = have blocked the bot: { $count }
dry-unread = have not read the safety notice: { $count }
dry-quiet = want no announcements: { $count }
dry-excluded = fit a rule of who is left out: { $count }
dry-fits = **By what they fit** (one person can fit several):
release-wanted = **An announcement waits for a second person.** Read it before you release it.
button-release-read = Read it
release-asked = **The release was asked for.** A second person reads it and releases it. Any change makes it a draft again.
release-read = **That is all of it.** The author was shown { $count ->
        [0] nobody
        [one] one person
       *[other] { $count } people
    }; now it would reach { $now ->
        [0] nobody
        [one] one person
       *[other] { $now } people
    }.
release-read-rough = **That is all of it.** People it reached when the release was asked for: { $count }. Now: { $now }.
release-delay = After the release there is some time to stop it.
button-release = Release exactly this
release-done = **Released.** It goes out from { $time } ({ $zone }). Until then, and while it is sent, anybody on staff can stop it.
release-gone = That is not possible any more: it was changed, stopped, or released already.
release-changed = **Not released: it is not what you were shown.** Read it again.
release-drifted = **Not released: it would now reach a different number of people.** The author must ask again.
release-same-person = **Not released.** Whoever wrote it, or asked for its rest, cannot release it: a second person must.
release-not-allowed = **Not released.** You do not have the role for it.
release-empty = **Not yet:** there is no text, or nobody it would reach.
button-announcement-end = ■ Stop
button-announcement-pause = ‖ Pause
button-announcement-resume = ▶ Resume
button-late-send = Send it all the same
report-title = **{ $state ->
        [draft] Draft
        [waiting] Waiting for a second person
        [released] Released
        [late] Late
        [sending] Being sent
        [paused] Paused
        [stopped] Stopped
       *[done] Sent
    }**
report-numbers = { $sent } sent, { $gone } have left or stopped, { $failed } failed, of { $total }
report-numbers-few = Sent: { $sent }, have left or stopped: { $gone }, failed: { $failed }
report-pace = { $rate } a second, about { $minutes ->
        [one] one minute
       *[other] { $minutes } minutes
    } left
report-reason = Failed, because { $rule ->
        [BadRequest] Telegram refused it
        [ServerRefused] Telegram had a fault of its own
       *[other] Dalil made a mistake (tell the operator)
    }: { $number }
report-not-sent = Stopped before it was sent: { $count }
report-uncertain = **Uncertain: { $count }.** Nobody knows whether these arrived. They are not sent again by themselves.
report-everybody = everybody
report-alone = Released without a second person: the operator allows it.
button-again = Send again to the uncertain
button-again-yes = Yes, send again
again-ask = **Some of these people may get it twice.** Send again all the same?
again-done = Being sent again: { $count }.
release-past = **Not released: its time has passed.** What it says may no longer be true. The author chooses another time.
release-past-yours = **Your announcement was not released: its time has passed.** Choose another one, then ask again.
release-drifted-yours = **Your announcement was not released:** it would now reach another number of people than you were shown. Look at it, then ask again.
moved-stopped-yours = **Somebody on staff stopped your announcement** before it went out. Nobody got it.
moved-paused-yours = **Somebody on staff paused your announcement.**
moved-sending-yours = **Somebody on staff resumed your announcement.**
desk-too-long-below = **Not taken: below a photo or file the text may have 1,024 characters.** The longest one has { $over } too many. Shorten it first.
desk-falls-back = People whose language is missing get it in { $other ->
        [fr] French
        [ar] Arabic
       *[en] English
    }.
desk-skips = People whose language is missing get nothing.
desk-has-open = Button below it: See the course
desk-has-register = Button below it: Express interest
desk-has-photo = With a photo: a locked phone shows it.
desk-has-document = **With a file.** People see its name, and inside may stand who made it, and where. Check it before you ask for the release.
desk-caption-left = **The words below it were not taken.** Write them as the text.
again-nobody = **Nothing is sent again.** There is nobody uncertain any more, or the announcement was stopped.
again-asked = **You do not have the role for it.** Some people may get it twice, so an approver decides. The approvers were told.
again-wanted = **Some messages of an announcement are uncertain.** Somebody on staff would like to send them again. Some people may then get it twice: you decide.
report-letters-stopped = **These letters were stopped. { $count } of them had not gone out.** Applicants can see their outcome in the bot all the same: stopping takes nothing back. If they should get their letter after all, ask for the rest; a second person releases it. Who has the letter gets no second one.
button-letters-rest = Ask to send the rest
letters-rest-asked = **Asked.** A second person reads the letter and releases the rest. Who has the letter gets no second one.
released = **An announcement was released.** It goes out from { $time } ({ $zone }). Until then, and while it is sent, you can stop it:
released-yours = **Your announcement was released.** It goes out from { $time } ({ $zone }). Until then, and while it is sent, anybody on staff can stop it:
released-letters = **Decisions and letters of a course were released.** Outcomes can be seen in the bot now. The letters go out from { $time } ({ $zone }). Until then, and while they are sent, you can stop them:
released-voided = **An announcement that you released was changed.** It does not go out. If its author asks again, read it again:
button-letters-end = ■ Stop: { $rule ->
        [accepted] accepted
        [waiting] waiting list
       *[declined] not this time
    }
button-letters-read = Read: { $rule ->
        [accepted] accepted
        [waiting] waiting list
       *[declined] not this time
    }
release-draft = **It is a draft: nothing goes out.** Its author is still changing it, and asks for the release when it is ready.
release-late = **It was paused more than an hour ago.** What it says may no longer be true. Send it all the same, or stop it?
release-by-approver = An approver decides whether it goes out. You can stop it.
resume-wanted = **Somebody on staff would like to resume an announcement** that is paused. You decide: read it first.
resume-asked = **You do not have the role for it:** an approver resumes. The approvers were told.
moved-sending-paused = **An announcement that you paused goes on.** Somebody on staff resumed it.
report-starts = It goes out from { $time } ({ $zone }).
desk-too-long-typed = **Too long by { $over } characters: nothing of it was taken.** Telegram cuts a long text in several messages, so what follows is not taken either. Tap to write a shorter one.
desk-cut = **Not taken:** this may be the rest of the text that was too long. Tap to write a shorter one.
desk-discard = **Discard it, with all its texts?** They cannot be brought back.
button-desk-discard-yes = Yes, discard it
