import * as z from 'zod';

/** A text in both languages of the command line. */
export interface Said {
  readonly zh: string;
  readonly en: string;
}

export type Language = keyof Said;

/** One option of a command, declared once: how it is read, what stands for it, what it means. */
export interface Option<T = unknown> {
  /** Reads the text given; undefined where the option was left out. */
  readonly schema: z.ZodType<T, string | undefined>;
  /** Placeholder in the help, e.g. `DIR`. */
  readonly value: string;
  readonly help: Said;
  /** What the value has to be, for help and for complaints. */
  readonly form: Said;
  readonly isRequired: boolean;
  /** Whether it stands alone, without a value; its schema then reads `yes`. */
  readonly isFlag?: boolean;
  /** Shown in the help. */
  readonly default?: string;
}

const path = z.string().min(1).max(4096);

/** A path that has to be given. */
export function pathOption(value: string, help: Said): Option<string> {
  const form = { zh: '一个路径', en: 'a path' };
  return { schema: path, value, help, form, isRequired: true };
}

/** A whole number from `low` to `high`. */
export function numberOption(
  low: number,
  high: number,
  otherwise: number,
  help: Said,
): Option<number> {
  return {
    schema: z
      .string()
      .default(String(otherwise))
      .pipe(
        z
          .string()
          .regex(/^\d{1,12}$/)
          .transform(Number)
          .pipe(z.number().min(low).max(high)),
      ),
    value: 'N',
    help,
    form: {
      zh: `${low} 到 ${high} 的整数`,
      en: `a whole number from ${low} to ${high}`,
    },
    isRequired: false,
    default: String(otherwise),
  };
}

/** A month `YYYY-MM`; undefined where left out. */
export function monthOption(help: Said): Option<string | undefined> {
  return {
    schema: z
      .string()
      .regex(/^(?:19|20|21)\d{2}-(?:0[1-9]|1[0-2])$/)
      .optional(),
    value: 'YYYY-MM',
    help,
    form: { zh: '形如 2026-11 的月份', en: 'a month such as 2026-11' },
    isRequired: false,
  };
}

/** An option that stands alone; false where left out. */
export function flagOption(help: Said): Option<boolean> {
  return {
    schema: z
      .string()
      .optional()
      .transform((given) => given !== undefined),
    value: '',
    help,
    form: { zh: '不带值', en: 'no value' },
    isRequired: false,
    isFlag: true,
  };
}

/** One of a few words; the first where left out. */
export function wordOption<const W extends readonly [string, ...string[]]>(
  words: W,
  help: Said,
): Option<W[number]> {
  return {
    schema: z.string().default(words[0]).pipe(z.enum(words)),
    value: words.join('|'),
    help,
    form: { zh: words.join('、'), en: words.join(', ') },
    isRequired: false,
    default: words[0],
  };
}

/** A text that may be left out. */
export function textOption(value: string, help: Said): Option<string | undefined> {
  const form = { zh: '一段文字', en: 'a text' };
  return { schema: z.string().min(1).max(4096).optional(), value, help, form, isRequired: false };
}

export type Options = Readonly<Record<string, Option>>;

/** The values that declared options read to. */
export type ValuesOf<O extends Options> = {
  readonly [K in keyof O]: O[K] extends Option<infer T> ? T : never;
};

/** What a command is told besides its options. */
export interface Surroundings {
  readonly language: Language;
  /** Language of documents: Chinese unless `--lang` says otherwise. */
  readonly documentLanguage: Language;
  /** Calendar day `YYYY-MM-DD`. */
  readonly today: string;
  /** A line of the result. */
  readonly print: (line: string) => void;
  /** A line of a complaint. */
  readonly complain: (line: string) => void;
  /** How far a long job is; shown on a terminal only. */
  readonly progress: (done: number, total: number) => void;
}

/** A command: its options, what else it takes, and what it does. Answers the exit code. */
export interface Command<O extends Options = Options> {
  readonly help: Said;
  readonly options: O;
  /** What stands after the options, e.g. `FILE…`; none where not said. */
  readonly operands?: { readonly value: string; readonly help: Said };
  readonly run: (
    values: ValuesOf<O>,
    operands: readonly string[],
    surroundings: Surroundings,
  ) => Promise<number>;
}

/** Declares a command; the types of `values` follow from its options. */
export function command<const O extends Options>(declared: Command<O>): Command {
  // Values are parsed by the very options that the command was declared with.
  return declared as unknown as Command;
}

/** A command line that cannot be followed: one sentence for the user, exit code 2. */
export class UsageError extends Error {
  constructor(readonly said: Said) {
    super(said.en);
  }
}
