/** Commands that a Space runs in a shell: pip installs at run time, whoever starts them. */

import { asksWhetherThere } from '../program/liveness.ts';
import type { Module } from '../program/module.ts';
import type { Program } from '../program/program.ts';
import { callsIn } from '../program/reach.ts';
import { allNodes, calledName, type Expr, type Of } from '../python/tree.ts';
import { pathOf } from '../values/calls.ts';
import { onlyText } from '../values/value.ts';

const RUNNERS =
  /^(?:subprocess\.(?:run|call|check_call|check_output|Popen|getoutput)|os\.(?:system|popen|execv?p?)|pip\.main|pip\._internal\.main|pip\._internal\.cli\.main\.main)$/;
const INSTALL = /(?:^|[\s/;&|'"])(?:pip3?(?:\.\d{1,2})?|uv\s{1,9}pip|-m\s{1,9}pip)\s(?:[^;&|]{0,200}\s)?install\b/;

export interface Command {
  call: Of<'Call'>;
  module: Module;
  /** Not behind a switch that is set at run time. */
  isCertain: boolean;
  /** The words of the command that are written in the source, blanks between them. */
  words: string;
}

/** Calls that run `pip install`, in the order in which they are reached. */
export function installCommands(program: Program): Command[] {
  const { evaluator } = program;
  return program.allCode.flatMap((body) =>
    callsIn(evaluator, body).flatMap((call) => {
      const at = { module: body.module, frame: body.frame };
      const path = evaluator
        .values(call.func, at)
        .map(pathOf)
        .find((each) => RUNNERS.test(each));
      if (path === undefined) return [];
      const words = `${path.startsWith('pip') ? 'pip ' : ''}${wordsOf(program, call, at)}`;
      return INSTALL.test(` ${words} `)
        ? [
            {
              call,
              module: body.module,
              isCertain: body.isCertain && !evaluator.live.isSwitched(call, body.module, asksForInstalled),
              words,
            },
          ]
        : [];
    }),
  );
}

/** `not os.path.exists(folder)`, `not is_available("package")`: on a Space that starts anew, what is installed at run time is not there yet. */
function asksForInstalled(test: Expr): boolean {
  if (asksWhetherThere(test)) return true;
  const { nodeType } = test;
  return nodeType === 'UnaryOp' && test.op.nodeType === 'Not' && test.operand.nodeType === 'Call' && PROBE.test(calledName(test.operand));
}

const PROBE = /exists?$|^is_?(?:dir|file)$|find_spec|available$|installed$/;

/** All texts in the arguments, and what names in them stand for. */
function wordsOf(
  { evaluator }: Program,
  { args }: Of<'Call'>,
  at: { module: Module; frame: null | import('../values/value.ts').Frame },
): string {
  return args
    .flatMap((arg) => {
      const whole = onlyText(evaluator.values(arg, at));
      if (whole !== undefined) return [whole];
      return allNodes(arg).flatMap((node) =>
        node.nodeType === 'Constant' && typeof node.value === 'string'
          ? [node.value]
          : node.nodeType === 'Name'
            ? textsOf(evaluator.values(node, at))
            : [],
      );
    })
    .join(' ')
    .slice(0, 4000);
}

function textsOf(values: import('../values/value.ts').Value[]): string[] {
  return values.flatMap((value) =>
    value.is === 'literal' && typeof value.literal === 'string' ? [value.literal] : value.is === 'list' ? value.items.flatMap(textsOf) : [],
  );
}
