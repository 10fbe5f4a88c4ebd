/**
 * Common answers in Chinese and Arabic, and the best known of other languages.
 *
 * @module
 */

/** One word each, divided by white space. */
export const MORE: string = `
没有 不知道 不记得 忘记了 忘了 秘密 答案 密码 测试 妈妈 爸爸 父亲 母亲 奶奶 爷爷 外婆 外公 哥哥 姐姐 弟弟 妹妹 老师 朋友 同学 家里 在家 学校 公司 办公室
红色 蓝色 绿色 黄色 黑色 白色 粉色 紫色 小狗 小猫 小白 小黑 小花 旺财 来福 豆豆 宝宝 贝贝 米饭 面条 饺子 火锅 红烧肉 西红柿炒鸡蛋 番茄炒蛋 蛋炒饭 苹果 香蕉 西瓜
北京 北京市 上海 上海市 广州 深圳 天津 重庆 成都 武汉 西安 南京 杭州 苏州 香港 台北 中国 美国 日本 英国
王伟 李伟 张伟 王芳 李娜 张敏 李静 王静 刘伟 王秀英 张丽 李强 王老师 李老师 张老师 刘老师 陈老师 杨老师 小明 小红 王强 李军 王勇 张杰 张磊
足球 篮球 乒乓球 羽毛球 游泳 医生 教师 护士 警察 司机 自行车 手机 钱包 西游记 红楼梦 三国演义 水浒传 静夜思 春晓 小学 中学 大学 公园 游泳池
لايوجد لاشيء لااعرف لاأعرف نسيت سر جواب سؤال كلمةالسر كلمةالمرور امي أمي ابي أبي الام الاب جدتي جدي اخي اختي صديقي البيت المنزل المدرسة العمل
احمر ازرق اخضر اصفر اسود ابيض قطة كلب سمك عصفور حصان بيتزا كبسة رز دجاج شاورما فلافل كشري برجر معكرونة تفاح موز
القاهرة الرياض جدة مكة المدينة دبي أبوظبي الدوحة الكويت عمان بيروت دمشق بغداد الدارالبيضاء الرباط تونس الجزائر الخرطوم الإسكندرية
مصر السعودية الإمارات المغرب العراق سوريا لبنان الأردن قطر محمد أحمد علي حسن حسين عمر خالد عبدالله إبراهيم يوسف مصطفى محمود سعيد عبدالرحمن
فاطمة عائشة مريم زينب خديجة سارة نورة هند ليلى أمل منى القرآن الفاتحة سورةالفاتحة كرةالقدم السباحة طبيب معلم مهندس
nada nadie nose nolose madre padre mama papa casa perro gato azul rojo verde negro blanco jose juan maria carlos luis antonio manuel garcia lopez
rien jenesaispas maman chien chat bleu rouge vert noir blanc jean pierre michel marie martin bernard dubois maison ecole
nichts keine keiner weissnicht weissichnicht mutter vater hund katze blau rot gruen schwarz weiss mueller schmidt schneider fischer hause schule
niente nessuno cane gatto rosso verde nero bianco rossi russo ferrari mario giuseppe giovanni
kimchi 김치 없음 없다 몰라 모름 모르겠다 비밀 엄마 아빠 어머니 아버지 서울 부산 대구 인천 김치찌개 라면 김민수 이영희 김철수 학교 선생님 친구
нет незнаю мама папа москва собака кошка синий красный иван мария пицца дом школа
`;
