choose-language = **Dalil** — a guide to human rights mechanisms.

    Which language do you want to use? You can change it at any time.
safety-notice = **Before you write, please read this.**

    - This chat is not end-to-end encrypted. Telegram, and anyone who holds your phone, can read it.
    - Do not send names, places, documents or details of a case.
    - I do not keep your questions, unless you send one to the team.
    - To remove this chat: Telegram's chat menu, Delete chat, also for the bot. You can also set auto-delete there.

    In danger now? Press Urgent help.
button-understood = I understand
welcome = **Ask your question in your own words.**

    For example: “How do I send information to a Special Rapporteur?” or “Deadline for an NGO report to the UPR?”

    I look it up in a guide to UN and African human rights mechanisms, and show the sources and the date of the last check. I am a program, not a person, and I cannot take up a case.
welcome-back = **Welcome back.** Ask your question, or choose below.

    Please remember: no names, places or case details in this chat.
menu = **What do you need?** Write your question, or choose below.
expired = That button is too old. Here is the menu; you can also just write your question.
language-changed = Done. I will answer in English.
help = **How to ask**

    - Write a short question, as you would ask a friend: “How do I complain to the African Commission?”
    - After an answer you can go on: “and the deadline?”
    - You can write in English, French or Arabic.

    { "" }**Commands**

    - /urgent — someone is in danger now
    - /pathfinder — which mechanism can help me?
    - /topics — everything I know, by topic
    - /glossary — what words mean
    - /language — change the language
    - /privacy — what is kept about you
    - /menu — the menu

    I answer only from a checked guide. When I do not know, I say so.
privacy = **What is kept about you**

    - Your questions: never kept, unless you send one to the team: then encrypted, for 30 days, or until you withdraw it. Your name, username, phone number and photo: never kept.
    - If you choose a language: the language, whether you read the safety notice, the month you joined, the month you last wrote, and your chat number, encrypted.
    - For at most 24 hours, encrypted: which entry you read last and when, so that “and the deadline?” works, which notices you were shown, and a text that waits for you to press Send.
    - Only if you switch on Corrections: which pages you read, for 60 days.
    - Counts per day (“this entry was read 12 times”) that do not say who.

    { "" }**To be forgotten:** block this bot. What is kept for 24 hours is erased at once, all the rest about you after 30 days. If you do not write for 12 months, everything about you is erased too.

    { "" }**What Telegram keeps:** this chat is stored by Telegram and on your phone; this bot cannot change that. Delete the chat in Telegram's chat menu, also for the bot.
button-menu = ☰ Menu
button-language = Language
button-privacy = Privacy
button-help = How to ask
description = Dalil answers questions about UN and African human rights mechanisms, with sources and dates, in English, French and Arabic. This chat is not end-to-end encrypted: send no names, places or case details.
short-description = A guide to UN and African human rights mechanisms. English · Français · العربية
command-start = Start
command-menu = Menu
command-urgent = Urgent help
command-topics = All topics
command-language = Language · Langue · اللغة
command-privacy = What is kept about you
command-help = How to ask
