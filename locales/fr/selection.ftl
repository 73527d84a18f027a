letter-accepted = **Une place vous attend : « { $course } ».**

    Dates : { $dates }.

    { "" }**La suite**

    - Nous vous contactons par le moyen que vous avez choisi, pour convenir des détails pratiques. D’ici là, vous n’avez rien à faire.
    - Ne réservez rien et ne payez rien vous-même. Ce qui est pris en charge figure sur la page de la formation, et nous en parlons d’abord avec vous.
    - Vous pouvez encore refuser, à tout moment et sans dire pourquoi. Nous pourrons alors proposer la place à quelqu’un d’autre.

    { "" }**Votre sécurité**

    - Réfléchissez à qui vous en parlez. Si voyager ou participer est devenu un risque pour vous, dites-le-nous quand nous vous contactons : nous cherchons une solution ensemble, et c’est vous qui décidez.
    - Nous ne vous demandons jamais de mot de passe, de code ni d’argent.

    Des questions ? Posez-les à la personne qui vous contacte, ou joignez l’ISHR par son site : ishr.ch.
letter-waiting = **Vous êtes sur la liste d’attente : « { $course } ».**

    Merci de nous avoir parlé de votre travail. Il y a moins de places que de personnes qui en ont demandé une.

    { "" }**La suite**

    - Si une place se libère pour vous, vous le lirez dans cette conversation, puis nous vous contacterons par le moyen que vous avez choisi. Nous ne pouvons dire ni si cela arrivera, ni quand.
    - Vous n’avez rien à faire. Ne réservez rien et ne payez rien.
    - Vous ne voulez plus de place ? Vous pouvez retirer votre manifestation d’intérêt dans cette conversation, sans dire pourquoi.

    Nous ne vous demandons jamais de mot de passe, de code ni d’argent. Des questions ? Joignez l’ISHR par son site : ishr.ch.
letter-declined = **Pas cette fois : « { $course } ».**

    Merci de nous avoir parlé de votre travail et de vos projets. Il y avait moins de places que de personnes qui en ont demandé une, et cette fois nous ne pouvons pas vous en proposer.

    - C’est un choix entre des personnes pour une formation. Ce n’est pas un jugement sur votre travail.
    - Vous pouvez envoyer une manifestation d’intérêt pour toute autre formation : /courses.
    - Vous pouvez continuer à poser vos questions ici.
    - Ce que vous nous avez envoyé est effacé 90 jours après cette décision.

    Des questions sur cette décision ? Joignez l’ISHR par son site : ishr.ch.
letter-dates = du { $first } au { $last }
letter-no-dates = pas encore fixées
