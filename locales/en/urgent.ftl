button-urgent = 🆘 Urgent help
urgent-title = **If someone is in danger now, start here.**
urgent-safety = Do not write names, places or details in this chat: it is not end-to-end encrypted, and it cannot send help.
urgent-without-entry = Contact people you trust, a lawyer, and a protection organisation you know. My guide is not available just now.
urgent-number = **I have no phone number that I could confirm,** so I give none: a wrong one could cost you time. The numbers stand on the organisations’ own pages. Before you call: a watched phone shows whom you call.
urgent-site = **If a page does not open, try the next one.** Then: another network, another browser, a VPN that you already have. Or ask a person you trust, best abroad, to open it and write for you. I cannot open it for you.
urgent-send = **Nobody here can come, and I cannot send anybody.** I am a program. Call people near you whom you trust, and a lawyer. The organisations on the urgent-help card can see what protection is possible; they do not come at once.
urgent-offline = **Without internet: call or send an SMS to one person you trust,** and to a lawyer. Say only where they can find you and when you will next give news: calls and SMS can be heard and read. Ask that person to open the helplines’ pages and write for you.
