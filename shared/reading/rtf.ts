/** Groups whose text is none of the document's. */
const apart =
  /^(?:fonttbl|colortbl|stylesheet|info|pict|object|header|footer|headerl|headerr|footerl|footerr|generator|listtable|listoverridetable|themedata|datastore|latentstyles|rsidtbl|xmlnstbl|nonshppict|shppict|fldinst)$/;

const decoders: Readonly<Record<string, string>> = {
  '936': 'gbk',
  '950': 'big5',
  '65001': 'utf-8',
};

/** Most groups that stand in each other; a document nests a few. */
const deepest = 200;

const token =
  /\\([a-z]{1,32})(-?\d{1,9})? ?|\\'([0-9a-f]{2})|\\(.)|([{}])|[\r\n]+|([^\\{}\r\n]+)/giy;

interface Group {
  readonly isApart: boolean;
  /** Letters that stand for a `\u` for older programs. */
  readonly skip: number;
}

/**
 * The rows and cells of a text in RTF, as Word puts it on the clipboard; a line outside a table is a
 * row of one cell. Never fails: what is no RTF gives no row.
 */
export function readRtfCells(rtf: string): string[][] {
  if (!rtf.startsWith('{\\rtf')) return [];
  const page = /\\ansicpg(\d+)/.exec(rtf.slice(0, 500))?.[1] ?? '';
  const decoder = new TextDecoder(decoders[page] ?? 'windows-1252');
  const rows: string[][] = [];
  const groups: Group[] = [];
  let group: Group = { isApart: false, skip: 1 };
  let row: string[] = [];
  let text = '';
  let bytes: number[] = [];
  let skipping = 0;
  let isTable = false;
  const flush = () => {
    if (bytes.length > 0) text += decoder.decode(new Uint8Array(bytes));
    bytes = [];
  };
  const add = (more: string) => {
    flush();
    if (!group.isApart) text += more;
  };
  const endRow = () => {
    if (row.some((cell) => cell !== '')) rows.push(row);
    row = [];
  };
  const endCell = () => {
    flush();
    row.push(text.trim());
    text = '';
  };
  const word = (name: string, value: string | undefined) => {
    if (apart.test(name)) group = { ...group, isApart: true };
    else if (name === 'uc') group = { ...group, skip: Number(value ?? 1) };
    else if (name === 'u') {
      const code = Number(value ?? 0);
      add(String.fromCharCode(code < 0 ? code + 65_536 : code));
      skipping = group.skip;
    } else if (name === 'tab') add('\t');
    else if (name === 'line') add('\n');
    else if (name === 'intbl') isTable = true;
    else if (name === 'cell') endCell();
    else if (name === 'row') {
      endRow();
      isTable = false;
    } else if (name === 'par' && !group.isApart) {
      if (isTable || row.length > 0) add('\n');
      else {
        endCell();
        endRow();
      }
    }
  };
  token.lastIndex = 0;
  for (let found = token.exec(rtf); found; found = token.exec(rtf)) {
    const [, name, value, hex, sign, brace, plain] = found;
    if (name !== undefined) word(name.toLowerCase(), value);
    else if (hex !== undefined) {
      if (skipping > 0) skipping -= 1;
      else if (!group.isApart) bytes.push(Number.parseInt(hex, 16));
    } else if (sign === '*') group = { ...group, isApart: true };
    else if (sign !== undefined) add(sign === '~' ? '\u00a0' : /[\\{}]/.test(sign) ? sign : '');
    else if (brace === '{') {
      flush();
      if (groups.length >= deepest) break;
      groups.push(group);
    } else if (brace === '}') {
      flush();
      group = groups.pop() ?? group;
    } else if (plain !== undefined) {
      const shown = plain.slice(Math.min(skipping, plain.length));
      skipping = 0;
      add(shown);
    }
  }
  endCell();
  endRow();
  return rows;
}
