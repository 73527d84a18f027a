"""Staff: roles, invitations, the audit trail."""
