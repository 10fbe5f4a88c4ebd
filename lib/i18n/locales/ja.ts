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
  "list.more.one": "あと{n}つ必要です。",
  "list.more.other": "あと{n}つ必要です。",
  "list.ready": "準備ができています。",
  "list.confirmed": "{date}に確認済み",
  "list.strong": "安全性が高い",
  "list.office": "会社の電話",
  "list.office.set":
    "{number}（組織が登録した番号で、通話のみ利用できます。誤りがある場合は、ヘルプデスクが変更できます）",
  "list.office.extension": "{number} 内線 {extension}",
  "list.office.unset":
    "組織に登録された番号がありません。追加はヘルプデスクにご依頼ください",
  "list.offer": "組織に {to} の登録があります。まだ確認されていません",
  "list.offer.works": "組織に {to} の登録があり、すでに利用できます",
  "list.offer.use": "これを使う",
  "list.offer.confirm": "確認する",
  "list.offer.another": "別のものを登録する",
  "list.practise": "合鍵を試してみる",
  "list.practise.why":
    "新しいパスワードを設定せずに、再設定の手順を一度試せます。",
  "list.practised": "前回試した日: {date}",
  "list.back": "{host} に戻る",
  "check.title": "再設定の準備状況",
  "check.ok": "今日パスワードを忘れても、ご自身で再設定できます。",
  "check.empty": "まだ何も登録されていないため、ご自身では再設定できません。",
  "check.not": "今日パスワードを忘れると、ご自身では再設定できません。",
  "check.frozen":
    "覚えのない変更があったとの連絡により、再設定は停止されています。今はご自身で再設定できません。",
  "check.help": "次のいずれかを登録すると再設定できます: {methods}",
  "check.wait": "ほかの方法については、ヘルプデスクにご相談ください。",
  "check.issued":
    "SMS・通話・メールは、合わせて1つの方法と数えます。届いたコードを盗み見られるおそれがあるためです。",
  "list.phone": "電話",
  "list.phone.unset": "まだ登録されていません",
  "list.phone.set": "{number} を登録済み",
  "list.phone.first": "{number}（優先）",
  "list.phone.spare": "{number}（2番目）",
  "list.phone.prefer": "優先にする",
  "list.phone.second": "2つ目の番号を追加",
  "list.email": "メール",
  "list.email.unset": "まだ登録されていません",
  "list.email.set": "{address} を登録済み",
  "list.totp": "認証アプリ",
  "list.totp.unset": "まだ登録されていません",
  "list.totp.set": "登録済み",
  "list.recovery": "リカバリーコード",
  "list.recovery.unset": "まだ登録されていません",
  "list.recovery.left.one": "未使用のコードは残り{n}個です",
  "list.recovery.left.other": "未使用のコードは残り{n}個です",
  "list.recovery.used.one":
    "コードが{n}個使われました。代わりの新しいコードを受け取れます",
  "list.recovery.used.other":
    "コードが{n}個使われました。代わりの新しいコードを受け取れます",
  "list.recovery.make": "コードを作り直す",
  "list.questions": "秘密の質問",
  "list.questions.unset": "まだ登録されていません",
  "list.questions.set.one": "{n}問の答えを登録済み",
  "list.questions.set.other": "{n}問の答えを登録済み",
  "list.questions.few":
    "必要な質問の数が増えました。もう一度答えを登録してください",
  "list.passkey": "パスキー",
  "list.passkey.unset": "まだ登録されていません",
  "list.passkey.set": "登録済み: {names}",
  "list.passkey.add": "追加する",
  "list.passkey.rename": "{name}の名前を変更",
  "list.passkey.remove": "{name}を削除",
  "list.add": "今すぐ登録する",
  "list.change": "変更する",
  "list.remove": "削除する",
  "list.frozen":
    "身に覚えのない変更だという連絡があったため、パスワードの再設定を停止しています。再開するまで、登録内容の変更もパスワードの再設定もできません。",
  "list.frozen.lift": "再開する",
  "list.none": "ここで登録できる方法は、まだ用意されていません。",
  "list.closed.title": "このアカウントではまだ利用できません",
  "list.closed":
    "このアカウントでは、ご自身でのパスワード再設定がまだ有効になっていません。有効になるまでは、ヘルプデスクがパスワードを再設定します。",

  "password.title": "パスワードをもう一度入力してください",
  "password.why":
    "ご本人以外の人が登録内容を変更・削除できないように、その前にパスワードを確認します。",
  "password.label": "{name} のパスワード",
  "password.submit": "次へ",
  "password.refused":
    "このアカウントのパスワードではありません。確認して、もう一度入力してください。何度も続いたときは、数分お待ちください。",
  "review.title": "登録内容に変わりはありませんか",
  "review.intro":
    "登録の確認からしばらく経ちました。すべて今も使えるなら、やり直す必要はありません。",
  "review.good": "問題ありません",
  "review.later": "後で確認する",
  "offer.title.phone": "登録されている番号を使う",
  "offer.title.email": "登録されているアドレスを使う",
  "offer.intro":
    "組織に {to} の登録があります。ご本人のものであることを確認するため、そこにコードを送ります。",
  "practice.title": "合鍵を試してみる",
  "practice.intro":
    "パスワードを忘れたときの手順を試せます。実際のコードで本人確認をして、新しいパスワードを設定する直前で終わります。登録内容は変わりません。",
  "practice.more": "正しく確認できました。実際には、もう1つの方法も必要です。",
  "practice.how": "どの方法で本人確認をしますか",
  "practice.none": "今ここで試せる方法がありません。",
  "practice.code":
    "試したコードは実際と同じく使用済みになります。代わりの新しいコードは一覧から受け取れます。",
  "practice.other": "ほかの方法",
  "practice.done.title": "合鍵は正しく使えました",
  "practice.done":
    "実際には、ここで新しいパスワードを設定します。ご自身の力でここまで来られました。登録内容は変わっていません。",
  "required.title": "続ける前にお願いがあります",
  "required.why.one":
    "所属する組織では、全員に本人確認の方法を{n}つ登録していただいています。登録しておくと、パスワードを忘れてもご自身で新しいパスワードを設定できます。",
  "required.why.other":
    "所属する組織では、全員に本人確認の方法を{n}つ登録していただいています。登録しておくと、パスワードを忘れてもご自身で新しいパスワードを設定できます。",
  "required.use": "登録内容はアカウントを守るためだけに使います。",
  "required.next": "次へ",
  "required.skip": "今はスキップする",
  "required.left.one": "あと{n}回スキップできます。",
  "required.left.other": "あと{n}回スキップできます。",
  "required.days.one": "スキップできるのはあと{n}日です。",
  "required.days.other": "スキップできるのはあと{n}日です。",
  "required.over": "これ以上スキップできません。",
  "return.title": "元のページに戻る",
  "return.ready": "準備ができています。ここで必要なことは済みました。",
  "return.skipped": "今回はスキップしました。",
  "return.go": "{host} に進む",

  "phone.title": "電話番号の登録",
  "phone.title.second": "2つ目の電話番号の登録",
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
  "phone.taken":
    "この番号は、所属組織で認められた数のアカウントですでに使われています。別の番号を使うか、ヘルプデスクにご相談ください",
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
  "code.limit":
    "今は確認コードをこれ以上送れません。{time}後にもう一度お試しください。",

  "code.title": "確認コードの入力",
  "code.queued.sms":
    "{to} に6桁の確認コードをテキストメッセージ（SMS）で送っています。",
  "code.queued.voice":
    "{to} に電話をかけています。電話に出て、いずれかのキーを押すと、6桁の確認コードが聞こえます。",
  "code.sent.sms":
    "{to} に6桁の確認コードをテキストメッセージ（SMS）で送りました。",
  "code.sent.voice":
    "{to} に電話をかけました。電話に出て、いずれかのキーを押すと、6桁の確認コードが聞こえます。",
  "code.late.sms":
    "{to}にまだ送信できていません。送信を続けています。下から別の方法を選ぶこともできます。",
  "code.late.voice":
    "{to}にまだ電話をかけられていません。発信を続けています。下から別の方法を選ぶこともできます。",
  "code.failed.sms":
    "{to} にテキストメッセージを送れませんでした。もう一度送るか、電話で受け取るか、別の番号をお使いください。",
  "code.failed.voice":
    "{to} への電話がつながりませんでした。もう一度電話を受けるか、テキストメッセージで受け取るか、別の番号をお使いください。",
  "code.unknown.sms":
    "{to} にテキストメッセージが届いたか分かりません。1分ほど待っても届かないときは、もう一度送ってください。",
  "code.unknown.voice":
    "{to} に電話がつながったか分かりません。1分ほど待っても電話が鳴らないときは、もう一度電話を受けてください。",
  "code.queued.email": "{to} に6桁の確認コードをメールで送っています。",
  "code.sent.email":
    "{to} に6桁の確認コードをメールで送りました。受信トレイにないときは、迷惑メールもご確認ください。",
  "code.late.email":
    "{to} にまだメールを送信できていません。送信を続けています。下から別のアドレスを使うこともできます。",
  "code.failed.email":
    "{to} にメールを送れませんでした。アドレスを確認して、もう一度送るか、別のアドレスをお使いください。",
  "code.unknown.email":
    "{to} にメールが届いたか分かりません。数分待っても届かないときは、もう一度送ってください。",
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
  "code.again.email": "もう一度送る",
  "code.instead.sms": "代わりにテキストメッセージ（SMS）で受け取る",
  "code.instead.voice": "代わりに電話で受け取る",
  "code.another.phone": "別の番号を使う",
  "code.another.email": "別のアドレスを使う",
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
    "間違った確認コードの入力が続いたため、今は登録できません。ヘルプデスクにお問い合わせください。",
  "code.elsewhere":
    "別の画面または別の端末に送られた確認コードです。そちらで入力するか、下のボタンでこの画面用のコードを受け取ってください。",
  "code.purpose":
    "別の目的で送られた確認コードです。下のボタンでこのページ用のコードを受け取ってください。",
  "code.early":
    "確認コードをもう一度受け取るには早すぎます。{time}後に受け取れます。",
  "code.none": "入力を待っている確認コードはありません。",
  "code.none.phone": "電話番号を入力する",
  "code.none.email": "メールアドレスを入力する",

  "email.title": "メールアドレスの登録",
  "email.title.change": "メールアドレスの変更",
  "email.intro":
    "このアドレスに確認コードを送ります。パスワードを忘れたときにも送ります。組織のパスワードがなくても読めるアドレスをお使いください。",
  "email.now":
    "現在の登録は {address} です。新しいアドレスの確認が済むまで変わりません。変更したことは元のアドレスにもお知らせします。",
  "email.label": "メールアドレス",
  "email.hint": "例: name@example.com",
  "email.submit": "メールで受け取る",
  "email.empty": "メールアドレスを入力してください",
  "email.form":
    "メールアドレスの形になっていません。name@example.com のように、@ と、ドットのあるドメインを入れてください",
  "email.several": "メールアドレスは1つだけ入力してください",
  "email.long": "アドレスが長すぎます。短いアドレスをお使いください",
  "email.signs":
    "引用符、かっこ、空白など、メールを送れない文字が入っています。別のアドレスをお使いください",
  "email.dots":
    "@ の前の部分の先頭か末尾にドットがあるか、ドットが続いています。確認してください",
  "email.domain":
    "@ の後がメールのドメイン名になっていません。確認してください",
  "email.own":
    "このアドレスは組織のものなので、パスワードがないと読めないおそれがあります。個人のアドレスをお使いください",

  "prefer.title": "この電話番号を優先にしますか",
  "prefer.what":
    "{number} を、もう1つの番号より先にご案内します。どちらの番号もこれまでどおり使えます。",
  "prefer.submit": "優先にする",
  "prefer.keep": "このままにする",

  "totp.title": "認証アプリの登録",
  "totp.title.change": "認証アプリの変更",
  "totp.intro":
    "認証アプリは、30秒ごとに新しい6桁の確認コードを表示するアプリです。電波の届かない場所でも使えます。この種類のアプリならどれでもかまいません。お持ちでない場合は、スマートフォンのアプリストアで「認証アプリ」を検索してください。",
  "totp.now": "新しいアプリの確認が済むまで、今のアプリをそのまま使えます。",
  "totp.scan": "この画像をアプリで読み取ってください",
  "totp.picture": "認証アプリに Aikagi を追加する QR コード",
  "totp.private":
    "画像とキーは誰にも見せないでください。知られると、あなたの確認コードを作られてしまいます。",
  "totp.or": "カメラを使わない場合",
  "totp.link": "この端末のアプリで開く",
  "totp.key": "または、次のキーをアプリに入力してください。",
  "totp.confirm": "最後に、正しく動くか確かめます",
  "totp.label": "アプリに今表示されている確認コード",
  "totp.hint": "6桁の数字です。30秒ごとに新しくなります。",
  "totp.missing": "アプリに今表示されている確認コードを入力してください",
  "totp.wrong.one":
    "アプリに今表示されている確認コードと違います。Aikagi の項目にある最新の確認コードを入力してください。あと{n}回入力できます",
  "totp.wrong.other":
    "アプリに今表示されている確認コードと違います。Aikagi の項目にある最新の確認コードを入力してください。あと{n}回入力できます",
  "totp.skewed":
    "別の時刻の確認コードです。スマートフォンの時計がずれているようです。時刻の自動設定をオンにしてから、表示された確認コードを入力してください",
  "totp.none":
    "先ほど読み取った、または入力したものは使えなくなりました。アプリの Aikagi の項目を削除して、下の新しい画像を読み取ってください。",
  "totp.later": "そのあとで認証アプリを登録できます。",

  "passkey.title": "パスキーを追加",
  "passkey.intro":
    "パスキーがあれば、指紋、顔、端末の暗証番号、またはセキュリティキーで本人確認ができます。このサイトでしか使えないため、だまし取られることがありません。",
  "passkey.name": "パスキーの名前",
  "passkey.name.hint": "たとえば、保存する端末の名前です。60文字まで。",
  "passkey.name.first": "私のパスキー",
  "passkey.name.next": "私のパスキー {n}",
  "passkey.name.empty": "パスキーの名前を入力してください",
  "passkey.name.long": "名前を60文字以内で入力してください",
  "passkey.submit": "パスキーを作成",
  "passkey.full":
    "パスキーは1つのアカウントに10個までです。追加するには、先に1つ削除してください。",
  "passkey.list": "登録済みのパスキー",
  "passkey.rename": "名前を変更",
  "passkey.remove": "削除",
  "passkey.others": "ほかの方法",
  "passkey.scripts":
    "パスキーを使うには、このページのスクリプトが動くブラウザーが必要です。ここにボタンが表示されないときは、ほかの方法をお選びください。",
  "passkey.unsupported":
    "このブラウザーではパスキーを使えません。新しいスマートフォンやパソコンでこのページを開くか、ほかの方法をお選びください。",
  "passkey.busy": "ブラウザーに表示される手順に従ってください。",
  "passkey.unreadable":
    "ブラウザーからの応答を読み取れませんでした。もう一度ボタンを押してください。",
  "passkey.cancelled":
    "何も送信されていません。画面が閉じられたか、時間内に応答がありませんでした。もう一度ボタンを押してください。",
  "passkey.held":
    "この端末またはセキュリティキーには、すでにこのアカウントのパスキーがあります。別の端末をお使いください。",
  "passkey.address":
    "このアドレスではパスキーを使えません。ヘルプデスクに正しいアドレスをお問い合わせいただくか、ほかの方法をお選びください。",
  "passkey.device":
    "この端末にはパスキーを保存できません。別の端末を使うか、ほかの方法をお選びください。",
  "passkey.failed":
    "ブラウザーで処理できませんでした。もう一度ボタンを押すか、ほかの方法をお選びください。",
  "passkey.late":
    "ページを開いてから時間がたったか、すでに送信されています。もう一度ボタンを押してください。",
  "passkey.known":
    "このパスキーはすでに登録されています。別の端末かセキュリティキーをお使いください。",
  "passkey.origin":
    "このパスキーは別のサイト用に作成されたため、受け付けませんでした。このページのアドレスを確認してから、もう一度ボタンを押してください。",
  "passkey.refused":
    "端末からの応答が一致しなかったため、受け付けませんでした。もう一度ボタンを押してください。",
  "passkey.wrong":
    "登録されていないパスキーか、応答が一致しません。別のパスキーを使うか、ほかの方法をお選びください。",
  "passkey.copied":
    "複製されたパスキーの可能性があるため、受け付けませんでした。このパスキーを削除して新しく追加するか、ほかの方法をお選びください。",
  "passkey.blocked":
    "一致しない応答が続きました。{time}後に、またパスキーを使えます。それまでは、ほかの方法をお選びください。",
  "passkey.blocked.long":
    "一致しない応答が続いたため、パスキーを停止しました。ほかの方法でサインインして、新しく追加してください。",
  "passkey.rename.title": "パスキーの名前を変更",
  "passkey.rename.submit": "名前を保存",
  "passkey.remove.title": "このパスキーを削除しますか？",
  "passkey.remove.what":
    "このパスキーでは本人確認ができなくなります。端末の中のパスキーは、端末側で削除するまで残ります。",
  "passkey.remove.last":
    "削除すると、ご自身でアカウントに戻れなくなります。先に別の方法を登録してください。",

  "remove.title": "電話番号を削除しますか",
  "remove.what":
    "{number} は本人確認に使えなくなります。そのあとでパスワードを忘れると、ご自身では新しいパスワードを設定できません。",
  "remove.more":
    "{number} は本人確認に使えなくなります。ほかに登録したものはそのまま使えます。",
  "remove.email.title": "メールアドレスを削除しますか",
  "remove.totp.title": "認証アプリを削除しますか",
  "remove.totp.what":
    "アプリの確認コードは本人確認に使えなくなります。そのあとでパスワードを忘れると、ご自身では新しいパスワードを設定できません。",
  "remove.totp.more":
    "アプリの確認コードは本人確認に使えなくなります。ほかに登録したものはそのまま使えます。削除したあとは、アプリから Aikagi の項目を消してかまいません。",
  "remove.recovery.title": "リカバリーコードを削除しますか",
  "remove.recovery.what":
    "すべてのコードが使えなくなります。そのあとでパスワードを忘れると、ご自身では新しいパスワードを設定できません。",
  "remove.recovery.more":
    "すべてのコードが使えなくなります。ほかに登録した方法はそのまま使えます。",
  "remove.questions.title": "秘密の質問を削除しますか",
  "remove.questions.what":
    "登録した答えを削除します。ほかに登録した方法はそのまま使えます。",
  "remove.submit": "削除する",
  "remove.keep": "削除しない",

  "thanks.title": "登録ありがとうございました",
  "thanks.phone": "電話番号 {number} を登録しました。",
  "thanks.email": "メールアドレス {address} を登録しました。",
  "thanks.totp": "認証アプリを登録しました。",
  "thanks.passkey": "パスキー「{name}」を登録しました。",
  "thanks.questions": "秘密の質問を登録しました。",
  "thanks.recovery": "リカバリーコードを作りました。",
  "thanks.used":
    "この確認コードは使用済みで、登録は完了しています。ほかに必要な操作はありません。",
  "thanks.ready":
    "これからはパスワードを忘れても、ご自身で新しいパスワードを設定できます。次のページを覚えておいてください。",
  "thanks.reset": "忘れたパスワードを再設定する",
  "thanks.needed.one":
    "ご自身で新しいパスワードを設定できるようにするには、あと{n}つの方法が必要です。",
  "thanks.needed.other":
    "ご自身で新しいパスワードを設定できるようにするには、あと{n}つの方法が必要です。",
  "advice.title": "2つ目の方法も登録しましょう",
  "advice.why":
    "方法が1つだけだと、それを失ったときにヘルプデスクに頼るしかありません。",
  "advice.recoveryCodes":
    "紙に控えたリカバリーコードは、電話をなくしたり壊したりしても使えます。",
  "advice.passkey":
    "パスキーはコードが不要で、盗み見られたりだまし取られたりすることがありません。",
  "advice.totp":
    "認証アプリは通信なしで使え、コードを盗み見られることもありません。",
  "advice.phone": "電話番号は、ほかの端末やコードをなくしたときにも使えます。",
  "advice.email": "個人のメールアドレスは、電話をなくしたときにも使えます。",
  "advice.go": "登録する: {method}",

  "recovery.title": "リカバリーコード",
  "recovery.intro":
    "リカバリーコードがあれば、パスワードを忘れたときに電話がなくても本人確認ができます。コードは10個で、それぞれ1回だけ使えます。",
  "recovery.keep":
    "紙に書いて安全な場所に保管するか、パスワードマネージャーに保存してください。コードが表示されるのは、次のページで1回だけです。",
  "recovery.make": "コードを作る",
  "recovery.shown":
    "コードは1回表示済みで、もう一度表示することはできません。控えていない場合は、作り直してください。",
  "recovery.left.one": "未使用のコードは残り{n}個です。",
  "recovery.left.other": "未使用のコードは残り{n}個です。",
  "recovery.replace.one":
    "コードが{n}個使われました。代わりに新しいコードを1個お渡しします。ほかのコードはそのまま使えます。",
  "recovery.replace.other":
    "コードが{n}個使われました。代わりに新しいコードをお渡しします。ほかのコードはそのまま使えます。",
  "recovery.replace.submit": "新しいコードを表示する",
  "recovery.anew.title": "コードを10個作り直しますか",
  "recovery.anew":
    "今お持ちのコードは、すべてすぐに使えなくなります。ほかの人に見られたかもしれないときや、見つからないときに作り直してください。",
  "recovery.anew.submit": "10個作り直す",
  "recovery.new.title": "今すぐコードを控えてください",
  "recovery.new.one.title": "今すぐこのコードを控えてください",
  "recovery.new.once":
    "コードが表示されるのは今回だけです。書き写すか、このページを印刷するか、ファイルに保存してください。コードを知っている人は誰でも使えるので、ほかの人に見せないでください。",
  "recovery.new.one.once":
    "コードが表示されるのは今回だけです。引き続き使えるほかのコードと一緒に控えてください。",
  "recovery.new.label": "リカバリーコード",
  "recovery.new.save": "ファイルに保存する",
  "recovery.new.done": "控えました",
  "recovery.file.title": "{host} の {name} のリカバリーコード",
  "recovery.file.note":
    "それぞれ1回だけ使えます。ご自身だけが見られる場所に保管してください。",
  "recovery.code": "リカバリーコード",
  "recovery.code.hint": "英数字13文字。ハイフンは省略できます",
  "recovery.missing": "リカバリーコードを1つ入力してください",
  "recovery.letters":
    "リカバリーコードはU以外の英字と数字です。入力内容を確認してください",
  "recovery.short":
    "コードの文字数が足りません。リカバリーコードは英数字13文字です",
  "recovery.long":
    "コードの文字数が多すぎます。リカバリーコードは英数字13文字です",
  "recovery.wrong.one": "未使用のコードの中にありません。あと{n}回入力できます",
  "recovery.wrong.other":
    "未使用のコードの中にありません。あと{n}回入力できます",
  "recovery.used":
    "そのコードは少し前に使われました。別のコードを入力してください",
  "recovery.blocked":
    "リカバリーコードの間違いが続いたため、一時的に止めています。{time}後に再開できます。",
  "recovery.blocked.long":
    "リカバリーコードの間違いが続いたため、今は使えません。サインインしてコードを作り直すか、ヘルプデスクにご相談ください。",
  "recovery.none":
    "リカバリーコードは登録されていません。ほかの方法をお使いください。",

  "questions.title": "秘密の質問",
  "questions.title.change": "秘密の質問の変更",
  "questions.intro":
    "パスワードを忘れたとき、ほかの方法で本人確認をしたあとに、ここで選んだ質問の一部をお尋ねします。質問だけで本人確認が済むことはありません。",
  "questions.how":
    "ご自身だけが知っていて、何年たっても忘れない答えの質問を選んでください。知り合いやインターネットで調べた人が当てられる答えは避けてください。大文字と小文字、ひらがなとカタカナ、空白や記号の違いは区別しません。",
  "questions.now":
    "答えは登録済みで、表示することはできません。ここで保存すると新しい答えに置き換わります。",
  "questions.question": "質問{n}",
  "questions.choose": "質問を選択してください",
  "questions.answer": "答え{n}",
  "questions.hint": "3文字以上。あとから表示することはできません",
  "questions.submit": "答えを保存する",
  "questions.anew":
    "安全のため、入力された答えは残していません。すべての答えをもう一度入力してください。",
  "questions.fault.choose": "質問を選択してください",
  "questions.fault.twice":
    "同じ質問が2回選ばれています。別の質問を選択してください",
  "questions.fault.missing": "答えを入力してください",
  "questions.fault.short":
    "答えが短すぎます。氏名を続けて書くなど、文字や数字で3文字以上にしてください",
  "questions.fault.long": "答えが長すぎます。100文字以内にしてください",
  "questions.fault.question":
    "質問の言葉がそのまま答えになっています。別の答えを入力してください",
  "questions.fault.name":
    "ユーザー名の一部が答えになっています。ほかの人が知らない答えを入力してください",
  "questions.fault.common":
    "多くの人が使う答えなので、当てられやすくなります。もっと詳しく書くか、別の質問を選択してください",
  "questions.fault.repeats":
    "同じ文字の繰り返しです。実際の答えを入力してください",
  "questions.fault.same":
    "同じ答えが2回入力されています。答えが異なる質問を選択してください",
  "questions.wrong.one": "正しくない答えがあります。あと{n}回入力できます",
  "questions.wrong.other": "正しくない答えがあります。あと{n}回入力できます",
  "questions.blocked.long":
    "答えの間違いが続いたため、秘密の質問は使えなくなりました。ほかの方法をお使いください。サインインできたら、もう一度質問を登録してください。",
  "question.alone": "家族と離れて初めて旅行した先はどこですか",
  "question.argument": "親友と初めてけんかをした原因は何ですか",
  "question.bicycle": "自転車に乗る練習をした場所はどこですか",
  "question.books": "借りたまま返していない本の題名は何ですか",
  "question.borrowed": "人に貸したまま戻ってこなかったものは何ですか",
  "question.broken": "子どものころに壊して黙っていたものは何ですか",
  "question.bus": "初めて一人で乗ったバスや電車の路線は何ですか",
  "question.coach": "初めて入ったチームや部活動の指導者は誰ですか",
  "question.cooked": "人のために初めて作った料理は何ですか",
  "question.dentist": "子どものころに通った歯科や医院の名前は何ですか",
  "question.desk": "初めて働いた日に隣にいた人は誰ですか",
  "question.earned": "初めて自分で稼いだお金で買ったものは何ですか",
  "question.feared": "一番怖かった先生は誰ですか",
  "question.hidden": "子どものころに物を隠していた場所はどこですか",
  "question.interview": "最初に不採用になった応募先はどこですか",
  "question.landlord": "初めて借りた部屋の大家さんは誰ですか",
  "question.learned": "初めて暗記した詩や歌は何ですか",
  "question.lost": "子どものころに迷子になった場所はどこですか",
  "question.neighbour": "10歳のころの隣人は誰ですか",
  "question.noise": "子どものころに眠りを妨げられた音は何ですか",
  "question.pool": "泳ぎを覚えた場所はどこですか",
  "question.present":
    "子どものころに欲しかったのにもらえなかったものは何ですか",
  "question.prize": "初めて賞をもらったのは何に対してですか",
  "question.repaired": "初めて自分で直したものは何ですか",
  "question.role": "学校の劇で初めて演じた役は何ですか",
  "question.scar": "一番古い傷あとができた理由は何ですか",
  "question.seat": "小学1年生のときに隣の席だった人は誰ですか",
  "question.slept": "眠ってはいけないのに眠ってしまった場所はどこですか",
  "question.sweets": "子どものころにお菓子を買いに行った店の名前は何ですか",
  "question.tent": "初めてテントで泊まった場所はどこですか",
  "question.toy": "一緒に寝ていたぬいぐるみや人形の呼び名は何ですか",
  "question.tree": "子どものころに登った木や塀があった場所はどこですか",
  "question.trouble": "学校で初めて叱られたのは何をしたときですか",

  "reset.title": "忘れたパスワードの再設定",
  "reset.soon":
    "このページではまだパスワードを再設定できません。今後、登録した方法で本人確認をして、新しいパスワードを設定できるようになります。それまではヘルプデスクが再設定します。",
  "change.title": "パスワードの変更",
  "change.soon":
    "このページではまだパスワードを変更できません。それまでは、いつもの方法で変更するか、ヘルプデスクにご相談ください。",

  "prove.title": "ご本人の確認",
  "prove.frozen":
    "パスワードの再設定は停止中です。再開するには、止められた変更より前に登録した方法でご本人であることを確認してください。パスワードだけでは再開できません。",
  "prove.none":
    "ここで今、ご本人であることを確認できる方法がありません。ヘルプデスクにご相談ください。",
  "prove.passkey": "パスキーを使う",
  "prove.totp": "認証アプリを使う",
  "prove.totp.used":
    "このコードは使用済みです。アプリに次のコードが表示されるまでお待ちください",
  "prove.recovery": "リカバリーコードを使う",
  "prove.send": "確認コードを受け取る",
  "prove.where": "確認コードの送り先",
  "prove.where.missing": "確認コードの送り先のボタンを押してください",
  "prove.to.sms": "{to} にテキストメッセージを送る",
  "prove.to.voice": "{to} に電話をかける",
  "prove.to.email": "{to} にメールを送る",

  "lift.title": "パスワードの再設定を再開しますか",
  "lift.why":
    "身に覚えのない変更だという連絡があったため、{time}前にパスワードの再設定を停止しました。再開するまで、登録内容の変更もパスワードの再設定もできません。",
  "lift.doubted":
    "その変更以降に登録されたものは、他人が登録したおそれがあるため、再開と同時に削除します。ご自身のものは登録し直してください。",
  "lift.submit": "再開する",
  "lift.keep": "停止したままにする",
  "lift.done.title": "パスワードの再設定は利用できます",
  "lift.done":
    "登録内容を変更でき、パスワードを忘れたときはご自身で再設定できます。一覧を確認して、すべてご自身のものかお確かめください。",
  "lift.password":
    "パスワードを他人に知られたおそれがある場合は、いつもの方法で今すぐ変更するか、ヘルプデスクにご相談ください。",

  "stop.title": "身に覚えのない変更を止める",
  "stop.intro":
    "アカウントの変更のお知らせが届き、その変更に身に覚えがない場合は、お知らせにあるコードを入力してください。",
  "stop.what":
    "すぐに全員がここからサインアウトされ、パスワードの再設定が停止されます。ここでは誰もパスワードを再設定できず、登録内容も変更できません。今のパスワードはそのままです。",
  "stop.lift":
    "その変更より前に登録した方法でご本人が再開できます。ヘルプデスクが再開することもできます。",
  "stop.label": "お知らせにあるコード",
  "stop.hint": "英字と数字8文字（例: 7K3M 9QXA）",
  "stop.submit": "今すぐ停止する",
  "stop.missing": "お知らせにあるコードを入力してください",
  "stop.shape":
    "お知らせにあるコードの形ではありません。コードは英字と数字8文字です。入力した内容をご確認ください",
  "stop.unknown":
    "このコードでは今は何も停止されません。お知らせと同じか確認してください。すでに使ったコードであれば、停止は済んでいます。コードの有効期間は30日です。過ぎている場合はヘルプデスクにご連絡ください",
  "stop.limit":
    "コードの入力回数が多すぎます。何も変更していません。15分ほど待ってからもう一度試すか、ヘルプデスクにご連絡ください。",
  "stop.done.title": "パスワードの再設定を停止しました",
  "stop.done":
    "全員がここからサインアウトされました。ここでは誰もパスワードを再設定できず、登録内容も変更できません。アカウントに登録されたすべての電話とメールアドレスにお知らせします。",
  "stop.done.lift": "サインインして再開する",

  "error.request.title": "処理できませんでした",
  "error.request":
    "ブラウザーから送られた内容を読み取れませんでした。何も変更していません。前のページに戻って、もう一度お試しください。",
  "error.forbidden.title": "ページを開いてから時間がたちすぎました",
  "error.forbidden":
    "安全のため、送られた内容は受け付けていません。何も変更していません。ページを開き直して、もう一度お試しください。",
  "error.large.title": "入力が長すぎます",
  "error.large":
    "何も変更されていません。前のページに戻り、短くしてからもう一度送信してください。",
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
    "Aikagi: 本人確認の方法が変更されました。覚えがなければ {host}/stop で {stop} を入力",
  "text.changed.brief": "変更。覚えがなければ{host}/stop {stop}",
  "text.removed":
    "Aikagi: 本人確認の方法が削除されました。覚えがなければ {host}/stop で {stop} を入力",
  "text.removed.brief": "削除。覚えがなければ{host}/stop {stop}",
  "text.frozen":
    "Aikagi: パスワード再設定を停止しました。再開は {host}/register かヘルプデスクで",
  "text.frozen.brief": "再設定を停止。再開は{host}/register",
  "text.lifted":
    "Aikagi: パスワード再設定が再開されました。覚えがなければ {host}/stop で {stop} を入力",
  "text.lifted.brief": "再開。覚えがなければ{host}/stop {stop}",
  "mail.code.subject": "Aikagiの確認コード",
  "mail.code.intro":
    "{host} で、どなたかがこのアドレスをアカウントに登録しようとしています。ご本人の場合は、次のコードを入力してください。",
  "mail.code.valid":
    "{minutes}分間有効です。ヘルプデスクを含め、誰にも教えないでください。",
  "mail.code.not":
    "お心当たりがなければ、何もする必要はありません。コードが入力されない限り、このアドレスは使われません。",
  "mail.code.prove":
    "{host} にサインインした方に、ご本人であることの確認をお願いしています。お心当たりがあれば、次のコードをそのページに入力してください。",
  "mail.code.prove.not":
    "お心当たりがなければ、パスワードを他人に知られたおそれがあります。パスワードを変更するか、すぐにヘルプデスクへご連絡ください。",
  "mail.changed.subject": "Aikagiの登録内容の変更",
  "mail.changed":
    "{host} で、パスワード再設定に使う登録内容が変更されました。ご本人の操作であれば、何もする必要はありません。",
  "mail.removed.subject": "Aikagiの登録内容の削除",
  "mail.removed":
    "{host} で、パスワード再設定に使う登録内容の1つが削除されました。ご本人の操作であれば、何もする必要はありません。",
  "mail.frozen.subject": "Aikagiのパスワード再設定の停止",
  "mail.frozen":
    "{host} で、登録内容の変更に心当たりがないという連絡があったため、パスワードの再設定と登録内容の変更を停止しました。再開するには {host}/register でサインインするか、ヘルプデスクにお問い合わせください。",
  "mail.lifted.subject": "Aikagiのパスワード再設定の再開",
  "mail.lifted":
    "{host} で停止していたパスワードの再設定が再開されました。ご本人の操作であれば、何もする必要はありません。",
  "mail.stop":
    "お心当たりがない場合は、ブラウザーで {host}/stop を開き、次のコードを入力してください。",
  "voice.intro":
    "こちらは{host}のAikagiです。この電話番号の確認コードが請求されました。心当たりがない場合は、電話をお切りください。確認コードを聞くには、いずれかのキーを押してください。",
  "voice.extension":
    "こんにちは。内線 {digits} あてのお電話です。おつなぎください。",
  "voice.extension.again": "もう一度、内線 {digits} です。",
  "voice.code": "確認コードは、{digits}、です。",
  "voice.again": "繰り返します。確認コードは、{digits}、です。",
  "voice.valid.one": "有効期間は{n}分です。",
  "voice.valid.other": "有効期間は{n}分です。",
  "voice.end": "確認コードは誰にも教えないでください。失礼いたします。",
  "voice.changed":
    "こちらはAikagiです。アカウントの本人確認の方法が変更されました。",
  "voice.removed":
    "こちらはAikagiです。アカウントの本人確認の方法が一つ削除されました。",
  "voice.frozen":
    "こちらはAikagiです。アカウントのパスワード再設定を停止しました。再開するには、{host}、スラッシュ、レジスターでサインインするか、ヘルプデスクにご連絡ください。失礼いたします。",
  "voice.lifted":
    "こちらはAikagiです。アカウントのパスワード再設定が再開されました。",
  "voice.stop":
    "心当たりがない場合は、{host}、スラッシュ、ストップのページで、次のコードを入力してください。{letters}。",
  "voice.stop.again":
    "繰り返します。ページは{host}、スラッシュ、ストップ。コードは、{letters}、です。",
  "voice.stop.end":
    "ご本人による操作であれば、何もする必要はありません。失礼いたします。",
  "voice.letter": "{word}の{letter}",
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
