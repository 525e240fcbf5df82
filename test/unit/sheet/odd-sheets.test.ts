import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSheetFile } from '../../../electron/sheets/read-file';
import { StorageError } from '../../../electron/storage/storage-error';
import { emptyState } from '../../../shared/changes/state';
import { type Cell, type Grid, mostRows } from '../../../shared/sheet/book';
import { coreLists } from '../../../shared/sheet/list';
import { newsOf } from './comparing';
import { filledUnit } from './filled-unit';
import { forged, sheetOf, stylesOf, textRows, zipOf } from './forged-workbook';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'touyan-odd-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function read(bytes: Buffer | string) {
  const path = join(folder, 'sheet.xlsx');
  await writeFile(path, bytes);
  return readSheetFile(path);
}

const gridOf = async (bytes: Buffer | string): Promise<Grid> => (await read(bytes))[0]?.grid ?? [];

const codeOf = async (bytes: Buffer | string): Promise<string> => {
  try {
    await read(bytes);
    return 'read';
  } catch (error) {
    return error instanceof StorageError ? error.code : String(error);
  }
};

/** Name and section of two people, in the way that a case writes them. */
const roster = [
  ['姓名', '科室'],
  ['王镕', '办公室'],
  ['李喆', '业务科'],
];

const utf16 = (text: string): Buffer =>
  Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);
// 姓名,科室 / 王镕,办公室 / 李喆,业务科 in GB 18030.
const gbk = Buffer.from(
  'd0d5c3fb2cbfc6cad20acdf5e946 2cb0ecb9abcad20ac0ee86b4 2cd2b5cef1bfc60a'.replaceAll(' ', ''),
  'hex',
);
const csv = `${roster.map((cells) => cells.join(',')).join('\n')}\n`;

describe('separated text of every encoding reads the same', () => {
  const cases: readonly (readonly [string, Buffer | string])[] = [
    ['UTF-8', csv],
    ['UTF-8 with its mark', `\ufeff${csv}`],
    ['GBK', gbk],
    ['UTF-16, little end first', utf16(csv)],
    ['UTF-16, big end first', Buffer.from(utf16(csv)).swap16()],
    ['Windows line ends', csv.replaceAll('\n', '\r\n')],
    ['old Macintosh line ends', csv.replaceAll('\n', '\r')],
    ['semicolons', csv.replaceAll(',', ';')],
    ['tabs', csv.replaceAll(',', '\t')],
    ['a line that names the separator', `sep=;\n${csv.replaceAll(',', ';')}`],
    ['quotes around every cell', csv.replace(/[^,\n]+/g, '"$&"')],
    ['no line end at the end', csv.trimEnd()],
  ];
  it.each(cases)('%s', async (_, bytes) => {
    expect(await gridOf(bytes)).toEqual(roster);
  });

  it('keeps separators, quotes and line ends inside quotes', async () => {
    expect(await gridOf('甲,"一,二\n""三"""\n')).toEqual([['甲', '一,二\n"三"']]);
  });

  it('takes a quote that never ends for the rest of the text', async () => {
    expect(await gridOf('甲,"乙\n丙,丁')).toEqual([['甲', '乙\n丙,丁']]);
  });
});

