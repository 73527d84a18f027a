media-removed = **I did not open or download that, and I removed it from this chat.** Photos, voice messages, files, places and contacts can put people at risk here. Please write a question in words.
media-kept = **I did not open or download that.** I could not remove it either: please delete it yourself. Photos, voice messages, files, places and contacts can put people at risk here. Please write a question in words.
media-place = **I did not open that. Please check that it is gone from this chat, and do not send places or contacts here:** they can put people at risk. If someone is in danger, press Urgent help.
sticker = I understand only words. Write your question, or choose below.
unknown-command = I do not know that command. These work: /menu, /urgent, /topics, /language, /privacy, /help — or just write your question.
group-leaving = I answer only in private chats: in a group everybody could read what you ask. I am leaving now; please write to me directly.
knowledge-broken = The knowledge base was changed, but the change has mistakes and is not shown to anybody. The last good version goes on. First mistakes:
