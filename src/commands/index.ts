/** THE registry: help, completions, man page and the README's tables are printed from it. */
import { check } from './check.ts';
import type { Command } from './command.ts';
import { completion } from './completion.ts';
import { decide } from './decide.ts';
import { diagnose } from './diagnose.ts';
import { list } from './list.ts';
import { plan } from './plan.ts';
import { search } from './search.ts';
import { show } from './show.ts';
import { skill } from './skill.ts';

export const COMMANDS: readonly Command[] = [diagnose, search, show, decide, plan, check, list, skill, completion];

/** The command with this name or alias. */
export function commandNamed(name: string): Command | undefined {
  return COMMANDS.find((command) => command.name === name || command.aliases?.includes(name));
}
