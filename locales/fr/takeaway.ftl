button-takeaway = 💾 Envoyez-moi ceci
button-takeaway-send = Envoyer le fichier
button-takeaway-all = 💾 Tout le guide
takeaway-warning = **Un fichier sur un téléphone peut être trouvé.** Il reste dans la mémoire du téléphone et dans cette conversation, même si vous effacez la conversation.

    Ne le demandez que si c’est sans danger pour vous. Son nom ne dit rien de son contenu. Vous pouvez l’imprimer, puis le supprimer.
takeaway-sent = Le voici. Il s’ouvre sans internet. Supprimez-le quand vous n’en avez plus besoin.
takeaway-all = Guide des mécanismes de droits humains
takeaway-made = Établi le { $date }. Les dates et les adresses changent : consultez les pages officielles avant de vous y fier.
