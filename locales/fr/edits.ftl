edit-taken = **Votre modification est prise en compte.** Le texte est maintenant celui du message modifié.
edit-older = **Non prise en compte.** Vous avez réécrit ce texte depuis : c’est le message le plus récent qui compte.
edit-not-taken = **Non prise en compte : modifier un message ne change rien ici.** Écrivez-le de nouveau, dans un nouveau message.
edit-too-late = **Non prise en compte : il n’est plus possible de changer ce texte.** L’envoi est en cours ou terminé, avec le texte d’avant. S’il est en cours, vous pouvez l’arrêter.
edit-gone = **Non prise en compte :** cette annonce n’existe plus.
