/** Chinese numerals as they number paragraphs, up to 99. */
const han = '[一二三四五六七八九十廿卅百]{1,4}';

/** What makes of the figures before it an amount or of the list of figures one thing: 一、二期. */
const counted = '(?:季度|个?月|期|号|级|类|标段|批|组|楼|年|产业|线|班|中学|小学|院|档)';

/** Marks that stand before an item, each with the blanks behind it. */
const marks: readonly RegExp[] = [
  // Bullets; a dash before a figure is its sign.
  /^[*•·●◆◇■□▪▫►▶➢➤✓☑☐]\s*/u,
  /^[-–—](?=\s*[^\d\s.,-])\s*/u,
  // `①` and the like are one letter each.
  /^[\u2460-\u249b\u24eb-\u24ff\u2776-\u2793\u3220-\u3229\u3280-\u3289]\s*[、.．]?\s*/u,
  // `（十一）`, `(3)`, `3)`; a year in brackets is none.
  new RegExp(String.raw`^[（(]\s*(?:${han}|\d{1,2})\s*[)）]\s*[、.．]?\s*`, 'u'),
  /^\d{1,2}\s*[)）]\s*/u,
  /^[０-９]{1,2}\s*[)）]\s*/u,
  // `一、`, `十一．`; 一、二季度 and 三、四期 are lists.
  new RegExp(String.raw`^${han}\s*(?:、(?!${han}${counted})|[.．]\s*(?!\d))\s*`, 'u'),
  // `第一，` and `第三：`.
  new RegExp(String.raw`^第\s*${han}\s*[、，,：:]\s*`, 'u'),
  // `1.` and `1、`: a figure behind them makes a number or a list of it, unless it is a year.
  /^[\d０-９]{1,3}\s*[.．、]\s+(?!\s*[\d.]+\s*月)/u,
  /^[\d０-９]{1,3}\s*[.．、](?![\d０-９])\s*/u,
  /^[\d０-９]{1,2}\s*[.．、](?=(?:19|20)\d{2}\s*年)/u,
];

/**
 * A line without the marks that number it: `1．`, `①`, `（十一）`, `廿一、`, bullets. A figure that
 * belongs to the text stays: `1.5万亩`, `12.4宪法宣传日`, `2026.3月底前`, 一、二季度, `3、4号楼`.
 * Never empties a text.
 */
export function withoutMark(text: string): string {
  let rest = text.trim();
  // `（一）1.` is as deep as offices go.
  for (let round = 0; round < 3; round += 1) {
    const mark = marks.map((pattern) => pattern.exec(rest)?.[0]).find((found) => found);
    if (!mark || mark.length >= rest.length) return rest;
    rest = rest.slice(mark.length);
  }
  return rest;
}
