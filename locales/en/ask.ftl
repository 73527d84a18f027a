did-you-mean = **Did you mean one of these?**
button-none = None of these
no-answer = **I have no answer to that in my guide**, and I do not guess.

    You can ask again in other words, or look through the topics.
unspoken = **I read only English, French and Arabic.** Please write in one of them. In danger? Press Urgent help.

    { "" }**Je ne lis que le français, l’anglais et l’arabe.** Écrivez dans l’une de ces langues. En danger ? Appuyez sur le bouton 🆘.

    { "" }**لا أقرأ إلا العربية والفرنسية والإنجليزية.** اكتبوا بإحدى هذه اللغات. إذا كنتم في خطر فاضغطوا الزر 🆘.
button-always = Always answer in English
button-follow = Answer in the language I write in
language-always = Done. From now on I answer in English, whatever language you write in. To change that: /language
language-always-now = I now answer in English, whatever language you write in.
language-follows = Done. From now on I answer in the language you write in.
unavailable = I cannot answer just now: my guide is being repaired. Please try again later.

    If someone is in danger, do not wait for me: contact people you trust and a protection organisation you know.
risky-removed = **I removed your message** because it seemed to hold a phone number, an address or a place. I kept nothing of it. Please do not send such things here.
risky-kept = **Please delete your message yourself:** it seems to hold a phone number, an address or a place, and I could not remove it. I kept nothing of it. Please do not send such things here.
smalltalk-greeting = **Hello.** What would you like to know about human rights mechanisms? Just write it.
smalltalk-thanks = You are welcome. Take care of yourself. Ask again at any time.
smalltalk-goodbye = Goodbye, and take care. You can delete this chat in Telegram's chat menu.
smalltalk-who = **I am Dalil, a program, not a person.** I answer questions about UN and African human rights mechanisms from a checked guide: I choose among its texts and make up nothing. Nobody here can send help or take up a case.
smalltalk-human = **I am a program, and nobody reads along here.** You can send a question to the team at ISHR: you see it once more before it goes, and the answer can take days. If someone is in danger now, press Urgent help.
smalltalk-police = **No. I am a program. I am no police, no government, no secret service, not the UN and no lawyer,** and I report you to nobody. A chat cannot prove that: so write nothing here that could harm you or others if somebody else read it.
smalltalk-secret = **Please tell me no secrets.** I keep no questions, but this chat is not end-to-end encrypted: Telegram, and anyone who holds your phone, can read it. Write no names, places or details. You can clear this chat at any time.
smalltalk-kept = **I do not keep your questions, your name, your username, your phone number or your photo.** Once you have chosen a language, I keep a few things, for a limited time: press Privacy for the list, or see what is kept about you now. Telegram keeps this chat, and so does your phone.
smalltalk-made = **Dalil belongs to ISHR, the International Service for Human Rights.** Its team answers the questions that are sent to it. Not sure that this is the real Dalil? Ask ISHR through its website: [ishr.ch](https://ishr.ch).
smalltalk-lost = **Sorry, I was not clear.** Ask again in a few short words. Below an answer, “Words” explains the difficult ones. Or ask the team.
smalltalk-sources = **Each answer says where it comes from:** press “Sources” below it. I make up no answers: I choose among texts of a checked guide.
smalltalk-help = **Write your question in a few words,** for example: “observer status at the African Commission” — or choose below.
smalltalk-yes = Good. Please write your question in a few words.
smalltalk-no = All right. Ask again in other words, or choose below.
apology = Something went wrong on my side, not yours. Please send your message again in a minute.
slow-down = Too many messages at once: I did not read your last messages. Please wait a moment, then send them again. If someone is in danger, press Urgent help: I answer that at once.
