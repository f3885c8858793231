/** What a version and the name of a package may look like: a stranger's text is held against these shapes before anybody uses it. */

/** `2.8.0`, `2.9.0.dev20250804+cu128`, `1.0rc2`; a single number is none. A source, to be put into larger expressions. */
export const VERSION = '\\d{1,4}(?:\\.\\d{1,8}){1,4}(?:\\.?(?:a|b|rc|post|dev)\\d{1,8}){0,2}(?:\\+[a-z0-9](?:[a-z0-9.]{0,22}[a-z0-9])?)?';
/** What must not follow a version, or it was only the beginning of something else. */
export const END = '(?![\\w+]|[.-]\\w)';
export const NAME = '[A-Za-z0-9](?:[A-Za-z0-9._-]{0,60}[A-Za-z0-9])?';

const WHOLE_VERSION = new RegExp(`^${VERSION}$`, 'i');
const WHOLE_NAME = new RegExp(`^${NAME}$`);

/** The version, as PyPI writes it; null when the text is none. */
export function asVersion(text: string | undefined): string | null {
  const written = (text ?? '').replace(/%2b/i, '+').replace(/^v/i, '');
  return WHOLE_VERSION.test(written) ? written : null;
}

/** Names that are one package in two places, by the name that counts. */
const ALIASES: Readonly<Record<string, string>> = { pytorch: 'torch', hf_hub: 'huggingface-hub', 'flash-attention': 'flash-attn' };

/** The name as PyPI compares names: `Flash_Attn` is flash-attn; null when the text is none. */
export function asPackage(text: string | undefined): string | null {
  const written = text ?? '';
  if (!WHOLE_NAME.test(written)) return null;
  const lower = written.toLowerCase();
  const normal = lower.replace(/[-_.]{1,60}/g, '-');
  return ALIASES[lower] ?? ALIASES[normal] ?? normal;
}
