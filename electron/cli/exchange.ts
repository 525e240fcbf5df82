import { recordOrDefault } from '../../shared/changes/records';
import { deviceIdSchema } from '../../shared/changes/stamp';
import { previewOf } from '../../shared/insight/exchange/preview';
import { unitId } from '../../shared/model/unit';
import { clock } from '../clock';
import { backUpOpen } from '../storage/backup';
import { BackupStore } from '../storage/backup-store';
import type { Workspace } from '../storage/workspace';
import { ownKey } from '../transfer/devices';
import { fingerprintOf } from '../transfer/fingerprint';
import { wholeUnit } from '../transfer/gather';
import { judgingOf } from '../transfer/judging';
import type { PackageSummary } from '../transfer/manifest';
import { mergePackages } from '../transfer/merge-packages';
import { writePackage } from '../transfer/package';
import { Provenance } from '../transfer/provenance';
import { readPackage } from '../transfer/read-package';
import { joinSegments } from '../transfer/segments';
import { importPackages } from '../transfer/set-up';
import type { CheckedPackage } from '../transfer/take-files';
import { trustOf } from '../transfer/trust';
import { wholeState } from '../transfer/workspace-state';
import { isNewFolder, withWorkspace } from './folders';
import {
  command,
  flagOption,
  monthOption,
  pathOption,
  type Said,
  textOption,
  UsageError,
  wordOption,
} from './option';
import { packagePassphraseFile, passphraseFile, readSecret } from './passphrase';

const count = (number: number): string => number.toLocaleString('en-US');

const data = pathOption('DIR', { zh: '数据文件夹', en: 'the data folder' });

const json = flagOption({
  zh: '结果写成一行 JSON，供脚本使用',
  en: 'write the result as one line of JSON, for scripts',
});

const files = {
  value: 'FILE…',
  help: { zh: '数据包文件', en: 'package files' },
};

function countsIn({ changeSets, changes, files: attached, bytes }: PackageSummary): Said {
  const [sets, fields] = [count(changeSets), count(changes)];
  return {
    zh: `${sets} 次操作、${fields} 项变更${attached > 0 ? `、${count(attached)} 个附件` : ''}，${count(bytes)} 字节`,
    en: `${sets} actions, ${fields} changes${attached > 0 ? `, ${count(attached)} files` : ''}, ${count(bytes)} bytes`,
  };
}

/** A device id, or nothing. Throws UsageError for anything else. */
function deviceIn(name: string, given: string | undefined): string {
  if (given === undefined || deviceIdSchema.safeParse(given).success) return given ?? '';
  throw new UsageError({
    zh: `选项 --${name} 应为电脑编号（八位字母或数字），不能是“${given}”。`,
    en: `The option --${name} takes a device id (eight letters or digits), not "${given}".`,
  });
}

const secretIn = async (file: string | undefined): Promise<string | undefined> =>
  file === undefined ? undefined : readSecret(file);

/** Writes a package of a scope. */
export const exportUnit = command({
  help: {
    zh: '把共享记录导出为一个数据包文件（自评草稿不出本机）',
    en: 'export shared records to one package file (drafts of self-ratings stay here)',
  },
  options: {
    data,
    out: pathOption('FILE.touyan', {
      zh: '写到哪个文件',
      en: 'the file to write',
    }),
    what: wordOption(['all', 'department', 'mine'], {
      zh: '范围：全部、一个科室、一个人',
      en: 'the scope: everything, a section, one person',
    }),
    who: textOption('ID', {
      zh: '科室或人员编号（mine 默认为本机使用人）',
      en: 'id of the section or person (mine: by default whose PC this is)',
    }),
    from: monthOption({ zh: '起始月份', en: 'the first month' }),
    to: monthOption({ zh: '截止月份', en: 'the last month' }),
    since: textOption('DEVICE', {
      zh: '只含上次给这台电脑的数据包以后的改动',
      en: 'only what came since the last package for this device',
    }),
    for: textOption('DEVICE', { zh: '给哪台电脑', en: 'the device it is made for' }),
    attachments: flagOption({ zh: '带上附件', en: 'with the evidence files' }),
    'passphrase-file': passphraseFile,
    'package-passphrase-file': packagePassphraseFile,
    json,
  },
  async run(values, _operands, { language, print, progress }) {
    const passphrase = await secretIn(values['package-passphrase-file']);
    const { summary } = await withWorkspace(
      values.data,
      (workspace) =>
        writePackage(workspace, values.out, {
          scope: {
            ...wholeUnit,
            what: values.what,
            who: values.who ?? '',
            from: values.from ?? null,
            to: values.to ?? null,
            since: deviceIn('since', values.since),
            attachments: values.attachments,
          },
          for: deviceIn('for', values.for),
          passphrase,
          progress,
        }),
      values['passphrase-file'],
      // With a device to write to, the receipt is kept for the next one.
      values.for !== undefined,
    );
    const said: Said = {
      zh: `已导出并核对“${summary.unit}”：${countsIn(summary).zh} → ${values.out}`,
      en: `Exported and checked "${summary.unit}": ${countsIn(summary).en} → ${values.out}`,
    };
    print(values.json ? JSON.stringify({ path: values.out, package: summary }) : said[language]);
    return 0;
  },
});

