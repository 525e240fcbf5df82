import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectedOf, type Form, fileOf, type Truth } from '../../fixtures/sheets-office/forms/form';
import { peopleForms } from '../../fixtures/sheets-office/forms/people';
import { registerForms } from '../../fixtures/sheets-office/forms/registers';
import { taskForms } from '../../fixtures/sheets-office/forms/tasks';
import { officeUnit } from '../../fixtures/sheets-office/forms/unit';
import { importFile } from './form-import';

// Workbooks after the forms of real offices, made here, read as a file and held against the records
// that a clerk expects of them.

const forms: readonly Form[] = [...taskForms, ...peopleForms, ...registerForms];

const state = officeUnit();
let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'touyan-forms-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** What comes of a workbook without anybody touching it. */
async function readForm(form: Form) {
  const path = join(folder, form.file ?? `表.${form.ending ?? 'xlsx'}`);
  await writeFile(path, await fileOf(form));
  return importFile(state, form.list, path);
}

/** Values of a row that are not those expected; a flag that is not set says no. */
const wrongIn = (said: Truth, expected: Truth): string[] => [
  ...Object.entries(said).flatMap(([key, value]) =>
    expected[key] === value ? [] : [`${key}: ${value} ≠ ${expected[key]}`],
  ),
  ...Object.entries(expected).flatMap(([key, value]) =>
    value === true && said[key] === undefined ? [`${key}: false ≠ true`] : [],
  ),
];

const tally = { sound: 0, in: 0, wrong: 0, files: 0 };

describe.each(forms.map((form) => [`${form.list}: ${form.name}`, form] as const))(
  '%s',
  (_, form) => {
    it('gives the records that a clerk expects, and no value of another', async () => {
      const { rows, hiddenRead } = await readForm(form);
      const sound = form.records.flatMap((_record, at) => (form.unsound?.includes(at) ? [] : [at]));
      const wrong: string[] = [];
      let went = 0;
      for (const at of form.records.keys()) {
        const row = rows[at];
        const expected = expectedOf(form, at);
        const differing = row && row.is === 'new' ? wrongIn(row.said, expected) : [];
        wrong.push(...differing);
        const isWhole = row?.is === 'new' && !row.hasOpen && differing.length === 0;
        if (isWhole && sound.includes(at)) {
          expect(row.said).toEqual(expected);
          went += 1;
        }
      }
      tally.files += 1;
      tally.sound += sound.length;
      tally.in += went;
      tally.wrong += wrong.length;
      expect(wrong).toEqual([]);
      expect(rows).toHaveLength(form.records.length);
      expect(went).toBe(sound.length);
      expect(hiddenRead).toBe(form.hidden?.length ?? 0);
      for (const at of form.unsound ?? []) expect(rows[at]?.hasOpen).toBe(true);
    });
  },
);

it('takes at least 95 % of the sound rows of 60 workbooks without a hand, and no wrong value', () => {
  const share = Math.round((tally.in / tally.sound) * 1000) / 10;
  console.log(
    `${tally.files} workbooks: ${tally.in} of ${tally.sound} sound rows go in without a hand (${share} %), ${tally.wrong} wrong values`,
  );
  expect(forms.length).toBeGreaterThanOrEqual(60);
  expect(share).toBeGreaterThanOrEqual(95);
  expect(tally.wrong).toBe(0);
});
