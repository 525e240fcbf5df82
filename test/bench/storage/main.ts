// Runs one job in Electron's main process and prints what it found as one line of JSON.
import { setTimeout as wait } from 'node:timers/promises';
import { app } from 'electron';
import { jobs } from './jobs';

const isJob = (name: string | undefined): name is keyof typeof jobs =>
  name !== undefined && Object.hasOwn(jobs, name);

async function run(): Promise<void> {
  const [name, scratch = '', years = '', rounds = ''] = (process.env.BENCH_JOB ?? '').split('|');
  await app.whenReady();
  // Chromium's own start would be measured along.
  await wait(500);
  if (!isJob(name)) throw new Error(`no job ${name}`);
  const found = await jobs[name](scratch, Number(years), Number(rounds));
  process.stdout.write(`bench:${JSON.stringify(found)}\n`, () => app.exit(0));
}

run().catch((error: unknown) => {
  process.stderr.write(`${String(error)}\n`, () => app.exit(1));
});
