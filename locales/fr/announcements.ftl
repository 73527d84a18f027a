announcement-first-line = **Un message de Dalil**
announcement-why-announcement = Vous recevez ce message parce que vous avez demandé des nouvelles des formations, ou envoyé une manifestation d’intérêt.
announcement-why-letters = Vous recevez ce message parce que vous avez envoyé une manifestation d’intérêt.
announcement-why-incident = Ce message va à toutes les personnes qui utilisent Dalil, car il concerne votre sécurité.
button-announcement-stop = Ne plus recevoir ces messages
button-announcement-open = Voir la formation
button-announcement-register = Manifester mon intérêt
announcements-quiet = **C’est fait : plus d’annonces.** Vous recevrez encore les messages sur vos propres manifestations d’intérêt, et les alertes sur votre sécurité.
announcements-loud = C’est fait : vous recevez de nouveau les annonces.
button-announcements-loud = Les recevoir de nouveau
announcements-are-on = **Les annonces sont activées.** Elles vont aux personnes qui ont demandé des nouvelles des formations, ou envoyé une manifestation d’intérêt.
announcements-are-off = **Les annonces sont désactivées :** je ne vous écris pas au sujet des formations. Vous recevrez encore les messages sur vos propres manifestations d’intérêt, et les alertes sur votre sécurité.
button-announcements-off = 🔕 Arrêter les annonces
button-announcements-on = 🔔 Recevoir de nouveau les annonces
button-announcement-new = Nouvelle annonce
button-announcement-mine = Mes annonces
button-announcement-waiting = À valider
button-announcement-now = En cours d’envoi
announcement-about = **De quoi parle l’annonce ?**
button-announcement-free = Autre chose
announcement-mine = **Vos annonces.** Appuyez sur l’une d’elles pour continuer.
announcement-waiting = **En attente d’une deuxième personne.** Lisez avant de valider.
announcement-now = **Validées, ou en cours d’envoi.**
announcement-none = Il n’y en a aucune.
announcement-not-now = Ce n’est pas possible, ou plus possible : cette annonce est d’une autre personne, ou son envoi a commencé.
announcement-late = **Une annonce a plus d’une heure de retard.** Ce qu’elle dit n’est peut-être plus vrai. L’envoyer quand même, ou l’arrêter ?
announcement-failing = **Une annonce a été mise en pause : trop de messages échouent.** Regardez les raisons. Toute personne de l’équipe peut l’arrêter ; la reprise revient aux personnes qui valident les annonces.
announcement-changed = **Une annonce a été arrêtée : ce n’est plus ce qui a été validé.** Quelqu’un l’a modifiée dans la base de données. Prévenez tout de suite la personne qui gère le serveur.
announcement-parked = **Telegram fait attendre les annonces longtemps.** Rien n’est perdu : celle-ci reprendra d’elle-même, et les gens reçoivent toujours des réponses. Vous pouvez l’arrêter.
announcement-plain = **Telegram a refusé la mise en forme d’une annonce.** Les gens la reçoivent en texte simple. Regardez-la, et arrêtez-la si elle se lit mal.
state-draft = Brouillon
state-waiting = En attente
state-released = Validée
state-late = En retard
state-sending = En cours d’envoi
state-paused = En pause
state-stopped = Arrêtée
state-done = Envoyée
desk = **Annonce : { $state ->
        [draft] brouillon
        [waiting] en attente d’une deuxième personne
        [released] validée, pas encore envoyée
       *[other] en retard
    }.** Toute modification en refait un brouillon.
desk-no-text = Pas encore de texte.
desk-count = Pour l’instant, { $count ->
        [0] elle n’atteint personne
        [one] elle atteint une personne
       *[other] elle atteint { $count } personnes
    }.{ $skipped ->
        [0] { "" }
       *[other] { " " }Laissées de côté, faute de texte dans leur langue : { $skipped }.
    }
