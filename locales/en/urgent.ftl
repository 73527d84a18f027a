button-urgent = 🆘 Urgent help
urgent-title = **If someone is in danger now, start here.**
urgent-safety = Do not write names, places or details in this chat: it is not end-to-end encrypted, and it cannot send help.
urgent-without-entry = Contact people you trust, a lawyer, and a protection organisation you know. My guide is not available just now.
