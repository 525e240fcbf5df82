/**
 * Reads a number as people in an office type it: full-width digits, thousands separators and a
 * full-width point are understood. Undefined for an empty text, null for one that is no number.
 */
export function readNumber(text: string): number | null | undefined {
  const plain = text
    .replace(/[\uff01-\uff5e]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replace(/[\s,，%]/g, '')
    .replace(/。/g, '.')
    .replace(/^[−－—]/, '-');
  if (plain === '') return undefined;
  return /^[+-]?(?:\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : null;
}
