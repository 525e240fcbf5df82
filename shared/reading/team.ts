import { keptName } from './name';
import { withoutMark } from './number-mark';

/** A member of a team as a pasted block gives it; absent where the block has no such column. */
export interface TeamLine {
  readonly name?: string;
  readonly post?: string;
  readonly portfolio?: string;
}

const columns = ['name', 'post', 'portfolio'] as const;

/** What offices call the columns of a list of a team. */
const headings: Readonly<Record<(typeof columns)[number], RegExp>> = {
  name: /^(?:姓名|名字|成员|name)$/i,
  post: /^(?:职务|现任职务|岗位|职位|职务职级|post|position)$/i,
  portfolio: /^(?:分工|工作分工|分管工作|分管|主管工作|职责|portfolio)$/i,
};

const inOneLine = (text: string): string => text.replace(/\s*\n\s*/g, ' ').trim();

/**
 * The members that a pasted block lists. A heading row says which column is which and a column of
 * numbers is left out; else the columns are those from `first` on.
 */
export function readTeam(
  rows: readonly (readonly string[])[],
  first: (typeof columns)[number] = 'name',
): TeamLine[] {
  const [head = [], ...below] = rows;
  const named = head.map((cell) =>
    columns.find((column) => headings[column].test(cell.replace(/\s+/g, ''))),
  );
  const isHeaded = named.filter((column) => column !== undefined).length >= 2;
  const body = isHeaded ? below : rows;
  const isNumbered =
    !isHeaded &&
    body.length > 0 &&
    body.every((row) => row.length > 1 && /^\d{1,3}[.、．]?$/.test((row[0] ?? '').trim()));
  const order = isHeaded
    ? named
    : [...(isNumbered ? [undefined] : []), ...columns.slice(columns.indexOf(first))];
  return body.map((row) => {
    const line: { -readonly [column in keyof TeamLine]: TeamLine[column] } = {};
    order.forEach((column, place) => {
      const text = row[place];
      if (column === undefined || text === undefined) return;
      const kept = inOneLine(text).slice(0, 200);
      line[column] = column === 'name' ? keptName(withoutMark(kept)) : kept;
    });
    return line;
  });
}
