button-takeaway = 💾 Send me this
button-takeaway-send = Send the file
button-takeaway-all = 💾 The whole guide
takeaway-warning = **A file on a phone can be found.** It stays in the phone's memory and in this chat, also when you clear the chat.

    Ask for it only if that is safe for you. Its name says nothing of what it is about. You can print it, then delete it.
takeaway-sent = Here it is. It opens without internet. Delete it when you no longer need it.
takeaway-all = Guide to human rights mechanisms
takeaway-made = Put together on { $date }. Dates and addresses change: look at the official pages before you rely on them.
