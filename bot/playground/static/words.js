// What the page itself says, in three languages. The bot's own words come from the bot.

const words = {
  en: {
    title: "Playground",
    banner: "This is not Telegram. Everything stays on this computer and is gone when it stops.",
    offline: "Connection lost. Trying again…", addPerson: "Add a person", personName: "Name", personLanguage: "Language",
    add: "Add", cancel: "Cancel", close: "OK", people: "Chats", phoneOf: "Phone of {name}", bot: "bot", you: "You",
    typing: "typing…", uploading: "sending a file…", what: "What can this bot do?", empty: "No messages yet",
    start: "START", unblock: "Unblock bot", block: "Block bot", clear: "Clear chat", more: "More", menu: "Commands",
    noCommands: "No commands yet", attach: "Attach a file", write: "Message", send: "Send", edited: "edited", photo: "Photo",
    save: "Save {name}", messages: "Messages with {name}", reveal: "Hidden text. Press to show", opens: "opens in a new tab",
    deleted: "A message was deleted", waiting: "waiting", expand: "Show all", unread: "{count} new", other: "Unsupported message",
    deactivated: "This account is deactivated", failed: "That did not work", blocked: "You blocked this bot",
  },
  fr: {
    title: "Terrain d’essai",
    banner: "Ce n’est pas Telegram. Tout reste sur cet ordinateur et disparaît à l’arrêt.",
    offline: "Connexion perdue. Nouvel essai…", addPerson: "Ajouter une personne", personName: "Nom", personLanguage: "Langue",
    add: "Ajouter", cancel: "Annuler", close: "OK", people: "Discussions", phoneOf: "Téléphone de {name}", bot: "bot", you: "Vous",
    typing: "écrit…", uploading: "envoie un fichier…", what: "Que peut faire ce bot ?", empty: "Pas encore de messages",
    start: "DÉMARRER", unblock: "Débloquer le bot", block: "Bloquer le bot", clear: "Vider la discussion", more: "Plus", menu: "Commandes",
    noCommands: "Pas encore de commandes", attach: "Joindre un fichier", write: "Message", send: "Envoyer", edited: "modifié", photo: "Photo",
    save: "Enregistrer {name}", messages: "Messages avec {name}", reveal: "Texte caché. Appuyer pour l’afficher", opens: "s’ouvre dans un nouvel onglet",
    deleted: "Un message a été supprimé", waiting: "en attente", expand: "Tout afficher", unread: "nouveaux : {count}", other: "Message non pris en charge",
    deactivated: "Ce compte est désactivé", failed: "Cela n’a pas fonctionné", blocked: "Vous avez bloqué ce bot",
  },
  ar: {
    title: "ساحة التجربة",
    banner: "هذا ليس تيليغرام. كل شيء يبقى على هذا الحاسوب ويختفي عند إيقافه.",
    offline: "انقطع الاتصال. تجري المحاولة من جديد…", addPerson: "إضافة شخص", personName: "الاسم", personLanguage: "اللغة",
    add: "إضافة", cancel: "إلغاء", close: "حسنًا", people: "المحادثات", phoneOf: "هاتف {name}", bot: "بوت", you: "أنت",
    typing: "يكتب…", uploading: "يرسل ملفًا…", what: "ماذا يمكن لهذا البوت أن يفعل؟", empty: "لا توجد رسائل بعد",
    start: "ابدأ", unblock: "إلغاء حظر البوت", block: "حظر البوت", clear: "مسح المحادثة", more: "المزيد", menu: "الأوامر",
    noCommands: "لا توجد أوامر بعد", attach: "إرفاق ملف", write: "رسالة", send: "إرسال", edited: "عُدّلت", photo: "صورة",
    save: "حفظ {name}", messages: "الرسائل مع {name}", reveal: "نص مخفي. اضغط لإظهاره", opens: "يُفتح في علامة تبويب جديدة",
    deleted: "حُذفت رسالة", waiting: "قيد الانتظار", expand: "عرض الكل", unread: "الجديدة: {count}", other: "رسالة غير مدعومة",
    deactivated: "هذا الحساب معطّل", failed: "لم ينجح ذلك", blocked: "لقد حظرت هذا البوت",
  },
};

export function languageOf(code) {
  const short = (code || "en").slice(0, 2).toLowerCase();
  return short in words ? short : "en";
}

export function directionOf(language) {
  return language === "ar" ? "rtl" : "ltr";
}

// Returns a function that gives the word for a key, with {name} and {count} filled in.
export function speaker(code) {
  const table = words[languageOf(code)];
  return (key, values = {}) => table[key].replace(/\{(\w+)\}/g, (_, name) => values[name]);
}
