button-urgent = 🆘 Aide urgente
urgent-title = **Si quelqu’un est en danger maintenant, commencez ici.**
urgent-safety = N’écrivez ni noms, ni lieux, ni détails dans cette conversation : elle n’est pas chiffrée de bout en bout, et ce bot ne peut pas envoyer de secours.
urgent-without-entry = Contactez des personnes de confiance, un avocat ou une avocate, et une organisation de protection que vous connaissez. Mon guide n’est pas disponible pour le moment.
