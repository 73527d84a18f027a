button-ask-team = ✉️ Send this to the team
button-ask-the-team = ✉️ Ask the team
inbox-offer = **Before you write:** no names, no places, no details of a case. This chat is not end-to-end encrypted: Telegram, and anyone who holds your phone, can read it.

    { "" }**What happens with your question:**

    - You see it once more before it is sent. Until then nothing is sent.
    - It is kept encrypted for 30 days, then erased. You can withdraw it sooner.
    - Responders at ISHR read it. They are not told who asked.
    - The answer comes in this chat. It can take days. Nobody here can send help.

    { "" }**Now write your question,** in at most { $most } characters.
inbox-write = Write your question again. No names, no places, no details of a case.
inbox-check = **Please read it once more.** Are there names, places or details in it that could put somebody in danger? Nothing has been sent yet.
inbox-text = { $text }
inbox-risky = **Please take out what could put somebody in danger.** Your text seems to hold a phone number, an address or a place. Nothing has been sent yet.
inbox-risky-removed = I removed your message from this chat. I hold the text, encrypted, until you choose, at most 24 hours.
inbox-risky-left = I could not remove your message from this chat: please delete it yourself. I hold the text, encrypted, until you choose, at most 24 hours.
inbox-empty = I see no words in that. Please write your question, or press Don’t send.
inbox-long = That is too long: { $count } characters. At most { $most } fit. Please write it again, shorter and without details of a case.
inbox-sent = **Sent.** The team will answer here; it can take days. You can withdraw your question at any time under My questions.

    If someone is in danger, do not wait for the answer: press Urgent help.
inbox-many = Five of your questions from today are still open, so I did not send this one and kept nothing of it. Please try again tomorrow, or withdraw one.
inbox-gone = Everything about you was erased meanwhile, so nothing was sent and nothing kept.
inbox-not-this = Nothing was sent by this button: the text above it was sent already, dropped or written anew. Look under My questions.
inbox-dropped = Not sent. I kept nothing of it.
inbox-left = Your question to the team was not sent. I kept nothing of it.
inbox-none = You have no questions with the team.
inbox-mine = **Your question { $number } of { $count }**
inbox-hidden = It seems to hold a phone number, an address or a place, so I do not show it here.
inbox-open = No answer yet.
inbox-answered = **The team’s answer:**
inbox-kept = *Question and answer are erased here on { $date }.*
inbox-withdrawn = Withdrawn and erased here. Whoever on the team read it may remember it. I took it off their chats as far as Telegram allows: what they opened more than 48 hours ago can still stand there.
inbox-answer = **An answer from the team**
inbox-answer-kept = *You also find it under My questions, until it is erased on { $date }. What stands in this chat stays until you delete it.*
button-inbox-mine = My questions
button-inbox-send = Send
button-inbox-send-so = Send it as it is
button-inbox-again = Write it again
button-inbox-drop = Don’t send
button-inbox-withdraw = Withdraw it
button-inbox-helped = 👍 It helped
button-inbox-more = Ask again
button-corrections = Corrections
corrections = **When something you read here was wrong,** I can tell you. This is off unless you switch it on.

    If you switch it on: for 60 days I keep which pages you read, in which version and on which day. Nothing else, and not your questions. Whoever takes this phone may see a correction in the chat.

    If you switch it off, that is erased at once.
corrections-on = **Switched on.** When a page that you read from now on is corrected, I tell you once. You can switch it off at any time; what is kept for it is then erased at once.
corrections-off = **Switched off.** What was kept for it is erased.
button-corrections-on = Tell me of corrections
button-corrections-off = No more corrections
correction-first = **A page that you read here was corrected.**
correction-text = { $text }
correction-why = You get this because you asked to be told of corrections. It is sent once.
button-correction-open = Open the page
inbox-slow = **Nobody here can send help, and the answer can take days.** In danger now? Do not wait for it: write /urgent
