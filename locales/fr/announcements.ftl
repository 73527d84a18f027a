announcement-first-line = **Un message de Dalil**
announcement-why-announcement = Vous recevez ce message parce que vous avez demandé des nouvelles des formations, ou envoyé une manifestation d’intérêt.
announcement-why-letters = Vous recevez ce message parce que vous avez envoyé une manifestation d’intérêt.
announcement-why-correction = Vous recevez ce message parce que vous avez demandé à savoir quand une réponse que vous avez lue est corrigée.
announcement-why-incident = Ce message va à toutes les personnes qui utilisent Dalil, car il concerne votre sécurité.
button-announcement-stop = Ne plus recevoir ces messages
button-announcement-open = Voir la formation
button-announcement-register = Manifester mon intérêt
