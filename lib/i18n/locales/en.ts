/**
 * English: the keys of every other locale.
 *
 * A key begins with the page that says it. `{name}` is replaced by a value; a
 * message with a number has one key for each plural form. Whole sentences only:
 * languages order their parts in different ways.
 *
 * @module
 */

/** Messages in English. */
export const en = {
  "app.title": "{title} – Aikagi",
  "app.error": "Error: {title}",
  "app.help": "Stuck? Your organisation’s help desk can help you.",
  "app.signOut": "Sign out",
  "app.signedIn": "Signed in as {name}",
  "app.languages": "Language",
  "app.start": "Go to the start page",
  "app.list": "Back to your list",

  "form.problem": "There is a problem",
  "form.invalid": "Check this answer",

  "home.title": "A spare key to your account",
  "home.intro":
    "Get ready while you can sign in. Then a forgotten password is a matter of minutes.",
  "home.register": "Set up my recovery",
  "home.register.why": "For everyone who can still sign in. Takes two minutes.",
  "home.reset": "I forgot my password",
  "home.reset.why": "For when you can no longer sign in.",
  "home.change": "Change my password",
  "home.change.why": "For when you know the old one.",

  "signIn.title": "Sign in to set up your recovery",
  "signIn.intro":
    "Use the user name and password of your organisation’s account.",
  "signIn.userName": "User name",
  "signIn.userName.missing": "Enter your user name",
  "signIn.password": "Password",
  "signIn.password.missing": "Enter your password",
  "signIn.submit": "Sign in",
  "signIn.refused":
    "We could not sign you in. Check the user name and the password. If both are right, wait a few minutes and try again, or ask your help desk.",

  "list.title": "Don’t lose access to your account",
  "list.intro":
    "If you forget your password, you prove who you are with what you set up here, and choose a new one.",
  "list.needed.one": "You need {n} way to prove who you are.",
  "list.needed.other": "You need {n} ways to prove who you are.",
  "list.done": "{done} of {n} set up. You are ready.",
  "list.missing": "{done} of {n} set up. Still needed.",
  "list.phone": "Phone",
  "list.phone.unset": "Not set up yet",
  "list.phone.set": "Set to {number}",
  "list.phone.add": "Set it up now",
  "list.phone.change": "Change",
  "list.phone.remove": "Remove",
  "list.none": "Your organisation has not opened any way to set up here yet.",
  "list.closed.title": "Not open for your account yet",
  "list.closed":
    "Your organisation has not opened self-service recovery for your account. Until it does, your help desk can reset your password.",

  "password.title": "Type your password again",
  "password.why":
    "We ask for it before your phone is changed or removed, so that nobody else can do it in your place.",
  "password.label": "Password of {name}",
  "password.submit": "Continue",
  "password.refused":
    "That is not the password of this account. Check it and try again. After several tries, wait a few minutes.",

  "phone.title": "Your phone number",
  "phone.title.change": "Change your phone number",
  "phone.intro":
    "We send a code to this number now, and again when you forget your password.",
  "phone.now":
    "Now set to {number}. It stays until the new number is confirmed, and we tell the old number about the change.",
  "phone.country": "Country or region",
  "phone.country.choose": "Choose a country or region",
  "phone.country.unknown":
    "Choose the country or region of the number in the list",
  "phone.country.find": "Find a country or region",
  "phone.country.chosen": "Chosen: {country}",
  "phone.country.notFound": "Not in the list",
  "phone.number": "Phone number",
  "phone.number.hint":
    "With the area code, written in any way you like. A number that begins with + may be of any country.",
  "phone.sms": "Text me",
  "phone.voice": "Call me",
  "phone.notice":
    "Somebody else can get hold of texts and calls, for example by taking over a phone number. There are safer ways. Ask your help desk about them.",
  "phone.empty": "Enter your phone number",
  "phone.letters": "A phone number has digits only. Take out the letters",
  "phone.short": "The number has too few digits for its country. Check it",
  "phone.long": "The number has too many digits for its country. Check it",
  "phone.wrong":
    "No such number is in use in its country. Check the digits and the country",
  "phone.channel.missing": "Press “{sms}” or “{voice}”",
  "phone.landline":
    "This number is a landline, and landlines get no texts. Press “{voice}” instead",
  "phone.landline.only":
    "This number is a landline, and landlines get no texts. Use a mobile number",
  "phone.premium": "This is a premium-rate number. Use your own phone number",
  "phone.sharedCost":
    "Calls to this number cost extra. Use your own phone number",
  "phone.tollFree": "This is a toll-free number. Use your own phone number",
  "phone.pager": "This is the number of a pager. Use a phone number",
  "phone.voicemail":
    "This is the number of a voicemail box. Use a phone number",
  "phone.personal":
    "This number is passed on to other phones, so we cannot tell who answers. Use the number of the phone itself",
  "phone.uan": "This is a company’s shared number. Use your own phone number",
  "phone.global":
    "Numbers of satellite and international services cannot be used. Use the number of a country",
  "phone.country.sms":
    "Your organisation does not send texts to that country or region. Use another number, or ask your help desk",
  "phone.country.voice":
    "Your organisation does not call that country or region. Use another number, or ask your help desk",
  "phone.limit":
    "No more codes can be sent for now. You can try again in {time}.",

  "code.title": "Enter the code",
  "code.queued.sms": "A text with a 6-digit code is on its way to {number}.",
  "code.queued.voice":
    "We are calling {number}. Answer, press any key and listen for the 6-digit code.",
  "code.sent.sms": "We sent a text with a 6-digit code to {number}.",
  "code.sent.voice":
    "We called {number}. Answer, press any key and listen for the 6-digit code.",
  "code.late.sms":
    "We could not send the text to {number} yet. We keep trying. You can also choose another way below.",
  "code.late.voice":
    "We could not call {number} yet. We keep trying. You can also choose another way below.",
  "code.failed.sms":
    "The text to {number} could not be sent. Send it again, get a call, or use another number.",
  "code.failed.voice":
    "The call to {number} did not get through. Get another call, get a text, or use another number.",
  "code.unknown.sms":
    "We do not know whether the text reached {number}. Wait a minute. If nothing comes, send it again.",
  "code.unknown.voice":
    "We do not know whether the call reached {number}. Wait a minute. If your phone does not ring, get another call.",
  "code.check": "Check again whether it was sent",
  "code.overruled": "You typed a number of {country}, so that is what we used.",
  "code.valid": "The code is valid for {time}.",
  "code.label": "Code",
  "code.hint": "6 digits",
  "code.submit": "Verify",
  "code.again.title": "No code?",
  "code.again.at": "You can get it again in {time}.",
  "code.again.now": "You can get it again now.",
  "code.again.sms": "Send it again",
  "code.again.voice": "Call me again",
  "code.instead.sms": "Text me instead",
  "code.instead.voice": "Call me instead",
  "code.another": "Use another number",
  "code.missing": "Enter the code that we sent you",
  "code.short": "That is not the whole code. It has 6 digits",
  "code.long": "That is more than the code. It has 6 digits",
  "code.wrong.one": "That is not the code. You have {n} more try",
  "code.wrong.other": "That is not the code. You have {n} more tries",
  "code.late": "The code is no longer valid. Get a new one below.",
  "code.tries":
    "There were too many wrong codes, so this code no longer works. Get a new one below.",
  "code.blocked":
    "There were too many wrong codes in a row. You can go on in {time}.",
  "code.blocked.long":
    "There were too many wrong codes in a row, so no phone can be set up now. Ask your help desk.",
  "code.elsewhere":
    "That code was sent for another window or another device. Enter it there, or get a code for this window below.",
  "code.purpose":
    "That code was sent for something else. Get a code for this page below.",
  "code.early": "It is too early to get the code again. You can in {time}.",
  "code.none": "No code is waiting here. Begin with your phone number.",
  "code.none.start": "Enter your phone number",

  "remove.title": "Remove your phone?",
  "remove.what":
    "{number} will no longer help you in. If you forget your password after that, you cannot choose a new one by yourself.",
  "remove.submit": "Remove it",
  "remove.keep": "Keep it",

  "thanks.title": "Thank you",
  "thanks.phone": "Your phone {number} is set up.",
  "thanks.used":
    "This code was used already, and it worked. There is nothing more to do.",
  "thanks.ready":
    "From now on you can choose a new password by yourself when you forget yours. Remember this address:",
  "thanks.reset": "Reset a forgotten password",
  "thanks.missing":
    "One more way is needed before you can choose a new password by yourself.",
  "thanks.more":
    "Set up a second way as well, for the day when you lose your phone.",

  "reset.title": "Reset a forgotten password",
  "reset.soon":
    "This page does not reset passwords yet. It will ask for what you set up today, and then let you choose a new password. Until then, your help desk can reset it.",
  "change.title": "Change your password",
  "change.soon":
    "This page does not change passwords yet. Until it does, change yours where you usually do, or ask your help desk.",

  "error.request.title": "That did not work",
  "error.request":
    "Your browser sent something that we do not understand. Nothing was changed. Go back and try again.",
  "error.forbidden.title": "This page was open too long",
  "error.forbidden":
    "For your safety we took nothing from it, and nothing was changed. Open the page again and start over.",
  "error.missing.title": "There is no such page",
  "error.missing": "Check the address, or begin at the start page.",
  "error.limit.title": "That was too often",
  "error.limit": "Nothing was changed. Wait a few minutes and try again.",
  "error.fault.title": "Something went wrong here",
  "error.fault":
    "The fault is ours, and we have noted it. Nothing is half-done. Try again in a minute.",
  "error.down.title": "Not available right now",
  "error.down":
    "We cannot reach what we need for this page. Nothing was changed. Try again in a few minutes.",

  "outbox.title": "What would have been sent",
  "outbox.intro":
    "Nothing leaves a development server. Newest first; the times are UTC.",
  "outbox.empty": "Nothing yet.",

  "text.code":
    "{code} is your Aikagi code. It is valid for {minutes} min. Never tell it to anyone.",
  "text.code.brief": "{code} is your Aikagi code.",
  "text.changed":
    "Aikagi: your account now uses another phone. If that was not you, tell your help desk at once.",
  "text.removed":
    "Aikagi: this phone was removed from your account. If that was not you, tell your help desk at once.",
  "voice.intro":
    "Hello. This is Aikagi at {host}. Somebody asked for a code for this telephone. If it was not you, hang up. To hear the code, press any key.",
  "voice.code": "Your code is: {digits}.",
  "voice.again": "Once more, your code is: {digits}.",
  "voice.valid.one": "It is valid for {n} minute.",
  "voice.valid.other": "It is valid for {n} minutes.",
  "voice.end": "Never tell it to anyone. Goodbye.",
  "voice.changed":
    "Hello. This is Aikagi. Your account now uses another phone. If that was not you, tell your help desk at once.",
  "voice.removed":
    "Hello. This is Aikagi. This phone was removed from your account. If that was not you, tell your help desk at once.",
  "voice.digit.0": "zero",
  "voice.digit.1": "one",
  "voice.digit.2": "two",
  "voice.digit.3": "three",
  "voice.digit.4": "four",
  "voice.digit.5": "five",
  "voice.digit.6": "six",
  "voice.digit.7": "seven",
  "voice.digit.8": "eight",
  "voice.digit.9": "nine",
} as const;

/** Every message, in one language: a missing or unknown key does not compile. */
export type Locale = Readonly<Record<keyof typeof en, string>>;
