import { blockText } from '../../shared/reading/block';
import { readRtfCells } from '../../shared/reading/rtf';

/** Most characters of a clipboard's markup that are looked at. */
const longestMarkup = 5_000_000;

const textOf = (node: Node): string => {
  if (node.nodeType === Node.TEXT_NODE) return (node.textContent ?? '').replace(/\s+/g, ' ');
  if (node.nodeName === 'BR') return '\n';
  const inner = [...node.childNodes].map(textOf).join('');
  return /^(?:P|DIV|LI)$/.test(node.nodeName) ? `${inner}\n` : inner;
};

/** The cells of the first table of a page's markup; a merged cell is said once, where it begins. */
function cellsOf(markup: string): string[][] {
  const table = new DOMParser().parseFromString(markup, 'text/html').querySelector('table');
  const rows: string[][] = [];
  const taken = new Set<string>();
  [...(table?.rows ?? [])].slice(0, 10_000).forEach((row, y) => {
    const cells: string[] = [];
    for (const cell of row.cells) {
      while (taken.has(`${y} ${cells.length}`)) cells.push('');
      const x = cells.length;
      const [wide, high] = [Math.min(cell.colSpan, 300), Math.min(cell.rowSpan, 1000)];
      for (let down = 1; down < high; down += 1) {
        for (let right = 0; right < wide; right += 1) taken.add(`${y + down} ${x + right}`);
      }
      const text = textOf(cell).replace(/\u00a0/g, ' ');
      cells.push(text.replace(/[ ]*\n[ ]*/g, '\n').trim(), ...Array(wide - 1).fill(''));
    }
    rows.push(cells);
  });
  return rows.filter((row) => row.some((cell) => cell !== ''));
}

/**
 * What a paste brings, as text: cells divided by tabs, in quotes where they hold line breaks. The
 * markup that office programs put beside their text tells cells apart where the text does not.
 */
export function clipboardText(data: DataTransfer): string {
  const plain = data.getData('text/plain');
  const markup = data.getData('text/html');
  if (/<table/i.test(markup) && markup.length <= longestMarkup) {
    const rows = cellsOf(markup);
    if (rows.length > 1 || (rows[0]?.length ?? 0) > 1) return blockText(rows);
  }
  const rtf = data.getData('text/rtf');
  if (plain === '' && rtf.length <= longestMarkup) return blockText(readRtfCells(rtf));
  return plain;
}
