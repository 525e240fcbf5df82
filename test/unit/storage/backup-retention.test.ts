import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type KeptBackup, keptBackups } from '../../../electron/storage/backup-retention';

const at = (day: string, counter: number): KeptBackup => ({
  id: `${day}#${counter}`,
  madeAt: `${day}T08:00:00.000Z`,
  counter,
});

const dayFrom = (start: string, days: number): string =>
  new Date(Date.parse(`${start}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

describe('backups are kept', () => {
  it('all, while there are ten', () => {
    const ten = Array.from({ length: 10 }, (_, n) => at('2026-11-24', n));
    expect(keptBackups(ten).size).toBe(10);
  });

  it('the last ten, then the last of each day', () => {
    const backups = [
      ...Array.from({ length: 5 }, (_, n) => at('2026-11-22', n)),
      ...Array.from({ length: 5 }, (_, n) => at('2026-11-23', 10 + n)),
      ...Array.from({ length: 12 }, (_, n) => at('2026-11-24', 20 + n)),
    ];
    const kept = keptBackups(backups);
    expect(kept.size).toBe(12);
    expect([...kept]).toEqual(expect.arrayContaining(['2026-11-22#4', '2026-11-23#14']));
    expect(kept.has('2026-11-24#21')).toBe(false);
    expect(kept.has('2026-11-24#22')).toBe(true);
  });

  it('one a day for thirty days, one a month for five years', () => {
    const daily = Array.from({ length: 365 * 6 }, (_, n) => at(dayFrom('2020-11-25', n), n));
    const kept = keptBackups(daily);
    const last = daily.at(-1)?.madeAt.slice(0, 10) ?? '';
    const newest30 = Array.from({ length: 30 }, (_, n) => dayFrom(last, -n));
    for (const day of newest30) expect([...kept].some((id) => id.startsWith(day))).toBe(true);
    const months = new Set([...kept].map((id) => id.slice(0, 7)));
    expect(months.size).toBe(60);
    // The 30 days lie in two months, whose last days are among them.
    expect(kept.size).toBe(30 + 60 - 2);
  });

  it.each(['2009-01-01', '2099-01-01'])('when a clock says %s for a while', (wrong) => {
    const before = Array.from({ length: 40 }, (_, n) => at(dayFrom('2026-10-01', n), n));
    const astray = Array.from({ length: 3 }, (_, n) => at(dayFrom(wrong, n), 40 + n));
    const kept = keptBackups([...before, ...astray]);
    for (const { id } of astray) expect(kept.has(id)).toBe(true);
    expect([...kept].filter((id) => id.startsWith('2026-1')).length).toBeGreaterThanOrEqual(27);
  });

  const backup = fc
    .record({ day: fc.integer({ min: 0, max: 4000 }), counter: fc.integer({ min: 0, max: 500 }) })
    .map(({ day, counter }) => at(dayFrom('2019-01-01', day), counter));
  const backups = fc.uniqueArray(backup, { selector: ({ id }) => id, maxLength: 120 });

  it('the newest always; and keeping again keeps the same', () => {
    fc.assert(
      fc.property(backups, (all) => {
        const kept = keptBackups(all);
        const top = Math.max(...all.map(({ counter }) => counter));
        if (all.length > 0) {
          expect(all.some(({ id, counter }) => counter === top && kept.has(id))).toBe(true);
        }
        expect(keptBackups(all.filter(({ id }) => kept.has(id)))).toEqual(kept);
      }),
    );
  });

  it('never fewer for one more backup, but for what that one stands for', () => {
    fc.assert(
      fc.property(backups, backup, (all, more) => {
        if (all.some(({ id }) => id === more.id)) return;
        expect(keptBackups([...all, more]).size).toBeGreaterThanOrEqual(
          Math.min(all.length + 1, 10),
        );
      }),
    );
  });
});
