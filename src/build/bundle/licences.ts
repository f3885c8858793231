/** The licence texts of every package that went into the bundle, for the file that the package carries. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Manifest {
  name: string;
  version: string;
  license?: string;
  homepage?: string;
  author?: string | { name: string };
}

/** The terms of a licence, and who grants them for which package. */
interface Grant {
  package: string;
  holders: string;
  terms: string;
  /** The terms, however their lines are broken. */
  wording: string;
}

/** @param inputs the files that were bundled, relative to `root`. Throws when a package names no licence: it must not be published. */
export function licencesOf(inputs: string[], root: string): string {
  const folders = new Set(inputs.flatMap((input) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0] ?? []));
  const mitTerms = termsOf(readFileSync(join(root, 'LICENSE'), 'utf8'));
  const grants = [...folders].map((folder) => grantOf(join(root, folder), mitTerms));
  const kinds = [...new Set(grants.map(({ wording }) => wording))];
  const groups = kinds.map((kind) => groupText(grants.filter(({ wording }) => wording === kind))).sort();
  return `zerogpu-advisor contains these packages, each under its own licence.\n\n${groups.join(`\n${'-'.repeat(80)}\n\n`)}`;
}

/** Packages with the same terms, which stand once below them. */
function groupText(grants: Grant[]): string {
  const packages = [...new Set(grants.map((grant) => `${grant.package}\n${grant.holders}`))].sort();
  return `${packages.join('\n')}\n\n${(grants[0] as Grant).terms}\n`;
}

function grantOf(folder: string, mitTerms: string): Grant {
  const { name, version, license, author } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
  if (!license) throw new Error(`${name} names no licence`);
  // Where a package leaves the choice between several, the text of the shortest will do.
  const texts = readdirSync(folder)
    .filter((each) => /^licen[cs]e(?:\.|$)/i.test(each))
    .map((each) => readFileSync(join(folder, each), 'utf8').trim())
    .sort((one, other) => one.length - other.length);
  if (texts.length === 0 && license !== 'MIT') throw new Error(`${name} carries no text of its licence`);
  const by = typeof author === 'string' ? author : author?.name;
  // Some packages name the MIT licence without its text: our own file has it.
  const text = texts.slice(0, 2).join('\n\n') || `Copyright ${by ?? `the authors of ${name}`}\n\n${mitTerms}`;
  const holders = (text.match(HOLDERS) ?? []).map((line) => `  ${line.trim()}`).join('\n');
  const terms = termsOf(text);
  return { package: `${name} ${version} (${license})`, holders, terms, wording: terms.replace(/\s+/g, ' ') };
}

const HOLDERS = /^ *Copyright (?!notice|owner|and |holder).*$/gm;

/** A licence without its title and without the holders of the rights. */
function termsOf(text: string): string {
  return text
    .replace(/^(?:The )?(?:MIT|ISC) License(?: \(MIT\))?$/gm, '')
    .replace(HOLDERS, '')
    .trim();
}
