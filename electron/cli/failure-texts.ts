import type { ErrorCode, RpcError } from '../../shared/rpc';
import type { Said } from './option';

/** What a failure means on the command line; `{path}` and other details are filled in. */
const sentences: Readonly<Record<ErrorCode, Said>> = {
  'bad-input': { zh: '参数不合要求。', en: 'The input is not valid.' },
  internal: {
    zh: '程序内部出错，没有做成。',
    en: 'The program failed; nothing was done.',
  },
  cancelled: { zh: '已取消。', en: 'Cancelled.' },
  'no-workspace': {
    zh: '“{folder}”里没有头雁的数据。',
    en: 'There is no Touyan data in "{folder}".',
  },
  'workspace-exists': {
    zh: '“{folder}”里已经有头雁的数据，没有改动它。',
    en: 'There is Touyan data in "{folder}" already; it was left alone.',
  },
  'workspace-not-empty': {
    zh: '文件夹“{folder}”不是空的，没有写入。',
    en: 'The folder "{folder}" is not empty; nothing was written.',
  },
  'workspace-locked': {
    zh: '“{folder}”正被另一个头雁使用（{who}），请先关闭它。',
    en: '"{folder}" is in use by another Touyan ({who}); close it first.',
  },
  'workspace-newer': {
    zh: '“{folder}”由更新版本的头雁写成，请先升级本程序。',
    en: '"{folder}" was written by a newer Touyan; update this one first.',
  },
  'workspace-damaged': {
    zh: '“{folder}”中的数据有损坏，请用 verify 命令查看位置。',
    en: 'The data in "{folder}" is damaged; the verify command shows where.',
  },
  'workspace-unfinished': {
    zh: '“{folder}”的修复或加密被中断，内容都在；请在可写入的情况下用头雁打开一次。',
    en: 'Repairing or encrypting "{folder}" was cut short; open it once with Touyan where it can be written.',
  },
  'read-only': {
    zh: '“{folder}”只能读取，不能写入。',
    en: '"{folder}" can only be read.',
  },
  'stale-stamp': {
    zh: '记录次序有冲突，没有写入。',
    en: 'The order of records clashes.',
  },
  'breaks-rule': { zh: '{zh}', en: '{en}' },
  'does-not-fit': {
    zh: '记录不符合格式，没有写入。',
    en: 'A record does not fit the format.',
  },
  sealed: {
    zh: '文书已经封存，不能改动或删除，没有写入。',
    en: 'The document is sealed and cannot be changed or deleted; nothing was written.',
  },
  'disk-full': {
    zh: '磁盘已满，没有写成，原有数据未受影响。',
    en: 'The disk is full; nothing was written and nothing was lost.',
  },
  'no-access': {
    zh: '没有权限读写“{folder}”。',
    en: 'There is no permission to read or write "{folder}".',
  },
  'disk-failed': {
    zh: '磁盘读写出错，没有做成，请换一个磁盘或U盘再试。',
    en: 'The disk failed to read or write; try another one.',
  },
  'folder-gone': {
    zh: '找不到“{folder}”。',
    en: '"{folder}" cannot be found.',
  },
  'package-unreadable': {
    zh: '“{folder}”不是头雁的数据包，或者不完整。',
    en: '"{folder}" is no Touyan package, or not a whole one.',
  },
  'device-twice': {
    zh: '两台电脑在用同一份拷贝来的数据文件夹（编号 {device} 相同、内容不同），没有导入。',
    en: 'Two PCs use copies of one data folder (both write as {device}); nothing was imported.',
  },
  'package-altered': {
    zh: '数据包“{folder}”被改动过（{place}），没有导入。',
    en: 'The package "{folder}" was altered ({place}); nothing was imported.',
  },
  'package-newer': {
    zh: '数据包“{folder}”由更新版本的头雁写成，请先升级本程序。',
    en: 'The package "{folder}" was written by a newer Touyan; update this one first.',
  },
  'package-foreign': {
    zh: '数据包“{folder}”属于另一个单位，没有导入。',
    en: 'The package "{folder}" belongs to another unit; nothing was imported.',
  },
  'package-locked': {
    zh: '数据包“{folder}”已加密，请用 --package-passphrase-file FILE 给出写有口令的文件。',
    en: 'The package "{folder}" is encrypted; give its passphrase with --package-passphrase-file FILE.',
  },
  'package-untrusted': {
    zh: '第一次收到“{device}”的数据包，没有导入；核对 inspect 给出的指纹后用 --trust 指明它的编号。',
    en: 'This is the first package from "{device}"; nothing was imported. Compare the fingerprint that inspect shows, then name it with --trust.',
  },
  'package-revoked': {
    zh: '“{device}”已被取消信任，没有导入。',
    en: '"{device}" is not trusted any more; nothing was imported.',
  },
  'package-key-changed': {
    zh: '“{device}”的签名与以前信任的不同，没有导入。',
    en: '"{device}" signs with another key than the trusted one; nothing was imported.',
  },
  'workspace-copied': {
    zh: '“{folder}”是数据文件夹的一份拷贝，现在只能查看。',
    en: '"{folder}" is a copy of a data folder and can only be looked at.',
  },
  'counter-jump': {
    zh: '其中有编号大得不正常的操作（{stamp}），没有写入任何内容；请对方修复后重做数据包。',
    en: 'It holds an action numbered far beyond reason ({stamp}); nothing was written. Its owner should repair the data and make a new package.',
  },
  'package-false-own': {
    zh: '“{device}”冒用本机的编号或钥匙，没有导入。',
    en: '"{device}" uses this PC’s own id or key; nothing was imported.',
  },
  'package-partial': {
    zh: '数据包“{folder}”只含一部分记录，不能用来建立新的数据文件夹。',
    en: 'The package "{folder}" holds a part of the records only; no folder can be set up from it.',
  },
  'file-over-limit': {
    zh: '目标磁盘（FAT32）放不下超过 4 GB 的文件，没有写成。',
    en: 'The disk (FAT32) takes no file over 4 GB; nothing was written.',
  },
  'safe-mode': { zh: '程序以安全模式启动。', en: 'The program was started in safe mode.' },
  'path-too-long': { zh: '路径“{folder}”太长。', en: 'The path "{folder}" is too long.' },
  'name-refused': {
    zh: '这个位置不接受文件名“{folder}”，没有写成。',
    en: 'The file name "{folder}" is not taken there; nothing was written.',
  },
  'print-failed': {
    zh: '没有生成文件。',
    en: 'The document could not be made.',
  },
  locked: {
    zh: '“{folder}”已加密，请用 --passphrase-file FILE 给出写有口令的文件。',
    en: '"{folder}" is encrypted; give a file that holds the passphrase with --passphrase-file FILE.',
  },
  'wrong-passphrase': {
    zh: '口令不对，“{folder}”没有打开。',
    en: 'The passphrase is not right; "{folder}" was not opened.',
  },
  'passphrase-wait': {
    zh: '刚才几次输错口令，请过 {waitSeconds} 秒再试。',
    en: 'There were wrong tries a moment ago; try again in {waitSeconds} seconds.',
  },
  'weak-passphrase': {
    zh: '口令太短或太好猜，至少要 {least} 个字符，并且不常见。',
    en: 'The passphrase is too short or too easy to guess; it needs at least {least} uncommon characters.',
  },
  'file-empty': { zh: '“{name}”是空文件，没有添加。', en: '"{name}" is empty; it was not added.' },
  'file-too-large': {
    zh: '“{name}”超过 200 MB，没有添加。',
    en: '"{name}" is longer than 200 MB; it was not added.',
  },
  'file-not-regular': {
    zh: '“{name}”不是单个文件，没有添加。',
    en: '"{name}" is not a single file; it was not added.',
  },
  'file-remote': {
    zh: '“{name}”在网络共享或设备路径上，没有读写。',
    en: '"{name}" is on a network share or a device; it was not touched.',
  },
  'file-unreadable': {
    zh: '“{name}”读不出来，没有添加。',
    en: '"{name}" cannot be read; it was not added.',
  },
  'file-changed': {
    zh: '“{name}”在复制时被改动，没有添加。',
    en: '"{name}" changed while it was copied; it was not added.',
  },
  'file-runnable': {
    zh: '“{name}”是程序或脚本，没有打开。',
    en: '"{name}" is a program or script; it was not opened.',
  },
  'file-macros': {
    zh: '“{name}”带有宏，没有打开。',
    en: '"{name}" holds macros; it was not opened.',
  },
  'file-not-document': {
    zh: '“{name}”不是文档或图片，没有打开。',
    en: '"{name}" is neither a document nor a picture; it was not opened.',
  },
  'file-no-program': {
    zh: '没有打开“{name}”的程序。',
    en: 'There is no program for "{name}".',
  },
  'attachment-missing': {
    zh: '附件“{name}”的文件不在“{folder}”里。',
    en: 'The file of the attachment "{name}" is not in "{folder}".',
  },
  'backup-damaged': {
    zh: '这份备份已经损坏或不完整，没有恢复，原有数据没有变动；请换一份备份。',
    en: 'This backup is damaged or incomplete. Nothing was restored or changed; choose another one.',
  },
  'sheet-encrypted': {
    zh: '表格文件设有打开密码，没有读入；请取消密码后另存一份。',
    en: 'The workbook asks for a password and was not read; save a copy without.',
  },
  'sheet-old': {
    zh: '这是旧格式的表格（.xls、.et 等），没有读入；请另存为 .xlsx。',
    en: 'This is a sheet of an old kind (.xls, .et …) and was not read; save it as .xlsx.',
  },
  'sheet-other': {
    zh: '这个文件其实不是 Excel 表格（{form}），没有读入；请用 Excel 或 WPS 打开，另存为 .xlsx。',
    en: 'This file is no workbook ({form}) and was not read; open it in Excel or WPS and save it as .xlsx.',
  },
  'sheet-damaged': {
    zh: '表格文件已损坏或不完整，没有读入。',
    en: 'The workbook is damaged or incomplete and was not read.',
  },
  'sheet-bomb': {
    zh: '这个文件展开后会异常庞大，已拒绝打开。',
    en: 'This file would unpack to an enormous size; it was refused.',
  },
  'sheet-large': {
    zh: '表格太大，没有读入；请分成几份。',
    en: 'The sheet is too large and was not read; split it.',
  },
  'attachment-altered': {
    zh: '附件“{name}{file}”的文件已损坏或被改动，没有做成。',
    en: 'The file of the attachment "{name}{file}" is damaged or was altered; nothing was done.',
  },
};

/** Failures that mean that the command or one of its paths was wrong, not that work went wrong. */
const usageCodes: readonly ErrorCode[] = [
  'bad-input',
  'no-workspace',
  'workspace-exists',
  'workspace-not-empty',
  'no-access',
  'folder-gone',
  'locked',
  'wrong-passphrase',
  'passphrase-wait',
  'weak-passphrase',
];

/** Exit code of a failure: 2 where the call was wrong, 1 where the work failed. */
export const exitCodeOf = (code: ErrorCode): 1 | 2 => (usageCodes.includes(code) ? 2 : 1);

/** The sentence for a failure; `folder` is what the command worked on where nothing else is said. */
export function failureSentence(error: RpcError, folder: string): Said {
  const slots: Readonly<Record<string, string | number>> = {
    place: '',
    name: '',
    file: '',
    ...error.params,
    // The very file or folder where that is known, else what the command worked on.
    folder: error.params?.path ?? folder,
  };
  const fill = (text: string): string =>
    text.replace(/\{(\w+)\}/g, (_slot, name: string) => String(slots[name] ?? ''));
  const { zh, en } = sentences[error.code];
  return { zh: fill(zh), en: fill(en) };
}
