privacy = **Ce qui est gardé sur vous**

    - Vos questions, vos nom, nom d’utilisateur, numéro de téléphone et photo Telegram : jamais. Seulement une question que vous envoyez à l’équipe : chiffrée, { $gone } jours, ou jusqu’à ce que vous la retiriez.
    - Dès que vous choisissez une langue : la langue, si je réponds toujours dans celle-ci, si vous avez lu l’avis de sécurité, le mois de votre arrivée, le mois de votre dernier message, et votre numéro de conversation, chiffré.
    - Pendant { $state } heures, chiffré : ce que vous avez lu en dernier, pour que « et les délais ? » fonctionne, et les avis que vous avez reçus.
    - Pendant { $numbers } heures, chiffrés : les numéros des messages de cette conversation, jamais leur texte, pour que je puisse la vider.
    - Un formulaire commencé : chiffré, { $draft } jours après votre dernière réponse.
    - Une manifestation d’intérêt : chiffrée, jusqu’à { $interest } jours après la décision. Les personnes qui évaluent cette formation la lisent, sans votre nom ni votre contact avant la décision. Un partenaire ne la voit que si vous avez accepté.
    - Les nouvelles formations dont vous voulez entendre parler ; les annonces que vous avez reçues, { $gone } jours.
    - Seulement si vous activez les corrections : les fiches que vous avez lues, { $follow } jours.
    - Des totaux par jour qui ne disent pas qui.

    { "" }**Quand cela disparaît :** tout de suite avec /delete. Sinon, { $gone } jours après que vous avez bloqué ce bot, ou après { $idle } mois sans message. Les sauvegardes sont chiffrées et disparaissent après { $backup } jours au plus.
privacy-inline = Ce que vous tapez après le nom de ce bot dans d’autres conversations reçoit une réponse et n’est pas gardé ici. Telegram le voit.
privacy-telegram = **Ce que Telegram garde :** cette conversation, et votre téléphone aussi. Elle n’est pas chiffrée de bout en bout. Je peux effacer les { $numbers } dernières heures : /wipe. Le reste, supprimez-le vous-même : menu de la conversation, Supprimer, aussi pour le bot.
mydata = **Ce qui est gardé sur vous en ce moment**
mydata-newcomer = **Presque rien n’est gardé sur vous.** Vous n’avez pas choisi de langue : je n’ai pas de fiche sur vous.

    Ce qu’il y a : les numéros des messages de cette conversation ({ $numbers } heures) et où en est notre échange ({ $state } heures), le tout chiffré.
mydata-file-warning = Tout cela, avec chaque réponse en entier, existe aussi en fichier. Toute personne qui ouvre ce téléphone peut lire ce fichier.
mydata-sent = Supprimez-le quand vous n’en avez plus besoin.
held-person = - Langue : { $language }. Arrivée : { $joined }. Dernier message : { $active }. Votre numéro de conversation, chiffré.
held-interest = - Manifestation d’intérêt : { $title }, envoyée le { $date }
held-draft = - Formulaire commencé : { $title }
held-reviews = - Ce que les évaluations disent, visible depuis la décision : { $count }
held-subscriptions = - Souhaits d’entendre parler de nouvelles formations : { $count }
held-dialogs = - Où en est notre échange, chiffré
held-traces = - Numéros des messages de cette conversation, chiffrés, en plusieurs parties : { $count }
wipe-ask = **Vider cette conversation ?** Je supprime les messages des deux côtés des { $numbers } dernières heures, ici et chez Telegram. C’est définitif.

    Ce qui est plus ancien, supprimez-le vous-même : menu de la conversation, Supprimer, aussi pour le bot. Ce qui est gardé sur vous ici reste ; /delete l’efface.
wiped = Messages supprimés de cette conversation : { $count }
wiped-left = Non supprimés, parce que Telegram ne le permet pas (trop anciens, par exemple) : { $count }. Supprimez-les vous-même.
wiped-more = Messages de plus de { $numbers } heures : supprimez-les dans le menu de la conversation, Supprimer, aussi pour le bot. La suppression automatique s’y règle aussi.
delete-ask = **Effacer tout ce qui vous concerne ?** C’est définitif.

    - **Ici, tout de suite :** votre langue, votre numéro de conversation, les formulaires, les manifestations d’intérêt avec toutes les réponses (elles sont retirées), vos souhaits d’information.
    - **Dans cette conversation :** les deux côtés des { $numbers } dernières heures.
    - **Sauvegardes :** chiffrées, disparues après { $backup } jours au plus.
    - **Ce que Telegram détient :** les messages de plus de { $numbers } heures, jusqu’à ce que vous supprimiez la conversation : menu de la conversation, Supprimer, aussi pour le bot.
delete-ask-newcomer = **Rien n’est gardé sur vous,** sauf les numéros des messages de cette conversation et où en est notre échange ; les deux disparaissent d’eux-mêmes en { $numbers } heures.

    Je peux les effacer maintenant, et supprimer de cette conversation les deux côtés des { $numbers } dernières heures. Ce qui est plus ancien, supprimez-le vous-même : menu de la conversation, Supprimer, aussi pour le bot.
delete-ask-staff = **Vous faites partie de l’équipe. Cela y met fin.** Vos rôles, vos invitations et vos demandes disparaissent, vos annonces que personne n’a encore reçues sont retirées, et votre numéro est indiqué aux autres personnes de l’administration.

    Vos avis, vos décisions et vos actes dans le journal restent sous ce numéro. Jusqu’à la validation, un code les accompagne, par lequel seul ce bot reconnaîtrait votre compte : ainsi, personne ne compte pour deux.
erased = **C’est fait. Ceci a été effacé :**
erased-nothing = **C’est fait.** Plus rien n’est gardé ici sur vous.
erased-stays = **Ce qui reste :** les messages de plus de { $numbers } heures restent chez Telegram jusqu’à ce que vous supprimiez la conversation : menu de la conversation, Supprimer, aussi pour le bot. Faites-le maintenant si possible : ce message-ci reste aussi. Les sauvegardes chiffrées disparaissent après { $backup } jours au plus.
kind-people = - votre fiche, avec la langue et le numéro de conversation
kind-interests = - formulaires envoyés : { $count }
kind-drafts = - formulaires commencés : { $count }
kind-subscriptions = - souhaits : { $count }
kind-dialogs = - où en était notre échange
kind-traces = - numéros de messages
button-clear = 🧹 Vider la conversation
button-wipe-now = Vider maintenant
button-mydata = Ce qui est gardé sur moi
button-mydata-file = M’envoyer le fichier
button-delete = Tout effacer
button-erase = Oui, tout effacer
button-keep = Non, garder
command-privacy = Ce qui est gardé sur vous
command-mydata = Voir mes données
command-wipe = Vider cette conversation
command-delete = Effacer tout ce qui me concerne
kind-staff = - votre rôle dans l’équipe
kind-news = - nouvelles de l’équipe qui vous attendent : { $count }
kind-deliveries = - annonces reçues : { $count }
kind-follows = - fiches suivies : { $count }
kind-inbox = - questions à l’équipe : { $count }
held-deliveries = - Annonces reçues ces 30 derniers jours : { $count }
held-follows = - Fiches dont vous voulez connaître les corrections : { $count }
held-inbox = - Questions à l’équipe, chiffrées : { $count }
held-staff = - Votre rôle dans l’équipe
held-news = - Nouvelles de l’équipe qui vous attendent : { $count }
