const hanDigits = '〇一二三四五六七八九';

/** What may stand between the years of a span: `2026—2028`. */
const span = String.raw`\s*年?\s*(?:-|~|～|至|到|[\u2010-\u2015])+\s*`;

/** What counts the figures before it: of `2026万元` nothing is a year. */
const amount =
  '(?:多|余)?(?:百|千|万|亿|元|角|亩|公顷|平|立方|吨|公斤|千克|斤|公里|千米|米|里|株|棵|人|户|个|件|项|次|家|名|位|套|台|辆|份|册|本|页|字|头|只|条|处|座|所|村|块|片|根|瓶|箱|袋|车|批|场|期|岁|天|小时|分钟|分|秒|号|[%％‰°℃]|(?:k?m|k?g|k?W|t|ha|mm|cm|mu|yuan)(?![a-z]))';

/**
 * A text of one year as it stands in another: 2026年工作要点 becomes 2027年工作要点. Numbers of documents
 * (`〔2026〕15号`), amounts (`2026万元`), numbers that the figures are part of and spans of years
 * (`2026—2030年`) stay.
 */
export function inYear(text: string, from: string, to: string): string {
  const document = String.raw`(?=\s*[〕】\])）]\s*(?:第|字)?\s*\d+\s*号)`;
  const spanned = String.raw`(?<!(?:19|20)\d{2}${span})`;
  const pattern = new RegExp(
    String.raw`(?<![\d.,，])(?!${from}${document})(?!${from}${span}(?:(?:19|20)\d{2}))${spanned}${from}(?!\d)(?![.,]\d{3})(?!(?:\.\d+)?\s*${amount})`,
    'gu',
  );
  const inHan = (year: string): string =>
    [...year].map((digit) => hanDigits[Number(digit)] ?? '').join('');
  const written = new RegExp(`${inHan(from).replace('〇', '[〇零○]')}(?=年)`, 'gu');
  return text.replace(pattern, to).replace(written, inHan(to));
}
