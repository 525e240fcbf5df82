import type { Command, Language, Option } from './option';

const headings = {
  usage: { zh: '用法：', en: 'Usage: ' },
  commands: { zh: '命令：', en: 'Commands:' },
  options: { zh: '选项：', en: 'Options:' },
  codes: {
    zh: '退出码：0 成功；1 没有做成或发现问题；2 命令写法或路径有误。',
    en: 'Exit codes: 0 done; 1 failed, or something is wrong; 2 the command or a path is wrong.',
  },
  more: {
    zh: '每个命令的说明：touyan 命令 --help',
    en: 'Help on a command: touyan COMMAND --help',
  },
} as const;

/** Columns a text takes on a terminal: han characters and full-width signs take two. */
function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += /[⺀-￦]/.test(character) ? 2 : 1;
  return width;
}

function columns(rows: readonly (readonly [string, string])[]): string[] {
  const widest = Math.max(...rows.map(([left]) => widthOf(left)));
  return rows.map(([left, right]) => `  ${left}${' '.repeat(widest - widthOf(left) + 2)}${right}`);
}

function optionRow(name: string, option: Option, language: Language): readonly [string, string] {
  const zh = language === 'zh';
  const fallback = option.default;
  const suffix =
    fallback === undefined ? '' : zh ? `（默认 ${fallback}）` : ` (default ${fallback})`;
  return [`--${name} ${option.value}`.trimEnd(), `${option.help[language]}${suffix}`];
}

/** Help on one command, made from its declaration. */
export function commandHelp(name: string, declared: Command, language: Language): string {
  const parts = Object.entries(declared.options).map(([option, { value, isRequired }]) =>
    isRequired ? `--${option} ${value}` : `[${`--${option} ${value}`.trimEnd()}]`,
  );
  if (declared.operands) parts.push(declared.operands.value);
  const rows = Object.entries(declared.options).map(([option, declaration]) =>
    optionRow(option, declaration, language),
  );
  if (declared.operands) rows.push([declared.operands.value, declared.operands.help[language]]);
  rows.push(
    ['--lang zh|en', language === 'zh' ? '语言' : 'language'],
    ['--help', language === 'zh' ? '显示本说明' : 'show this help'],
  );
  return [
    `${headings.usage[language]}touyan ${name} ${parts.join(' ')}`,
    '',
    declared.help[language],
    '',
    headings.options[language],
    ...columns(rows),
    '',
    headings.codes[language],
  ].join('\n');
}

/** Help on the command line as a whole. */
export function generalHelp(
  commands: Readonly<Record<string, Command>>,
  language: Language,
): string {
  const rows = Object.entries(commands).map(
    ([name, declared]) => [name, declared.help[language]] as const,
  );
  const usage = language === 'zh' ? 'touyan 命令 [选项]' : 'touyan COMMAND [OPTIONS]';
  return [
    `${headings.usage[language]}${usage}`,
    '',
    headings.commands[language],
    ...columns(rows),
    '',
    headings.more[language],
    headings.codes[language],
  ].join('\n');
}
