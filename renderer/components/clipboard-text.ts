import { blockText } from '../../shared/reading/block';
import { readMarkupCells } from '../../shared/reading/markup';
import { readRtfCells } from '../../shared/reading/rtf';

/** Most characters of a clipboard's markup that are looked at. */
const longestMarkup = 5_000_000;

/**
 * What a paste brings, as text: cells divided by tabs, in quotes where they hold line breaks. The
 * markup that office programs put beside their text tells cells apart where the text does not.
 */
export function clipboardText(data: DataTransfer): string {
  const plain = data.getData('text/plain');
  const markup = data.getData('text/html');
  if (/<table/i.test(markup) && markup.length <= longestMarkup) {
    const rows = readMarkupCells(markup);
    if (rows.length > 1 || (rows[0]?.length ?? 0) > 1) return blockText(rows);
  }
  const rtf = data.getData('text/rtf');
  if (plain === '' && rtf.length <= longestMarkup) return blockText(readRtfCells(rtf));
  return plain;
}
