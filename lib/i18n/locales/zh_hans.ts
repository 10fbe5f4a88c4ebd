/**
 * Chinese in simplified characters.
 *
 * @module
 */
import type { Locale } from "@/lib/i18n/locales/en.ts";

/** Messages in Chinese in simplified characters. */
export const zhHans: Locale = {
  "app.title": "{title} – Aikagi",
  "app.error": "错误：{title}",
  "app.help": "遇到困难？您单位的服务台可以帮助您。",
  "app.signOut": "退出登录",
  "app.signedIn": "已登录：{name}",
  "app.languages": "语言",
  "app.start": "前往首页",
  "app.list": "返回列表",

  "form.problem": "填写的内容有问题",
  "form.invalid": "请检查此项内容",

  "home.title": "账户的备用钥匙",
  "home.intro": "趁现在还能登录，先做好准备。以后忘记密码，几分钟就能解决。",
  "home.register": "设置账户恢复",
  "home.register.why": "适合仍能登录的用户，大约两分钟即可完成。",
  "home.reset": "忘记了密码",
  "home.reset.why": "适合已经无法登录的用户。",
  "home.change": "更改密码",
  "home.change.why": "适合知道原密码的用户。",

  "signIn.title": "登录以设置账户恢复",
  "signIn.intro": "请使用您单位账户的用户名和密码。",
  "signIn.userName": "用户名",
  "signIn.userName.missing": "请输入用户名",
  "signIn.password": "密码",
  "signIn.password.missing": "请输入密码",
  "signIn.submit": "登录",
  "signIn.refused":
    "未能登录。请检查用户名和密码。如果两者都正确，请等几分钟再试，或联系服务台。",
  "signIn.passkey.late":
    "本页打开的时间过长，未接受您的通行密钥。请再选择一次。",
  "signIn.passkey.refused":
    "无法使用该通行密钥登录。请使用其他通行密钥，或使用用户名和密码。",

  "list.title": "避免无法登录自己的账户",
  "list.intro":
    "忘记密码时，您可以用在这里设置的方式证明身份，然后设置新密码。",
  "list.needed.one": "您需要 {n} 种证明身份的方式。",
  "list.needed.other": "您需要 {n} 种证明身份的方式。",
  "list.more.one": "还差 {n} 种。",
  "list.more.other": "还差 {n} 种。",
  "list.ready": "已准备就绪。",
  "list.confirmed": "确认日期：{date}",
  "list.strong": "安全性高",
  "list.office": "办公电话",
  "list.office.set":
    "{number}。由您的单位填写，只能接听电话。如果有误，服务台可以更改。",
  "list.office.extension": "{number}，分机 {extension}",
  "list.office.unset": "您的单位没有登记办公电话。请联系服务台添加。",
  "list.offer": "您的单位登记了 {to}，尚未有人确认。",
  "list.offer.works": "您的单位登记了 {to}，已经可以使用。",
  "list.offer.use": "使用此项",
  "list.offer.confirm": "确认此项",
  "list.offer.another": "设置其他",
  "list.practise": "试用备用钥匙",
  "list.practise.why": "完整走一遍重置流程，但不设置新密码，看看是否有效。",
  "list.practised": "上次试用日期：{date}。",
  "list.back": "返回 {host}",
  "list.frozen":
    "账户恢复已冻结，因为有人表示某项更改并非本人所为。在重新开启之前，这里的任何内容都不能更改，密码也不能重置。",
  "list.frozen.lift": "重新开启",
  "check.title": "恢复检查",
  "check.ok": "如果今天忘记密码，您可以自行恢复。",
  "check.empty": "尚未设置任何方式，因此忘记密码后无法自行恢复。",
  "check.not": "如果今天忘记密码，您无法自行恢复。",
  "check.frozen":
    "如果今天忘记密码，您无法自行恢复：有人报告某项更改并非本人所为，账户恢复已冻结。",
  "check.help": "设置以下方式即可改善：{methods}。",
  "check.questions":
    "如果今天忘记密码，您无法自行恢复：安全问题答错次数过多，已不再使用。请重新设置问题。",
  "check.wait": "还有哪些办法，服务台可以告诉您。",
  "check.issued":
    "短信、电话和邮件合起来只算一种方式：能偷看到其中一种的人，往往也能看到其他的验证码。",
  "list.phone": "电话",
  "list.phone.unset": "尚未设置",
  "list.phone.set": "已设置为 {number}",
  "list.phone.first": "{number}，首选",
  "list.phone.spare": "{number}，备选",
  "list.phone.prefer": "设为首选",
  "list.phone.second": "添加第二个号码",
  "list.email": "电子邮件",
  "list.email.unset": "尚未设置",
  "list.email.set": "已设置为 {address}",
  "list.totp": "身份验证器应用",
  "list.totp.unset": "尚未设置",
  "list.totp.set": "已设置",
  "list.recovery": "恢复代码",
  "list.recovery.unset": "尚未设置",
  "list.recovery.left.one": "还剩 {n} 个未使用的代码",
  "list.recovery.left.other": "还剩 {n} 个未使用的代码",
  "list.recovery.used.one": "已用掉 {n} 个代码，可以领取新代码补上",
  "list.recovery.used.other": "已用掉 {n} 个代码，可以领取新代码补上",
  "list.recovery.make": "生成新代码",
  "list.questions": "安全问题",
  "list.questions.unset": "尚未设置",
  "list.questions.set.one": "已保存 {n} 个答案",
  "list.questions.set.other": "已保存 {n} 个答案",
  "list.questions.blocked": "答错次数过多，已不再使用。请重新设置",
  "list.questions.few": "您的单位现在要求回答更多问题，请重新作答",
  "list.passkey": "通行密钥",
  "list.passkey.unset": "尚未设置",
  "list.passkey.set": "已设置：{names}",
  "list.passkey.add": "再添加一个",
  "list.passkey.rename": "重命名 {name}",
  "list.passkey.remove": "移除 {name}",
  "list.add": "立即设置",
  "list.change": "更改",
  "list.remove": "移除",
  "list.none": "您的单位尚未在此开放任何可以设置的方式。",
  "list.closed.title": "尚未对您的账户开放",
  "list.closed":
    "您的单位尚未对您的账户开放自助恢复。在开放之前，服务台可以为您重置密码。",

  "password.title": "请再次输入密码",
  "password.why":
    "更改或移除已设置的内容之前，需要确认是您本人，以免他人代您操作。",
  "password.label": "{name} 的密码",
  "password.submit": "继续",
  "password.refused":
    "这不是此账户的密码。请检查后再试。如果多次未成功，请等几分钟。",
  "review.title": "这些信息是否仍然正确？",
  "review.intro":
    "距离您上次确认已有一段时间。如果全部仍可使用，则无需重新设置。",
  "review.good": "没有问题",
  "review.later": "以后再说",
  "offer.title.phone": "使用已登记的号码",
  "offer.title.email": "使用已登记的地址",
  "offer.intro": "您的单位登记了 {to}。我们会向它发送验证码，以确认属于您。",
  "practice.title": "试用备用钥匙",
  "practice.intro":
    "忘记密码时的流程就是这样。您用真实的验证码证明身份，在设置新密码之前停下。您的密码不会改变；与真正使用时一样，输错会计入次数。",
  "practice.more": "验证正确。真正需要时，您还要再用一种方式。",
  "practice.questions": "与真正使用时一样，答错会计入次数。",
  "practice.how": "您想用哪种方式证明身份？",
  "practice.none": "目前这里没有可以试用的方式。",
  "practice.code":
    "与真正使用时一样，该代码会被用掉。您可以在列表中领取新代码补上。",
  "practice.done.title": "您的备用钥匙有效",
  "practice.done":
    "真正需要时，您会在这里设置新密码。您靠自己走到了这一步，密码没有改变。",
  "required.title": "继续之前，还有一件事",
  "required.why.one":
    "您的单位要求每个人设置 {n} 种证明身份的方式。设置之后，忘记密码时您可以自行设置新密码。",
  "required.why.other":
    "您的单位要求每个人设置 {n} 种证明身份的方式。设置之后，忘记密码时您可以自行设置新密码。",
  "required.use": "您设置的内容只用于保护您的账户，不作他用。",
  "required.next": "下一步",
  "required.skip": "暂时跳过",
  "required.left.one": "您还可以跳过 {n} 次。",
  "required.left.other": "您还可以跳过 {n} 次。",
  "required.days.one": "在接下来的 {n} 天内可以跳过。",
  "required.days.other": "在接下来的 {n} 天内可以跳过。",
  "required.over": "您已不能再跳过。",
  "return.title": "返回您原来的页面",
  "return.ready": "已准备就绪，这里不需要再做什么。",
  "return.skipped": "您已暂时跳过。",
  "return.go": "继续前往 {host}",

  "phone.title": "您的电话号码",
  "phone.title.second": "您的第二个电话号码",
  "phone.title.change": "更改电话号码",
  "phone.intro":
    "我们现在会向这个号码发送验证码，以后您忘记密码时也会发到这里。",
  "phone.now":
    "当前号码为 {number}。在新号码确认之前保持不变；更改后，我们会通知原号码。",
  "phone.country": "国家或地区",
  "phone.country.choose": "请选择国家或地区",
  "phone.country.unknown": "请在列表中选择该号码所属的国家或地区",
  "phone.country.find": "查找国家或地区",
  "phone.country.notFound": "列表中没有",
  "phone.number": "电话号码",
  "phone.number.hint":
    "固定电话请加区号。以 + 开头的号码可以属于任何国家或地区。",
  "phone.sms": "给我发短信",
  "phone.voice": "给我打电话",
  "phone.notice": "短信和电话可能被他人截获，例如号码被冒用时。",
  "phone.safer": "以下方式更安全：",
  "phone.ask": "还有更安全的方式，请咨询服务台。",
  "phone.empty": "请输入电话号码",
  "phone.letters": "电话号码只有数字，请去掉字母或文字",
  "phone.short": "对于该国家或地区，号码位数不足，请检查",
  "phone.long": "对于该国家或地区，号码位数过多，请检查",
  "phone.wrong": "该国家或地区没有这样的号码。请检查号码以及国家或地区",
  "phone.taken":
    "使用此号码的账户数已达到您单位允许的上限。请使用其他号码，或联系服务台",
  "phone.channel.missing": "请按“{sms}”或“{voice}”",
  "phone.landline": "这是固定电话号码，无法接收短信。请改按“{voice}”",
  "phone.landline.only": "这是固定电话号码，无法接收短信。请使用手机号码",
  "phone.premium": "这是高额收费号码，请使用您自己的电话号码",
  "phone.sharedCost": "拨打此号码会产生额外费用，请使用您自己的电话号码",
  "phone.tollFree": "这是免费服务号码，请使用您自己的电话号码",
  "phone.pager": "这是寻呼机号码，请使用电话号码",
  "phone.voicemail": "这是语音信箱的号码，请使用电话号码",
  "phone.personal":
    "此号码会转接到其他电话，我们无法确定由谁接听。请使用电话本身的号码",
  "phone.uan": "这是公司的总机号码，请使用您自己的电话号码",
  "phone.global": "卫星电话和国际服务号码不能使用，请使用某个国家或地区的号码",
  "phone.country.sms":
    "您的单位不向该国家或地区发送短信。请使用其他号码，或联系服务台",
  "phone.country.voice":
    "您的单位不向该国家或地区拨打电话。请使用其他号码，或联系服务台",
  "code.limit": "目前不能再发送验证码。请在{time}后再试。",

  "code.title": "输入验证码",
  "code.queued.sms": "含有验证码的短信正在发往 {to}。",
  "code.queued.voice": "正在拨打 {to}。请接听，按任意键后收听验证码。",
  "code.sent.sms": "已向{to}发送含有验证码的短信。",
  "code.sent.voice": "已拨打{to}。请接听，按任意键后收听验证码。",
  "code.late.sms":
    "短信尚未能发往 {to}，我们会继续尝试。您也可以在下方选择其他方式。",
  "code.late.voice":
    "尚未能拨通 {to}，我们会继续尝试。您也可以在下方选择其他方式。",
  "code.failed.sms":
    "未能向 {to} 发送短信。请重新发送、改用电话接收，或使用其他号码。",
  "code.failed.voice":
    "未能拨通 {to}。请重新接听电话、改用短信接收，或使用其他号码。",
  "code.unknown.sms":
    "无法确定短信是否已送达 {to}。请等一分钟，如果仍未收到，请重新发送。",
  "code.unknown.voice":
    "无法确定电话是否已打到 {to}。请等一分钟，如果电话没有响，请让我们再打一次。",
  "code.queued.email": "含有验证码的邮件正在发往 {to}。",
  "code.sent.email":
    "已向{to}发送含有验证码的邮件。如果收件箱中没有，请查看垃圾邮件。",
  "code.late.email":
    "邮件尚未能发往 {to}，我们会继续尝试。您也可以在下方使用其他地址。",
  "code.failed.email":
    "未能向 {to} 发送邮件。请检查地址后重新发送，或使用其他地址。",
  "code.unknown.email":
    "无法确定邮件是否已送达 {to}。请等几分钟，如果仍未收到，请重新发送。",
  "code.check": "再次查看是否已发送",
  "code.overruled": "您输入的是{country}的号码，因此按该国家或地区处理。",
  "code.valid": "验证码的有效时间还有{time}。",
  "code.label": "验证码",
  "code.hint": "6 位数字",
  "code.hint.long":
    "20 位数字，有无空格均可。因多次输入错误的验证码，此码较长。",
  "code.submit": "验证",
  "code.again.title": "没有收到验证码？",
  "code.again.at": "{time}后可以重新获取。",
  "code.again.now": "现在可以重新获取。",
  "code.again.sms": "重新发送",
  "code.again.voice": "再给我打电话",
  "code.again.email": "重新发送",
  "code.instead.sms": "改为发短信给我",
  "code.instead.voice": "改为打电话给我",
  "code.another.phone": "使用其他号码",
  "code.another.email": "使用其他地址",
  "code.missing": "请输入我们发送给您的验证码",
  "code.short": "验证码不完整",
  "code.long": "输入的内容多于验证码",
  "code.wrong.one": "验证码不正确。您还可以再试 {n} 次",
  "code.wrong.other": "验证码不正确。您还可以再试 {n} 次",
  "code.late": "验证码已过期。请在下方获取新的验证码。",
  "code.tries": "输错次数过多，此验证码已失效。请在下方获取新的验证码。",
  "code.blocked": "连续输错验证码的次数过多。{time}后可以继续。",
  "code.elsewhere":
    "该验证码是为另一个窗口或另一台设备发送的。请在那里输入，或在下方获取用于此窗口的验证码。",
  "code.purpose":
    "该验证码是为其他用途发送的。请在下方获取用于此页面的验证码。",
  "code.early": "现在重新获取验证码还太早，请等待{time}。",
  "code.none": "这里没有等待输入的验证码。",
  "code.none.phone": "输入电话号码",
  "code.none.email": "输入电子邮件地址",

  "email.title": "您的电子邮件地址",
  "email.title.change": "更改电子邮件地址",
  "email.intro":
    "我们现在会向这个地址发送验证码，以后您忘记密码时也会发到这里。请使用不需要单位密码就能查看的地址。",
  "email.now":
    "当前地址为 {address}。在新地址确认之前保持不变；更改后，我们会通知原地址。",
  "email.label": "电子邮件地址",
  "email.hint": "例如 name@example.com",
  "email.submit": "给我发邮件",
  "email.empty": "请输入电子邮件地址",
  "email.form":
    "这不是完整的电子邮件地址。地址由名称、@ 和带点的域名组成，例如 name@example.com",
  "email.several": "请只输入一个电子邮件地址",
  "email.long": "地址太长，请使用较短的地址",
  "email.signs":
    "地址中含有无法用于发送邮件的符号，例如引号、括号或空格。请使用其他地址",
  "email.dots": "@ 前面的名称多了点号：位于开头或结尾，或连续出现两个。请检查",
  "email.domain": "@ 后面的部分不是邮件域名，请检查",
  "email.own": "该地址属于您的单位，没有密码时您可能无法查看。请使用私人地址",

  "prefer.title": "将此电话设为首选？",
  "prefer.what": "{number} 将排在您另一个号码之前。两个号码都可以继续使用。",
  "prefer.submit": "设为首选",
  "prefer.keep": "保持不变",

  "totp.title": "您的身份验证器应用",
  "totp.title.change": "更改身份验证器应用",
  "totp.intro":
    "身份验证器应用每 30 秒显示一个新的 6 位验证码，没有网络也能使用。任何此类应用都可以。如果还没有，请在手机的应用商店中搜索“身份验证器”。",
  "totp.now": "在新应用确认之前，当前的应用保持不变。",
  "totp.scan": "用应用扫描此图片",
  "totp.picture": "将 Aikagi 添加到身份验证器应用的二维码",
  "totp.private":
    "不要让任何人看到图片和密钥：拿到它们的人就能得到您的验证码。",
  "totp.or": "或者不使用摄像头",
  "totp.link": "在此设备的应用中打开",
  "totp.key": "或者在应用中输入此密钥：",
  "totp.confirm": "然后确认可以正常使用",
  "totp.label": "应用当前显示的验证码",
  "totp.label.four": "应用连续显示的四个验证码",
  "totp.hint": "6 位数字，每 30 秒更新一次。",
  "totp.hint.four": "24 位数字：连续四个验证码，每 30 秒更新一次。",
  "totp.four":
    "错误的验证码输入次数过多。为防止他人猜测，这次请连续输入四个验证码：先输入应用当前显示的一个，再在接下来的三个出现时立即依次输入。大约需要两分钟。",
  "totp.apart": "这不是连续的四个验证码。请从应用当前显示的验证码开始重新输入",
  "totp.missing": "请输入应用当前显示的验证码",
  "totp.wrong.one":
    "这不是应用当前显示的验证码。请查看 Aikagi 条目并输入最新的验证码。您还可以再试 {n} 次",
  "totp.wrong.other":
    "这不是应用当前显示的验证码。请查看 Aikagi 条目并输入最新的验证码。您还可以再试 {n} 次",
  "totp.skewed":
    "该验证码属于其他时间，您手机的时钟可能不准。请让手机自动设置时间，然后输入显示的验证码",
  "totp.none":
    "您之前扫描或输入的内容已失效。请在应用中删除 Aikagi 条目，然后扫描下方的新图片。",
  "totp.later": "之后您可以设置该应用。",

  "passkey.title": "添加通行密钥",
  "passkey.intro":
    "通行密钥通过指纹、面容、设备的 PIN 码或安全密钥证明您的身份。它只在本网站有效，因此任何人都无法骗走。",
  "passkey.name": "为它取个名称",
  "passkey.name.hint": "例如它所在的设备。最多 60 个字符。",
  "passkey.name.first": "我的通行密钥",
  "passkey.name.next": "我的通行密钥 {n}",
  "passkey.name.empty": "请输入通行密钥的名称",
  "passkey.name.long": "请输入较短的名称，最多 60 个字符",
  "passkey.submit": "创建通行密钥",
  "passkey.full":
    "您已有 10 个通行密钥，达到每个账户的上限。请先移除一个再添加。",
  "passkey.list": "已设置的通行密钥",
  "passkey.rename": "重命名",
  "passkey.remove": "移除",
  "passkey.others": "其他方式",
  "passkey.scripts":
    "使用通行密钥需要能运行本页脚本的浏览器。如果这里没有出现按钮，请选择其他方式。",
  "passkey.unsupported":
    "此浏览器不支持通行密钥。请在较新的手机或电脑上打开本页，或选择其他方式。",
  "passkey.busy": "请按照浏览器显示的步骤操作。",
  "passkey.unreadable": "无法读取浏览器的应答。请再按一次按钮。",
  "passkey.cancelled":
    "没有发送任何内容：请求被关闭，或未及时应答。请按按钮重试。",
  "passkey.held": "此设备或安全密钥中已有您账户的通行密钥。请使用另一个。",
  "passkey.address":
    "浏览器不允许在此地址使用通行密钥。请向服务台询问正确的地址，或选择其他方式。",
  "passkey.device": "此设备无法保存通行密钥。请使用其他设备，或选择其他方式。",
  "passkey.failed": "浏览器未能完成操作。请按按钮重试，或选择其他方式。",
  "passkey.late": "本页打开的时间过长，或已经提交过。请再按一次按钮。",
  "passkey.known": "此通行密钥已经设置过。请使用其他设备或安全密钥。",
  "passkey.origin":
    "此通行密钥是为其他网站创建的，因此未被接受。请检查本页的地址，然后再按一次按钮。",
  "passkey.refused":
    "设备的应答与我们的请求不符，因此未被接受。请再按一次按钮。",
  "passkey.wrong":
    "此通行密钥不是您在这里设置的，或其应答不符。请尝试其他通行密钥，或选择其他方式。",
  "passkey.copied":
    "此通行密钥的应答像是来自副本，因此未被接受。请移除它并添加新的，或选择其他方式。",
  "passkey.blocked":
    "不符的应答过多。{time}后可以再次使用通行密钥。在此之前，请选择其他方式。",
  "passkey.rename.title": "重命名通行密钥",
  "passkey.rename.submit": "保存名称",
  "passkey.remove.title": "移除此通行密钥？",
  "passkey.remove.what":
    "它将不再能证明您的身份。它仍保留在您的设备上，直到您在设备上删除。",
  "passkey.remove.last": "没有它，您将无法自行恢复账户。请先设置其他方式。",

  "remove.title": "移除您的电话？",
  "remove.what":
    "{number} 将不再能帮助您恢复账户。之后如果忘记密码，您将无法自行设置新密码。",
  "remove.more": "{number} 将不再能帮助您恢复账户。其他已设置的内容保持不变。",
  "remove.email.title": "移除您的电子邮件地址？",
  "remove.totp.title": "移除您的身份验证器应用？",
  "remove.totp.what":
    "该应用的验证码将不再能帮助您恢复账户。之后如果忘记密码，您将无法自行设置新密码。",
  "remove.totp.more":
    "该应用的验证码将不再能帮助您恢复账户。其他已设置的内容保持不变。移除之后，您可以在应用中删除 Aikagi 条目。",
  "remove.recovery.title": "移除您的恢复代码？",
  "remove.recovery.what":
    "您的所有代码都将失效。之后如果忘记密码，您将无法自行设置新密码。",
  "remove.recovery.more": "您的所有代码都将失效。其他已设置的内容保持不变。",
  "remove.questions.title": "移除您的安全问题？",
  "remove.questions.what": "您的答案将被删除。其他已设置的内容保持不变。",
  "remove.submit": "移除",
  "remove.keep": "保留",

  "thanks.title": "谢谢您",
  "thanks.phone": "您的电话 {number} 已设置。",
  "thanks.email": "您的电子邮件地址 {address} 已设置。",
  "thanks.totp": "您的身份验证器应用已设置。",
  "thanks.passkey": "您的通行密钥 {name} 已设置。",
  "thanks.questions": "您的安全问题已设置。",
  "thanks.recovery": "您的恢复代码已设置。",
  "thanks.used": "此验证码之前已成功使用，不需要再做什么。",
  "thanks.ready": "从现在起，忘记密码时您可以自行设置新密码。请记住此地址：",
  "thanks.reset": "重置忘记的密码",
  "thanks.needed.one": "还需要 {n} 种方式，您才能自行设置新密码。",
  "thanks.needed.other": "还需要 {n} 种方式，您才能自行设置新密码。",
  "advice.title": "建议再设置一种方式",
  "advice.why": "如果只有一种方式，一旦失去它，就只能求助于服务台。",
  "advice.recoveryCodes": "手机丢失或损坏时，写在纸上的恢复代码仍然有效。",
  "advice.passkey": "通行密钥不需要验证码，任何人都无法偷看或骗走。",
  "advice.totp": "身份验证器应用不需要网络，任何人都无法偷看其验证码。",
  "advice.phone": "设备或代码丢失时，电话号码仍然有效。",
  "advice.email": "手机丢失时，私人电子邮件地址仍然有效。",
  "advice.go": "设置：{method}",

  "recovery.title": "恢复代码",
  "recovery.intro":
    "忘记密码时，有了恢复代码，即使手机不在身边也能恢复账户。您会得到 10 个代码，每个只能使用一次。",
  "recovery.keep":
    "请写在纸上并放在安全的地方，或保存在密码管理器中。代码只在下一页显示一次。",
  "recovery.make": "生成我的代码",
  "recovery.shown":
    "这些代码已经显示过一次，无法再次显示。如果没有保存，请生成新代码。",
  "recovery.left.one": "您还有 {n} 个未使用的代码。",
  "recovery.left.other": "您还有 {n} 个未使用的代码。",
  "recovery.replace.one":
    "您的代码已用掉 {n} 个。新代码会补上，其余代码保持不变。",
  "recovery.replace.other":
    "您的代码已用掉 {n} 个。新代码会补上，其余代码保持不变。",
  "recovery.replace.submit": "显示新代码",
  "recovery.anew.title": "生成 10 个新代码？",
  "recovery.anew":
    "您现有的所有代码会立即失效。如果代码可能被他人看到，或者您找不到代码，请这样做。",
  "recovery.anew.submit": "生成 10 个新代码",
  "recovery.new.title": "请立即保存这些代码",
  "recovery.new.one.title": "请立即保存此代码",
  "recovery.new.once":
    "代码只显示这一次。请抄下来、打印本页，或保存为文件。任何拿到代码的人都能使用，因此不要给任何人看。",
  "recovery.new.one.once":
    "代码只显示这一次。请把它抄在其他代码旁边，其他代码仍然有效。",
  "recovery.new.label": "恢复代码",
  "recovery.new.save": "保存为文件",
  "recovery.new.done": "我已保存",
  "recovery.file.title": "{name} 在 {host} 的恢复代码",
  "recovery.file.note":
    "每个代码只能使用一次。请保存在只有您自己能看到的地方。",
  "recovery.code": "恢复代码",
  "recovery.code.hint": "13 个字母和数字，连字符可以省略",
  "recovery.missing": "请输入您的一个恢复代码",
  "recovery.letters": "恢复代码由数字和除 U 以外的字母组成。请检查输入的内容",
  "recovery.short": "代码不完整，应为 13 个字母和数字",
  "recovery.long": "输入的内容多于一个代码。代码应为 13 个字母和数字",
  "recovery.wrong.one": "这不是您未使用的代码。您还可以再试 {n} 次",
  "recovery.wrong.other": "这不是您未使用的代码。您还可以再试 {n} 次",
  "recovery.used": "该代码刚刚已被使用。请使用另一个代码",
  "recovery.blocked": "连续输错恢复代码的次数过多。{time}后可以继续。",
  "recovery.none": "您没有恢复代码。请使用其他方式。",

  "questions.title": "安全问题",
  "questions.title.change": "更改安全问题",
  "questions.intro":
    "忘记密码时，在您用其他方式证明身份之后，会再问其中几个问题。单凭这些问题，任何人都无法进入。",
  "questions.how":
    "请选择答案只有您知道、多年以后仍然记得的问题。认识您的人或在网上搜索您的人，不应该能猜到答案。大小写、声调符号、空格和标点不影响结果。",
  "questions.now":
    "您已保存过答案，我们无法显示。在此保存的内容会取代原来的答案。",
  "questions.question": "问题 {n}",
  "questions.choose": "请选择问题",
  "questions.answer": "答案 {n}",
  "questions.hint": "至少 3 个字符，之后不会再显示",
  "questions.submit": "保存我的答案",
  "questions.anew": "为了安全，表单不会保留答案。请全部重新输入。",
  "questions.fault.choose": "请选择问题",
  "questions.fault.twice": "此问题选了两次，请选择另一个",
  "questions.fault.missing": "请输入答案",
  "questions.fault.short":
    "答案太短，不够安全。请至少写 3 个文字、字母或数字，例如完整的姓名",
  "questions.fault.long": "答案太长，100 个字符以内即可",
  "questions.fault.question": "答案重复了问题中的词语，请写其他内容",
  "questions.fault.name": "答案是您用户名的一部分，请写别人不知道的内容",
  "questions.fault.contact":
    "这是您自己的电话号码或电子邮件地址的一部分，别人也知道。请写其他内容",
  "questions.fault.password":
    "这是您的密码。除登录时外，请不要在任何地方填写密码。请写其他答案",
  "questions.fault.common":
    "很多人都用这个答案，最容易被猜到。请写得更具体，或选择其他问题",
  "questions.fault.repeats": "答案只是同一个字符的重复，请写真实的答案",
  "questions.fault.same": "此答案填写了两次，请选择答案不同的问题",
  "questions.wrong.one": "答案不全对。您还可以再试 {n} 次",
  "questions.wrong.other": "答案不全对。您还可以再试 {n} 次",
  "questions.blocked.long":
    "答错次数过多，不会再问您的安全问题。登录之后，请重新设置问题。",
  "question.alone": "您第一次没有家人陪同的旅行去了哪里？",
  "question.argument": "您和最好的朋友第一次争吵是因为什么？",
  "question.bicycle": "您是在哪里学会骑自行车的？",
  "question.books": "您借了哪本书却一直没有还？",
  "question.borrowed": "您借给别人什么东西，再也没有要回来？",
  "question.broken": "您小时候弄坏了什么却没有告诉别人？",
  "question.bus": "您第一次独自乘坐的是哪条公交或地铁线路？",
  "question.coach": "您加入的第一个球队或社团由谁带领？",
  "question.cooked": "您第一次为别人做的是什么菜？",
  "question.dentist": "您小时候常去看的医生或牙医是谁？",
  "question.desk": "您第一份工作的第一天，坐在您旁边的是谁？",
  "question.earned": "您用自己挣的第一笔钱买了什么？",
  "question.feared": "您最怕的老师是哪一位？",
  "question.hidden": "您小时候把东西藏在哪里？",
  "question.interview": "第一个拒绝录用您的单位是哪一家？",
  "question.landlord": "您的第一位房东是谁？",
  "question.learned": "您会背的第一篇课文或会唱的第一首歌是什么？",
  "question.lost": "您小时候在哪里走丢过？",
  "question.neighbour": "您十岁时，隔壁住的是谁？",
  "question.noise": "小时候什么声音让您睡不着？",
  "question.pool": "您是在哪里学会游泳的？",
  "question.present": "您小时候想要却一直没有得到的礼物是什么？",
  "question.prize": "您第一次得奖是因为什么？",
  "question.repaired": "您自己修好的第一件东西是什么？",
  "question.role": "您在学校第一次演出时扮演什么角色？",
  "question.scar": "您最早的一处伤疤是怎么来的？",
  "question.seat": "您上学第一年的同桌是谁？",
  "question.slept": "您曾经在哪里不该睡却睡着了？",
  "question.sweets": "您小时候在哪家店买糖果？",
  "question.tent": "您第一次在帐篷里过夜是在哪里？",
  "question.toy": "您小时候抱着睡觉的玩具叫什么名字？",
  "question.tree": "您小时候爬过哪里的树或墙？",
  "question.trouble": "您在学校第一次挨批评是因为做了什么？",

  "reset.title": "重置忘记的密码",
  "reset.intro": "请输入您的用户名或账户的电子邮件地址，然后证明是您本人。",
  "reset.who": "用户名或电子邮件地址",
  "reset.who.missing": "请输入您的用户名或电子邮件地址",
  "reset.who.invalid": "请检查：没有这样的用户名或电子邮件地址",
  "reset.go": "继续",
  "reset.over":
    "该流程已结束，或是在其他浏览器中开始的。如果您已设置新密码，请用它登录；否则请在此重新开始。",
  "reset.going": "您已经开始了。",
  "reset.going.go": "从上次的步骤继续",
  "reset.limit": "尝试次数过多，没有更改任何内容。请在{time}后重试。",
  "reset.help": "联系管理员",
  "reset.support": "支持代码：{code}",
  "reset.again": "重新开始",
  "reset.why.title": "发生了什么？",
  "reset.why.password": "我忘记了密码",
  "reset.why.unlock": "我知道密码，但无法登录",
  "reset.why.missing": "请按其中一个按钮",
  "reset.prove.password": "设置新密码之前，请证明是您本人。",
  "reset.prove.unlock": "解锁账户之前，请证明是您本人。",
  "reset.prove.more": "已完成一项证明，还需要一项。",
  "reset.prove.none":
    "目前这里没有其他方式可以证明是您本人。管理员可以帮助您。",
  "reset.to.phone": "尾号为 {end} 的电话号码",
  "reset.to.email": "以“{start}”开头的地址",
  "reset.send.phone":
    "请先输入完整的电话号码。系统会与您登记的号码核对，不会向其他号码发送验证码。",
  "reset.send.email": "通过邮件",
  "reset.number.hint": "固定电话请加区号，书写方式不限。",
  "reset.number.short": "位数不够。请输入完整的电话号码",
  "reset.number.signs": "电话号码只能包含数字。请去掉其他符号",
  "reset.number.mismatch.one": "这不是您登记的电话号码。您还可以再试 {n} 次",
  "reset.number.mismatch.other": "这不是您登记的电话号码。您还可以再试 {n} 次",
  "reset.number.last": "这不是您登记的电话号码。目前不能再试",
  "reset.number.over":
    "错误的号码过多，因此没有发送任何内容。请在{time}后再试。",
  "reset.code.late":
    "验证码还未能发送到{to}。我们会继续尝试。您也可以在下方选择其他方式。",
  "reset.code.failed":
    "验证码未能发送到{to}。请重新发送，或在下方选择其他方式。",
  "reset.code.nothing":
    "如果{to}没有收到验证码，请重新发送，或在下方选择其他方式。",
  "reset.code.late.alone":
    "验证码还未能发送到{to}。我们会继续尝试。如果一直没有收到，请联系管理员。",
  "reset.code.failed.alone": "验证码未能发送到{to}。请重新发送，或联系管理员。",
  "reset.code.nothing.alone":
    "如果{to}没有收到验证码，请重新发送，或联系管理员。",
  "reset.elsewhere": "将验证码发送到其他地方",
  "reset.questions": "回答您的安全问题",
  "reset.questions.intro":
    "还有一步：请按设置这些问题时的方式回答。不区分大小写。",
  "reset.questions.changed": "问题已更改。请回答下面的问题。",
  "reset.password.title": "设置新密码",
  "reset.password.intro": "您已证明是您本人。现在请设置新密码。",
  "reset.password.go": "设置新密码",
  "reset.unlock.title": "解锁您的账户",
  "reset.unlock.intro": "您已证明是您本人。您的密码保持不变。",
  "reset.unlock.go": "解锁我的账户",
  "reset.unreachable":
    "没有更改任何内容，因为无法连接到保存密码的地方。您的证明仍然有效。请在一分钟后重试。",
  "reset.unknown":
    "我们不知道是否成功。请尝试登录。如果无法登录，请在此重试：您的证明仍然有效。",
  "reset.forbidden":
    "没有更改任何内容：此服务不能对您的账户执行该操作。管理员可以。",
  "reset.done.title": "您的密码已更改",
  "reset.done":
    "请用新密码登录。所有设备均已退出本服务，我们已通知您登记的所有电话号码和电子邮件地址。",
  "reset.unlocked.title": "您的账户已解锁",
  "reset.unlocked":
    "请用您知道的密码登录。所有设备均已退出本服务，我们已通知您登记的所有电话号码和电子邮件地址。",
  "reset.devices":
    "如果手机或电脑上仍在使用旧密码，请一并更改，否则账户可能会再次被锁定。",
  "reset.signIn": "登录并查看您的恢复方式",
  "change.title": "更改密码",
  "change.intro": "请输入当前密码，然后设置新密码。",
  "change.due.mustChange":
    "您的密码是由他人设置的。请设置您自己的新密码，然后即可继续。",
  "change.due.expired": "您的密码已过期。请设置新密码，然后即可继续。",
  "change.old": "当前密码",
  "change.old.missing": "请输入当前密码",
  "change.submit": "更改密码",
  "change.refused":
    "未能更改密码。请检查用户名和当前密码。如果两者都正确，请等几分钟再试，或联系服务台。",
  "change.forgotten": "我不知道密码",
  "change.done.title": "密码已更改",
  "change.done":
    "从现在起，请在各处使用新密码。其他设备已在此处退出登录，您设置的所有手机和邮箱都会收到通知。",
  "change.done.go": "前往您的列表",
  "newPassword.label": "新密码",
  "newPassword.missing": "请输入新密码",
  "newPassword.show": "显示密码",
  "newPassword.hint":
    "三个互不相关的词，中间用空格隔开，容易记住，又难以猜到。",
  "newPassword.rule.length": "至少 {n} 个字符，空格也算。",
  "newPassword.rule.common": "不能是您的名字，也不能是很多人使用的密码。",
  "newPassword.rule.present": "不能是当前密码。",
  "newPassword.rule.history": "不能是最近用过的 {n} 个密码之一。",
  "newPassword.rule.classes":
    "包含以下 {n} 类：小写字母、大写字母、数字、符号、其他文字。",
  "newPassword.rule.noName": "不能包含您的用户名或姓名。",
  "newPassword.short": "新密码至少需要 {n} 个字符。请再加一个词。",
  "newPassword.long": "新密码超过 1024 个字符。请设置短一些的密码。",
  "newPassword.common":
    "很多人使用这个密码，因此它会最先被尝试。请选择三个互不相关的词。",
  "newPassword.name": "新密码由您的名字组成。请选择三个互不相关的词。",
  "newPassword.control": "新密码中有键盘无法输入的字符。请手动输入。",
  "newPassword.weak": "计算机很快就能猜到这个密码。请再加一两个互不相关的词。",
  "newPassword.breached":
    "这个密码曾在别处被盗，攻击者已经知道。请换一个密码，并在其他使用它的地方也更改。",
  "newPassword.policy":
    "您的组织不允许这个密码。请尝试更长的密码，并包含大写字母、数字和符号。",
  "newPassword.policy.rule": "您的组织不允许这个密码。规则：{rule}",
  "newPassword.history": "您以前用过这个密码。请设置一个新的密码。",
  "newPassword.young": "您的密码不久前刚更改过。{time}后可以再次更改。",
  "newPassword.young.later":
    "您的密码不久前刚更改过。请明天再试，或联系服务台。",
  "newPassword.unreachable":
    "目前无法连接到您组织的账户。密码没有更改。请等几分钟再试。",
  "newPassword.unknown":
    "无法确定新密码是否已生效。请尝试用新密码登录。如果不行，请使用之前的密码，并在此重试。",
  "newPassword.forbidden":
    "此处不能更改这个密码，密码保持不变。请联系服务台更改。",

  "prove.title": "证明是您本人",
  "prove.frozen":
    "您账户的恢复功能已冻结。要重新开启，请用在被阻止的更改之前设置的方式证明身份。仅凭密码是不够的。",
  "prove.none": "目前这里没有您可以用来证明身份的方式。服务台可以帮助您。",
  "prove.lost":
    "这里要求的方式都已丢失？请联系服务台，他们可以将其从您的账户中移除，之后您可以重新设置。",
  "prove.passkey": "使用通行密钥",
  "prove.totp": "使用身份验证器应用",
  "prove.totp.used": "该验证码已经用过。请等待应用显示下一个",
  "prove.recovery": "使用恢复代码",
  "prove.send": "获取验证码",
  "prove.where": "验证码发送到哪里？",
  "prove.where.missing": "请按验证码发送目标对应的按钮",
  "prove.to.sms": "发短信到{to}",
  "prove.to.voice": "打电话到{to}",
  "prove.to.email": "发邮件到{to}",

  "lift.title": "重新开启账户恢复？",
  "lift.why":
    "{time}前，有人表示某项更改并非本人所为，因此账户恢复已冻结。在重新开启之前，这里的任何内容都不能更改，密码也不能重置。",
  "lift.doubted":
    "在该更改之后设置的内容可能来自陌生人，因此现在会被移除。属于您的请重新设置：",
  "lift.submit": "重新开启",
  "lift.keep": "保持冻结",
  "lift.done.title": "账户恢复已开启",
  "lift.done":
    "您可以更改已设置的内容，忘记密码时也可以自行设置新密码。请检查列表，其中的每一项都应该是您的。",
  "lift.password":
    "如果密码可能已被他人知道，请立即用平常的方式更改，或联系服务台。",

  "challenge.title": "请再稍候片刻",
  "challenge.why":
    "类似的请求很多，因此我们要确认不是机器在尝试各种名称。您无需辨认或解答任何内容。",
  "challenge.wait": "请等待{time}，然后按“继续”。",
  "challenge.busy":
    "您的设备正在做一个小计算，需要几秒钟。现在就可以按“继续”。",
  "challenge.still": "仍在计算。按下“继续”后，会自动进入下一页。",
  "challenge.ready": "已就绪。请按“继续”。",
  "challenge.submit": "继续",
  "challenge.early": "还没有到时间。",
  "challenge.late": "用时过长，需要重新开始。",
  "challenge.again": "这次没有通过，需要重新开始。",
  "challenge.limit": "您附近以等待方式继续的人过多。请在{time}后再试。",
  "challenge.trap": "请将此栏留空",

  "outcome.generic.title": "您无法在此自行恢复登录",
  "outcome.generic": "以您提供的名称无法继续。",
  "outcome.off.title": "此处尚不能重置密码",
  "outcome.off": "您的组织还没有设置此服务。",
  "outcome.tooFew.title": "还需要一种恢复方式",
  "outcome.tooFew": "您的组织要求两项证明，而您的账户设置得不够。",
  "outcome.tries.title": "尝试次数过多",
  "outcome.tries": "错误的验证码或答案过多，这种方式已关闭。",
  "outcome.questions.title": "不再问您的安全问题",
  "outcome.questions":
    "答错次数过多，而且没有设置其他可以代替安全问题的方式。能够登录之后，请重新设置问题。",
  "outcome.link.title": "此链接已无效",
  "outcome.link": "它已被使用、已过期，或属于已结束的重置。",
  "outcome.asked.title": "已询问您的管理员",
  "outcome.asked":
    "如果有该名称的账户，负责的管理员会收到邮件。他们在做任何事之前会确认是您本人，因此可能会给您打电话。",
  "outcome.next.help": "请联系管理员，并告知下面的代码。",
  "outcome.next.other": "请选择其他方式，或联系管理员。",
  "outcome.next.begin": "请重新开始。如果仍然不行，请联系管理员。",
  "outcome.next.nothing":
    "这里无需再做什么。没有人会向您索要密码或您收到的验证码。",
  "outcome.code": "此页面的代码：{code}",
  "help.page": "您的组织有自己的页面帮助无法登录的人。请准备好支持代码。",
  "help.page.go": "前往 {host}",
  "help.mail":
    "请用任意地址写信给负责账户的人。支持代码会告诉他们从哪里查起。不要写密码或您收到的验证码。",
  "help.mail.go": "写信给 {address}",
  "help.mail.subject": "我无法登录，需要新密码",
  "help.mail.subject.code": "我无法登录，需要新密码（支持代码 {code}）",
  "help.ask":
    "按下按钮，管理员会收到您无法登录的邮件。他们在做任何事之前会确认是您本人。",
  "help.never": "没有人会向您索要密码或您收到的验证码。",
  "help.submit": "询问管理员",
  "help.nobody":
    "无法从这里询问任何人。请致电或前往服务台，如果下面有支持代码，请告知。",
  "help.limit":
    "管理员被询问的次数过多，不再发送邮件。请在{time}后再试，或致电服务台。",
  "link.title": "是您本人要求此链接的吗？",
  "link.here": "按下按钮，证明您收到了此邮件。重置将在这里继续。",
  "link.compare":
    "只有当您已在另一个窗口开始重置密码时，才按下按钮。之后将在这里继续。那个窗口显示相同的支持代码：",
  "link.not": "如果不是您开始的，请关闭此页面。不按按钮，什么都不会发生。",
  "link.go": "是我本人",

  "stop.title": "这不是我本人操作",
  "stop.intro":
    "您收到了账户更改的通知，但该更改并非您所为？请输入通知中的代码。",
  "stop.what":
    "提交后，所有人会立即在这里退出登录，账户恢复会被冻结：任何人都不能在这里重置密码，也不能更改已设置的内容。您的密码保持不变。",
  "stop.lift":
    "您可以用在该更改之前设置的方式重新开启账户恢复，服务台也可以为您开启。",
  "stop.label": "通知中的代码",
  "stop.hint": "8 个字母和数字，例如 7K3M 9QXA",
  "stop.submit": "立即冻结账户恢复",
  "stop.missing": "请输入通知中的代码",
  "stop.shape":
    "这不是此类通知中的代码。代码由 8 个字母和数字组成。请检查输入的内容",
  "stop.unknown":
    "此代码目前不会冻结任何内容。请与通知核对。如果之前已经用过，则账户恢复已经冻结。代码的有效期为 30 天，过期后请告知服务台",
  "stop.limit":
    "尝试的代码过多，没有更改任何内容。请在{time}后重试，或现在就告知服务台。",
  "stop.done.title": "账户恢复已冻结",
  "stop.done":
    "所有人都已在这里退出登录。任何人都不能在这里重置密码或更改已设置的内容。我们会通知该账户的每个电话和地址。",
  "stop.done.lift": "登录并重新开启账户恢复",

  "error.request.title": "操作未成功",
  "error.request":
    "浏览器发送的内容我们无法理解。没有更改任何内容。请返回后再试。",
  "error.forbidden.title": "此页面打开的时间过长",
  "error.forbidden":
    "为了安全，我们没有接受其中的内容，也没有更改任何内容。请重新打开页面，从头开始。",
  "error.large.title": "内容太长",
  "error.large": "没有更改任何内容。请返回，缩短输入的内容后重新发送。",
  "error.other.title": "此页面属于另一个流程",
  "error.other":
    "打开此页面之后，同一浏览器中又开始了另一个流程。没有从此页面发送或更改任何内容。请继续较新的流程，或重新开始。",
  "error.other.go": "继续较新的流程",
  "error.missing.title": "没有这个页面",
  "error.missing": "请检查地址，或从首页开始。",
  "error.limit.title": "操作过于频繁",
  "error.limit": "没有更改任何内容。请等几分钟再试。",
  "error.fault.title": "我们这里出了问题",
  "error.fault":
    "问题出在我们这边，已经记录。请过一分钟再试。届时如果验证码无效，请使用新的验证码。",
  "error.down.title": "暂时无法使用",
  "error.down":
    "我们无法连接此页面所需的服务。请过几分钟再试。届时如果验证码无效，请使用新的验证码。",

  "outbox.title": "本应发送的内容",
  "outbox.intro":
    "开发服务器不会真正发送任何内容。最新的排在最前，时间为 UTC。",
  "outbox.empty": "暂无内容。",

  "text.code": "Aikagi验证码{code}，{minutes}分钟内有效，切勿告诉他人。",
  "text.code.brief": "Aikagi验证码{code}",
  "text.contact": "求助：{contact}",
  "text.changed":
    "Aikagi：账户恢复方式已变更。如非本人操作，打开并输入：{host}/stop {stop}",
  "text.changed.brief": "已变更。非本人？{host}/stop {stop}",
  "text.removed":
    "Aikagi：一种账户恢复方式已移除。如非本人操作，打开并输入：{host}/stop {stop}",
  "text.removed.brief": "已移除。非本人？{host}/stop {stop}",
  "text.codeUsed":
    "Aikagi：一个恢复代码已被使用。如非本人操作，打开并输入：{host}/stop {stop}",
  "text.codeUsed.brief": "代码已用。非本人？{host}/stop {stop}",
  "text.frozen":
    "Aikagi：账户恢复已冻结。重新开启：登录 {host}/register 或联系服务台",
  "text.frozen.brief": "恢复已冻结。开启：{host}/register",
  "text.lifted":
    "Aikagi：账户恢复已重新开启。如非本人操作，打开并输入：{host}/stop {stop}",
  "text.lifted.brief": "已开启。非本人？{host}/stop {stop}",
  "text.password":
    "Aikagi：您的密码已更改。如非本人操作，打开并输入：{host}/stop {stop}",
  "text.password.brief": "密码已改。非本人？{host}/stop {stop}",
  "text.reset":
    "Aikagi：您的密码已重置。如非本人操作，打开并输入：{host}/stop {stop}",
  "text.reset.brief": "已重置。非本人？{host}/stop {stop}",
  "text.unlocked":
    "Aikagi：您的账户已解锁。如非本人操作，打开并输入：{host}/stop {stop}",
  "text.unlocked.brief": "已解锁。非本人？{host}/stop {stop}",
  "mail.code.subject": "您的 Aikagi 验证码",
  "mail.code.intro":
    "有人在 {host} 输入了此地址，要将它用于一个账户。如果是您本人，请在那里输入此验证码：",
  "mail.code.valid": "有效时间为 {minutes} 分钟。不要告诉任何人，包括服务台。",
  "mail.code.not":
    "如果不是您本人，无需任何操作。没有验证码，此地址不会被使用。",
  "mail.code.prove":
    "有人已登录 {host}，需要证明是您本人。如果是您本人，请在该页面输入此验证码：",
  "mail.code.prove.not":
    "如果不是您本人，可能有人知道您的密码。请立即更改密码，或告知服务台。",
  "mail.help.subject": "有人无法登录，请求重置密码",
  "mail.help": "账户 {name} 的用户无法在 {host} 登录，请您重置其密码。",
  "mail.help.code": "日志中此请求的支持代码是 {code}。请向本人询问该代码。",
  "mail.help.check":
    "任何人都可能发出此请求，因此请先确认身份：拨打您从其他渠道得知的号码，或当面确认。对此邮件的回复，或有人现在给您的号码，都不能证明什么。不要用邮件发送密码。",
  "mail.code.reset":
    "有人在 {host} 想要恢复登录您的账户。如果是您本人，请在那里输入此验证码：",
  "mail.code.link": "或者在您开始操作的浏览器中打开此页面，并按下按钮：",
  "mail.code.reset.not":
    "如果不是您本人，无需任何操作。没有验证码或链接，什么都不会更改。",
  "mail.changed.subject": "您的 Aikagi 账户有更改",
  "mail.changed":
    "您在 {host} 的账户恢复方式有更改。如果是您本人操作，则无需再做什么。",
  "mail.removed.subject": "您的 Aikagi 账户移除了一项内容",
  "mail.removed":
    "您在 {host} 的一种账户恢复方式已移除。如果是您本人操作，则无需再做什么。",
  "mail.codeUsed.subject": "您的一个恢复代码已被使用",
  "mail.codeUsed":
    "您账户的一个恢复代码已在 {host} 使用，不能再次使用。如果是您本人操作，则无需再做什么。",
  "mail.frozen.subject": "您的 Aikagi 账户恢复已冻结",
  "mail.frozen":
    "有人表示您在 {host} 的账户的某项更改并非您所为，因此目前不能恢复或更改任何内容。要重新开启，请在 {host}/register 登录，或联系服务台。",
  "mail.lifted.subject": "您的 Aikagi 账户恢复已重新开启",
  "mail.lifted":
    "您在 {host} 的账户恢复曾被冻结，现已重新开启。如果是您本人操作，则无需再做什么。",
  "mail.password.subject": "您的密码已更改",
  "mail.password":
    "您的账户密码已在 {host} 更改。如果是您本人操作，则无需再做什么。",
  "mail.reset.subject": "您的密码已重置",
  "mail.reset":
    "您的账户密码已在 {host} 重置。如果是您本人操作，则无需再做什么。",
  "mail.unlocked.subject": "您的账户已解锁",
  "mail.unlocked":
    "您的账户已在 {host} 解锁，密码不变。如果是您本人操作，则无需再做什么。",
  "mail.contact": "需要帮助时请联系：{contact}",
  "mail.stop":
    "如果不是您本人操作，请在浏览器中打开 {host}/stop，并输入此代码：",
  "voice.intro":
    "您好，这里是{host}的Aikagi。有人请求向此电话播报验证码。如果不是您本人，请挂断。要收听验证码，请按任意键。",
  "voice.extension": "您好，请转接分机 {digits}。",
  "voice.extension.again": "再说一遍，请转接分机 {digits}。",
  "voice.code": "您的验证码是：{digits}。",
  "voice.again": "再说一遍，您的验证码是：{digits}。",
  "voice.valid.one": "有效时间为{n}分钟。",
  "voice.valid.other": "有效时间为{n}分钟。",
  "voice.end": "不要把验证码告诉任何人。再见。",
  "voice.changed": "您好，这里是Aikagi。您的账户恢复方式有更改。",
  "voice.removed": "您好，这里是Aikagi。您的一种账户恢复方式已移除。",
  "voice.codeUsed": "您好，这里是Aikagi。您的一个恢复代码已被使用。",
  "voice.frozen":
    "您好，这里是Aikagi。您的账户恢复已冻结。要重新开启，请登录 {host}，斜杠，register，或联系服务台。再见。",
  "voice.lifted": "您好，这里是Aikagi。您的账户恢复已重新开启。",
  "voice.password": "您好，这里是Aikagi。您的账户密码已更改。",
  "voice.reset": "您好，这里是Aikagi。您的密码已重置。",
  "voice.unlocked": "您好，这里是Aikagi。您的账户已解锁。",
  "voice.stop":
    "如果不是您本人操作，请打开网页 {host}，斜杠，stop，并输入此代码：{letters}。",
  "voice.stop.again":
    "再说一遍，网页是 {host}，斜杠，stop，代码是：{letters}。",
  "voice.stop.end": "如果是您本人操作，则无需再做什么。再见。",
  "voice.letter": "{word}的{letter}",
  "voice.digit.0": "零",
  "voice.digit.1": "一",
  "voice.digit.2": "二",
  "voice.digit.3": "三",
  "voice.digit.4": "四",
  "voice.digit.5": "五",
  "voice.digit.6": "六",
  "voice.digit.7": "七",
  "voice.digit.8": "八",
  "voice.digit.9": "九",
};
