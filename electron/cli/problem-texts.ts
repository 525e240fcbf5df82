import type { Problem } from '../storage/workspace';
import type { Language, Said } from './option';

const kinds: Readonly<Record<Problem['kind'], Said>> = {
  torn: { zh: '最后一行没有写完', en: 'the last line is unfinished' },
  line: { zh: '内容被改动过', en: 'the content was altered' },
  chain: {
    zh: '与上一行接不上（有行被删、加或移动）',
    en: 'does not follow the line before (a line was removed, added or moved)',
  },
  content: {
    zh: '不是本程序能读的记录',
    en: 'is no record this program can read',
  },
  lost: {
    zh: '从这一行起缺了曾经保存过的内容',
    en: 'what was saved once is missing from this line on',
  },
  counter: {
    zh: '操作编号大得不正常（修复时会改正）',
    en: 'a counter far beyond reason (a repair brings it down)',
  },
  moment: {
    zh: '时间不可能（修复时会改正）',
    en: 'an impossible moment (a repair mends it)',
  },
  link: {
    zh: '这里是链接、快捷方式或网盘占位，不是数据本身',
    en: 'a link, shortcut or cloud placeholder, not the data itself',
  },
  device: { zh: '记录不属于这台电脑的目录', en: 'belongs to another device' },
  clash: { zh: '同一编号出现两次', en: 'its stamp occurs twice' },
  misfit: { zh: '数值不符合格式', en: 'a value does not fit the model' },
  'kept-aside': {
    zh: '断电时留下的半行已另存在这里',
    en: 'an unfinished line is kept here since a power cut',
  },
  snapshot: {
    zh: '快照与日志不一致（可以删除，会自动重建）',
    en: 'the snapshot differs from the journal (it can be deleted and is made again)',
  },
  'attachment-missing': {
    zh: '附件的文件不见了，所属记录',
    en: 'the file of an attachment is missing; it belongs to',
  },
  'attachment-altered': {
    zh: '附件的文件已损坏或被改动，所属记录',
    en: 'the file of an attachment is damaged or was altered; it belongs to',
  },
  'attachment-orphan': {
    zh: '没有记录用到这个附件文件（保留即可，不影响使用）',
    en: 'no record speaks of this file (it can stay and does no harm)',
  },
};

/**
 * Whether nothing is damaged by it: a file that no record speaks of is left behind where a dialog
 * with files was not saved, or by a crash just before it was.
 */
export const isHarmless = ({ kind }: Problem): boolean => kind === 'attachment-orphan';

/** One line about what is wrong and where: `file:line: what (detail)`. */
export function problemLine({ kind, file, line, detail }: Problem, language: Language): string {
  const place = line > 0 ? `${file}:${line}` : file;
  const rest = detail ? (language === 'zh' ? `（${detail}）` : ` (${detail})`) : '';
  return `${place}: ${kinds[kind][language]}${rest}`;
}
