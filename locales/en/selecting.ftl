button-selecting = Expressions of interest
button-selecting-staff = Staff menu
button-selecting-course = Back to the course
selecting-courses = **Expressions of interest.** Choose a course.
selecting-no-courses = No course is open, closed or decided just now.
selecting-by-state = **By state**
selecting-by-region = **By region**
selecting-by-language = **By language**
selecting-none = - none
selecting-count = - { $name }: { $count }
selecting-state-received = - not read yet: { $count }
selecting-state-reading = - being read: { $count }
selecting-state-accepted = - accepted: { $count }
selecting-state-waiting = - waiting list: { $count }
selecting-state-declined = - not this time: { $count }
selecting-region-africa = - Africa: { $count }
selecting-region-mena = - Middle East and North Africa: { $count }
selecting-region-asia-pacific = - Asia-Pacific: { $count }
selecting-region-other = - elsewhere: { $count }
selecting-region-none = - not said: { $count }
selecting-hidden = Numbers under 5 are hidden. Sometimes one more is, so that nobody can work it out.
button-review-next = Read the next one
button-ranking = Ranking and decisions
button-letters = Letters
button-letters-ask = Ask for the release
button-letters-release = Release decisions and letters
button-export = Export as a file
review-head = **Expression of interest**
review-sent = Sent on { $date }, in { $language ->
        [fr] French
        [ar] Arabic
       *[en] English
    }
review-answer-country = **Country**
review-answer-region = **Region**
review-answer-organisation = **Organisation**
review-answer-work = **Human rights work now**
review-answer-plans = **Plans for the next year**
review-answer-use = **Use of the UN or the African Commission**
review-answer-experience = **Experience with them so far**
review-answer-languages = **Languages**
review-answer-access = **Needs to take part**
review-reason = { $text }
review-nameless = Names and contacts are hidden. Another person’s name inside an answer is not found: do not pass it on. That you read this is noted.
review-organisation-ngo = non-governmental organisation
review-organisation-network = network or coalition
review-organisation-nhri = national human rights institution
review-organisation-independent = independent defender
review-organisation-media = media
review-organisation-lawyer = lawyer
review-organisation-other = other
review-experience-none = none yet
review-experience-some = some
review-experience-often = often
button-review-score = Score it
button-review-abstain = Abstain: I know them
button-review-other = Another one
button-review-others = Read the other reviews
button-review-again = Read it (again)
button-review-file = ✅ File my review
button-review-work = Work now
button-review-plans = Plans
button-review-use = Use of mechanisms
review-sheet = **Your review so far.** Give 1 to 5 points for each criterion, each with a reason.
review-kept = Not filed yet: it is kept for 24 hours, encrypted. A filed review is not replaced.
review-line-work = **Work now: { $points }**
review-line-plans = **Plans: { $points }**
review-line-use = **Use of mechanisms: { $points }**
review-criterion-work = **The human rights work now.** How much does it matter, and to whom?
review-criterion-plans = **The plans for the next year.** How concrete are they?
review-criterion-use = **Use of the UN or the African Commission.** How would the course be used?
review-points = How many points? 1 is little, 5 is much.
review-type-reason = **{ $points } points.** Now write why, as your next message: at most { $most } characters, no names.
review-type-abstention = **You abstain.** Write why, as your next message: at most { $most } characters, no names. That message files the abstention; you then neither read it again nor decide on it.
review-reason-long = That has { $length } characters; write between 1 and { $most }.
review-none-left = Nothing is left for you to read in this course.
review-gone = This expression of interest is not there any more. There is nothing to do.
review-damaged = This one cannot be opened. Please tell the operator; go on with the next one.
review-abstained = You abstained from this one, so you do not read it before the release.
review-changed = **The person changed their answers since you read them.** Your scores are kept: check them, then file again.
review-filed = Filed. Thank you. A filed review is not replaced.
review-abstention-filed = Your abstention is filed. Others read this one.
review-enough = This one has all the reviews that it needs. Yours was not filed.
review-released = The decision on this one is out already. Your review was not filed.
review-others = **Reviews**
review-of = **Review { $number }**
review-says-abstained = Abstained: { $text }
review-unreadable = This review cannot be opened. Please tell the operator.
review-not-open = That one is not open any more: unfinished scores are kept for 24 hours, for one at a time.
review-alarm = Alert: the member of staff { $name } read { $count } expressions of interest within an hour. Ask why. If there is no good reason, take the role away: /staff.
ranking = **Ranking: { $count } have enough reviews.** The best mean comes first; no names.
ranking-empty = Nothing has enough reviews yet.
ranked-means = Work { $work } · plans { $plans } · use { $use }
ranked-split = ⚠ Reviewers differed
ranked-changed = ✎ Changed after a review
ranked-conflict = You abstained: somebody else decides.
ranked-accepted = → accepted
ranked-waiting = → waiting list
ranked-declined = → not this time
button-decide-accepted = ✅ Accept
button-decide-waiting = ⏳ Waiting list
button-decide-declined = Not this time
decide-done = Kept until the release; it can be changed. Accepted: { $count }, seats: { $seats }.
decide-over = Kept until the release; it can be changed. **More accepted than seats:** { $count } accepted, { $seats } seats.
decide-gone = This is not there any more. There is nothing to do.
decide-conflict = You abstained from reviewing it, so somebody else decides.
decide-too-few = It has not enough reviews (any more).
decide-released = Its decision is out already and does not change. Only who is on the waiting list can still be accepted.
letters = **Letters.** One for each outcome and language. Only saved ones (✅) are sent.
button-letter-accepted = { $saved ->
    [yes] ✅
   *[no] ▫️
} Accepted { $language }
button-letter-waiting = { $saved ->
    [yes] ✅
   *[no] ▫️
} Waiting { $language }
button-letter-declined = { $saved ->
    [yes] ✅
   *[no] ▫️
} Declined { $language }
letter-name = { $outcome ->
        [accepted] Accepted
        [waiting] Waiting list
       *[declined] Not this time
    } · { $language ->
        [fr] French
        [ar] Arabic
       *[en] English
    }
