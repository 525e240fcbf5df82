// The days and zones under which the tests also pass, and how a run of tests is moved there.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const days = ['2027-01-01', '2027-02-15', '2028-02-29', '2031-12-31'];
const zones = ['Asia/Shanghai', 'UTC', 'America/Los_Angeles'];

/** Every day in every zone; the first rounds have each day once and the zones in turn. */
export const rounds = zones.flatMap((_, turn) =>
  days.map((day, index) => ({ day, zone: zones[(index + turn) % zones.length] })),
);

/** How many of `rounds` have each day once. */
export const firstRounds = days.length;

/** Seconds from now until ten in the morning of `day` in `zone`. */
export function secondsUntil({ day, zone }) {
  const utc = new Date(`${day}T10:00:00Z`);
  const there = new Date(utc.toLocaleString('en-US', { timeZone: zone }));
  const here = new Date(utc.toLocaleString('en-US', { timeZone: 'UTC' }));
  return Math.round((utc.getTime() - (there.getTime() - here.getTime()) - Date.now()) / 1000);
}

/** Another day than today, for every run of `npm test`; one after the other as days go by. */
export function otherDay() {
  return rounds[Math.floor(Date.now() / 86_400_000) % rounds.length];
}

/** Compiles the library that moves the clock of every process of a run; answers its path. */
export function shiftedClock(root, folder) {
  const library = join(folder, 'shifted-clock.so');
  const source = join(root, 'test/days/shifted-clock.c');
  const { status, stderr } = spawnSync(
    'gcc',
    ['-O2', '-Wall', '-shared', '-fPIC', '-o', library, source],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`gcc could not compile ${source}:\n${stderr}`);
  return library;
}
