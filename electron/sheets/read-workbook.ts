import { posix } from 'node:path';
import { type Cell, longestCell, type SheetAbout } from '../../shared/sheet/book';
import { StorageError } from '../storage/storage-error';
import { longestFormat, mostSharedLetters, mostSheets } from './limits';
import { meaningOfFormat, type NumberMeaning } from './number-format';
import { readSheet, type SheetSources } from './read-sheet';
import { Room } from './room';
import { WorkbookArchive } from './workbook-archive';
import { hearXml, unescaped } from './xml';

/** A sheet with its cells. */
export interface ReadSheet {
  readonly about: SheetAbout;
  readonly grid: readonly (readonly Cell[])[];
}

interface Declared {
  readonly name: string;
  readonly relation: string;
  readonly isHidden: boolean;
}

async function readDeclared(archive: WorkbookArchive, path: string) {
  const sheets: Declared[] = [];
  let from1904 = false;
  await hearXml(archive.text(path), {
    open: (name, attributes) => {
      if (name === 'workbookPr') from1904 = /^(1|true)$/.test(attributes.date1904 ?? '');
      if (name !== 'sheet') return;
      const relation = attributes['r:id'] ?? '';
      const isHidden = (attributes.state ?? 'visible') !== 'visible';
      sheets.push({ name: (attributes.name ?? '').slice(0, 200), relation, isHidden });
    },
  });
  return { sheets, from1904 };
}

/** Where the relations of a part lead, by their id and by the last word of their type. */
async function readRelations(archive: WorkbookArchive, part: string) {
  const folder = posix.dirname(part);
  const path = posix.join(folder, '_rels', `${posix.basename(part)}.rels`);
  const targets = new Map<string, { readonly target: string; readonly type: string }>();
  if (!archive.has(path)) return targets;
  await hearXml(archive.text(path), {
    open: (name, { Id = '', Target = '', Type = '', TargetMode = '' }) => {
      if (name !== 'Relationship' || TargetMode === 'External') return;
      const target = Target.startsWith('/') ? Target.slice(1) : posix.join(folder, Target);
      targets.set(Id, { target, type: posix.basename(Type) });
    },
  });
  return targets;
}

async function readStrings(archive: WorkbookArchive, path: string): Promise<string[]> {
  const strings: string[] = [];
  let current = '';
  let letters = 0;
  let isText = false;
  // Readings of characters (furigana) stand beside the text and are none of it.
  let isReading = false;
  await hearXml(archive.text(path), {
    open: (name) => {
      if (name === 'si') current = '';
      if (name === 'rPh') isReading = true;
      if (name === 't') isText = !isReading;
    },
    close: (name) => {
      if (name === 'si') {
        const text = unescaped(current);
        letters += text.length;
        if (letters > mostSharedLetters) throw new StorageError('sheet-large');
        strings.push(text);
      }
      if (name === 'rPh') isReading = false;
      if (name === 't') isText = false;
    },
    text: (text) => {
      // Escapes take seven characters for one; no cell shows more than its limit.
      if (isText) current += text.slice(0, 7 * longestCell - current.length);
    },
  });
  return strings;
}

/** What the number in a cell means, and whether its letters are bold, by the cell's style. */
async function readStyles(
  archive: WorkbookArchive,
  path: string,
): Promise<Pick<SheetSources, 'meanings' | 'isBold'>> {
  const codes = new Map<number, string>();
  // There may be very many styles of one format.
  const known = new Map<number, NumberMeaning>();
  const meanings: NumberMeaning[] = [];
  const isBold: boolean[] = [];
  const boldFonts: boolean[] = [];
  let place: 'cellXfs' | 'fonts' | undefined;
  await hearXml(archive.text(path), {
    open: (name, { numFmtId = '0', formatCode = '', fontId = '0', val = '1' }) => {
      if (name === 'cellXfs' || name === 'fonts') place = name;
      else if (name === 'numFmt') {
        codes.set(Number(numFmtId), formatCode.slice(0, longestFormat));
      } else if (name === 'font' && place === 'fonts') boldFonts.push(false);
      else if (name === 'b' && place === 'fonts') {
        boldFonts[boldFonts.length - 1] = /^(1|true)$/.test(val);
      } else if (name === 'xf' && place === 'cellXfs') {
        const format = Number(numFmtId);
        const meaning = known.get(format) ?? meaningOfFormat(format, codes);
        known.set(format, meaning);
        meanings.push(meaning);
        isBold.push(boldFonts[Number(fontId)] ?? false);
      }
    },
    close: (name) => {
      if (name === place) place = undefined;
    },
  });
  return { meanings, isBold };
}

/** The workbook part; throws StorageError `sheet-other` or `sheet-old` for other zips. */
function workbookPart(
  archive: WorkbookArchive,
  start: ReadonlyMap<string, { target: string; type: string }>,
): string {
  for (const { target, type } of start.values()) {
    if (type === 'officeDocument' && /workbook.*\.xml$/i.test(target) && archive.has(target))
      return target;
  }
  if (archive.has('xl/workbook.xml')) return 'xl/workbook.xml';
  if (archive.has('xl/workbook.bin')) throw new StorageError('sheet-old');
  const form = archive.has('word/document.xml')
    ? 'Word'
    : archive.has('content.xml')
      ? 'OpenDocument'
      : archive.has('ppt/presentation.xml')
        ? 'PowerPoint'
        : 'ZIP';
  throw new StorageError('sheet-other', { form });
}

/**
 * Reads the sheets of a workbook (.xlsx, .xlsm): what its cells show, with merged areas filled.
 * Formulas and macros are not looked at. Throws StorageError `sheet-damaged`, `sheet-bomb`,
 * `sheet-old`, `sheet-other`, `sheet-large`.
 */
export async function readWorkbook(
  bytes: Buffer,
  progress?: (unpacked: number, total: number) => void,
): Promise<ReadSheet[]> {
  const archive = await WorkbookArchive.open(bytes, progress);
  const path = workbookPart(archive, await readRelations(archive, ''));
  const { sheets, from1904 } = await readDeclared(archive, path);
  const relations = await readRelations(archive, path);
  const partOf = (wanted: string) =>
    [...relations.values()].find(({ type, target }) => type === wanted && archive.has(target))
      ?.target;
  const strings = partOf('sharedStrings');
  const styles = partOf('styles');
  const sources = {
    strings: strings ? await readStrings(archive, strings) : [],
    ...(styles ? await readStyles(archive, styles) : { meanings: [], isBold: [] }),
    from1904,
  };
  const read: ReadSheet[] = [];
  const room = new Room();
  for (const { name, relation, isHidden } of sheets.slice(0, mostSheets)) {
    const part = relations.get(relation);
    // Charts and macro sheets are no tables.
    if (part?.type !== 'worksheet') continue;
    const { grid, form, isCut } = await readSheet(archive.text(part.target), sources, room);
    read.push({ about: { name, rows: grid.length, isHidden, isCut, form }, grid });
  }
  if (read.length === 0) throw new StorageError('sheet-damaged');
  return read;
}
