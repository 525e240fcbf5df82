const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ensp: ' ',
  emsp: ' ',
  middot: '·',
  mdash: '—',
  ndash: '–',
  hellip: '…',
};

const letter = (code: number): string =>
  code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';

const plain = (text: string): string =>
  text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/gi, (whole, code, hex, name) => {
    if (code) return letter(Number(code));
    if (hex) return letter(Number.parseInt(hex, 16));
    return Object.hasOwn(named, name.toLowerCase()) ? (named[name.toLowerCase()] ?? whole) : whole;
  });

/** What stands between marks: comments, what is never shown, a mark, or text. */
const token =
  /<!--[\s\S]*?(?:-->|$)|<(?:style|script|title|xml)\b[\s\S]*?(?:<\/(?:style|script|title|xml)\s*>|$)|<!\[[^>]*>|<(\/?)([a-z][a-z0-9:]*)((?:"[^"]*"|'[^']*'|[^>"'])*)>|([^<]+|<)/giy;

const spanIn = (attributes: string, name: string, most: number): number => {
  const said = new RegExp(`\\b${name}\\s*=\\s*["']?(\\d{1,5})`, 'i').exec(attributes)?.[1];
  return Math.min(most, Math.max(1, Number(said ?? 1)));
};

/** Most rows that are read of a table's markup. */
const mostRows = 10_000;

/**
 * The cells of the first table of a page's markup, as office programs put it on the clipboard: a
 * merged cell is said once, where it begins; line breaks inside a cell stay. Rows that say nothing
 * are left out; none where there is no table. Never fails.
 */
export function readMarkupCells(markup: string): string[][] {
  const rows: string[][] = [];
  /** Places under a cell that began in a row above, by row and column. */
  const taken = new Set<string>();
  let depth = 0;
  let row: string[] | undefined;
  let cell: { text: string; wide: number; high: number } | undefined;
  const endCell = () => {
    if (!row || !cell) return;
    const y = rows.length;
    while (taken.has(`${y} ${row.length}`)) row.push('');
    const x = row.length;
    for (let down = 1; down < cell.high; down += 1) {
      for (let right = 0; right < cell.wide; right += 1) taken.add(`${y + down} ${x + right}`);
    }
    row.push(
      cell.text
        .replace(/ *\n */g, '\n')
        .replace(/ {2,}/g, ' ')
        .trim(),
    );
    for (let right = 1; right < cell.wide; right += 1) row.push('');
    cell = undefined;
  };
  const endRow = () => {
    endCell();
    if (row) rows.push(row);
    row = undefined;
  };
  token.lastIndex = 0;
  for (let found = token.exec(markup); found; found = token.exec(markup)) {
    const [, closing = '', tag = '', attributes = '', text] = found;
    const name = tag.toLowerCase();
    if (text !== undefined) {
      if (cell) cell.text += plain(text.replace(/\s+/g, ' '));
    } else if (name === 'table') {
      depth += closing ? -1 : 1;
      if (depth <= 0) break;
    } else if (depth !== 1 && /^t[rdh]$/.test(name)) {
      // Tables in a cell are part of its text.
      if (cell) cell.text += ' ';
    } else if (name === 'tr') {
      endRow();
      if (rows.length >= mostRows) break;
      if (!closing) row = [];
    } else if (name === 'td' || name === 'th') {
      endCell();
      const isCell = !closing && row;
      if (isCell) {
        const [wide, high] = [
          spanIn(attributes, 'colspan', 300),
          spanIn(attributes, 'rowspan', 300),
        ];
        cell = { text: '', wide, high };
      }
    } else if (cell && (name === 'br' || (closing && /^(?:p|div|li)$/.test(name)))) {
      cell.text += '\n';
    }
  }
  endRow();
  return rows.filter((one) => one.some((said) => said !== ''));
}
