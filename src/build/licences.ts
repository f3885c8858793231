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

/** @param inputs the files that were bundled, relative to `root`. Throws when a package names no licence: it must not be published. */
export function licencesOf(inputs: string[], root: string): string {
  const folders = new Set(inputs.flatMap((input) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0] ?? []));
  // Some packages name the MIT licence without its text: our own file has it.
  const terms = readFileSync(join(root, 'LICENSE'), 'utf8')
    .replace(/^[\s\S]*?(?=Permission is hereby)/, '')
    .trim();
  const parts = [...folders].map((folder) => part(join(root, folder), terms)).sort();
  return `zerogpu-advisor contains these packages, each under its own licence.\n\n${[...new Set(parts)].join(`\n${'-'.repeat(80)}\n\n`)}`;
}

function part(folder: string, mitTerms: string): string {
  const { name, version, license, author } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
  if (!license) throw new Error(`${name} names no licence`);
  const file = readdirSync(folder).find((each) => /^licen[cs]e(?:\.|$)/i.test(each));
  if (!file && license !== 'MIT') throw new Error(`${name} carries no text of its licence`);
  const by = typeof author === 'string' ? author : author?.name;
  const text = file ? readFileSync(join(folder, file), 'utf8').trim() : `Copyright ${by ?? `the authors of ${name}`}\n\n${mitTerms}`;
  return `${name} ${version} (${license})\n\n${text}\n`;
}
