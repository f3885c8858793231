/** No snippet shows a token in its text: what is shown is what gets pasted, and committed. */
import type { HouseRule } from './house.ts';

const LITERALS = [
  /\b(?:hf_)?token\s{0,3}=\s{0,3}f?["']/i,
  /["']hf_(?!token|oauth|hub|transfer)(?:[.…x*]{1,40}|[A-Za-z0-9]{1,40})["']/,
  /\bBearer hf_/,
  /\bHF_TOKEN=["']?hf_/,
];

/** Complains about a token that is typed. */
export const typedToken: HouseRule = ({ language, lines }) => {
  if (language === 'text') return null;
  const line = lines.find((text) => LITERALS.some((literal) => literal.test(text)));
  if (line === undefined) return null;
  return {
    check: 'token',
    reason: `A token is typed: ${line.trim().slice(0, 60)}`,
    help: 'Read it: token=os.environ["HF_TOKEN"] in Python, $HF_TOKEN in a shell.',
  };
};
