/** Somebody says in their own words that something fails: the line that says so. */

/** Words for it, in the languages that people ask in. A question, or a wish, has none of them. */
const FAILS: readonly RegExp[] = [
  /\b(?:does|do|did|will|would|is|are|was|can|could|has)(?:n['’]t| not) (?!an? |the |know|understand|want|see any (?:way|setting)|sure|necessar|supposed|required|need|matter|mean|only|clear)\w|\bcannot \w|\bno longer \w|\bnever (?:gets?|comes?|leaves?|loads?|starts?|ends?|finish\w{0,2}|returns?|stops?|works?|appears?|becomes?)\b|\bno (?:build )?logs?\b|\bnothing (?:happens|comes|appears|more|new|is shown)\b/i,
  /\b(?:fail(?:s|ed|ing|ure)|crash(?:es|ed|ing)?|hangs?|hung|stuck|fro(?:ze|zen)|freezes|broken?|breaks|errored|dies|died|killed|refuse[sd]|reject(?:s|ed)|denied|blocked|unreachable|exceeded|exhausted|unresponsive|unauthorized|forbidden|time[sd]? ?out|timeouts?|stopped|went down|goes down|is down|clashe[sd]|disappear(?:s|ed)|disconnect(?:s|ed)|(?:is|are|was|stays?|remains?|comes|page|log is|screen) (?:missing|empty|blank|lost|wrong|white)|not found|incompatib\w{0,6}|not running)\b/i,
  /\b(?:an?|the|this|that|following|same|with|runtime|build|get|shows?|says?|gives?|only|of|HTTP|client|server|strange|another) (?:\w{1,20} ){0,1}[`"“*]{0,3}(?:\w{0,30}[Ee]rrors?|\w{0,30}[Ee]xceptions?)\b(?! (?:handling|messages? (?:is|are) better|codes?\b))|\b\w{3,30}(?:Error|Exception)\b|\b[A-Z]{3,12}_ERROR\b|\bERROR\b|\*\*Error|\b(?:HTTP|status|code|error):? ?[45]\d\d\b/,
  /\b(?:Fehler|fehl|stürzt|hängt|bricht .{0,40}ab|abgebrochen|verweigert|nicht (?:mehr|gefunden|erreichbar)|(?:funktioniert|geht|startet|lädt|läuft) .{0,30}nicht|erreur|échou\w{1,3}|échec|plante|bloqué\w{0,2}|refus\w{1,3}|introuvable|n['’e] ?(?:\w{1,4} )?(?:marche|fonctionne|démarre|charge|répond)\w{0,2} (?:pas|plus)|falla\w{0,2}|fallo|se cuelga|rechaz\w{1,4}|(?:no|não|nunca) (?:funciona|arranca|carga|responde|inicia|abre|aparece|carrega|encontr\w{1,5})|erro|falha\w{0,2}|trava)\b/i,
  /ошибк|не (?:работает|запускает|загружает|открывает|отвечает|найден|удал)|падает|упал|завис|отказ|报错|错误|失败|无法|不能|打不开|卡住|卡在|崩溃|超时|没有反应|没有用|不工作|不动|异常|不可用|暂停状态|報錯|錯誤|失敗|無法|エラー|できな|できません|動きません|動かな|動作しな|落ち|発生|表示されな|止まっ|停止|拒否|오류|에러|실패|안 (?:됩|되|돼)|않|죽|깨지|깨진|멈|초기화|불가|거부|끊/i,
];

/** Somebody has it: they speak of themselves, or fill in a report. */
const HAD =
  /\b(?:I|I'm|I've|my|me|our)\b|\b(?:steps to reproduce|describe the bug|attempt \d|root cause|post-?mortem)\b|\*\*(?:Error|Status|Commit)\b|现象|現象|현상|증상|발생|❌|我|请问|怎么|\b(?:ich|mein\w{0,2}|je|j'ai|mon|yo|mi|eu|meu)\b|у меня|мой|私|です/i;
/** A question, or what leads to a list, complains of nothing. */
const LEADS_ON = /^[^.!。]{0,200}[?？]$|[:：]$/;
/** Rows of tables, stamps and levels of programs. */
const PRINTED = /^\||^\[?\d{1,4}[-:/]\d|\b(?:INFO|DEBUG|WARNING)\b|^\[/;

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

/** Whether a line says in somebody's own words that something fails. */
export function isComplaint(line: string): boolean {
  return !LEADS_ON.test(line) && !PRINTED.test(line) && FAILS.some((words) => words.test(line));
}
