button-team-questions = ✉️ Questions to the team
button-team-answer = Answer
button-team-gap = The guide lacks this
button-team-no-gap = The guide has this after all
button-team-send = Send the answer
button-team-drop = Leave without sending
button-team-deliver = Send it once more
team-question = **Question { $number } of { $count }** — asked in { $language ->
        [fr] French
        [ar] Arabic
       *[en] English
    } on { $date }. Nobody here knows who asked; do not try to find out.
team-careful = ⚠️ It may hold a phone number, an address or a place. The person chose to send it so. Do not copy it anywhere.
team-none = No question waits for an answer.
team-waiting = Questions to the team that have waited since yesterday or longer: { $count }
team-write = **Write the answer in { $language ->
        [fr] French
        [ar] Arabic
       *[en] English
    },** in at most { $most } characters. It may be read on a seized phone: no names, no places, nothing that shows what was asked. You see it once more before it is sent.
team-write-again = Write the answer again.
team-write-empty = I see no words in that. Please write the answer.
team-long = That is too long: { $count } characters. At most { $most } fit. Please write it again, shorter.
team-check = **Please read it once more. Nothing has been sent yet.** Is it true, and is it safe to read on a phone that somebody else may hold?
team-check-language = **The question was asked in { $language ->
        [fr] French
        [ar] Arabic
       *[en] English
    }.** Is the answer in that language?
team-delivered = **Delivered.** The question is closed.
team-uncertain = **It may have arrived, or not:** Telegram did not say. It is not repeated by itself. The person also finds it under My questions. If you send it once more, it may come twice.
team-undelivered = **Not delivered:** Telegram did not take it. The person finds it under My questions. You can send it once more later.
team-left-the-bot = **Not delivered:** the person has left the bot. What is kept about them goes by itself.
team-taken = Somebody else on the team has answered it already. Your answer was not sent.
team-gone = This question is gone: withdrawn, answered, or past its 30 days. Nothing was sent.
team-not-this = Nothing was sent by this button: the text above it was sent already, dropped or written anew.
team-left = Your answer was not sent. I kept nothing of it.
team-gap = Noted as a gap of the guide. Only a number is counted, not the question.
team-no-gap = The note is taken back.
button-corrections-due = Corrections to announce
button-corrections-ask = Ask for the release
corrections-none = No correction waits to be announced. New ones come from corrections.yaml in the knowledge base.
corrections-page = **A correction that readers were not told yet.** It reaches { $count }: people who read an older version and asked to be told. This is what they read, in each language:
corrections-asked = **The release is asked for.** A second person must release it, as any announcement.
corrections-changed = That has changed meanwhile, or nobody is left to tell. Nothing was asked for.
