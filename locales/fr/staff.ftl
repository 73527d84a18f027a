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
staff-own = **Ce sont vos propres rôles.** Une autre personne de l’administration les change : personne ne se donne un rôle.
staff-own-alone = **Ce sont vos propres rôles.** Vous êtes la seule personne à l’administration : vous pouvez donc les changer vous-même, et chaque changement figure dans le journal. Invitez une deuxième personne à l’administration : personne ne le fera alors sans témoin.
staff-role-given = **Un rôle a été donné.** { $role }, au numéro { $number }, par le numéro { $other }. Si cela vous surprend, demandez pourquoi tout de suite, hors de ce bot.
staff-role-taken = **Un rôle a été retiré.** { $role }, au numéro { $number }, par le numéro { $other }. Si cela vous surprend, demandez pourquoi tout de suite, hors de ce bot.
staff-joined-other = **Une invitation a été utilisée.** Le numéro { $number } a maintenant les rôles suivants : { $roles }. Invitation faite par : { $other }. Si cela vous surprend, demandez pourquoi tout de suite, hors de ce bot.
staff-left = **Une personne a quitté l’équipe.** Le numéro { $number } a effacé toutes ses données. Ses invitations et ses demandes ne valent plus. Si cela vous surprend, demandez pourquoi tout de suite, hors de ce bot.
staff-taken-back = **Annonces retirées avant l’envoi : { $count }.** Le numéro { $number }, qui en avait demandé la validation, n’est plus dans l’équipe ou n’a plus ce rôle. Personne ne les a reçues. Pour les envoyer malgré tout, il faut les écrire de nouveau ; le reste des lettres se demande depuis la page de la formation.
staff-goes-on = **Annonces en cours d’envoi sans la personne qui les a écrites, le numéro { $number } : { $count }.** L’envoi continue. Toute personne de l’équipe peut l’arrêter ; le rapport va aux personnes qui valident.
staff-operator = la personne qui gère le serveur
staff-invitation-refused = **Cette invitation ne marche pas pour vous.** Elle a été utilisée, date de plus de 48 heures, ou vient de vous : personne ne se donne un rôle tant qu’il y a une autre personne à l’administration.
staff-last-admin = **Impossible.** C’est la dernière personne qui peut donner des rôles : il en faut toujours une.
staff-named = **Impossible.** La personne qui gère le serveur a désigné ce compte pour l’administration : elle seule peut changer cela.
staff-invite = **Quel rôle donner à la nouvelle personne ?** Vous pourrez en ajouter d’autres plus tard.
staff-invited = **Invitation : { $role }.** Pour une seule personne, pendant 48 heures. Envoyez ce lien par un moyen sûr :

    { $link }

    La première personne qui l’ouvre reçoit ce rôle.
role-admin = Administration — gère les comptes, ne lit aucune manifestation d’intérêt
role-editor = Rédaction — écrit les annonces et les formations
role-approver = Validation — valide les envois et décide
role-reviewer = Lecture — lit les manifestations d’intérêt
role-responder = Réponses — répond aux questions
role-name-admin = Administration
role-name-editor = Rédaction
role-name-approver = Validation
role-name-reviewer = Lecture
role-name-responder = Réponses
staff-audit = **Journal.** Qui a fait quoi, et sur quoi. Jamais le contenu.
audit-fits = La chaîne est intacte : { $entries ->
        [0] aucune entrée
        [one] une entrée
       *[other] { $entries } entrées
    }. Sa dernière empreinte, à conserver par deux personnes :

    { $head }
audit-broken = **La chaîne est rompue à partir de l’entrée { $entry }.** Quelqu’un a modifié la base de données. Prévenez tout de suite la personne qui gère le serveur.
audit-head = **Dernière empreinte du journal d’audit.** Gardez cette ligne hors du serveur, à deux personnes si possible :

    { $head }

    Si quelqu’un coupe la fin du journal, elle seule le révèle. Pour vérifier : python -m bot staff audit verify --head NUMÉRO:EMPREINTE
staff-joined = **Votre invitation a été utilisée.** Le nouveau membre porte le numéro { $number }. Notez à qui il appartient, hors de ce bot : aucun nom n’est enregistré ici. Si ce n’est pas la personne que vous avez invitée, retirez-lui ses rôles tout de suite : Membres.
course-staff = **Formations.** Appuyez sur l’une d’elles pour l’ouvrir, la fermer ou la partager.
course-staff-none = Il n’y a encore aucune formation. La personne qui a accès au serveur les importe depuis un fichier.
course-staff-state = État : { $state }
course-state-draft = brouillon, personne ne la voit
course-state-open = ouverte
course-state-closed = fermée
course-state-decided = sélection faite
course-state-archived = archivée
course-named-draft = brouillon
course-named-open = ouverte
course-named-closed = fermée
course-named-decided = sélection faite
course-named-archived = archivée
button-staff-courses = Formations
button-course-to-draft = Remettre en brouillon
button-course-to-open = Ouvrir
button-course-to-closed = Fermer
button-course-to-decided = Sélection faite
button-course-to-archived = Archiver
button-course-open-yes = Oui, l’ouvrir
button-course-link = Lien et code QR
course-open-ask = **Ouvrir cette formation ?** Dès maintenant, tout le monde la voit et peut manifester son intérêt ; les personnes qui ont demandé à être prévenues peuvent l’être.
course-not-opened = **Pas ouverte.** D’après ses dates, elle serait aussitôt fermée ou archivée. Changez les dates dans le fichier et importez-le de nouveau.
course-moved = C’est fait.
