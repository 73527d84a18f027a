did-you-mean = **Did you mean one of these?**
button-none = None of these
no-answer = **I have no answer to that in my guide**, and I do not guess.

    You can ask again in other words, or look through the topics.
unspoken = **I read only English, French and Arabic.** Please write in one of them. In danger? Press Urgent help.

    { "" }**Je ne lis que le français, l’anglais et l’arabe.** Écrivez dans l’une de ces langues. En danger ? Appuyez sur le bouton 🆘.

    { "" }**لا أقرأ إلا العربية والفرنسية والإنجليزية.** اكتبوا بإحدى هذه اللغات. إذا كنتم في خطر فاضغطوا الزر 🆘.
button-always = Always answer in English
unavailable = I cannot answer just now: my guide is being repaired. Please try again later.

    If someone is in danger, do not wait for me: contact people you trust and a protection organisation you know.
risky-removed = **I removed your message** because it seemed to hold a phone number, an address or a place. I kept nothing of it. Please do not send such things here.
risky-kept = **Please delete your message yourself:** it seems to hold a phone number, an address or a place, and I could not remove it. I kept nothing of it. Please do not send such things here.
smalltalk-greeting = **Hello.** What would you like to know about human rights mechanisms? Just write it.
smalltalk-thanks = You are welcome. Take care of yourself. Ask again at any time.
smalltalk-goodbye = Goodbye, and take care. You can delete this chat in Telegram's chat menu.
smalltalk-who = **I am Dalil, a program, not a person.** I answer questions about UN and African human rights mechanisms from a checked guide. Nobody here can send help or take up a case.
smalltalk-help = **Write your question in a few words,** for example: “observer status at the African Commission” — or choose below.
smalltalk-yes = Good. Please write your question in a few words.
smalltalk-no = All right. Ask again in other words, or choose below.
apology = Something went wrong on my side, not yours. Please send your message again in a minute.
slow-down = Too many messages at once: I did not read your last messages. Please wait a moment, then send them again. If someone is in danger, press Urgent help: I answer that at once.
