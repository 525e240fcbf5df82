/** What a PDF says of itself. */
export interface PdfMetadata {
  readonly title: string;
  /** Who answers for the document; nothing is said where it is empty. */
  readonly author: string;
  /** The program that made it. */
  readonly creator: string;
}

/** A text string: UTF-16 with its mark, in hexadecimal, so that no byte needs an escape. */
function textString(text: string): string {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le').swap16();
  return `<${bytes.toString('hex')}>`;
}

/** The number of the object that a trailer names, and the dictionary that stands there. */
function objectNamed(text: string, key: string): { number: number; dictionary: string } {
  const number = Number(new RegExp(`/${key} (\\d+) 0 R`).exec(trailerOf(text))?.[1]);
  const start = text.indexOf(`\n${number} 0 obj\n`);
  const end = text.indexOf('\nendobj', start);
  const dictionary = text.slice(text.indexOf('<<', start), end);
  if (start < 0 || end < 0 || !dictionary.endsWith('>>')) throw new RangeError(`no /${key}`);
  return { number, dictionary };
}

const trailerOf = (text: string): string => text.slice(text.lastIndexOf('\ntrailer'));

/**
 * Adds title, author and creator to a PDF of Chromium, which knows only the first of them, and
 * tells readers to show the title and the outline. Nothing of the file is rewritten: two objects
 * and a table are appended (ISO 32000-1, 7.5.6). Throws RangeError where the file is not built as
 * Chromium builds it.
 */
export function withMetadata(pdf: Buffer, metadata: PdfMetadata): Buffer {
  const text = pdf.toString('latin1');
  const tableAt = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)?.[1];
  const size = /\/Size (\d+)/.exec(trailerOf(text))?.[1];
  if (!tableAt || !size) throw new RangeError('no table of a PDF');
  const info = objectNamed(text, 'Info');
  const root = objectNamed(text, 'Root');
  const kept = ['Producer', 'CreationDate', 'ModDate'].map(
    (key) => new RegExp(`/${key} \\((?:[^\\\\()]|\\\\.)*\\)`).exec(info.dictionary)?.[0] ?? '',
  );
  const said = [
    `/Title ${textString(metadata.title)}`,
    ...(metadata.author === '' ? [] : [`/Author ${textString(metadata.author)}`]),
    `/Creator ${textString(metadata.creator)}`,
    ...kept,
  ];
  const view = '/PageMode /UseOutlines\n/ViewerPreferences <</DisplayDocTitle true>>';
  const objects = [
    { number: info.number, body: `<<${said.join('\n')}>>` },
    { number: root.number, body: `${root.dictionary.slice(0, -2)}\n${view}>>` },
  ].sort((a, b) => a.number - b.number);

  let out = '\n';
  const entries = objects.map(({ number, body }) => {
    const at = String(pdf.length + out.length).padStart(10, '0');
    out += `${number} 0 obj\n${body}\nendobj\n`;
    return `${number} 1\n${at} 00000 n \n`;
  });
  const table = pdf.length + out.length;
  out += `xref\n${entries.join('')}trailer\n<</Size ${size}\n/Root ${root.number} 0 R\n`;
  out += `/Info ${info.number} 0 R\n/Prev ${tableAt}>>\nstartxref\n${table}\n%%EOF\n`;
  return Buffer.concat([pdf, Buffer.from(out, 'latin1')]);
}