letter-count = **{ $outcome ->
        [accepted] Accepted
        [waiting] Waiting list
       *[declined] Not this time
    } · { $language ->
        [fr] French
        [ar] Arabic
       *[en] English
    }: { $count }**
letter-saved = Saved. So it will be read:
letter-not-saved = Nobody saved this letter yet: it is not sent. The text to begin with:
button-letter-default = Save this text
button-letter-type = Write another text
letter-type = **Write the letter ({ $language ->
        [fr] French
        [ar] Arabic
       *[en] English
    })** as your next message: at most { $most } characters. No names, no venue. You can use { "{course}" }, { "{dates}" } and { "{deadline}" }; **two stars** on each side make words bold, all else is sent as you type it. The text now:
letter-text = { $text }
letter-gone = There is no such course any more.
letter-empty = The letter is empty. Write it again.
letter-too-long = **The letter is too long: nothing of it was taken.** At most { $most } characters. Telegram cuts a long text in several messages, so what follows is not taken either. Tap to write a shorter one.
letter-cut = **Not taken:** this may be the rest of the letter that was too long. Tap to write a shorter one.
letter-unknown-variable = “{ $name }” cannot be filled in. Only { "{course}" }, { "{dates}" } and { "{deadline}" } can. Write it again.
letter-language = A letter is in English, French or Arabic.
letter-sent = Somebody has this letter already: it does not change any more.
letters-ready = **Ready: { $count ->
        [one] one person is told
       *[other] { $count } people are told
    }.** Accepted { $accepted }, waiting list { $waiting }, not this time { $declined }.