desk-skipped-rough = Écartées, faute de texte dans leur langue : { $count }.
desk-count-rough = Personnes atteintes pour l’instant : { $count }. Une condition porte sur les manifestations d’intérêt : les petits nombres sont masqués, les autres arrondis vers le bas.
count-from = { $count } ou plus
count-few = moins de 5
desk-at-once = Quand : dès la validation.
desk-at = Quand : le { $time } ({ $zone }).
button-desk = ✎ Revenir à l’annonce
button-desk-text = ✎ { $language }
button-desk-who = Pour qui
button-desk-when = Quand
button-desk-missing = Langues manquantes
button-desk-media = Photo ou fichier
button-desk-no-media = Sans photo ni fichier
button-desk-buttons = Boutons
button-desk-preview = Aperçu
button-desk-dry = Qui la reçoit, qui non
button-desk-ask = Demander la validation
button-desk-discard = Supprimer
desk-type-en = **Écrivez le texte en anglais.** J’ajoute au début une ligne neutre, mais un téléphone verrouillé montre aussi ce qui suit, et la photo : **ne commencez par rien qui puisse nuire.** J’ajoute à la fin pourquoi on reçoit ce message et comment ne plus en recevoir. N’écrivez aucun nom de participant ou de participante. **Deux étoiles** de chaque côté mettent des mots en gras ; tout le reste part tel que vous l’écrivez.
desk-type-fr = **Écrivez le texte en français.** J’ajoute au début une ligne neutre, mais un téléphone verrouillé montre aussi ce qui suit, et la photo : **ne commencez par rien qui puisse nuire.** J’ajoute à la fin pourquoi on reçoit ce message et comment ne plus en recevoir. N’écrivez aucun nom de participant ou de participante. **Deux étoiles** de chaque côté mettent des mots en gras ; tout le reste part tel que vous l’écrivez.
desk-type-ar = **Écrivez le texte en arabe.** J’ajoute au début une ligne neutre, mais un téléphone verrouillé montre aussi ce qui suit, et la photo : **ne commencez par rien qui puisse nuire.** J’ajoute à la fin pourquoi on reçoit ce message et comment ne plus en recevoir. N’écrivez aucun nom de participant ou de participante. **Deux étoiles** de chaque côté mettent des mots en gras ; tout le reste part tel que vous l’écrivez.
desk-too-long = **Un texte est trop long, de { $over ->
        [one] { $over } caractère
       *[other] { $over } caractères
    } :** Telegram ne le prend pas ainsi. Écrivez-en un plus court.
desk-media = **Envoyez maintenant une seule photo ou un seul fichier.** Le texte se place en dessous, et ne peut alors dépasser 1 024 caractères.
desk-missing = **Les personnes dont la langue n’a pas de texte reçoivent…**
button-desk-skip = { $chosen ->
        [yes] ✅ { "" }
       *[no] { "" }
    }rien
desk-buttons = **Quels boutons sous le texte ?**
button-desk-open = { $chosen ->
        [yes] ✅ { "" }
       *[no] { "" }
    }Voir la formation
button-desk-register = { $chosen ->
        [yes] ✅ { "" }
       *[no] { "" }
    }Manifester mon intérêt
desk-when = **Quand ?** Choisissez le fuseau horaire ({ $zone }), puis écrivez le jour et l’heure, par exemple : 2027-01-15 18:00
button-desk-now = Dès la validation
desk-no-time = Je n’ai pas compris cette date. Écrivez seulement le jour et l’heure, de 00:00 à 23:59, dans le fuseau choisi ({ $zone }) : 2027-01-15 18:00
desk-past-time = Ce moment est déjà passé ({ $zone }). Écrivez-en un à venir, par exemple : 2027-01-15 18:00
desk-discarded = C’est supprimé.
who-everybody = Pour qui : toutes les personnes qui ont demandé des nouvelles des formations, ou envoyé une manifestation d’intérêt.
who-in = ✓ { $rule ->
        [language] langue
        [region] région
        [kind] type de formation
        [interested] intéressées par
        [accepted] acceptées pour
        [waiting] sur la liste d’attente de
        [declined] « pas cette fois » pour
        [joined] arrivées depuis
       *[read] ont lu
    } : { $values }
