/** Credentials in front of a host: `scheme://user:password@host`, however odd the password is, and a token alone. */
import type { Span } from './names.ts';
import type { Reading } from './reading.ts';

/** Longer ones are none. */
const LONGEST = 2000;
const RUN = /[^\s"'`<>]{0,2000}/y;
/** A host behind the at sign; a digest or a version of a package is none. */
const HOST =
  /^(?!sha\d|v?\d{1,4}(?:\.\d{1,4}){1,2}(?![\d.]))(?:\[[0-9a-f:]{2,40}\]|[A-Za-z0-9](?:[\w.-]{0,200}))(?::\d{1,5})?(?=[/?#,;)\]}\\]|$)/i;
/** What looks like a password, but is a port and what follows it. */
const PORT = /^\d{1,5}(?:[/?#]|$)/;
const TOKEN = /^[\w.~-]{20,400}$/;

/** Every user and password, or token, that an address carries. */
export function addressSecrets({ text }: Reading): Span[] {
  const spans: Span[] = [];
  for (let at = text.indexOf('://'); at >= 0; at = text.indexOf('://', at + 3)) {
    const start = at + 3;
    const end = start + lengthOfCredentials(runAt(text, start));
    if (end > start) spans.push({ start, end });
  }
  return spans;
}

function runAt(text: string, start: number): string {
  RUN.lastIndex = start;
  const run = RUN.exec(text)?.[0] ?? '';
  // Another address may stand behind a comma: its credentials are its own.
  const next = run.indexOf('://');
  return next < 0 ? run : run.slice(0, next);
}

/** The last at sign with a host behind it ends the password, which may hold at signs and slashes itself; a branch may stand behind one, too. */
function lengthOfCredentials(run: string): number {
  for (let at = run.lastIndexOf('@', LONGEST); at > 0; at = run.lastIndexOf('@', at - 1)) {
    if (!HOST.test(run.slice(at + 1))) continue;
    const credentials = run.slice(0, at);
    if (TOKEN.test(credentials)) return at;
    const [user = ''] = /^[^/:@?#]{0,200}/.exec(credentials) ?? [];
    const password = credentials.slice(user.length + 1);
    if (credentials[user.length] === ':' && password !== '' && !PORT.test(password)) return at;
  }
  return 0;
}
