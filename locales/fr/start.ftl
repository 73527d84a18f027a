choose-language = **Dalil** — un guide des mécanismes de droits humains.

    Quelle langue voulez-vous utiliser ? Vous pourrez en changer à tout moment.
safety-notice = **Avant d’écrire, lisez ceci.**

    - Cette conversation n’est pas chiffrée de bout en bout. Telegram et quiconque tient votre téléphone peuvent la lire.
    - N’envoyez ni noms, ni lieux, ni documents, ni détails d’une affaire.
    - Je ne garde pas vos questions, sauf celles envoyées à l’équipe.
    - Pour effacer la conversation : « Vider la conversation », dans chaque menu ; ou, dans son menu Telegram, « Supprimer », en cochant aussi le bot.

    En danger maintenant ? Appuyez sur Aide urgente.
button-understood = J’ai compris
welcome = **Posez votre question avec vos propres mots.**

    Par exemple : « Comment envoyer des informations à un Rapporteur spécial ? » ou « Quel délai pour le rapport d’une ONG à l’EPU ? »

    Je cherche dans un guide des mécanismes de droits humains de l’ONU et de l’Afrique, et je donne les sources et la date de la dernière vérification. Je suis un programme, pas une personne, et je ne peux pas traiter une affaire.
welcome-back = **Heureux de vous retrouver.** Posez votre question, ou choisissez ci-dessous.

    N’oubliez pas : ni noms, ni lieux, ni détails d’une affaire dans cette conversation.
menu = **De quoi avez-vous besoin ?** Écrivez votre question, ou choisissez ci-dessous.
expired = Ce bouton est trop ancien. Voici le menu ; vous pouvez aussi simplement écrire votre question.
language-changed = C’est fait. Je répondrai en français.
help = **Comment poser une question**

    - Écrivez une question courte, comme à quelqu’un que vous connaissez : « Comment porter plainte devant la Commission africaine ? »
    - Après une réponse, vous pouvez continuer : « et les délais ? »
    - Vous pouvez écrire en français, en anglais ou en arabe.

    { "" }**Commandes**

    - /urgent — quelqu’un est en danger maintenant
    - /pathfinder — quel mécanisme peut m’aider ?
    - /courses — formations et consultations
    - /topics — tout ce que je sais, par thème
    - /glossary — le sens des mots
    - /pause — mettre un formulaire en pause, ses réponses attendent
    - /cancel — effacer tout de suite un formulaire ouvert
    - /language — changer de langue
    - /privacy — ce qui est gardé sur vous
    - /mydata — voir mes données
    - /wipe — vider cette conversation
    - /delete — effacer tout ce qui me concerne
    - /menu — le menu

    Je réponds seulement à partir d’un guide vérifié. Quand je ne sais pas, je le dis.
button-menu = ☰ Menu
button-language = Langue
button-privacy = Vie privée
button-help = Comment poser une question
description = Dalil répond aux questions sur les mécanismes de droits humains de l’ONU et de l’Afrique, avec les sources et les dates, en français, en anglais et en arabe. Cette conversation n’est pas chiffrée de bout en bout : n’envoyez ni noms, ni lieux, ni détails d’une affaire.
short-description = Un guide des mécanismes de droits humains de l’ONU et de l’Afrique. Français · English · العربية
command-start = Commencer
command-menu = Menu
command-urgent = Aide urgente
command-topics = Tous les thèmes
command-language = Langue · Language · اللغة
command-help = Comment poser une question
