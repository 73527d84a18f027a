button-selecting = Manifestations d’intérêt
button-selecting-staff = Menu de l’équipe
button-selecting-course = Retour à la formation
selecting-courses = **Manifestations d’intérêt.** Choisissez une formation.
selecting-no-courses = Aucune formation n’est ouverte, close ou décidée pour le moment.
selecting-by-state = **Par état**
selecting-by-region = **Par région**
selecting-by-language = **Par langue**
selecting-none = - aucune
selecting-count = - { $name } : { $count }
selecting-state-received = - pas encore lues : { $count }
selecting-state-reading = - en cours de lecture : { $count }
selecting-state-accepted = - acceptées : { $count }
selecting-state-waiting = - liste d’attente : { $count }
selecting-state-declined = - pas cette fois : { $count }
selecting-region-africa = - Afrique : { $count }
selecting-region-mena = - Moyen-Orient et Afrique du Nord : { $count }
selecting-region-asia-pacific = - Asie-Pacifique : { $count }
selecting-region-other = - ailleurs : { $count }
selecting-region-none = - non précisé : { $count }
selecting-hidden = Les nombres inférieurs à 5 sont masqués. Parfois un de plus l’est aussi, pour que personne ne puisse le déduire.
button-review-next = Lire la suivante
button-ranking = Classement et décisions
button-letters = Lettres
button-letters-ask = Demander l’envoi
button-letters-release = Autoriser décisions et lettres
button-export = Exporter un fichier
review-head = **Manifestation d’intérêt**
review-sent = Envoyée le { $date }, en { $language ->
        [fr] français
        [ar] arabe
       *[en] anglais
    }
review-answer-country = **Pays**
review-answer-region = **Région**
review-answer-organisation = **Organisation**
review-answer-work = **Travail actuel pour les droits humains**
review-answer-plans = **Projets pour l’année à venir**
review-answer-use = **Utilisation de l’ONU ou de la Commission africaine**
review-answer-experience = **Expérience de ces mécanismes**
review-answer-languages = **Langues**
review-answer-access = **Besoins pour participer**
review-reason = { $text }
review-nameless = Les noms et les contacts sont masqués. Le nom d’une autre personne à l’intérieur d’une réponse n’est pas repéré : ne le transmettez pas. Votre lecture est consignée.
review-organisation-ngo = organisation non gouvernementale
review-organisation-network = réseau ou coalition
review-organisation-nhri = institution nationale des droits de l’homme
review-organisation-independent = défenseur ou défenseure indépendante
review-organisation-media = média
review-organisation-lawyer = avocat ou avocate
review-organisation-other = autre
review-experience-none = aucune pour l’instant
review-experience-some = un peu
review-experience-often = souvent
button-review-score = Noter
button-review-abstain = M’abstenir : je connais la personne
button-review-other = Une autre
button-review-others = Lire les autres évaluations
button-review-again = (Re)lire
button-review-file = ✅ Déposer mon évaluation
button-review-work = Travail actuel
button-review-plans = Projets
button-review-use = Usage des mécanismes
review-sheet = **Votre évaluation jusqu’ici.** Donnez 1 à 5 points pour chaque critère, chacun avec une raison.
review-kept = Pas encore déposée : elle est gardée 24 heures, chiffrée. Une évaluation déposée n’est plus remplacée.
review-line-work = **Travail actuel : { $points }**
review-line-plans = **Projets : { $points }**
review-line-use = **Usage des mécanismes : { $points }**
review-criterion-work = **Le travail actuel pour les droits humains.** Quelle est son importance, et pour qui ?
review-criterion-plans = **Les projets pour l’année à venir.** Sont-ils concrets ?
review-criterion-use = **L’utilisation de l’ONU ou de la Commission africaine.** À quoi servirait la formation ?
review-points = Combien de points ? 1 : peu, 5 : beaucoup.
review-type-reason = **{ $points } points.** Écrivez maintenant pourquoi, dans votre prochain message : { $most } caractères au plus, sans noms.
review-type-abstention = **Vous vous abstenez.** Écrivez pourquoi, dans votre prochain message : { $most } caractères au plus, sans noms. Ce message dépose l’abstention ; ensuite, vous ne relisez pas cette manifestation et n’en décidez pas.
review-reason-long = Ce texte a { $length } caractères ; écrivez-en entre 1 et { $most }.
review-none-left = Il ne vous reste rien à lire pour cette formation.
review-gone = Cette manifestation d’intérêt n’existe plus. Il n’y a rien à faire.
review-damaged = Celle-ci ne s’ouvre pas. Prévenez l’exploitant et passez à la suivante.
review-abstained = Vous vous êtes abstenu·e pour celle-ci : vous ne la lisez pas avant l’annonce.
review-changed = **La personne a modifié ses réponses depuis votre lecture.** Vos notes sont gardées : vérifiez-les, puis déposez de nouveau.
review-filed = Déposée. Merci. Une évaluation déposée n’est plus remplacée.
review-abstention-filed = Votre abstention est déposée. D’autres lisent cette manifestation.
review-enough = Celle-ci a toutes les évaluations nécessaires. La vôtre n’a pas été déposée.
review-released = La décision sur celle-ci est déjà annoncée. Votre évaluation n’a pas été déposée.
review-others = **Évaluations**
review-of = **Évaluation { $number }**
review-says-abstained = Abstention : { $text }
review-unreadable = Cette évaluation ne s’ouvre pas. Prévenez l’exploitant.
review-not-open = Celle-ci n’est plus ouverte : les notes non déposées sont gardées 24 heures, pour une seule à la fois.
review-alarm = Alerte : le membre de l’équipe { $name } a lu { $count } manifestations d’intérêt en une heure. Demandez pourquoi. Sans bonne raison, retirez-lui le rôle : /staff.
ranking = **Classement : { $count } ont assez d’évaluations.** La meilleure moyenne d’abord ; sans noms.
ranking-empty = Aucune n’a encore assez d’évaluations.
ranked-means = Travail { $work } · projets { $plans } · usage { $use }
ranked-split = ⚠ Les avis divergent
ranked-changed = ✎ Modifiée après une évaluation
ranked-conflict = Vous vous êtes abstenu·e : une autre personne décide.
ranked-accepted = → acceptée
ranked-waiting = → liste d’attente
ranked-declined = → pas cette fois
button-decide-accepted = ✅ Accepter
button-decide-waiting = ⏳ Liste d’attente
button-decide-declined = Pas cette fois
decide-done = Gardé jusqu’à l’annonce ; vous pouvez changer. Acceptées : { $count }, places : { $seats }.
decide-over = Gardé jusqu’à l’annonce ; vous pouvez changer. **Plus d’acceptées que de places :** { $count } acceptées, { $seats } places.
decide-gone = Cela n’existe plus. Il n’y a rien à faire.
decide-conflict = Vous vous êtes abstenu·e de l’évaluer : une autre personne décide.
decide-too-few = Elle n’a pas (ou plus) assez d’évaluations.
decide-released = Sa décision est déjà annoncée et ne change plus. Seule une personne sur la liste d’attente peut encore être acceptée.
letters = **Lettres.** Une pour chaque décision et chaque langue. Seules celles qui sont enregistrées (✅) partent.
button-letter-accepted = { $saved ->
    [yes] ✅
   *[no] ▫️
} Acceptée { $language }
button-letter-waiting = { $saved ->
    [yes] ✅
   *[no] ▫️
} Attente { $language }
button-letter-declined = { $saved ->
    [yes] ✅
   *[no] ▫️
} Refus { $language }
letter-name = { $outcome ->
        [accepted] Acceptée
        [waiting] Liste d’attente
       *[declined] Pas cette fois
    } · { $language ->
        [fr] français
        [ar] arabe
       *[en] anglais
    }
