/** What is wrong with a line that Python cannot read, as far as the line itself shows it. */

/** The first that fits. Newer syntax by the release of Python that brought it: https://docs.python.org/3/whatsnew/. */
const FAULTS: readonly (readonly [fault: string, RegExp, python?: string])[] = [
  ['merge', /^(?:<{7}|={7}$|>{7})/],
  ['page', /^<(?:!doctype|html|\?xml|head|body)\b/i],
  ['pointer', /^version https:\/\/git-lfs/],
  ['shell', /^(?:[!%]{1,2}[a-z]|`{3}|~{3}|(?:pip3?|npm|apt|apt-get|git|conda|sudo|uv) [a-z-])/],
  ['comma', /,\s{0,20},/],
  ['python2', /^print\s{1,9}["'\w]|^except [\w.]{1,60}, ?\w{1,60}:|^exec "/],
  ['newer', /^except\*/, '3.11'],
  ['newer', /^type [A-Z]\w{0,60}(?:\[.{1,80}\])? =|^(?:async )?(?:def|class) \w{1,80}\[/, '3.12'],
  ['newer', /^(?:match|case) .{1,200}:$/, '3.10'],
  ['newer', /:=/, '3.8'],
  ['colon', /^(?:async )?(?:def|class|if|elif|else|for|while|try|except|finally|with)\b[^:]{0,200}(?<![\s,(\\[{])$/],
];

/** @param statement the line that a SyntaxError quotes; `other` where it shows nothing, or is not known. */
export function syntaxFaultOf(statement: string): { fault: string; 'needs-python'?: string } {
  const [fault = 'other', , python] = FAULTS.find(([, sign]) => sign.test(statement)) ?? [];
  return python === undefined ? { fault } : { fault, 'needs-python': python };
}