who-out = ✗ sauf { $rule ->
        [language] langue
        [region] région
        [kind] type de formation
        [interested] les personnes intéressées par
        [accepted] les personnes acceptées pour
        [waiting] la liste d’attente de
        [declined] « pas cette fois » pour
        [joined] les personnes arrivées depuis
       *[read] les personnes qui ont lu
    } : { $values }
who-choose = **Qui la reçoit ?** Les personnes qui remplissent toutes ces conditions.
who-choose-out = **Qui ne la reçoit pas ?** Les personnes qui remplissent une de ces conditions. Une région ou un type de formation n’écarte que les personnes qui l’ont choisi : celles qui veulent tout recevoir restent.
who-any-region = toutes les régions
who-any-kind = tous les types
who-africa-out = **Ont dit seulement « Afrique » : { $count }.** Ces personnes sont peut-être dans cette région : elles sont écartées aussi.
who-region-africa = Afrique
who-africa-missed = **Ont dit seulement « Afrique » : { $count }.** Une manifestation d’intérêt ne garde pas la partie de l’Afrique : cette condition ne les atteint pas. Ajoutez « Afrique » pour les atteindre.
who-language = **Langue de la personne**
who-region = **Région** (de ses demandes de nouvelles, ou de sa manifestation d’intérêt)
who-kind = **Type de formation** dont elle a demandé des nouvelles
who-interested = **A envoyé une manifestation d’intérêt pour…**
who-accepted = **Acceptée pour…**
who-waiting = **Sur la liste d’attente de…**
who-declined = **« Pas cette fois » pour…**
who-joined = **Arrivée ce mois-là ou plus tard**
who-nothing = Il n’y a rien à choisir ici.
button-who-language = Langue
button-who-region = Région
button-who-kind = Type de formation
button-who-interested = Intéressées
button-who-accepted = Acceptées
button-who-waiting = Liste d’attente
button-who-declined = Pas cette fois
button-who-joined = Arrivées depuis
button-who-in = Qui la reçoit
button-who-out = Qui ne la reçoit pas
preview-skipped = { $language ->
        [fr] Français
        [ar] Arabe
       *[en] Anglais
    } : ces personnes ne reçoivent rien.
preview-falls-back = { $language ->
        [fr] Français
        [ar] Arabe
       *[en] Anglais
    } : ces personnes reçoivent le texte en { $other ->
        [fr] français
        [ar] arabe
       *[en] anglais
    }.
preview-done = C’est exactement ce que les gens verront. Personne d’autre que vous ne l’a reçu.
dry-run = **{ $count ->
        [0] Elle n’irait à personne
        [one] Elle irait à une personne
       *[other] Elle irait à { $count } personnes
    }.** Rien n’a été envoyé.
