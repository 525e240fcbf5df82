import { expect, test } from 'vitest';
import { misfitsOf } from '../../../shared/model/collections';
import { passageId } from '../../../shared/model/passage';
import { passagesOf } from '../../../shared/report/document-kind';
import { documentKind, documentKinds } from '../../../shared/report/documents';

test('a kind of document is found by its id, and no two share one', () => {
  for (const kind of documentKinds) expect(documentKind(kind.id)).toBe(kind);
});

test.each(documentKinds.map((kind) => [kind.id, kind] as const))(
  'passages of %s have ids that the model takes, other ones for every subject and language',
  (id, kind) => {
    const subjects = kind.of === 'unit' ? [''] : ['0190a0b0-c0d0-7e00-8f00-000000000001'];
    const ids = subjects.flatMap((subject) =>
      (['zh', 'en'] as const).map((language) =>
        passageId(passagesOf(id, { subject, language }), '2026-11', 'tasks'),
      ),
    );
    expect(new Set(ids).size).toBe(ids.length);
    for (const one of ids) {
      expect(misfitsOf({ collection: 'passage', id: one, fields: { text: '' } })).toEqual([]);
    }
  },
);
