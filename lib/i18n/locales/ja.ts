/**
 * Japanese.
 *
 * @module
 */
import type { Locale } from "@/lib/i18n/locales/en.ts";

/** Messages in Japanese. */
export const ja: Locale = {
  "app.title": "{title} – Aikagi",
  "app.error": "エラー: {title}",
  "app.help": "お困りのときは、所属組織のヘルプデスクにご相談ください。",
  "app.signOut": "サインアウト",
  "app.signedIn": "{name} としてサインイン中",
  "app.languages": "言語",
  "app.start": "最初のページへ",
  "app.list": "一覧に戻る",

  "form.problem": "入力内容を確認してください",
  "form.invalid": "この項目を確認してください",

  "home.title": "アカウントの合鍵",
  "home.intro":
    "サインインできるうちに準備しておけば、パスワードを忘れても数分で元どおりです。",
  "home.register": "予備の鍵を登録する",
  "home.register.why": "サインインできる方はこちら。2分ほどで終わります。",
  "home.reset": "パスワードを忘れた",
  "home.reset.why": "サインインできなくなった方はこちら。",
  "home.change": "パスワードを変更する",
  "home.change.why": "今のパスワードが分かる方はこちら。",

  "signIn.title": "サインインして予備の鍵を登録",
  "signIn.intro":
    "所属組織のアカウントのユーザー名とパスワードを入力してください。",
  "signIn.userName": "ユーザー名",
  "signIn.userName.missing": "ユーザー名を入力してください",
  "signIn.password": "パスワード",
  "signIn.password.missing": "パスワードを入力してください",
  "signIn.submit": "サインイン",
  "signIn.refused":
    "サインインできませんでした。ユーザー名とパスワードを確認してください。どちらも正しい場合は、数分待ってからもう一度お試しいただくか、ヘルプデスクにご相談ください。",

  "list.title": "アカウントへのアクセス権を失わないために",
  "list.intro":
    "パスワードを忘れたときは、ここで登録した方法で本人確認をして、新しいパスワードを設定できます。",
  "list.needed.one": "本人確認の方法が{n}つ必要です。",
  "list.needed.other": "本人確認の方法が{n}つ必要です。",
  "list.done": "{n}つのうち{done}つを登録済みです。準備ができています。",
  "list.missing": "{n}つのうち{done}つを登録済みです。まだ登録が必要です。",
  "list.phone": "電話",
  "list.phone.unset": "まだ登録されていません",
  "list.phone.set": "{number} を登録済み",
  "list.phone.add": "今すぐ登録する",
  "list.phone.change": "変更する",
  "list.phone.remove": "削除する",
  "list.none": "ここで登録できる方法は、まだ用意されていません。",
  "list.closed.title": "このアカウントではまだ利用できません",
  "list.closed":
    "このアカウントでは、ご自身でのパスワード再設定がまだ有効になっていません。有効になるまでは、ヘルプデスクがパスワードを再設定します。",

  "password.title": "パスワードをもう一度入力してください",
  "password.why":
    "ご本人以外の人が電話番号を変更・削除できないように、その前にパスワードを確認します。",
  "password.label": "{name} のパスワード",
  "password.submit": "次へ",
  "password.refused":
    "このアカウントのパスワードではありません。確認して、もう一度入力してください。何度も続いたときは、数分お待ちください。",

  "phone.title": "電話番号の登録",
  "phone.title.change": "電話番号の変更",
  "phone.intro":
    "この番号に確認コードを送ります。パスワードを忘れたときにも使います。",
  "phone.now":
    "現在の登録は {number} です。新しい番号の確認が済むまで変わりません。変更したことは元の番号にもお知らせします。",
  "phone.country": "国または地域",
  "phone.country.choose": "国または地域を選択してください",
  "phone.country.unknown": "電話番号の国または地域を一覧から選択してください",
  "phone.country.find": "国または地域を探す",
  "phone.country.chosen": "選択: {country}",
  "phone.country.notFound": "一覧にありません",
  "phone.number": "電話番号",
  "phone.number.hint":
    "市外局番から、自由な書き方で入力してください。+ で始まる番号は、どの国のものでも使えます。",
  "phone.sms": "テキストメッセージ（SMS）で受け取る",
  "phone.voice": "電話で受け取る",
  "phone.notice":
    "テキストメッセージや電話は、番号の乗っ取りなどで他人に知られることがあります。より安全な方法もあります。ヘルプデスクにお尋ねください。",
  "phone.empty": "電話番号を入力してください",
  "phone.letters": "電話番号は数字だけです。文字を取り除いてください",
  "phone.short": "電話番号の桁数が足りません。確認してください",
  "phone.long": "電話番号の桁数が多すぎます。確認してください",
  "phone.wrong":
    "その国で使われていない電話番号です。番号と国を確認してください",
  "phone.channel.missing": "「{sms}」か「{voice}」を押してください",
  "phone.landline":
    "固定電話の番号です。固定電話ではテキストメッセージを受け取れません。「{voice}」を押してください",
  "phone.landline.only":
    "固定電話の番号です。固定電話ではテキストメッセージを受け取れません。携帯電話の番号を入力してください",
  "phone.premium":
    "有料情報サービスの番号です。ご自身の電話番号を入力してください",
  "phone.sharedCost":
    "通話料が余分にかかる番号です。ご自身の電話番号を入力してください",
  "phone.tollFree":
    "フリーダイヤルの番号です。ご自身の電話番号を入力してください",
  "phone.pager": "ポケットベルの番号です。電話の番号を入力してください",
  "phone.voicemail":
    "留守番電話サービスの番号です。電話の番号を入力してください",
  "phone.personal":
    "ほかの電話に転送される番号のため、どなたが出るか分かりません。電話機そのものの番号を入力してください",
  "phone.uan": "企業の代表番号です。ご自身の電話番号を入力してください",
  "phone.global":
    "衛星電話や国際サービスの番号は使えません。国の電話番号を入力してください",
  "phone.country.sms":
    "その国または地域へのテキストメッセージは利用できません。別の番号を入力するか、ヘルプデスクにご相談ください",
  "phone.country.voice":
    "その国または地域への電話は利用できません。別の番号を入力するか、ヘルプデスクにご相談ください",
  "phone.limit":
    "今は確認コードをこれ以上送れません。{time}後にもう一度お試しください。",

  "code.title": "確認コードの入力",
  "code.queued.sms":
    "{number} に6桁の確認コードをテキストメッセージ（SMS）で送っています。",
  "code.queued.voice":
    "{number} に電話をかけています。電話に出て、いずれかのキーを押すと、6桁の確認コードが聞こえます。",
  "code.sent.sms":
    "{number} に6桁の確認コードをテキストメッセージ（SMS）で送りました。",
  "code.sent.voice":
    "{number} に電話をかけました。電話に出て、いずれかのキーを押すと、6桁の確認コードが聞こえます。",
  "code.late.sms":
    "{number}にまだ送信できていません。送信を続けています。下から別の方法を選ぶこともできます。",
  "code.late.voice":
    "{number}にまだ電話をかけられていません。発信を続けています。下から別の方法を選ぶこともできます。",
  "code.failed.sms":
    "{number} にテキストメッセージを送れませんでした。もう一度送るか、電話で受け取るか、別の番号をお使いください。",
  "code.failed.voice":
    "{number} への電話がつながりませんでした。もう一度電話を受けるか、テキストメッセージで受け取るか、別の番号をお使いください。",
  "code.unknown.sms":
    "{number} にテキストメッセージが届いたか分かりません。1分ほど待っても届かないときは、もう一度送ってください。",
  "code.unknown.voice":
    "{number} に電話がつながったか分かりません。1分ほど待っても電話が鳴らないときは、もう一度電話を受けてください。",
  "code.check": "送信できたかもう一度確かめる",
  "code.overruled":
    "入力された番号は{country}のものでしたので、その国の番号として扱いました。",
  "code.valid": "確認コードの有効期間はあと{time}です。",
  "code.label": "確認コード",
  "code.hint": "数字6桁",
  "code.submit": "確認",
  "code.again.title": "確認コードが届かないとき",
  "code.again.at": "{time}後にもう一度受け取れます。",
  "code.again.now": "もう一度受け取れます。",
  "code.again.sms": "もう一度送る",
  "code.again.voice": "もう一度電話を受ける",
  "code.instead.sms": "代わりにテキストメッセージ（SMS）で受け取る",
  "code.instead.voice": "代わりに電話で受け取る",
  "code.another": "別の番号を使う",
  "code.missing": "お送りした確認コードを入力してください",
  "code.short": "確認コードの桁数が足りません。確認コードは6桁です",
  "code.long": "確認コードの桁数が多すぎます。確認コードは6桁です",
  "code.wrong.one": "確認コードが違います。あと{n}回入力できます",
  "code.wrong.other": "確認コードが違います。あと{n}回入力できます",
  "code.late":
    "確認コードの有効期間が過ぎました。下のボタンで新しいコードを受け取ってください。",
  "code.tries":
    "確認コードの間違いが多かったため、このコードは使えなくなりました。下のボタンで新しいコードを受け取ってください。",
  "code.blocked":
    "確認コードの間違いが続いたため、一時的に止めています。{time}後に再開できます。",
  "code.blocked.long":
    "確認コードの間違いが続いたため、今は電話を登録できません。ヘルプデスクにご相談ください。",
  "code.elsewhere":
    "別の画面または別の端末に送られた確認コードです。そちらで入力するか、下のボタンでこの画面用のコードを受け取ってください。",
  "code.purpose":
    "別の目的で送られた確認コードです。下のボタンでこのページ用のコードを受け取ってください。",
  "code.early":
    "確認コードをもう一度受け取るには早すぎます。{time}後に受け取れます。",
  "code.none":
    "入力を待っている確認コードはありません。電話番号の入力から始めてください。",
  "code.none.start": "電話番号を入力する",

  "remove.title": "電話番号を削除しますか",
  "remove.what":
    "{number} は本人確認に使えなくなります。そのあとでパスワードを忘れると、ご自身では新しいパスワードを設定できません。",
  "remove.submit": "削除する",
  "remove.keep": "削除しない",

  "thanks.title": "登録ありがとうございました",
  "thanks.phone": "電話番号 {number} を登録しました。",
  "thanks.used":
    "この確認コードは使用済みで、登録は完了しています。ほかに必要な操作はありません。",
  "thanks.ready":
    "これからはパスワードを忘れても、ご自身で新しいパスワードを設定できます。次のページを覚えておいてください。",
  "thanks.reset": "忘れたパスワードを再設定する",
  "thanks.missing":
    "ご自身でパスワードを再設定できるようになるには、あと1つ登録が必要です。",
  "thanks.more":
    "電話をなくしたときのために、2つ目の方法も登録しておきましょう。",

  "reset.title": "忘れたパスワードの再設定",
  "reset.soon":
    "このページではまだパスワードを再設定できません。今後、登録した方法で本人確認をして、新しいパスワードを設定できるようになります。それまではヘルプデスクが再設定します。",
  "change.title": "パスワードの変更",
  "change.soon":
    "このページではまだパスワードを変更できません。それまでは、いつもの方法で変更するか、ヘルプデスクにご相談ください。",

  "error.request.title": "処理できませんでした",
  "error.request":
    "ブラウザーから送られた内容を読み取れませんでした。何も変更していません。前のページに戻って、もう一度お試しください。",
  "error.forbidden.title": "ページを開いてから時間がたちすぎました",
  "error.forbidden":
    "安全のため、送られた内容は受け付けていません。何も変更していません。ページを開き直して、もう一度お試しください。",
  "error.missing.title": "ページが見つかりません",
  "error.missing": "アドレスを確認するか、最初のページからお進みください。",
  "error.limit.title": "回数が多すぎます",
  "error.limit":
    "何も変更していません。数分待ってから、もう一度お試しください。",
  "error.fault.title": "こちらで問題が起きました",
  "error.fault":
    "こちら側の問題で、記録しました。途中までの変更は残っていません。1分ほど待ってから、もう一度お試しください。",
  "error.down.title": "今は利用できません",
  "error.down":
    "このページに必要なものに接続できません。何も変更していません。数分待ってから、もう一度お試しください。",

  "outbox.title": "送信されるはずだったもの",
  "outbox.intro":
    "開発用サーバーからは何も送信されません。新しい順で、時刻はUTCです。",
  "outbox.empty": "まだありません。",

  "text.code": "Aikagiコード{code}。{minutes}分有効。教えないでください",
  "text.code.brief": "Aikagiコード{code}",
  "text.changed":
    "Aikagi: 登録電話番号が変更されました。心当たりがなければ至急ヘルプデスクへ",
  "text.removed":
    "Aikagi: この電話番号の登録が削除されました。心当たりがなければ至急ヘルプデスクへ",
  "voice.intro":
    "こちらは{host}のAikagiです。この電話番号の確認コードが請求されました。心当たりがない場合は、電話をお切りください。確認コードを聞くには、いずれかのキーを押してください。",
  "voice.code": "確認コードは、{digits}、です。",
  "voice.again": "繰り返します。確認コードは、{digits}、です。",
  "voice.valid.one": "有効期間は{n}分です。",
  "voice.valid.other": "有効期間は{n}分です。",
  "voice.end": "確認コードは誰にも教えないでください。失礼いたします。",
  "voice.changed":
    "こちらはAikagiです。アカウントに登録された電話番号が変更されました。心当たりがない場合は、すぐにヘルプデスクへご連絡ください。",
  "voice.removed":
    "こちらはAikagiです。この電話番号の登録がアカウントから削除されました。心当たりがない場合は、すぐにヘルプデスクへご連絡ください。",
  "voice.digit.0": "ゼロ",
  "voice.digit.1": "いち",
  "voice.digit.2": "に",
  "voice.digit.3": "さん",
  "voice.digit.4": "よん",
  "voice.digit.5": "ご",
  "voice.digit.6": "ろく",
  "voice.digit.7": "なな",
  "voice.digit.8": "はち",
  "voice.digit.9": "きゅう",
};
