privacy = **What is kept about you**

    - Your questions, your Telegram name, username, phone number and photo: never. Only a question that you send to the team: encrypted, { $gone } days, or until you withdraw it.
    - Once you choose a language: the language, whether I always answer in it, whether you read the safety notice, the month you joined, the month you last wrote, and your chat number, encrypted.
    - For { $state } hours, encrypted: what you read last, so that “and the deadline?” works, and which notices you were shown.
    - For { $numbers } hours, encrypted: the numbers of the messages in this chat, never their text, so that I can clear it.
    - A form you began: encrypted, { $draft } days after your last answer.
    - An expression of interest: encrypted, until { $interest } days after the decision. The reviewers of that course read it, without your name and contact until the decision. A partner sees it only if you agreed.
    - Which new courses you want to hear of; which announcements you got, { $gone } days.
    - Only if you switch on corrections: which pages you read, { $follow } days.
    - Counts per day that do not say who.

    { "" }**When it goes:** at once with /delete. Otherwise { $gone } days after you block this bot, or after { $idle } months without a message. Backups are encrypted, and go after { $backup } days at most.
privacy-inline = What you type behind this bot’s name in other chats is answered and not kept here. Telegram sees it.
privacy-telegram = **What Telegram keeps:** this chat, and so does your phone. It is not end-to-end encrypted. I can clear the last { $numbers } hours: /wipe. The rest you delete yourself: chat menu, Delete chat, also for the bot.
mydata = **What is kept about you now**
mydata-newcomer = **Almost nothing is kept about you.** You have not chosen a language, so I have no row about you.

    What there is: the numbers of this chat’s messages ({ $numbers } hours) and where our conversation stands ({ $state } hours), both encrypted.
mydata-file-warning = All of it, with every answer in full, is also in a file. Whoever opens this phone can read that file.
mydata-sent = Delete it when you no longer need it.
held-person = - Language: { $language }. Joined: { $joined }. Last wrote: { $active }. Your chat number, encrypted.
held-interest = - Expression of interest: { $title }, sent on { $date }
held-draft = - Form begun: { $title }
held-reviews = - What reviewers wrote, shown since the decision: { $count }
held-subscriptions = - Wishes to hear of new courses: { $count }
held-dialogs = - Where our conversation stands, encrypted
held-traces = - Numbers of this chat’s messages, encrypted, in parts: { $count }
wipe-ask = **Clear this chat?** I remove both sides of the last { $numbers } hours, here and at Telegram. It cannot be undone.

    What is older you delete yourself: chat menu, Delete chat, also for the bot. What is kept about you here stays; /delete erases that.
wiped = Messages removed from this chat: { $count }
wiped-left = Not removed, because Telegram does not allow it (too old, for example): { $count }. Please delete these yourself.
wiped-more = Messages older than { $numbers } hours: delete them in the chat menu, Delete chat, also for the bot. There you can also set auto-delete.
delete-ask = **Erase everything about you?** It cannot be undone.

    - **Here, at once:** your language, your chat number, forms, expressions of interest with all answers (they are withdrawn), wishes to hear of courses.
    - **In this chat:** both sides of the last { $numbers } hours.
    - **Backups:** encrypted, gone after { $backup } days at most.
    - **What Telegram holds:** messages older than { $numbers } hours, until you delete the chat: chat menu, Delete chat, also for the bot.
delete-ask-newcomer = **Nothing is kept about you** but the numbers of this chat’s messages and where our conversation stands; both go by themselves within { $numbers } hours.

    I can erase these now, and clear both sides of the last { $numbers } hours from this chat. What is older you delete yourself: chat menu, Delete chat, also for the bot.
delete-ask-staff = **You are on the staff. This ends it.** Your roles, invitations and requests go, what nobody got yet of your announcements is taken back, and the other admins are told your number.

    Your reviews, decisions and entries in the audit trail stay under that number. Until the release, a code stands beside them by which only this bot would know your account again: so nobody counts as two people.
erased = **Done. This was erased:**
erased-nothing = **Done.** Nothing about you is kept here any more.
erased-stays = **What stays:** messages older than { $numbers } hours stay with Telegram until you delete the chat: chat menu, Delete chat, also for the bot. Do it now if you can: this message stays too. Encrypted backups go after { $backup } days at most.
kind-people = - your entry, with language and chat number
kind-interests = - forms sent: { $count }
kind-drafts = - forms begun: { $count }
kind-subscriptions = - wishes: { $count }
kind-dialogs = - where our conversation stood
kind-traces = - numbers of messages
button-clear = 🧹 Clear this chat
button-wipe-now = Clear it now
button-mydata = What is kept about me
button-mydata-file = Send me the file
button-delete = Erase everything
button-erase = Yes, erase everything
button-keep = No, keep it
command-privacy = What is kept about you
command-mydata = Show my data
command-wipe = Clear this chat
command-delete = Erase everything about me
kind-staff = - your role on staff
kind-news = - news of the team that you were not told yet: { $count }
kind-deliveries = - announcements you got: { $count }
kind-follows = - entries you follow: { $count }
kind-inbox = - questions to the team: { $count }
held-deliveries = - Announcements you got in the last 30 days: { $count }
held-follows = - Entries of which you want to hear corrections: { $count }
held-inbox = - Questions to the team, encrypted: { $count }
held-staff = - Your role on staff
held-news = - News of the team that you were not told yet: { $count }
