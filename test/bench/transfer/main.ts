// Runs one job and prints what it found as one line of JSON.
import { jobs } from './jobs';

const isJob = (name: string): name is keyof typeof jobs => Object.hasOwn(jobs, name);

const [name = '', scratch = '', years = ''] = process.argv.slice(2);
if (!isJob(name)) throw new Error(`no job ${name}`);
const found = await jobs[name](scratch, Number(years));
process.stdout.write(`bench:${JSON.stringify(found)}\n`);
