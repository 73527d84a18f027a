button-staff = ☰ Staff
staff-menu = **Staff.** Your roles: { $roles }.

    What is written here stays in this chat, on your phone and at Telegram. Clear it when you are done.
staff-welcome = **Welcome to the team.** Your roles: { $roles }. Open the staff menu at any time with /staff.
button-staff-members = Members
button-staff-invite = Invite
button-staff-audit = Audit trail
staff-members = **Members.** Only numbers are stored, no names. Tap one to change its roles.
staff-roles = { $roles }
staff-toggle = Tap a role to give it or take it away. Without any role the person is no longer on staff.
staff-own = **These are your own roles.** Another admin changes them: nobody gives themselves a role.
staff-own-alone = **These are your own roles.** You are the only admin, so you can change them yourself; each change stands in the audit trail. Invite a second admin: then nobody does this alone.
staff-role-given = **A role was given.** { $role }, to number { $number }, by number { $other }. If that surprises you, ask them now, outside this bot.
staff-role-taken = **A role was taken away.** { $role }, from number { $number }, by number { $other }. If that surprises you, ask them now, outside this bot.
staff-joined-other = **An invitation was used.** Number { $number } now has the roles: { $roles }. Invited by: { $other }. If that surprises you, ask them now, outside this bot.
staff-left = **Somebody left the staff.** Number { $number } erased themselves. Their invitations and requests are void. If that surprises you, ask them now, outside this bot.
staff-taken-back = **Announcements taken back before they went out: { $count }.** Number { $number }, who had asked for their release, is not on staff any more, or not in that role. Nobody got them. To send them all the same, they must be written anew; the rest of letters is asked for from the course.
staff-goes-on = **Announcements that are being sent without their author, number { $number }: { $count }.** They go on. Anybody on staff can stop them; the report comes to those who may release.
staff-operator = whoever runs the server
staff-invitation-refused = **This invitation does not work for you.** It was used, is older than 48 hours, or is your own: nobody gives themselves a role while there is another admin.
staff-last-admin = **Not done.** This is the last admin: somebody must be able to give roles.
staff-named = **Not done.** Whoever runs the server named this account as an admin: only they can change that.
staff-invite = **Which role shall the new member have?** More can be added later.
staff-invited = **Invitation: { $role }.** For one person, for 48 hours. Send this link by a channel you trust:

    { $link }

    Whoever opens it first has the role.
role-admin = Admin: manages accounts, cannot read interests
role-editor = Editor: writes announcements and courses
role-approver = Approver: releases and decides
role-reviewer = Reviewer: reads expressions of interest
role-responder = Responder: answers questions
role-name-admin = Admin
role-name-editor = Editor
role-name-approver = Approver
role-name-reviewer = Reviewer
role-name-responder = Responder
staff-audit = **Audit trail.** Who did what, to what. Never content.
audit-fits = The chain fits: { $entries ->
        [one] one entry
       *[other] { $entries } entries
    }. Its head, to be kept by two people:

    { $head }
audit-broken = **The chain does not fit from entry { $entry } on.** Somebody changed the database. Tell the operator now.
audit-head = **Head of the audit trail.** Keep this line outside the server, two people at best:

    { $head }

    If somebody cuts off the end of the trail, only this shows it. To check: python -m bot staff audit verify --head NUMBER:HASH
staff-joined = **Your invitation was used.** The new member has the number { $number }. Note whose it is, outside this bot: names are not stored here. If it was not the person you invited, take the roles away now: Members.
course-staff = **Courses.** Tap one to open, close or share it.
course-staff-none = There is no course yet. Whoever has access to the server imports them from a file.
course-staff-state = State: { $state }
course-state-draft = draft, nobody sees it
course-state-open = open
course-state-closed = closed
course-state-decided = decided
course-state-archived = in the archive
course-named-draft = draft
course-named-open = open
course-named-closed = closed
course-named-decided = decided
course-named-archived = in the archive
button-staff-courses = Courses
button-course-to-draft = Back to draft
button-course-to-open = Open it
button-course-to-closed = Close it
button-course-to-decided = Decided
button-course-to-archived = To the archive
button-course-open-yes = Yes, open it
button-course-link = Link and QR code
course-open-ask = **Open this course?** From now on everybody sees it and can express interest; people who asked to hear of such courses may be told.
course-not-opened = **Not opened.** By its dates it would be closed or in the archive at once. Change the dates in the file and import it again.
course-moved = Done.
