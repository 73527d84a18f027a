button-staff = ☰ Équipe
staff-menu = **Équipe.** Vos rôles : { $roles }.

    Ce qui s’écrit ici reste dans cette conversation, sur votre téléphone et chez Telegram. Effacez-la quand vous avez fini.
staff-welcome = **Bienvenue dans l’équipe.** Vos rôles : { $roles }. Ouvrez le menu de l’équipe à tout moment avec /staff.
button-staff-members = Membres
button-staff-invite = Inviter
button-staff-audit = Journal
staff-members = **Membres.** Seuls des numéros sont conservés, aucun nom. Touchez-en un pour changer ses rôles.
staff-roles = { $roles }
staff-toggle = Touchez un rôle pour le donner ou le retirer. Sans aucun rôle, la personne ne fait plus partie de l’équipe.
staff-last-admin = **Non fait.** C’est le dernier compte « admin » : quelqu’un doit pouvoir donner des rôles.
staff-invite = **Quel rôle pour le nouveau membre ?** D’autres peuvent s’ajouter plus tard.
staff-invited = **Invitation : { $role }.** Pour une seule personne, pendant 48 heures. Envoyez ce lien par un canal sûr :

    { $link }

    La première personne qui l’ouvre a le rôle.
role-admin = Admin : gère les comptes, ne lit aucune manifestation d’intérêt
role-editor = Rédaction : écrit les annonces et les formations
role-approver = Validation : libère et décide
role-reviewer = Lecture : lit les manifestations d’intérêt
role-responder = Réponse : répond aux questions
staff-audit = **Journal.** Qui a fait quoi, sur quoi. Jamais de contenu.
audit-fits = La chaîne est intacte : { $entries ->
        [one] une entrée
       *[other] { $entries } entrées
    }. Sa tête, à garder par deux personnes :

    { $head }
audit-broken = **La chaîne est rompue à partir de l’entrée { $entry }.** Quelqu’un a modifié la base de données. Prévenez tout de suite la personne qui gère le serveur.
