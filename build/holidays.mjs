// Writes shared/calendar/holidays.json from the chinese-days package (MIT). Run it when the State
// Council's notice for a new year is in a new release of that package.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';

const source = new URL('../node_modules/chinese-days/dist/years/', import.meta.url);
const target = new URL('../shared/calendar/holidays.json', import.meta.url);

const days = (table) =>
  Object.keys(table)
    .sort()
    .map((day) => day.slice(5));

const lines = readdirSync(source)
  .filter((name) => /^\d{4}\.json$/.test(name))
  .sort()
  .map((name) => {
    const { holidays, workdays } = JSON.parse(readFileSync(new URL(name, source), 'utf8'));
    const table = { off: days(holidays).join(' '), work: days(workdays).join(' ') };
    return `  "${name.slice(0, 4)}": ${JSON.stringify(table)}`;
  });

writeFileSync(target, `{\n${lines.join(',\n')}\n}\n`);
