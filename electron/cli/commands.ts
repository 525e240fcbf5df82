import { unitCalendar } from '../../shared/insight/unit-calendar';
import { monthlySummary } from '../../shared/report/monthly';
import { sampleDefaults } from '../../shared/sample/history';
import { BackupStore } from '../storage/backup-store';
import { writeForUser } from '../storage/files';
import { readMarker } from '../storage/marker';
import { writeSample } from '../storage/sample';
import { StorageError } from '../storage/storage-error';
import type { Problem } from '../storage/verify';
import { verifyClosed } from '../storage/verify-closed';
import { lostSince } from '../storage/witness';
import type { Workspace } from '../storage/workspace';
import { printSilently, writeDocuments } from './document-commands';
import { exportUnit, importUnit, inspectPackages } from './exchange';
import { expectNewFolder, withWorkspace } from './folders';
import { importSheet } from './import-sheet';
import { chooseMonth } from './latest-month';
import {
  type Command,
  command,
  monthOption,
  numberOption,
  pathOption,
  type Said,
  textOption,
} from './option';
import { passphraseFile } from './passphrase';
import { isHarmless, problemLine } from './problem-texts';
import { exportSheet } from './sheet-commands';

const count = (number: number): string => number.toLocaleString('en-US');

const existing = pathOption('DIR', { zh: '数据文件夹', en: 'the data folder' });
const fresh = pathOption('DIR', {
  zh: '数据文件夹，须是新的或空的',
  en: 'the data folder, new or empty',
});

const sample = command({
  help: {
    zh: '写一个示例单位（同样的参数写出同样的记录）',
    en: 'write a sample unit (the same options give the same records)',
  },
  options: {
    data: fresh,
    leaders: numberOption(1, 30, sampleDefaults.leaders, {
      zh: '班子成员人数',
      en: 'members of the leadership team',
    }),
    staff: numberOption(0, 2000, sampleDefaults.staff, {
      zh: '干部职工人数',
      en: 'members of the staff',
    }),
    years: numberOption(1, 30, sampleDefaults.years, {
      zh: '记录年数',
      en: 'years of records',
    }),
    seed: numberOption(0, 999_999_999, sampleDefaults.seed, {
      zh: '随机种子',
      en: 'seed of chance',
    }),
  },
  async run({ data, ...options }, _operands, { language, today, print, progress }) {
    await expectNewFolder(data);
    const { changeSets, changes } = await writeSample(data, { ...options, today }, { progress });
    const { leaders, staff, years } = options;
    const said: Said = {
      zh: `已写入示例单位：班子 ${leaders} 人、职工 ${staff} 人、${years} 年，${count(changeSets)} 次操作、${count(changes)} 项变更 → ${data}`,
      en: `Sample unit written: ${leaders} leaders, ${staff} staff, ${years} years; ${count(changeSets)} actions, ${count(changes)} changes → ${data}`,
    };
    print(said[language]);
    return 0;
  },
});

const summary = command({
  help: {
    zh: '把一个月的月度工作总结写成 PDF',
    en: 'write the summary of a month as PDF',
  },
  options: {
    data: existing,
    month: monthOption({
      zh: '月份，默认为最近有记录的一个月',
      en: 'the month; by default the latest with records',
    }),
    out: pathOption('FILE.pdf', {
      zh: '写到哪个文件',
      en: 'the file to write',
    }),
    'passphrase-file': passphraseFile,
  },
  async run(values, _operands, { language, documentLanguage, today, print }) {
    const { data, month: asked, out, 'passphrase-file': passphrase } = values;
    const state = await withWorkspace(data, (workspace) => workspace.foldAll(), passphrase);
    const month = chooseMonth(state, asked, today);
    const calendar = unitCalendar(state);
    const document = monthlySummary(state, {
      month,
      today,
      calendar,
      language: documentLanguage,
    });
    // Only this command needs Electron's windows.
    const { documentsToPdf } = await import('../documents/pdf');
    const { pdf, pages } = await documentsToPdf([document]);
    await writeForUser(out, pdf);
    const said: Said = {
      zh: `已写出 ${month} 月度工作总结：${pages} 页 → ${out}`,
      en: `Summary of ${month} written: ${pages} pages → ${out}`,
    };
    print(said[language]);
    return 0;
  },
});

/** What is wrong with a folder, and what to say where nothing is. */
async function check(
  data: string,
  passphrase: string | undefined,
): Promise<{ problems: Problem[]; whole: Said }> {
  const withContents = async (workspace: Workspace) => {
    const problems = await workspace.verify();
    let sets = 0;
    // Walking on would stop at the first damaged line; the list above is complete.
    if (problems.every(isHarmless)) for await (const _set of workspace.sets('all')) sets += 1;
    const whole = {
      zh: `完好：${count(sets)} 次操作全部核对无误。`,
      en: `Whole: all ${count(sets)} actions are in order.`,
    };
    return { problems, whole };
  };
  try {
    return await withWorkspace(data, withContents, passphrase);
  } catch (error) {
    if (!(error instanceof StorageError) || error.code !== 'locked') throw error;
    const { problems, lines } = await verifyClosed(data);
    const whole = {
      zh: `哈希链完好：${count(lines)} 次操作。单位已加密，没有给出口令，内容没有核对。`,
      en: `The chains of ${count(lines)} actions are whole. The unit is encrypted and no passphrase was given: contents were not read.`,
    };
    return { problems, whole };
  }
}

/** What the newest backup of a unit has of its journal and the folder has lost. */
async function lostIn(data: string, backups: string | undefined): Promise<Problem[]> {
  if (backups === undefined) return [];
  const { unit, vault } = await readMarker(data);
  const newest = (await new BackupStore(backups).list()).filter((one) => one.unit === unit).at(-1);
  return newest ? lostSince(data, newest, vault?.key) : [];
}

const verify = command({
  help: {
    zh: '核对数据文件夹：哈希链、记录格式、快照、附件；有问题时列出位置，退出码为 1',
    en: 'check a data folder: hash chains, records, snapshot, attachments; lists what is wrong, exit code 1',
  },
  options: {
    data: existing,
    backup: textOption('DIR', {
      zh: '与这里最近的备份比对，看日志有没有少',
      en: 'the backups to hold the journal against, for what was lost',
    }),
    'passphrase-file': passphraseFile,
  },
  async run(values, _operands, { language, print, complain }) {
    const { problems: found, whole } = await check(values.data, values['passphrase-file']);
    const problems = [...found, ...(await lostIn(values.data, values.backup))];
    for (const problem of problems) print(problemLine(problem, language));
    const grave = problems.filter((problem) => !isHarmless(problem)).length;
    if (grave > 0) {
      const said: Said = {
        zh: `发现 ${grave} 处问题。`,
        en: `${grave} problems found.`,
      };
      complain(said[language]);
      return 1;
    }
    print(whole[language]);
    return 0;
  },
});

/** Every command, in the order of the help. */
export const commands: Readonly<Record<string, Command>> = {
  sample,
  summary,
  document: writeDocuments,
  print: printSilently,
  export: exportUnit,
  inspect: inspectPackages,
  import: importUnit,
  'sheet-export': exportSheet,
  'sheet-import': importSheet,
  verify,
};
