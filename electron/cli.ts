import packageJson from '../package.json';
import { StampClash } from '../shared/changes/merge';
import { deviceOf } from '../shared/changes/stamp';
import { commands } from './cli/commands';
import { exitCodeOf, failureSentence } from './cli/failure-texts';
import { commandHelp, generalHelp } from './cli/help';
import { type Command, type Language, type Said, UsageError } from './cli/option';
import { parseCommand } from './cli/parse';
import { clock, wrongStart } from './clock';
import { StorageError, storageError } from './storage/storage-error';

/** Where a command writes to. */
export interface Output {
  readonly stdout: (text: string) => void;
  readonly stderr: (text: string) => void;
  /** Whether stderr is a terminal, on which progress may be shown; by default asked of it. */
  readonly isTerminal?: boolean;
}

const helpFlags = ['--help', '-h'];

/** The language that `--lang` asks for; undefined where it is not given. */
function languageAsked(argv: readonly string[]): Language | undefined {
  const at = argv.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  const given = at < 0 ? undefined : (argv[at]?.split('=')[1] ?? argv[at + 1] ?? '');
  if (given === undefined || given === 'zh' || given === 'en') return given;
  throw new UsageError({
    zh: `选项 --lang 应为 zh 或 en，不能是“${given}”。`,
    en: `The option --lang takes zh or en, not "${given}".`,
  });
}

/** Language of the environment: Chinese unless that says English. */
function languageAround(): Language {
  const { LC_ALL, LC_MESSAGES, LANG } = process.env;
  return (LC_ALL || LC_MESSAGES || LANG || '').toLowerCase().startsWith('en') ? 'en' : 'zh';
}

/** The app's calendar day: TOUYAN_TODAY, or the clock of this PC. */
function todayOf(): string {
  const wrong = wrongStart();
  if (wrong !== undefined) {
    throw new UsageError({
      zh: `TOUYAN_TODAY 不是日期：“${wrong}”。`,
      en: `TOUYAN_TODAY is not a day: "${wrong}".`,
    });
  }
  return clock.today();
}

function commandOf(name: string): Command {
  const found = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (found) return found;
  throw new UsageError({
    zh: `没有“${name}”这个命令；touyan --help 列出全部命令。`,
    en: `There is no command "${name}"; touyan --help lists them.`,
  });
}

async function run(
  argv: readonly string[],
  asked: Language | undefined,
  out: Output,
): Promise<number> {
  const language = asked ?? languageAround();
  const print = (line: string): void => out.stdout(`${line}\n`);
  const words = argv.filter((arg, place) => {
    return arg !== '--lang' && argv[place - 1] !== '--lang' && !arg.startsWith('--lang=');
  });
  const [name, ...rest] = words;
  if (name === undefined || helpFlags.includes(name)) {
    print(generalHelp(commands, language));
    return name === undefined ? 2 : 0;
  }
  if (name === '--version') {
    print(packageJson.version);
    return 0;
  }
  const declared = commandOf(name);
  if (rest.some((arg) => helpFlags.includes(arg))) {
    print(commandHelp(name, declared, language));
    return 0;
  }
  const { values, operands } = parseCommand(declared, rest);
  const isTerminal = out.isTerminal ?? process.stderr.isTTY === true;
  const complain = (line: string): void => out.stderr(`${line}\n`);
  let shown = '';
  const progress = (done: number, total: number): void => {
    const percent = total > 0 ? `${Math.floor((done / total) * 100)}%` : String(done);
    if (!isTerminal || percent === shown) return;
    shown = percent;
    out.stderr(`\r${percent.padStart(6)}`);
  };
  try {
    const surroundings = {
      language,
      documentLanguage: asked ?? 'zh',
      today: todayOf(),
      print,
      complain,
      progress,
    };
    return await declared.run(values, operands, surroundings);
  } finally {
    if (shown) out.stderr('\r      \r');
  }
}

/** A failure as the window would be told of it. */
function failureOf(error: unknown): StorageError {
  if (error instanceof StampClash) {
    return new StorageError('device-twice', { device: deviceOf(error.stamp) });
  }
  return storageError(error);
}

/** What to say of a failure, and the exit code. Defects of the program get a sentence as well. */
function complaintOf(error: unknown, argv: readonly string[]): { said: Said; code: number } {
  if (error instanceof UsageError) return { said: error.said, code: 2 };
  const at = argv.findIndex((arg) => arg === '--data' || arg.startsWith('--data='));
  const folder = argv[at]?.slice('--data='.length) || argv[at + 1] || '';
  const failure = failureOf(error);
  if (failure.code !== 'internal') {
    return { said: failureSentence(failure.rpcError, folder), code: exitCodeOf(failure.code) };
  }
  const { zh, en } = failureSentence({ code: 'internal' }, folder);
  const detail = error instanceof Error ? error.message.split('\n')[0] : String(error);
  return {
    said: { zh: `${zh}（${detail}）`, en: `${en} (${detail})` },
    code: 1,
  };
}

/**
 * Runs one command line without a window and answers its exit code: 0 done, 1 failed or something
 * is wrong with the data, 2 the command or a path was wrong. Says why in one sentence on stderr;
 * never throws.
 */
export async function runCommand(argv: readonly string[], out: Output): Promise<number> {
  let language = languageAround();
  try {
    const asked = languageAsked(argv);
    language = asked ?? language;
    return await run(argv, asked, out);
  } catch (error) {
    const { said, code } = complaintOf(error, argv);
    if (argv.includes('--json')) {
      const isUsage = error instanceof UsageError;
      const { rpcError } = isUsage ? new StorageError('bad-input') : failureOf(error);
      out.stdout(`${JSON.stringify({ error: rpcError })}\n`);
    }
    out.stderr(`${said[language]}\n`);
    return code;
  }
}
