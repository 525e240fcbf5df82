import { forged, type Parts, sheetOf, stylesOf } from './forged-workbook';

// Workbooks as somebody would make them who knows how one is read and wants the reader to fall: each
// is drawn from a seed, so that a fall can be looked at again.

/** Numbers from a seed: the same seed, the same numbers (mulberry32). */
export function dice(seed: number) {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    /** A whole number from `least` to `most`. */
    from: (least: number, most: number): number => least + Math.floor(next() * (most - least + 1)),
    of: <T>(list: readonly [T, ...T[]]): T => list[Math.floor(next() * list.length)] ?? list[0],
  };
}

type Dice = ReturnType<typeof dice>;

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaging = 'http://schemas.openxmlformats.org/package/2006/relationships';

const tableOf = (...texts: readonly string[]): string =>
  `<sst xmlns="${main}">${texts.map((text) => `<si><t>${text}</t></si>`).join('')}</sst>`;

const rowsOf = (rows: number, cells: number, cell: string): string =>
  `<row>${cell.repeat(cells)}</row>`.repeat(rows);

/** A text as long as a cell may be, longer, or short. */
const longText = (at: Dice): string =>
  at.of(['长', 'x', '&amp;']).repeat(at.of([40, 9_000, 32_767, 70_000]));

const oddAddresses = [
  ...['A0', 'A-1', 'XFD1048576', 'ZZZ9999999', 'a1', '$A$1', '', 'A', '1', 'A1:B2', '__proto__'],
  ...['A99999999999', 'AAAA1', 'Ａ１', 'A1\u202e', 'constructor'],
] as const;

const oddIndexes = [
  '-1',
  '1e9',
  'NaN',
  '0.5',
  '__proto__',
  'length',
  '99999999999999999999',
  ' 0 ',
] as const;

const oddNumbers = [
  ...['1e308', '-1e308', '1e999', 'NaN', 'Infinity', '0x10', '1_000', '', ' ', '-0', '2958466'],
  ...['-693594', '4.9e-324', '１２', '1'.repeat(500), '9007199254740993'],
] as const;

const oddFormats = [
  ...['0'.repeat(300), '"'.repeat(9_000), '['.repeat(9_000), ';'.repeat(9_000), '\\'.repeat(999)],
  ...[
    'yyyy"年"m"月"d"日"',
    '[h]:mm',
    'AM/PM'.repeat(900),
    '_*'.repeat(4_000),
    '[$-804]'.repeat(900),
  ],
] as const;

