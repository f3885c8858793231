/**
 * All checks by their names. The folder is the registry: from the sources it is read when the program starts, and the build writes the
 * same list down (see src/build/bundle/bundle.ts). A new check is a new folder below checks/, and nothing else.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Check } from './check.ts';

const folder = join(import.meta.dirname, 'checks');

const names = readdirSync(folder).sort();
const loaded = await Promise.all(names.map((name) => import(pathToFileURL(join(folder, name, 'check.ts')).href)));

export const CHECKS: ReadonlyMap<string, Check> = new Map(names.map((name, index) => [name, loaded[index].check as Check]));
