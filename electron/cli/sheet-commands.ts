import { v7 as newUuid } from 'uuid';
import { draftSet } from '../../shared/changes/draft';
import { listOf, recordOrDefault } from '../../shared/changes/records';
import type { State } from '../../shared/changes/state';
import { unitId } from '../../shared/model/unit';
import { PeopleIndex } from '../../shared/reading/people-index';
import type { Grid } from '../../shared/sheet/book';
import { Comparison, editsOf, type RowNews, type RowState } from '../../shared/sheet/compare';
import { directoryOf, recordsOf, writingOf } from '../../shared/sheet/directory';
import { layoutOf, skippedAs } from '../../shared/sheet/layout';
import { type SheetList, sheetListOf } from '../../shared/sheet/list';
import { listBook } from '../../shared/sheet/list-book';
import { clock } from '../clock';
import { writeAside } from '../storage/files';
import { withWorkspace } from './folders';
import { command, flagOption, pathOption, type Said, textOption, UsageError } from './option';
import { passphraseFile } from './passphrase';

const data = pathOption('DIR', { zh: '数据文件夹', en: 'the data folder' });
const json = flagOption({
  zh: '结果写成一行 JSON，供脚本使用',
  en: 'write the result as one line of JSON, for scripts',
});
const listOption = textOption('ID', {
  zh: '哪一份：person（默认）、task、target 或台账的编号',
  en: 'which list: person (default), task, target or the id of a register',
});

function listNamed(id = 'person'): SheetList {
  const list = sheetListOf(id);
  if (list) return list;
  throw new UsageError({ zh: `没有“${id}”这份台账。`, en: `There is no list "${id}".` });
}

/** Writes one list as a workbook that can be edited and read back. */
export const exportSheet = command({
  help: { zh: '把一份台账存为 Excel，可改好再导入', en: 'write a list as an Excel workbook' },
  options: {
    data,
    list: listOption,
    out: pathOption('FILE.xlsx', { zh: '写到哪个文件', en: 'the file to write' }),
    json,
    'passphrase-file': passphraseFile,
  },
  async run(values, _operands, { language, documentLanguage, today, print }) {
    const list = listNamed(values.list);
    const { 'passphrase-file': passphrase } = values;
    const state = await withWorkspace(values.data, (unit) => unit.foldAll(), passphrase);
    const records = recordsOf(state, list);
    const book = listBook({
      list,
      records,
      unitName: recordOrDefault(state, 'unit', unitId).name,
      dayText: today,
      departments: directoryOf(state).departmentNames,
      writing: writingOf(state, documentLanguage),
    });
    const { writeWorkbook } = await import('../sheets/write-workbook');
    await writeAside(values.out, await writeWorkbook(book));
    const said: Said = {
      zh: `已写出“${list.name.zh}”${records.length} 条 → ${values.out}`,
      en: `${list.name.en}: ${records.length} records written → ${values.out}`,
    };
    print(
      values.json ? JSON.stringify({ path: values.out, records: records.length }) : said[language],
    );
    return 0;
  },
});

/** What the rows of a sheet would do to a list. */
function newsOf(state: State, list: SheetList, grid: Grid, year: number): RowNews[] {
  const layout = layoutOf(grid, list.fields);
  const { people, departments } = directoryOf(state);
  const comparison = new Comparison({
    list,
    meanings: layout.meanings,
    records: recordsOf(state, list),
    written: list.written?.(state),
    reading: { year, people: new PeopleIndex(people), departments },
    writing: writingOf(state, 'zh'),
  });
  return grid.flatMap((row, index) =>
    index <= layout.head || skippedAs(row, layout) ? [] : [comparison.compare(row, index + 1)],
  );
}

const sum = (news: readonly RowNews[]): Record<RowState, number> => {
  const counts = { new: 0, changed: 0, unchanged: 0, wrong: 0 };
  for (const { state } of news) counts[state] += 1;
  return counts;
};

/** Why rows are wrong: the number of each, and the reason of its first wrong cell. */
const complaintsOf = (news: readonly RowNews[], language: 'zh' | 'en') =>
  news.flatMap(({ row, state, reason, cells }) => {
    if (state !== 'wrong') return [];
    const cell = Object.values(cells).find((one) => one.state === 'wrong');
    return [{ row, reason: (reason ?? cell?.reason)?.[language] ?? '' }];
  });

/** Compares a sheet with a list and, where it is asked to, writes what is new and changed. */
export const importSheet = command({
  help: {
    zh: '把 Excel 或 CSV 与一份台账核对；加 --write 才写入，有误的行时退出码为 1',
    en: 'compare a sheet with a list; writes with --write only; exit code 1 where rows are wrong',
  },
  options: {
    data,
    list: listOption,
    write: flagOption({ zh: '写入新增和修改的行', en: 'write the rows that are new or changed' }),
    json,
    'passphrase-file': passphraseFile,
  },
  operands: { value: 'FILE', help: { zh: '表格文件', en: 'the sheet' } },
  async run(values, files, { language, today, print, complain }) {
    const list = listNamed(values.list);
    const [file = '', ...more] = files;
    if (more.length > 0) {
      throw new UsageError({ zh: '一次只能导入一个文件。', en: 'One file at a time.' });
    }
    const { readSheetFile } = await import('../sheets/read-file');
    const sheets = await readSheetFile(file);
    const grid = sheets.find(({ about }) => !about.isHidden && about.rows > 0)?.grid ?? [];
    const isWriting = values.write;
    const news = await withWorkspace(
      values.data,
      async (unit) => {
        const state = await unit.foldAll();
        const found = newsOf(state, list, grid, Number(today.slice(0, 4)));
        const last = Math.max(
          0,
          ...recordsOf(state, list).map((record) =>
            typeof record.order === 'number' ? record.order : 0,
          ),
        );
        const edits = editsOf(list, found, newUuid, last);
        const author = listOf(state, 'device').find(({ id }) => id === unit.device)?.person ?? '';
        const signature = {
          device: unit.device,
          author,
          wall: clock.now().toISOString(),
          label: 'sheet.import',
        };
        const set = isWriting ? draftSet(state, edits, signature) : undefined;
        if (set) await unit.append(set, 'shared');
        return found;
      },
      values['passphrase-file'],
      isWriting,
    );
    const counts = sum(news);
    const wrong = complaintsOf(news, language);
    if (values.json) print(JSON.stringify({ ...counts, written: isWriting, wrongRows: wrong }));
    else {
      for (const { row, reason } of wrong)
        complain(language === 'zh' ? `第 ${row} 行：${reason}` : `row ${row}: ${reason}`);
      const said: Said = {
        zh: `${isWriting ? '已写入' : '核对'}“${list.name.zh}”：新增 ${counts.new}，修改 ${counts.changed}，不变 ${counts.unchanged}，有误 ${counts.wrong}`,
        en: `${list.name.en}${isWriting ? ' written' : ''}: ${counts.new} new, ${counts.changed} changed, ${counts.unchanged} unchanged, ${counts.wrong} wrong`,
      };
      print(said[language]);
    }
    return counts.wrong > 0 ? 1 : 0;
  },
});
