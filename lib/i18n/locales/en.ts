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
  "signIn.passkey.late":
    "This page was open too long, so your passkey was not taken. Choose it again.",
  "signIn.passkey.refused":
    "We could not sign you in with that passkey. Use another one, or your user name and password.",

  "list.title": "Don’t lose access to your account",
  "list.intro":
    "If you forget your password, you prove who you are with what you set up here, and choose a new one.",
  "list.needed.one": "You need {n} way to prove who you are.",
  "list.needed.other": "You need {n} ways to prove who you are.",
  "list.more.one": "{n} more to go.",
  "list.more.other": "{n} more to go.",
  "list.ready": "You are ready.",
  "list.confirmed": "Confirmed on {date}",
  "list.strong": "strong",
  "list.office": "Office phone",
  "list.office.set":
    "{number}. Your organisation filled it in, and it gets calls only. If it is wrong, your help desk can change it.",
  "list.office.extension": "{number}, extension {extension}",
  "list.office.unset":
    "Your organisation has none on file. Ask your help desk to add it.",
  "list.offer":
    "Your organisation has {to} on file. Nobody has confirmed it yet.",
  "list.offer.works":
    "Your organisation has {to} on file, and it works already.",
  "list.offer.use": "Use it",
  "list.offer.confirm": "Confirm it",
  "list.offer.another": "Set up another",
  "list.practise": "Try your spare key",
  "list.practise.why":
    "Go through a reset once, without a new password, to see that it works.",
  "list.practised": "You last tried it on {date}.",
  "list.back": "Go back to {host}",
  "check.title": "Recovery check",
  "check.ok": "You would get back in today.",
  "check.empty": "Nothing is set up yet, so you would not get back in.",
  "check.not": "You would not get back in today.",
  "check.frozen":
    "You would not get back in today: recovery is frozen, because a change was reported as not yours.",
  "check.help": "What would help: {methods}.",
  "check.questions":
    "You would not get back in today: too many answers to your security questions were wrong, so they are not asked any more. Set your questions up again.",
  "check.wait": "Your help desk knows what else can be done.",
  "check.issued":
    "Texts, calls and mails count as one way together: somebody who reads along gets the code of each.",
  "list.phone": "Phone",
  "list.phone.unset": "Not set up yet",
  "list.phone.set": "Set to {number}",
  "list.phone.first": "{number}, offered first",
  "list.phone.spare": "{number}, offered second",
  "list.phone.prefer": "Offer it first",
  "list.phone.second": "Add a second number",
  "list.email": "Email",
  "list.email.unset": "Not set up yet",
  "list.email.set": "Set to {address}",
  "list.totp": "Authenticator app",
  "list.totp.unset": "Not set up yet",
  "list.totp.set": "Set up",
  "list.recovery": "Recovery codes",
  "list.recovery.unset": "Not set up yet",
  "list.recovery.left.one": "{n} unused code left",
  "list.recovery.left.other": "{n} unused codes left",
  "list.recovery.used.one": "{n} code was used. A new one takes its place",
  "list.recovery.used.other": "{n} codes were used. New ones take their place",
  "list.recovery.make": "Make new codes",
  "list.questions": "Security questions",
  "list.questions.unset": "Not set up yet",
  "list.questions.set.one": "{n} answer on file",
  "list.questions.set.other": "{n} answers on file",
  "list.questions.blocked":
    "Not asked any more after too many wrong answers. Set them up again",
  "list.questions.few":
    "Your organisation asks more questions now. Answer them anew",
  "list.passkey": "Passkeys",
  "list.passkey.unset": "Not set up yet",
  "list.passkey.set": "Set up: {names}",
  "list.passkey.add": "Add another",
  "list.passkey.rename": "Rename {name}",
  "list.passkey.remove": "Remove {name}",
  "list.add": "Set it up now",
  "list.change": "Change",
  "list.remove": "Remove",
  "list.frozen":
    "Recovery is frozen, because somebody said that a change was not theirs. Until it is open again, nothing here can be changed, and the password cannot be reset.",
  "list.frozen.lift": "Open it again",
  "list.none": "Your organisation has not opened any way to set up here yet.",
  "list.closed.title": "Not open for your account yet",
  "list.closed":
    "Your organisation has not opened self-service recovery for your account. Until it does, your help desk can reset your password.",

  "password.title": "Type your password again",
  "password.why":
    "We ask for it before what you set up is changed or removed, so that nobody else can do it in your place.",
  "password.label": "Password of {name}",
  "password.submit": "Continue",
  "password.refused":
    "That is not the password of this account. Check it and try again. After several tries, wait a few minutes.",
  "review.title": "Is this still right?",
  "review.intro":
    "It is some time since you confirmed this. If you can still use all of it, nothing has to be done again.",
  "review.good": "Looks good",
  "review.later": "Not now",
  "offer.title.phone": "Use the number on file",
  "offer.title.email": "Use the address on file",
  "offer.intro":
    "Your organisation has {to} on file. We send a code there to confirm that it is yours.",
  "practice.title": "Try your spare key",
  "practice.intro":
    "This is how it goes when you have forgotten your password. You prove who you are, with real codes, and stop before the new password. Your password stays as it is. Wrong tries count as on the day.",
  "practice.more": "That was right. On the day you would need one more way.",
  "practice.questions": "Wrong answers count as on the day.",
  "practice.how": "How do you want to prove who you are?",
  "practice.none": "There is nothing here that you can try now.",
  "practice.code":
    "It is used up, as it would be on the day. You get a new one in its place on your list.",
  "practice.done.title": "Your spare key works",
  "practice.done":
    "This is where you would choose a new password. You got here by yourself, and your password is as it was.",
  "required.title": "One thing before you go on",
  "required.why.one":
    "Your organisation needs {n} way to prove who you are from everyone. With it you choose a new password by yourself when you forget yours.",
  "required.why.other":
    "Your organisation needs {n} ways to prove who you are from everyone. With them you choose a new password by yourself when you forget yours.",
  "required.use":
    "What you set up protects your account. It is used for nothing else.",
  "required.next": "Next",
  "required.skip": "Skip for now",
  "required.left.one": "You can skip this {n} more time.",
  "required.left.other": "You can skip this {n} more times.",
  "required.days.one": "You can do so for {n} more day.",
  "required.days.other": "You can do so for {n} more days.",
  "required.over": "You cannot skip this any more.",
  "return.title": "Back to where you came from",
  "return.ready": "You are ready. Nothing more is needed here.",
  "return.skipped": "You have skipped this for now.",
  "return.go": "Continue to {host}",

  "phone.title": "Your phone number",
  "phone.title.second": "Your second phone number",
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
  "phone.country.notFound": "Not in the list",
  "phone.number": "Phone number",
  "phone.number.hint":
    "With the area code. A number that begins with + may be of any country.",
  "phone.sms": "Text me",
  "phone.voice": "Call me",
  "phone.notice":
    "Somebody else can get hold of texts and calls, for example by taking over a phone number.",
  "phone.safer": "These ways are safer:",
  "phone.ask": "There are safer ways. Ask your help desk about them.",
  "phone.empty": "Enter your phone number",
  "phone.letters": "A phone number has digits only. Take out the letters",
  "phone.short": "The number has too few digits for its country. Check it",
  "phone.long": "The number has too many digits for its country. Check it",
  "phone.wrong":
    "No such number is in use in its country. Check the digits and the country",
  "phone.taken":
    "This number is already used for as many accounts as your organisation allows. Use another number, or ask your help desk",
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
  "code.limit":
    "No more codes can be sent for now. You can try again in {time}.",

  "code.title": "Enter the code",
  "code.queued.sms": "A text with a code is on its way to {to}.",
  "code.queued.voice":
    "We are calling {to}. Answer, press any key and listen for the code.",
  "code.sent.sms": "We sent a text with a code to {to}.",
  "code.sent.voice":
    "We called {to}. Answer, press any key and listen for the code.",
  "code.late.sms":
    "We could not send the text to {to} yet. We keep trying. You can also choose another way below.",
  "code.late.voice":
    "We could not call {to} yet. We keep trying. You can also choose another way below.",
  "code.failed.sms":
    "The text to {to} could not be sent. Send it again, get a call, or use another number.",
  "code.failed.voice":
    "The call to {to} did not get through. Get another call, get a text, or use another number.",
  "code.unknown.sms":
    "We do not know whether the text reached {to}. Wait a minute. If nothing comes, send it again.",
  "code.unknown.voice":
    "We do not know whether the call reached {to}. Wait a minute. If your phone does not ring, get another call.",
  "code.queued.email": "A mail with a code is on its way to {to}.",
  "code.sent.email":
    "We sent a mail with a code to {to}. If it is not in your inbox, look among the unwanted mail.",
  "code.late.email":
    "We could not send the mail to {to} yet. We keep trying. You can also use another address below.",
  "code.failed.email":
    "The mail to {to} could not be sent. Check the address, send it again, or use another one.",
  "code.unknown.email":
    "We do not know whether the mail reached {to}. Wait a few minutes. If nothing comes, send it again.",
  "code.check": "Check again whether it was sent",
  "code.overruled": "You typed a number of {country}, so that is what we used.",
  "code.valid": "The code is valid for {time}.",
  "code.label": "Code",
  "code.hint": "6 digits",
  "code.hint.long":
    "20 digits, with or without spaces. It is this long because many wrong codes were typed.",
  "code.submit": "Verify",
  "code.again.title": "No code?",
  "code.again.at": "You can get it again in {time}.",
  "code.again.now": "You can get it again now.",
  "code.again.sms": "Send it again",
  "code.again.voice": "Call me again",
  "code.again.email": "Send it again",
  "code.instead.sms": "Text me instead",
  "code.instead.voice": "Call me instead",
  "code.another.phone": "Use another number",
  "code.another.email": "Use another address",
  "code.missing": "Enter the code that we sent you",
  "code.short": "That is not the whole code",
  "code.long": "That is more than the code",
  "code.wrong.one": "That is not the code. You have {n} more try",
  "code.wrong.other": "That is not the code. You have {n} more tries",
  "code.late": "The code is no longer valid. Get a new one below.",
  "code.tries":
    "There were too many wrong codes, so this code no longer works. Get a new one below.",
  "code.blocked":
    "There were too many wrong codes in a row. You can go on in {time}.",
  "code.elsewhere":
    "That code was sent for another window or another device. Enter it there, or get a code for this window below.",
  "code.purpose":
    "That code was sent for something else. Get a code for this page below.",
  "code.early": "It is too early to get the code again. You can in {time}.",
  "code.none": "No code is waiting here.",
  "code.none.phone": "Enter your phone number",
  "code.none.email": "Enter your email address",

  "email.title": "Your email address",
  "email.title.change": "Change your email address",
  "email.intro":
    "We send a code to this address now, and again when you forget your password. Use an address that you can read without your organisation’s password.",
  "email.now":
    "Now set to {address}. It stays until the new address is confirmed, and we tell the old address about the change.",
  "email.label": "Email address",
  "email.hint": "Such as name@example.com",
  "email.submit": "Email me",
  "email.empty": "Enter your email address",
  "email.form":
    "That is not a whole email address. It has a name, an @ and a domain with a dot, such as name@example.com",
  "email.several": "Enter one email address only",
  "email.long": "The address is too long. Use a shorter one",
  "email.signs":
    "The address has signs that we cannot send mail to, such as quotes, brackets or spaces. Use another address",
  "email.dots":
    "The name before the @ has a dot too many: at its start or end, or two in a row. Check it",
  "email.domain":
    "The part after the @ is not the name of a mail domain. Check it",
  "email.own":
    "This address belongs to your organisation, and you may not be able to read it without your password. Use a private address",

  "prefer.title": "Offer this phone first?",
  "prefer.what":
    "{number} will be offered first, before your other number. Both keep working.",
  "prefer.submit": "Offer it first",
  "prefer.keep": "Leave it as it is",

  "totp.title": "Your authenticator app",
  "totp.title.change": "Change your authenticator app",
  "totp.intro":
    "An authenticator app shows a new 6-digit code every 30 seconds, even where there is no network. Any app of this kind will do. If you have none, look for “authenticator” in the app store of your phone.",
  "totp.now":
    "The app that is set up now stays until the new one is confirmed.",
  "totp.scan": "Scan this picture with the app",
  "totp.picture": "QR code that adds Aikagi to your authenticator app",
  "totp.private":
    "Show the picture and the key to nobody: whoever has them gets your codes.",
  "totp.or": "Or without a camera",
  "totp.link": "Open it in an app on this device",
  "totp.key": "Or type this key into the app:",
  "totp.confirm": "Then show us that it works",
  "totp.label": "The code that the app shows now",
  "totp.label.four": "Four codes of the app, one after another",
  "totp.hint": "6 digits. A new one comes every 30 seconds.",
  "totp.hint.four":
    "24 digits: four codes, one after another. A new one comes every 30 seconds.",
  "totp.four":
    "Many wrong codes were typed. So that nobody can guess, type four codes in a row this time: the one that the app shows now, and each of the next three as soon as it appears. It takes about two minutes.",
  "totp.apart":
    "These are not four codes in a row. Start again with the one that the app shows now",
  "totp.missing": "Enter the code that the app shows now",
  "totp.wrong.one":
    "That is not the code that the app shows now. Look at the entry Aikagi and type its newest code. You have {n} more try",
  "totp.wrong.other":
    "That is not the code that the app shows now. Look at the entry Aikagi and type its newest code. You have {n} more tries",
  "totp.skewed":
    "That code belongs to another moment, so the clock of your phone may be wrong. Let the phone set its time by itself, then type the code that it shows",
  "totp.none":
    "What you scanned or typed before is no longer valid. Delete the entry Aikagi in the app and scan the new picture below.",
  "totp.later": "You can set up the app after that.",

  "passkey.title": "Add a passkey",
  "passkey.intro":
    "A passkey proves who you are with your fingerprint, your face or the PIN of your device, or with a security key. It works on this site only, so nobody can trick you out of it.",
  "passkey.name": "What should it be called?",
  "passkey.name.hint":
    "For example the device that it is on. Up to 60 characters.",
  "passkey.name.first": "My passkey",
  "passkey.name.next": "My passkey {n}",
  "passkey.name.empty": "Enter a name for the passkey",
  "passkey.name.long": "Enter a shorter name, of up to 60 characters",
  "passkey.submit": "Create a passkey",
  "passkey.full":
    "You have 10 passkeys, as many as one account can have. Remove one to add another.",
  "passkey.list": "Passkeys that are set up",
  "passkey.rename": "Rename",
  "passkey.remove": "Remove",
  "passkey.others": "Other ways",
  "passkey.scripts":
    "A passkey needs a browser that runs the script of this page. If no button appears here, choose another way.",
  "passkey.unsupported":
    "This browser has no passkeys. Open this page on a newer phone or computer, or choose another way.",
  "passkey.busy": "Follow the steps that your browser shows.",
  "passkey.unreadable":
    "We could not read the answer of your browser. Press the button again.",
  "passkey.cancelled":
    "Nothing was sent: the request was closed, or not answered in time. Press the button to try again.",
  "passkey.held":
    "This device or security key already holds a passkey for your account. Use another one.",
  "passkey.address":
    "Your browser does not allow passkeys at this address. Ask your help desk for the right address, or choose another way.",
  "passkey.device":
    "This device cannot keep a passkey. Use another device, or choose another way.",
  "passkey.failed":
    "That did not work in your browser. Press the button to try again, or choose another way.",
  "passkey.late":
    "This page was open too long, or was sent before. Press the button again.",
  "passkey.known":
    "This passkey is set up already. Use another device or security key.",
  "passkey.origin":
    "This passkey was made for another site, so it was not accepted. Check the address of this page, then press the button again.",
  "passkey.refused":
    "The answer of your device did not fit what we asked, so it was not accepted. Press the button again.",
  "passkey.wrong":
    "This passkey is not one of yours here, or its answer did not fit. Try another passkey, or choose another way.",
  "passkey.copied":
    "This passkey answered as a copy of it would, so it was not accepted. Remove it and add a new one, or choose another way.",
  "passkey.blocked":
    "Too many answers did not fit. Your passkeys can be used again in {time}. Until then, choose another way.",
  "passkey.rename.title": "Rename your passkey",
  "passkey.rename.submit": "Save the name",
  "passkey.remove.title": "Remove this passkey?",
  "passkey.remove.what":
    "It will no longer prove who you are. It stays on your device until you delete it there.",
  "passkey.remove.last":
    "Without it you cannot get back into your account by yourself. Set up another way first.",

  "remove.title": "Remove your phone?",
  "remove.what":
    "{number} will no longer help you in. If you forget your password after that, you cannot choose a new one by yourself.",
  "remove.more":
    "{number} will no longer help you in. What else you have set up stays.",
  "remove.email.title": "Remove your email address?",
  "remove.totp.title": "Remove your authenticator app?",
  "remove.totp.what":
    "The codes of the app will no longer help you in. If you forget your password after that, you cannot choose a new one by yourself.",
  "remove.totp.more":
    "The codes of the app will no longer help you in. What else you have set up stays. Afterwards you can delete the entry Aikagi in the app.",
  "remove.recovery.title": "Remove your recovery codes?",
  "remove.recovery.what":
    "None of your codes will work any more. If you forget your password after that, you cannot choose a new one by yourself.",
  "remove.recovery.more":
    "None of your codes will work any more. What else you have set up stays.",
  "remove.questions.title": "Remove your security questions?",
  "remove.questions.what":
    "Your answers are deleted. What else you have set up stays.",
  "remove.submit": "Remove it",
  "remove.keep": "Keep it",

  "thanks.title": "Thank you",
  "thanks.phone": "Your phone {number} is set up.",
  "thanks.email": "Your email address {address} is set up.",
  "thanks.totp": "Your authenticator app is set up.",
  "thanks.passkey": "Your passkey {name} is set up.",
  "thanks.questions": "Your security questions are set up.",
  "thanks.recovery": "Your recovery codes are set up.",
  "thanks.used":
    "This code was used already, and it worked. There is nothing more to do.",
  "thanks.ready":
    "From now on you can choose a new password by yourself when you forget yours. Remember this address:",
  "thanks.reset": "Reset a forgotten password",
  "thanks.needed.one":
    "{n} more way is needed before you can choose a new password by yourself.",
  "thanks.needed.other":
    "{n} more ways are needed before you can choose a new password by yourself.",
  "advice.title": "Set up a second way as well",
  "advice.why":
    "With one way only, the day you lose it is the day you need the help desk.",
  "advice.recoveryCodes":
    "Recovery codes on paper still work when your phone is lost or broken.",
  "advice.passkey":
    "A passkey needs no code, and nobody can read along or trick you out of it.",
  "advice.totp":
    "An authenticator app works without a network, and nobody can read along.",
  "advice.phone":
    "A phone number still works when you have lost your device or your codes.",
  "advice.email":
    "A private email address still works when your phone is lost.",
  "advice.go": "Set up: {method}",

  "recovery.title": "Recovery codes",
  "recovery.intro":
    "With a recovery code you get in without your phone when you have forgotten your password. You get 10 codes, and each works once.",
  "recovery.keep":
    "Keep them on paper in a safe place, or in a password manager. They are shown one time only, on the next page.",
  "recovery.make": "Make my codes",
  "recovery.shown":
    "These codes were shown once and cannot be shown again. If you did not keep them, make new ones.",
  "recovery.left.one": "{n} of your codes is still unused.",
  "recovery.left.other": "{n} of your codes are still unused.",
  "recovery.replace.one":
    "{n} of your codes was used. A new one takes its place; your other codes stay as they are.",
  "recovery.replace.other":
    "{n} of your codes were used. New ones take their place; your other codes stay as they are.",
  "recovery.replace.submit": "Show what is new",
  "recovery.anew.title": "Make 10 new codes?",
  "recovery.anew":
    "All codes that you have now stop working at once. Do this when somebody else may have seen them, or when you cannot find them.",
  "recovery.anew.submit": "Make 10 new codes",
  "recovery.new.title": "Keep these codes now",
  "recovery.new.one.title": "Keep this code now",
  "recovery.new.once":
    "They are shown this one time. Write them down, print this page, or save them as a file. Whoever has one can use it, so show them to nobody.",
  "recovery.new.one.once":
    "It is shown this one time. Write it down beside your other codes, which still work.",
  "recovery.new.label": "Recovery codes",
  "recovery.new.save": "Save as a file",
  "recovery.new.done": "I have kept them",
  "recovery.file.title": "Recovery codes of {name} for {host}",
  "recovery.file.note":
    "Each code works once. Keep this where only you can read it.",
  "recovery.code": "Recovery code",
  "recovery.code.hint": "13 letters and digits. Hyphens do not matter",
  "recovery.missing": "Enter one of your recovery codes",
  "recovery.letters":
    "A recovery code has letters without U, and digits. Check what you typed",
  "recovery.short": "That is not the whole code. It has 13 letters and digits",
  "recovery.long":
    "That is more than one code. A code has 13 letters and digits",
  "recovery.wrong.one":
    "That is not one of your unused codes. You have {n} more try",
  "recovery.wrong.other":
    "That is not one of your unused codes. You have {n} more tries",
  "recovery.used":
    "That code was used a moment ago. Use another one of your codes",
  "recovery.blocked":
    "There were too many wrong recovery codes in a row. You can go on in {time}.",
  "recovery.none": "You have no recovery codes. Use another way.",

  "questions.title": "Security questions",
  "questions.title.change": "Change your security questions",
  "questions.intro":
    "When you forget your password, some of these questions are asked after another proof. They never let anybody in by themselves.",
  "questions.how":
    "Choose questions whose answers only you know, and that you will still know in years. Whoever knows you, or finds you online, must not be able to guess them. Capitals, accents, spaces and signs do not matter.",
  "questions.now":
    "You have answers on file. We cannot show them. What you save here takes their place.",
  "questions.question": "Question {n}",
  "questions.choose": "Choose a question",
  "questions.answer": "Answer {n}",
  "questions.hint": "At least 3 characters. It is not shown again",
  "questions.submit": "Save my answers",
  "questions.anew":
    "For your safety, the answers are not kept in the form. Type all of them again.",
  "questions.fault.choose": "Choose a question",
  "questions.fault.twice": "This question is chosen twice. Choose another one",
  "questions.fault.missing": "Enter your answer",
  "questions.fault.short":
    "The answer is too short to be safe. Write at least 3 letters or digits, a whole name for example",
  "questions.fault.long": "The answer is too long. 100 characters are enough",
  "questions.fault.question":
    "The answer repeats words of its question. Write something else",
  "questions.fault.name":
    "The answer is part of your user name. Write something that others do not know",
  "questions.fault.contact":
    "This is your own phone number or a part of your email address, which others know. Write something else",
  "questions.fault.password":
    "This is your password. Never write it anywhere but where you sign in. Write another answer",
  "questions.fault.common":
    "Many people give this answer, so it is guessed first. Write more of it, or choose another question",
  "questions.fault.repeats":
    "The answer is one character again and again. Write a real answer",
  "questions.fault.same":
    "This answer is given twice. Choose a question with another answer",
  "questions.wrong.one": "The answers are not all right. You have {n} more try",
  "questions.wrong.other":
    "The answers are not all right. You have {n} more tries",
  "questions.blocked.long":
    "There were too many wrong answers, so your questions are not asked any more. Once you are signed in, set them up again.",
  "question.alone":
    "Where did you travel to when you first travelled without your family?",
  "question.argument":
    "What was your first quarrel with your best friend about?",
  "question.bicycle": "Where did you learn to ride a bicycle?",
  "question.books": "Which book did you borrow and never give back?",
  "question.borrowed": "What did you lend to somebody and never get back?",
  "question.broken": "What did you break as a child and keep quiet about?",
  "question.bus": "Which bus or train line did you first use by yourself?",
  "question.coach": "Who led the first team or club that you belonged to?",
  "question.cooked":
    "What did you cook when you first cooked for somebody else?",
  "question.dentist": "Who was your dentist or doctor when you were a child?",
  "question.desk": "Who worked beside you on the first day of your first job?",
  "question.earned": "What did you buy with the first money that you earned?",
  "question.feared": "Which teacher were you most afraid of?",
  "question.hidden": "Where did you hide things as a child?",
  "question.interview": "Which employer was the first to turn you down?",
  "question.landlord": "Who was your first landlord?",
  "question.learned":
    "Which text or song was the first that you knew by heart?",
  "question.lost": "Where did you once get lost as a child?",
  "question.neighbour": "Who lived next door when you were ten years old?",
  "question.noise": "Which noise kept you awake as a child?",
  "question.pool": "Where did you learn to swim?",
  "question.present":
    "Which present did you wish for as a child and never get?",
  "question.prize": "What did you win your first prize for?",
  "question.repaired":
    "What was the first thing that you repaired by yourself?",
  "question.role": "Which part did you have in your first school play?",
  "question.scar": "How did you get your oldest scar?",
  "question.seat": "Who sat beside you in your first year at school?",
  "question.slept":
    "Where did you once fall asleep though you should not have?",
  "question.sweets": "Which shop did you buy sweets in as a child?",
  "question.tent": "Where did you first spend a night in a tent?",
  "question.toy": "What did you call the toy that you took to bed?",
  "question.tree": "Where did you climb a tree or a wall as a child?",
  "question.trouble": "What did you do when you were first told off at school?",

  "reset.title": "Reset a forgotten password",
  "reset.intro":
    "Enter your user name or the email address of your account. Then prove that it is you.",
  "reset.who": "User name or email address",
  "reset.who.missing": "Enter your user name or email address",
  "reset.who.invalid": "Check this: no user name or email address is like that",
  "reset.go": "Continue",
  "reset.over":
    "That way in is over, or it was begun in another browser. If you have chosen a new password already, sign in with it. Otherwise begin again here.",
  "reset.going": "You have begun already.",
  "reset.going.go": "Go on where you were",
  "reset.limit":
    "That was tried too often. Nothing was changed. You can try again in {time}.",
  "reset.help": "Contact your administrator",
  "reset.support": "Support code: {code}",
  "reset.again": "Begin again",
  "reset.why.title": "What happened?",
  "reset.why.password": "I forgot my password",
  "reset.why.unlock": "I know my password, but cannot get in",
  "reset.why.missing": "Press one of the two buttons",
  "reset.prove.password":
    "Before you choose a new password, prove that it is you.",
  "reset.prove.unlock":
    "Before your account is unlocked, prove that it is you.",
  "reset.prove.more": "That is one proof. One more is needed.",
  "reset.prove.none":
    "For now, no way is left here to prove that it is you. Your administrator can help you.",
  "reset.to.phone": "the phone number that ends in {end}",
  "reset.to.email": "the address that begins with “{start}”",
  "reset.send.phone":
    "First enter the whole phone number. It is compared with the one that you registered, and no other gets the code.",
  "reset.send.email": "By email",
  "reset.number.hint": "With the area code, written in any way you like.",
  "reset.number.short": "Type the whole number: this has too few digits",
  "reset.number.signs":
    "A phone number has digits only. Take out the other signs",
  "reset.number.mismatch.one":
    "That is not the phone number that you registered. You have {n} more try",
  "reset.number.mismatch.other":
    "That is not the phone number that you registered. You have {n} more tries",
  "reset.number.last":
    "That is not the phone number that you registered. It was the last try for now",
  "reset.number.over":
    "Too many numbers were wrong, so nothing was sent. You can try again in {time}.",
  "reset.code.late":
    "We could not send the code to {to} yet. We keep trying. You can also choose another way below.",
  "reset.code.failed":
    "The code could not be sent to {to}. Send it again, or choose another way below.",
  "reset.code.nothing":
    "Has no code come to {to}? Send it again, or choose another way below.",
  "reset.code.late.alone":
    "We could not send the code to {to} yet. We keep trying. If none comes, contact your administrator.",
  "reset.code.failed.alone":
    "The code could not be sent to {to}. Send it again, or contact your administrator.",
  "reset.code.nothing.alone":
    "Has no code come to {to}? Send it again, or contact your administrator.",
  "reset.elsewhere": "Send a code somewhere else",
  "reset.questions": "Answer your security questions",
  "reset.questions.intro":
    "One more step: answer as you did when you set up these questions. Upper and lower case make no difference.",
  "reset.questions.changed":
    "The questions are others now. Answer those below.",
  "reset.password.title": "Choose a new password",
  "reset.password.intro":
    "You have proved that it is you. Now choose a new password.",
  "reset.password.go": "Set my new password",
  "reset.unlock.title": "Unlock your account",
  "reset.unlock.intro":
    "You have proved that it is you. Your password stays as it is.",
  "reset.unlock.go": "Unlock my account",
  "reset.unreachable":
    "Nothing was changed, because the place where passwords are kept cannot be reached. What you have proved still counts. Try again in a minute.",
  "reset.unknown":
    "We do not know whether that worked. Try to sign in. If you cannot, try again here: what you have proved still counts.",
  "reset.forbidden":
    "Nothing was changed: this service may not do that for your account. Your administrator can.",
  "reset.done.title": "Your password is changed",
  "reset.done":
    "Sign in with your new password. Every device is signed out of this service, and every phone and address that you registered has been told.",
  "reset.unlocked.title": "Your account is unlocked",
  "reset.unlocked":
    "Sign in with the password that you know. Every device is signed out of this service, and every phone and address that you registered has been told.",
  "reset.devices":
    "If a phone or computer still uses an old password, change it there too. Otherwise it can lock your account again.",
  "reset.signIn": "Sign in and look at your ways back in",
  "change.title": "Change your password",
  "change.intro": "Type the password that you have now, then choose a new one.",
  "change.due.mustChange":
    "Your password was set by somebody else. Choose one of your own, then you can go on.",
  "change.due.expired":
    "Your password has expired. Choose a new one, then you can go on.",
  "change.old": "Current password",
  "change.old.missing": "Enter the password that you have now",
  "change.submit": "Change the password",
  "change.refused":
    "We could not change the password. Check the user name and the password that you have now. If both are right, wait a few minutes and try again, or ask your help desk.",
  "change.forgotten": "I do not know my password",
  "change.done.title": "Your password is changed",
  "change.done":
    "From now on, use the new one everywhere. Other devices are signed out here, and every phone and address that you set up has been told.",
  "change.done.go": "Go on to your list",
  "newPassword.label": "New password",
  "newPassword.missing": "Enter a new password",
  "newPassword.show": "Show the password",
  "newPassword.hint":
    "Three random words with spaces between them are easy to remember and hard to guess.",
  "newPassword.rule.length": "At least {n} characters. Spaces count too.",
  "newPassword.rule.common": "Not your name, and nothing that many people use.",
  "newPassword.rule.present": "Not the password that you have now.",
  "newPassword.rule.history": "None of your last {n} passwords.",
  "newPassword.rule.classes":
    "With {n} of these: small letters, capital letters, digits, signs, other letters.",
  "newPassword.rule.noName": "Without your user name or your own name in it.",
  "newPassword.short":
    "The new password needs at least {n} characters. Add a word.",
  "newPassword.long":
    "The new password has more than 1024 characters. Choose a shorter one.",
  "newPassword.common":
    "Many people use this password, so it is tried first. Choose three random words.",
  "newPassword.name":
    "The new password is made of your name. Choose three random words.",
  "newPassword.control":
    "The new password has a character that no keyboard types. Type it by hand.",
  "newPassword.weak":
    "A computer guesses this password quickly. Add one or two random words.",
  "newPassword.breached":
    "This password was stolen somewhere and is known to attackers. Choose another one, and change it wherever else you use it.",
  "newPassword.policy":
    "Your organisation does not allow this password. Try a longer one with capital letters, digits and signs.",
  "newPassword.policy.rule":
    "Your organisation does not allow this password. Its rule: {rule}",
  "newPassword.history":
    "You have used this password before. Choose one that is new.",
  "newPassword.young":
    "Your password was changed a short while ago. You can change it again in {time}.",
  "newPassword.young.later":
    "Your password was changed a short while ago. Try again tomorrow, or ask your help desk.",
  "newPassword.unreachable":
    "We cannot reach your organisation’s accounts now. Your password is not changed. Wait a few minutes, then try again.",
  "newPassword.unknown":
    "We cannot tell whether the new password is in force. Try to sign in with it. If that fails, use the one before and try again here.",
  "newPassword.forbidden":
    "We may not change this password, and it is as it was. Ask your help desk to change it.",

  "prove.title": "Prove that it is you",
  "prove.frozen":
    "Recovery of your account is frozen. To open it again, prove who you are with something that was set up before the change that was stopped. A password alone is not enough.",
  "prove.none":
    "There is nothing here with which you could prove who you are now. Your help desk can help you.",
  "prove.lost":
    "Have you lost all of this? Your help desk can take it off your account. Then you can set it up again.",
  "prove.passkey": "Use your passkey",
  "prove.totp": "Use your authenticator app",
  "prove.totp.used":
    "That code was used already. Wait for the next one that the app shows",
  "prove.recovery": "Use a recovery code",
  "prove.send": "Get a code",
  "prove.where": "Where should the code go?",
  "prove.where.missing":
    "Press the button of the place where the code should go",
  "prove.to.sms": "Text {to}",
  "prove.to.voice": "Call {to}",
  "prove.to.email": "Email {to}",

  "lift.title": "Open recovery again?",
  "lift.why":
    "Recovery was frozen {time} ago, because somebody said that a change was not theirs. Until it is open again, nothing here can be changed, and the password cannot be reset.",
  "lift.doubted":
    "What was set up since that change may be a stranger’s, so it is taken off now. Set up again what is yours:",
  "lift.submit": "Open it again",
  "lift.keep": "Leave it frozen",
  "lift.done.title": "Recovery is open",
  "lift.done":
    "You can change what is set up, and choose a new password by yourself when you forget yours. Check your list: everything on it should be yours.",
  "lift.password":
    "If somebody else may know your password, change it now where you usually do, or ask your help desk.",

  "challenge.title": "One moment more",
  "challenge.why":
    "There have been many requests like this one, so we make sure that no machine is trying names. There is nothing to read or to solve.",
  "challenge.wait": "Wait {time}, then press Continue.",
  "challenge.busy":
    "Your device is doing a small sum. It takes a few seconds. You can press Continue now.",
  "challenge.still":
    "Still working. Once you have pressed Continue, the next page comes by itself.",
  "challenge.ready": "Ready. Press Continue.",
  "challenge.submit": "Continue",
  "challenge.early": "That was too soon.",
  "challenge.late": "That took too long, so it begins anew.",
  "challenge.again": "That did not count, so it begins anew.",
  "challenge.limit":
    "Too many people near you went on by waiting. Try that again in {time}.",
  "challenge.trap": "Leave this field empty",

  "outcome.generic.title": "You cannot get back in here by yourself",
  "outcome.generic": "This way does not lead on for the name that you gave.",
  "outcome.off.title": "Nobody can reset a password here yet",
  "outcome.off": "Your organisation has not set this service up.",
  "outcome.tooFew.title": "One more way back in is needed",
  "outcome.tooFew":
    "Your organisation asks for two proofs, and fewer are set up for your account.",
  "outcome.tries.title": "That was tried too often",
  "outcome.tries":
    "So many codes or answers were wrong that this way is closed.",
  "outcome.questions.title": "Your questions are not asked any more",
  "outcome.questions":
    "Too many answers were wrong, and nothing else on file takes the place of the questions. Once you are signed in again, set them up anew.",
  "outcome.link.title": "This link leads nowhere now",
  "outcome.link":
    "It was used already, is too old, or belongs to a reset that is over.",
  "outcome.asked.title": "Your administrators have been asked",
  "outcome.asked":
    "If there is an account of that name, those who look after it get a mail about it. They make sure that it is you before they do anything, so they may call you.",
  "outcome.next.help": "Contact your administrator, and say the code below.",
  "outcome.next.other": "Choose another way, or contact your administrator.",
  "outcome.next.begin":
    "Begin again. If that does not help, contact your administrator.",
  "outcome.next.nothing":
    "There is nothing more to do here. Nobody will ask you for a password or for a code that was sent to you.",
  "outcome.code": "Code of this page: {code}",
  "help.page":
    "Your organisation helps people who cannot get in on a page of its own. Have the support code at hand.",
  "help.page.go": "Go to {host}",
  "help.mail":
    "Write to those who look after accounts, from any address. The support code tells them where to look. Write no password and no code that you got.",
  "help.mail.go": "Write to {address}",
  "help.mail.subject": "I cannot get in and need a new password",
  "help.mail.subject.code":
    "I cannot get in and need a new password (support code {code})",
  "help.ask":
    "Press the button, and your administrators get a mail that you cannot get in. They make sure that it is you before they do anything.",
  "help.never":
    "Nobody will ask you for a password or for a code that was sent to you.",
  "help.submit": "Ask the administrators",
  "help.nobody":
    "Nobody can be asked from here. Call your help desk or go there, and say the support code if there is one below.",
  "help.limit":
    "The administrators were asked so often that no more mail goes out. Try again in {time}, or call your help desk.",
  "link.title": "Was it you who asked for this link?",
  "link.here":
    "Press the button to prove that this mail reached you. Your reset goes on here.",
  "link.compare":
    "Press the button only if you have begun to reset your password in another window. It then goes on here. That window shows the same support code:",
  "link.not":
    "If you did not begin that, close this page. Without the button, nothing happens.",
  "link.go": "It was me",

  "stop.title": "This was not me",
  "stop.intro":
    "You got a message about a change to your account, and you did not make that change? Enter the code of the message.",
  "stop.what":
    "At once, everybody is signed out here and recovery of the account is frozen: nobody can reset its password here, and nobody can change what is set up. Your password stays as it is.",
  "stop.lift":
    "You can open recovery again with something that was set up before the change, or your help desk can.",
  "stop.label": "Code of the message",
  "stop.hint": "8 letters and digits, such as 7K3M 9QXA",
  "stop.submit": "Freeze recovery now",
  "stop.missing": "Enter the code of the message",
  "stop.shape":
    "That is not the code of such a message. It has 8 letters and digits. Check what you typed",
  "stop.unknown":
    "This code freezes nothing now. Check it against the message. If it was used before, recovery is frozen already. Codes work for 30 days. After that, tell your help desk",
  "stop.limit":
    "Too many codes were tried. Nothing was changed. You can try again in {time}, or tell your help desk now.",
  "stop.done.title": "Recovery is frozen",
  "stop.done":
    "Everybody is signed out here. Nobody can reset the password here or change what is set up. Every phone and address of the account is told.",
  "stop.done.lift": "Sign in and open recovery again",

  "error.request.title": "That did not work",
  "error.request":
    "Your browser sent something that we do not understand. Nothing was changed. Go back and try again.",
  "error.forbidden.title": "This page was open too long",
  "error.forbidden":
    "For your safety we took nothing from it, and nothing was changed. Open the page again and start over.",
  "error.large.title": "That was too long",
  "error.large":
    "Nothing was changed. Go back, make what you typed shorter, and send it again.",
  "error.other.title": "This page belongs to another reset",
  "error.other":
    "After this page was opened, another reset was begun in this browser. Nothing was sent or changed from here. Go on with the newer one, or begin again.",
  "error.other.go": "Go on with the newer one",
  "error.missing.title": "There is no such page",
  "error.missing": "Check the address, or begin at the start page.",
  "error.limit.title": "That was too often",
  "error.limit": "Nothing was changed. Wait a few minutes and try again.",
  "error.fault.title": "Something went wrong here",
  "error.fault":
    "The fault is ours, and we have noted it. Try again in a minute. If a code does not work then, use a new one.",
  "error.down.title": "Not available right now",
  "error.down":
    "We cannot reach what we need for this page. Try again in a few minutes. If a code does not work then, use a new one.",

  "outbox.title": "What would have been sent",
  "outbox.intro":
    "Nothing leaves a development server. Newest first; the times are UTC.",
  "outbox.empty": "Nothing yet.",

  "text.code":
    "{code} is your Aikagi code. It is valid for {minutes} min. Never tell it to anyone.",
  "text.code.brief": "{code} is your Aikagi code.",
  "text.contact": "Help: {contact}",
  "text.changed":
    "Aikagi: the ways back into your account were changed. If that was not you, go to {host}/stop and enter {stop}",
  "text.changed.brief": "Aikagi: change. Not you? {host}/stop {stop}",
  "text.removed":
    "Aikagi: a way back into your account was removed. If that was not you, go to {host}/stop and enter {stop}",
  "text.removed.brief": "Aikagi: removal. Not you? {host}/stop {stop}",
  "text.codeUsed":
    "Aikagi: one of your recovery codes was used. If that was not you, go to {host}/stop and enter {stop}",
  "text.codeUsed.brief": "Aikagi: code used. Not you? {host}/stop {stop}",
  "text.frozen":
    "Aikagi: recovery of your account is frozen. To open it again, sign in at {host}/register or ask your help desk.",
  "text.frozen.brief": "Aikagi: frozen. Open it: {host}/register",
  "text.lifted":
    "Aikagi: recovery of your account is open again. If that was not you, go to {host}/stop and enter {stop}",
  "text.lifted.brief": "Aikagi: opened. Not you? {host}/stop {stop}",
  "text.password":
    "Aikagi: your password was changed. If that was not you, go to {host}/stop and enter {stop}",
  "text.password.brief": "Aikagi: new password. Not you? {host}/stop {stop}",
  "text.reset":
    "Aikagi: your password was reset. If that was not you, go to {host}/stop and enter {stop}",
  "text.reset.brief": "Aikagi: reset. Not you? {host}/stop {stop}",
  "text.unlocked":
    "Aikagi: your account was unlocked. If that was not you, go to {host}/stop and enter {stop}",
  "text.unlocked.brief": "Aikagi: unlocked. Not you? {host}/stop {stop}",
  "mail.code.subject": "Your Aikagi code",
  "mail.code.intro":
    "Somebody entered this address on {host} to set it up for an account. If it was you, enter this code there:",
  "mail.code.valid":
    "It is valid for {minutes} min. Never tell it to anyone, not even to your help desk.",
  "mail.code.not":
    "If it was not you, do nothing. Without the code, this address is not used.",
  "mail.code.prove":
    "Somebody who is signed in on {host} has to prove that it is you. If it was you, enter this code there:",
  "mail.code.prove.not":
    "If it was not you, somebody else may know your password. Change it, or tell your help desk at once.",
  "mail.help.subject": "Somebody cannot get in and asks for a password reset",
  "mail.help":
    "The person of the account {name} cannot get back in at {host} and asks you to reset the password.",
  "mail.help.code":
    "The log of this request has the support code {code}. Ask the person for it.",
  "mail.help.check":
    "Anybody may have sent this, so make sure first who it is: call the person on a number that you know from elsewhere, or meet them. An answer to this mail, or a number that somebody gives you now, proves nothing. Send no password by mail.",
  "mail.code.reset":
    "Somebody on {host} wants back into your account. If it was you, enter this code there:",
  "mail.code.link":
    "Or open this page in the browser where you began, and press its button:",
  "mail.code.reset.not":
    "If it was not you, do nothing. Without the code or the link, nothing is changed.",
  "mail.changed.subject": "A change to your Aikagi account",
  "mail.changed":
    "What helps you back into your account at {host} was changed. If it was you, there is nothing to do.",
  "mail.removed.subject": "Something was removed from your Aikagi account",
  "mail.removed":
    "One of the ways that help you back into your account at {host} was removed. If it was you, there is nothing to do.",
  "mail.codeUsed.subject": "One of your recovery codes was used",
  "mail.codeUsed":
    "One of the recovery codes of your account was used at {host}. It cannot be used again. If it was you, there is nothing to do.",
  "mail.frozen.subject": "Recovery of your Aikagi account is frozen",
  "mail.frozen":
    "Somebody said that a change to your account at {host} was not yours, so nothing can be recovered or changed now. To open it again, sign in at {host}/register or ask your help desk.",
  "mail.lifted.subject": "Recovery of your Aikagi account is open again",
  "mail.lifted":
    "Recovery of your account at {host} was frozen and is open again. If it was you, there is nothing to do.",
  "mail.password.subject": "Your password was changed",
  "mail.password":
    "The password of your account was changed at {host}. If it was you, there is nothing to do.",
  "mail.reset.subject": "Your password was reset",
  "mail.reset":
    "The password of your account was reset at {host}. If it was you, there is nothing to do.",
  "mail.unlocked.subject": "Your account was unlocked",
  "mail.unlocked":
    "Your account was unlocked at {host}, and its password is the same as before. If it was you, there is nothing to do.",
  "mail.contact": "Whom you can turn to for help: {contact}",
  "mail.stop":
    "If that was not you, type {host}/stop into your browser and enter this code there:",
  "voice.intro":
    "Hello. This is Aikagi at {host}. Somebody asked for a code for this telephone. If it was not you, hang up. To hear the code, press any key.",
  "voice.extension":
    "Hello. This call is for extension {digits}. Connect it there.",
  "voice.extension.again": "Once more, extension {digits}.",
  "voice.code": "Your code is: {digits}.",
  "voice.again": "Once more, your code is: {digits}.",
  "voice.valid.one": "It is valid for {n} minute.",
  "voice.valid.other": "It is valid for {n} minutes.",
  "voice.end": "Never tell it to anyone. Goodbye.",
  "voice.changed":
    "Hello. This is Aikagi. The ways back into your account were changed.",
  "voice.removed":
    "Hello. This is Aikagi. A way back into your account was removed.",
  "voice.codeUsed":
    "Hello. This is Aikagi. One of your recovery codes was used.",
  "voice.frozen":
    "Hello. This is Aikagi. Recovery of your account is frozen. To open it again, sign in at {host}, slash, register, or ask your help desk. Goodbye.",
  "voice.lifted":
    "Hello. This is Aikagi. Recovery of your account is open again.",
  "voice.password":
    "Hello. This is Aikagi. The password of your account was changed.",
  "voice.reset": "Hello. This is Aikagi. Your password was reset.",
  "voice.unlocked": "Hello. This is Aikagi. Your account was unlocked.",
  "voice.stop":
    "If that was not you, open the page {host}, slash, stop, and enter this code: {letters}.",
  "voice.stop.again":
    "Once more, the page is {host}, slash, stop, and the code is: {letters}.",
  "voice.stop.end": "If it was you, there is nothing to do. Goodbye.",
  "voice.letter": "{letter} as in {word}",
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

/** The keys that end with a plural form, without it. */
export type Formed<Form extends Intl.LDMLPluralRule> = keyof typeof en extends
  infer K ? K extends `${infer Base}.${Form}` ? Base : never
  : never;

/** A message that has plural forms: its key without `.one` or `.other`. */
export type PluralKey = Extract<Formed<"other">, Formed<"one">>;

/**
 * Every message, in one language: a missing or unknown key does not compile.
 * `Forms` are the plural forms that the language has besides those of English.
 */
export type Locale<Forms extends Intl.LDMLPluralRule = never> = Readonly<
  Record<keyof typeof en | `${PluralKey}.${Forms}`, string>
>;
