button-topics = 📚 Parcourir les thèmes
button-back = ‹ Retour
button-next = Suite ›
button-previous = ‹ Précédent
topics = **Thèmes.** Choisissez-en un.
topic-choose = Choisissez ce que vous voulez lire.
checked-on = *Dernière vérification : { $date }.*
overdue = ⚠️ *La vérification de cette fiche est en retard. Consultez la page officielle avant de vous fier à une adresse ou à une date.*
being-updated = Cette fiche a été vérifiée pour la dernière fois le { $date }. C’est trop ancien : elle est en cours de mise à jour. En attendant, utilisez les pages officielles :
sources-title = **Sources**
source-page =
    { $tongue ->
        [fr] { $publisher }
        [en] { $publisher } (en anglais)
        [ar] { $publisher } (en arabe)
        [de] { $publisher } (en allemand)
        [es] { $publisher } (en espagnol)
        [it] { $publisher } (en italien)
        [pt] { $publisher } (en portugais)
       *[other] { $publisher } (dans une autre langue)
    }
source-unlinked = *Nous l’avons lu sur un site vers lequel nous ne renvoyons pas : de tels sites peuvent nuire à un téléphone.*
related-title = **Voir aussi**
button-summary = Résumé
button-sources = Sources
button-related = Voir aussi
button-helped = 👍 Utile
button-not-helped = 👎 Pas utile
thanks-for-telling = Merci de nous l’avoir dit.
not-helped = **Désolé.** Essayez d’autres mots, ou parcourez les thèmes.
section-who = **Qui peut l’utiliser**
section-how = **Comment faire**
section-include = **Ce qu’il faut indiquer**
section-deadlines = **Délais**
section-next = **Et ensuite ?**
section-risks = **Risques et consentement**
section-without-who = Cette fiche ne dit rien sur les personnes qui peuvent l’utiliser.
section-without-how = Cette fiche ne dit rien sur la façon de faire.
section-without-include = Cette fiche ne dit rien sur ce qu’il faut indiquer.
section-without-deadlines = Cette fiche ne dit rien sur les délais.
section-without-next = Cette fiche ne dit rien sur la suite.
section-without-risks = Cette fiche ne dit rien sur les risques.
section-of-costs = Cette fiche n’a pas de partie sur les coûts. Si elle en indique, vous les trouverez dans le résumé ou ici :
button-who = Qui peut l’utiliser
button-how = Comment faire
button-include = Ce qu’il faut indiquer
button-deadlines = Délais
button-next-steps = Et ensuite ?
button-risks = ⚠️ Risques
topic-protection = Protection et aide
topic-general = Le système de l’ONU
topic-hrc = Conseil des droits de l’homme
topic-special-procedures = Procédures spéciales
topic-treaty-bodies = Organes conventionnels
topic-upr = EPU
topic-african-system = Système africain
topic-african-commission = Commission africaine
topic-african-court = Cour africaine
topic-african-standards = Normes africaines
topic-sub-regional-courts = Cours sous-régionales
topic-arab-mena = Systèmes arabe et islamique
topic-asia-pacific = Asie-Pacifique
topic-nhri = Institutions nationales
topic-national = Lois nationales
topic-standards = Normes de l’ONU
topic-funds = Fonds
topic-travel = Voyage à Genève
topic-ishr-training = Formations de l’ISHR