dry-run-rough = **Elle irait à : { $count }.** Rien n’est parti. Une condition porte sur les manifestations d’intérêt : les petits nombres sont masqués, les autres arrondis vers le bas.
dry-left-out = **Ne la recevraient pas :**
dry-language = pas de texte dans leur langue : { $count }
dry-gone = ont bloqué le bot : { $count }
dry-unread = n’ont pas lu l’avis de sécurité : { $count }
dry-quiet = ne veulent pas d’annonces : { $count }
dry-excluded = remplissent une condition qui écarte : { $count }
dry-fits = **Selon les conditions remplies** (une personne peut compter plusieurs fois) :
release-wanted = **Une annonce attend une deuxième personne.** Lisez-la avant de la valider.
button-release-read = La lire
release-asked = **La validation est demandée.** Une deuxième personne lit l’annonce et la valide. Toute modification en refait un brouillon.
release-read = **Vous avez tout vu.** Personnes atteintes, quand la validation a été demandée : { $count }. Maintenant : { $now }.
release-read-rough = **Vous avez tout vu.** Personnes atteintes, quand la validation a été demandée : { $count }. Maintenant : { $now }.
release-delay = Après la validation, il reste un peu de temps pour l’arrêter.
button-release = Valider exactement ceci
release-done = **Validée.** L’envoi commence le { $time } ({ $zone }). Jusque-là, et pendant l’envoi, toute personne de l’équipe peut l’arrêter.
release-gone = Ce n’est plus possible : l’annonce a été modifiée, arrêtée ou déjà validée.
release-changed = **Non validée : ce n’est plus ce qui vous a été montré.** Relisez-la.
release-drifted = **Non validée : le nombre de personnes qu’elle atteint a changé.** La personne qui l’a écrite doit redemander la validation.
release-same-person = **Non validée.** La personne qui l’a écrite, ou qui a demandé l’envoi du reste, ne peut pas la valider : il en faut une deuxième.
release-not-allowed = **Non validée.** Vous n’avez pas le rôle qu’il faut.
release-empty = **Pas encore :** il n’y a pas de texte, ou personne à qui l’envoyer.
button-announcement-end = ■ Arrêter
button-announcement-pause = ‖ Mettre en pause
button-announcement-resume = ▶ Reprendre
button-late-send = L’envoyer quand même
report-title = **{ $state ->
        [draft] Brouillon
        [waiting] En attente d’une deuxième personne
        [released] Validée
        [late] En retard
        [sending] En cours d’envoi
        [paused] En pause
        [stopped] Arrêtée
       *[done] Envoyée
    }**
report-numbers = Envoyés : { $sent }, personnes parties ou désabonnées : { $gone }, échecs : { $failed }, sur { $total }
report-numbers-few = Envoyés : { $sent }, personnes parties ou désabonnées : { $gone }, échecs : { $failed }
report-pace = { $rate } par seconde, il reste environ { $minutes ->
        [one] une minute
       *[other] { $minutes } minutes
    }
report-reason = Échecs : { $rule ->
        [BadRequest] Telegram a refusé le message
        [ServerRefused] panne chez Telegram
       *[other] erreur de Dalil (prévenez la personne qui gère le serveur)
    } : { $number }
report-not-sent = Arrêtés avant l’envoi : { $count }
report-uncertain = **Incertains : { $count }.** Personne ne sait si ces messages sont arrivés. Ils ne repartent pas d’eux-mêmes.
report-everybody = tout le monde
report-alone = Validée sans deuxième personne : la personne qui gère le serveur l’autorise.
button-again = Renvoyer les messages incertains
button-again-yes = Oui, renvoyer
again-ask = **Certaines de ces personnes la recevront peut-être deux fois.** La renvoyer quand même ?
again-done = Nouvel envoi en cours : { $count }.
release-past = **Non validée : son heure est passée.** Ce qu’elle dit n’est peut-être plus vrai. La personne qui l’a écrite choisit une autre heure.
release-past-yours = **Votre annonce n’a pas été validée : son heure est passée.** Choisissez-en une autre, puis redemandez la validation.
release-drifted-yours = **Votre annonce n’a pas été validée :** elle atteindrait maintenant un autre nombre de personnes que celui qui vous a été montré. Regardez-la, puis redemandez la validation.
moved-stopped-yours = **Une personne de l’équipe a arrêté votre annonce** avant l’envoi. Personne ne l’a reçue.
moved-paused-yours = **Une personne de l’équipe a mis votre annonce en pause.**
moved-sending-yours = **Une personne de l’équipe a repris l’envoi de votre annonce.**
desk-too-long-below = **Non pris : sous une photo ou un fichier, le texte peut avoir 1 024 caractères.** Le plus long en a { $over } de trop. Raccourcissez-le d’abord.
desk-falls-back = Les personnes dont la langue manque la reçoivent en { $other ->
        [fr] français
        [ar] arabe
       *[en] anglais
    }.
