button-ask-team = ✉️ Envoyer à l’équipe
button-ask-the-team = ✉️ Poser une question à l’équipe
inbox-offer = **Avant d’écrire :** ni noms, ni lieux, ni détails d’une affaire. Cette conversation n’est pas chiffrée de bout en bout : Telegram et toute personne qui a votre téléphone en main peuvent la lire.

    { "" }**Ce que devient votre question :**

    - Vous la relisez avant l’envoi. D’ici là, rien n’est envoyé.
    - Elle est gardée chiffrée pendant 30 jours, puis effacée. Vous pouvez la retirer avant.
    - Des personnes de l’équipe de l’ISHR la lisent. Personne ne leur dit qui l’a posée.
    - La réponse arrive dans cette conversation. Elle peut prendre des jours. Personne ici ne peut envoyer de secours.

    { "" }**Écrivez maintenant votre question,** en { $most } caractères au plus.
inbox-write = Écrivez votre question de nouveau. Ni noms, ni lieux, ni détails d’une affaire.
inbox-check = **Relisez-la encore une fois.** Contient-elle des noms, des lieux ou des détails qui pourraient mettre une personne en danger ? Rien n’est encore envoyé.
inbox-text = { $text }
inbox-risky = **Retirez ce qui pourrait mettre une personne en danger.** Votre texte semble contenir un numéro de téléphone, une adresse ou un lieu. Rien n’est encore envoyé.
inbox-risky-removed = J’ai retiré votre message de cette conversation. Je garde le texte, chiffré, jusqu’à votre choix, 24 heures au plus.
inbox-risky-left = Je n’ai pas pu retirer votre message de cette conversation : supprimez-le vous-même. Je garde le texte, chiffré, jusqu’à votre choix, 24 heures au plus.
inbox-empty = Je n’y vois aucun mot. Écrivez votre question, ou appuyez sur Ne pas envoyer.
inbox-long = C’est trop long : { $count } caractères, pour { $most } au plus. Écrivez-la de nouveau, plus courte et sans détails d’une affaire.
inbox-sent = **C’est envoyé.** L’équipe répondra ici ; cela peut prendre des jours. Vous pouvez retirer votre question à tout moment, sous Mes questions.

    Si quelqu’un est en danger, n’attendez pas la réponse : appuyez sur Aide urgente.
inbox-many = Cinq de vos questions d’aujourd’hui sont encore ouvertes : je n’ai donc pas envoyé celle-ci, et je n’en ai rien gardé. Réessayez demain, ou retirez-en une.
inbox-gone = Tout ce qui était gardé sur vous a été effacé entre-temps : rien n’a été envoyé, rien n’est gardé.
inbox-not-this = Ce bouton n’a rien envoyé : le texte au-dessus a déjà été envoyé, abandonné ou réécrit. Voyez sous Mes questions.
inbox-dropped = Ce n’est pas envoyé. Je n’en ai rien gardé.
inbox-left = Votre question à l’équipe n’a pas été envoyée. Je n’en ai rien gardé.
inbox-none = Vous n’avez aucune question auprès de l’équipe.
inbox-mine = **Votre question { $number } sur { $count }**
inbox-hidden = Elle semble contenir un numéro de téléphone, une adresse ou un lieu : je ne la montre donc pas ici.
inbox-open = Pas encore de réponse.
inbox-answered = **La réponse de l’équipe :**
inbox-kept = *La question et la réponse seront effacées ici le { $date }.*
inbox-withdrawn = Retirée et effacée ici. Dans l’équipe, qui l’a lue peut s’en souvenir. Je l’ai retirée de ses conversations autant que Telegram le permet : ce qui a été ouvert il y a plus de 48 heures peut y rester.
inbox-answer = **Une réponse de l’équipe**
inbox-answer-kept = *Vous la trouvez aussi sous Mes questions, jusqu’à son effacement le { $date }. Ce qui est dans cette conversation y reste jusqu’à ce que vous le supprimiez.*
button-inbox-mine = Mes questions
button-inbox-send = Envoyer
button-inbox-send-so = Envoyer tel quel
button-inbox-again = Réécrire
button-inbox-drop = Ne pas envoyer
button-inbox-withdraw = La retirer
button-inbox-helped = 👍 Cela m’a aidé
button-inbox-more = Poser une autre question
button-corrections = Corrections
corrections = **Quand une information que vous avez lue ici était fausse,** je peux vous le dire. C’est désactivé tant que vous ne l’activez pas.

    Si vous l’activez : pendant 60 jours, je garde quelles fiches vous avez lues, dans quelle version et quel jour. Rien d’autre, et pas vos questions. La personne qui prend ce téléphone peut voir une correction dans la conversation.

    Si vous le désactivez, tout cela est effacé tout de suite.
corrections-on = **C’est activé.** Quand une fiche que vous lisez à partir de maintenant sera corrigée, je vous le dirai une fois. Vous pouvez le désactiver à tout moment ; ce qui est gardé pour cela est alors effacé tout de suite.
corrections-off = **C’est désactivé.** Ce qui était gardé pour cela est effacé.
button-corrections-on = Me signaler les corrections
button-corrections-off = Plus de corrections
correction-first = **Une fiche que vous avez lue ici a été corrigée.**
correction-text = { $text }
correction-why = Vous recevez ceci parce que vous avez demandé à connaître les corrections. C’est envoyé une seule fois.
button-correction-open = Ouvrir la fiche
inbox-slow = **Personne ici ne peut envoyer de secours, et la réponse peut prendre plusieurs jours.** En danger maintenant ? Ne l’attendez pas : écrivez /urgent
