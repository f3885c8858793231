/** The attacks that were tried. Each is put into a log, a search, an id, a flag and a paste; none may get through in any of them. */

export interface Attack {
  name: string;
  /** The weakness elsewhere that it comes from, or "own". */
  origin: string;
  /** What somebody else wrote. Text of it that would show an effect says "evil". */
  text: string;
  /** What it would do to a program that prints it as it is. */
  effect: string;
}

const ESC = '\u001b';
const BEL = '\u0007';
const ST = `${ESC}\\`;
const CSI8 = '\u009b';
const OSC8 = '\u009d';
const DCS8 = '\u0090';
const ST8 = '\u009c';
const EVIL64 = 'ZXZpbA==';

function attacks(origin: string, rows: [name: string, text: string, effect: string][]): Attack[] {
  return rows.map(([name, text, effect]) => ({ origin, name, text, effect }));
}

const SEQUENCES = [
  ...attacks('CVE-2026-45803 (CI log printed raw)', [
    ['title by OSC 0', `${ESC}]0;evil${BEL}`, 'changes the title'],
    ['title by OSC 2, ended by ST', `${ESC}]2;evil${ST}`, 'changes the title'],
    ['clear screen and home', `${ESC}[2J${ESC}[H evil`, 'hides what stood before'],
    ['erase the line', `evil${ESC}[2K${ESC}[1G all good`, 'replaces what was printed'],
    ['colour that stays', `${ESC}[31;5;7mevil`, 'paints all that follows'],
    ['concealed text', `${ESC}[8mevil${ESC}[28m`, 'hides text that a copy would take along'],
  ]),
  ...attacks('CVE-2021-25743 (kubectl, server strings)', [
    ['carriage return over the line', 'evil\rall good here', 'replaces what was printed'],
    ['cursor up and overwrite', `${ESC}[1A${ESC}[2Kevil`, 'rewrites our own lines'],
    ['backspaces over text', `good${'\b'.repeat(4)}evil`, 'replaces what was printed'],
    ['vertical tab and form feed', 'a\u000bevil\u000cb', 'moves the cursor'],
  ]),
  ...attacks('CVE-2003-0069 (title report)', [
    ['set and report the title', `${ESC}]2;evil; rm -rf .${BEL}${ESC}[21t`, 'types the title at the prompt'],
    ['report the icon label', `${ESC}[20t`, 'types at the prompt'],
    ['device attributes', `${ESC}[c${ESC}[>c${ESC}[=c`, 'types an answer at the prompt'],
    ['cursor position report', `${ESC}[6n${ESC}[?6n`, 'types an answer at the prompt'],
    ['status report', `${ESC}[5n`, 'types an answer at the prompt'],
    ['answerback', 'evil\u0005', 'types the answerback message'],
    ['DECRQSS', `${ESC}P$q"p${ST}`, 'types an answer at the prompt'],
    ['XTGETTCAP', `${ESC}P+q544e${ST}`, 'types an answer at the prompt'],
    ['palette and colour query', `${ESC}]4;1;?${BEL}${ESC}]10;?${BEL}${ESC}]11;?${ST}`, 'types an answer at the prompt'],
    ['window size report', `${ESC}[14t${ESC}[18t${ESC}[19t`, 'types an answer at the prompt'],
  ]),
  ...attacks('CVE-2009-4487 (nginx log)', [
    ['all of a request line', `GET /${ESC}]2;evil${BEL} HTTP/1.1 ${ESC}[31m`, 'acts on who reads the log'],
    ['user-defined keys', `${ESC}P1;1|17/6576696c${ST}`, 'puts a command on a key'],
    ['media copy', `${ESC}[5i evil ${ESC}[4i`, 'sends text to a printer'],
  ]),
  ...attacks('OSC 52', [
    ['clipboard', `${ESC}]52;c;${EVIL64}${BEL}`, 'fills the clipboard'],
    ['clipboard, ended by ST', `${ESC}]52;p;${EVIL64}${ST}`, 'fills the selection'],
    ['clipboard, 8-bit', `${OSC8}52;c;${EVIL64}${ST8}`, 'fills the clipboard'],
    ['clipboard query', `${ESC}]52;c;?${BEL}`, 'types the clipboard at the prompt'],
    ['clipboard, unterminated at the end of the line', `${ESC}]52;c;${EVIL64}`, 'swallows what follows'],
    ['clipboard in tmux pass-through', `${ESC}Ptmux;${ESC}${ESC}]52;c;${EVIL64}${BEL}${ST}`, 'fills the clipboard'],
    ['kitty clipboard, OSC 5522', `${ESC}]5522;type=write;${EVIL64}${ST}`, 'fills the clipboard'],
  ]),
  ...attacks('OSC 8', [
    ['link under other words', `${ESC}]8;;https://evil.example${ST}huggingface.co${ESC}]8;;${ST}`, 'leads elsewhere than it says'],
    ['link that is never closed', `${ESC}]8;;https://evil.example${BEL}`, 'makes all that follows a link'],
  ]),
  ...attacks('USN-8442-1 (kitty graphics)', [
    ['graphics by APC', `${ESC}_Ga=T,f=24,t=f;L2V0Yy9wYXNzd2Q=${ST}`, 'reads a file into the terminal'],
    ['graphics by 8-bit APC', `\u009fGa=q;${EVIL64}${ST8}`, 'reads a file into the terminal'],
    ['sixel', `${ESC}Pq#0;2;0;0;0#0~~evil${ST}`, 'paints a picture'],
    ['iTerm2 file', `${ESC}]1337;File=inline=1:${EVIL64}${BEL}`, 'writes a file'],
    ['notification', `${ESC}]9;evil${BEL}${ESC}]777;notify;evil;evil${BEL}`, 'shows a notification'],
    ['working directory', `${ESC}]7;file://evil/${BEL}`, 'tells the shell another folder'],
    ['privacy message and SOS', `${ESC}^evil${ST}${ESC}Xevil${ST}`, 'is swallowed by some terminals'],
  ]),
  ...attacks('CVE-2025-58160 (tracing-subscriber)', [
    ['8-bit CSI', `${CSI8}31mevil${CSI8}2J`, 'acts as its 7-bit form'],
    ['8-bit OSC title', `${OSC8}0;evil${ST8}`, 'changes the title'],
    ['8-bit DCS', `${DCS8}$q"p${ST8}`, 'types an answer at the prompt'],
    ['8-bit controls alone', '\u0084\u0085\u0088\u008d\u008e\u008f\u0096\u0097\u0098\u009aevil', 'moves the cursor'],
    ['escaped in JSON', '{"error": "\\u001b]0;evil\\u0007\\u009d0;evil\\u009c CUDA out of memory"}', 'comes alive when decoded'],
    [
      'escaped twice in JSON',
      `{"data": ${JSON.stringify('{"error": "\\u001b]52;c;ZXZpbA==\\u0007"}')}, "timestamp": "1"}`,
      'comes alive when decoded twice',
    ],
  ]),
];