describe('what cannot be read is told by what it is, and nothing else happens', () => {
  const ole = (rest: Buffer | string = '') =>
    Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(504), Buffer.from(rest)]);
  const whole = () => forged(sheetOf(textRows(roster)));
  const cases: readonly (readonly [string, () => Promise<Buffer> | Buffer | string, string])[] = [
    ['an empty file', () => '', 'file-empty'],
    [
      'a workbook with a password',
      () => ole(Buffer.from('EncryptedPackage', 'utf16le')),
      'sheet-encrypted',
    ],
    ['an .xls or .et', () => ole(Buffer.from('Workbook', 'utf16le')), 'sheet-old'],
    ['an .xls of the nineties', () => Buffer.from('09080800000005000000', 'hex'), 'sheet-old'],
    ['an .xlsb', () => zipOf({ 'xl/workbook.bin': 'x' }), 'sheet-old'],
    [
      'a web page named .xls',
      () => '<html><table><tr><td>姓名</td></tr></table></html>',
      'sheet-other',
    ],
    [
      'a web page with a mark before it',
      () => '\ufeff\n<!DOCTYPE html><html></html>',
      'sheet-other',
    ],
    ['an XML spreadsheet of 2003', () => '<?xml version="1.0"?><Workbook/>', 'sheet-other'],
    ['a part of a web page', () => '<!-- 导出 -->\n<div><table/></div>', 'sheet-other'],
    ['a saved web page', () => 'MIME-Version: 1.0\r\nContent-Type: multipart', 'sheet-other'],
    [
      'an XML spreadsheet in two bytes a letter',
      () =>
        Buffer.concat([
          Buffer.from('fffe', 'hex'),
          Buffer.from('<?mso-application progid="Excel.Sheet"?><ss:Workbook/>', 'utf16le'),
        ]),
      'sheet-other',
    ],
    ['a PDF', () => '%PDF-1.7\n', 'sheet-other'],
    ['rich text', () => '{\\rtf1 姓名}', 'sheet-other'],
    ['a Word document', () => zipOf({ 'word/document.xml': '<a/>' }), 'sheet-other'],
    ['an OpenDocument sheet', () => zipOf({ 'content.xml': '<a/>' }), 'sheet-other'],
    ['any other zip', () => zipOf({ 'a.txt': 'a' }), 'sheet-other'],
    ['a picture', () => Buffer.from('89504e470d0a1a0a0000000d', 'hex'), 'sheet-other'],
    ['bytes of no encoding', () => Buffer.from('ff81ff30ffff', 'hex'), 'sheet-other'],
    ['half a workbook', async () => (await whole()).subarray(0, 400), 'sheet-damaged'],
    [
      'a workbook without its last bytes',
      async () => (await whole()).subarray(0, -10),
      'sheet-damaged',
    ],
    [
      'a workbook without its sheet',
      () => forged('', { 'xl/worksheets/sheet1.xml': undefined }),
      'sheet-damaged',
    ],
    ['XML that breaks off', () => forged('<worksheet><sheetData><row><c>'), 'sheet-damaged'],
    ['XML that is none', () => forged('姓名'), 'sheet-damaged'],
    [
      'entities that multiply',
      () =>
        forged(
          `<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>${sheetOf('<row><c t="str"><v>&b;</v></c></row>')}`,
        ),
      'sheet-damaged',
    ],
    [
      'an entity that reads a file of this PC',
      () =>
        forged(
          `<!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/passwd">]>${sheetOf('<row><c t="str"><v>&a;</v></c></row>')}`,
        ),
      'sheet-damaged',
    ],
    [
      'a bomb: forty megabytes of one row',
      () => forged(sheetOf(`<row>${'<c><v>1</v></c>'.repeat(3_000_000)}</row>`)),
      'sheet-bomb',
    ],
    [
      'a bomb in a part that nobody asks for',
      () => forged(sheetOf(textRows(roster)), { 'xl/media/image1.png': Buffer.alloc(40_000_000) }),
      'sheet-bomb',
    ],
    [
      'very many parts',
      () => zipOf(Object.fromEntries(Array.from({ length: 5_001 }, (_, n) => [`xl/${n}`, '']))),
      'sheet-bomb',
    ],
  ];
  it.each(cases)('%s', async (_, make, code) => {
    expect(await codeOf(await make())).toBe(code);
  });

  it('breaks off unpacking where the directory lies about the length', async () => {
    const honest = await forged(sheetOf(textRows(roster)));
    const lying = Buffer.from(honest);
    // The length that the directory tells for every part: one byte.
    for (
      let at = lying.indexOf('PK\u0001\u0002');
      at >= 0;
      at = lying.indexOf('PK\u0001\u0002', at + 4)
    ) {
      lying.writeUInt32LE(1, at + 24);
    }
    expect(await codeOf(lying)).toBe('sheet-damaged');
  });
});

