import { periodOf, periodRange } from '../../shared/calendar/period';
import type { State } from '../../shared/changes/state';
import { unitCalendar } from '../../shared/insight/unit-calendar';
import type { ReportDocument } from '../../shared/report/blocks';
import { type DocumentSpan, subjectsOf } from '../../shared/report/document-kind';
import { documentKind, documentKinds } from '../../shared/report/documents';
import type { NamedDocument } from '../documents/save';
import { StorageError } from '../storage/storage-error';
import { withWorkspace } from './folders';
import { chooseMonth } from './latest-month';
import {
  command,
  flagOption,
  monthOption,
  numberOption,
  pathOption,
  type Said,
  type Surroundings,
  textOption,
  UsageError,
  wordOption,
} from './option';
import { passphraseFile } from './passphrase';

const kindIds: [string, ...string[]] = [
  'monthly',
  ...documentKinds.map(({ id }) => id).filter((id) => id !== 'monthly'),
];

/** What both commands are asked: which documents of which unit. */
const which = {
  data: pathOption('DIR', { zh: '数据文件夹', en: 'the data folder' }),
  kind: wordOption(kindIds, { zh: '文书种类', en: 'the kind of document' }),
  month: monthOption({
    zh: '月份，默认为最近有记录的一个月',
    en: 'the month; by default the latest with records',
  }),
  span: wordOption(['usual', 'month', 'quarter', 'year'], {
    zh: '按月、季或年；usual 为该文书通常的期间',
    en: 'by month, quarter or year; usual as the kind has it',
  }),
  of: textOption('NAME', {
    zh: '只要这一位领导、这一件任务或记录的，默认为全部',
    en: 'that of one leader, task or record; by default all',
  }),
  'passphrase-file': passphraseFile,
} as const;

interface Asked {
  readonly data: string;
  readonly kind: string;
  readonly month: string | undefined;
  readonly span: string;
  readonly of: string | undefined;
  readonly 'passphrase-file': string | undefined;
}

const isSpan = (span: string): span is DocumentSpan => span !== 'usual';

function documentsIn(
  state: State,
  { kind: id, month: asked, span: askedSpan, of }: Asked,
  { today, documentLanguage: language }: Surroundings,
): readonly NamedDocument[] {
  const kind = documentKind(id);
  if (!kind) throw new StorageError('bad-input');
  const span = isSpan(askedSpan) ? askedSpan : kind.spans[0];
  if (!kind.spans.includes(span)) {
    throw new UsageError({
      zh: `“${kind.name.zh}”没有按 ${span} 的；可以是：${kind.spans.join('、')}。`,
      en: `"${kind.name.en}" is not made by ${span}; it can be by ${kind.spans.join(', ')}.`,
    });
  }
  const month = chooseMonth(state, asked, today);
  const period = periodOf(periodRange(month).first, span);
  const watch = { period, today, language, calendar: unitCalendar(state) };
  const all = subjectsOf(kind, state, watch);
  const subjects = of === undefined ? all : all.filter(({ name }) => name === of);
  if (subjects.length === 0) {
    throw new UsageError({
      zh: of === undefined ? `${period} 没有可作“${kind.name.zh}”的内容。` : `没有“${of}”的。`,
      en: of === undefined ? `There is nothing in ${period} for it.` : `There is none of "${of}".`,
    });
  }
  return subjects.map(({ id: subject }) => {
    const document: ReportDocument = kind.build(state, { ...watch, subject });
    return { document, fileName: document.title };
  });
}

const readDocuments = async (asked: Asked, around: Surroundings) =>
  documentsIn(
    await withWorkspace(asked.data, (workspace) => workspace.foldAll(), asked['passphrase-file']),
    asked,
    around,
  );

/** `touyan document`: any kind of document as a file, or all of them. */
export const writeDocuments = command({
  help: {
    zh: '把一种文书写成 PDF、DOCX 或纯文本；多份可以合成一个文件，也可以每份一个文件',
    en: 'write a kind of document as PDF, DOCX or plain text; many in one file or a file each',
  },
  options: {
    ...which,
    format: wordOption(['pdf', 'docx', 'txt'], { zh: '格式', en: 'the format' }),
    each: flagOption({
      zh: '每份一个文件，--out 是已有的文件夹',
      en: 'a file each; --out is a folder that exists',
    }),
    out: pathOption('PATH', { zh: '写到哪个文件或文件夹', en: 'the file or folder to write' }),
  },
  async run(values, _operands, around) {
    const { format, each, out } = values;
    const files = await readDocuments(values, around);
    if (format === 'docx' && !each && files.length > 1) {
      throw new UsageError({
        zh: `共 ${files.length} 份；DOCX 须每份一个文件，请加 --each，或用 --of 指定一份。`,
        en: `There are ${files.length}; DOCX takes a file each: add --each, or choose one by --of.`,
      });
    }
    // Only these commands need Electron's windows.
    const [{ saveDocuments }, { documentsToPdf }, { documentToDocx }] = await Promise.all([
      import('../documents/save'),
      import('../documents/pdf'),
      import('../documents/docx'),
    ]);
    const written = await saveDocuments(
      files,
      { format, path: out, as: each ? 'each' : 'one', progress: around.progress },
      { pdf: documentsToPdf, docx: documentToDocx },
    );
    const pages = written.pages > 0 ? written.pages : undefined;
    const said: Said = {
      zh: `已写出 ${files.length} 份文书${pages ? `，共 ${pages} 页` : ''} → ${out}`,
      en: `${files.length} documents written${pages ? `, ${pages} pages` : ''} → ${out}`,
    };
    around.print(said[around.language]);
    return 0;
  },
});

/** `touyan print`: to a printer of this PC without a dialog. */
export const printSilently = command({
  help: {
    zh: '不经对话框直接打印一种文书',
    en: 'print a kind of document without a dialog',
  },
  options: {
    ...which,
    printer: textOption('NAME', {
      zh: '打印机名称，默认为系统默认的一台',
      en: "the printer; by default the system's default one",
    }),
    copies: numberOption(1, 99, 1, { zh: '份数', en: 'copies' }),
    duplex: wordOption(['simplex', 'longEdge', 'shortEdge'], {
      zh: '单面，或双面按长边、短边翻转',
      en: 'one side, or both turned at the long or the short edge',
    }),
    grayscale: flagOption({ zh: '灰度打印', en: 'without colour' }),
  },
  async run(values, _operands, around) {
    const files = await readDocuments(values, around);
    const { printAndEnd, printersHere } = await import('../documents/print');
    const printers = await printersHere();
    const printer = values.printer ?? printers[0]?.name;
    if (printer === undefined || printers.every(({ name }) => name !== printer)) {
      const known = printers.map(({ name }) => name).join(', ');
      throw new UsageError({
        zh: printer
          ? `没有“${printer}”这台打印机；现有：${known || '无'}。`
          : '这台电脑没有打印机。',
        en: printer
          ? `There is no printer "${printer}"; there are: ${known || 'none'}.`
          : 'This PC has no printer.',
      });
    }
    const { copies, duplex, grayscale } = values;
    const printed = await printAndEnd(
      files.map(({ document }) => document),
      { printer, copies, duplex, isGrayscale: grayscale },
    );
    const pages = printed?.pages ?? 0;
    const said: Said = {
      zh: `已送往打印机“${printer}”：${files.length} 份文书，${pages} 页，各打印 ${copies} 份。`,
      en: `Sent to "${printer}": ${files.length} documents, ${pages} pages, ${copies} copies.`,
    };
    around.print(said[around.language]);
    return 0;
  },
});