letter-count = **{ $outcome ->
        [accepted] Acceptée
        [waiting] Liste d’attente
       *[declined] Pas cette fois
    } · { $language ->
        [fr] français
        [ar] arabe
       *[en] anglais
    } : { $count }**
letter-saved = Enregistrée. Voici comment elle sera lue :
letter-not-saved = Personne n’a encore enregistré cette lettre : elle ne part pas. Le texte de départ :
button-letter-default = Enregistrer ce texte
button-letter-type = Écrire un autre texte
letter-type = **Écrivez la lettre ({ $language ->
        [fr] français
        [ar] arabe
       *[en] anglais
    })** dans votre prochain message : { $most } caractères au plus. Ni noms, ni lieu. Vous pouvez utiliser { "{course}" }, { "{dates}" } et { "{deadline}" } ; **deux étoiles** de chaque côté mettent des mots en gras, tout le reste part tel que vous l’écrivez. Le texte actuel :
letter-text = { $text }
letter-gone = Cette formation n’existe plus.
letter-empty = La lettre est vide. Écrivez-la de nouveau.
letter-too-long = **La lettre est trop longue : rien n’a été pris.** Elle peut avoir { $most } caractères. Telegram coupe un long texte en plusieurs messages : la suite n’est pas prise non plus. Appuyez pour en écrire une plus courte.
letter-cut = **Non pris :** c’est peut-être la suite de la lettre trop longue. Appuyez pour en écrire une plus courte.
letter-unknown-variable = « { $name } » ne peut pas être rempli. Seuls { "{course}" }, { "{dates}" } et { "{deadline}" } le peuvent. Écrivez-la de nouveau.
letter-language = Une lettre est en anglais, en français ou en arabe.
letter-sent = Quelqu’un a déjà reçu cette lettre : elle ne change plus.
letters-ready = **Tout est prêt : { $count ->
        [one] une personne sera informée
       *[other] { $count } personnes seront informées
    }.** Acceptées { $accepted }, liste d’attente { $waiting }, pas cette fois { $declined }.
