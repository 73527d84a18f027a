choose-language = **Dalil** — a guide to human rights mechanisms.

    Which language do you want to use? You can change it at any time.
safety-notice = **Before you write, please read this.**

    - This chat is not end-to-end encrypted. Telegram, and anyone who holds your phone, can read it.
    - Do not send names, places, documents or details of a case.
    - I do not keep your questions, unless you send one to the team.
    - To remove this chat: “Clear this chat” in every menu; or Telegram's chat menu, Delete chat, also for the bot.

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
    - /courses — courses and consultations
    - /topics — everything I know, by topic
    - /glossary — what words mean
    - /pause — pause an open form, its answers wait
    - /cancel — discard an open form at once
    - /language — change the language
    - /privacy — what is kept about you
    - /mydata — show my data
    - /wipe — clear this chat
    - /delete — erase everything about me
    - /menu — the menu

    I answer only from a checked guide. When I do not know, I say so.
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
command-help = How to ask