/** One way of making a workbook worse than it looks: its name, and the file. */
const attacks: Readonly<Record<string, (at: Dice) => Promise<Buffer>>> = {
  'one shared string in very many cells': (at) =>
    forged(sheetOf(rowsOf(at.from(20, 400), at.of([1, 50, 290]), '<c t="s"><v>0</v></c>')), {
      'xl/sharedStrings.xml': tableOf(longText(at)),
    }),
  'a shared string of many runs': (at) =>
    forged(sheetOf(rowsOf(at.from(1, 900), 3, '<c t="s"><v>0</v></c>')), {
      'xl/sharedStrings.xml': `<sst xmlns="${main}"><si>${'<r><t>段</t></r>'.repeat(at.from(1, 60_000))}</si></sst>`,
    }),
  'inline strings that pack well': (at) =>
    forged(
      sheetOf(rowsOf(at.from(1, 40), 9, `<c t="inlineStr"><is><t>${longText(at)}</t></is></c>`)),
    ),
  'escapes in long texts': (at) =>
    forged(
      sheetOf(
        rowsOf(
          9,
          9,
          `<c t="str"><v>${at.of(['_x0000_', '_xD800_', '_x005F_', '_x000'] as const).repeat(at.from(1, 9_000))}</v></c>`,
        ),
      ),
    ),
  'a long text merged over very much': (at) =>
    forged(
      sheetOf(
        `<row r="1"><c r="A1" t="inlineStr"><is><t>${longText(at)}</t></is></c></row><row r="${at.of([2, 900, 90_000])}"><c><v>1</v></c></row>`,
        `<mergeCells><mergeCell ref="A1:${at.of(['B2', 'KN900', 'XFD1048576'])}"/></mergeCells>`,
      ),
    ),
  'very many merged areas': (at) =>
    forged(
      sheetOf(
        rowsOf(9, 9, '<c t="str"><v>并</v></c>'),
        `<mergeCells>${`<mergeCell ref="${at.of(['A1:I9', 'A1:A1', 'I9:A1', 'B2:KN99999'])}"/>`.repeat(at.of([10, 5_000, 300_000]))}</mergeCells>`,
      ),
    ),
  'cells far to the right': (at) => {
    const rows = at.of([10, 20_000, 99_000]);
    const right = at.of(['KM', 'KN', 'KO', 'XFD']);
    const each = Array.from(
      { length: rows },
      (_, row) => `<row><c r="${right}${row + 1}"><v>1</v></c></row>`,
    );
    return forged(sheetOf(each.join('')));
  },
  'addresses that are none': (at) => {
    const cells = Array.from(
      { length: 30 },
      () => `<c r="${at.of(oddAddresses)}"><v>${at.from(-9, 9)}</v></c>`,
    );
    return forged(
      sheetOf(
        `<row r="${at.of(['0', '-5', '1e9', 'x', '3', '99999999999'])}">${cells.join('')}</row>`,
      ),
    );
  },
  'types and indexes that are none': (at) => {
    const types = ['s', 'b', 'e', 'd', 'str', 'n', 'inlineStr', '__proto__', 'S', ''] as const;
    const cells = Array.from(
      { length: 40 },
      () =>
        `<c t="${at.of(types)}" s="${at.of(oddIndexes)}"><v>${at.of([...oddIndexes, ...oddNumbers])}</v></c>`,
    );
    return forged(sheetOf(`<row>${cells.join('')}</row>`), {
      'xl/sharedStrings.xml': tableOf('甲'),
    });
  },
  'numbers and days out of all ranges': (at) => {
    const cells = Array.from(
      { length: 40 },
      () => `<c s="${at.from(0, 6)}"><v>${at.of(oddNumbers)}</v></c>`,
    );
    return forged(sheetOf(`<row>${cells.join('')}</row>`), {
      'xl/styles.xml': stylesOf(14, 22, 46, 10, 20, 'yyyy"年"m"月"'),
    });
  },
  'formats that are hard to read': (at) =>
    forged(sheetOf(rowsOf(20, 9, `<c s="${at.from(1, 3)}"><v>46086</v></c>`)), {
      'xl/styles.xml': stylesOf(at.of(oddFormats), at.of(oddFormats), at.of(oddFormats)),
    }),
  'very many styles of one long format': (at) =>
    forged(sheetOf(rowsOf(3, 3, '<c s="2"><v>1</v></c>')), {
      'xl/styles.xml': `<styleSheet xmlns="${main}"><numFmts><numFmt numFmtId="200" formatCode="${at.of(oddFormats).replaceAll('"', '&quot;')}"/></numFmts><cellXfs>${'<xf numFmtId="200"/>'.repeat(at.of([10, 60_000, 200_000]))}</cellXfs></styleSheet>`,
    }),
  'everything hidden': (at) =>
    forged(
      `<worksheet xmlns="${main}"><cols>${'<col min="1" max="16384" hidden="1"/>'.repeat(at.from(1, 3_000))}</cols><sheetData>${'<row hidden="1"><c><v>1</v></c></row>'.repeat(at.of([5, 99_000, 120_000]))}</sheetData></worksheet>`,
    ),
  'one part as many sheets': (at) => {
    const count = at.of([2, 50, 3_000]);
    const sheets = Array.from(
      { length: count },
      (_, n) => `<sheet name="${n}" sheetId="${n + 1}" r:id="r1"/>`,
    );
    return forged(sheetOf(rowsOf(at.of([3, 900]), 50, '<c t="s"><v>0</v></c>')), {
      'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${sheets.join('')}</sheets></workbook>`,
      'xl/sharedStrings.xml': tableOf('人员'.repeat(at.of([1, 90]))),
    });
  },
  'names of sheets that deceive': (at) => {
    const name = at.of([
      '\u202exlsx.exe',
      '../../etc/passwd',
      '__proto__',
      'a&#10;b',
      '名'.repeat(90_000),
      '',
    ]);
    return forged(sheetOf(rowsOf(1, 1, '<c><v>1</v></c>')), {
      'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="${name}" state="${at.of(['hidden', 'x', 'visible'])}" r:id="r1"/></sheets></workbook>`,
    });
  },
  'relations that lead elsewhere': (at) => {
    const target = at.of([
      '../../../../etc/passwd',
      'file:///etc/passwd',
      '//host/share/a.xml',
      'http://127.0.0.1/a.xml',
      'workbook.xml',
      '../xl/_rels/workbook.xml.rels',
      'WORKSHEETS/SHEET1.XML',
      '',
      '\\\\host\\a',
      'a/'.repeat(9_000),
    ]);
    return forged(sheetOf(rowsOf(1, 1, '<c><v>1</v></c>')), {
      'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packaging}"><Relationship Id="r1" Type="${relations}/worksheet" Target="${target}"${at.of(['', ' TargetMode="External"'])}/></Relationships>`,
    });
  },
  'entities and document types': (at) =>
    forged(
      `${at.of(['<!DOCTYPE a [<!ENTITY b "bbbbbbbbbb"><!ENTITY c "&b;&b;&b;&b;">]>', '<!DOCTYPE a SYSTEM "file:///etc/passwd">', '<?xml-stylesheet href="http://x"?>', ''])}${sheetOf(`<row><c t="str"><v>${at.of(['&c;', '&#x0;', '&#xFFFFFFFF;', '&nbsp;', '<![CDATA[甲]]>'])}</v></c></row>`)}`,
    ),
  'XML that does not end or goes very deep': (at) => {
    const depth = at.of([100, 50_000]);
    return forged(
      at.of([
        `<worksheet xmlns="${main}">${'<row>'.repeat(depth)}`,
        `<worksheet xmlns="${main}">${'<a>'.repeat(depth)}${'</a>'.repeat(depth)}</worksheet>`,
        `<worksheet xmlns="${main}"><row${' a="1"'.repeat(3)}/></worksheet>`,
        `<worksheet xmlns="${main}"><row ${Array.from({ length: 20_000 }, (_, n) => `a${n}="1"`).join(' ')}/></worksheet>`,
        `<worksheet xmlns="${main}" ${Array.from({ length: 9_000 }, (_, n) => `xmlns:a${n}="u"`).join(' ')}><row/></worksheet>`,
        '<',
        ' ',
      ]),
    );
  },
  'encodings that lie': (at) => {
    const text = `<?xml version="1.0" encoding="${at.of(['utf-16', 'gbk', 'utf-7', 'x'.repeat(40), 'utf-8'])}"?>${sheetOf(rowsOf(2, 2, '<c t="str"><v>王镕</v></c>'))}`;
    const bytes = Buffer.from(text, at.of(['utf8', 'utf16le', 'latin1']));
    return forged('', {
      'xl/worksheets/sheet1.xml': bytes.subarray(0, bytes.length - at.from(0, 3)),
    });
  },
  'a zip that was cut or whose bytes were turned': async (at) => {
    const good = Buffer.from(await forged(sheetOf(rowsOf(20, 5, '<c t="str"><v>甲</v></c>'))));
    for (let turned = at.from(0, 12); turned > 0; turned -= 1) {
      good[at.from(4, good.length - 1)] = at.from(0, 255);
    }
    return good.subarray(0, at.of([good.length, good.length, at.from(5, good.length)]));
  },
  'parts that are missing or something else': (at) => {
    const parts: Parts = {
      [at.of([
        'xl/workbook.xml',
        '_rels/.rels',
        'xl/_rels/workbook.xml.rels',
        'xl/worksheets/sheet1.xml',
      ])]: at.of([undefined, '', 'no XML', Buffer.alloc(300), '<a/>']),
    };
    return forged(sheetOf(rowsOf(1, 1, '<c><v>1</v></c>')), parts);
  },
  'a table of very many shared strings': (at) =>
    forged(sheetOf(rowsOf(9, 9, `<c t="s"><v>${at.of(oddIndexes)}</v></c>`)), {
      'xl/sharedStrings.xml': `<sst xmlns="${main}">${'<si><t>串</t></si>'.repeat(at.of([9, 200_000]))}${'<si>'.repeat(at.of([0, 900]))}</sst>`,
    }),
  'a text that is one line or all separators': async (at) =>
    Buffer.from(
      at
        .of(['\t', ',', '"', '""', '"\n', '\n', ',"', 'sep=;\n;;', '\r', '甲,'])
        .repeat(at.of([9, 90_000, 2_000_000])),
    ),
};

/** A hostile file: what was tried, and its bytes. */
export interface Hostile {
  readonly seed: number;
  readonly attack: string;
  readonly make: () => Promise<Buffer>;
}

/** So many hostile workbooks from seeds on; every attack has its turn. */
export function hostileWorkbooks(count: number, from = 1): Hostile[] {
  const all = Object.entries(attacks);
  return Array.from({ length: count }, (_, index) => {
    const seed = from + index;
    const [attack, make] = all[index % all.length] ?? all[0] ?? ['', async () => Buffer.alloc(0)];
    return { seed, attack, make: () => make(dice(seed)) };
  });
}