letters-left = Without a decision: { $count }. They stay “being read” and can be released later.
letters-missing = Letters are missing: { $text }. Write and save them first.
letters-gone = There is no such course any more.
letters-open = The deadline is not past: people can still send and change. Nothing is released before.
letters-nothing = No decision waits for a release.
letters-undecided = Some have no decision yet.
letters-already-asked = Somebody asked for this release already. Asking again replaces that.
letters-stopped = **Letters of this course were stopped** before everybody had theirs. Outcomes can be seen all the same. Open the letters to ask for the rest, or to see whether somebody did.
button-letters-stopped = Stopped: { $rule ->
        [accepted] accepted
        [waiting] waiting list
       *[declined] not this time
    }
button-letters-ask-now = Ask for this release
letters-asked = **Asked.** Somebody else must now release it, within 24 hours. Any change of a decision or a letter makes the request void.
letters-wanted = Somebody asks you to release the decisions and letters of “{ $course }”. Read them first.
letters-release-means = After this, outcomes can be seen at once and cannot be changed; only who is on the waiting list can still be accepted. The letters go out after a short delay; anybody on staff can stop them until then.
button-letters-release-now = Release now
letters-released = **Released: { $count ->
        [one] one person
       *[other] { $count } people
    }.** The letters go out after the delay. To stop them: /staff.
letters-too-long = A letter is too long for one message. Shorten it, then ask again.
letters-nobody-asked = Nobody asks for a release just now: it was released, or the request is older than 24 hours.
letters-changed = A decision or a letter is another one than shown. Look again, and ask again.
letters-same-person = **Somebody else must release this:** you asked for it, or decided on some of it. Where two people share the work, one decides and asks, the other releases.
letters-not-allowed = Your role does not allow this (any more).
export-about = **A file can be found.** It holds every expression of interest of this course; names and contacts only of those accepted and told. Whoever takes your phone or computer can read it. Ask only if you need it, and delete it afterwards. A second person must confirm.
export-waits = You asked for the file. Somebody else must confirm it within 24 hours.
export-wanted = The member of staff { $name } asks for the expressions of interest for “{ $course }” as a file. Confirm only if you know why. The file goes to them, not to you.
button-export-ask = Ask for the file
button-export-confirm = Confirm: send it to them
button-export-look = Look
export-gone = There is no such course, or nobody in it.
export-nobody-asked = Nobody asks for this file just now: it was sent, or the request is older than 24 hours.
export-same-person = You asked yourself: somebody else must confirm.
export-not-allowed = One of you two has no role for this (any more).
export-done = Sent to the one who asked: { $count } expressions of interest.
export-not-sent = The file could not be delivered for certain. If it did not arrive, they can ask again.
export-caption = The file you asked for. Delete it when you no longer need it, here and where you saved it.
button-accepted = The accepted: contacts
button-waiting-list = Waiting list
waiting-list = **Waiting list: { $count }, told so.** If a place is free, open one and accept it. It is told after a second release, with the letter of the accepted.
waiting-list-empty = Nobody is on the waiting list.
accepted-list = **Accepted, and told so.** Open one to see name and contact. Each opening is noted. Whoever takes your phone can read what stands here: clear this chat afterwards (/wipe).
accepted-none = Nobody is accepted and told so yet.
accepted-counts = Accepted: { $count }. Seats: { $seats }. Waiting list: { $waiting }.
accepted-one = **Accepted.** Reads { $language ->
        [fr] French
        [ar] Arabic
       *[en] English
    }.
accepted-name = **Name or alias**
accepted-reach = **How to reach them**
accepted-contact_detail = **Contact**
accepted-share = **May it be shared with the partner?**
accepted-may-share = yes
accepted-may-not-share = no
accepted-noted = That you opened this is noted. Use only the way that they chose.
place-free = **A place became free in “{ $course }”:** somebody who was accepted withdrew. You can accept somebody from the waiting list; a second person releases it.
