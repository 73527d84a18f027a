button-staff = ☰ Équipe
staff-menu = **Équipe.** Vos rôles : { $roles }.

    Ce qui s’écrit ici reste dans cette conversation, sur votre téléphone et chez Telegram. Videz-la quand vous avez fini.
staff-welcome = **Bienvenue dans l’équipe.** Vos rôles : { $roles }. Ouvrez le menu de l’équipe à tout moment avec /staff.
button-staff-members = Membres
button-staff-invite = Inviter
button-staff-audit = Journal
staff-members = **Membres.** Seuls des numéros sont gardés, aucun nom. Appuyez sur un numéro pour changer ses rôles.
staff-roles = { $roles }
staff-toggle = Appuyez sur un rôle pour le donner ou le retirer. Sans aucun rôle, la personne ne fait plus partie de l’équipe.
staff-last-admin = **Impossible.** C’est la dernière personne qui peut donner des rôles : il en faut toujours une.
staff-invite = **Quel rôle donner à la nouvelle personne ?** Vous pourrez en ajouter d’autres plus tard.
staff-invited = **Invitation : { $role }.** Pour une seule personne, pendant 48 heures. Envoyez ce lien par un moyen sûr :

    { $link }

    La première personne qui l’ouvre reçoit ce rôle.
role-admin = Administration — gère les comptes, ne lit aucune manifestation d’intérêt
role-editor = Rédaction — écrit les annonces et les formations
role-approver = Validation — valide les envois et décide
role-reviewer = Lecture — lit les manifestations d’intérêt
role-responder = Réponses — répond aux questions
staff-audit = **Journal.** Qui a fait quoi, et sur quoi. Jamais le contenu.
audit-fits = La chaîne est intacte : { $entries ->
        [0] aucune entrée
        [one] une entrée
       *[other] { $entries } entrées
    }. Sa dernière empreinte, à conserver par deux personnes :

    { $head }
audit-broken = **La chaîne est rompue à partir de l’entrée { $entry }.** Quelqu’un a modifié la base de données. Prévenez tout de suite la personne qui gère le serveur.