const MODES = attacks('own: modes', [
  ['alternate screen', `${ESC}[?1049h`, 'hides the screen'],
  ['hidden cursor', `${ESC}[?25l`, 'hides the cursor'],
  ['bracketed paste', `${ESC}[?2004h`, 'changes what a paste sends'],
  ['mouse reports', `${ESC}[?1000h${ESC}[?1003h${ESC}[?1006h`, 'types at the prompt when the mouse moves'],
  ['focus reports', `${ESC}[?1004h`, 'types at the prompt'],
  ['application keys', `${ESC}[?1h${ESC}=`, 'changes the arrow keys'],
  ['kitty keyboard', `${ESC}[>31u`, 'changes all keys'],
  ['scroll region and origin', `${ESC}[5;6r${ESC}[?6h`, 'confines all output'],
  ['no wrap, insert', `${ESC}[?7l${ESC}[4h`, 'changes how lines break'],
  ['line drawing', `${ESC}(0evil\u000e`, 'makes letters unreadable'],
  ['full reset', `${ESC}c`, 'clears everything'],
  ['soft reset and alignment', `${ESC}[!p${ESC}#8`, 'fills the screen'],
  ['synchronised update', `${ESC}[?2026h`, 'freezes the screen'],
  ['resize and iconify', `${ESC}[8;1;1t${ESC}[2t`, 'changes the window'],
]);

const SHAPES = attacks('own: shapes of sequences', [
  ['sequence in a sequence', `${ESC}]0;a${ESC}]0;evil${BEL}${BEL}`, 'the inner one survives the outer one'],
  ['sequence that stripping would make', `${ESC}${ESC}[0m]0;evil${BEL}`, 'is born when the inner one is cut out'],
  ['end of the bracketed paste', `${ESC}[201~evil\r${ESC}[200~`, 'ends the paste, the rest is keys'],
  ['escape at the end of the line', `evil${ESC}`, 'joins what follows'],
  ['CSI without an end', `${ESC}[38;5;`, 'swallows what follows'],
  ['CSI with a thousand parameters', `${ESC}[${'1;'.repeat(1000)}m evil`, 'overflows a parser'],
  ['a hundred kB of parameters', `${ESC}[${';'.repeat(100_000)}`, 'CVE-2021-3807: makes a pattern slow'],
  ['OSC broken off by CAN', `${ESC}]0;evil\u0018 still here`, 'confuses the two parsers'],
  ['DCS without an end', `${ESC}Pevil`, 'swallows what follows'],
  ['cursor far away', `${ESC}[9999;9999H evil ${ESC}[9999A`, 'writes elsewhere'],
]);