describe('cells say what an office program shows', () => {
  const cell = async (xml: string, styles?: string, more = {}): Promise<Cell | undefined> =>
    (
      await gridOf(
        await forged(sheetOf(`<row r="1">${xml}</row>`), { 'xl/styles.xml': styles, ...more }),
      )
    )[0]?.[0];

  const cases: readonly (readonly [string, string, (number | string)[], Cell | undefined])[] = [
    ['a number', '<c><v>12.5</v></c>', [], 12.5],
    ['a number with the dust of binary fractions', '<c><v>0.30000000000000004</v></c>', [], 0.3],
    ['a day', '<c s="1"><v>46086</v></c>', [14], { day: '2026-03-05' }],
    ['a day with a time', '<c s="1"><v>46086.75</v></c>', [22], '2026-03-05 18:00'],
    ['a day with its first moment', '<c s="1"><v>46086</v></c>', [22], { day: '2026-03-05' }],
    [
      'a day with parts of a second',
      '<c s="1"><v>46148.5</v></c>',
      ['yyyy-mm-dd hh:mm:ss.000'],
      '2026-05-06 12:00',
    ],
    ['the last moment of a day', '<c s="1"><v>46086.999999</v></c>', [22], { day: '2026-03-06' }],
    ['a day whose time is not shown', '<c s="1"><v>46086.75</v></c>', [14], { day: '2026-03-05' }],
    ['a time of a day', '<c s="1"><v>46086.604166666664</v></c>', ['h:mm'], '14:30'],
    ['a time to the second', '<c s="1"><v>0.6042245370370371</v></c>', ['h:mm:ss'], '14:30:05'],
    ['more hours than a day has', '<c s="1"><v>1.5</v></c>', ['[h]:mm'], '36:00'],
    ['a number that is a name', '<c s="1"><v>7</v></c>', ['0000'], '0007'],
    ['a number that is longer than its zeros', '<c s="1"><v>70000</v></c>', ['0000'], '70000'],
    ['a number in thousands', '<c s="1"><v>35000</v></c>', ['0!.0,"万"'], 35000],
    ['a moment in letters', '<c t="d"><v>2026-03-05T14:30:00</v></c>', [], '2026-03-05 14:30'],
    ['a time in letters', '<c t="d"><v>14:30:00</v></c>', [], '14:30'],
    ['an empty v of a shared string', '<c t="s"><v/></c>', [], undefined],
    ['an empty v of a yes', '<c t="b"><v/></c>', [], undefined],
    ['an empty v of an error', '<c t="e"><v/></c>', [], undefined],
    ['an empty v of a day', '<c s="1"><v></v></c>', [14], undefined],
    ['a text told twice', '<c t="inlineStr"><v>1.0</v><is><t>1.0</t></is></c>', [], '1.0'],
    ['a text told as a value', '<c t="inlineStr"><v>甲</v></c>', [], '甲'],
    [
      'an extension with names of its own',
      '<c><v>7</v><x:v xmlns:x="urn:x">8</x:v></c><x:c xmlns:x="urn:x" r="A1"><x:v>9</x:v></x:c>',
      [],
      7,
    ],
    [
      'a day in a Chinese format',
      '<c s="1"><v>46086</v></c>',
      ['yyyy"年"m"月"d"日"'],
      { day: '2026-03-05' },
    ],
    [
      'a day in a format with a locale',
      '<c s="1"><v>46086</v></c>',
      ['[$-804]yyyy/m/d;@'],
      { day: '2026-03-05' },
    ],
    ['a month', '<c s="1"><v>46082</v></c>', ['yyyy"年"m"月"'], '2026年3月'],
    ['a day within a month', '<c s="1"><v>46086</v></c>', [27], { day: '2026-03-05' }],
    ['a number with text in its format', '<c s="1"><v>30</v></c>', ['0"days"'], 30],
    ['a red number', '<c s="1"><v>30</v></c>', ['[Red]0.00'], 30],
    ['a time', '<c s="1"><v>0.5</v></c>', [20], '12:00'],
    ['a percentage', '<c s="1"><v>0.85</v></c>', [10], '85%'],
    ['a day that cannot be', '<c s="1"><v>-5</v></c>', [14], -5],
    ['a day in letters', '<c t="d"><v>2026-03-05T00:00:00</v></c>', [], { day: '2026-03-05' }],
    ['yes', '<c t="b"><v>1</v></c>', [], true],
    ['an error', '<c t="e"><v>#N/A</v></c>', [], { error: '#N/A' }],
    ['a formula: what it last gave', '<c><f>1+1</f><v>2</v></c>', [], 2],
    ['a formula that gave text', '<c t="str"><f>A1&amp;"!"</f><v>好!</v></c>', [], '好!'],
    [
      'a formula that was never calculated',
      '<c><f>WEBSERVICE("http://x")</f></c>',
      [],
      { error: '=' },
    ],
    ['a program in a formula', '<c t="str"><f>cmd|"/c calc"!A1</f><v>x</v></c>', [], 'x'],
    ['text that looks like a formula', '<c t="inlineStr"><is><t>=1+1</t></is></c>', [], '=1+1'],
    [
      'rich text with furigana',
      '<c t="inlineStr"><is><r><t>王</t></r><r><t>镕</t></r><rPh><t>róng</t></rPh></is></c>',
      [],
      '王镕',
    ],
    [
      'a character that XML cannot hold',
      '<c t="inlineStr"><is><t>甲_x000A_乙</t></is></c>',
      [],
      '甲\n乙',
    ],
    ['a shared string that is not there', '<c t="s"><v>9</v></c>', [], { error: '#REF!' }],
    ['a number that is none', '<c><v>十二</v></c>', [], '十二'],
  ];
  it.each(cases)('%s', async (_, xml, formats, expected) => {
    expect((await cell(xml, stylesOf(...formats))) ?? undefined).toEqual(expected);
  });

  it('counts days from 1904 where the workbook does', async () => {
    const workbook =
      '<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><workbookPr date1904="1"/><sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>';
    const styles = stylesOf(14);
    expect(
      await cell('<c s="1"><v>44624</v></c>', styles, { 'xl/workbook.xml': workbook }),
    ).toEqual({
      day: '2026-03-05',
    });
  });

  it('cuts a text that is longer than a cell can be', async () => {
    const long = await cell(`<c t="inlineStr"><is><t>${'长'.repeat(40_000)}</t></is></c>`);
    expect(String(long)).toHaveLength(32_767);
  });
});

