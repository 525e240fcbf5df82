import { cleanup, render, screen, within } from '@testing-library/react';
import { describe, expect, test, vi } from 'vitest';
import RecordForm from '../../../renderer/pages/registers/RecordForm';
import { currentReplica } from '../../../renderer/state/workspace';
import { kinds } from '../../../shared/kinds/kinds';
import { registerList } from '../../../shared/report/register-list';
import { directoryOf, writingOf } from '../../../shared/sheet/directory';
import { idMeaning, meaningsFor } from '../../../shared/sheet/layout';
import { listOfKind } from '../../../shared/sheet/list';
import { listBook } from '../../../shared/sheet/list-book';
import { openUnit, person, settle } from './fake-main';

/** A label without the unit that a form puts behind it. */
const bare = (label: string): string => label.replace(/（[^）]*）$/, '');

describe('one field list', () => {
  test.each(kinds.map((kind) => [kind.id, kind] as const))(
    '%s: form, print, Excel out and Excel in',
    async (_, kind) => {
      await openUnit(person(1, '王镕'));
      const { state } = currentReplica();
      const fields = kind.fields.map(({ label }) => label.zh);
      const writing = writingOf(state, 'zh');

      render(
        <RecordForm
          kind={kind}
          record={undefined}
          given={{}}
          items={[]}
          onClose={vi.fn()}
          onSaved={vi.fn()}
        />,
      );
      await settle();
      const form = screen.getByRole('dialog');
      const labels = [...form.querySelectorAll('.ty-grid-2 label, .ty-grid-2 .ty-label')].map(
        ({ textContent }) => bare(textContent ?? ''),
      );
      // The words of a deadline are typed where its day is.
      const words = kind.fields.flatMap(({ control }) =>
        control.type === 'day' && control.deadline?.words ? [control.deadline.words] : [],
      );
      const asked = kind.fields.filter(({ key }) => !words.includes(key));
      for (const field of asked.map(({ label }) => label.zh)) {
        expect(labels.some((label) => label.startsWith(bare(field)))).toBe(true);
      }
      expect(within(form).getByRole('button', { name: '保存' })).toBeTruthy();
      cleanup();

      const printed = registerList({
        kind,
        columns: kind.fields,
        records: [],
        unitName: '某某局',
        wording: writing.wording,
      });
      const table = printed.blocks.find((block) => block.type === 'table');
      expect(table?.columns.map(({ title }) => title)).toEqual(['序号', ...fields]);

      const list = listOfKind(kind);
      const book = listBook({
        list,
        records: [],
        unitName: '某某局',
        dayText: '',
        departments: directoryOf(state).departmentNames,
        writing,
      });
      const headings = book.columns.map(({ title }) => title);
      expect(headings.slice(0, -1)).toEqual(fields);
      expect(meaningsFor(headings, list.fields)).toEqual([
        ...kind.fields.map(({ key }) => key),
        idMeaning,
      ]);
    },
  );
});