const UNICODE = attacks('own: Unicode (bat #3729, #3862)', [
  ['right to left override', 'evil \u202egnp.exe', 'reads backwards'],
  ['isolates', '\u2066evil\u2069\u2067x\u2068', 'reorders'],
  ['marks', '\u200eevil\u200f\u061c', 'reorders'],
  ['zero width', 'e\u200bv\u200ci\u2060l\ufeff', 'cannot be seen or searched'],
  [
    'tag characters',
    `evil${[...'rm'].map((char) => String.fromCodePoint(0xe0000 + char.charCodeAt(0))).join('')}`,
    'hides text from people',
  ],
  ['variation selectors as bytes', `a${'\ufe01\ufe0f\u{e0101}\u{e01ef}'.repeat(8)}evil`, 'hides data in an emoji'],
  ['combining flood', `e${'\u0301\u0489'.repeat(500)}vil`, 'paints over the lines around'],
  ['joined emoji flood', '\u{1f469}\u200d'.repeat(400), 'is two columns for us and hundreds for a terminal'],
  ['Hangul fillers', 'evil\u3164\u115f\u1160\uffa0', 'looks like nothing'],
  ['interlinear annotation', '\ufff9evil\ufffaevil\ufffb', 'hides text'],
  ['line separators', 'evil\u2028evil\u2029\u0085evil', 'breaks lines where we count none'],
  ['soft hyphens', 'e\u00adv\u00adi\u00adl', 'cannot be seen'],
  ['private use', 'evil \ue000\uf8ff\u{f0000}', 'is whatever the font says, and our own mark'],
  ['lone surrogates', 'evil \ud800 \udc00', 'is no text'],
  ['NUL in the middle', 'ev\u0000il CUDA out of\u0000 memory', 'ends the string in C'],
  ['DEL', 'evil\u007f\u007f', 'deletes in some terminals'],
]);

const MARKUP = attacks('own: markup of the report', [
  ['link', '[evil](https://evil.example)', 'becomes a link in an issue'],
  ['link behind a backtick', 'a` [evil](https://evil.example) <b>evil</b> `b', 'leaves the code'],
  ['image', '![evil](https://evil.example/x.png)', 'tells who opened the issue'],
  ['HTML', '<img src=x onerror=evil><script>evil</script><!-- evil', 'becomes markup'],
  ['end of the fence', '``` ```` ~~~ # evil', 'leaves the code'],
  ['long fence', `${'`'.repeat(20)} evil`, 'leaves the code'],
  ['references of a site', 'evil GH-1 evil/evil#1 :+1: 1a2b3c4d5e6f7a8b9c0d1a2b3c4d5e6f7a8b9c0d', 'becomes links and pictures'],
  ['bare address and mention', 'https://evil.example www.evil.example @evil #1', 'becomes a link or calls somebody'],
  ['heading and list', '# evil', 'becomes a heading'],
  ['table and strike', '|evil|evil| ~~evil~~ **evil** _evil_', 'becomes markup'],
  ['character entity', '&#x202e;evil&#x1b;[31m&lt;evil&gt;', 'comes alive in a browser'],
  ['our own link form', '[[quota-exceeded]] [[evil]]', 'poses as an entry'],
  ['template', '{{python}} {{evil}} $(evil)', 'is filled in'],
]);

export const ATTACKS: Attack[] = [...SEQUENCES, ...MODES, ...SHAPES, ...UNICODE, ...MARKUP];

/** A log in which the attack stands in evidence, in a value, in a place and in an exception that nobody knows. */
export function logWith({ text }: Attack): string {
  return [
    text,
    'Traceback (most recent call last):',
    `  File "/app/${text}/app.py", line 3, in evil${text}`,
    '    run()',
    `torch.OutOfMemoryError: CUDA out of memory. Tried to allocate 2.00 GiB. ${text}`,
    `ModuleNotFoundError: No module named '${text}'`,
    '',
    '',
    '',
    '',
    `EvilError: ${text}`,
    '',
  ].join('\n');
}
