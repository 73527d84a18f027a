button-path = 🧭 Quel mécanisme peut aider ?
command-pathfinder = Quel mécanisme peut m’aider ?
path-danger = **Quel mécanisme peut aider ?** En quelques choix. Rien de ce que vous choisissez ici n’est conservé.

    D’abord : quelqu’un est-il en danger en ce moment ?
button-path-danger-yes = 🆘 Oui, maintenant
button-path-danger-no = Non, continuer
path-country = **Dans quel pays cela s’est-il passé ?**

    Écrivez son nom, ou choisissez une région.
button-path-no-country = Je préfère ne pas le dire
button-path-again = ↺ Recommencer
button-path-list = ‹ Retour à la liste
button-path-more = Suite ›
button-path-entry = 📖 Comment l’utiliser
button-path-check = 🔗 Vérifier la situation actuelle
button-path-after = 🧭 Ensuite : quel mécanisme peut aider ?
path-did-you-mean-country = Pensiez-vous à un pays ? Choisissez-le pour voir quels mécanismes peuvent y aider.
button-region-africa-west = Afrique de l’Ouest
button-region-africa-central = Afrique centrale
button-region-africa-east = Afrique de l’Est
button-region-africa-southern = Afrique australe
button-region-africa-north = Afrique du Nord
button-region-mena = Moyen-Orient
button-region-asia-pacific = Asie et Pacifique
button-region-other = Ailleurs
path-region = **Choisissez le pays.** Vous pouvez aussi écrire son nom.
path-no-country-chosen = Sans pays
path-what = **Que s’est-il passé ?** Choisissez ce qui s’en approche le plus.
button-what-detention = Arrestation, détention
button-what-threats = Menaces, harcèlement
button-what-missing = Disparition
button-what-torture = Torture
button-what-killing = Meurtre, exécution
button-what-reprisal = Représailles pour contact avec l’ONU/UA
button-what-protest = Manifestation, association
button-what-media = Journalistes, expression
button-what-law = Loi restrictive
button-what-lawyers = Avocats, juges, procès
button-what-women = Femmes, filles
button-what-children = Enfants
button-what-lgbti = Personnes LGBTI
button-what-indigenous = Peuples autochtones
button-what-land = Terres, environnement
button-what-work = Travail, syndicats
button-what-racism = Racisme, minorités
button-what-religion = Religion ou conviction
button-what-disability = Handicap
button-what-migrants = Personnes réfugiées, migrantes
button-what-nhri = Institution nationale (INDH)
button-what-other = Autre chose
path-seek = **Que voulez-vous d’abord ?**
button-seek-stop = Faire cesser les abus maintenant
button-seek-decision = Une décision sur une affaire
button-seek-public = L’attention du public
button-seek-change = Changer une loi, une politique
button-seek-protect = Protection, soutien
button-seek-learn = Apprendre, se former
path-courts = **Avez-vous saisi la justice de votre pays ?**

    Beaucoup de plaintes ne sont acceptées qu’après.
button-courts-tried = Oui, c’est terminé
button-courts-not-yet = Pas encore
button-courts-impossible = Impossible, risqué ou trop lent
button-courts-unsure = Je ne sais pas
path-options = **Ce que vous pouvez utiliser, le plus utile d’abord.** Choisissez pour voir ce que cela peut faire, la durée et le risque.
path-more-options = **D’autres voies possibles**
path-closed = **Pas ouvert dans ce pays**
path-consent = ⚠️ Avant d’envoyer une affaire ou un nom : demandez à la personne concernée, et lisez « Risques ».
path-open-all = Ouvert dans tous les pays.
path-open-region = Actif dans cette région.
path-no-country = Ouvert dans certains pays seulement. Vérifiez si le vôtre l’a accepté.
path-charter-yes = { $country } : l’État est partie à la Charte africaine : vous pouvez donc l’utiliser (vu en { $seen }).
path-charter-no = { $country } : l’État n’est pas partie à la Charte africaine (vu en { $seen }) : vous ne pouvez pas l’utiliser.
path-charter-ended = { $country } : l’État n’est plus partie à la Charte africaine{ $dated ->
        [1] { " " }depuis { $year }
       *[0] { "" }
    } (vu en { $seen }).
path-charter-unknown = { $country } : nous n’avons pas vérifié si l’État est partie à la Charte africaine. Vérifiez avant de vous y fier.
path-court-yes = { $country } : l’État permet aux particuliers et aux ONG de saisir directement la Cour (vu en { $seen }) : vous pouvez donc l’utiliser.
path-court-no = { $country } : l’État ne permet pas aux particuliers et aux ONG de saisir directement la Cour (vu en { $seen }).
path-court-ended = { $country } : l’État a retiré sa déclaration{ $dated ->
        [1] { " " }en { $year }
       *[0] { "" }
    } : les particuliers et les ONG ne peuvent plus saisir directement la Cour de nouvelles affaires (vu en { $seen }).
path-court-unknown = { $country } : nous n’avons pas vérifié si l’État permet aux particuliers de saisir la Cour. Vérifiez avant de vous y fier.
path-acerwc-yes = { $country } : l’État est partie à la Charte africaine de l’enfant (vu en { $seen }) : vous pouvez donc l’utiliser.
path-acerwc-no = { $country } : l’État n’est pas partie à la Charte africaine de l’enfant (vu en { $seen }).
path-acerwc-ended = { $country } : l’État n’est plus partie à la Charte africaine de l’enfant (vu en { $seen }).
path-acerwc-unknown = { $country } : nous n’avons pas vérifié si l’État est partie à la Charte africaine de l’enfant.
path-ecowas-yes = { $country } : l’État est membre de la CEDEAO (vu en { $seen }) : vous pouvez donc saisir sa cour.
path-ecowas-no = { $country } : l’État n’est pas membre de la CEDEAO (vu en { $seen }).
path-ecowas-ended = { $country } : l’État a quitté la CEDEAO{ $dated ->
        [1] { " " }en { $year }
       *[0] { "" }
    } (vu en { $seen }). Demandez à un avocat si une affaire plus ancienne reste possible.
