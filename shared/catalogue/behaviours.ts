import type { Bilingual, Ratable } from './row';

/** What each of the four grades of a row looks like, best first. */
type Behaviours = readonly [Bilingual, Bilingual, Bilingual, Bilingual];

const said: ReadonlyMap<string, Behaviours> = new Map();

/** What a row looks like at a grade of four (`1` best … `4`); for the unit's own rows in general words. */
export function behaviourOf(row: Ratable, grade: string): Bilingual {
  const place = Math.min(3, Math.max(0, Number(grade) - 1)) as 0 | 1 | 2 | 3;
  return said.get(row.id)?.[place] ?? general[place];
}

/** For rows that nobody has described. */
const general: Behaviours = [
  { zh: '一贯做到，成效看得见', en: 'always, with visible effect' },
  { zh: '多数时候做到，成效较明显', en: 'mostly, with fair effect' },
  { zh: '有时做到，成效一般', en: 'at times, with some effect' },
  { zh: '很少做到，需尽快改进', en: 'seldom; to be mended soon' },
];
