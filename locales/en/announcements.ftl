announcement-first-line = **A message from Dalil**
announcement-why-announcement = You get this because you asked to hear about courses, or sent an expression of interest.
announcement-why-letters = You get this because you sent an expression of interest.
announcement-why-correction = You get this because you asked to hear when an answer you read is corrected.
announcement-why-incident = This goes to everybody who uses Dalil, because it concerns your safety.
button-announcement-stop = Stop these messages
button-announcement-open = See the course
button-announcement-register = Express interest