describe('the shape of a sheet', () => {
  it('fills merged cells, so that each row says what it belongs to', async () => {
    const sheet = sheetOf(
      '<row r="1"><c r="A1" t="str"><v>办公室</v></c><c r="B1" t="str"><v>甲</v></c></row><row r="2"><c r="B2" t="str"><v>乙</v></c></row>',
      '<mergeCells><mergeCell ref="A1:A2"/><mergeCell ref="nonsense"/><mergeCell ref="A1:XFD1048576"/></mergeCells>',
    );
    const grid = await gridOf(await forged(sheet));
    expect(grid.map((row) => row.slice(0, 2))).toEqual([
      ['办公室', '甲'],
      ['办公室', '乙'],
    ]);
  });

  it('keeps gaps, and leaves off what is empty at the end', async () => {
    const sheet = sheetOf(
      '<row r="3"><c r="C3"><v>1</v></c></row><row r="900000"><c r="A900000" s="1"/></row>',
    );
    expect(await gridOf(await forged(sheet))).toEqual([[], [], [null, null, 1]]);
  });

  it('says that a cell a million rows below was not read', async () => {
    const sheet = sheetOf(
      `<row r="1"><c><v>1</v></c></row><row r="${mostRows + 1}"><c><v>2</v></c></row>`,
    );
    const [first] = await read(await forged(sheet));
    expect(first?.about).toMatchObject({ rows: 1, isCut: true });
  });

  it('reads cells without addresses, prefixes before names, and .xlsm without its macros', async () => {
    const sheet = `<x:worksheet xmlns:x="a"><x:sheetData><x:row><x:c><x:v>1</x:v></x:c><x:c><x:v>2</x:v></x:c></x:row></x:sheetData></x:worksheet>`;
    expect(await gridOf(await forged(sheet, { 'xl/vbaProject.bin': 'macro' }))).toEqual([[1, 2]]);
  });
});

