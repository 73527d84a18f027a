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
staff-last-admin = **Not done.** This is the last admin: somebody must be able to give roles.
staff-invite = **Which role shall the new member have?** More can be added later.
staff-invited = **Invitation: { $role }.** For one person, for 48 hours. Send this link by a channel you trust:

    { $link }

    Whoever opens it first has the role.
role-admin = Admin: manages accounts, cannot read interests
role-editor = Editor: writes announcements and courses
role-approver = Approver: releases and decides
role-reviewer = Reviewer: reads expressions of interest
role-responder = Responder: answers questions
staff-audit = **Audit trail.** Who did what, to what. Never content.
audit-fits = The chain fits: { $entries ->
        [one] one entry
       *[other] { $entries } entries
    }. Its head, to be kept by two people:

    { $head }
audit-broken = **The chain does not fit from entry { $entry } on.** Somebody changed the database. Tell the operator now.
