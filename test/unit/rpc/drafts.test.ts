import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { DraftStore } from '../../../electron/rpc/drafts';
import { DataKey } from '../../../electron/storage/data-key';
import { type Draft, mostDrafts } from '../../../shared/rpc/drafts';

async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'touyan-drafts-'));
  onTestFinished(() => rm(path, { recursive: true, force: true }));
  return path;
}

const draft = (id: string, words = '起草实施方案'): Draft => ({
  id,
  at: '2026-11-23T02:00:00.000Z',
  place: '#/tasks',
  title: '新增任务',
  words,
  values: [{ name: 'TaskDialog.fields', isTyped: true, value: { title: words } }],
});

const first = 'aaaaaaaa-0000';
const second = 'bbbbbbbb-0000';

async function bytesIn(path: string): Promise<string> {
  const names = await readdir(join(path, 'drafts'));
  const texts = names.map((name) => readFile(join(path, 'drafts', name), 'latin1'));
  return (await Promise.all(texts)).join();
}

describe('drafts', () => {
  it('are there after a restart, newest first, each unit its own', async () => {
    const path = await folder();
    const store = new DraftStore(path);
    const unit = { unit: 'one', key: undefined };
    await store.put(unit, draft(first));
    await store.put(unit, draft(second));
    await store.put(unit, draft(first, '改过的方案'));
    await store.put({ unit: '', key: undefined }, draft(second, '建立单位'));
    const again = new DraftStore(path);
    expect((await again.list(unit)).map(({ id, words }) => [id, words])).toEqual([
      [first, '改过的方案'],
      [second, '起草实施方案'],
    ]);
    expect(await again.list({ unit: 'other', key: undefined })).toEqual([]);
    expect((await again.list({ unit: '', key: undefined }))[0]?.words).toBe('建立单位');
    await again.drop(unit, first);
    await again.drop(unit, second);
    expect(await new DraftStore(path).list(unit)).toEqual([]);
    expect(await readdir(join(path, 'drafts'))).toEqual(['new.json']);
  });

  it('are sealed with the unit, and plain again with it', async () => {
    const path = await folder();
    const plain = { unit: 'one', key: undefined };
    const sealed = { unit: 'one', key: DataKey.create() };
    const marks = 'plan-12';
    await new DraftStore(path).put(plain, draft(first, marks));
    expect(await bytesIn(path)).toContain(marks);
    const store = new DraftStore(path);
    expect(await store.list(sealed)).toHaveLength(1);
    expect(await bytesIn(path)).not.toContain(marks);
    expect(await new DraftStore(path).list(sealed)).toHaveLength(1);
    expect(await store.list(plain)).toHaveLength(1);
    expect(await bytesIn(path)).toContain(marks);
  });

  it.each(['', '{', '[{"id":"x"}]', 'null', '\u0000\u0001'])(
    'count as none where the file holds %j, and can be kept again',
    async (text) => {
      const path = await folder();
      const unit = { unit: 'one', key: undefined };
      await new DraftStore(path).put(unit, draft(first));
      const [name = ''] = await readdir(join(path, 'drafts'));
      await writeFile(join(path, 'drafts', name), text);
      const store = new DraftStore(path);
      expect(await store.list(unit)).toEqual([]);
      await store.put(unit, draft(second));
      expect(await new DraftStore(path).list(unit)).toHaveLength(1);
    },
  );

  it(`are ${mostDrafts} at most; the oldest goes`, async () => {
    const store = new DraftStore(await folder());
    const unit = { unit: 'one', key: undefined };
    for (let at = 0; at <= mostDrafts; at += 1) {
      await store.put(unit, draft(`aaaaaaaa-${at.toString(16).padStart(4, '0')}`));
    }
    const kept = await store.list(unit);
    expect(kept).toHaveLength(mostDrafts);
    expect(kept.some(({ id }) => id === 'aaaaaaaa-0000')).toBe(false);
  });
});
