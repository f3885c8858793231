/** How a line sounds: the words of somebody to whom it happened, of somebody who teaches, or those of a program. */

/** Somebody speaks of themselves, in the languages that people ask in. */
const ONESELF =
  /\b(?:I|[Ii]['’](?:m|ve|d)|i (?:just|also|only|still|already|am|was|have|had|get|got|try|tried|run|ran|use|used|want|need|can|cannot|could|do|did|don['’]?t|didn['’]?t|follow(?:ed)?|install(?:ed)?|think|found|see|saw|made|set|changed)|[Mm]y|[Mm]e|[Ww]e (?:are (?:planning|trying|using|running|getting|seeing|facing)|tried|got|get|deployed|encountered|cannot|can['’]t)|[Ww]e['’]ve)\b|我|您好|\b(?:[Ii]ch|[Mm]ein\w{0,2}|[Jj]e|[Jj]['’]ai|[Mm]on|[Yy]o|[Mm]i|[Ee]u|[Mm]eu|[Mm]inha|[Ss]aya|[Bb]en|[Bb]enim|[Mm]am)\b|[Уу] меня|[Мм]ой|(?:^|[ ,])[Яя] |제가|저희|私|俺|僕/;
const OF_ONESELF = 4;
/** Who it happened to asks, or says what does not work and since when. Each with what it weighs. */
const HAPPENED: readonly [number, RegExp][] = [
  [
    4,
    /[?？؟]$|[?？؟] (?=[a-zа-я])|\b(?:any (?:ideas?|help|suggestions?|solution|advice)|help me|please help|thanks|thank you)\b|请问|怎么|でしょうか|ますか|教えて|어떻게|주세요|까요/,
  ],
  [
    2,
    /\b(?:our (?:app|space|server|demo|pipeline|build)|today|yesterday|this morning|since (?:the|last|yesterday|this|about|\w{3,6}day)|suddenly|keeps|(?:last|second|first) (?:run|try)|ended after|was submitted|(?:does|did|do|will|is|are)(?:n['’]t| not)(?:[.,]| (?:work|start|load|open|build|run|happen|come|appear))|never (?:comes|returns|starts)|no longer|for weeks|in the end|goes on|is down|died|stopped|crashe[sd]|observed|in (?:our|my) case|happened (?:anyway|again))\b|現象|现象|현상|증상|発生|昨天|今天|昨日|今日|어제|오늘|heute|gestern|seit |depuis|desde|hier\b|сегодня|вчера|ontem|hoje/,
  ],
  // Who writes in haste leaves out that it is he.
  [
    2,
    /(?:^|[,.;:] |\b(?:and|but|then|still|just|now|always) )(?:got|getting|gets|received|receiving|facing|encountered|encountering|seeing|having) (?!to\b|started\b|rid\b)(?:[\w'’-]{1,20} ){1,5}(?:errors?|issues?|problems?|exceptions?|messages?)\b/,
  ],
];

/** A day, a time, the state of a Space or of a request: it is on record, also where it is quoted. */
const RECORDED =
  /\b20\d\d-\d\d-\d\d|\b\d\d\.\d\d\.20\d\d|\b\d\d:\d\d:\d\d\b|❌|⚠️|❗|[Ss]tatus: [45]\d\d|HTTP\/[12]|(?:BUILD|RUNTIME|CONFIG)_ERROR/;

/** Headings of help, conditions, orders, and what is usual. */
const TEACHES: readonly [number, RegExp][] = [
  [
    2,
    /\b(?:solutions?|workarounds?|resolutions?|troubleshooting|faqs?|common (?:issues|errors|problems|pitfalls)|known (?:issues|limitations|problems)|pitfalls?|gotchas?|remed(?:y|ies)|to (?:fix|resolve|avoid|prevent) (?:this|it)|how to (?:fix|resolve)|changelog|release notes|is a (?:common|known))\b|\*\*(?:fix|cause|symptom|why|lesson)\b|^(?:fix(?:es)?|causes?):|解决(?:办法|方案|方法)|对策|対処|対策|注意点|lösung|soluci[oó]n|solução/,
  ],
  [
    2,
    /\b(?:if|when(?:ever)?|in case|once|should) (?:you|users?|visitors?|they|someone|your|either|the .{1,60}(?:appears?|fails?|occurs?|is missing)|\w{2,20}ing\b)|\bif (?:it|this|that|any|an?|the|not) |\b(?:happens?|occurs?) (?:when|if)\b|\botherwise:|如果|(?:^|，)若|の?場合|(?:falls|wenn) (?:du|sie|der|die|das)|si (?:vous|usted|tu) |se você|если/,
  ],
  [
    1,
    /^(?:set|use|try|run|install|reinstall|reduce|increase|lower|check|make sure|ensure|add|remove|delete|upgrade|downgrade|pin|avoid|verify|replace|keep|see|pass|put|move|enable|disable|choose|select|switch|restart|rebuild|wait|accept|request|copy|click|declare|decorate|wrap|catch|prefer|confirm|clear|consider|uninstall|follow|refer|specify|login|log in|change|fix|resolve|build|call|close|do)\b|^(?:never|always|do not|don['’]t) \w/,
  ],
  [
    1,
    /\byou (?:can|could|should|may|might|must|need|will|have to|want to)\b|\byou(?:['’]ll| are| get)\b|\b(?:may|might|could|should|must) (?:also )?(?:be|cause|lead|trigger|raise|appear|occur|happen|fail|get|see)\b|\b(?:usually|typically|often|generally|commonly|means|indicates|avoids?|prevents?|ensures?)\b|必须|需要|应该|可以|可能|必要|てください|해야|нужно/,
  ],
];

/** What a sentence quotes is not said in it. */
const QUOTED = /`[^`]{1,300}`|["“«„「][^"”»“」]{3,300}["”»」]/g;

/** The marks of an item, and words before an order. */
const BEFORE_ORDER = /^(?:[-*•+>|] |\d{1,2}[.)] )?(?:\*\*)?(?:(?:please|then|or|otherwise|also|instead|just|simply|to) )?/;

/** How much a sentence is evidence that something happened to who wrote it. */
export function happenedIn(line: string): number {
  const said = weightOf(sayingOf(line), HAPPENED, (sum, weight) => sum + weight);
  return isOfOneself(line) ? said + OF_ONESELF : said;
}

/** Whether somebody speaks of themselves. */
export function isOfOneself(line: string): boolean {
  return ONESELF.test(line.replace(QUOTED, '“'));
}

/** Whether a line holds what was put on record. */
export function isOnRecord(line: string): boolean {
  return RECORDED.test(line);
}

/** A title with its outcome: whoever writes it has tried. */
const FAILED_TRY = /[（(](?:失敗|失败|실패|[Ff]ailed|FAILED|fehlgeschlagen|fall[oó]|falhou|échec)[）)]/;

/** Whether a title tells of a try that failed. */
export function isFailedTry(title: string): boolean {
  return FAILED_TRY.test(title);
}

/** How much a sentence is evidence that it teaches: by the strongest of its marks. */
export function taughtIn(line: string): number {
  return weightOf(sayingOf(line).replace(BEFORE_ORDER, ''), TEACHES, Math.max);
}

/** Without what it quotes; in small letters, for expressions that know both take long to prepare. */
function sayingOf(line: string): string {
  return line.replace(QUOTED, '“').toLowerCase();
}

function weightOf(line: string, marks: readonly [number, RegExp][], join: (sum: number, weight: number) => number): number {
  return marks.reduce((sum, [weight, mark]) => (mark.test(line) ? join(sum, weight) : sum), 0);
}

/** The form in which bugs are reported, the head of a note on what happened, and that of the box on the page of a Space. */
const FORM =
  /^(?:[-*•] )?(?:#{1,4} |\*\*)?(?:describe the bug|(?:steps )?to reproduce|reproduction|reproducer|(?:expected|actual|current) behaviou?r|system info|(?:your|my) environment|what happened|bug description|error (?:report|details|message)|exception type|(?:attempt|run|try) \d|attempted (?:fix|solution|workaround)|what (?:i|we)(?:['’]ve)? tried|root cause analysis|post-?mortem|incident|(?:build|runtime|configuration) error$|(?:build|job) failed with exit code: \d|\**(?:OS|Operating system|GPU|Driver|Browser|Python(?: version)?|Hardware|CUDA|Commit|Status|Date|Endpoint|Official Space|Space|Results?)\**:)/i;

/** Whether a line stands in the form of a report. */
export function isOfForm(line: string): boolean {
  return FORM.test(line);
}

const FRAME =
  /^File "[^"]{1,300}", line \d|^\[std(?:err|out)\]$|^Traceback \(most recent|^\S{1,200}\.py:\d{1,6}[,:] in |^at (?:[^()]{1,120} \()?[^\s()]{1,300}:\d{1,7}:\d{1,7}\)?$|^[\w$.() <>]{1,60} @ (?:\(index\)|[\w./-]{1,80}\.(?:[mc]?js|tsx?|svelte|vue)):\d{1,6}$/;
const PROMPT = /^(?:\$ |\(\w[\w.-]{0,30}\) .{0,60}[$#>➜]|PS [A-Z]:|[A-Z]:\\.{0,80}>|\w{1,30}@[\w-]{1,60}[:~])/;
const PRINTED =
  /^(?:\[?\d{4}-\d\d-\d\d|\[?\d\d:\d\d:|\[\d|INFO|WARN|DEBUG|ERROR\b|={4}|\d{1,3}%|\S.{0,80}\d{1,3}%\|?|(?:\* )?Running on |(?:\* )?To create |Collecting |Requirement already|Downloading |Installing |The user requested|[×❱] |[├╰]─[>▶]|cause: |│ .{0,300}│$|-->|#\d{1,4} |npm |error:|hint:|fatal:|remote:|(?:[\w./-]{1,200}:)?\d{1,6}: \w{0,40}Warning|\S{1,200}\.py:\d|(?:\(index\)|[\w.-]{1,60}\.(?:[mc]?js|tsx?|svelte|vue)):\d{1,6} \S|\w{0,40}Warning:|warnings\.warn|"(?:errorMessage|stage)": ?"\S)/;
const RAISED =
  /^[\w.]{0,80}(?:[Ee]rror|Exception)(?:: |\()|^[a-z]\w{0,40}(?:\.\w{1,40}){0,5}\.[A-Z]\w{2,60}: |^[^`]{0,80}\b(?:Error\b[^.`]{0,60}|(?<![`"'])[A-Z]\w{1,40}(?:Error|Exception)): /;

/** What a program did where it stood: a frame of a traceback, a command, a line of its log, an exception; null for anything else. */
export function printedKindOf(line: string): 'frame' | 'prompt' | 'printed' | 'raised' | null {
  if (FRAME.test(line)) return 'frame';
  if (PROMPT.test(line)) return 'prompt';
  if (PRINTED.test(line)) return 'printed';
  return RAISED.test(line) ? 'raised' : null;
}
