import { plainText } from '../reading/plain-text';
import { type Cell, isBlank } from './book';
import { bareText } from './layout';

/** The first text of a row of totals. */
export const total =
  /^(?:本页|本表|本月|全年|其中)?(?:合计|总计|小计|共计|累计|总数|平均|total|subtotal)(?:[:：(（\d].*)?$|^.{1,12}(?:小计|合计)$/i;
/** The first text of a note, a signature or a row that says who made the sheet. */
export const note =
  /^(?:(?:注|备注|附注|说明|填表说明|填报说明|注意)(?:\d{0,2})[:：]|(?:填表|制表|填报|审核|审批|审签|签字|经办|复核|联系|报送|统计|单位负责|科室负责|分管领导|主要领导|负责)[人员日期时间单位电话签字盖章领导()（）、意见]{0,8}[:：]|单位[(（]?盖?公?章|note\s*:|※|★|▲)/i;
/** `一、`, `（一）`, `第一部分`, `Ⅰ.`: the mark of a group of rows. */
export const groupMark =
  /^(?:[一二三四五六七八九十]{1,3}[、.．,，:：]|[(（][一二三四五六七八九十]{1,3}[)）][、.]?|第[一二三四五六七八九十\d]{1,3}(?:部分|章|类|篇|板块)[、:：]?|[ⅠⅡⅢⅣⅤIVX]{1,4}[、.．])/;
/** The mark of a group in a cell of its own. */
export const groupNumber =
  /^(?:[一二三四五六七八九十]{1,3}|[(（][一二三四五六七八九十]{1,3}[)）])[、.．]?$/;
/** How sections are called that are not known yet. */
export const sectionEnd =
  /(?:科|室|股|处|部|办|队|站|所|中心|局|院|场|馆|厅|组|大队|支队|委员会|工会|团委)$/;

/** Name of a group without its mark and the count behind it: `一、办公室（5人）` is 办公室. */
export const groupName = (text: string): string =>
  plainText(text)
    .replace(groupMark, '')
    .replace(/\s*[(（](?:共|计)?\s*\d+\s*[人项个名条次]?[)）]$/, '')
    .replace(/[:：]$/, '')
    .replace(/^(\p{Script=Han})\s+(?=\p{Script=Han})/u, '$1')
    .trim();

/** The different texts of a row that has one or two; none of a row that has more. */
export function fewTexts(row: readonly Cell[]): readonly string[] {
  const texts: string[] = [];
  for (const cell of row) {
    if (isBlank(cell) || typeof cell !== 'string') continue;
    if (cell === texts[0] || cell === texts[1]) continue;
    if (texts.length === 2) return [];
    texts.push(cell);
  }
  return texts.map(bareText);
}
