import type { Bilingual } from '../catalogue/row';
import { nameKey } from './name';
import type { Found, Named, PeopleIndex } from './people-index';
import { plainText } from './plain-text';

/** One of the names in a text of people, and what it means. */
export interface NamedPiece {
  /** As it was written, without number marks. */
  readonly text: string;
  /** A person; a section; those it may mean; or words that name nobody in particular. */
  readonly is:
    | { readonly person: string }
    | { readonly section: string }
    | { readonly open: Exclude<Found, { readonly id: string }> }
    | 'words';
  /** What was written in brackets behind the name and helps to tell nobody: 公差. */
  readonly aside: string;
  /** What was taken for granted. */
  readonly remark?: Bilingual;
}

/** Words that name no single person or section. */
const many =
  /全体|全员|全局|全院|全校|全站|各[科股处室部单镇乡街村级组]|所有|有关|相关|局属|机关|班子|党委|党组|支部|干部职工|工作人员|领导小组|专班|负责人|负责同志|签到|名单|附件|详见|见表|分管领导$|科室长|人员$|党员$|代表$|群众$|成员$/;

/** `张局长`, `李芳科长`: a post behind a name or a surname. */
const titled =
  /^(\p{Script=Han}{1,4}?)(党组书记|党委书记|党支部书记|副书记|书记|副局长|局长|副主任|主任|副科长|科长|副股长|股长|副处长|处长|副站长|站长|副所长|所长|副校长|校长|副院长|院长|副场长|场长|副队长|队长|副组长|组长|调研员|主席|委员|部长|经理|主管|同志|老师|工程师)$/u;

const numbered = /^(?:\(?\d{1,2}[.、)）．]\s*(?=\p{L})|[①-⑳]\s*)/u;
const roleAhead =
  /^(?:牵头|主要|第一|具体)?(?:负责人|责任人|领导|组长|副组长|成员|牵头|配合|责任|主办|协办)\s*:\s*/;
const andOthers = /\s*等(?:\s*\d+\s*(?:名|位)?(?:人|同志)?|人|同志)?$/;

function ofTitle(text: string, people: PeopleIndex): NamedPiece['is'] | undefined {
  const [, name = '', post = ''] = titled.exec(text) ?? [];
  if (name === '') return undefined;
  const whole = people.find(name);
  if ('id' in whole) return whole.id === '' ? 'words' : { person: whole.id };
  if (whole.why === 'same-name') return { open: whole };
  const alike = people.bySurname(name, post);
  if (alike.length === 1 && alike[0]) return { person: alike[0].id };
  return alike.length > 1 ? { open: { candidates: alike, why: 'same-name' } } : undefined;
}

const takenAs = (text: string, { name }: Named): Bilingual => ({
  zh: `“${text}”按${name}读入。`,
  en: `"${text}" read as ${name}.`,
});

const moreThanNamed = (text: string): Bilingual => ({
  zh: `“${text}”没有写全，只记写出的人。`,
  en: `"${text}" names not everybody; only those named are kept.`,
});

function pieceOf(
  raw: string,
  people: PeopleIndex,
  sections: ReadonlyMap<string, string>,
): NamedPiece | undefined {
  const bare = plainText(raw).replace(numbered, '').replace(roleAhead, '').trim();
  const text = bare
    .replace(andOthers, '')
    .replace(/[。.]$/, '')
    .trim();
  if (text === '') return undefined;
  const more = text === bare.replace(/[。.]$/, '') ? undefined : moreThanNamed(bare);
  const [, core = text, hint = ''] = /^(.+?)\s*\(([^()]*)\)$/.exec(text) ?? [];
  const section = sections.get(text) ?? sections.get(core);
  const found = people.find(text);
  if ('id' in found) {
    if (found.id === '') return { text, is: 'words', aside: '' };
    const isHint = hint === '' || people.isHint(found.id, hint) || /牵头|主|配合|协/.test(hint);
    const aside = isHint ? '' : hint;
    return { text, is: { person: found.id }, aside, ...(more && { remark: more }) };
  }
  if (section !== undefined) return { text, is: { section }, aside: '' };
  if (found.why === 'same-name') return { text, is: { open: found }, aside: '' };
  const byTitle = ofTitle(core, people);
  if (byTitle) {
    const person = typeof byTitle === 'object' && 'person' in byTitle ? byTitle.person : undefined;
    const named = person === undefined ? undefined : people.named(person);
    return { text, is: byTitle, aside: '', ...(named && { remark: takenAs(text, named) }) };
  }
  if (many.test(core) || core.length > 12) return { text, is: 'words', aside: '' };
  return { text, is: { open: found }, aside: '' };
}

/**
 * The people, sections and words of a text such as `张三、李四`, `1.张三 2.李四`, `张局长`,
 * `办公室（牵头）、人事科`, `张三等5人`, `全体干部职工`, in their order.
 */
export function peopleIn(
  text: string,
  people: PeopleIndex,
  sections: ReadonlyMap<string, string>,
): readonly NamedPiece[] {
  // Plain text makes mere figures of numbers in rings.
  const apart = plainText(text.replace(/[①-⑳⑴-⒇⒈-⒛]/g, '、'))
    // Numbers part names as well as marks do, and stand for nothing.
    .replace(/(?<=\p{Script=Han})\s*(?=\d{1,2}[.、．]\s*\p{Script=Han})/gu, '、')
    .replace(/(?:^|[、,;\n\s])\d{1,2}[.、)．]\s*(?=\p{Script=Han})/gu, '、');
  return apart
    .split(/[、,，;；/\n|]+/)
    .flatMap((part) => {
      const whole = part.trim();
      if (whole === '') return [];
      if ('id' in people.find(whole)) return [whole];
      const both = whole.split(/[和与]/);
      if (both.length > 1 && both.every((one) => 'id' in people.find(one))) return both;
      if (!/\s/.test(whole)) return [whole];
      // `张　三` is one name and `张三 李四` are two.
      const parts = whole.split(/\s+/);
      return parts.some((one) => 'id' in people.find(one)) ? parts : [whole];
    })
    .flatMap((part) => {
      const piece = pieceOf(part, people, sections);
      return piece ? [piece] : [];
    });
}

/** How a piece that is open is compared and asked for. */
export const openKey = (piece: NamedPiece): string => nameKey(piece.text);
