import { basename } from 'node:path';
import { v7 as newUuid } from 'uuid';
import { draftSet } from '../../shared/changes/draft';
import { listOf } from '../../shared/changes/records';
import type { State } from '../../shared/changes/state';
import type { RowNews, RowState } from '../../shared/sheet/compare';
import { directoryOf } from '../../shared/sheet/directory';
import { givenGuesses } from '../../shared/sheet/given';
import { layoutOf } from '../../shared/sheet/layout';
import type { SheetList } from '../../shared/sheet/list';
import { bestSheet, listsFor } from '../../shared/sheet/list-fit';
import { isNotWritten, reasonsOf, restBook } from '../../shared/sheet/rest-book';
import { type Skipped, skippedReasons } from '../../shared/sheet/rows';
import { editsFor, type ImportedRow, SheetImport } from '../../shared/sheet/sheet-import';
import { clock } from '../clock';
import { writeAside } from '../storage/files';
import { withWorkspace } from './folders';
import { command, flagOption, numberOption, type Said, textOption, UsageError } from './option';
import { passphraseFile } from './passphrase';
import { data, json, listNamed, listOption } from './sheet-commands';

/** `period=2026；date=2026-03-05`: one value for all rows of a field that no column has. */
function givenIn(text: string | undefined, list: SheetList): ReadonlyMap<string, string> {
  const given = new Map<string, string>();
  for (const part of (text ?? '').split(/[;；]/)) {
    if (part.trim() === '') continue;
    const [name = '', ...value] = part.split('=');
    const field = list.fields.find(({ key, label }) =>
      [key, label.zh, label.en].includes(name.trim()),
    );
    if (!field || value.length === 0) {
      throw new UsageError({
        zh: `“${part.trim()}”应写成 列名=值，列名为：${list.fields.map(({ label }) => label.zh).join('、')}。`,
        en: `"${part.trim()}" should be field=value; fields: ${list.fields.map(({ key }) => key).join(', ')}.`,
      });
    }
    given.set(field.key, value.join('=').trim());
  }
  return given;
}

interface Asked {
  readonly list: SheetList;
  readonly file: string;
  readonly sheet: string | undefined;
  /** Number of the head row from 1; 0 where it is looked for. */
  readonly head: number;
  readonly given: ReadonlyMap<string, string>;
  readonly withoutHidden: boolean;
}

/** The sheet of a file that is asked for, or that goes best with the list, and its table. */
async function tableOf({ list, file, sheet, head }: Asked) {
  const { readSheetFile } = await import('../sheets/read-file');
  const sheets = await readSheetFile(file);
  const tops = sheets.map(({ about, grid }) => ({ grid, ...about }));
  const at =
    sheet === undefined ? bestSheet(tops, list) : tops.findIndex(({ name }) => name === sheet);
  const chosen = sheets[at];
  if (!chosen) {
    const names = tops.map(({ name }) => name).join('、');
    throw new UsageError({
      zh: `没有“${sheet}”这张工作表，有：${names}。`,
      en: `There is no sheet "${sheet}"; there are: ${names}.`,
    });
  }
  const { grid, about } = chosen;
  const { form, name } = about;
  const row = head > 0 ? head - 1 : undefined;
  return { grid, form, name, layout: layoutOf(grid, list.fields, { head: row, form }) };
}

type Table = Awaited<ReturnType<typeof tableOf>>;

/** What the rows of a sheet would do to a list. */
function importOf(state: State, asked: Asked, table: Table, year: number, isMaking: boolean) {
  const { list, file, given, withoutHidden } = asked;
  const { grid, form, name, layout } = table;
  const guesses = givenGuesses({
    grid,
    layout,
    meanings: layout.meanings,
    fields: list.fields,
    fileName: basename(file),
    sheetName: name,
    sections: directoryOf(state).departmentNames,
  }).filter(({ text, field }) => text !== '' && !given.has(field.key));
  const all = new Map([...guesses.map(({ field, text }) => [field.key, text] as const), ...given]);
  const made = new SheetImport({
    state,
    list,
    grid,
    form,
    layout,
    meanings: layout.meanings,
    year,
    language: 'zh',
    given: all,
    withoutHidden,
    ...(isMaking && { newId: newUuid }),
  });
  made.all();
  return { made, guesses };
}

type Made = ReturnType<typeof importOf>;

