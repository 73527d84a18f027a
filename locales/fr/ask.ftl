did-you-mean = **Vouliez-vous parler de l’un de ces sujets ?**
button-none = Aucun de ces sujets
no-answer = **Je n’ai pas de réponse à cela dans mon guide**, et je n’invente rien.

    Vous pouvez poser la question autrement, ou parcourir les thèmes.
unspoken = **Je ne lis que le français, l’anglais et l’arabe.** Écrivez dans l’une de ces langues. En danger ? Appuyez sur Aide urgente.

    { "" }**I read only English, French and Arabic.** Please write in one of them. In danger? Press the button 🆘.

    { "" }**لا أقرأ إلا العربية والفرنسية والإنجليزية.** اكتبوا بإحدى هذه اللغات. إذا كنتم في خطر فاضغطوا الزر 🆘.
button-always = Toujours répondre en français
unavailable = Je ne peux pas répondre pour le moment : mon guide est en réparation. Réessayez plus tard.

    Si quelqu’un est en danger, ne m’attendez pas : contactez des personnes de confiance et une organisation de protection que vous connaissez.
risky-removed = **J’ai retiré votre message,** car il semblait contenir un numéro de téléphone, une adresse ou un lieu. Je n’en ai rien gardé. N’envoyez pas cela ici.
risky-kept = **Supprimez vous-même votre message :** il semble contenir un numéro de téléphone, une adresse ou un lieu, et je n’ai pas pu le retirer. Je n’en ai rien gardé. N’envoyez pas cela ici.
smalltalk-greeting = **Bonjour.** Que voulez-vous savoir sur les mécanismes de droits humains ? Écrivez-le simplement.
smalltalk-thanks = Avec plaisir. Prenez soin de vous. Vous pouvez me demander autre chose à tout moment.
smalltalk-goodbye = Au revoir, et prenez soin de vous. Vous pouvez supprimer cette conversation dans son menu, sur Telegram.
smalltalk-who = **Je suis Dalil, un programme, pas une personne.** Je réponds aux questions sur les mécanismes de droits humains de l’ONU et de l’Afrique à partir d’un guide vérifié. Personne ici ne peut envoyer de secours ni traiter une affaire.
smalltalk-help = **Écrivez votre question en quelques mots,** par exemple : « statut d’observateur à la Commission africaine » — ou choisissez ci-dessous.
smalltalk-yes = Très bien. Écrivez votre question en quelques mots.
smalltalk-no = D’accord. Posez la question autrement, ou choisissez ci-dessous.
apology = Le problème vient d’ici, pas de vous. Renvoyez votre message dans une minute.
slow-down = Trop de messages à la fois : je n’ai pas lu vos derniers messages. Attendez un moment, puis renvoyez-les. Si quelqu’un est en danger, appuyez sur Aide urgente : je réponds tout de suite.