async function readAll(
  paths: readonly string[],
  passphrase: string | undefined,
): Promise<CheckedPackage[]> {
  const packages: CheckedPackage[] = [];
  for (const path of paths) {
    const read = await readPackage(path, { passphrase });
    packages.push({ path, read, options: { passphrase } });
  }
  return packages;
}

/** What packages would change in a unit, by module. */
async function changesIn(workspace: Workspace, packages: readonly CheckedPackage[]) {
  const state = await wholeState(workspace);
  const ours = packages.filter(({ read }) => read.manifest.unit.id === workspace.unitId);
  const sets = joinSegments(ours.map(({ read }) => read.sets));
  const provenance = new Provenance(
    workspace.unitId,
    state,
    workspace.device,
    ours.map(({ read }) => read),
  );
  const groups = previewOf(state, sets, judgingOf(state, clock.now(), provenance)).map(
    ({ module, author, records }) => {
      const of = (fate: string) => records.filter((record) => record.fate === fate).length;
      return {
        module,
        author,
        new: of('new'),
        changed: of('changed'),
        conflicting: of('conflicting'),
        known: of('known'),
        flagged: records.filter(({ flags }) => flags.length > 0).length,
      };
    },
  );
  const trust = packages.map(({ read }) => trustOf(state, ownKey(workspace), read.manifest.device));
  return { groups, trust };
}

/** Tells what packages are and what they would change; nothing is written. */
export const inspectPackages = command({
  help: {
    zh: '核对数据包并说明内容；给出 --data 时说明会改动什么；不写入任何内容',
    en: 'check packages and tell what is in them, with --data also what they would change; writes nothing',
  },
  options: {
    data: textOption('DIR', {
      zh: '与哪个数据文件夹比较',
      en: 'the data folder to compare with',
    }),
    'passphrase-file': passphraseFile,
    'package-passphrase-file': packagePassphraseFile,
    json,
  },
  operands: files,
  async run(values, paths, { language, print }) {
    const packages = await readAll(paths, await secretIn(values['package-passphrase-file']));
    const changes =
      values.data === undefined
        ? undefined
        : await withWorkspace(
            values.data,
            (workspace) => changesIn(workspace, packages),
            values['passphrase-file'],
          );
    const rows = packages.map(({ path, read }, index) => ({
      path,
      package: read.summary,
      fingerprint: fingerprintOf(read.manifest.device.publicKey),
      ...(changes && { trust: changes.trust[index] }),
    }));
    if (values.json) {
      print(JSON.stringify({ packages: rows, ...(changes && { groups: changes.groups }) }));
      return 0;
    }
    for (const { path, package: summary, fingerprint } of rows) {
      const { unit, author, device, deviceId, madeAt } = summary;
      const said: Said = {
        zh: `${path}：“${unit}”，${author}，${madeAt}，${device}（${deviceId}，指纹 ${fingerprint.digits}），${countsIn(summary).zh}`,
        en: `${path}: "${unit}", ${author}, ${madeAt}, ${device} (${deviceId}, fingerprint ${fingerprint.digits}), ${countsIn(summary).en}`,
      };
      print(said[language]);
    }
    for (const group of changes?.groups ?? []) {
      const { module, author, conflicting, changed, known, flagged } = group;
      const said: Said = {
        zh: `  ${module} ${author}：新增 ${group.new}，改动 ${changed}，冲突 ${conflicting}，已有 ${known}，需留意 ${flagged}`,
        en: `  ${module} ${author}: ${group.new} new, ${changed} changed, ${conflicting} conflicting, ${known} known, ${flagged} flagged`,
      };
      print(said[language]);
    }
    return 0;
  },
});

