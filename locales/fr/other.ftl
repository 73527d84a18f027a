media-removed = **Je n’ai ni ouvert ni téléchargé cela, et je l’ai retiré de la conversation.** Les photos, messages vocaux, fichiers, lieux et contacts peuvent mettre des personnes en danger ici. Écrivez une question avec des mots.
media-kept = **Je n’ai ni ouvert ni téléchargé cela.** Je n’ai pas pu non plus le retirer : supprimez-le vous-même. Les photos, messages vocaux, fichiers, lieux et contacts peuvent mettre des personnes en danger ici. Écrivez une question avec des mots.
media-place = **Je n’ai pas ouvert cela. Vérifiez que cela a disparu de la conversation, et n’envoyez ici ni lieux ni contacts :** ils peuvent mettre des personnes en danger. Si quelqu’un est en danger, appuyez sur Aide urgente.
sticker = Je ne comprends que les mots. Écrivez votre question, ou choisissez ci-dessous.
unknown-command = Je ne connais pas cette commande. Celles-ci fonctionnent : /menu, /urgent, /topics, /language, /privacy, /help — ou écrivez simplement votre question.
group-leaving = Je réponds seulement en conversation privée : dans un groupe, tout le monde pourrait lire vos questions. Je quitte ce groupe ; écrivez-moi directement.
knowledge-broken = La base de connaissances a été modifiée, mais la modification contient des erreurs et n’est montrée à personne. La dernière bonne version reste en service. Premières erreurs :
