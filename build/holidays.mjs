// Writes shared/calendar/holidays.json from the chinese-days package (MIT). Run it when the State
// Council's notice for a new year is in a new release of that package.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';

const source = new URL('../node_modules/chinese-days/dist/years/', import.meta.url);
const target = new URL('../shared/calendar/holidays.json', import.meta.url);

/** The days of a table as `MM-DD MM-DD~MM-DD …`; the file's year stands for all of them. */
function monthDays(table, year) {
  const days = Object.keys(table).sort();
  const foreign = days.find((day) => !day.startsWith(`${year}-`));
  if (foreign) throw new Error(`${foreign} stands in the table of ${year}`);
  const stretches = [];
  for (const day of days) {
    const last = stretches.at(-1);
    const isNext = last && Date.parse(day) - Date.parse(last.to) === 86_400_000;
    if (isNext) last.to = day;
    else stretches.push({ from: day, to: day });
  }
  return stretches
    .map(({ from, to }) => (from === to ? from : `${from}~${to}`).replaceAll(`${year}-`, ''))
    .join(' ');
}

const years = readdirSync(source)
  .filter((name) => /^\d{4}\.json$/.test(name))
  .sort()
  .map((name) => {
    const year = name.slice(0, 4);
    const { holidays, workdays } = JSON.parse(readFileSync(new URL(name, source), 'utf8'));
    return [year, { off: monthDays(holidays, year), work: monthDays(workdays, year) }];
  });

writeFileSync(target, `${JSON.stringify(Object.fromEntries(years), null, 2)}\n`);
