button-team-questions = ✉️ Questions à l’équipe
button-team-answer = Répondre
button-team-gap = Cela manque au guide
button-team-no-gap = Le guide le contient en fait
button-team-send = Envoyer la réponse
button-team-drop = Quitter sans envoyer
button-team-deliver = Envoyer encore une fois
team-question = **Question { $number } sur { $count }** — posée en { $language ->
        [fr] français
        [ar] arabe
       *[en] anglais
    } le { $date }. Personne ici ne sait qui l’a posée ; ne cherchez pas à le savoir.
team-careful = ⚠️ Elle contient peut-être un numéro de téléphone, une adresse ou un lieu. La personne a choisi de l’envoyer ainsi. Ne le copiez nulle part.
team-none = Aucune question n’attend de réponse.
team-waiting = Questions à l’équipe qui attendent une réponse depuis hier ou plus longtemps : { $count }
team-write = **Écrivez la réponse en { $language ->
        [fr] français
        [ar] arabe
       *[en] anglais
    },** en { $most } caractères au plus. Elle peut être lue sur un téléphone saisi : ni noms, ni lieux, rien qui montre ce qui a été demandé. Vous la relisez avant l’envoi.
team-write-again = Écrivez la réponse de nouveau.
team-write-empty = Je n’y vois aucun mot. Écrivez la réponse.
team-long = C’est trop long : { $count } caractères, pour { $most } au plus. Écrivez-la de nouveau, plus courte.
team-check = **Relisez-la encore une fois. Rien n’est encore envoyé.** Est-elle exacte, et peut-on la lire sans risque sur un téléphone qu’une autre personne a peut-être en main ?
team-check-language = **La question a été posée en { $language ->
        [fr] français
        [ar] arabe
       *[en] anglais
    }.** La réponse est-elle dans cette langue ?
team-delivered = **La réponse est arrivée.** La question est close.
team-uncertain = **Elle est peut-être arrivée, peut-être pas :** Telegram ne l’a pas dit. Elle n’est pas renvoyée d’elle-même. La personne la trouve aussi sous Mes questions. Si vous l’envoyez encore une fois, elle peut arriver deux fois.
team-undelivered = **Elle n’est pas arrivée :** Telegram ne l’a pas prise. La personne la trouve sous Mes questions. Vous pourrez l’envoyer encore une fois plus tard.
team-left-the-bot = **Elle n’est pas arrivée :** la personne a quitté le bot. Ce qui est gardé sur elle s’efface de lui-même.
team-taken = Quelqu’un d’autre de l’équipe a déjà répondu. Votre réponse n’a pas été envoyée.
team-gone = Cette question n’est plus là : retirée, déjà répondue, ou au bout de ses 30 jours. Rien n’a été envoyé.
team-not-this = Ce bouton n’a rien envoyé : le texte au-dessus a déjà été envoyé, abandonné ou réécrit.
team-left = Votre réponse n’a pas été envoyée. Je n’en ai rien gardé.
team-gap = C’est noté comme un manque du guide. Seul un nombre est compté, pas la question.
team-no-gap = La note est retirée.
button-corrections-due = Corrections à annoncer
button-corrections-ask = Demander la validation
corrections-none = Aucune correction n’attend d’être annoncée. Les nouvelles viennent de corrections.yaml, dans la base de connaissances.
corrections-page = **Une correction que les personnes concernées ne connaissent pas encore.** Nombre de personnes : { $count }. Elles ont lu une version plus ancienne et ont demandé à être informées. Voici ce qu’elles liront, dans chaque langue :
corrections-asked = **La validation est demandée.** Une deuxième personne doit valider l’envoi, comme pour toute annonce.
corrections-changed = Cela a changé entre-temps, ou il ne reste personne à informer. Rien n’a été demandé.
