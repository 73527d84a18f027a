edit-taken = **Your change is taken.** The text is now what the edited message says.
edit-older = **Not taken.** You wrote this text anew since: the later message counts.
edit-not-taken = **Not taken: an edited message changes nothing here.** Write it anew as a message of its own.
edit-too-late = **Not taken: this can't be changed any more.** It is being sent, or is over, with the text before your change. While it is being sent, you can stop it.
edit-gone = **Not taken:** that announcement is not there any more.
