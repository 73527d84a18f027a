announcement-first-line = **رسالة من دليل**
announcement-why-announcement = تصلك هذه الرسالة لأنك طلبت أخبار الدورات، أو أرسلت إبداء اهتمام.
announcement-why-letters = تصلك هذه الرسالة لأنك أرسلت إبداء اهتمام.
announcement-why-correction = تصلك هذه الرسالة لأنك طلبت أن تعرف متى تُصحَّح إجابة قرأتها.
announcement-why-incident = تصل هذه الرسالة إلى كل من يستخدم دليل، لأنها تتعلق بسلامتك.
button-announcement-stop = إيقاف هذه الرسائل
button-announcement-open = عرض الدورة
button-announcement-register = إبداء الاهتمام