/** What an import did, for a line or for scripts. */
interface Imported {
  readonly unit: string;
  readonly added: number;
  readonly known: number;
  readonly files: number;
  readonly conflicts: number;
  readonly people: number;
  readonly isNew: boolean;
}

async function setUpFolder(
  folder: string,
  paths: readonly string[],
  passphrase: string | undefined,
  progress: (done: number, total: number) => void,
): Promise<Imported> {
  const summaries = await importPackages(folder, paths, { progress, passphrase });
  return withWorkspace(folder, async (workspace) => {
    let added = 0;
    for await (const _set of workspace.sets('shared')) added += 1;
    const state = await workspace.foldAll();
    return {
      unit: recordOrDefault(state, 'unit', unitId).name,
      added,
      known: 0,
      files: summaries.reduce((sum, one) => sum + one.files, 0),
      conflicts: 0,
      people: state.collections.get('person')?.records.size ?? 0,
      isNew: true,
    };
  });
}

/** Reads packages into a new folder, or merges them into a unit. */
export const importUnit = command({
  help: {
    zh: '把同一单位的数据包读入新的数据文件夹，或合并到已有的数据文件夹',
    en: 'read packages of one unit into a new data folder, or merge them into an existing one',
  },
  options: {
    data,
    trust: textOption('DEVICE,…', {
      zh: '已核对指纹的电脑编号，用逗号分开',
      en: 'ids of devices whose fingerprints were compared, by commas',
    }),
    backup: textOption('DIR', {
      zh: '合并前把备份存到这里',
      en: 'where to keep a backup before merging',
    }),
    recover: flagOption({
      zh: '取回本机写过而已丢失的记录（本机曾恢复或修复）',
      en: 'take back what this PC wrote and lost (after a restoring or repair)',
    }),
    flagged: flagOption({
      zh: '连同需留意的改动一并导入',
      en: 'take flagged changes as well',
    }),
    'passphrase-file': passphraseFile,
    'package-passphrase-file': packagePassphraseFile,
    json,
  },
  operands: files,
  async run(values, paths, { language, print, progress }) {
    const passphrase = await secretIn(values['package-passphrase-file']);
    const trust = (values.trust?.split(',') ?? []).map((one) => deviceIn('trust', one.trim()));
    const imported = (await isNewFolder(values.data))
      ? await setUpFolder(values.data, paths, passphrase, progress)
      : await withWorkspace(
          values.data,
          async (workspace): Promise<Imported> => {
            const packages = await readAll(paths, passphrase);
            const state = await wholeState(workspace);
            if (values.backup !== undefined) {
              const store = new BackupStore(values.backup);
              await backUpOpen(store, workspace, { reason: 'import', now: clock.now() });
            }
            const all = joinSegments(packages.map(({ read }) => read.sets));
            const flagged = values.flagged
              ? all.flatMap(({ changes }) =>
                  changes.map(({ collection, id }) => ({ collection, id })),
                )
              : [];
            const merged = await mergePackages(workspace, state, packages, {
              take: { flagged },
              trust,
              recover: values.recover,
              progress,
            });
            return {
              unit: recordOrDefault(state, 'unit', unitId).name,
              added: merged.added.length,
              known: merged.known,
              files: merged.files,
              conflicts: merged.conflicts,
              people: state.collections.get('person')?.records.size ?? 0,
              isNew: false,
            };
          },
          values['passphrase-file'],
          true,
        );
    const { unit, added, known, conflicts, people, isNew } = imported;
    const said: Said = isNew
      ? {
          zh: `已导入“${unit}”：${paths.length} 个文件，${count(added)} 次操作，${count(people)} 人 → ${values.data}`,
          en: `Imported "${unit}": ${paths.length} files, ${count(added)} actions, ${count(people)} people → ${values.data}`,
        }
      : {
          zh: `已合并到“${unit}”：新增 ${count(added)} 次操作，已有 ${count(known)} 次，新冲突 ${conflicts} 处 → ${values.data}`,
          en: `Merged into "${unit}": ${count(added)} new actions, ${count(known)} known, ${conflicts} new conflicts → ${values.data}`,
        };
    print(values.json ? JSON.stringify(imported) : said[language]);
    return 0;
  },
});