describe('a roster as offices send it', () => {
  const state = emptyState();
  const statesOf = (grid: Grid) =>
    newsOf(state, coreLists.person, grid).map(({ row, state: is }) => [row, is]);

  it('finds the heading below a title, and leaves out blanks, totals, notes and repeated headings', () => {
    const grid: Grid = [
      ['某某局人员花名册'],
      ['填报单位：某某局', null, '2026年3月'],
      ['序号', '姓 名', '是否党员', '到岗时间'],
      [1, '王　镕', '√', '2026.3.5'],
      [],
      ['序号', '姓 名', '是否党员', '到岗时间'],
      [2, '李喆', '群众', { day: '2025-01-02' }],
      ['合　计', '2人'],
      ['注：以上人员均在岗。'],
      ['制表人：赵一'],
    ];
    expect(statesOf(grid)).toEqual([
      [4, 'new'],
      [7, 'new'],
    ]);
    expect(newsOf(state, coreLists.person, grid)[0]?.fields.name).toBe('王镕');
  });

  it('reads headings in two rows', () => {
    const grid: Grid = [
      ['基本情况', '基本情况', '任职', '任职'],
      ['姓名', '中共党员', '职务', '到任日期'],
      ['王镕', '是', '主任', '2026-03-05'],
    ];
    const [news] = newsOf(state, coreLists.person, grid);
    expect(news?.fields).toEqual({
      name: '王镕',
      partyMember: true,
      post: '主任',
      joined: '2026-03-05',
    });
  });

  it('tells in the cell what is wrong there, and of rows that are the same', () => {
    const grid: Grid = [
      ['姓名', '到任日期', '中共党员'],
      ['王镕', '2026-13-40', '也许'],
      [null, '2026-03-05', '是'],
      ['李喆', null, '是'],
      ['李喆', null, '是'],
      ['赵一', { error: '#REF!' }, '否'],
    ];
    const news = newsOf(state, coreLists.person, grid);
    expect(news.map(({ state: is }) => is)).toEqual(['new', 'wrong', 'new', 'wrong', 'new']);
    // A cell that cannot be read stays open; the rest of its row goes in.
    expect(news[0]?.fields).toEqual({ name: '王镕' });
    expect(news[0]?.cells.joined?.state).toBe('open');
    expect(news[0]?.cells.joined?.reason?.zh).toBe('“2026-13-40”这一天不存在。');
    expect(news[0]?.cells.partyMember?.reason?.zh).toBe('“也许”不是“是”或“否”。');
    expect(news[1]?.cells.name?.reason?.zh).toBe('“姓名”不能空着。');
    expect(news[3]?.reason?.zh).toBe('与第 4 行重复。');
    expect(news[4]?.cells.joined?.reason?.zh).toContain('#REF!');
  });
});

it('what is not clear is not given out by a sheet; what cannot be read says how to write it', () => {
  const state = filledUnit();
  const tasks: Grid = [
    ['所属时期', '任务', '目标', '时限', '牵头领导', '具体负责人', '汇报周期', '下达日期'],
    ['2026-11', '造林', '500亩', '2026-11-20', '王镕', '李昉', '每月', '2026-11-02'],
    ['2026-11', '抚育', '', '2026-11-20', '王镕', '', '每周', '2026-11-02'],
  ];
  const [clear, unclear] = newsOf(state, coreLists.task, tasks);
  expect(clear?.fields).toMatchObject({ reportEvery: 'month', issued: '2026-11-02' });
  expect(unclear?.cells.issued?.reason?.zh).toBe('五个明确不齐全，不能下达：缺目标、具体负责人。');
  const targets: Grid = [
    ['年度', '目标名称', '分月方式', '各月份额'],
    [2026, '造林面积', '逐月自定', '8、8、8'],
  ];
  expect(newsOf(state, coreLists.target, targets)[0]?.cells.shares?.reason?.zh).toBe(
    '请按1月到12月写12个数，用顿号隔开。',
  );
});
