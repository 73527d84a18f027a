letter-accepted = **There is a place for you: “{ $course }”.**

    Dates: { $dates }.

    { "" }**What happens next**

    - We contact you in the way you chose, to agree on the practical steps. You need to do nothing before that.
    - Please do not book or pay anything yourself. What is paid for you stands on the course's page, and we go through it with you first.
    - You can still say no, at any time, without giving a reason. We can then offer the place to somebody else.

    { "" }**Your safety**

    - Think about whom you tell. If travelling or taking part has become a risk for you, say so when we contact you: we look for a way together, and you decide.
    - We never ask you for a password, a code or money.

    Questions? Ask the person who contacts you, or reach ISHR through its website: ishr.ch.
letter-waiting = **You are on the waiting list: “{ $course }”.**

    Thank you for telling us about your work. There are fewer places than people who asked for one.

    { "" }**What happens next**

    - If a place becomes free for you, you read it in this chat, and then we contact you in the way you chose. We cannot say whether that will happen, or when.
    - You need to do nothing. Please do not book or pay anything.
    - You no longer want a place? You can withdraw in this chat, without giving a reason.

    We never ask you for a password, a code or money. Questions? Reach ISHR through its website: ishr.ch.
letter-declined = **Not this time: “{ $course }”.**

    Thank you for telling us about your work and your plans. There were fewer places than people who asked for one, and this time we cannot offer you one.

    - It is a choice between people for one course. It is not a judgement on your work.
    - You can send an expression of interest for any other course: /courses.
    - You can go on asking your questions here.
    - What you sent us is erased 90 days after this decision.

    Questions about this decision? Reach ISHR through its website: ishr.ch.
letter-dates = from { $first } to { $last }
letter-no-dates = not fixed yet