path-ecowas-unknown = { $country } : nous n’avons pas vérifié si l’État est membre de la CEDEAO.
path-eac-yes = { $country } : l’État est membre de la Communauté d’Afrique de l’Est (vu en { $seen }) : vous pouvez donc saisir sa cour.
path-eac-no = { $country } : l’État n’est pas membre de la Communauté d’Afrique de l’Est (vu en { $seen }).
path-eac-ended = { $country } : l’État a quitté la Communauté d’Afrique de l’Est (vu en { $seen }).
path-eac-unknown = { $country } : nous n’avons pas vérifié si l’État est membre de la Communauté d’Afrique de l’Est.
path-treaty-yes = { $country } : l’État a accepté cette procédure{ $dated ->
        [1] { " " }({ $year })
       *[0] { "" }
    } : vous pouvez donc l’utiliser (vu en { $seen }).
path-treaty-no = { $country } : l’État n’avait pas accepté cette procédure lors de la vérification ({ $seen }). Vérifiez si cela a changé.
path-treaty-ended = { $country } : l’État s’est retiré de cette procédure{ $dated ->
        [1] { " " }({ $year })
       *[0] { "" }
    } (vu en { $seen }).
path-treaty-unknown = { $country } : nous n’avons pas vérifié si l’État a accepté cette procédure. Vérifiez avant de vous y fier.
path-nhri-yes = { $country } : l’institution nationale a le statut « A » : elle a été jugée indépendante (vu en { $seen }).
path-nhri-no = { $country } : l’institution nationale n’a pas le statut « A » (vu en { $seen }).
path-nhri-ended = { $country } : l’institution nationale a perdu son statut « A » (vu en { $seen }).
path-nhri-unknown = { $country } : vérifiez s’il existe une institution nationale, et si elle est indépendante (statut « A »).
path-courts-tried = Vous avez saisi la justice : gardez une copie des décisions.
path-courts-not-yet = Cette voie ne s’ouvre normalement qu’après les tribunaux du pays : saisissez-les d’abord, ou expliquez pourquoi ce n’est pas un vrai recours.
path-courts-impossible = Expliquez pourquoi la justice du pays n’est pas un vrai recours : trop lente, risquée, ou fermée pour vous.
path-courts-unsure = Cette voie ne s’ouvre normalement qu’après les tribunaux du pays. Demandez à un avocat si vos démarches suffisent.
path-can = **Ce que cela peut faire :** { $text }
path-cannot = **Ce que cela ne peut pas faire :** { $text }
path-time = **Durée :** { $text }
path-risk = ⚠️ **Risque :** { $text }
path-seen-at = Vu sur :
path-party-yes = { $country } : l’État est partie à ce traité (vu en { $seen }).
path-party-no = { $country } : l’État n’était pas partie à ce traité lors de la vérification ({ $seen }). Vérifiez si cela a changé.
path-party-ended = { $country } : l’État n’est plus partie à ce traité (vu en { $seen }).
path-party-unknown = { $country } : nous n’avons pas vérifié si l’État est partie à ce traité. Vérifiez avant de vous y fier.
path-member-yes = { $country } : l’État est membre (vu en { $seen }).
path-member-no = { $country } : l’État n’est pas membre (vu en { $seen }).
path-member-ended = { $country } : l’État n’est plus membre (vu en { $seen }).
path-member-unknown = { $country } : nous n’avons pas vérifié si l’État est membre.
path-facts = **Ce que cet État a accepté**
button-path-facts = 📋 Ce que l’État a accepté
path-fact-charter = Charte africaine
path-fact-court-protocol = Protocole sur la Cour africaine
path-fact-court-declaration = Accès direct à la Cour africaine
path-fact-maputo = Protocole de Maputo (femmes)
path-fact-acrwc = Charte africaine des droits et du bien-être de l’enfant
path-fact-ecowas = CEDEAO
path-fact-eac = Communauté d’Afrique de l’Est
path-fact-sadc = SADC
path-fact-iccpr-op1 = Plaintes : droits civils et politiques (CCPR)
path-fact-cedaw-op = Plaintes : femmes (CEDEF)
path-fact-crpd-op = Plaintes : handicap (CDPH)
path-fact-icescr-op = Plaintes : droits économiques et sociaux (CDESC)
path-fact-crc-opic = Plaintes : enfants (CDE)
path-fact-cat-art22 = Plaintes : torture (CAT)
path-fact-ced-party = Convention sur les disparitions forcées
path-fact-ced-art31 = Plaintes : disparitions forcées (CED)
path-fact-cerd-art14 = Plaintes : discrimination raciale (CERD)
path-fact-nhri = Institution nationale
path-fact-treaty-party = Partie aux autres traités de l’ONU
path-fact-ilo-member = Membre de l’OIT
path-some-regions = Actif dans certaines régions seulement. Regardez si la vôtre en fait partie.
path-elsewhere = **Ce nom n’est pas dans ma liste de pays.** La liste ne dit rien du statut d’aucun lieu.

    Continuez sans pays : vous verrez ce qui est ouvert partout, et ce qui ne l’est que dans certains pays. Ou choisissez une région, ou récrivez le nom.
button-path-elsewhere = Ailleurs, hors de la liste
path-facts-none = **Personne ne l’a encore vérifié pour cet État.** Cela ne veut pas dire « non ». Regardez les pages officielles :