letters-left = Sans décision : { $count }. Elles restent « en cours de lecture » et pourront être annoncées plus tard.
letters-missing = Il manque des lettres : { $text }. Écrivez-les et enregistrez-les d’abord.
letters-gone = Cette formation n’existe plus.
letters-open = La date limite n’est pas passée : on peut encore envoyer et modifier. Rien n’est annoncé avant.
letters-nothing = Aucune décision n’attend d’être annoncée.
letters-undecided = Certaines n’ont pas encore de décision.
letters-already-asked = Quelqu’un a déjà demandé cet envoi. Une nouvelle demande remplace la précédente.
letters-stopped = **Des lettres de cette formation ont été arrêtées** avant que tout le monde ait reçu la sienne. Les résultats sont visibles quand même. Ouvrez les lettres pour demander l’envoi du reste, ou pour voir si quelqu’un l’a déjà demandé.
button-letters-stopped = Arrêtées : { $rule ->
        [accepted] acceptation
        [waiting] liste d’attente
       *[declined] pas cette fois
    }
button-letters-ask-now = Demander cet envoi
letters-asked = **Demandé.** Une autre personne doit maintenant l’autoriser, dans les 24 heures. Tout changement d’une décision ou d’une lettre annule la demande.
letters-wanted = Quelqu’un vous demande d’autoriser les décisions et les lettres de « { $course } ». Lisez-les d’abord.
letters-release-means = Ensuite, les décisions sont visibles aussitôt et ne changent plus ; seule une personne sur la liste d’attente peut encore être acceptée. Les lettres partent après un court délai ; jusque-là, toute personne de l’équipe peut les arrêter.
button-letters-release-now = Autoriser maintenant
letters-released = **Autorisé : { $count ->
        [one] une personne
       *[other] { $count } personnes
    }.** Les lettres partent après le délai. Pour les arrêter : /staff.
letters-too-long = Une lettre est trop longue pour un seul message. Raccourcissez-la, puis demandez de nouveau.
letters-nobody-asked = Personne ne demande d’envoi pour le moment : il a été autorisé, ou la demande date de plus de 24 heures.
letters-changed = Une décision ou une lettre n’est plus celle qui était montrée. Regardez et demandez de nouveau.
letters-same-person = **Une autre personne doit autoriser cet envoi :** vous l’avez demandé, ou avez décidé d’une partie. À deux, l’une décide et demande, l’autre autorise.
letters-not-allowed = Votre rôle ne le permet pas (ou plus).
export-about = **Un fichier peut être trouvé.** Il contient toutes les manifestations d’intérêt de cette formation ; noms et contacts seulement des personnes acceptées et informées. Quiconque prend votre téléphone ou votre ordinateur peut le lire. Ne le demandez que si vous en avez besoin, et supprimez-le ensuite. Une deuxième personne doit confirmer.
export-waits = Vous avez demandé le fichier. Une autre personne doit confirmer dans les 24 heures.
export-wanted = Le membre de l’équipe { $name } demande les manifestations d’intérêt pour « { $course } » sous forme de fichier. Ne confirmez que si vous savez pourquoi. Le fichier lui est envoyé, pas à vous.
button-export-ask = Demander le fichier
button-export-confirm = Confirmer l’envoi à cette personne
button-export-look = Voir
export-gone = Cette formation n’existe pas, ou personne n’y est inscrit.
export-nobody-asked = Personne ne demande ce fichier pour le moment : il a été envoyé, ou la demande date de plus de 24 heures.
export-same-person = Vous l’avez demandé vous-même : une autre personne doit confirmer.
export-not-allowed = L’une de vous deux n’a pas (ou plus) de rôle pour cela.
export-done = Envoyé à la personne qui l’a demandé : { $count } manifestations d’intérêt.
export-not-sent = Il n’est pas certain que le fichier soit arrivé. Sinon, la personne peut le demander de nouveau.
export-caption = Le fichier que vous avez demandé. Supprimez-le dès que vous n’en avez plus besoin, ici et là où vous l’avez enregistré.
button-accepted = Les personnes acceptées : contacts
button-waiting-list = Liste d’attente
waiting-list = **Liste d’attente : { $count }, déjà informées.** Si une place est libre, ouvrez-en une et acceptez-la. Elle l’apprend après une deuxième autorisation, par la lettre d’acceptation.
waiting-list-empty = Personne n’est sur la liste d’attente.
accepted-list = **Acceptées et informées.** Ouvrez-en une pour voir nom et contact. Chaque ouverture est consignée. Quiconque prend votre téléphone peut lire ce qui est ici : videz ensuite cette conversation (/wipe).
accepted-none = Personne n’est encore accepté et informé.
accepted-counts = Acceptées : { $count }. Places : { $seats }. Liste d’attente : { $waiting }.
accepted-one = **Acceptée.** Langue : { $language ->
        [fr] français
        [ar] arabe
       *[en] anglais
    }.
accepted-name = **Nom ou pseudonyme**
accepted-reach = **Comment joindre la personne**
accepted-contact_detail = **Contact**
accepted-share = **Peut-on le transmettre au partenaire ?**
accepted-may-share = oui
accepted-may-not-share = non
accepted-noted = Cette ouverture est consignée. N’utilisez que le moyen choisi par la personne.
place-free = **Une place s’est libérée pour « { $course } » :** une personne acceptée s’est retirée. Vous pouvez accepter quelqu’un de la liste d’attente ; une deuxième personne l’autorise.
