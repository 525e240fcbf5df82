import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CallName, contract, rpcErrorSchema } from '../../../shared/rpc';
import { mutated } from './mutation';
import {
  callerOf,
  hashOf,
  mainCaller,
  nextSet,
  type OfficePc,
  officePc,
  printCaller,
  report,
} from './office-pc';

/** A workbook to be written. */
const book = {
  title: '台账',
  note: '',
  columns: [{ title: '日期', width: 12, format: 'day' }],
  rows: [[{ day: '2026-11-03' }]],
  guide: [],
  emptyRows: 0,
  language: 'zh',
};

// Every key of the contract is a call name.
const names = Object.keys(contract) as CallName[];

/** Makes any call; what comes back must be what the contract says, whatever went in. */
async function expectTyped(pc: OfficePc, name: CallName, input: unknown) {
  const result = await pc.ask(name, input, callerOf(name));
  if (result.ok) contract[name].output.parse(result.value);
  else rpcErrorSchema.parse(result.error);
  return result;
}

const isValid = (name: CallName, input: unknown): boolean => {
  try {
    return contract[name].input.safeParse(input).success;
  } catch {
    return false;
  }
};

describe('the contract under fire', () => {
  it.each(names)('%s: refuses what is no input and changes no byte', async (name) => {
    const pc = await officePc();
    await pc.call('workspace.create', null);
    await pc.call('workspace.commit', { set: nextSet(pc), audience: 'shared' });
    const before = await hashOf(pc.root);
    await fc.assert(
      fc.asyncProperty(
        fc.anything({ withNullPrototype: true, withBigInt: true }),
        async (input) => {
          fc.pre(!isValid(name, input));
          const result = await expectTyped(pc, name, input);
          expect(result).toEqual({ ok: false, error: { code: 'bad-input' } });
        },
      ),
      { numRuns: 300 },
    );
    expect(await hashOf(pc.root)).toBe(before);
    expect(pc.log).toEqual([]);
  });

  const almost: [CallName, (pc: OfficePc) => unknown][] = [
    ['app.setLanguage', () => 'en'],
    ['app.reveal', () => '/tmp/a.pdf'],
    ['workspace.part', () => 'base'],
    ['workspace.commit', (pc) => ({ set: nextSet(pc), audience: 'shared' })],
    ['workspace.commit', (pc) => ({ set: nextSet(pc), audience: 'private' })],
    [
      'documents.save',
      () => ({
        documents: [{ document: report, fileName: '小结' }],
        format: 'pdf',
        as: 'one',
        fileName: '小结.pdf',
      }),
    ],
    ['documents.copyText', () => ({ document: report })],
    [
      'documents.print',
      () => ({
        documents: [report],
        printing: { printer: 'PDF', copies: 2, duplex: 'longEdge', isGrayscale: true },
      }),
    ],
    ['pictures.save', () => ({ png: 'iVBORw0KGgoAAAA=', fileName: '目标.png' })],
    ['sheets.open', () => null],
    ['sheets.rows', () => ({ sheet: 0, from: 0, count: 10 })],
    ['sheets.cancel', () => null],
    ['sheets.save', () => ({ book, fileName: '台账.xlsx' })],
    ['sheets.close', () => null],
    ['pictures.copy', () => ({ png: 'iVBORw0KGgoAAAA=' })],
    [
      'documents.ready',
      () => ({
        pages: [3],
        fonts: { title: null, body: '仿宋', kai: null, hei: '黑体', song: null },
        pictures: [{ png: 'iVBORw0KGgoAAAA=', width: 589, height: 270 }],
      }),
    ],
    ['history.steps', () => ({ before: null })],
    ['history.page', () => ({ filter: { month: '2026-11' }, asOf: null, from: 0, count: 9 })],
    ['history.set', () => ({ stamp: '00000001.pcaaaaaa', most: 5 })],
    ['history.record', () => ({ collection: 'task', id: 't1' })],
    ['history.about', () => ['00000001.pcaaaaaa']],
    ['transfer.import', () => ({ sha256: 'a'.repeat(64) })],
    ['attachments.open', () => ({ sha256: 'a'.repeat(64), name: '签到表.jpg' })],
    ['attachments.saveAs', () => ({ sha256: 'a'.repeat(64), name: '签到表.jpg' })],
    ['attachments.missing', () => ['a'.repeat(64), 'b'.repeat(64)]],
  ];

  it.each(almost)(
    '%s: answers spoilt inputs; a failed call changes no byte',
    async (name, make) => {
      const pc = await officePc();
      await pc.call('workspace.create', null);
      const example = make(pc);
      await fc.assert(
        fc.asyncProperty(mutated(example), async (input) => {
          const before = await hashOf(pc.root);
          const result = await expectTyped(pc, name, input);
          if (!isValid(name, input)) expect(result.ok).toBe(false);
          if (!result.ok) expect(await hashOf(pc.root)).toBe(before);
        }),
        { numRuns: 250 },
      );
      expect(pc.log).toEqual([]);
      expect(await pc.session.workspace.verify()).toEqual([]);
    },
  );

  it('knows no other name', async () => {
    const pc = await officePc();
    const strange = fc.oneof(
      fc.anything(),
      fc.string(),
      fc.constantFrom('__proto__', 'constructor', 'toString', 'workspace', 'workspace.open ', ''),
    );
    await fc.assert(
      fc.asyncProperty(strange, async (name) => {
        fc.pre(!names.some((known) => known === name));
        const result = await pc.ask(name, null);
        expect(result).toEqual({ ok: false, error: { code: 'bad-input' } });
      }),
    );
  });

  it.each(names)('%s: is for one role only', async (name) => {
    const pc = await officePc();
    const other = callerOf(name) === mainCaller ? printCaller : mainCaller;
    const inputs = [null, { pages: 1 }, 'base', { document: report, fileName: 'a' }];
    for (const input of inputs) {
      expect(await pc.ask(name, input, other)).toEqual({ ok: false, error: { code: 'bad-input' } });
    }
    expect(pc.log).toEqual([]);
  });

  it('refuses an input whose getters throw', async () => {
    const pc = await officePc();
    const trap = new Proxy(
      {},
      {
        ownKeys: () => {
          throw new Error('trap');
        },
        get: () => {
          throw new Error('trap');
        },
      },
    );
    for (const name of names) {
      expect((await expectTyped(pc, name, trap)).ok).toBe(false);
    }
  });
});