const sum = (news: readonly RowNews[]): Record<RowState, number> => {
  const counts = { new: 0, changed: 0, unchanged: 0, wrong: 0 };
  for (const { state } of news) counts[state] += 1;
  return counts;
};

/** Why rows or cells are not written: the number of each row, and its reasons. */
const complaintsOf = (news: readonly ImportedRow[], language: 'zh' | 'en') =>
  news.filter(isNotWritten).map((row) => ({
    row: row.row,
    reason: reasonsOf(row, language),
    written: row.state !== 'wrong',
  }));

const skippedTexts: Readonly<Record<Skipped, Said>> = {
  blank: { zh: '空行', en: 'blank' },
  group: { zh: '分组行', en: 'groups' },
  total: { zh: '合计', en: 'totals' },
  note: { zh: '说明', en: 'notes' },
  heading: { zh: '重复标题', en: 'headings' },
  hidden: { zh: '隐藏行', en: 'hidden' },
};

/** What was taken for the table, in lines: sheet, head row, columns left out, rows left out. */
function tableLines(list: SheetList, table: Table, { made, guesses }: Made, language: 'zh' | 'en') {
  const zh = language === 'zh';
  const joint = zh ? '、' : ', ';
  const { layout, name } = table;
  const left = layout.headings.filter((text, at) => text !== '' && layout.meanings[at] === null);
  const skipped = skippedReasons.flatMap((reason) =>
    made.skipped[reason] > 0 ? [`${skippedTexts[reason][language]} ${made.skipped[reason]}`] : [],
  );
  const remarks = made.rows.filter(({ state, needsLook }) => needsLook && state !== 'wrong').length;
  const lines: Said[] = [
    {
      zh: `工作表“${name}”，标题在第 ${layout.head + 1} 行，对上 ${layout.meanings.filter((one) => one !== null).length} 列。`,
      en: `Sheet "${name}", headings in row ${layout.head + 1}, ${layout.meanings.filter((one) => one !== null).length} columns known.`,
    },
  ];
  if (left.length > 0) {
    lines.push({ zh: `不导入的列：${left.join(joint)}。`, en: `Left out: ${left.join(joint)}.` });
  }
  for (const { field, text, from } of guesses) {
    lines.push({
      zh: `没有“${field.label.zh}”列，按${from?.zh ?? ''}全部记为 ${text}；可用 --set 改。`,
      en: `No column "${field.label.en}": ${text} for all, from ${from?.en ?? ''}; change it with --set.`,
    });
  }
  if (skipped.length > 0) {
    lines.push({ zh: `跳过：${skipped.join(joint)}。`, en: `Skipped: ${skipped.join(joint)}.` });
  }
  if (made.hiddenRead > 0) {
    lines.push({
      zh: `有 ${made.hiddenRead} 行在表中被隐藏或筛掉，仍读入；不要时加 --visible。`,
      en: `${made.hiddenRead} rows are hidden in the sheet and were read; leave them out with --visible.`,
    });
  }
  if (remarks > 0) {
    lines.push({
      zh: `${remarks} 行有按规则读入或没有读入的格，请核对。`,
      en: `${remarks} rows have cells to look at.`,
    });
  }
  if (!list.fields.some(({ key }) => layout.meanings.includes(key))) {
    const near = listsFor(table.grid, table.form).map((fit) => fit.list);
    lines.push({
      zh: `这张表和“${list.name.zh}”对不上${near.length > 0 ? `，相近的有：${near.map((one) => `${one.name.zh}（${one.id}）`).join('、')}` : '，也没有相近的台账'}。`,
      en: `The sheet does not go with ${list.name.en}${near.length > 0 ? `; near: ${near.map(({ id }) => id).join(', ')}` : ''}.`,
    });
  }
  return lines.map((line) => line[language]);
}

