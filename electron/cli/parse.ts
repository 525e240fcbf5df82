import { parseArgs } from 'node:util';
import { type Command, type Option, UsageError } from './option';

/** A command line taken apart. */
export interface Parsed {
  readonly values: Readonly<Record<string, unknown>>;
  readonly operands: readonly string[];
}

function readOption(name: string, option: Option, given: string | undefined): unknown {
  if (given === undefined && option.isRequired) {
    throw new UsageError({
      zh: `缺少选项 --${name} ${option.value}（${option.help.zh}）。`,
      en: `The option --${name} ${option.value} is missing (${option.help.en}).`,
    });
  }
  const parsed = option.schema.safeParse(given);
  if (parsed.success) return parsed.data;
  throw new UsageError({
    zh: `选项 --${name} 应为${option.form.zh}，不能是“${given ?? ''}”。`,
    en: `The option --${name} takes ${option.form.en}, not "${given ?? ''}".`,
  });
}

/**
 * Takes the arguments of a command apart by its declaration. Throws UsageError on what the command
 * does not know, on values that do not fit and on options given twice.
 */
export function parseCommand(declared: Command, argv: readonly string[]): Parsed {
  const { tokens } = parseArgs({
    args: [...argv],
    strict: false,
    tokens: true,
    allowPositionals: true,
    options: {
      ...Object.fromEntries(
        Object.entries(declared.options).map(([name, { isFlag }]) => [
          name,
          { type: isFlag ? ('boolean' as const) : ('string' as const) },
        ]),
      ),
    },
  });
  const given = new Map<string, string>();
  const operands: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') {
      operands.push(token.value);
    } else if (token.kind === 'option') {
      const { name, rawName, value, inlineValue } = token;
      const isKnown = Object.hasOwn(declared.options, name);
      if (!isKnown || !rawName.startsWith('--')) {
        throw new UsageError({
          zh: `不认识选项 ${rawName}。`,
          en: `Unknown option ${rawName}.`,
        });
      }
      if (declared.options[name]?.isFlag) {
        if (value !== undefined) {
          throw new UsageError({
            zh: `选项 ${rawName} 不带值。`,
            en: `The option ${rawName} takes no value.`,
          });
        }
        given.set(name, 'yes');
        continue;
      }
      if (value === undefined || value === '' || (!inlineValue && value.startsWith('-'))) {
        throw new UsageError({
          zh: `选项 ${rawName} 后面缺少值。`,
          en: `The option ${rawName} needs a value.`,
        });
      }
      if (given.has(name)) {
        throw new UsageError({
          zh: `选项 ${rawName} 只能写一次。`,
          en: `The option ${rawName} may be given only once.`,
        });
      }
      given.set(name, value);
    }
  }
  checkOperands(declared, operands);
  const values = Object.entries(declared.options).map(([name, option]) => [
    name,
    readOption(name, option, given.get(name)),
  ]);
  return { values: Object.fromEntries(values), operands };
}

function checkOperands(declared: Command, operands: readonly string[]): void {
  const [first] = operands;
  if (!declared.operands && first !== undefined) {
    throw new UsageError({
      zh: `多余的参数“${first}”。`,
      en: `There is an argument too many: "${first}".`,
    });
  }
  if (declared.operands && first === undefined) {
    const { value, help } = declared.operands;
    throw new UsageError({
      zh: `缺少 ${value}（${help.zh}）。`,
      en: `${value} is missing (${help.en}).`,
    });
  }
}
