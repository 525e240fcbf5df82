import { recordOrDefault } from '../../shared/changes/records';
import { unitId } from '../../shared/model/unit';
import { directoryOf, recordsOf, writingOf } from '../../shared/sheet/directory';
import { type SheetList, sheetListOf } from '../../shared/sheet/list';
import { listBook } from '../../shared/sheet/list-book';
import { writeForUser } from '../storage/files';
import { withWorkspace } from './folders';
import { command, flagOption, pathOption, type Said, textOption, UsageError } from './option';
import { passphraseFile } from './passphrase';

/** The data folder of a unit. */
export const data = pathOption('DIR', { zh: '数据文件夹', en: 'the data folder' });
/** Whether the result is a line of JSON. */
export const json = flagOption({
  zh: '结果写成一行 JSON，供脚本使用',
  en: 'write the result as one line of JSON, for scripts',
});
/** Which list is meant. */
export const listOption = textOption('ID', {
  zh: '哪一份：person（默认）、task、target 或台账的编号',
  en: 'which list: person (default), task, target or the id of a register',
});

/** The list of that id; throws where there is none. */
export function listNamed(id = 'person'): SheetList {
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
    await writeForUser(values.out, await writeWorkbook(book));
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
