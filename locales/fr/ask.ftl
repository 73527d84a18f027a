did-you-mean = **Vouliez-vous parler de l’un de ces sujets ?**
button-none = Aucun de ces sujets
no-answer = **Je n’ai pas de réponse à cela dans mon guide**, et je n’invente rien.

    Vous pouvez poser la question autrement, ou parcourir les thèmes.
unspoken = **Je ne lis que le français, l’anglais et l’arabe.** Écrivez dans l’une de ces langues. En danger ? Appuyez sur Aide urgente.

    { "" }**I read only English, French and Arabic.** Please write in one of them. In danger? Press the button 🆘.

    { "" }**لا أقرأ إلا العربية والفرنسية والإنجليزية.** اكتبوا بإحدى هذه اللغات. إذا كنتم في خطر فاضغطوا الزر 🆘.
button-always = Toujours répondre en français
button-follow = Répondre dans la langue où j’écris
language-always = C’est fait. Désormais, je réponds en français, quelle que soit la langue où vous écrivez. Pour changer : /language
language-always-now = Je réponds maintenant en français, quelle que soit la langue où vous écrivez.
language-follows = C’est fait. Désormais, je réponds dans la langue où vous écrivez.
unavailable = Je ne peux pas répondre pour le moment : mon guide est en réparation. Réessayez plus tard.

    Si quelqu’un est en danger, ne m’attendez pas : contactez des personnes de confiance et une organisation de protection que vous connaissez.
risky-removed = **J’ai retiré votre message,** car il semblait contenir un numéro de téléphone, une adresse ou un lieu. Je n’en ai rien gardé. N’envoyez pas cela ici.
risky-kept = **Supprimez vous-même votre message :** il semble contenir un numéro de téléphone, une adresse ou un lieu, et je n’ai pas pu le retirer. Je n’en ai rien gardé. N’envoyez pas cela ici.
smalltalk-greeting = **Bonjour.** Que voulez-vous savoir sur les mécanismes de droits humains ? Écrivez-le simplement.
smalltalk-thanks = Avec plaisir. Prenez soin de vous. Vous pouvez me demander autre chose à tout moment.
smalltalk-goodbye = Au revoir, et prenez soin de vous. Vous pouvez supprimer cette conversation dans son menu, sur Telegram.
smalltalk-who = **Je suis Dalil, un programme, pas une personne.** Je réponds aux questions sur les mécanismes de droits humains de l’ONU et de l’Afrique à partir d’un guide vérifié : je choisis parmi ses textes et n’invente rien. Personne ici ne peut envoyer de secours ni traiter une affaire.
smalltalk-human = **Je suis un programme, et personne ne lit ce qui s’écrit ici.** Vous pouvez envoyer une question à l’équipe de l’ISHR : vous la relisez avant l’envoi, et la réponse peut prendre des jours. Si quelqu’un est en danger maintenant, appuyez sur Aide urgente.
smalltalk-police = **Non. Je suis un programme : ni police, ni gouvernement, ni services secrets, ni ONU, ni avocat,** et je ne vous dénonce à personne. Une conversation ne peut pas le prouver : n’écrivez donc rien ici qui puisse vous nuire, à vous ou à d’autres, si quelqu’un le lisait.
smalltalk-secret = **Ne me confiez pas de secrets.** Je ne garde pas vos questions, mais cette conversation n’est pas chiffrée de bout en bout : Telegram et quiconque tient votre téléphone peuvent la lire. N’écrivez ni noms, ni lieux, ni détails. Vous pouvez vider cette conversation à tout moment.
smalltalk-kept = **Je ne garde ni vos questions, ni votre nom, ni votre nom d’utilisateur, ni votre numéro, ni votre photo.** Une fois la langue choisie, je garde peu de choses, pour un temps limité : la liste est sous « Vie privée », et vous pouvez voir ce qui est gardé sur vous. Telegram garde cette conversation, et votre téléphone aussi.
smalltalk-made = **Dalil appartient à l’ISHR, le Service international pour les droits humains.** Son équipe répond aux questions qui lui sont envoyées. Un doute, est-ce le vrai Dalil ? Demandez à l’ISHR sur son site : [ishr.ch](https://ishr.ch).
smalltalk-lost = **Pardon, je n’ai pas été clair.** Redemandez en quelques mots simples. Sous une réponse, « Mots » explique les termes difficiles. Ou posez la question à l’équipe.
smalltalk-sources = **Chaque réponse dit d’où elle vient :** appuyez sur « Sources » en dessous. Je n’invente aucune réponse : je choisis parmi les textes d’un guide vérifié.
smalltalk-help = **Écrivez votre question en quelques mots,** par exemple : « statut d’observateur à la Commission africaine » — ou choisissez ci-dessous.
smalltalk-yes = Très bien. Écrivez votre question en quelques mots.
smalltalk-no = D’accord. Posez la question autrement, ou choisissez ci-dessous.
apology = Le problème vient d’ici, pas de vous. Renvoyez votre message dans une minute.
slow-down = Trop de messages à la fois : je n’ai pas lu vos derniers messages. Attendez un moment, puis renvoyez-les. Si quelqu’un est en danger, appuyez sur Aide urgente : je réponds tout de suite.
