import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { officePc } from './office-pc';

/** One transparent pixel. */
const pixel =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

describe('the picture of a chart', () => {
  it('is written where the user says, and can then be shown', async () => {
    const pc = await officePc();
    pc.chosen.savePlace = join(pc.root, '目标.png');
    const saved = await pc.call('pictures.save', { png: pixel, fileName: '目标' });
    expect(saved).toEqual({ path: pc.chosen.savePlace });
    const written = await readFile(join(pc.root, '目标.png'));
    expect(written.equals(Buffer.from(pixel, 'base64'))).toBe(true);
    await pc.call('app.reveal', join(pc.root, '目标.png'));
    expect(pc.revealed).toHaveLength(1);
  });

  it('is not written when the user gives up', async () => {
    const pc = await officePc();
    pc.chosen.savePlace = null;
    expect(await pc.call('pictures.save', { png: pixel, fileName: '目标' })).toBeNull();
  });

  it('goes to the clipboard', async () => {
    const pc = await officePc();
    await pc.call('pictures.copy', { png: pixel });
    expect(pc.copied.map((png) => png.toString('base64'))).toEqual([pixel]);
  });

  it.each([
    ['a page', Buffer.from('<html>').toString('base64')],
    ['no base64', `${pixel} `],
    ['too large', `iVBORw0KGgo${'A'.repeat(20_000_000)}`],
  ])('is refused where it is %s', async (_what, png) => {
    const pc = await officePc();
    const answered = await pc.ask('pictures.save', { png, fileName: '目标' });
    expect(answered).toMatchObject({ ok: false, error: { code: 'bad-input' } });
  });

  it('may be large', async () => {
    const pc = await officePc();
    await pc.call('pictures.copy', { png: `iVBORw0KGgo${'A'.repeat(19_000_000)}` });
    expect(pc.copied).toHaveLength(1);
  });
});
