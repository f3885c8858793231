/** Somebody says in their own words that something fails: the line that says so. */

/** Words for it, in the languages that people ask in. A question, or a wish, has none of them. */
const FAILS: readonly RegExp[] = [
  /\b(?:does|do|did|will|would|is|are|was|can|could|has)(?:n['’]t| not) (?!an? |the |know|understand|want|see any (?:way|setting)|sure|necessar|supposed|required|need|matter|mean|only|clear)\w|\bcannot \w|\bno longer \w|\bnever (?:gets?|comes?|leaves?|loads?|starts?|ends?|finish\w{0,2}|returns?|stops?|works?|appears?|becomes?)\b|\bno (?:build )?logs?\b|\bnothing (?:happens|comes|appears|more|new|is shown)\b/i,
  /\b(?:fail(?:s|ed|ing|ure)|crash(?:es|ed|ing)?|hangs?|hung|stuck|fro(?:ze|zen)|freezes|broken?|breaks|errored|dies|died|killed|refuse[sd]|reject(?:s|ed)|denied|blocked|unreachable|exceeded|exhausted|unresponsive|unauthorized|forbidden|time[sd]? ?out|timeouts?|stopped|went down|goes down|is down|clashe[sd]|disappear(?:s|ed)|disconnect(?:s|ed)|(?:is|are|was|stays?|remains?|comes|page|log is|screen) (?:missing|empty|blank|lost|wrong|white)|not found|incompatib\w{0,6}|not running)\b/i,
  /\b(?:an?|the|this|that|following|same|with|runtime|build|get|shows?|says?|gives?|only|of|HTTP|client|server|strange|another) (?:\w{1,20} ){0,1}[`"“*]{0,3}(?:\w{0,30}[Ee]rrors?|\w{0,30}[Ee]xceptions?)\b(?! (?:handling|messages? (?:is|are) better|codes?\b))|\b[Ee]rror (?:output|messages?|when|while|occurs?|says)\b|\b\w{3,30}(?:Error|Exception)\b|\b[A-Z]{3,12}_ERROR\b|\bERROR\b|\*\*Error|\b(?:HTTP|status|code|error):? ?[45]\d\d\b/,
  /(?<!\p{L})(?:Fehler|fehl|stürzt|hängt|bricht .{0,40}ab|abgebrochen|verweigert|nicht (?:mehr|gefunden|erreichbar)|(?:funktioniert|geht|startet|lädt|läuft) .{0,30}nicht|erreurs?|échou\p{L}{1,4}|échec|plante|bloqué\p{L}{0,2}|refus\p{L}{1,3}|introuvable|n['’e] ?(?:\p{L}{1,4} )?(?:marche|fonctionne|démarre|charge|répond)\p{L}{0,2} (?:pas|plus)|falla\p{L}{0,2}|fallo|se cuelga|rechaz\p{L}{1,4}|(?:no|não|nunca) (?:funciona|arranca|carga|responde|inicia|abre|aparece|carrega|encontr\p{L}{1,5})|erros?|falha\p{L}{0,2}|trava|errore|errori|bloccat\p{L}|non (?:funziona|parte|carica|risponde)|nie działa|błąd|bị (?:lỗi|treo)|lỗi|gagal|hata|çalışmıyor)(?!\p{L})/iu,
  /ошибк|не (?:работает|запускает|загружает|открывает|отвечает|найден|удал)|падает|упал|завис|отказ|报错|错误|失败|无法|不能|打不开|不起来|卡住|卡在|崩溃|超时|没有反应|没有用|不工作|不动|异常|不可用|暂停状态|報錯|錯誤|失敗|無法|エラー|できな|できません|動きません|動かな|動作しな|落ち|発生|表示されな|止ま|足りな|停止|拒否|오류|에러|실패|안 (?:됩|되|돼)|않|죽|깨지|깨진|멈|초기화|불가|거부|끊/i,
];

/** Somebody has it: they speak of themselves, or fill in a report. */
const HAD =
  /\b(?:I|I'm|I've|my|me|our)\b|\b(?:steps to reproduce|describe the bug|attempt \d|root cause|post-?mortem)\b|\*\*(?:Error|Status|Commit)\b|现象|現象|현상|증상|발생|❌|我|请问|怎么|\b(?:ich|mein\w{0,2}|je|j'ai|mon|yo|mi|eu|meu)\b|у меня|мой|私|です/i;
/** A question, or what leads to a list, complains of nothing. */
const LEADS_ON = /^[^.!。]{0,200}[?？]$|[:：]$/;
/** Rows of tables, stamps and levels of programs; further in a level is a word of the message. */
const PRINTED = /^\||^\[?\d{1,4}[-:/]\d|^.{0,60}\b(?:INFO|DEBUG|WARNING)\b|^\[/;

/** An exception by its name. */
const NAMED = /\b[A-Z]\w{2,30}(?:Error|Exception)\b/;

/** Whether a line names an exception. */
export function namesException(line: string): boolean {
  return NAMED.test(line);
}

/** Whether somebody tells of something that they have. */
export function isHad(text: string): boolean {
  return HAD.test(text);
}

/** Sentences, as far as punctuation tells; a dot within a version or an address ends none. */
const SENTENCE_END = /(?<=[.!?](?=\s|$)|[。！？])/;
/** A keyword or a title ends in none of these. */
const STATEMENT = /[.!。！]$/;
const QUESTION = /[?？]\s{0,3}$|^(?:how|what|which|when|where|why|who|can|could|should|may|is|are|does|do|will|would|has|any) .{1,200}$/i;
/** A question by which somebody asks for help with what they told. */
const ASKS_FOR_HELP =
  /\b(?:what (?:can|could|should|do|did|have) I|how (?:do|can|could|should) (?:I|we) (?:fix|solve|stop|end|avoid|prevent|get (?:rid|it|this|around)|debug)|why|any(?:one|body)?\b.{0,20}\b(?:idea|ideas|help|else|hints?|same)|wrong|what(?:'s| is| could be)? (?:happening|going on|the (?:reason|cause))|where (?:do|can|should) I look|normal|expected|a bug|known|how come|missing|help|warum|wieso|woran|was (?:tun|kann ich|mache ich)|pourquoi|que faire|comment (?:résoudre|corriger)|por qué|qué (?:hago|puedo)|por que|o que (?:faço|fazer)|perché|cosa (?:faccio|posso)|dlaczego|kenapa|neden|waarom)\b|почему|что делать|как (?:исправить|решить)|tại sao|为什么|怎么回事|怎么办|解决|なぜ|どうすれば|原因|でしょうか|왜|해결/i;
/** Wishes, thanks and success: nothing of that is a complaint. */
const NO_COMPLAINT =
  /\b(?:would like|['’]d like|I want\b|wish|plan(?:ning)? to|looking for|going to|feature request|please (?:add|support)|thank(?:s| you)|solved|no problems?|(?:works?|runs?|working|running) (?:now|again|well|fine|great|perfectly|stable)|(?:is|are|all|been) (?:fine|stable|good)|as fast|faster|cheaper|tutorial|möchte|würde gerne?|danke|voudrais|veux|merci|quiero|gracias|gostaria|quero|obrigad[oa]|vorrei|grazie|хочу|спасибо|хотел)(?!\p{L})|想(?:要|把|换|用|知道)|谢谢|解决了|たい(?:です|の|と)|ありがとう|教えて|하고 싶|감사/iu;

/**
 * Whether a text only states something, besides asking for help with it: no how-to, wish, thanks or success. Who hands such a text to a
 * program that explains failures means one, whatever the words.
 */
export function isOnlyStated(text: string): boolean {
  const sentences = text.split(SENTENCE_END).map((sentence) => sentence.trim());
  const asked = sentences.filter((sentence) => QUESTION.test(sentence));
  const isStated = sentences.some((sentence) => STATEMENT.test(sentence));
  return isStated && !NO_COMPLAINT.test(text) && asked.every((sentence) => ASKS_FOR_HELP.test(sentence));
}

/** Whether a line says in somebody's own words that something fails. */
export function isComplaint(line: string): boolean {
  return !LEADS_ON.test(line) && !PRINTED.test(line) && FAILS.some((words) => words.test(line));
}