desk-skips = Les personnes dont la langue manque ne reçoivent rien.
desk-has-open = Bouton en dessous : Voir la formation
desk-has-register = Bouton en dessous : Manifester mon intérêt
desk-has-photo = Avec une photo : un téléphone verrouillé la montre.
desk-has-document = **Avec un fichier.** On voit son nom, et il peut contenir qui l’a fait, et où. Vérifiez-le avant de demander la validation.
desk-caption-left = **Les mots sous la photo ou le fichier n’ont pas été pris.** Écrivez-les comme texte.
again-nobody = **Rien n’est renvoyé.** Il n’y a plus de message incertain, ou l’annonce a été arrêtée.
again-asked = **Vous n’avez pas le rôle qu’il faut.** Certaines personnes la recevraient peut-être deux fois : c’est aux personnes qui valident les annonces de décider. Elles sont prévenues.
again-wanted = **Des messages d’une annonce sont incertains.** Quelqu’un de l’équipe voudrait les renvoyer. Certaines personnes la recevraient alors peut-être deux fois : à vous de décider.
report-letters-stopped = **Ces lettres ont été arrêtées. { $count } n’étaient pas encore parties.** Les personnes voient quand même leur résultat dans le bot : arrêter ne retire rien. Si elles doivent recevoir leur lettre malgré tout, demandez l’envoi du reste ; une deuxième personne le valide. Qui a déjà la lettre n’en reçoit pas une deuxième.
button-letters-rest = Demander l’envoi du reste
letters-rest-asked = **Demandé.** Une deuxième personne lit la lettre et valide l’envoi du reste. Qui a déjà la lettre n’en reçoit pas une deuxième.
released = **Une annonce a été validée.** L’envoi commence le { $time } ({ $zone }). Jusque-là, et pendant l’envoi, vous pouvez l’arrêter :
released-yours = **Votre annonce a été validée.** L’envoi commence le { $time } ({ $zone }). Jusque-là, et pendant l’envoi, toute personne de l’équipe peut l’arrêter :
released-letters = **Les décisions et les lettres d’une formation ont été validées.** Les résultats se voient dès maintenant dans le bot. L’envoi des lettres commence le { $time } ({ $zone }). Jusque-là, et pendant l’envoi, vous pouvez les arrêter :
released-voided = **Une annonce que vous aviez validée a été modifiée.** Elle ne part pas. Si la validation est redemandée, relisez-la :
button-letters-end = ■ Arrêter : { $rule ->
        [accepted] acceptées
        [waiting] liste d’attente
       *[declined] pas cette fois
    }
button-letters-read = Lire : { $rule ->
        [accepted] acceptées
        [waiting] liste d’attente
       *[declined] pas cette fois
    }
release-draft = **C’est un brouillon : rien ne part.** La personne qui l’écrit le modifie encore, et demandera la validation une fois le texte prêt.
release-late = **Elle est en pause depuis plus d’une heure.** Ce qu’elle dit n’est peut-être plus vrai. L’envoyer quand même, ou l’arrêter ?
release-by-approver = Ce sont les personnes chargées de la validation qui décident de l’envoi. Vous pouvez l’arrêter.
resume-wanted = **Quelqu’un de l’équipe voudrait reprendre l’envoi d’une annonce** en pause. À vous de décider : lisez-la d’abord.
resume-asked = **Vous n’avez pas le rôle qu’il faut :** la reprise revient aux personnes qui valident les annonces. Elles sont prévenues.
moved-sending-paused = **Une annonce que vous aviez mise en pause repart.** Une personne de l’équipe a repris l’envoi.
report-starts = L’envoi commence le { $time } ({ $zone }).
desk-too-long-typed = **C’est trop long, de { $over ->
        [one] { $over } caractère
       *[other] { $over } caractères
    } : rien n’a été pris.** Telegram coupe un long texte en plusieurs messages : la suite n’est pas prise non plus. Appuyez pour en écrire un plus court.
desk-cut = **Non pris :** c’est peut-être la suite du texte trop long. Appuyez pour en écrire un plus court.
desk-discard = **La supprimer, avec tous ses textes ?** On ne peut pas les retrouver.
button-desk-discard-yes = Oui, la supprimer