/** Compares a sheet with a list and, where it is asked to, writes what is new and changed. */
export const importSheet = command({
  help: {
    zh: '把 Excel 或 CSV 与一份台账核对；加 --write 才写入，有没写入的行或格时退出码为 1',
    en: 'compare a sheet with a list; writes with --write only; exit code 1 where rows or cells stay out',
  },
  options: {
    data,
    list: listOption,
    sheet: textOption('NAME', {
      zh: '哪张工作表；默认最对得上的',
      en: 'which sheet; the best one',
    }),
    head: numberOption(0, 100_000, 0, {
      zh: '标题在第几行；0 为自动识别',
      en: 'the row of the headings; 0 finds it',
    }),
    set: textOption('FIELD=VALUE', {
      zh: '表里没有的列全部记为此值，如 所属时期=2026；多个用分号隔开',
      en: 'one value for all rows of a missing column, such as period=2026; more with semicolons',
    }),
    create: flagOption({ zh: '没有的科室随行新建', en: 'make sections that are not known' }),
    visible: flagOption({ zh: '隐藏和筛掉的行不读', en: 'leave hidden rows out' }),
    rest: textOption('FILE.xlsx', {
      zh: '没有写入的行连同原因写到哪个文件',
      en: 'write the rows left out, with reasons, to this file',
    }),
    write: flagOption({ zh: '写入新增和修改的行', en: 'write the rows that are new or changed' }),
    json,
    'passphrase-file': passphraseFile,
  },
  operands: { value: 'FILE', help: { zh: '表格文件', en: 'the sheet' } },
  async run(values, files, { language, documentLanguage, today, print, complain }) {
    const list = listNamed(values.list);
    const [file = '', ...more] = files;
    if (more.length > 0) {
      throw new UsageError({ zh: '一次只能导入一个文件。', en: 'One file at a time.' });
    }
    const { sheet, head, visible: withoutHidden } = values;
    const asked = { list, file, sheet, head, withoutHidden, given: givenIn(values.set, list) };
    const table = await tableOf(asked);
    const isWriting = values.write;
    const found = await withWorkspace(
      values.data,
      async (unit) => {
        const state = await unit.foldAll();
        const imported = importOf(state, asked, table, Number(today.slice(0, 4)), values.create);
        const edits = editsFor(state, list, imported.made, newUuid);
        const author = listOf(state, 'device').find(({ id }) => id === unit.device)?.person ?? '';
        const signature = {
          device: unit.device,
          author,
          wall: clock.now().toISOString(),
          label: 'sheet.import',
        };
        const set = isWriting ? draftSet(state, edits, signature) : undefined;
        if (set) await unit.append(set, 'shared');
        return imported;
      },
      values['passphrase-file'],
      isWriting,
    );
    const { rows, skipped } = found.made;
    const counts = sum(rows);
    const left = complaintsOf(rows, language);
    if (values.rest !== undefined && left.length > 0) {
      const { writeWorkbook } = await import('../sheets/write-workbook');
      const zh = documentLanguage === 'zh';
      const title = zh ? `${list.name.zh}：待改的行` : `${list.name.en}: rows to mend`;
      const note = zh ? '改好后可再导入。' : 'Mend and import again.';
      const book = restBook({
        title,
        note,
        layout: table.layout,
        rows,
        language: documentLanguage,
      });
      await writeAside(values.rest, await writeWorkbook(book));
    }
    if (values.json) {
      const wrongRows = left
        .filter(({ written }) => !written)
        .map(({ row, reason }) => ({ row, reason }));
      const openRows = left
        .filter(({ written }) => written)
        .map(({ row, reason }) => ({ row, reason }));
      const { layout, name } = table;
      print(
        JSON.stringify({
          ...counts,
          written: isWriting,
          wrongRows,
          openRows,
          sheet: name,
          head: layout.head + 1,
          leftOut: layout.headings.filter(
            (text, at) => text !== '' && layout.meanings[at] === null,
          ),
          given: Object.fromEntries(found.guesses.map(({ field, text }) => [field.key, text])),
          skipped,
          sections: [...found.made.departments.keys()],
        }),
      );
    } else {
      for (const { row, reason } of left)
        complain(language === 'zh' ? `第 ${row} 行：${reason}` : `row ${row}: ${reason}`);
      for (const line of tableLines(list, table, found, language)) print(line);
      const said: Said = {
        zh: `${isWriting ? '已写入' : '核对'}“${list.name.zh}”：新增 ${counts.new}，修改 ${counts.changed}，不变 ${counts.unchanged}，有误 ${counts.wrong}`,
        en: `${list.name.en}${isWriting ? ' written' : ''}: ${counts.new} new, ${counts.changed} changed, ${counts.unchanged} unchanged, ${counts.wrong} wrong`,
      };
      print(said[language]);
    }
    return left.length > 0 ? 1 : 0;
  },
});
